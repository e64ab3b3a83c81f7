"""What an image file is and how many pixels it has, read from its first bytes; nothing is decoded."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Literal

Kind = Literal["png", "jpeg", "gif"]


@dataclass(frozen=True, slots=True)
class Image:
    """The kind of an image, and its width and height in pixels (0 where they cannot be told)."""

    kind: Kind
    wide: int
    high: int


def image_of(content: bytes) -> Image | None:
    """Return what an image is; None if it is no PNG, JPEG or GIF."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return Image("png", *struct.unpack(">II", content[16:24]))
    if content.startswith(b"GIF8") and len(content) >= 10:
        return Image("gif", *struct.unpack("<HH", content[6:10]))
    if content.startswith(b"\xff\xd8\xff"):
        return Image("jpeg", *_jpeg_size(content))
    return None


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Return width and height from the first frame header of a JPEG."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        mark, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", content[at + 5 : at + 9])
            return wide, high
        at += 2 + max(length, 2)
    return 0, 0

"""The zip file: parts in, bytes out, the same bytes every time.

Parts that do not change from document to document are deflated once (`pack`) and written as they are.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_LEVEL = 6
_DATE = 0x0021
"""1 January 1980, the first day a zip file can name."""
_UNIX_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the package, deflated and ready to be written."""

    name: str
    deflated: bytes
    crc: int
    size: int


def pack(name: str, content: str | bytes) -> Part:
    """Return a part that holds `content` (text is written as UTF-8)."""
    data = content.encode() if isinstance(content, str) else content
    deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return Part(name, deflater.compress(data) + deflater.flush(), zlib.crc32(data), len(data))


def archive(parts: Sequence[Part]) -> bytes:
    """Return the zip file of some parts in their order; neither clock nor machine leaves a trace."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode("ascii")
        sizes = (part.crc, len(part.deflated), part.size, len(name))
        local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, _DATE, *sizes, 0) + name
        directory.append(
            struct.pack(
                "<4s6H3I5H2I",
                b"PK\1\2",
                3 << 8 | 20,
                20,
                0,
                8,
                0,
                _DATE,
                *sizes,
                0,
                0,
                0,
                0,
                _UNIX_FILE,
                offset,
            )
            + name
        )
        pieces += (local, part.deflated)
        offset += len(local) + len(part.deflated)
    listing = b"".join(directory)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(parts), len(parts), len(listing), offset, 0)
    return b"".join((*pieces, listing, end))

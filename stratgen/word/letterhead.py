"""What a brand prints at the head and foot of its pages: a logo, and lines of words that never change.

Lines with fields or tabs are running lines (a page number, a title); our own take their place, so they
are left behind and named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratgen.errors import Fault
from stratgen.word.chains import value
from stratgen.word.guard import Element, Opened
from stratgen.word.images import image_of
from stratgen.word.style import FixedLine, Picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FIELDS = (f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}tab", f"{W}ptab")
_PLACES = {
    "start": "left",
    "left": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "left",
}

STARTER = "stratgen starter"
"""The property of a starter house style, whose own running lines need no mention."""
TALLEST, WIDEST = 1_080_000, 6_000_000
"""The most height (3 cm) and width that a logo in a header or footer may take, in EMU."""
MOST_LINES = 4
LONGEST = 200
"""The most lines, and characters of one, that are taken from a header or footer."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was found in the header or footer of a file."""

    there: bool = False
    """Whether the pages have one at all."""
    picture: Picture | None = None
    lines: tuple[FixedLine, ...] = ()


def read_letterhead(
    file: Opened, body: Element, relations: Mapping[str, tuple[str, str]], kind: str, notes: list[Fault]
) -> Letterhead:
    """Return what the `header` or `footer` of a file holds that stays the same on every page."""
    parts = _parts(file, body, relations, kind)
    if not parts:
        return Letterhead()
    if _says(file, "stratgen tool version"):
        # A document that stratgen wrote: its lines belong to a client, its logo is the brand's.
        return Letterhead(True, next(_pictures(file, parts, kind, []), None))
    unsaid: list[Fault] = []
    lines = [*_lines(file.name, file.tree(parts[0]), kind, unsaid if _says(file, STARTER) else notes)]
    return Letterhead(True, next(_pictures(file, parts, kind, notes), None), tuple(lines[:MOST_LINES]))


def _parts(file: Opened, body: Element, relations: Mapping[str, tuple[str, str]], kind: str) -> list[str]:
    """Return the parts of a kind: that of most pages first, then that of the first page."""
    found: dict[str, str] = {}
    for reference in body.iter(f"{W}{kind}Reference"):
        _, part = relations.get(reference.get(f"{_R}id", ""), ("", ""))
        if part in file.parts:
            found[reference.get(f"{W}type", "default")] = part
    return [found[on] for on in ("default", "first") if on in found]


def _says(file: Opened, name: str) -> bool:
    """Return whether a file has a property that stratgen gives to its own."""
    return f'name="{name}"'.encode() in file.parts.get("docProps/custom.xml", b"")


def _lines(name: str, tree: Element, kind: str, faults: list[Fault]) -> Iterator[FixedLine]:
    for paragraph in tree.iter(f"{W}p"):
        if any(above.tag == _FALLBACK for above in paragraph.iterancestors()):
            continue
        words = " ".join("".join(_texts(paragraph)).split())
        if not words:
            continue
        if _runs(paragraph):
            what = f'the line "{words[:60]}" has a field or a tab, so stratgen\'s own line takes its place.'
            faults.append(Fault(name, 0, kind, what, "Put words that are to stay on a line of their own."))
        elif len(words) > LONGEST:
            what = f'the line "{words[:40]}..." is longer than {LONGEST} characters and is left out.'
            faults.append(Fault(name, 0, kind, what, "Shorten it."))
        else:
            yield FixedLine(words, _PLACES.get(value(paragraph.find(f"{W}pPr/{W}jc")), "left"))


def _runs(paragraph: Element) -> bool:
    """Return whether a line holds fields or tabs; tab stops in its properties are none."""
    return any(
        (above := item.getparent()) is not None and above.tag != f"{W}tabs"
        for item in paragraph.iter(*_FIELDS)
    )


def _texts(paragraph: Element) -> Iterator[str]:
    """Yield the words of a paragraph, without prompts that wait to be filled in."""
    for text in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        above = [*text.iterancestors()]
        if any(item.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for item in above):
            continue
        nearest = next((item for item in above if item.tag == f"{W}p"), None)
        if nearest is paragraph:
            yield text.text or " " if text.tag == f"{W}t" else " "


def _pictures(file: Opened, parts: list[str], kind: str, faults: list[Fault]) -> Iterator[Picture]:
    for part in parts:
        tree, relations = file.tree(part), file.relations(part)
        for number, wide, high in _shown(tree):
            _, target = relations.get(number, ("", ""))
            picture = _logo(file.parts.get(target, b""), wide, high)
            if picture:
                yield picture
            elif target:
                ending = target.rpartition(".")[2].lower()
                what = (
                    f"the picture {target.rpartition('/')[2]} is not taken: {ending} is no PNG, JPEG or GIF."
                )
                faults.append(Fault(file.name, 0, kind, what, "Save the logo as PNG and insert that."))


def _shown(tree: Element) -> Iterator[tuple[str, int, int]]:
    """Yield the relation, width and height (EMU) of each picture, drawn as Word does now or did once."""
    for blip in tree.iter(_BLIP):
        holder = next((item for item in blip.iterancestors() if item.tag.startswith(_DRAWING)), None)
        extent = None if holder is None else holder.find(f"{_DRAWING}extent")
        if extent is not None:
            wide, high = extent.get("cx", ""), extent.get("cy", "")
            if wide.isdecimal() and high.isdecimal():
                yield blip.get(f"{_R}embed", ""), int(wide), int(high)
    for image in tree.iter(f"{_VML}imagedata"):
        shape = image.getparent()
        style = "" if shape is None else shape.get("style", "")
        sizes = dict(re.findall(r"(width|height):\s*([\d.]{1,8})pt", style))
        if len(sizes) == 2:
            wide_points, high_points = float(sizes["width"]), float(sizes["height"])
            yield image.get(f"{_R}id", ""), int(wide_points * 12700), int(high_points * 12700)


def _logo(content: bytes, wide: int, high: int) -> Picture | None:
    image = image_of(content)
    if not (image and wide > 0 and high > 0):
        return None
    shrink = min(1.0, TALLEST / high, WIDEST / wide)
    size = max(1, int(wide * shrink)), max(1, int(high * shrink))
    return Picture(content, image.kind, *size)

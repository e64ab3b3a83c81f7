"""Counts headings from the parts of a file as Word does, knowing nothing of how they were written."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field

from lxml import etree

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def counted_headings(docx: bytes) -> list[str]:
    """Return the number and the words of each heading, in order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body, numbering, styles = (
            etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "numbering", "styles")
        )
    of_style = {
        style.get(f"{W}styleId", ""): tie
        for style in styles.iter(f"{W}style")
        if (tie := style.find(f"{W}pPr/{W}numPr")) is not None
    }
    lists = _Lists(numbering)
    lines = []
    for paragraph in body.iter(f"{W}p"):
        name = _val(paragraph, "pPr/pStyle")
        if re.fullmatch(r"Heading\d", name):
            own = paragraph.find(f"{W}pPr/{W}numPr")
            tie = of_style[name] if own is None else own
            number = lists.next(_val(tie, "numId"), int(_val(tie, "ilvl") or 0))
            words = "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
            lines.append(f"{number} {words}".strip())
    return lines


@dataclass
class _Lists:
    """The lists of a document and where each stands."""

    numbering: Element
    counts: dict[str, list[int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next(self, number: str, level: int) -> str:
        """Return the number of the next paragraph of a list; list 0 has none."""
        if number == "0":
            return ""
        instance = self._one("num", "numId", number)
        definition = self._one("abstractNum", "abstractNumId", _val(instance, "abstractNumId"))
        count = self.counts.setdefault(_val(instance, "abstractNumId"), [0] * 9)
        if number not in self.begun:
            self.begun.add(number)
            for override in instance.iter(f"{W}lvlOverride"):
                at = int(override.get(f"{W}ilvl", "0"))
                count[at] = int(_val(override, "startOverride")) - (at == level)
        count[level] += 1
        count[level + 1 :] = [0] * (8 - level)
        levels = {int(item.get(f"{W}ilvl", "0")): item for item in definition.iter(f"{W}lvl")}
        text = _val(levels[level], "lvlText")
        for place in range(level + 1):
            lettered = _val(levels[place], "numFmt") == "upperLetter"
            text = text.replace(f"%{place + 1}", chr(64 + count[place]) if lettered else str(count[place]))
        return text

    def _one(self, tag: str, key: str, value: str) -> Element:
        return next(item for item in self.numbering.iter(W + tag) if item.get(W + key) == value)


def _val(element: Element, path: str) -> str:
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")

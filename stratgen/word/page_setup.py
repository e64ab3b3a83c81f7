"""The page of a brand's file: its margins, as far as our tables have room between them."""

from __future__ import annotations

import re
from dataclasses import replace

from stratgen.errors import Fault
from stratgen.word.chains import value
from stratgen.word.guard import Element
from stratgen.word.headers import PAPERS
from stratgen.word.style import Margins

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NARROWEST = 7400
"""The least width of text that our tables can be read in, in twips (13 cm)."""
LOWEST = 9000
"""The least height of text between header and footer, in twips (16 cm)."""
_NEAR = 120
_MOST = 6000


def page_margins(name: str, body: Element, base: Margins, faults: list[Fault], notes: list[Fault]) -> Margins:
    """Return the margins of the last section, widened to fit our tables; what is open is the base's.

    What was changed is added to `faults`, what is good to know to `notes`.
    """
    section = body.find(f"{_BODY}/{W}sectPr")
    size = None if section is None else section.find(f"{W}pgSz")
    found = None if section is None else section.find(f"{W}pgMar")
    _look_at_paper(name, size, notes)
    if found is None:
        return base

    def side(key: str, fallback: int) -> int:
        text = value(found, key).removeprefix("-")
        return int(text) if re.fullmatch(r"\d{1,5}", text) and int(text) <= _MOST else fallback

    margins = Margins(
        top=side("top", base.top),
        right=side("right", base.right),
        bottom=side("bottom", base.bottom),
        left=side("left", base.left) + side("gutter", 0),
        header=side("header", base.header),
        footer=side("footer", base.footer),
    )
    return _with_room(name, margins, base, faults)


_BODY = f"{W}body"


def _with_room(name: str, margins: Margins, base: Margins, faults: list[Fault]) -> Margins:
    wide, high = min(paper[0] for paper in PAPERS.values()), min(paper[1] for paper in PAPERS.values())
    room = wide - NARROWEST
    beside = margins.left + margins.right
    if beside > room:
        left = margins.left * room // beside
        what = (
            f"the margins leave {_cm(wide - beside)} for text, too little for tables; "
            f"{_cm(left)} on the left and {_cm(room - left)} on the right are used."
        )
        faults.append(Fault(name, 0, "page", what, f"Leave {_cm(NARROWEST)} at least."))
        margins = replace(margins, left=left, right=room - left)
    if high - margins.top - margins.bottom < LOWEST:
        what = f"the margins leave {_cm(high - margins.top - margins.bottom)} of height; stratgen's own are used."
        faults.append(Fault(name, 0, "page", what, f"Leave {_cm(LOWEST)} at least."))
        margins = replace(margins, top=base.top, bottom=base.bottom)
    return margins


def _look_at_paper(name: str, size: Element | None, notes: list[Fault]) -> None:
    wide, high = (int(text) if (text := value(size, key)).isdecimal() else 0 for key in ("w", "h"))
    if not (wide and high):
        return
    if wide > high:
        what = "the pages are landscape; documents stand upright, and wide exhibits turn their own pages."
        notes.append(Fault(name, 0, "page", what, "Nothing has to be done, if that is meant."))
    short, long = sorted((wide, high))
    if not any(abs(short - w) < _NEAR and abs(long - h) < _NEAR for w, h in PAPERS.values()):
        what = f"the paper of {_cm(wide)} by {_cm(high)} is neither A4 nor Letter; that of the answers' locale is used."
        notes.append(Fault(name, 0, "page", what, "Check the margins on that paper."))


def _cm(twips: int) -> str:
    return f"{twips / 567:.1f} cm"

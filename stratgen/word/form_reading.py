"""What was filled into one of our documents, read from its data and from its pages.

Word keeps both in step. LibreOffice changes the pages alone, and drops the titles and tags of controls; what
still ties a control to its question is the place in the data that it is bound to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from stratgen.document import FormKind
from stratgen.errors import FormError, StyleError
from stratgen.word.form_data import ANSWERS, FORM, FilledField, FilledForm
from stratgen.word.guard import Element, Opened, opened

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_ITEM = re.compile(r"customXml/item\d+\.xml")
_STORY = re.compile(r"word/(document|footnotes|endnotes|header|footer)\d*\.xml")
_BOUND = re.compile(r"/\w+:form(?:\[1\])?/\w+:field\[(\d{1,6})\]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TICKED = frozenset(("true", "1", "on", "yes", "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX WITH CHECK}"))


@dataclass(frozen=True, slots=True)
class _Asked:
    key: str
    kind: FormKind
    title: str
    printed: str | None
    shown: str


def read_form(path: Path) -> FilledForm:
    """Return what was filled into a document; FormError if it is broken, dangerous or none of ours."""
    try:
        file = opened(path)
        properties = _properties(file)
        if "stratgen tool version" not in properties:
            raise FormError.of(file.name, "was not written by stratgen.", "Name a document of a pack.")
        values, asked, answers = _data(file)
        controls = [
            found for part in file.parts if _STORY.fullmatch(part) for found in _controls(file.tree(part))
        ]
    except StyleError as error:
        raise FormError(error.faults) from None
    return FilledForm(file.name, properties, tuple(_fields(values, asked, controls)), answers)


def _properties(file: Opened) -> dict[str, str]:
    if "docProps/custom.xml" not in file.parts:
        return {}
    tree = file.tree("docProps/custom.xml")
    return {item.get("name", ""): "".join(str(text) for text in item.itertext()) for item in tree}


def _data(file: Opened) -> tuple[list[str], list[_Asked], str]:
    """Return the values of the data in their order, the questions in theirs, and the answers that travel along."""
    values: list[str] = []
    asked: list[_Asked] = []
    answers = ""
    for part in sorted(name for name in file.parts if _ITEM.fullmatch(name)):
        tree = file.tree(part)
        if tree.tag == f"{{{FORM}}}form" and not values:
            values = [_line(item.itertext()) for item in tree.iterfind(f"{{{FORM}}}field")]
            asked = [_asked(item) for item in tree.iterfind(f"{{{FORM}}}asked")]
        elif tree.tag == f"{{{ANSWERS}}}answers":
            answers = answers or "".join(str(text) for text in tree.itertext())
    return values, asked, answers


def _asked(item: Element) -> _Asked:
    key, title, shown = item.get("key", ""), item.get("title", ""), item.get("shown", "")
    kind = _kind_named(item.get("kind", ""))
    return _Asked(key, kind, title, _as_kept(kind, item.get("printed", "")), shown)


def _kind_named(name: str) -> FormKind:
    return next((kind for kind in get_args(FormKind) if kind == name), "text")


def _fields(values: list[str], asked: list[_Asked], controls: list[Element]) -> Iterator[FilledField]:
    """Yield every question in order with what its data and its controls say."""
    said: dict[str, set[str]] = {}
    known = {each.key: each for each in asked}
    places = dict(enumerate(asked, 1))
    for each, value in zip(asked, values, strict=False):
        found = "" if value == each.shown else _as_kept(each.kind, value)
        said.setdefault(each.key, set()).add(found)
    for control in controls:
        question = _question(control, known, places)
        if question is not None:
            known.setdefault(question.key, question)
            said.setdefault(question.key, set()).update(_said(control, question))
    for key, question in known.items():
        now, printed = said.get(key, set()), question.printed
        changed = tuple(sorted(now - {"", printed}))
        cleared = bool(printed) and not changed and now == {""}
        yield FilledField(key, question.kind, question.title, printed, changed, cleared)


def _question(control: Element, known: Mapping[str, _Asked], places: Mapping[int, _Asked]) -> _Asked | None:
    """Return the question of a control, by its tag or by the data it is bound to; None if it is not ours."""
    dress = control.find(f"{W}sdtPr")
    binding = None if dress is None else dress.find(f"{W}dataBinding")
    if dress is None or binding is None or FORM not in binding.get(f"{W}prefixMappings", ""):
        return None
    tag = _val(dress.find(f"{W}tag"))
    if tag in known:
        return known[tag]
    bound = _BOUND.fullmatch(binding.get(f"{W}xpath", ""))
    if bound and int(bound[1]) in places:
        return places[int(bound[1])]
    # The data is gone: what the control itself says has to do.
    return _Asked(tag, _kind_of(dress), _val(dress.find(f"{W}alias")), None, "") if tag else None


def _kind_of(dress: Element) -> FormKind:
    kinds: dict[FormKind, str] = {
        "date": f"{W}date", "choice": f"{W}dropDownList", "check": f"{_W14}checkbox",
    }  # fmt: skip
    return next((kind for kind, tag in kinds.items() if dress.find(tag) is not None), "text")


def _controls(tree: Element) -> Iterator[Element]:
    """Yield the content controls of a story; of nested ones, as LibreOffice writes them, the innermost."""
    for control in tree.iter(f"{W}sdt"):
        if control.find(f".//{W}sdt") is None:
            yield control


def _said(control: Element, question: _Asked) -> set[str]:
    """Return what a control says; "" if it is empty."""
    dress = control.find(f"{W}sdtPr")
    assert dress is not None
    content = control.find(f"{W}sdtContent")
    pieces = () if content is None else content.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab")
    text = _line((piece.text or "") if piece.tag == f"{W}t" else " " for piece in pieces)
    prompting = dress.find(f"{W}showingPlcHdr") is not None
    match question.kind:
        case "check":
            state = dress.find(f"{_W14}checkbox/{_W14}checked")
            return {_as_kept("check", text if state is None else state.get(f"{_W14}val", ""))}
        case "choice":
            options = {
                item.get(f"{W}displayText", ""): item.get(f"{W}value", "")
                for item in dress.iterfind(f"{W}dropDownList/{W}listItem")
            }
            if text in options or text in options.values():
                return {options.get(text, text)}
        case "date":
            picker = dress.find(f"{W}date")
            full = "" if picker is None else picker.get(f"{W}fullDate", "")
            if days := {day for day in (_day(full), _day(text)) if day}:
                return days
    return {"" if prompting or text == question.shown else text}


def _as_kept(kind: FormKind, text: str) -> str:
    """Return a value of the data as `FormField.value` has it."""
    if kind == "check":
        return "yes" if text in _TICKED else ""
    return (_day(text) or text) if kind == "date" else text


def _day(text: str) -> str:
    """Return a day as `YYYY-MM-DD`, "" if the text is none: "2026-11-30", "30 November 2026", "Nov 30, 2026"."""
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$", text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := re.fullmatch(r"(?:(\d{1,2}) )?([A-Za-z]{3,9})\.?(?: (\d{1,2}),?)? (\d{4})", text):
        name = found[2][:3].lower()
        if name not in _MONTHS or bool(found[1]) is bool(found[3]):
            return ""
        year, month, day = int(found[4]), _MONTHS.index(name) + 1, int(found[1] or found[3])
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _line(pieces: Iterable[object]) -> str:
    return " ".join("".join(str(piece) for piece in pieces).split())


def _val(element: Element | None) -> str:
    return "" if element is None else str(element.get(f"{W}val", ""))

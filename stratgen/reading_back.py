"""The conductor of `read`: what was filled into a document that came back, and how it enters the answer file.

It touches nothing but the answers that were filled in, and never one that the file already has otherwise,
unless it is told to. It knows no Word and no rule of the trade.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stratgen import word
from stratgen.answers import Loaded, append, loads, rewrite, save, text_of
from stratgen.answers.judging import judge
from stratgen.engagement import SCHEMA_VERSION, known
from stratgen.errors import Fault, FormError, PlaceError
from stratgen.word import FilledField, FilledForm

RECORDS: dict[str, tuple[tuple[str, ...], str]] = {
    "sign_off": (("sign_off",), "by"),
    "policy.legal_reviews": (("policy", "legal_reviews"), "country"),
}
"""The lists of the answer file that a form fills: where they stand, and what tells a record from others."""

NEEDED = {"sign_off": ("outcome",), "policy.legal_reviews": ("reviewer", "date")}
"""What a record of theirs always holds, if only as unknown."""

AnswerPath = tuple[str | int, ...]

_KEY = re.compile(r"([a-z_.]+)\[([^\[\]]+)\]\.([a-z_]+)")
_BLANK = (None, "", "unknown")
_NOT_YET = {("sign_off", "outcome"): "not_yet"}
"""What a file says of an answer that is still to come, beside that it is unknown."""


@dataclass(slots=True)
class Taken:
    """What became of the values of one document on their way into an answer file."""

    written: list[str] = field(default_factory=list)
    """The answers that were written, as lines."""
    faults: list[Fault] = field(default_factory=list)
    """The values that were not, and why."""
    remarks: list[str] = field(default_factory=list)


def read(path: Path) -> FilledForm:
    """Return what was filled into a document; raises FormError if it is none of ours, broken or dangerous."""
    return word.read_form(path)


def filled(form: FilledForm) -> list[FilledField]:
    """Return the questions that somebody has filled in, or filled in otherwise, since it was written."""
    return [each for each in form.fields if each.values or each.cleared]


def take_over(form: FilledForm, answers: Path, overwrite: bool = False) -> Taken:
    """Write what was filled in into an answer file, and return what became of each value.

    Every other letter of the file stays. Raises FormError if the document is of another client, and
    StratgenError where the file cannot be read or written.
    """
    text = text_of(answers)
    loaded = loads(text, str(answers))
    taken = Taken(remarks=_remarks(form, loaded))
    entering = _Entering(form, answers, text, overwrite, taken)
    for name, one, changes in _records(form, taken):
        entering.record(name, one, changes)
    if entering.text != text:
        mark = "\ufeff" if answers.read_bytes().startswith(b"\xef\xbb\xbf") else ""
        try:
            save(answers, mark + entering.text)
        except OSError as error:
            what = f"cannot be written ({(error.strerror or type(error).__name__).lower()})."
            raise PlaceError(
                [Fault(str(answers), 0, "", what, "Close it if it is open elsewhere.")]
            ) from None
    return taken


def _remarks(form: FilledForm, loaded: Loaded) -> list[str]:
    """Return what to say about where the document came from; raises FormError if it may not be taken over."""
    told, file = form.properties, loaded.source.file
    client, ours = told.get("stratgen client", ""), known(loaded.engagement.engagement.client.legal_name)
    if client and ours and client != ours:
        what = f"is a document of {_legible(client)}, and {file} holds the answers of {_legible(ours)}."
        raise FormError.of(form.name, what, "Name the answer file of the same client.")
    if (layout := told.get("stratgen schema version", "")) != str(SCHEMA_VERSION):
        what = f"was written from another layout of the answers ({_legible(layout)}, now {SCHEMA_VERSION})."
        raise FormError.of(form.name, what, "Render it again with this version, and fill in that copy.")
    if told.get("stratgen answers hash") != loaded.digest:
        return [
            f"{form.name} was written from another state of {file}: what was signed may have read otherwise."
        ]
    return []


def _records(form: FilledForm, taken: Taken) -> Iterable[tuple[str, str, list[tuple[str, FilledField]]]]:
    """Return the values of each record by its list and name; what belongs to none is said to be left out."""
    found: dict[tuple[str, str], list[tuple[str, FilledField]]] = {}
    for each in filled(form):
        key = _KEY.fullmatch(each.key)
        title = _legible(each.title) or _legible(each.key)
        if key is None or key[1] not in RECORDS or not _is_asked(key[1], key[3]):
            taken.remarks.append(f'"{title}" stays in the document: no question of the answer file keeps it.')
        elif each.cleared:
            taken.remarks.append(f'"{title}" was emptied in the document; the answer file keeps its answer.')
        elif len(each.values) > 1:
            said = " in one place and ".join(f'"{_legible(value)}"' for value in each.values)
            fault = Fault(
                form.name, 0, title, f"says {said} in another.", "Make them the same, and read it again."
            )
            taken.faults.append(fault)
        else:
            found.setdefault((key[1], key[2]), []).append((key[3], each))
    return [(*record, changes) for record, changes in found.items()]


def _is_asked(name: str, part: str) -> bool:
    path, label = RECORDS[name]
    try:
        judge((*path, 0, part), "unknown")
    except ValueError:
        return False
    return part != label


class _Entering:
    """One document on its way into one answer file: the text so far, and what became of each value."""

    def __init__(self, form: FilledForm, file: Path, text: str, overwrite: bool, taken: Taken) -> None:
        self.form, self.file, self.text = form, str(file), text
        self.overwrite, self.taken = overwrite, taken

    def record(self, name: str, one: str, changes: Iterable[tuple[str, FilledField]]) -> None:
        """Enter the values of one record, in the place where the file has it, or as a new one."""
        path, label = RECORDS[name]
        if not self._passes((*path, 0, label), one, one):
            return
        fits = [
            (part, each.values[0])
            for part, each in changes
            if self._passes((*path, 0, part), each.values[0], each.title)
        ]
        items = _at(loads(self.text, self.file).source.tree, path)
        places = (
            at for at, item in enumerate(items if isinstance(items, list) else ()) if _says(item, label, one)
        )
        at = next(places, None)
        if at is not None:
            for part, value in fits:
                self._answer(name, (*path, at, part), value)
        elif fits:
            self._append(name, one, dict(fits))

    def _passes(self, path: AnswerPath, value: str, title: str) -> bool:
        """Return whether a value is an answer to its question; what is wrong with it becomes a fault."""
        wrong = judge(path, value, value)
        if wrong:
            what, mend = _legible(wrong.what), _legible(wrong.mend)
            self.taken.faults.append(Fault(self.form.name, 0, _legible(title), what, mend))
        return not wrong

    def _answer(self, name: str, path: AnswerPath, value: str) -> None:
        source = loads(self.text, self.file).source
        now, place = _at(source.tree, path), source.place_in_file(path)
        if now == value:
            return
        if _is_open(now, name, str(path[-1])) or self.overwrite:
            self.text = rewrite(self.text, path, value)
            self.taken.written.append(f"{_legible(place)}: {_legible(value)}")
            return
        what = f'says "{_legible(str(now))}", and {self.form.name} says "{_legible(value)}".'
        mend = "Change it here, or add --overwrite to take the document's word."
        self.taken.faults.append(Fault(self.file, source.line_in_file(path), place, what, mend))

    def _append(self, name: str, one: str, given: dict[str, str]) -> None:
        """Add a record that the file did not have; what was not filled in of it is unknown."""
        path, label = RECORDS[name]
        holes = {part: "unknown" for part in NEEDED[name] if part not in given}
        self.text = append(self.text, path, {label: one, **given, **holes})
        self.taken.written += [f"{name}, {one}, {part}: {_legible(value)}" for part, value in given.items()]


def _at(tree: Any, path: AnswerPath) -> Any:
    for step in path:
        if isinstance(step, int):
            tree = tree[step] if isinstance(tree, list) and step < len(tree) else None
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def _says(item: Any, label: str, one: str) -> bool:
    return isinstance(item, dict) and item.get(label) == one


def _is_open(now: Any, name: str, part: str) -> bool:
    """Return whether an answer of the file is still to come."""
    return now in _BLANK or (isinstance(now, dict) and "unknown" in now) or now == _NOT_YET.get((name, part))


def _legible(text: str) -> str:
    """Return words of a document as they can be printed anywhere: a mark for what is no letter of a line."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def as_text(form: FilledForm) -> str:
    """Return what was filled in as lines, each with what stood there before."""
    found = filled(form)
    lines = []
    for each in found:
        now = " or ".join(map(_legible, each.values)) or "emptied"
        before = f" (was {_legible(each.printed)})" if each.printed else ""
        lines.append(f"{_legible(each.title) or _legible(each.key)}: {now}{before}")
    rest = len(form.fields) - len(found)
    lines.append(f"{form.name}: {len(found)} filled in, {rest} as they were written.")
    return "\n".join(lines) + "\n"


def as_json(form: FilledForm) -> str:
    """Return every question of the form as JSON, with what was printed and what was filled in since."""
    fields = [
        {"key": each.key, "kind": each.kind, "title": each.title, "printed": each.printed,
         "filled": list(each.values), "cleared": each.cleared}
        for each in form.fields
    ]  # fmt: skip
    told = {"file": form.name, "properties": dict(form.properties), "fields": fields}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"

"""What a template may call, beside its own macros: exhibits, references, notes and fields to fill in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from stratgen.document import Exhibit, FormField, FormKind, Inlines, Text, plain
from stratgen.drafting.desk import Desk, Notation, UnprintableError, as_inlines, is_notation
from stratgen.drafting.sources import did_you_mean


def exhibit(desk: Desk, name: str) -> str:
    """Put an exhibit here; one that does not apply prints nothing."""
    found = _find(desk, name)
    return Notation() if found is None else desk.put_exhibit(found)


def has_exhibit(desk: Desk, name: str) -> bool:
    """Return whether an exhibit applies."""
    return _find(desk, name) is not None


def see(desk: Desk, key: str, page: bool = False) -> str:
    """Refer to a heading or exhibit of the same document, as in "section 4" or "Table 2".

    With `page` the reference also names the page, where pages are known: "section 4, page 7".
    """
    return desk.refer(desk.words(str(key)), page)


def note(desk: Desk, words: object) -> str:
    """Put a note to what stands before it."""
    return Notation(f"^[{words if is_notation(words) else desk.print(words)}]")


def form(
    desk: Desk,
    key: str,
    title: str,
    kind: FormKind = "text",
    value: object = None,
    prompt: str = "",
    choices: Mapping[str, str] | None = None,
) -> str:
    """Put a field that the reader fills in: a line of "text", a "date", a "choice" of `choices` or a "check".

    `key` says where it is kept, as in "sign_off[legal].date", and `title` what is asked. A `value` stands
    there already; an answer that is still open stands there as its open point until the field is filled.
    """
    if kind not in get_args(FormKind):
        return desk.complain(f'there is no form field "{kind}"', did_you_mean(kind, get_args(FormKind)))
    if bool(choices) is not (kind == "choice"):
        return desk.complain("a choice, and nothing else, has `choices`", 'Write choices={"yes": "Yes"}.')
    stands, words = _standing(desk, value)
    options = tuple((str(each), desk.words(str(label))) for each, label in (choices or {}).items())
    named = desk.words(str(title)), stands, words, desk.words(str(prompt)) or PROMPTS[kind]
    return desk.put((FormField(kind, desk.words(str(key)), *named, options),))


PROMPTS: dict[FormKind, str] = {"text": "Write here", "date": "Date", "choice": "Choose", "check": ""}
"""What an empty field says, where a template says nothing."""

CALLS: dict[str, Callable[..., Any]] = {
    function.__name__: function for function in (exhibit, has_exhibit, see, note, form)
}


def _standing(desk: Desk, value: object) -> tuple[str, Inlines]:
    """Return what stands in a field already, as it is kept and as it is printed."""
    if value is None or value is False:
        return "", ()
    if value is True:
        return "yes", ()
    if is_notation(value):
        raise UnprintableError(
            "a field takes an answer, not text that is already printed", "Name the answer."
        )
    printed = desk.printers.printed(value)
    words = (Text(printed),) if isinstance(printed, str) else as_inlines(printed)
    if isinstance(value, date):
        return value.isoformat(), words
    is_open = any(isinstance(each, Text) and each.role == "open-point" for each in words)
    return ("" if is_open else str(value) if isinstance(value, str) else plain(words)), words


def _find(desk: Desk, name: str) -> Exhibit | None:
    key = desk.words(str(name))
    if key not in desk.exhibits:
        desk.complain(f'no exhibit named "{key}"', did_you_mean(key, desk.exhibits))
    return desk.exhibits.get(key)

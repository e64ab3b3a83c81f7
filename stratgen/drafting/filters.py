"""The filters of a template: each takes the desk and a value, and never guesses.

A filter that changes letters changes plain text only; a value with a printer of its own, such as an
answer that is still open, prints as it prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from stratgen.drafting.desk import CLOSE, OPEN, TOKEN, Desk, Notation, UnprintableError, is_notation

_CLOSED = ".!?…"
_WORD = re.compile(r"\w+")
_AFTER_STOP = "\"')]\u201d\u2019\u00bb"


def listing(desk: Desk, values: object, word: str | None = None) -> Notation:
    """Return values as "a, b and c"; `word` stands before the last one."""
    items = [Notation(item) for item in _items(desk, values, "listing")]
    if not items:
        return desk.complain("this lists nothing", "Ask first with {% if %} whether there is anything.")
    *most, last = items
    if not most:
        return last
    return Notation(f"{', '.join(most)} {word or desk.conjunction} {last}")


def join(desk: Desk, values: object, separator: str = "") -> Notation:
    """Return values one after the other with a separator between them."""
    between = separator if is_notation(separator) else desk.put(separator)
    return Notation(between.join(_items(desk, values, "join")))


def sentence(desk: Desk, value: object) -> str:
    """Return a value that ends in exactly one mark that closes a sentence."""
    if not is_notation(value) and desk.printers.reads_as_text(value):
        text = str(value).rstrip()
        return text if _closes(text) or not text else text + "."
    notation = _notation(desk, value).rstrip()
    words = desk.words(notation).rstrip(" \n*_")
    return Notation(notation if _closes(words) or not words else notation + ".")


def lower_first(desk: Desk, value: object) -> str:
    """Return a value whose first letter is small, unless it begins with a name or an acronym ("KPI")."""
    return _first(desk, value, lambda text: text if _is_name(desk, text) else text[0].lower() + text[1:])


def upper_first(desk: Desk, value: object) -> str:
    """Return a value whose first letter is a capital."""
    return _first(desk, value, lambda text: text[0].upper() + text[1:])


def in_a_sentence(desk: Desk, value: object) -> str:
    """Return a role as it stands within a sentence: "Library manager" loses its capital, "Chief Officer" does not."""

    def change(text: str) -> str:
        others = text.split()[1:]
        small = not _is_name(desk, text) and all(word.islower() for word in others)
        return text[0].lower() + text[1:] if small else text

    return _first(desk, value, change)


def lower(desk: Desk, value: object) -> str:
    """Return a value in small letters."""
    return _everywhere(desk, value, str.lower)


def upper(desk: Desk, value: object) -> str:
    """Return a value in capitals."""
    return _everywhere(desk, value, str.upper)


def trim(desk: Desk, value: object) -> str:
    """Return a value without white space around it."""
    if not is_notation(value) and desk.printers.reads_as_text(value):
        return str(value).strip()
    return Notation(_notation(desk, value).strip())


def replace(desk: Desk, value: object, old: str, new: str) -> str:
    """Return plain text with every `old` replaced by `new`; anything else cannot be changed."""
    if is_notation(value) or not desk.printers.reads_as_text(value):
        raise UnprintableError("the filter `replace` takes plain text only", "Change the answer's words.")
    return str(value).replace(old, new)


FILTERS: dict[str, Callable[..., str]] = {
    function.__name__: function
    for function in (
        listing,
        join,
        sentence,
        lower_first,
        upper_first,
        in_a_sentence,
        lower,
        upper,
        trim,
        replace,
    )
}


def _is_name(desk: Desk, text: str) -> bool:
    """Return whether a text begins with a word that keeps its capital: one of the desk's, or "KPI", "YouTube"."""
    found = _WORD.match(text)
    return found is not None and (
        found[0] in desk.names or (not found[0][1:].islower() and len(found[0]) > 1)
    )


def _items(desk: Desk, values: object, name: str) -> list[str]:
    if isinstance(values, str | set | frozenset) or not isinstance(values, Iterable):
        raise UnprintableError(f"the filter `{name}` takes several values in order", "Give it a list.")
    return [_notation(desk, value) for value in values]


def _notation(desk: Desk, value: object) -> str:
    return str(value) if is_notation(value) else desk.print(value)


def _closes(text: str) -> bool:
    return text.rstrip(_AFTER_STOP).endswith(tuple(_CLOSED))


def _first(desk: Desk, value: object, change: Callable[[str], str]) -> str:
    if not is_notation(value):
        if desk.printers.reads_as_text(value):
            text = str(value)
            return change(text) if text else text
        return desk.print(value)
    notation = str(value)
    token = TOKEN.match(notation)
    if token is None:
        return Notation(change(notation)) if notation else Notation()
    words = desk.values[int(token[1])]
    if not isinstance(words, str) or not words:
        return Notation(notation)
    return Notation(desk.put(change(words)) + notation[token.end() :])


def _everywhere(desk: Desk, value: object, change: Callable[[str], str]) -> str:
    if not is_notation(value):
        return change(str(value)) if desk.printers.reads_as_text(value) else desk.print(value)
    pieces: list[str] = []
    for number, piece in enumerate(TOKEN.split(str(value))):
        words = desk.values[int(piece)] if number % 2 else piece
        if number % 2 and not isinstance(words, str):
            pieces.append(f"{OPEN}{piece}{CLOSE}")
        else:
            pieces.append(desk.put(change(str(words))) if number % 2 else change(piece))
    return Notation("".join(pieces))

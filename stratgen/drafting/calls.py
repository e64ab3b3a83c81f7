"""What a template may call, beside its own macros: exhibits, references and notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stratgen.document import Exhibit
from stratgen.drafting.desk import Desk, Notation, is_notation
from stratgen.drafting.sources import did_you_mean


def exhibit(desk: Desk, name: str) -> str:
    """Put an exhibit here; one that does not apply prints nothing."""
    found = _find(desk, name)
    return Notation() if found is None else desk.put_exhibit(found)


def has_exhibit(desk: Desk, name: str) -> bool:
    """Return whether an exhibit applies."""
    return _find(desk, name) is not None


def see(desk: Desk, key: str) -> str:
    """Refer to a heading or exhibit of the same document, as in "section 4" or "Table 2"."""
    return desk.refer(desk.words(str(key)))


def note(desk: Desk, words: object) -> str:
    """Put a note to what stands before it."""
    return Notation(f"^[{words if is_notation(words) else desk.print(words)}]")


CALLS: dict[str, Callable[..., Any]] = {
    function.__name__: function for function in (exhibit, has_exhibit, see, note)
}


def _find(desk: Desk, name: str) -> Exhibit | None:
    key = desk.words(str(name))
    if key not in desk.exhibits:
        desk.complain(f'no exhibit named "{key}"', did_you_mean(key, desk.exhibits))
    return desk.exhibits.get(key)

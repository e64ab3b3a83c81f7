"""What a template asks for that is not there: a value that knows its name and where it was looked for."""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.utils import missing


class MissingError(UndefinedError):
    """Raised where what is missing is used; says its name and where it was looked for."""

    def __init__(self, name: str, owner: Any, message: str) -> None:
        super().__init__(message)
        self.name, self.owner = name, owner


class Missing(StrictUndefined):
    """What is not there; it knows its name and where it was looked for."""

    __slots__ = ()

    def __init__(
        self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError and hint is None:
            self._undefined_exception = partial(MissingError, name, obj)  # type: ignore[assignment]

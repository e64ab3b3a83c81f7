"""Where a template is, and what it asks for that is not there: a value that knows its name and its owner."""

from __future__ import annotations

import sys
from functools import partial
from types import FrameType
from typing import Any

from jinja2 import StrictUndefined, Template, UndefinedError
from jinja2.utils import missing

from stratgen.drafting.desk import Spot


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


def template_spot() -> Spot:
    """Return where the template is that is printing now."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return template, frame.f_lineno
        frame = frame.f_back
    return None, 0

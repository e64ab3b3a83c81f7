"""The sections of the interview: one a module of the models, numbered and named by its head."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache

from stratgen.analysis.keypaths import Path
from stratgen.engagement import Engagement, Record
from stratgen.wizard.kinds import read


@dataclass(frozen=True, slots=True)
class Section:
    """One module of the interview."""

    number: int
    title: str
    names: tuple[str, ...]
    """The top-level answers it holds."""
    inside: str = ""
    """For a module that is a part of each record of another: the name of that part."""

    def holds(self, path: Path) -> bool:
        """Tell whether an answer belongs to this section."""
        if not path or path[0] not in self.names:
            return False
        part = path[2] if len(path) > 2 else ""
        return part == self.inside if self.inside else part not in SPLIT.get(str(path[0]), ())


SPLIT = {"channels": ("feasibility",)}
"""Parts of records that are a module of their own."""

_MODULES = re.compile(r"Modules? (\d+)(?: and (\d+))?, (.*?)[:.]\s")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@cache
def sections() -> tuple[Section, ...]:
    """Return the sections in the order of the interview; number and title stand in the head of each module."""
    found: dict[int, Section] = {}
    for name, each in Engagement.model_fields.items():
        model = read(each.annotation, each.metadata).record
        if model is None or name == "overrides":
            continue
        number, second, title = _module(model)
        first, _, other = title.partition(" and ") if second else (title, "", "")
        names = (*found[number].names, name) if number in found else (name,)
        found[number] = Section(number, _capital(first), names)
        for part in SPLIT.get(name, ()) if second else ():
            found[second] = Section(second, _capital(other), (name,), part)
    return tuple(found[number] for number in sorted(found))


def _module(model: type[Record]) -> tuple[int, int, str]:
    said = _MODULES.match(f"{sys.modules[model.__module__].__doc__ or ''} ")
    if said is None:
        return 99, 0, model.__name__
    return int(said[1]), int(said[2] or 0), _BRACKETS.sub("", said[3])


def _capital(text: str) -> str:
    text = text.removeprefix("the ")
    return text[:1].upper() + text[1:]


def section_of(path: Path) -> Section:
    """Return the section that an answer belongs to."""
    return next(each for each in sections() if each.holds(path))

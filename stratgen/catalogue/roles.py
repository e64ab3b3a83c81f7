"""What social is for, and the measures that show it (domain 7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stratgen.catalogue.entry import SETTINGS, Name, Ref, Sentence

RoleName = Literal["listen", "talk", "energise", "support", "embrace", "educate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """One role of social, with the measures it is usually judged by."""

    __pydantic_config__ = SETTINGS

    id: RoleName
    name: Name
    kpis: tuple[Ref, ...]
    """Ids of measures, the first of them the most usual."""
    further: tuple[Name, ...] = ()
    """Measures of this role that the catalogue does not hold, in words."""
    as_of: date
    source: Sentence

"""How each score is made, in words: one text for the annex on method and for `stratgen explain`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula: its title, its words, and whose idea it adapts (empty where it is stratgen's own)."""

    title: str
    words: str
    after: str


@cache
def formulas() -> Mapping[str, Formula]:
    """Return the formulas by key, in the order of the annex. They describe the code, so no workspace changes them."""
    text = (files("stratgen.catalogue") / "data" / "formulas.toml").read_text(encoding="utf-8")
    return MappingProxyType({key: Formula(**entry) for key, entry in tomllib.loads(text).items()})

"""The libraries that suggestions come from: risks, initiatives (domain 12), and channels by sector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

from pydantic import ConfigDict

from stratgen.catalogue.reading import PACKAGED, read_entries, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEntry:
    """A risk that comes up again and again: cause, event, effect, what is done, and the sign that it is coming."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: str
    category: str
    cause: str
    event: str
    effect: str
    mitigation: str
    sign: str
    as_of: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeEntry:
    """A piece of work that closes a gap; effort 1 (days) to 5 (a quarter for a team)."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: str
    title: str
    quarter: Literal["Q1", "Q2", "Q3", "Q4"]
    deliverable: str
    key_result: str
    done_when: str
    effort: int
    as_of: date
    source: str
    needs: tuple[str, ...] = ()


@cache
def risks() -> Mapping[str, RiskEntry]:
    """Return the risks of the library by id, in its order; raises CatalogueError."""
    return MappingProxyType(read_entries("risks.toml", RiskEntry, [PACKAGED]))


@cache
def initiatives() -> Mapping[str, InitiativeEntry]:
    """Return the initiatives of the library by id, in its order; raises CatalogueError."""
    return MappingProxyType(read_entries("initiatives.toml", InitiativeEntry, [PACKAGED]))


def channels_of_sector(sector: str) -> tuple[str, ...]:
    """Return the ids of the channels to start an audit of a sector with, best first; empty where none is known."""
    return tuple(each.strip() for each in _sectors().get(sector, "").split(",") if each.strip())


@cache
def _sectors() -> Mapping[str, str]:
    return read_table("sectors.toml", "sectors", [PACKAGED])

"""The measures of the trade (domain 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import ConfigDict

from stratgen.catalogue.reading import PACKAGED, read_entries
from stratgen.errors import CatalogueError, Fault

KPI_FILE = "kpis.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiEntry:
    """One measure: how it is counted, which way is better, and what it may not cost."""

    __pydantic_config__ = ConfigDict(extra="forbid", strict=False)

    id: str
    name: str
    short: str
    unit: str
    direction: Literal["up", "down"]
    formula: str
    as_of: date
    source: str
    clock: Literal["", "business hours", "clock hours"] = ""
    lowest: float | None = None
    highest: float | None = None
    guard: tuple[str, ...] = ()
    """Ids of the measures that must not get worse."""
    leading: bool = False
    diagnostic: bool = False
    flow: bool = False
    note: str = ""


@cache
def kpis(also: Path | None = None) -> Mapping[str, KpiEntry]:
    """Return the measures by id, in the order of the catalogue; raises CatalogueError.

    `also` is a folder whose `kpis.toml` adds or replaces entries.
    """
    entries = read_entries(KPI_FILE, KpiEntry, [PACKAGED, *([also] if also else [])])
    faults = [
        Fault(str(also or PACKAGED) + f"/{KPI_FILE}", 0, entry.id, f'guard "{guard}" is not a measure.')
        for entry in entries.values()
        for guard in entry.guard
        if guard not in entries
    ]
    if faults:
        raise CatalogueError(faults)
    return MappingProxyType(entries)


def kpi(id: str) -> KpiEntry | None:  # noqa: A002 - the word of the answer file
    """Return the measure of that id, or None where the catalogue has none."""
    return kpis().get(id)

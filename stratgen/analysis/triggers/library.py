"""Which entries of the libraries the answers set off, and why, in the order of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from stratgen.analysis.findings import Findings
from stratgen.analysis.triggers import organisation, service
from stratgen.analysis.triggers.reading import Trigger
from stratgen.catalogue import Catalogue, InitiativeEntry, RiskEntry
from stratgen.engagement import Engagement

E = TypeVar("E", RiskEntry, InitiativeEntry)

TRIGGERS: Mapping[str, Trigger] = {**service.TRIGGERS, **organisation.TRIGGERS}
"""Every trigger by name; the catalogue has the same names, and says in words what each stands for."""

_ALWAYS_A_RISK = "it happens to everybody whom customers write to in public"


@dataclass(frozen=True, slots=True)
class Triggered(Generic[E]):
    """An entry of a library, and why the answers call for it: words that follow "because"."""

    entry: E
    reason: str


def triggered_risks(
    engagement: Engagement, findings: Findings, catalogue: Catalogue
) -> tuple[Triggered[RiskEntry], ...]:
    """Return the risks of the library that the answers set off."""
    found = _triggered(catalogue.risks.values(), engagement, findings)
    return tuple(
        Triggered(each.entry, _ALWAYS_A_RISK) if each.entry.trigger == "always" else each for each in found
    )


def triggered_initiatives(
    engagement: Engagement, findings: Findings, catalogue: Catalogue
) -> tuple[Triggered[InitiativeEntry], ...]:
    """Return the initiatives of the library that the answers set off."""
    return _triggered(catalogue.initiatives.values(), engagement, findings)


def _triggered(entries: Iterable[E], engagement: Engagement, findings: Findings) -> tuple[Triggered[E], ...]:
    reasons = ((each, TRIGGERS[each.trigger](engagement, findings)) for each in entries)
    return tuple(Triggered(entry, reason) for entry, reason in reasons if reason)

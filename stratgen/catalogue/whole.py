"""The catalogue as one value: everything that one run knows of the trade, packaged and the workspace's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stratgen.catalogue.channels import ChannelEntry, Refused
from stratgen.catalogue.kpis import KpiEntry
from stratgen.catalogue.libraries import InitiativeEntry, RiskEntry
from stratgen.catalogue.response import ApprovalEntry, SeverityEntry
from stratgen.catalogue.roles import RoleEntry
from stratgen.catalogue.starting import AudienceEntry, StatementEntry
from stratgen.catalogue.tools import CriterionEntry


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Catalogue:
    """All entries by id, each kind in its order: packaged ones first, then the workspace's."""

    kpis: Mapping[str, KpiEntry]
    channels: Mapping[str, ChannelEntry]
    risks: Mapping[str, RiskEntry]
    initiatives: Mapping[str, InitiativeEntry]
    severities: Mapping[str, SeverityEntry]
    """By rising level."""
    approvals: Mapping[str, ApprovalEntry]
    """By kind of content."""
    criteria: Mapping[str, CriterionEntry]
    """What a care tool is judged by: the musts first."""
    roles: Mapping[str, RoleEntry]
    statements: Mapping[str, StatementEntry]
    """Sentences that answers can start from."""
    audiences: Mapping[str, AudienceEntry]
    """Who is trained in what."""
    sectors: Mapping[str, tuple[str, ...]]
    """Ids of the channels to start an audit of a sector with, best first."""
    triggers: Mapping[str, str]
    """What may set off a risk or an initiative, in words."""
    refused: Mapping[str, str]
    """Words for channels that cannot be used, with the reason."""
    words: Mapping[str, ChannelEntry]
    """Every word that a channel answers to, in small letters."""
    digest: str = ""
    """A hash of the workspace's own files; empty where there are none."""

    def kpi(self, id: str) -> KpiEntry | None:  # noqa: A002 - the word of the answer file
        """Return the measure of that id, or None where there is none."""
        return self.kpis.get(id)

    def channel(self, word: str) -> ChannelEntry | Refused | None:
        """Return the channel that a word means, whatever its case, or why it is refused, or None if unknown."""
        plain = plain_word(word)
        found = self.words.get(plain)
        return Refused(word, self.refused[plain]) if found is None and plain in self.refused else found

    def channels_of_sector(self, sector: str) -> tuple[str, ...]:
        """Return the channels to start an audit of a sector with, best first; empty where none is known."""
        return self.sectors.get(sector, ())


def plain_word(word: str) -> str:
    """Return what two spellings of one word have in common."""
    return " ".join(word.casefold().split())

"""The trade's reference data: measures, channels, countries, risks and initiatives, each a data file with a typed loader.

This room knows nothing of the answers nor of the prose of documents. An entry states its date and source.
"""

from stratgen.catalogue.channels import ChannelEntry, ChannelType, Refused, channel, channels
from stratgen.catalogue.countries import country
from stratgen.catalogue.kpis import KpiEntry, kpi, kpis
from stratgen.catalogue.libraries import (
    InitiativeEntry,
    RiskEntry,
    channels_of_sector,
    initiatives,
    risks,
)

__all__ = [
    "ChannelEntry",
    "ChannelType",
    "InitiativeEntry",
    "KpiEntry",
    "Refused",
    "RiskEntry",
    "channel",
    "channels",
    "channels_of_sector",
    "country",
    "initiatives",
    "kpi",
    "kpis",
    "risks",
]

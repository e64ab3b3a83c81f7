"""The trade's reference data: measures, channels, countries, each a data file with a typed loader.

This room knows nothing of the answers nor of the prose of documents. An entry states its date and source.
"""

from stratgen.catalogue.channels import ChannelEntry, ChannelType, Refused, channel, channels
from stratgen.catalogue.countries import country
from stratgen.catalogue.kpis import KpiEntry, kpi, kpis

__all__ = [
    "ChannelEntry",
    "ChannelType",
    "KpiEntry",
    "Refused",
    "channel",
    "channels",
    "country",
    "kpi",
    "kpis",
]

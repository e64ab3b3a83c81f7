"""The trade's reference data: one value of measures, channels, risks, initiatives and defaults, from data files.

This room knows nothing of the answers nor of the prose of documents. An entry states its date and source. A
workspace may lay files of its own over the packaged ones; `load` gives the value of one run, `packaged` ours alone.
"""

from stratgen.catalogue.channels import ChannelEntry, ChannelRule, ChannelType, Refused
from stratgen.catalogue.countries import country, country_code
from stratgen.catalogue.formulas import Formula, formulas
from stratgen.catalogue.kpis import Benchmark, KpiEntry
from stratgen.catalogue.libraries import InitiativeEntry, RiskEntry
from stratgen.catalogue.loading import OWN_FILES, load, packaged
from stratgen.catalogue.response import ApprovalEntry, SeverityEntry
from stratgen.catalogue.roles import RoleEntry
from stratgen.catalogue.starting import AudienceEntry, StatementEntry
from stratgen.catalogue.tools import CriterionEntry
from stratgen.catalogue.whole import Catalogue, plain_word

__all__ = [
    "OWN_FILES",
    "ApprovalEntry",
    "AudienceEntry",
    "Benchmark",
    "Catalogue",
    "ChannelEntry",
    "ChannelRule",
    "ChannelType",
    "CriterionEntry",
    "Formula",
    "InitiativeEntry",
    "KpiEntry",
    "Refused",
    "RiskEntry",
    "RoleEntry",
    "SeverityEntry",
    "StatementEntry",
    "country",
    "country_code",
    "formulas",
    "load",
    "packaged",
    "plain_word",
]

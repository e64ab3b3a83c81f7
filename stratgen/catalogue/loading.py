"""The catalogue of one run: the packaged files, and over them those of a workspace; all faults at once.

What was read is kept by content: the same files give the same value, and a changed file is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from stratgen.catalogue.channels import ChannelEntry
from stratgen.catalogue.kpis import KpiEntry
from stratgen.catalogue.libraries import InitiativeEntry, RiskEntry
from stratgen.catalogue.linking import in_no_circle, linked, words_of
from stratgen.catalogue.reading import Layer, Reader, did_you_mean
from stratgen.catalogue.response import ApprovalEntry, SeverityEntry
from stratgen.catalogue.roles import RoleEntry
from stratgen.catalogue.starting import AudienceEntry, StatementEntry
from stratgen.catalogue.tools import CriterionEntry
from stratgen.catalogue.whole import Catalogue, plain_word
from stratgen.errors import CatalogueError, Fault

V = TypeVar("V")

OWN_FILES = (
    "kpis.toml", "channels.toml", "risks.toml", "initiatives.toml", "severities.toml", "approvals.toml",
    "criteria.toml", "roles.toml", "sectors.toml", "statements.toml", "audiences.toml",
)  # fmt: skip
"""The files that a workspace may have of its own."""

_CLOSED = {
    "severities.toml": "There are four levels; change what stands in them.",
    "approvals.toml": "There are eight kinds of content; change what stands in them.",
    "roles.toml": "There are six roles; change the measures of each.",
    "audiences.toml": "There are six audiences; change what each is taught.",
}
"""Files whose entries are known to the interview: a workspace changes them, and adds none."""

_LIKE_DATA = (".toml", ".tml", ".yaml", ".yml", ".json", ".ini")


def packaged() -> Catalogue:
    """Return the catalogue that travels with stratgen."""
    return _built("", ())


def load(folder: Path | None = None) -> Catalogue:
    """Return the packaged catalogue with a workspace's folder over it; raises CatalogueError with every fault."""
    return _built(str(folder), _texts(folder)) if folder is not None else packaged()


def _texts(folder: Path) -> tuple[tuple[str, str], ...]:
    """Return the data files of a folder by name; a name or a file that cannot be read is a fault."""
    texts: list[tuple[str, str]] = []
    faults: list[Fault] = []
    try:
        there = sorted(each for each in folder.iterdir() if each.suffix.lower() in _LIKE_DATA)
    except OSError as error:
        raise CatalogueError([_unreadable(folder, error)]) from None
    for path in there:
        if path.name not in OWN_FILES:
            faults.append(
                Fault(str(path), 0, "", "is no file of the catalogue.", did_you_mean(path.name, OWN_FILES))
            )
            continue
        try:
            texts.append((path.name, path.read_text(encoding="utf-8-sig")))
        except (OSError, UnicodeDecodeError) as error:
            faults.append(_unreadable(path, error))
    if faults:
        raise CatalogueError([*faults, *_faults_of(folder, texts)])
    return tuple(texts)


def _faults_of(folder: Path, texts: list[tuple[str, str]]) -> tuple[Fault, ...]:
    try:
        _built(str(folder), tuple(texts))
    except CatalogueError as error:
        return error.faults
    return ()


def _unreadable(path: Path, error: OSError | UnicodeDecodeError) -> Fault:
    if isinstance(error, UnicodeDecodeError):
        return Fault(str(path), 0, "", "is not UTF-8 text.", "Save it as UTF-8.")
    reason = (error.strerror or type(error).__name__).lower()
    return Fault(str(path), 0, "", f"cannot be read ({reason}).", "Mend its permissions, or take it away.")


@lru_cache(maxsize=8)
def _built(folder: str, texts: tuple[tuple[str, str], ...]) -> Catalogue:
    reader = Reader((_first_layer(), *([Layer(folder, dict(texts))] if texts else [])))
    kpis = reader.entries("kpis.toml", KpiEntry)
    kpis = linked(reader, "kpis.toml", kpis, "guard", kpis, "a measure")
    channels = reader.entries("channels.toml", ChannelEntry)
    triggers = reader.words("triggers.toml", "triggers")
    risks = reader.entries("risks.toml", RiskEntry)
    risks = linked(reader, "risks.toml", risks, "trigger", triggers, "a trigger")
    initiatives = reader.entries("initiatives.toml", InitiativeEntry)
    for field, there, kind in (("trigger", triggers, "a trigger"), ("kpi", kpis, "a measure"),
                               ("needs", initiatives, "an initiative")):  # fmt: skip
        initiatives = linked(reader, "initiatives.toml", initiatives, field, there, kind)
    in_no_circle(reader, initiatives)
    severities = reader.entries("severities.toml", SeverityEntry)
    approvals = reader.entries("approvals.toml", ApprovalEntry)
    roles = reader.entries("roles.toml", RoleEntry)
    roles = linked(reader, "roles.toml", roles, "kpis", kpis, "a measure")
    statements = reader.entries("statements.toml", StatementEntry)
    audiences = reader.entries("audiences.toml", AudienceEntry)
    _hold_closed(reader, {"severities.toml": severities, "approvals.toml": approvals, "roles.toml": roles,
                          "audiences.toml": audiences})  # fmt: skip
    criteria = reader.entries("criteria.toml", CriterionEntry)
    words = words_of(reader, channels)
    found = Catalogue(
        kpis=_closed(kpis),
        channels=_closed(channels),
        risks=_closed(risks),
        initiatives=_closed(initiatives),
        severities=_closed(severities),
        approvals=_closed(approvals),
        criteria=_closed(criteria),
        roles=_closed(roles),
        statements=_closed(statements),
        audiences=_closed(audiences),
        sectors=_closed(_sectors(reader, channels)),
        triggers=_closed(triggers),
        refused=_closed(
            {plain_word(word): why for word, why in reader.words("channels.toml", "refused").items()}
        ),
        words=_closed(words),
        digest=hashlib.sha256(repr(texts).encode()).hexdigest() if texts else "",
    )
    if reader.faults:
        raise CatalogueError(reader.faults)
    return found


def _closed(entries: Mapping[str, V]) -> Mapping[str, V]:
    return MappingProxyType(dict(entries))


def _hold_closed(reader: Reader, kinds: Mapping[str, Mapping[str, object]]) -> None:
    """Keep a fault for an entry that is added to, or taken from, a list that the interview knows entry by entry."""
    for name, entries in kinds.items():
        first = reader.first(name)
        for key in entries:
            if key not in first:
                reader.about(name, key, "", f"cannot be added. {_CLOSED[name]}", did_you_mean(key, first))
        for key in first:
            if key in reader.retired and key not in entries:
                reader.about(name, key, "retired", f"cannot be retired. {_CLOSED[name]}")


def _sectors(reader: Reader, channels: Mapping[str, ChannelEntry]) -> dict[str, tuple[str, ...]]:
    known = reader.first_words("sectors.toml", "sectors")
    found: dict[str, tuple[str, ...]] = {}
    for sector, told in reader.words("sectors.toml", "sectors").items():
        named = tuple(each.strip() for each in told.split(",") if each.strip())
        if sector not in known:
            reader.about(
                "sectors.toml", sector, sector, "there is no such sector.", did_you_mean(sector, known)
            )
        for each in named:
            if each not in (*channels, *reader.retired, *reader.malformed):
                what = f'{sector}: "{each}" is not a channel.'
                reader.about("sectors.toml", sector, sector, what, did_you_mean(each, channels))
        found[sector] = tuple(each for each in named if each in channels)
    return found


@lru_cache(maxsize=1)
def _first_layer() -> Layer:
    data = files("stratgen.catalogue") / "data"
    names = (*OWN_FILES, "triggers.toml")
    return Layer(str(data), MappingProxyType({name: (data / name).read_text("utf-8") for name in names}))

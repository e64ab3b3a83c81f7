"""The clause register of the employee policy: which of its 26 clauses apply, and why (domain 10.3).

The clauses themselves are prose and stand in the templates. An answer that is not known calls for its clause,
which then shows the hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.findings.clauses import ClauseFinding, Clauses, CountryAnnex, CountryKey, SectorAnnex
from stratgen.analysis.jurisdictions import LAW_AS_OF, jurisdictions
from stratgen.engagement import Choice, Engagement, Unknown, known, records
from stratgen.engagement.policy import ConfidentialCategory
from stratgen.engagement.purpose import ServiceIntent
from stratgen.engagement.setup import Sector

ANNEX_TITLES: dict[CountryKey, str] = {
    "za": "South Africa",
    "uk": "United Kingdom",
    "us": "United States",
    "eu": "European Union",
    "au": "Australia",
    "other": "Other countries",
}

ALWAYS = "Always"
"""Why a clause stands that no answer calls for."""

_REGISTER: tuple[tuple[str, str, str], ...] = (
    ("C-01", "Why we engage", "why"),
    ("C-02", "Who and what is covered", "scope"),
    ("C-03", "Rights", "rights"),
    ("C-04", "Who speaks for us", "voices"),
    ("C-05", "Official accounts", "accounts"),
    ("C-06", "Personal use and advocacy", "personal-use"),
    ("C-07", "Disclosure", "disclosure"),
    ("C-08", "Reviews and ratings", "reviews"),
    ("C-09", "Confidential information", "confidential"),
    ("C-10", "Personal information", "personal-information"),
    ("C-11", "Fair play and wellbeing", "respect"),
    ("C-12", "Voice", "our-voice"),
    ("C-13", "Helping customers", "helping"),
    ("C-14", "Hard conversations", "hard"),
    ("C-15", "Accuracy and corrections", "accuracy"),
    ("C-16", "Accessibility", "accessibility"),
    ("C-17", "Artificial intelligence", "ai"),
    ("C-18", "Monitoring and privacy", "monitoring"),
    ("C-19", "Training", "training"),
    ("C-20", "Raising a concern", "concerns"),
    ("C-21", "Fair process", "fair-process"),
    ("C-22", "Review and consultation", "review"),
    ("C-23", "Acknowledgement", "acknowledgement"),
    ("C-24", "Rules of the sector", "sector"),
    ("C-25", "Firms that act for us", "agencies"),
    ("C-26", "When somebody leaves", "leaving"),
)
"""Id, title and heading key of each clause."""

_EXCHANGE = re.compile(r"\b(?:(?i:exchange|securities|listing)|JSE|NYSE|ASX)\b")
_PRESS = re.compile(r"\b(?:the press|press|journalists?|reporters?|news media|the media)\b", re.IGNORECASE)
_SECTORS = {
    Sector.BANKING: ("finance", "Financial services"),
    Sector.INSURANCE: ("finance", "Financial services"),
    Sector.HEALTH: ("health", "Health care"),
    Sector.PHARMA: ("pharma", "Pharmaceuticals"),
    Sector.PUBLIC: ("public", "Public body"),
}


def clauses(engagement: Engagement) -> Clauses:
    """Return the register of clauses, the country and sector annexes, and the state of legal review."""
    places = jurisdictions(engagement)
    annexes = tuple(_annexes(engagement))
    sectors = tuple(_sectors(engagement))
    reasons = _reasons(engagement, annexes, sectors)
    register = tuple(
        ClauseFinding(number, title, heading, *reasons.get(number, (True, ALWAYS)))
        for number, title, heading in _REGISTER
    )
    codes = tuple(place.code for place in places)
    reviewed = bool(places) and all(place.is_reviewed for place in places)
    return Clauses(register, annexes, sectors, codes, reviewed, _press(engagement))


def _press(engagement: Engagement) -> str | None:
    """Return the first authorised voice whose scope names the press: journalists are sent there (EP-4)."""
    voices = records(engagement.policy.authorised_voices)
    named = (known(each.role) for each in voices if _PRESS.search(known(each.scope) or ""))
    return next((role for role in named if role), None)


def _annexes(engagement: Engagement) -> Iterator[CountryAnnex]:
    places = jurisdictions(engagement)
    for key, title in ANNEX_TITLES.items():
        covered = tuple(place for place in places if (place.annex or "other") == key)
        if covered:
            yield CountryAnnex(key, title, None if key == "other" else LAW_AS_OF, covered)


def _sectors(engagement: Engagement) -> Iterator[SectorAnnex]:
    """Return the parts of the sector annex (C-24): by sector, by what is not yet published, by regulator."""
    set_up = engagement.engagement
    sector = known(set_up.sector)
    regulators = known(set_up.regulators) or ()
    named = _SECTORS.get(sector) if sector else None
    if sector and named:
        yield SectorAnnex(named[0], named[1], f"Sector: {sector.label}")  # type: ignore[arg-type]
    elif regulators:
        yield SectorAnnex("regulated", "Regulated activity", f"Regulator named: {regulators[0]}")
    if exchange := next((each for each in regulators if _EXCHANGE.search(each)), None):
        yield SectorAnnex("listed", "Listed company", f"Regulator named: {exchange}")
    elif (named or regulators) and _keeps_results(engagement):
        # A private firm may keep its results to itself; that alone makes it no subject of the rules on insiders.
        yield SectorAnnex("listed", "Unpublished results", "Unpublished results are on the confidential list")


def _keeps_results(engagement: Engagement) -> bool:
    items = records(engagement.policy.confidential)
    return any(item.category == ConfidentialCategory.UNPUBLISHED_RESULTS for item in items)


def _reasons(
    engagement: Engagement, annexes: tuple[CountryAnnex, ...], sectors: tuple[SectorAnnex, ...]
) -> dict[str, tuple[bool, str]]:
    """Return whether and why each clause applies that does not simply always apply."""
    policy, keys = engagement.policy, {each.key for each in annexes}
    agencies, exit_rule = engagement.team.agencies, policy.ownership_on_exit
    service = known(engagement.purpose.service_channel)
    europe = "; the European Union is selected" if "eu" in keys else ""
    return {
        "C-03": (True, _with(annexes, {"us", "uk", "za", "au"}, "; annexes add to it for")),
        "C-06": (True, f"Use at work: {_word(policy.personal_use)}; advocacy: {_word(policy.advocacy)}"),
        "C-07": (True, _with(annexes, {"us", "uk", "za"}, "; sources in the annexes for")),
        "C-08": (True, _with(annexes, {"us", "uk"}, "; sources in the annexes for")),
        "C-13": (
            service is not ServiceIntent.NO,
            f"Social service channel: {_word(engagement.purpose.service_channel)}",
        ),
        "C-17": (True, f"AI: {_word(policy.ai.use)}{europe}"),
        "C-18": (True, _with(annexes, {"uk", "eu", "za"}, f"Looked at: {_scope(engagement)}; basis needed in")),
        "C-21": (True, _with(annexes, {"uk", "za", "au"}, "; proportion is tested in")),
        "C-24": (bool(sectors), "; ".join(each.why for each in sectors) or "No rules of a sector apply"),
        "C-25": (
            agencies is not None and agencies != (),
            f"Firms named: {len(agencies)}" if isinstance(agencies, tuple) and agencies
            else "Not known yet" if isinstance(agencies, Unknown)
            else "Not asked" if agencies is None else "No firm acts for us",
        ),
        "C-26": (
            exit_rule is not None,
            "Not asked" if exit_rule is None
            else "Not known yet" if isinstance(exit_rule, Unknown) else "Ownership on leaving is answered",
        ),
    }  # fmt: skip


def _with(annexes: tuple[CountryAnnex, ...], keys: set[str], words: str) -> str:
    """Return the reason of a clause whose law differs from country to country."""
    titles = [each.title for each in annexes if each.key in keys]
    start = ALWAYS if words.startswith(";") else ""
    if titles:
        return f"{start}{words} {', '.join(titles)}"
    return start or words.partition(";")[0]


def _scope(engagement: Engagement) -> str:
    scope = engagement.policy.monitoring.scope
    return _word(scope) if isinstance(scope, Unknown) else ", ".join(_word(each) for each in scope)


def _word(answer: Choice | Unknown) -> str:
    return "not known yet" if isinstance(answer, Unknown) else answer.label[:1].lower() + answer.label[1:]

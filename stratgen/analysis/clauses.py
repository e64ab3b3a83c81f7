"""The clause register of the employee policy: which of its 26 clauses apply, and why (domain 10.3).

The clauses themselves are prose and stand in the templates. An answer that is not known calls for its clause,
which then shows the hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stratgen.analysis.calendar import months_later
from stratgen.analysis.findings.clauses import ClauseFinding, Clauses, CountryAnnex, CountryKey, SectorAnnex
from stratgen.analysis.jurisdictions import jurisdictions
from stratgen.analysis.policy_days import adopted_by, last_trained, still_allowed, terms_binding
from stratgen.engagement import Choice, Engagement, Unknown, known, records
from stratgen.engagement.policy import Advocacy
from stratgen.engagement.privacy import FurtherPurpose, MonitoringScope
from stratgen.engagement.purpose import ServiceIntent
from stratgen.engagement.setup import Sector
from stratgen.engagement.stakeholders import Department
from stratgen.engagement.team import Right

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
    ("C-25", "Firms that act for us", "scope"),
    ("C-26", "When somebody leaves", "accounts"),
)
"""Id, title and heading key of each clause."""

_FEW = 20
"""With fewer people than this there may be one manager, who cannot judge what concerns them."""
_EXCHANGE = re.compile(r"\b(?:(?i:exchange|securities|listing)|JSE|NYSE|ASX)\b")
_CARRIER = re.compile(r"\b(?:airlines?|airways|aviation|railways?|railroads?|rail)\b", re.IGNORECASE)
_PRESS = re.compile(r"\b(?:the press|press|journalists?|reporters?|news media|the media)\b", re.IGNORECASE)
_REGULATOR = re.compile(r"\bregulators?\b", re.IGNORECASE)
_SECTORS = {
    Sector.BANKING: ("finance", "Financial services"),
    Sector.INSURANCE: ("finance", "Financial services"),
    Sector.HEALTH: ("health", "Health care"),
    Sector.PHARMA: ("pharma", "Medicines, tests and devices"),
    Sector.PUBLIC: ("public", "Public body"),
}
_NOT_COMMERCIAL = (Sector.PUBLIC, Sector.CHARITY, Sector.EDUCATION)


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
    return Clauses(
        register, annexes, sectors, codes, reviewed, _voice_on(engagement, _PRESS), _carries(engagement),
        known(engagement.engagement.sector) not in _NOT_COMMERCIAL, consultation_open(engagement),
        _next_review(engagement), _further_purposes(engagement), adopted_by(engagement), last_trained(engagement),
        _sole_approver(engagement), _secured(engagement), _is_small(engagement), still_allowed(engagement),
        terms_binding(engagement), _voice_on(engagement, _REGULATOR),
    )  # fmt: skip


def _next_review(engagement: Engagement) -> date | None:
    """Return the day by which the policy is reviewed first: its months are added as in domain 11.6."""
    effective, months = known(engagement.policy.effective), known(engagement.policy.review_months)
    return None if effective is None or months is None else months_later(effective, months)


def _further_purposes(engagement: Engagement) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the further purposes of what is looked at by their basis and what it is, in a fixed order (POL-21).

    A disclosure is asked for only where public posts are searched; purposes without a basis stand last, under "".
    """
    scope = known(engagement.policy.monitoring.scope) or ()
    served = [
        each
        for each in FurtherPurpose
        if each is not FurtherPurpose.DISCLOSURE or MonitoringScope.BRAND_MENTIONS in scope
    ]
    given = {
        purpose: ", ".join(filter(None, (basis.label, known(each.named))))
        for each in records(engagement.policy.purposes or ())
        if (purpose := known(each.purpose)) and (basis := known(each.basis))
    }
    found: dict[str, list[str]] = {}
    for purpose in sorted(served, key=lambda each: each not in given):
        found.setdefault(given.get(purpose, ""), []).append(purpose.label)
    return tuple((basis, tuple(purposes)) for basis, purposes in found.items())


def _is_small(engagement: Engagement) -> bool:
    """Return whether so few people work there that there may be only one manager (ENG-09)."""
    count = known(engagement.engagement.headcount)
    return count is not None and count < _FEW


def _sole_approver(engagement: Engagement) -> bool:
    """Return whether the accountable executive is the only approver of content (APR-01)."""
    approvers = {each.approver for each in records(engagement.governance.approvals) if known(each.approver)}
    return approvers == {engagement.team.accountable_executive}


def _secured(engagement: Engagement) -> bool:
    """Return whether IT and security is the department that is accountable for safe accounts (TEAM-04)."""
    right = (known(engagement.team.responsibilities.secure) or {}).get(Department.IT)
    return right in (Right.ACCOUNTABLE, Right.BOTH)


def consultation_open(engagement: Engagement) -> tuple[str, ...]:
    """Return the employee bodies without a consultation, then the consultations that are not closed (POL-14)."""
    held = records(engagement.policy.consultations)
    heard = {(known(each.body) or "").casefold() for each in held}
    bodies = known(engagement.engagement.employee_bodies) or ()
    missing = [body for body in bodies if body.casefold() not in heard]
    return (*missing, *(body for each in held if each.closed is False and (body := known(each.body))))


def _carries(engagement: Engagement) -> bool:
    """Return whether the client is an airline or a railway, by its sector, its name and its regulators."""
    set_up = engagement.engagement
    names = (known(set_up.client.legal_name) or "", *(known(set_up.regulators) or ()))
    return known(set_up.sector) is Sector.TRAVEL and any(_CARRIER.search(name) for name in names)


def _voice_on(engagement: Engagement, who: re.Pattern[str]) -> str | None:
    """Return the first authorised voice whose scope names the press, or regulators: they are sent there (EP-4)."""
    voices = records(engagement.policy.authorised_voices)
    named = (known(each.role) for each in voices if who.search(known(each.scope) or ""))
    return next((role for role in named if role), None)


def _annexes(engagement: Engagement) -> Iterator[CountryAnnex]:
    places = jurisdictions(engagement)
    for key, title in ANNEX_TITLES.items():
        covered = tuple(place for place in places if (place.annex or "other") == key)
        if covered:
            as_of = None if key == "other" else min(place.law_day for place in covered)
            yield CountryAnnex(key, title, as_of, covered)


def _sectors(engagement: Engagement) -> Iterator[SectorAnnex]:
    """Return the parts of the sector annex (C-24): by sector, by regulator, by exchange."""
    set_up = engagement.engagement
    sector = known(set_up.sector)
    regulators = known(set_up.regulators) or ()
    named = _SECTORS.get(sector) if sector else None
    if sector and named:
        yield SectorAnnex(named[0], named[1], f"Sector: {sector.label}")  # type: ignore[arg-type]
    elif regulators:
        yield SectorAnnex("regulated", "Regulated activity", f"Regulator named: {regulators[0]}")
    # A private firm may keep its results to itself; that alone makes it no subject of the rules on insiders.
    if exchange := next((each for each in regulators if _EXCHANGE.search(each)), None):
        yield SectorAnnex("listed", "Listed company", f"Regulator named: {exchange}")


def _reasons(
    engagement: Engagement, annexes: tuple[CountryAnnex, ...], sectors: tuple[SectorAnnex, ...]
) -> dict[str, tuple[bool, str]]:
    """Return whether and why each clause applies that does not simply always apply."""
    policy, keys = engagement.policy, {each.key for each in annexes}
    agencies, exit_rule = engagement.team.agencies, policy.ownership_on_exit
    service = known(engagement.purpose.service_channel)
    europe = "; the annex for the European Union adds duties" if "eu" in keys else ""
    return {
        "C-03": (True, _always(annexes, {"us", "uk", "za", "au"}, "adds to it")),
        "C-06": (
            True,
            f"Personal use at work is {_word(policy.personal_use)}; speaking up for us is {_advocacy(engagement)}",
        ),
        "C-07": (True, _always(annexes, {"us", "uk", "za"}, "names the sources")),
        "C-08": (True, _always(annexes, {"us", "uk"}, "names the sources")),
        "C-13": _service(service),
        "C-17": (True, f"The use of AI is {_word(policy.ai.use)}{europe}"),
        "C-18": (True, _watched(engagement, annexes)),
        "C-21": (True, _always(annexes, {"uk", "za", "au"}, "asks for proportion")),
        "C-24": (bool(sectors), "; ".join(each.why for each in sectors) or "No rules of a sector apply"),
        "C-25": (
            agencies is not None and agencies != (),
            f"{len(agencies)} {'firm acts' if len(agencies) == 1 else 'firms act'} for us"
            if isinstance(agencies, tuple) and agencies
            else "Not known yet" if isinstance(agencies, Unknown)
            else "No firm is named" if agencies is None else "No firm acts for us",
        ),
        "C-26": (
            exit_rule is not None,
            "Nothing is agreed beyond the rule on leavers" if exit_rule is None
            else "Not known yet" if isinstance(exit_rule, Unknown)
            else "The answers say who owns accounts and contacts",
        ),
    }  # fmt: skip


def _advocacy(engagement: Engagement) -> str:
    answer = engagement.policy.advocacy
    return "not organised" if answer is Advocacy.NONE else _word(answer)


def _service(intent: ServiceIntent | None) -> tuple[bool, str]:
    """Return whether the clause on helping customers applies, and why."""
    if intent is None:
        return True, "Whether a service channel is planned is not known yet"
    if intent is ServiceIntent.NO:
        return False, "No service channel is planned"
    return True, f"A service channel is {'planned' if intent is ServiceIntent.CREATE else 'to be extended'}"


def _always(annexes: tuple[CountryAnnex, ...], keys: set[str], verb: str) -> str:
    """Return the reason of a clause that always stands, and which annexes go on with it."""
    titles = [_with_article(each) for each in annexes if each.key in keys]
    return f"{ALWAYS}; the annex for {' and for '.join(titles)} {verb}" if titles else ALWAYS


def _watched(engagement: Engagement, annexes: tuple[CountryAnnex, ...]) -> str:
    scope = engagement.policy.monitoring.scope
    if isinstance(scope, Unknown):
        return "What is looked at is not known yet"
    if MonitoringScope.NONE in scope:
        return "There is no monitoring, so no legal basis is needed"
    found = ", ".join(_word(each) for each in scope)
    titles = [_with_article(each) for each in annexes if each.key in {"uk", "eu", "za"}]
    basis = f"; {', '.join(titles)}: a legal basis is needed" if titles else ""
    return f"We look at {found}{basis}"


def _with_article(annex: CountryAnnex) -> str:
    return annex.title if annex.key in ("za", "au") else f"the {annex.title}"


def _word(answer: Choice | Unknown) -> str:
    return "not known yet" if isinstance(answer, Unknown) else answer.label[:1].lower() + answer.label[1:]

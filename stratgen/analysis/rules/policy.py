"""Rules about the employee engagement policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.calendar import months_later
from stratgen.analysis.channel_years import library_id
from stratgen.analysis.clauses import consultation_open
from stratgen.analysis.jurisdictions import jurisdictions
from stratgen.analysis.keypaths import Path
from stratgen.analysis.policy_days import POLICY_WORK
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.privacy import LawfulBasis, MonitoringScope
from stratgen.engagement.setup import Status

_BASIS_NEEDED = frozenset({"uk", "eu", "za"})
"""Annexes whose law wants a ground for looking at what people do."""

_LEGAL_FORMS = frozenset({
    "limited", "ltd", "plc", "inc", "incorporated", "corp", "corporation", "company", "co", "group", "holdings",
    "llc", "llp", "pty", "the", "and", "of", "bank",
})  # fmt: skip
"""Words of a company's name that do not tell it from others."""
_WORKING_LIFE = re.compile(
    r"\b((?<!to )pay(?! (?:for|off|back|by|with)\b)|salar\w*|wages?|bonus\w*|working hours|hours of work|shifts?|rosters?|working conditions"
    r"|conditions of (work|employment)|terms of employment|union\w*|benefits?)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(staff|employees?|workers?|(?:our|their) (?:\w+ )?people|colleagues?|team|agents?|managers?|your|their own)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(customers?|members?|clients?|patients?|tenants?|residents?|travellers?|travelers?|guests?|students?|pupils?"
    r"|donors?|families|suppliers?|vendors?|agenc(?:y|ies)|contractors?|partners?|landlords?|insurers?)\b",
    re.IGNORECASE,
)
"""Whose pay, hours or benefits are no working conditions of ours: what a supplier is paid may be a secret."""
_ANYTHING = re.compile(
    r"\b(any|all|every)\w*\b[^.;]{0,40}\b(internal|company|information|business)\b", re.IGNORECASE
)
_REACHED = re.compile(
    r"\d|@|\b(numbers?|telephones?|phones?|call|calls|letters?|post|e-?mails?|in person|rooms?|office hours|intranet|website"
    r"|web site|web page|form|app|address|handbook|boards?|poster|posters|cards?|roster|rota)\b",
    re.IGNORECASE,
)
"""What tells a reader how somebody is reached, or where that stands."""
_UNWATCHED = re.compile(
    r"\b(?:not|never|nobody)\b[^.;]*\b(?:collects?|looks? at|reads?|records?|watch(?:es)?|monitors?)\b"
    r"[^.;]*\b(?:private|own|personal) accounts?\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(r"\bpublic\b", re.IGNORECASE)
_MONITORING: Path = ("policy", "monitoring")
_DRAFTS = re.compile(r"\bdraft", re.IGNORECASE)
_TRIAL = "I-27"
"""The work of the library that brings in the policy, and that which tries drafts made with AI."""


@rule("V27", "error", "policy.monitoring", "engagement.countries")
def monitoring_is_lawful(ground: Ground) -> Iterator[Breach]:
    """Who looks at anything tells people; in the UK, the EU and South Africa also on which basis."""
    monitoring = ground.engagement.policy.monitoring
    scope = known(monitoring.scope)
    if scope is None or scope == (MonitoringScope.NONE,):
        return
    if known(monitoring.notice_given) is not True and not _is_owned(monitoring.notice_given):
        what = "something is monitored, but people have not been told."
        yield Breach(
            (*_MONITORING, "notice_given"),
            what,
            "Tell people first, then answer “Have people been told?” with yes; or say who will, and by when.",
        )
    strict = _strict_countries(ground)
    if strict and known(monitoring.lawful_basis) is None and not _is_owned(monitoring.lawful_basis):
        what = f"something is monitored in {', '.join(strict)}, without a lawful basis."
        yield Breach((*_MONITORING, "lawful_basis"), what, "State the basis.")
    if strict and monitoring.impact_assessment is None:
        what = f"something is monitored in {', '.join(strict)}; nothing says whether the impact was assessed."
        yield Breach((*_MONITORING, "impact_assessment"), what, "Answer yes or no.")


def _is_owned(answer: object) -> bool:
    """Tell whether an answer is open and somebody is named who finds out: that is an open point, and no breach."""
    return isinstance(answer, Unknown) and answer.owner is not None


def _strict_countries(ground: Ground) -> list[str]:
    return [each.name for each in jurisdictions(ground.engagement) if each.annex in _BASIS_NEEDED]


@rule("V28", "warning", "engagement.employee_bodies", "policy.consultations")
def representatives_are_consulted(ground: Ground) -> Iterator[Breach]:
    """Where a union or works council is recognised, a consultation is recorded."""
    bodies = known(ground.engagement.engagement.employee_bodies)
    if bodies and known(ground.engagement.policy.consultations) == ():
        what = f"{bodies[0]} is recognised, but no consultation is recorded."
        yield Breach(("policy", "consultations"), what, "Consult them, and record the date and the outcome.")


@rule("V36", "warning", "policy.review_months")
def policy_is_reviewed_every_year(ground: Ground) -> Iterator[Breach]:
    """The policy is reviewed at least every twelve months."""
    months = known(ground.engagement.policy.review_months)
    if months is not None and months > 12:
        what = f"the policy is reviewed only every {months} months."
        yield Breach(("policy", "review_months"), what, "Review it every 12 months or sooner.")


@rule("V58", "error", "policy.disclosure_wording", "engagement.client")
def disclosure_names_the_employer(ground: Ground) -> Iterator[Breach]:
    """The words of disclosure name the employer."""
    wording, client = known(ground.engagement.policy.disclosure_wording), ground.engagement.engagement.client
    name = known(client.short_name) or known(client.legal_name)
    if not wording or not name:
        return
    telling = {word.casefold() for word in re.findall(r"\w{2,}", name)} - _LEGAL_FORMS or {name.casefold()}
    if not any(re.search(rf"(?<!\w){re.escape(word)}", wording.casefold()) for word in telling):
        what = "the wording does not name the employer."
        yield Breach(("policy", "disclosure_wording"), what, f"Say for whom they work: {name}.")


@rule("V59", "error", "policy.monitoring.scope")
def no_monitoring_stands_alone(ground: Ground) -> Iterator[Breach]:
    """Who monitors nothing monitors nothing else."""
    scope = known(ground.engagement.policy.monitoring.scope)
    if scope and MonitoringScope.NONE in scope and len(scope) > 1:
        what = "none stands beside something that is monitored."
        yield Breach((*_MONITORING, "scope"), what, "Keep none alone, or take it out.")


@rule("V60", "error", "policy.confidential[].example")
def confidential_is_enumerated(ground: Ground) -> Iterator[Breach]:
    """What is confidential is named, and is never pay, hours or conditions."""
    for position, item in enumerate(records(ground.engagement.policy.confidential)):
        example = known(item.example) or ""
        path: Path = ("policy", "confidential", position, "example")
        about_others = _OTHERS.search(example) and not _STAFF.search(example)
        if (found := _WORKING_LIFE.search(example)) and not about_others:
            what = (
                f'"{found[0]}" may not be confidential: people may speak of their pay, hours and conditions.'
            )
            yield Breach(path, what, "Take it out, or say whose data are meant without these words.")
        elif _ANYTHING.search(example):
            yield Breach(path, "the example covers everything.", "Name what people would recognise.")


@rule("V87", "warning", "policy.accounts.leavers_removed_hours")
def leavers_are_removed_in_a_day(ground: Ground) -> Iterator[Breach]:
    """Leavers are removed from accounts within 24 hours."""
    hours = known(ground.engagement.policy.accounts.leavers_removed_hours)
    if hours is not None and hours > 24:
        what = f"leavers keep access to accounts for {hours} hours."
        yield Breach(("policy", "accounts", "leavers_removed_hours"), what, "Make it 24 or fewer.")


@rule("V88", "error", "policy.accounts.multi_factor")
def sign_in_has_two_factors(ground: Ground) -> Iterator[Breach]:
    """Official accounts require multi-factor sign-in."""
    if ground.engagement.policy.accounts.multi_factor is False:
        what = "official accounts do not require multi-factor sign-in."
        yield Breach(("policy", "accounts", "multi_factor"), what, "Require it; one password is easily lost.")


@rule("V90", "warning", "policy.monitoring.lawful_basis", "engagement.countries")
def consent_is_seldom_free(ground: Ground) -> Iterator[Breach]:
    """In the UK, the EU and South Africa monitoring does not rest on employees' consent."""
    strict = _strict_countries(ground)
    if strict and ground.engagement.policy.monitoring.lawful_basis == LawfulBasis.CONSENT:
        what = "monitoring rests on consent, which employees can seldom give freely."
        yield Breach((*_MONITORING, "lawful_basis"), what, "Ask counsel for another basis.")


@rule("V140", "warning", "engagement.employee_bodies", "policy.consultations[*]", "engagement.pack.status")
def consultation_is_closed_before_approval(ground: Ground) -> Iterator[Breach]:
    """Before the pack goes for approval, each employee body has been consulted and each consultation is closed."""
    status = known(ground.engagement.engagement.pack.status)
    consulted = known(ground.engagement.policy.consultations)
    if status in (None, Status.DRAFT) or not consulted:
        return  # without any record V28 speaks
    if missing := consultation_open(ground.engagement):
        what = f"the consultation is still open: {', '.join(missing)}."
        yield Breach(("policy", "consultations"), what, "Consult them, and record the date and the outcome.")


@rule("V141", "warning", "policy.monitoring.lawful_basis", "policy.monitoring.basis_named")
def a_legal_duty_is_named(ground: Ground) -> Iterator[Breach]:
    """Monitoring that rests on a legal duty says which law asks for it."""
    watch = ground.engagement.policy.monitoring
    if watch.lawful_basis == LawfulBasis.LEGAL_DUTY and watch.basis_named is None:
        what = "monitoring rests on a legal duty, but no law is named."
        yield Breach((*_MONITORING, "basis_named"), what, "Name the law, or ask counsel for another basis.")


@rule("V152", "warning", "policy.legal_reviews[]", "engagement.pack.status", "engagement.pack.date")
def a_review_is_of_the_text_approved(ground: Ground) -> Iterator[Breach]:
    """What is approved was reviewed in law within the last six months."""
    status, day = known(ground.engagement.engagement.pack.status), ground.day
    if status is not Status.APPROVED or day is None:
        return
    for position, each in enumerate(records(ground.engagement.policy.legal_reviews)):
        reviewed = known(each.date)
        if reviewed is not None and months_later(reviewed, 6) < day:
            what = f"the review is of {reviewed}, more than six months before this version of {day}."
            path: Path = ("policy", "legal_reviews", position, "date")
            yield Breach(path, what, "Have counsel look at this version, and give that date.")


@rule("V153", "warning", "policy.concerns.contact")
def a_confidential_contact_can_be_reached(ground: Ground) -> Iterator[Breach]:
    """Whoever speaks up in confidence is told how, or where the number stands."""
    contact = known(ground.engagement.policy.concerns.contact)
    if contact and not _REACHED.search(contact):
        what = "it does not say how the contact is reached."
        mend = "Give the number, the address or the room, or say where it is found."
        yield Breach(("policy", "concerns", "contact"), what, mend)


@rule("V154", "warning", "policy.agreed_rules[]", "policy.monitoring.scope")
def what_was_agreed_is_kept_by_the_notice(ground: Ground) -> Iterator[Breach]:
    """No agreed rule promises more of private accounts than a search of public posts can keep."""
    scope = known(ground.engagement.policy.monitoring.scope) or ()
    if MonitoringScope.BRAND_MENTIONS not in scope:
        return
    for position, each in enumerate(records(ground.engagement.policy.agreed_rules or ())):
        text = known(each.rule) or ""
        if _UNWATCHED.search(text) and not _PUBLIC.search(text):
            what = "it promises that private accounts are left alone, yet public posts are searched for the name."
            path: Path = ("policy", "agreed_rules", position, "rule")
            yield Breach(path, what, "Say that posts which are not public are meant, or stop the search.")


@rule("V190", "warning", "policy.effective", "initiatives[].id", "initiatives[].end")
def policy_holds_once_it_is_finished(ground: Ground) -> Iterator[Breach]:
    """The policy takes effect once the work that finishes it and brings it in has ended."""
    holds = known(ground.engagement.policy.effective)
    for position, each in enumerate(records(ground.engagement.initiatives)):
        end, key = known(each.end), library_id(known(each.id) or "", ground.catalogue)
        if key == POLICY_WORK and holds is not None and end is not None and end > holds:
            what = f"the work on the policy ends on {end}, yet the policy holds from {holds}."
            mend = "End the work by that day, or let the policy hold later."
            yield Breach(("initiatives", position, "end"), what, mend)


@rule("V191", "warning", "policy.ai.approved_tools", "policy.effective", "initiatives[*]", "vision.declined")
def no_tool_is_approved_before_its_trial(ground: Ground) -> Iterator[Breach]:
    """A tool that drafts is approved by the policy only if its trial is planned, and begins before the policy holds."""
    policy, declined = ground.engagement.policy, records(ground.engagement.vision.declined or ())
    holds = known(policy.effective)
    drafting = next((each for each in records(policy.ai.approved_tools) if _DRAFTS.search(each)), None)
    if drafting is None:
        return
    trials = [
        each
        for each in records(ground.engagement.initiatives)
        if library_id(known(each.id) or "", ground.catalogue) == _TRIAL
    ]
    late = [start for each in trials if (start := known(each.start)) and holds and start > holds]
    if late:
        what = f"“{drafting}” may be used from {holds}, yet it is tried only from {late[0]}."
    elif not trials and any(known(each.id) == _TRIAL for each in declined):
        what = f"“{drafting}” may be used, yet the plan declines to try it this year."
    else:
        return
    mend = "Take it out until the trial begins, or bring the trial forward."
    yield Breach(("policy", "ai", "approved_tools"), what, mend)


RULES = (
    monitoring_is_lawful,
    representatives_are_consulted,
    policy_is_reviewed_every_year,
    disclosure_names_the_employer,
    no_monitoring_stands_alone,
    confidential_is_enumerated,
    leavers_are_removed_in_a_day,
    sign_in_has_two_factors,
    consent_is_seldom_free,
    consultation_is_closed_before_approval,
    a_legal_duty_is_named,
    a_review_is_of_the_text_approved,
    a_confidential_contact_can_be_reached,
    what_was_agreed_is_kept_by_the_notice,
    policy_holds_once_it_is_finished,
    no_tool_is_approved_before_its_trial,
)

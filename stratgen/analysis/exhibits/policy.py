"""Exhibits of the employee engagement policy."""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import months_cell, one_by_one, row, words
from stratgen.analysis.exhibits.forms import form_cell
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.analysis.jurisdictions import Jurisdiction, jurisdictions
from stratgen.analysis.policy_days import trained_by
from stratgen.analysis.sentences import inside
from stratgen.document import Cell, Exhibit, FormKind, Text
from stratgen.engagement import Unknown
from stratgen.engagement.answer import known, records
from stratgen.engagement.channels import ChannelStatus
from stratgen.engagement.policy import AuthorisedVoice, Covered
from stratgen.engagement.training import Audience, Training

_NOT_YET = "Not yet"
_HELD = "The annexes sum up the law as we knew it on the day shown, unless a row gives another date."


def voices(brief: Brief) -> Exhibit | None:
    """Return the roles that may speak, on what, and how to become one (POL-06)."""
    show = brief.wording.cell
    heads = columns(("Role", 1.1), ("Speaks on", 1.7), ("How to become one", 1.7))
    rows = [
        row(show(voice.role), show(voice.scope), _becoming(brief, voice))
        for voice in records(brief.engagement.policy.authorised_voices)
    ]
    return table("policy-voices", "Who may speak for us", heads, rows)


def _becoming(brief: Brief, voice: AuthorisedVoice) -> Cell:
    """Return how somebody becomes one: the steps, and before them the training of an audience of the plan."""
    steps, trained = brief.wording.inlines(voice.how_to_become), voice.trained_as
    if trained is None:
        return Cell((steps,))
    if isinstance(trained, Unknown):
        return Cell((steps, brief.wording.inlines(trained)))
    return Cell(((*steps, Text(f", after the training for {inside(trained.label)}")),))


def accounts(brief: Brief) -> Exhibit | None:
    """Return the register of official accounts: those with an address, and all that are active (EP-5)."""
    show = brief.wording.cell
    heads = columns(
        ("Account", 1.1),
        ("Address", 1.5),
        ("Status", 0.8),
        ("Who answers for it", 1.3),
    )
    rows = [
        row(words(found.name), show(found.channel.handle), show(found.channel.status),
            show(found.channel.owner))
        for found in brief.findings.channels.findings
        if found.channel.handle is not None or known(found.channel.status) == ChannelStatus.ACTIVE
    ]  # fmt: skip
    source = f"Register as at {_pack_day(brief)}." if known(brief.engagement.engagement.pack.date) else ""
    return table("policy-accounts", "Register of official accounts", heads, rows, source)


def confidential(brief: Brief) -> Exhibit | None:
    """Return the list of what is confidential, with an example of each (POL-10)."""
    show = brief.wording.cell
    heads = columns(("What is confidential", 1), ("For example", 2))
    rows = [
        row(show(item.category), show(item.example)) for item in records(brief.engagement.policy.confidential)
    ]
    return table("policy-confidential", "What this policy treats as confidential", heads, rows)


def training(brief: Brief) -> Exhibit | None:
    """Return who learns what, and how often it is refreshed (TRN-01 to 04)."""
    heads = columns(
        ("Who", 1.2),
        ("Modules", 2),
        ("Trained by", 0.9),
        ("Refreshed every", 0.8),
        ("Test first", 0.5),
    )
    rows = [
        row(_learner(brief, each.audience), one_by_one(brief.wording, each.modules), _due(brief, each),
            months_cell(brief.wording, each.refresh_months), _tested(brief, each))
        for each in records(brief.engagement.training)
    ]  # fmt: skip
    return table("policy-training", "Who learns what", heads, rows)


def _due(brief: Brief, plan: Training) -> Cell:
    """Return the day by which an audience is trained; or that all of them are trained."""
    if known(plan.trained_today) == 100:
        return words("Trained today")
    day = trained_by(brief.engagement, plan)
    return brief.wording.cell(plan.by) if day is None else words(brief.wording.day(day))


def _learner(brief: Brief, audience: Audience | Unknown) -> Cell:
    """Return who learns; where volunteers are covered, all staff are not all."""
    covers = known(brief.engagement.policy.covers) or ()
    if audience is Audience.ALL_STAFF and Covered.VOLUNTEERS in covers:
        return words(f"{Audience.ALL_STAFF.label} and volunteers")
    return brief.wording.cell(audience)


def _tested(brief: Brief, plan: Training) -> Cell:
    """Return whether a test comes before posting; all staff as such do not post, so there none is missed."""
    if plan.certified_before_posting is not None:
        return brief.wording.cell(plan.certified_before_posting)
    return words("" if plan.audience is Audience.ALL_STAFF else "Not decided yet")


def consultations(brief: Brief) -> Exhibit | None:
    """Return who was consulted about the policy, when, and with what outcome (POL-14)."""
    show = brief.wording.cell
    heads = columns(("Who was consulted", 1.2), ("When", 0.9), ("Outcome, as reported", 2))
    rows = [
        row(show(each.body), show(each.date), show(each.outcome))
        for each in records(brief.engagement.policy.consultations)
    ]
    return table("policy-consultations", "Consultation so far", heads, rows)


def reviews(brief: Brief) -> Exhibit | None:
    """Return the state of the legal review in each country where employees work (POL-15)."""
    places = _places(brief)
    held = _HELD if any(place.annex for place in places) else ""
    return _reviews(brief, "policy-reviews", "Legal review, country by country", places, held)


def reviews_open(brief: Brief) -> Exhibit | None:
    """Return the countries whose legal review is not complete; None where all are."""
    places = tuple(place for place in _places(brief) if not place.is_reviewed)
    return _reviews(brief, "policy-reviews-open", "Legal reviews that are still open", places)


def reviews_other(brief: Brief) -> Exhibit | None:
    """Return the countries for which no annex is written; None where there are none."""
    places = tuple(place for place in _places(brief) if not place.annex)
    return _reviews(brief, "policy-reviews-other", "Countries without an annex", places)


def _places(brief: Brief) -> tuple[Jurisdiction, ...]:
    return jurisdictions(brief.engagement)


def _reviews(
    brief: Brief, key: str, caption: str, places: tuple[Jurisdiction, ...], source: str = ""
) -> Exhibit | None:
    heads = columns(
        ("Country", 1.2),
        ("Law as known on", 1),
        ("Reviewed by", 1.5),
        ("Reviewed on", 1.2),
    )
    rows = [
        row(words(place.name), words(brief.wording.day(place.law_day) if place.annex else ""),
            _review_field(brief, place, "text"), _review_field(brief, place, "date"))
        for place in places
    ]  # fmt: skip
    return table(key, caption, heads, rows, source)


def _review_field(brief: Brief, place: Jurisdiction, kind: FormKind) -> Cell:
    """Return the reviewer ("text") or the day ("date") of a review as a field that counsel fills in."""
    name, answer = ("date", place.reviewed) if kind == "date" else ("reviewer", place.reviewer)
    key = f"policy.legal_reviews[{place.kept_under}].{name}"
    title = f"{place.name}: {'reviewed on' if kind == 'date' else 'reviewed by'}"
    return form_cell(brief.wording, kind, key, title, answer, _NOT_YET)


def _pack_day(brief: Brief) -> str:
    return brief.wording.text(brief.engagement.engagement.pack.date)


BUILDERS: dict[str, Builder] = {
    "policy-voices": voices,
    "policy-accounts": accounts,
    "policy-confidential": confidential,
    "policy-training": training,
    "policy-consultations": consultations,
    "policy-reviews": reviews,
    "policy-reviews-open": reviews_open,
    "policy-reviews-other": reviews_other,
}

"""Rules about the order in which the law wants things done, and about words that claim more than was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.keypaths import Path
from stratgen.analysis.policy_days import adopted_by
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.setup import Status

_ASSESSED: Path = ("policy", "monitoring", "assessed_on")
_TWICE = re.compile(r"\b(?!(?:that|had)\b)([a-z]{2,}) \1\b(?!-)", re.IGNORECASE)
"""A word that stands twice in a row; “that that” and “had had” may be meant."""


@rule(
    "V250", "warning", "policy.monitoring.impact_assessment", "policy.monitoring.assessed_on", "policy.effective",
    "engagement.pack.date",
)  # fmt: skip
def an_assessment_is_made_before_it_is_claimed(ground: Ground) -> Iterator[Breach]:
    """An impact assessment that was made lies before the pack, and one still to be made before the policy holds."""
    policy = ground.engagement.policy
    made, day = known(policy.monitoring.impact_assessment), known(policy.monitoring.assessed_on)
    holds = known(policy.effective)
    if day is None:
        return
    if made is True and ground.day is not None and day > ground.day:
        what = f"the impact assessment is said to be made, yet its day, {day}, lies after the pack's, {ground.day}."
        mend = "Answer that it is not made yet, and keep the day as that by which it will be."
        yield Breach(_ASSESSED, what, mend)
    elif made is False and holds is not None and day > holds:
        what = f"the impact assessment comes by {day}, yet people are looked at from {holds}."
        yield Breach(_ASSESSED, what, "Have it made before the policy holds.")


@rule(
    "V251",
    "warning",
    "policy.legal_reviews[]",
    "policy.adopted_by",
    "policy.effective",
    "board.resolutions[*]",
)
def counsel_reads_before_the_policy_is_adopted(ground: Ground) -> Iterator[Breach]:
    """Counsel's review in each country comes before the policy is adopted, or at least before it holds there."""
    last = adopted_by(ground.engagement) or known(ground.engagement.policy.effective)
    for position, each in enumerate(records(ground.engagement.policy.legal_reviews)):
        day = each.date.due if isinstance(each.date, Unknown) else each.date
        if last is not None and day is not None and day > last:
            what = f"counsel reviews it for {known(each.country) or 'this country'} by {day}, after it is adopted, {last}."
            path: Path = ("policy", "legal_reviews", position, "date")
            yield Breach(path, what, "Have it reviewed before, or adopt the policy later.")


@rule("V252", "warning", "terms.effective", "policy.effective")
def the_policy_waits_for_terms_it_relies_on(ground: Ground) -> Iterator[Breach]:
    """The terms, which the policy sends its readers to, hold no later than the policy."""
    terms, policy = known(ground.engagement.terms.effective), known(ground.engagement.policy.effective)
    if terms is not None and policy is not None and terms > policy:
        what = f"the terms hold only from {terms}, yet the policy sends people to them from {policy}."
        yield Breach(("terms", "effective"), what, "Let the terms hold by that day, or the policy later.")


@rule("V253", "warning", "policy.agreed_rules", "policy.consultations[*]")
def what_is_agreed_was_consulted_on(ground: Ground) -> Iterator[Breach]:
    """A rule is called agreed only where at least one consultation is closed."""
    policy = ground.engagement.policy
    held = known(policy.consultations)
    if held is not None and records(policy.agreed_rules or ()) and all(each.closed is False for each in held):
        what = "rules are called agreed, yet no consultation is closed."
        yield Breach(("policy", "agreed_rules"), what, "Close it first, or take the rules out until then.")


@rule("V254", "warning", "policy.legal_reviews[]", "engagement.pack.status")
def an_approved_policy_asks_counsel_nothing(ground: Ground) -> Iterator[Breach]:
    """Before the pack is approved, counsel has answered the questions of each annex that was reviewed."""
    if known(ground.engagement.engagement.pack.status) is not Status.APPROVED:
        return
    for position, each in enumerate(records(ground.engagement.policy.legal_reviews)):
        if known(each.date) is not None and each.answered is not True:
            what = (
                "the review is given, yet nothing says that counsel has answered the questions of the annex."
            )
            path: Path = ("policy", "legal_reviews", position, "answered")
            yield Breach(path, what, "Answer yes once it is so; until then the questions print.")


@rule("V255", "warning")
def no_word_stands_twice(ground: Ground) -> Iterator[Breach]:
    """No answer holds the same word twice in a row."""
    for question in ground.asked:
        texts = question.answer if isinstance(question.answer, tuple) else (question.answer,)
        for text in texts:
            if isinstance(text, str) and (found := _TWICE.search(text)):
                yield Breach(question.path, f"“{found[0]}” stands twice.", "Take one of the two out.")


RULES = (
    an_assessment_is_made_before_it_is_claimed,
    counsel_reads_before_the_policy_is_adopted,
    the_policy_waits_for_terms_it_relies_on,
    what_is_agreed_was_consulted_on,
    an_approved_policy_asks_counsel_nothing,
    no_word_stands_twice,
)

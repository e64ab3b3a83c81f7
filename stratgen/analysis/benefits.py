"""What a year brings (domain 5.12): worked out from contacts and costs, or as typed, and what remains of it.

The same contacts are counted once (rule V16). A benefit is capacity released unless a budget cut is agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stratgen.analysis.findings import BenefitFinding, Benefits, Case, Range
from stratgen.catalogue import plain_word
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.money import Benefit, WorkedKind, Working

REPEAT_FACTOR = 1.0
"""How many repeat contacts one unresolved contact makes."""

MONTHS = 12
Sums = tuple[float | None, float | None, float | None]

NOT_BACK = "Does not pay back in the period"
NOT_SCORED = "Not scored"


def lines(engagement: Engagement) -> tuple[BenefitFinding, ...]:
    """Return every benefit with its amounts, in the order of the answers."""
    seen: set[str] = set()
    found = []
    for each in records(engagement.board.benefits):
        contacts = known(each.working.contacts_are) if each.working else None
        key = plain_word(contacts or "")
        found.append(_line(each, counted=not key or key not in seen))
        seen |= {key} - {""}
    return tuple(found)


def sums(findings: Iterable[BenefitFinding]) -> Sums:
    """Return low, base and high of the benefits that are counted, each None where one is not known or none is."""
    counted = [each for each in findings if each.counted]
    low = _sum(each.low for each in counted)
    return low, _sum(each.base for each in counted), _sum(each.high for each in counted)


def total(findings: Iterable[BenefitFinding]) -> Range | None:
    """Return the sums as a range; None where one of them is None."""
    low, base, high = sums(findings)
    return None if low is None or base is None or high is None else (low, base, high)


def _sum(values: Iterable[float | None]) -> float | None:
    listed = list(values)
    given = [value for value in listed if value is not None]
    return sum(given) if given and len(given) == len(listed) else None


def assess(findings: tuple[BenefitFinding, ...], case: Case) -> Benefits:
    """Return all benefits of a full year, what they make together, what remains, and when the outlay is back.

    What remains is the benefit less the recurring cost of a full year (`options.full_year`), never that of a year one
    in which lines start late: benefits are those of a full year at the targets too.
    """
    whole = total(findings)
    net = None
    if whole is not None and case.full_year is not None:
        low, base, high = (value - case.full_year for value in whole)
        net = (low, base, high)
    months = [payback(value, case.one_off, case.full_year) for value in whole or (None, None, None)]
    scored = whole is not None and case.one_off is not None and case.full_year is not None
    words = [_words(value) if scored else NOT_SCORED for value in months]
    return Benefits(
        findings=findings,
        total=whole,
        released=total(each for each in findings if not each.budget_cut),
        cut=total(each for each in findings if each.budget_cut),
        net=net,
        payback=(months[0], months[1], months[2]),
        payback_words=(words[0], words[1], words[2]),
    )


def deflection(contacts: float, cost_before: float, cost_after: float) -> float:
    """Return the money that contacts save in a year which move from a dearer channel to social."""
    return contacts * (cost_before - cost_after)


def first_contact(contacts: float, before: float, after: float, cost: float) -> float:
    """Return the money saved in a year by repeat contacts that fall away; resolution runs from 0 to 1."""
    return contacts * (after - before) * cost * REPEAT_FACTOR


def payback(benefit: float | None, one_off: float | None, yearly: float | None) -> float | None:
    """Return the months until the one-off cost is back; None where it never is, or something is not known."""
    if benefit is None or one_off is None or yearly is None or benefit <= yearly:
        return None
    return one_off / ((benefit - yearly) / MONTHS)


def worked(working: Working) -> Range | None:
    """Return low, base and high as they follow from contacts and costs; None where an input is not known."""
    counts = [known(each) for each in (working.contacts_low, working.contacts_base, working.contacts_high)]
    given = [count for count in counts if count is not None]
    before, after = known(working.cost_before), known(working.cost_after)
    share, better = known(working.resolution_before), known(working.resolution_after)
    kind = known(working.kind)
    if len(given) < len(counts) or before is None or kind is None:
        return None
    if kind is WorkedKind.DEFLECTION:
        if after is None:
            return None
        low, base, high = (deflection(count, before, after) for count in given)
        return low, base, high
    if share is None or better is None:
        return None
    low, base, high = (first_contact(count, share / 100, better / 100, before) for count in given)
    return low, base, high


def _line(benefit: Benefit, counted: bool) -> BenefitFinding:
    amounts = worked(benefit.working) if benefit.working else None
    typed: Sequence[float | None] = (known(benefit.low), known(benefit.base), known(benefit.high))
    kind = known(benefit.working.kind) if benefit.working and amounts else None
    low, base, high = amounts or typed
    return BenefitFinding(
        benefit=benefit,
        kind=(
            "typed" if kind is None else "deflection" if kind is WorkedKind.DEFLECTION else "first_contact"
        ),
        low=low,
        base=base,
        high=high,
        counted=counted,
        budget_cut=known(benefit.budget_cut_agreed) is True,
    )


def _words(months: float | None) -> str:
    if months is None:
        return NOT_BACK
    whole = max(1, int(months + 0.5)) if months > 0 else 0
    return f"{whole} month" if whole == 1 else f"{whole} months"

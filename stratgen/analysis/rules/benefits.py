"""Rules about benefits: worked out whole, typed as they are worked out, no contact counted twice, within the money."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.benefits import worked
from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.catalogue import plain_word
from stratgen.engagement import known, records
from stratgen.engagement.money import WorkedKind, Working

TOLERANCE = 0.01
"""How far a typed amount may lie from the worked one, as a share of it."""

_NEEDED = {
    WorkedKind.DEFLECTION: ("cost_after",),
    WorkedKind.FIRST_CONTACT: ("resolution_before", "resolution_after"),
}


@rule("V16", "error", "board.benefits[*].working")
def contacts_are_counted_once(ground: Ground) -> Iterator[Breach]:
    """The same contacts are not counted in two benefits."""
    first: dict[str, int] = {}
    for position, working in _workings(ground):
        contacts = known(working.contacts_are)
        key = plain_word(contacts or "")
        if key and key in first:
            what = f'benefit {first[key]} is already about the contacts "{contacts}".'
            mend = (
                "Count them once: take one of the two out, or name the contacts that only this one is about."
            )
            yield Breach(_path(position, "contacts_are"), what, mend)
        elif key:
            first[key] = position + 1


@rule("V105", "error", "board.benefits[]")
def typed_amounts_are_the_worked_ones(ground: Ground) -> Iterator[Breach]:
    """The amounts of a benefit are those that its working makes, give or take 1 percent."""
    for position, benefit in enumerate(records(ground.engagement.board.benefits)):
        amounts = worked(benefit.working) if benefit.working else None
        for name, amount in zip(("low", "base", "high"), amounts or (), strict=False):
            typed = known(getattr(benefit, name))
            if typed is not None and abs(typed - amount) > abs(amount) * TOLERANCE:
                what = f"{typed:,.0f} is given, yet contacts and costs make {amount:,.0f}."
                path: Path = ("board", "benefits", position, name)
                yield Breach(path, what, f"Write {amount:.0f}, or correct the working.")


@rule("V106", "error", "board.benefits[].working")
def working_is_whole(ground: Ground) -> Iterator[Breach]:
    """A benefit that is worked out has the inputs of its kind, and they make a gain."""
    for position, working in _workings(ground):
        kind = known(working.kind)
        for name in _NEEDED[kind] if kind else ():
            if getattr(working, name) is None:
                words = name.replace("_", " ")
                what = f"the working has no {words}."
                yield Breach(_path(position, name), what, "Give it, or write unknown with a reason.")
        before, after = known(working.resolution_before), known(working.resolution_after)
        if kind is WorkedKind.FIRST_CONTACT and before is not None and after is not None and after <= before:
            what = f"resolution goes from {before:g} to {after:g} percent, which saves nothing."
            yield Breach(_path(position, "resolution_after"), what, "Give a share above today's.")
        dear, cheap = known(working.cost_before), known(working.cost_after)
        if kind is WorkedKind.DEFLECTION and dear is not None and cheap is not None and cheap >= dear:
            what = f"a contact costs {dear:g} before and {cheap:g} on social, which saves nothing."
            yield Breach(_path(position, "cost_after"), what, "Correct the two costs, or drop the benefit.")


@rule(
    "V107", "warning", "initiatives[*].cost", "board.recommended", "board.options[*].id",
    "board.options[*].year_one_cost",
)  # fmt: skip
def initiatives_stay_within_the_budget(ground: Ground) -> Iterator[Breach]:
    """The initiatives do not cost more than the recommended option."""
    recommended = ground.case.recommended
    budget = known(recommended.option.year_one_cost) if recommended else None
    planned = sum(known(each.cost) or 0.0 for each in records(ground.engagement.initiatives))
    if budget is not None and planned > budget * (1 + TOLERANCE):
        what = f"the initiatives cost {planned:,.0f}, and the recommended option {budget:,.0f}."
        yield Breach(("initiatives",), what, "Correct their costs, or ask the board for the difference.")


def _workings(ground: Ground) -> Iterator[tuple[int, Working]]:
    for position, benefit in enumerate(records(ground.engagement.board.benefits)):
        if benefit.working is not None:
            yield position, benefit.working


def _path(position: int, name: str) -> Path:
    return ("board", "benefits", position, "working", name)


RULES = (
    contacts_are_counted_once,
    typed_amounts_are_the_worked_ones,
    working_is_whole,
    initiatives_stay_within_the_budget,
)

"""Rules about what the policy and the terms ask of people: trained for it, on call for it, told in good time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.channel_years import library_id
from stratgen.analysis.escalation import escalation
from stratgen.analysis.keypaths import Path
from stratgen.analysis.policy_days import POLICY_WORK, adopted_by, resolved_by
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import known, records
from stratgen.engagement.setup import Status

_OWN_DEVICE = re.compile(r"\b(private|personal|own) (tele)?(phones?|accounts?|devices?)\b", re.IGNORECASE)


@rule("V210", "warning", "policy.authorised_voices[].trained_as", "training[*].audience")
def who_speaks_is_trained(ground: Ground) -> Iterator[Breach]:
    """Once one role that may speak names the training it comes from, all do, and the plan trains that audience."""
    voices = records(ground.engagement.policy.authorised_voices)
    planned = {each.audience for each in records(ground.engagement.training)}
    if all(each.trained_as is None for each in voices):
        return  # the quick interview does not ask
    for position, each in enumerate(voices):
        path: Path = ("policy", "authorised_voices", position, "trained_as")
        audience = known(each.trained_as)
        if each.trained_as is None:
            what = (
                f"{known(each.role) or 'this role'} may speak, yet nothing says with whom they are trained."
            )
            yield Breach(path, what, "Name the audience of the training plan that they belong to.")
        elif audience is not None and audience not in planned:
            what = f"the training plan has no row for {audience.label.lower()}."
            yield Breach(path, what, "Add it to the plan, or name another audience.")


@rule("V211", "warning", "governance.escalation[*].clock", "governance.watch", "terms.hours")
def all_hours_have_somebody_who_watches(ground: Ground) -> Iterator[Breach]:
    """Where a level runs at all hours and the desk does not, the answers say who or what sees it then."""
    if escalation(ground.engagement).at_all_hours and ground.engagement.governance.watch is None:
        what = "a level runs at all hours, yet nothing says who sees it when nobody is at the desk."
        mend = "Say who or what watches then and whom it calls, or run the times in staffed hours."
        yield Breach(("governance", "watch"), what, mend)


@rule(
    "V212", "warning", "policy.consultations[].date", "policy.adopted_by", "policy.effective", "board.resolutions[*]",
    "initiatives[*].id", "initiatives[*].start",
)  # fmt: skip
def policy_is_consulted_on_adopted_and_then_holds(ground: Ground) -> Iterator[Breach]:
    """People are consulted before the policy is adopted, its work starts before that, and it holds only afterwards."""
    policy, adopted = ground.engagement.policy, adopted_by(ground.engagement)
    holds = known(policy.effective)
    if adopted is None:
        return
    path: Path = ("policy", "adopted_by")
    if holds is not None and adopted > holds:
        what = f"the policy is adopted by {adopted}, yet it holds from {holds}."
        yield Breach(path, what, "Adopt it first.")
    if (resolved := resolved_by(ground.engagement)) is not None and adopted > resolved:
        what = f"the policy is adopted by {adopted}, yet the resolution has it adopted by {resolved}."
        yield Breach(path, what, "Give both the same day.")
    for position, each in enumerate(records(policy.consultations)):
        day = known(each.date)
        if day is not None and day > adopted:
            what = f"{known(each.body) or 'this body'} is consulted on {day}, after the policy is adopted by {adopted}."
            mend = "Consult before, or adopt later."
            yield Breach(("policy", "consultations", position, "date"), what, mend)
    for position, work in enumerate(records(ground.engagement.initiatives)):
        start = known(work.start)
        is_policy = library_id(known(work.id) or "", ground.catalogue) == POLICY_WORK
        if is_policy and start is not None and start > adopted:
            what = f"the work on the policy starts on {start}, after the policy is adopted by {adopted}."
            yield Breach(("initiatives", position, "start"), what, "Start it earlier, or adopt later.")


@rule(
    "V213", "warning", "policy.adopted_by", "policy.effective", "board.resolutions[*]", "initiatives[*].id",
    "engagement.pack.status",
)  # fmt: skip
def a_new_policy_has_work_of_its_own(ground: Ground) -> Iterator[Breach]:
    """A policy that is adopted, and comes into force in the roadmap year, has work that consults on it and explains it."""
    engagement, starts = ground.engagement, ground.starts
    holds, work = known(engagement.policy.effective), known(engagement.initiatives)
    if (
        holds is None
        or starts is None
        or not work
        or known(engagement.engagement.pack.status) is Status.APPROVED
    ):
        return
    ids = {library_id(known(each.id) or "", ground.catalogue) for each in work}
    if adopted_by(engagement) is not None and holds > starts[0] and POLICY_WORK not in ids:
        what = f"the policy holds from {holds}, yet no work consults on it, brings it to be adopted and explains it."
        yield Breach(("initiatives",), what, f"Plan work {POLICY_WORK}, to end before that day.")


@rule(
    "V214", "warning", "legacy_practices[].practice", "legacy_practices[].by", "legacy_practices[].forbidden",
    "policy.effective",
)  # fmt: skip
def the_policy_forbids_nothing_that_the_plan_lets_go_on(ground: Ground) -> Iterator[Breach]:
    """Answers from people's own telephones or accounts end before the policy forbids them, or it says until when they may."""
    holds = known(ground.engagement.policy.effective)
    for position, each in enumerate(records(ground.engagement.legacy_practices)):
        practice, day = known(each.practice) or "", known(each.by)
        late = holds is not None and day is not None and day >= holds
        if late and each.forbidden is None and _OWN_DEVICE.search(practice):
            what = f"“{practice}” ends only by {day}, yet the policy forbids it from {holds}."
            mend = (
                "End it before, or answer that the policy forbids it: then it says until when it is allowed."
            )
            yield Breach(("legacy_practices", position, "forbidden"), what, mend)


RULES = (
    who_speaks_is_trained,
    all_hours_have_somebody_who_watches,
    policy_is_consulted_on_adopted_and_then_holds,
    a_new_policy_has_work_of_its_own,
    the_policy_forbids_nothing_that_the_plan_lets_go_on,
)

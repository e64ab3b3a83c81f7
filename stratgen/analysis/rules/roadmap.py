"""Rules about the roadmap: initiatives and their dates, the vision, and the step up in maturity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from stratgen.analysis.calendar import months_later, quarter_of
from stratgen.analysis.channel_years import library_id
from stratgen.analysis.effort import by_quarter
from stratgen.analysis.keypaths import Path
from stratgen.analysis.ordering import CARRIED_A_QUARTER
from stratgen.analysis.promised_days import promised
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import Quarter, Unknown, known, records
from stratgen.engagement.maturity import Segment
from stratgen.engagement.setup import Status
from stratgen.engagement.vision import Alignment, Initiative, Quarters, QuarterVision

MOST_A_QUARTER = 6
MOST_AN_OWNER = 4
LEAST_INITIATIVES = 4
_STEPS = {Segment.OBSERVER: 0, Segment.CONSERVATIVE: 1, Segment.CONTENDER: 1, Segment.LEADER: 2}


@rule(
    "V20", "error", "initiatives[].start", "initiatives[].end", "initiatives[].quarter",
    "engagement.first_quarter_starts",
)  # fmt: skip
def initiative_dates_fit(ground: Ground) -> Iterator[Breach]:
    """An initiative ends after it starts, inside the roadmap year, and in its quarter."""
    for position, initiative in enumerate(records(ground.engagement.initiatives)):
        here: Path = ("initiatives", position)
        start, end, quarter = known(initiative.start), known(initiative.end), known(initiative.quarter)
        if start and end and end < start:
            yield Breach((*here, "end"), "the initiative ends before it starts.", "Put the later date last.")
        if ground.starts is None:
            continue
        outside = [
            (name, day) for name, day in (("start", start), ("end", end)) if day and not _inside(ground, day)
        ]
        for name, day in outside:
            year = f"{ground.starts[0]} to before {months_later(ground.starts[0], 12)}"
            yield Breach(
                (*here, name), f"{day} lies outside the roadmap year.", f"The year runs from {year}."
            )
        if end and quarter and _inside(ground, end) and quarter_of(end, ground.starts) != quarter.position:
            what = f"the initiative ends on {end}, which is not in {quarter}."
            yield Breach((*here, "quarter"), what, "Give the quarter in which it ends.")


def _inside(ground: Ground, day: date) -> bool:
    return ground.starts is not None and quarter_of(day, ground.starts) is not None


@rule("V21", "error", "initiatives[*].id", "initiatives[*].depends_on", "initiatives[*].end")
def dependencies_come_first(ground: Ground) -> Iterator[Breach]:
    """No initiative waits for itself, and what it depends on ends before it does."""
    initiatives = records(ground.engagement.initiatives)
    by_id = {known(each.id): each for each in initiatives if known(each.id)}
    for position, initiative in enumerate(initiatives):
        path: Path = ("initiatives", position, "depends_on")
        if circle := _circle(initiative, by_id):
            what = f"the initiative waits for itself: {' after '.join(circle)}."
            yield Breach(path, what, "Take one of these dependencies away.")
            continue
        for name in known(initiative.depends_on) or ():
            needed = known(by_id[name].end) if name in by_id else None
            end = known(initiative.end)
            if needed and end and needed >= end:
                what = f"it depends on {name}, which ends on {needed}, not before {end}."
                yield Breach(path, what, "Move one of the two.")


def _circle(initiative: Initiative, by_id: dict[str | None, Initiative]) -> list[str]:
    """Return the ids of a circle through the initiative, from it to itself; empty where there is none."""
    goal = known(initiative.id)
    ways: list[list[str]] = [[goal]] if goal else []
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        node = by_id.get(way[-1])
        for name in (known(node.depends_on) or ()) if node else ():
            if name == goal:
                return [*way, name]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


@rule(
    "V22", "error", "initiatives[].owner", "initiatives[].deliverable", "initiatives[].key_result",
    "engagement.pack.status",
)  # fmt: skip
def initiative_has_owner_and_deliverable(ground: Ground) -> Iterator[Breach]:
    """Every initiative has a deliverable and a key result, or somebody who finds out; once past Draft also an owner."""
    draft = known(ground.engagement.engagement.pack.status) in (None, Status.DRAFT)
    for position, initiative in enumerate(records(ground.engagement.initiatives)):
        for name in ("owner", "deliverable", "key_result"):
            answer = getattr(initiative, name)
            # Suggested work has no owner yet: while the pack is a draft that is an open point, like any other.
            waits = isinstance(answer, Unknown) and (answer.owner is not None or (draft and name == "owner"))
            if known(answer) is None and not waits:
                words = name.replace("_", " ")
                what = f"the initiative has no {words}."
                yield Breach(("initiatives", position, name), what, "Without it the work cannot be released.")


@rule(
    "V146", "warning", "initiatives[].id", "initiatives[].start", "policy.effective", "tools.decide_by",
    "training[*].audience", "training[*].by", "legacy_practices[*].by",
)  # fmt: skip
def work_starts_before_its_promised_day(ground: Ground) -> Iterator[Breach]:
    """Work on the policy, the tool, the training and old practices starts before the day that the answers hold."""
    days = promised(ground.engagement, ground.starts)
    for position, initiative in enumerate(records(ground.engagement.initiatives)):
        start, key = known(initiative.start), library_id(known(initiative.id) or "", ground.catalogue)
        day = days.get(key or "")
        if start and day and start > day.day:
            what = f"the work starts on {start}, yet {day.says} {day.day}."
            yield Breach(("initiatives", position, "start"), what, "Start it earlier, or move that day.")


@rule("V23", "warning", "initiatives[*].quarter")
def quarters_are_balanced(ground: Ground) -> Iterator[Breach]:
    """Every quarter has one to six initiatives."""
    initiatives = known(ground.engagement.initiatives)
    if initiatives is None or any(known(each.quarter) is None for each in initiatives):
        return
    counts = Counter(each.quarter for each in initiatives)
    for quarter in Quarter:
        if not counts[quarter]:
            what = f"no initiative ends in {quarter}."
            yield Breach(("initiatives",), what, "Plan one, or say why the quarter is kept free.")
        elif counts[quarter] > MOST_A_QUARTER:
            what = f"{counts[quarter]} initiatives end in {quarter}."
            yield Breach(("initiatives",), what, f"Keep it to {MOST_A_QUARTER}: move or join some.")


@rule(
    "V24", "warning", "initiatives[*].effort", "initiatives[*].quarter", "initiatives[*].start", "initiatives[*].end",
    "vision.capacity", "engagement.first_quarter_starts",
)  # fmt: skip
def effort_stays_within_capacity(ground: Ground) -> Iterator[Breach]:
    """No quarter asks for more effort than it can carry; work counts in each quarter in which it runs, by days."""
    initiatives, capacity = known(ground.engagement.initiatives), ground.engagement.vision.capacity
    if initiatives is None:
        return
    efforts = by_quarter(initiatives, ground.starts)
    for quarter in Quarter:
        name = quarter.value.lower()
        carried = known(getattr(capacity, name)) if capacity else CARRIED_A_QUARTER
        if carried is not None and efforts[quarter] > carried:
            path: Path = ("vision", "capacity", name) if capacity else ("initiatives",)
            whose = "" if capacity else ", the usual measure"
            what = f"{quarter} asks for {efforts[quarter]} effort points, and can carry {carried}{whose}."
            yield Breach(path, what, "Move work to another quarter, or say what capacity there is.")


@rule("V104", "error", "vision.declined[].id", "initiatives[*].id")
def declined_is_not_planned(ground: Ground) -> Iterator[Breach]:
    """An initiative that is declined does not stand on the roadmap."""
    planned = {known(each.id) for each in records(ground.engagement.initiatives)} - {None}
    for position, declined in enumerate(records(ground.engagement.vision.declined)):
        name = known(declined.id)
        if name in planned:
            what = f"{name} is declined, yet it stands on the roadmap."
            yield Breach(("vision", "declined", position, "id"), what, "Take it out of one of the two.")


@rule("V25", "warning", "initiatives[*].owner", "initiatives[*].quarter")
def owners_are_not_overloaded(ground: Ground) -> Iterator[Breach]:
    """Nobody owns more than four initiatives in a quarter."""
    counts: Counter[tuple[str, Quarter]] = Counter()
    for position, initiative in enumerate(records(ground.engagement.initiatives)):
        owner, quarter = known(initiative.owner), known(initiative.quarter)
        if owner is None or quarter is None:
            continue
        counts[owner, quarter] += 1
        if counts[owner, quarter] == MOST_AN_OWNER + 1:
            what = f"{owner} owns more than {MOST_AN_OWNER} initiatives in {quarter}."
            yield Breach(("initiatives", position, "owner"), what, "Share them out.")


@rule("V79", "warning", "initiatives[*].id")
def roadmap_has_four_initiatives(ground: Ground) -> Iterator[Breach]:
    """The roadmap has at least four initiatives."""
    count = len(records(ground.engagement.initiatives))
    if 0 < count < LEAST_INITIATIVES:
        what = f"the roadmap has {count} of the {LEAST_INITIATIVES} initiatives that are the least."
        yield Breach(("initiatives",), what, "Add what the quarters need.")


@rule("V35", "error", "vision.target_segment", "vision.target_index", "maturity")
def target_is_not_a_step_back(ground: Ground) -> Iterator[Breach]:
    """The maturity aimed at is not below where the organisation stands."""
    target, now = known(ground.engagement.vision.target_segment), ground.placement.segment
    if target and now and _STEPS[target] < _STEPS[now]:
        what = f"{target.label} is below {now.label}, where the organisation stands."
        yield Breach(("vision", "target_segment"), what, "Aim at the same segment or a higher one.")
    index, stands = known(ground.engagement.vision.target_index), ground.orientation.index.value
    if index is not None and stands is not None and index < round(stands, 1):
        what = f"{index:g} is below {stands:.1f}, where the organisation stands."
        yield Breach(("vision", "target_index"), what, "Aim at the same index or a higher one.")


@rule(
    "V82", "error", "vision.target_segment", "vision.target_index", "vision.larger_step_because", "maturity"
)
def larger_step_has_a_reason(ground: Ground) -> Iterator[Breach]:
    """More than one step up in a year has a reason."""
    vision = ground.engagement.vision
    target, now = known(vision.target_segment), ground.placement.segment
    index, stands = known(vision.target_index), ground.orientation.index.value
    segment_leaps = bool(target and now and _STEPS[target] - _STEPS[now] > 1)
    index_leaps = index is not None and stands is not None and index - stands > 1
    if (segment_leaps or index_leaps) and vision.larger_step_because is None:
        what = "the target is more than one step up in a year, without a reason."
        yield Breach(("vision", "larger_step_because"), what, "Say why, or aim one step up.")


@rule("V80", "error", "vision.year_end")
def vision_has_20_to_80_words(ground: Ground) -> Iterator[Breach]:
    """The year-end vision has 20 to 80 words."""
    text = known(ground.engagement.vision.year_end)
    if text and not 20 <= len(text.split()) <= 80:
        what = f"the vision has {len(text.split())} words."
        yield Breach(("vision", "year_end"), what, "Write 20 to 80: who, what is true, and by which date.")


@rule("V81", "error", "vision.quarters.*.vision")
def quarter_visions_have_8_to_35_words(ground: Ground) -> Iterator[Breach]:
    """The vision of a quarter has 8 to 35 words."""
    for name in Quarters.model_fields:
        quarter: QuarterVision = getattr(ground.engagement.vision.quarters, name)
        text = known(quarter.vision)
        if text and not 8 <= len(text.split()) <= 35:
            what = f"the vision of the quarter has {len(text.split())} words."
            yield Breach(("vision", "quarters", name, "vision"), what, "Write one sentence of 8 to 35.")


@rule("V83", "warning", "alignment")
def marketing_and_care_agree_on_three_things(ground: Ground) -> Iterator[Breach]:
    """Marketing and care agree on at least three of six things."""
    answers = [getattr(ground.engagement.alignment, name).agreed for name in Alignment.model_fields]
    agreed = sum(1 for each in answers if each is True)
    if agreed < 3 and all(known(each) is not None for each in answers):
        what = f"marketing and care agree on {agreed} of six things."
        yield Breach(("alignment",), what, "Agree on three or more before the first quarter.")


@rule("V84", "error", "first_contact.top_reasons")
def contact_reasons_stay_within_the_whole(ground: Ground) -> Iterator[Breach]:
    """The top reasons for contact make 100 percent or less."""
    reasons = records(ground.engagement.first_contact.top_reasons)
    total = sum(known(each.share) or 0 for each in reasons)
    if total > 100:
        what = f"the top reasons make {total:g} percent of all contacts."
        yield Breach(("first_contact", "top_reasons", 0, "share"), what, "Make them 100 or less together.")


RULES = (
    initiative_dates_fit,
    dependencies_come_first,
    initiative_has_owner_and_deliverable,
    work_starts_before_its_promised_day,
    quarters_are_balanced,
    owners_are_not_overloaded,
    effort_stays_within_capacity,
    declined_is_not_planned,
    roadmap_has_four_initiatives,
    target_is_not_a_step_back,
    larger_step_has_a_reason,
    vision_has_20_to_80_words,
    quarter_visions_have_8_to_35_words,
    marketing_and_care_agree_on_three_things,
    contact_reasons_stay_within_the_whole,
)

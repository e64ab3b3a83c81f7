"""People: capacity, departments as counts, rights, training.

No name and no support score of a stakeholder is shown (domain 4.6).
"""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import filled
from stratgen.analysis.exhibits.ledger import at_start, columns, table
from stratgen.analysis.measures import social_value
from stratgen.analysis.sentences import inside, upper
from stratgen.document import Cell, Exhibit, Tone, cell
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.stakeholders import Department
from stratgen.engagement.team import Responsibilities, Right
from stratgen.engagement.training import Training, TrainingModule

_WORKS = ("listen", "reply", "publish", "approve", "escalate", "report", "train", "secure")
_RIGHT_TONES: dict[Right, Tone] = {
    Right.ACCOUNTABLE: "level-3",
    Right.BOTH: "level-3",
    Right.RESPONSIBLE: "level-1",
}


_LEAST = 0.05
"""Full-time posts: less than this prints as none, which nobody would believe."""


def capacity(brief: Brief) -> Exhibit | None:
    """Return the people needed for the volume and for the hours, against those there, in full-time posts."""
    found = brief.findings.capacity
    if found.needed is None and found.available is None:
        return None
    w = brief.wording
    bought = found.hired is not None and not found.is_filled
    heads = columns(("For the volume", 1, "end"), ("For the hours promised", 1, "end"), ("Needed, the larger", 1, "end"),
                    (f"There {at_start(brief)}", 1, "end"), ("Gap", 1, "end"),
                    *((("There now", 1, "end"), ("Gap now", 1, "end")) if found.reviewed is not None else ()),
                    *((("Once hired", 1, "end"), ("Gap then", 1, "end")) if bought else ()))  # fmt: skip
    line = [_people(brief, value) for value in (found.load, found.cover, found.needed, found.available)]
    line.append(_gap(brief, found.gap))
    if found.reviewed is not None:
        line += [_people(brief, found.reviewed), _gap(brief, found.reviewed_gap)]
    if bought:
        line += [_people(brief, found.hired), _gap(brief, found.still_short)]
    messages = _messages(brief)
    minutes = brief.findings.channels.handling_minutes
    each = (
        f", {w.number(minutes.value, 1)} minutes each{_borrowed(brief)}" if minutes.value is not None else ""
    )
    note = (
        f"Full-time posts; gap: − short, + to spare. {messages}"
        f"{w.percent(brief.findings.channels.target_response_rate)} to be answered{each};"
        f" {_absent(brief)}agents are with customers for {w.percent(100 * found.occupancy)} of their time on shift;"
        f" {_on_shift(brief)}.{_on_other_work(brief) if bought else ''} Method: stratgen."
    )
    return table("roadmap-capacity", "People needed and people there", heads, [tuple(line)], note)


def _borrowed(brief: Brief) -> str:
    """Return that the handling time was taken over from other channels, where social has none of its own."""
    assumed = social_value(brief.engagement, "AHT") is None
    return (
        " (assumed: the time of the other channels, since nobody has measured it on social)"
        if assumed
        else ""
    )


def _absent(brief: Brief) -> str:
    """Return which share of paid time is not spent on customers; empty where it is not known."""
    share = known(brief.engagement.team.shrinkage)
    return "" if share is None else f"{brief.wording.percent(share)} of paid time is not spent on customers; "


def _on_shift(brief: Brief) -> str:
    """Return how many are on shift: at all hours where the number is whole, else on average."""
    people = brief.findings.capacity.minimum_on_shift
    when = "at all promised hours" if people == int(people) else "on average over the promised hours"
    return f"{brief.wording.number(people)} on shift {when}{beside_them(brief)}"


def beside_them(brief: Brief) -> str:
    """Return which shifts come on top, for a language, an area or a time of day, and the posts that they take."""
    w, shifts = brief.wording, records(brief.engagement.team.extra_shifts)
    parts = [
        f"{w.text(each.people)} for {w.text(each.what)} ({w.text(each.hours_a_week)} hours a week)"
        for each in shifts
    ]
    if not parts:
        return ""
    takes = "takes" if len(parts) == 1 else "take"
    return f", and beside them {w.listing(parts)}, which {takes} {w.people(brief.findings.capacity.extra)} of these posts"


def _on_other_work(brief: Brief) -> str:
    """Return how many of those who reply do other work once the posts are filled, so that the columns add up."""
    count = known(brief.engagement.team.on_other_work)
    if not count:
        return ""
    do = "does" if count == 1 else "do"
    return f" Once hired, {brief.wording.people(count)} of those at the start {do} other work and {'is' if count == 1 else 'are'} not counted."


def _gap(brief: Brief, short: float | None) -> Cell:
    """Return the gap with its sign: what is short has a minus, what is to spare a plus."""
    if short is None:
        return cell("Not scored")
    posts = brief.wording.people(abs(short))
    return cell("0" if posts == "0" else f"{'−' if short > 0 else '+'}{posts}")


def _messages(brief: Brief) -> str:
    """Return the messages that the people were reckoned from, and how many of them are answered by count."""
    volume, counted = brief.findings.capacity.volume, brief.findings.channels.demand
    if volume is None:
        return ""
    words = f"{brief.wording.number(volume)} messages a month on all channels, "
    if counted and counted.left_out and counted.needing_reply < volume:
        words += f"{brief.wording.number(counted.needing_reply)} of them where answers are counted; "
    return words


def _people(brief: Brief, value: float | None) -> Cell:
    if value is not None and 0 < value < _LEAST:
        return cell(f"under {brief.wording.number(2 * _LEAST)}")
    return cell("Not scored") if value is None else cell(brief.wording.people(value))


def mirror(brief: Brief) -> Exhibit | None:
    """Return where the team does not match its customers, and what closes each gap or who has accepted it."""
    w, told = brief.wording, brief.findings.promise
    closed = {
        gap.value: each.closed_by
        for each in records(brief.engagement.team.gaps_closed)
        if (gap := known(each.gap)) is not None
    }
    rows = []
    for cover in brief.findings.mirror.covers:
        if not cover.gaps:
            continue
        answer = closed.get(cover.key)
        if cover.key == "hours" and told.hours_since is not None:
            answer = f"The promised hours hold since {w.day(told.hours_since)}"
        elif answer is None and cover.key == "hours" and told.hours_from is not None:
            answer = f"The promised hours hold from {w.day(told.hours_from)}"
        settled = cell("Not settled yet", tone="watch") if answer is None else w.cell(answer)
        rows.append((cell(cover.name), cell(". ".join(cover.gaps)), settled))
    score = brief.findings.mirror.score
    note = "Averages of the team, never a ranking of people."
    if score.value is not None:
        note = f"The match of team and customers: {w.score(score)} of 100 (stratgen method). {note}"
    heads = columns(("Side", 0.8), ("What is missing", 3.6), ("Closed by, or accepted by", 3.6))
    return table("roadmap-mirror", "Where the team does not match its customers yet", heads, rows, note)


def rights(brief: Brief) -> Exhibit | None:
    """Return the grid of who does what; None where no row is known."""
    held: Responsibilities = brief.engagement.team.responsibilities
    lines = {work: known(getattr(held, work)) for work in _WORKS}
    used = {department for line in lines.values() for department in line or {}}
    shown = [department for department in Department if department in used]
    if not shown:
        return None
    heads = columns(("Work", 1.1), *((each.label, 1, "centre") for each in shown))
    lines_shown = [
        (cell(work.capitalize()), *(_right(brief, getattr(held, work), each, shown[0]) for each in shown))
        for work in _WORKS
    ]
    note = "A accountable, R responsible, C consulted, I informed."
    return table("roadmap-rights", "Who does what", heads, lines_shown, note)


def _right(
    brief: Brief, line: dict[Department, Right] | Unknown, department: Department, first: Department
) -> Cell:
    if isinstance(line, Unknown):
        return brief.wording.cell(line) if department is first else cell("–")
    right = line.get(department)
    if right is None:
        return cell("–")
    return cell("A and R" if right is Right.BOTH else right.value, tone=_RIGHT_TONES.get(right))


def training(brief: Brief) -> Exhibit | None:
    """Return what each audience learns, how many are trained today, and by when the rest will be."""
    review = brief.findings.progress
    first = "Trained at start, to be" if review else "Trained now, to be"
    heads = columns(("Audience", 1.9), ("Modules", 4.8), (first, 1.3),
                    ("By", 0.55), ("Refreshed", 0.9), ("Test first", 0.6))  # fmt: skip
    found = records(brief.engagement.training)
    return filled(
        "roadmap-training",
        "Training plan: share trained, and how often it is refreshed",
        heads,
        [_audience(brief, each) for each in found],
        _trained_late(brief, found),
    )


def _trained_late(brief: Brief, found: tuple[Training, ...]) -> str:
    """Return of which audiences the review does not say that they are trained, though their quarter is over."""
    review = brief.findings.progress
    over = [
        inside(brief.wording.text(each.audience))
        for each in found
        if review
        and known(each.by) in review.ended
        and (known(each.trained_today) or 0) < (known(each.target) or 0)
    ]
    if not over:
        return ""
    return f"Due in a quarter that is over, with no share trained given since: {brief.wording.listing(over)}."


def _audience(brief: Brief, each: Training) -> tuple[Cell, ...]:
    w = brief.wording
    modules = known(each.modules)
    months = known(each.refresh_months)
    return (
        w.cell(each.audience),
        w.cell(each.modules) if modules is None else cell(upper("; ".join(_module(m) for m in modules))),
        _shares(brief, each),
        w.cell(each.by),
        w.cell(each.refresh_months)
        if months is None
        else cell(f"{months} months" if months > 1 else "1 month"),
        w.cell(each.certified_before_posting),
    )


def _module(module: TrainingModule) -> str:
    return module.label if module is TrainingModule.AI else module.label.lower()


def _shares(brief: Brief, each: Training) -> Cell:
    """Return the share trained today and the target, on one line where both are known."""
    today, target = known(each.trained_today), known(each.target)
    if today is None or target is None:
        return Cell((*_share(brief, each.trained_today).paragraphs, *_share(brief, each.target).paragraphs))
    return cell(f"{brief.wording.percent(today)}, to be {brief.wording.percent(target)}")


def _share(brief: Brief, answer: float | Unknown) -> Cell:
    share = known(answer)
    return brief.wording.cell(answer) if share is None else cell(brief.wording.percent(share))


BUILDERS: dict[str, Builder] = {
    "roadmap-capacity": capacity,
    "roadmap-mirror": mirror,
    "roadmap-rights": rights,
    "roadmap-training": training,
}

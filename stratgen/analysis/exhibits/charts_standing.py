"""Charts of where the organisation stands: the two axes, the nine areas, the six factors."""

from __future__ import annotations

from stratgen.analysis.exhibits.beside import Plot, sides
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import RATING_TONES, SCORES, columns, start_or_today
from stratgen.analysis.findings import Score
from stratgen.analysis.placement import THRESHOLD
from stratgen.analysis.wording import half_up
from stratgen.document import Axis, Chart, DataTable, Exhibit, Row, Series, Text, cell
from stratgen.engagement import Unknown, known
from stratgen.engagement.maturity import Segment

_MIDDLES = {
    Segment.OBSERVER: (25.0, 25.0), Segment.CONTENDER: (75.0, 25.0),
    Segment.CONSERVATIVE: (25.0, 75.0), Segment.LEADER: (75.0, 75.0),
}  # fmt: skip
"""The middle of each segment: innovation along, investment up."""
_RIM = 43.0
"""From the middle line to the names of the segments."""

_PLOT = Plot(wide=400, high=140, line=THRESHOLD)

FEWEST = 5
"""The fewest of the nine areas that make a profile."""


def quadrant(brief: Brief) -> Exhibit | None:
    """Return the place in investment and innovation with its target; None where it is not scored."""
    found, w = brief.findings.placement, brief.wording
    along, up = found.innovation.value, found.investment.value
    if found.segment is None or along is None or up is None:
        return None
    goal = known(found.target)
    now = start_or_today(brief)
    points, names = [(along, up)], (now,)
    rows = [_line(f"{now}: {found.segment.label}", w.score(found.investment), w.score(found.innovation))]
    if goal is not None and goal is not found.segment:
        day = f", {w.day(brief.findings.year_end)}" if brief.findings.year_end else ""
        rows.append(_line(f"Target: {goal.label}{day}", *_wanted(goal)))
    marks = Series("Position", _second(points), "plain", _first(points), labels=names,
                   sides=sides(points, names, _PLOT), marked=(0,))  # fmt: skip
    middle = [(x, THRESHOLD + (_RIM if y > THRESHOLD else -_RIM)) for x, y in _MIDDLES.values()]
    labels = tuple(
        f"Target: {each.label}" if each is goal and goal is not found.segment else each.label
        for each in _MIDDLES
    )
    rooms = Series("Segments", _second(middle), "words", _first(middle), labels=labels)
    heads = columns(("Position", 2), ("Investment", 1, "end"), ("Innovation", 1, "end"))
    chart = Chart(
        "scatter",
        (*names, *labels),
        (marks, rooms),
        DataTable(heads, tuple(rows)),
        up=_axis("Investment"),
        along=_axis("Innovation"),
        table_shown=False,
        height=0.32,
    )
    spoken = (
        f"Two axes from 0 to 100. {now}: investment {w.score(found.investment)}, innovation "
        f"{w.score(found.innovation)}, {found.segment.label}. {_goal_words(brief, goal)}"
    )
    note = f"The lines stand at 50. {_goal_words(brief, goal)} {SCORES}"
    return Exhibit(
        "roadmap-quadrant", "Figure", f"Investment and innovation, {now.lower()} and target", chart, (Text(note),), spoken
    )  # fmt: skip


def _axis(title: str) -> Axis:
    return Axis(f"{title}, 0 to 100", 0, 100, 25, line=THRESHOLD)


def _first(points: list[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(half_up(x, 1) for x, _ in points)


def _second(points: list[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(half_up(y, 1) for _, y in points)


def _line(*texts: str) -> Row:
    return Row(tuple(cell(text) for text in texts))


def _wanted(goal: Segment) -> tuple[str, str]:
    along, up = _MIDDLES[goal]
    return "50 or more" if up > THRESHOLD else "below 50", "50 or more" if along > THRESHOLD else "below 50"


def _goal_words(brief: Brief, goal: Segment | None) -> str:
    if goal is None:
        return "The target is not set yet."
    if goal is brief.findings.placement.segment:
        return f"The target is to stay {goal.label}."
    return f"The target is the field {goal.label}, not a point in it."


def profile(brief: Brief) -> Exhibit | None:
    """Return the level of each of the nine areas; None where fewer than five are known."""
    found, w = brief.findings.orientation.areas, brief.wording
    levels = tuple(known(each.level) for each in found)
    if sum(level is not None for level in levels) < FEWEST:
        return None
    heads = columns(("Area", 2), ("Level, 1 to 4", 1, "end"))
    rows = tuple(Row((cell(each.name), w.cell(each.level))) for each in found)
    series = [
        Series(
            start_or_today(brief),
            tuple(None if level is None else float(level) for level in levels),
            "accent",
        )
    ]
    note = "Level 1, the inner ring, looks inward; level 4, the outer one, starts from the customer."
    if (goal := known(brief.findings.orientation.target)) is not None:
        series.append(Series("Target for the mean", (float(goal),) * len(found), "planned"))
        note += f" The target for the mean of the nine is {w.number(goal)}."
    if holes := [each.name for each in found if isinstance(each.level, Unknown)]:
        note += f" Not known yet, and left open: {w.listing(holes)}."
    spoken = "; ".join(f"{each.name}: {w.text(each.level)}" for each in found)
    chart = Chart("radar", tuple(each.name for each in found), tuple(series), DataTable(heads, rows),
                  up=Axis("", 0, 4, 1), table_shown=False, height=0.48)  # fmt: skip
    return Exhibit(
        "roadmap-profile", "Figure", "Profile of the nine areas", chart, (Text(f"{note} {SCORES}"),), f"Levels of nine areas, 1 to 4. {spoken}."
    )  # fmt: skip


def factors(brief: Brief) -> Exhibit | None:
    """Return the scores of the six success factors; None where none is scored."""
    found, w = brief.findings.success, brief.wording
    scores = tuple(_rounded(each.score) for each in found.factors)
    if all(score is None for score in scores):
        return None
    heads = columns(("Factor", 2), ("Score, 0 to 4", 1, "end"), ("Rating", 1))
    rows = tuple(
        Row((cell(each.name), cell(w.score(each.score)),
             cell(each.rating or "Not rated", tone=RATING_TONES[each.rating] if each.rating else "none")))
        for each in found.factors
    )  # fmt: skip
    lowest = tuple(at for at, each in enumerate(found.factors) if each in found.lowest)
    if len(lowest) == len(found.factors):
        lowest = ()
    names = tuple(each.name for each in found.factors)
    chart = Chart("bar", names, (Series("Score", scores, marked=lowest),), DataTable(heads, rows),
                  up=Axis("Score, 0 to 4", 0, 4, 1, places=1), numbers_shown=True, table_shown=False, height=0.34)  # fmt: skip
    note = "Green from 3.0 of 4, Amber from 1.5, Red below."
    if lowest:
        note += f" The lowest {'score is' if len(lowest) == 1 else 'scores are'} in colour."
    if holes := [each.name for each in found.factors if not each.score.scored]:
        note += f" Not scored, and left open: {w.listing(holes)}."
    spoken = "; ".join(f"{each.name}: {w.score(each.score)}" for each in found.factors)
    return Exhibit(
        "annex-success-chart", "Figure", "Scores of the six success factors", chart, (Text(note),), f"Bars from 0 to 4. {spoken}."
    )  # fmt: skip


def _rounded(score: Score) -> float | None:
    return None if score.value is None else half_up(score.value, 1)


BUILDERS: dict[str, Builder] = {
    "roadmap-quadrant": quadrant,
    "roadmap-profile": profile,
    "annex-success-chart": factors,
}

"""Where the organisation stands: the two-by-two of investment and innovation, the nine areas, the factors.

The board brief and the roadmap show the same numbers; only the roadmap names the segments and levels.
"""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import LEVEL_TONES, RATING_TONES, SCORES, columns, table
from stratgen.analysis.findings import SuccessFactor
from stratgen.document import Cell, Exhibit, Inlines, Matrix, Strong, Text, Tone, cell
from stratgen.engagement import Unknown, known
from stratgen.engagement.maturity import Segment

_GRID = (
    ("Higher investment", (Segment.CONSERVATIVE, Segment.LEADER)),
    ("Lower investment", (Segment.OBSERVER, Segment.CONTENDER)),
)
_SIDES = ("Lower innovation", "Higher innovation")


def position(brief: Brief) -> Exhibit | None:
    """Return the two-by-two in plain words; None where it is not scored, or where target and today are one field."""
    found = brief.findings.placement
    if found.segment is None or known(found.target) is found.segment:
        return None
    rows = tuple((title, tuple(_field(brief, each) for each in cells)) for title, cells in _GRID)
    score = brief.wording.score
    words = (
        f"Investment, in money, people and tools: {score(found.investment, 0)} out of 100. Innovation, how much is settled"
        f" where it is raised: {score(found.innovation, 0)} out of 100. Lower is below 50. Method: stratgen."
    )
    grid = Matrix("", _SIDES, rows, heading_width=0.7)
    return Exhibit(
        "brief-position", "Figure", "Position in investment and innovation", grid, (Text(words),), words
    )


def _field(brief: Brief, segment: Segment) -> Cell:
    found = brief.findings.placement
    lines: list[Inlines] = []
    tone: Tone | None = None
    if known(found.target) is segment:
        lines.append((Strong((Text(_target_words(brief)),)),))
        tone = "level-2"
    if found.segment is segment:
        lines.insert(0, (Strong((Text("Today"),)),))
        tone = "accent"
    return Cell(tuple(lines) or ((Text("–"),),), tone)


def _target_words(brief: Brief) -> str:
    end = brief.findings.year_end
    return f"Target, {brief.wording.day(end)}" if end else "Target, end of the year"


def areas(brief: Brief) -> Exhibit | None:
    """Return the nine areas gathered by level; None where no level is known."""
    found = brief.findings.orientation.areas
    rows = []
    for level, tone in LEVEL_TONES.items():
        if group := [each.name for each in found if each.level == level]:
            rows.append((cell(f"Level {level}", tone=tone), cell("; ".join(group))))
    if not rows:
        return None
    if holes := [each.name for each in found if isinstance(each.level, Unknown)]:
        rows.append((cell("To be confirmed", tone="none"), cell("; ".join(holes))))
    score = brief.wording.score(brief.findings.orientation.index)
    note = (
        f"Level 1 looks inward, level 4 starts from the customer. Mean of the nine areas: {score}. {SCORES}"
    )
    heads = columns(("Level", 1), ("Areas", 5))
    return table("brief-areas", "How customer-centred nine areas are today", heads, rows, note)


def factors(brief: Brief) -> Exhibit | None:
    """Return the six success factors with their ratings: they judge the plan, not the organisation."""
    found = brief.findings.success.factors
    if not found:
        return None
    grid = Matrix(
        "",
        tuple(each.name for each in found),
        (("Rating", tuple(_rating(each) for each in found)),),
        heading_width=0.8,
    )
    note = "Green from 3.0 of 4, Amber from 1.5, Red below."
    if partial := [each for each in found if each.score.partial]:
        words = [f"{each.name} ({each.score.known} of {each.score.asked})" for each in partial]
        note += f" Partly scored, inputs known: {brief.wording.listing(words)}."
    spoken = "; ".join(f"{each.name}: {each.rating or 'not scored'}" for each in found)
    return Exhibit("brief-factors", "Figure", "How complete the plan is, on six factors", grid, (Text(f"{note} Method: stratgen; annex A of the strategy pack."),), spoken)  # fmt: skip


def _rating(factor: SuccessFactor) -> Cell:
    if factor.rating is None:
        return cell("Not scored", tone="none")
    return cell(factor.rating, tone=RATING_TONES[factor.rating])


BUILDERS: dict[str, Builder] = {
    "brief-position": position,
    "brief-areas": areas,
    "brief-factors": factors,
}

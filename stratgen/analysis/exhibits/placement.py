"""Where the organisation stands: the two-by-two of investment and innovation.

The board brief and the roadmap show the same numbers; only the roadmap names the segments and levels.
"""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import start_or_today
from stratgen.document import Cell, Exhibit, Inlines, Matrix, Strong, Text, Tone
from stratgen.engagement import known
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
        lines.insert(0, (Strong((Text(start_or_today(brief)),)),))
        tone = "accent"
    return Cell(tuple(lines) or ((Text("–"),),), tone)


def _target_words(brief: Brief) -> str:
    end = brief.findings.year_end
    return f"Target, {brief.wording.day(end)}" if end else "Target, end of the year"


BUILDERS: dict[str, Builder] = {"brief-position": position}

"""Tables with caption and source line, and measures as they read in a cell.

Labels only. The builders of each document decide what stands in a table; this decides how it is put.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stratgen.analysis.calendar import months_later
from stratgen.analysis.exhibits.brief import Brief
from stratgen.analysis.findings import Kpi, ReviewFinding
from stratgen.analysis.wording import Wording
from stratgen.document import Align, Cell, Column, DataTable, Exhibit, Inlines, Row, Text, Tone, cell
from stratgen.engagement import Figure, Grade, Period, Unknown, known
from stratgen.engagement.answer import round_the_clock
from stratgen.engagement.escalation import EscalationClock

SCORES = "Scores: stratgen method; annex A of the strategy pack credits the frameworks."
"""The note under every figure that shows a score (documents G5)."""

GRADE_WORDS = {"A": "measured", "B": "older, or a sample", "C": "estimated", "D": "assumed"}
"""The grades of evidence in a word or two, at their first use; the appendix of the brief has them in full."""
FRESH_MONTHS = 6
AGED = "Grade A as of the measurement, more than six months before this paper."
BAND_TONES: dict[str, Tone] = {"low": "good", "moderate": "watch", "high": "bad", "severe": "severe"}
RATING_TONES: dict[str, Tone] = {"Green": "good", "Amber": "watch", "Red": "bad"}


def at_start(brief: Brief) -> str:
    """Return when the baseline was true: "today" in a plan, "at the start" in a paper that reviews it."""
    return "at the start" if brief.findings.progress else "today"


def start_or_today(brief: Brief) -> str:
    """Return what the baseline is called where it heads a column or names a point: "Today", in a review "Start"."""
    return "Start" if brief.findings.progress else "Today"


def columns(*named: tuple[str, float] | tuple[str, float, Align]) -> tuple[Column, ...]:
    """Return columns from names, widths and alignments."""
    return tuple(Column(*each) for each in named)


def table(
    key: str,
    caption: str,
    heads: tuple[Column, ...],
    rows: Sequence[tuple[Cell, ...] | Row],
    source: str | Inlines = "",
    description: str = "",
) -> Exhibit | None:
    """Return a captioned table, or None where there is no row to show."""
    if not rows:
        return None
    lines = tuple(each if isinstance(each, Row) else Row(each) for each in rows)
    origin = ((Text(source),) if source else ()) if isinstance(source, str) else source
    return Exhibit(key, "Table", caption, DataTable(heads, lines), origin, description)


def source_line(brief: Brief, figures: Iterable[Figure | Unknown | None], note: str = "") -> str:
    """Return where figures come from: each source with its period and grade once, then the note."""
    seen: dict[str, None] = {}
    bare = False
    figures = tuple(figures)
    for figure in figures:
        if isinstance(figure, Figure):
            if figure.source and figure.grade:
                seen[_origin(brief.wording, figure)] = None
            else:
                bare = True
    parts = [f"Source: {'; '.join(seen)}."] if seen else []
    if any(is_aged(brief, each) for each in figures):
        parts.append(AGED)
    if bare:
        parts.append("Figures without a recorded source are to be read as assumptions.")
    return " ".join([*parts, note] if note else parts)


def grade_line(brief: Brief, figures: Iterable[Figure | Unknown | None], note: str = "") -> str:
    """Return periods and grades of figures without their sources, for a page that is short of room."""
    seen: dict[str, None] = {}
    aged = False
    for figure in figures:
        if isinstance(figure, Figure) and figure.period and figure.grade:
            seen[f"{period_words(brief.wording, figure.period)}, grade {figure.grade.value}"] = None
            aged = aged or is_aged(brief, figure)
    parts = [f"{'; '.join(seen)}; sources in annex B of the pack."] if seen else []
    if aged:
        parts.append(AGED)
    return " ".join([*parts, note] if note else parts)


def marked(
    brief: Brief, rows: Sequence[Iterable[Figure | Unknown | None]], note: str = ""
) -> tuple[list[str], str]:
    """Return a mark for each row, such as " (C)", and the line that says the periods, the grades and where sources are.

    Rows of the best grade in the table bear no mark: the line names it. A row is as good as its weakest figure.
    """
    rows = [tuple(row) for row in rows]
    aged = AGED if any(is_aged(brief, each) for row in rows for each in row) else ""
    grades: list[Grade | None] = []
    periods: dict[str, None] = {}
    for row in rows:
        found = [each for each in row if isinstance(each, Figure)]
        for period in (each.period for each in found if each.period):
            periods[period_words(brief.wording, period)] = None
        given = [each.grade for each in found if each.grade]
        grades.append(max(given, key=lambda grade: grade.value) if given else None)
    known_grades = sorted({grade for grade in grades if grade}, key=lambda grade: grade.value)
    if not known_grades:
        return ["" for _ in rows], note
    best, *others = known_grades
    marks = [f" ({grade.value})" if grade in others else "" for grade in grades]
    words = f"grade {best.value} ({GRADE_WORDS[best.value]})"
    if others:
        words += (
            f", or as marked: {', '.join(f'{each.value} ({GRADE_WORDS[each.value]})' for each in others)}"
        )
    start = f"{'; '.join(periods)}; {words}" if periods else f"G{words[1:]}"
    return marks, " ".join(filter(None, (f"{start}; sources in annex B.", aged, note)))


def is_aged(brief: Brief, figure: Figure | Unknown | None) -> bool:
    """Return whether a figure bears grade A and was measured more than six months before the pack's day.

    The grade is an answer, and says what held when it was given (domain 5.14); a later paper says how old it is.
    """
    day = known(brief.engagement.engagement.pack.date)
    if not isinstance(figure, Figure) or figure.grade is not Grade.A or figure.period is None or day is None:
        return False
    return months_later(figure.period.end, FRESH_MONTHS) < day


def period_words(wording: Wording, period: Period) -> str:
    """Return a period: "July to September 2026", "September 2026", or two full days."""
    start, end = period.start, period.end
    if (start.year, start.month) == (end.year, end.month) and start.day == 1 and end.day >= 28:
        return wording.day(start, "month")
    if start.day == 1 and end.day >= 28:
        first = wording.day(start, "month")
        return f"{first.split()[0] if start.year == end.year else first} to {wording.day(end, 'month')}"
    if (start.year, start.month) == (end.year, end.month) and wording.locale != "en-US":
        return f"{start.day} to {wording.day(end)}"
    return f"{wording.day(start)} to {wording.day(end)}"


def kpi_of(brief: Brief, answer: str | Unknown) -> Kpi | None:
    """Return the measure that an answer names, or None where it is unknown or not in the catalogue."""
    name = known(answer)
    return brief.findings.kpis.get(name) if name else None


def kpi_name(brief: Brief, answer: str | Unknown) -> str | Unknown:
    """Return a measure's full name; the answer itself where the catalogue does not have it."""
    kpi = kpi_of(brief, answer)
    return kpi.name if kpi else answer


def clock_words(brief: Brief, kpi: Kpi | None) -> str:
    """Return by which clock a measure is counted, "in staffed hours" or "at all hours"; empty where it has none."""
    if kpi is None or not kpi.clock:
        return ""
    hours = known(brief.engagement.terms.hours)
    staffed = kpi.clock == "business hours" and not (hours and round_the_clock(hours))
    return (EscalationClock.STAFFED if staffed else EscalationClock.ALL).label


def clock_line(brief: Brief, ids: Iterable[str]) -> str:
    """Return in one sentence by which clock the measures of a table are counted; empty where none has a clock."""
    kpis = [kpi for name in ids if (kpi := brief.findings.kpis.get(name)) and kpi.clock]
    return " ".join(f"{kpi.name}: counted {clock_words(brief, kpi)}." for kpi in kpis)


def kpi_value(brief: Brief, kpi: Kpi | None, value: Figure | float | Unknown | None) -> Cell:
    """Return a value in the unit of its measure; an open point where it is unknown, a dash for None."""
    if value is None or isinstance(value, Unknown):
        return brief.wording.cell(value)
    unit = (kpi.unit if kpi else "") or (value.unit if isinstance(value, Figure) else "")
    number = value.value if isinstance(value, Figure) else value
    return cell(brief.wording.measured(number, unit))


def now_cell(brief: Brief, kpi: Kpi | None, found: ReviewFinding | None) -> Cell:
    """Return where a measure stands in a review; with its quarter where the one in review brought no value."""
    if found is None or (found.actual is None and found.earlier is None):
        return cell("Not measured")
    if found.actual is not None:
        return kpi_value(brief, kpi, found.actual.value)
    quarter, figure = found.actuals[-1]
    return Cell(tuple((*line, Text(f" in {quarter}")) for line in kpi_value(brief, kpi, figure).paragraphs))


def rating_cell(rating: str | None) -> Cell:
    """Return a rating in its colour; what is not rated, or not due yet, has none."""
    if rating is None:
        return cell("Not rated", tone="none")
    return (
        cell("Not due yet", tone="none")
        if rating == "not started"
        else cell(rating, tone=RATING_TONES[rating])
    )


def better(kpi: Kpi | None) -> str:
    """Return in which direction a measure is better, in a word."""
    return {"up": "Higher", "down": "Lower"}[kpi.direction] if kpi else "–"


def money_cell(brief: Brief, amount: float | Unknown | None, nearest: int = 1) -> Cell:
    """Return an amount in the currency of the pack; an open point where unknown, a dash for None."""
    if amount is None or isinstance(amount, Unknown):
        return brief.wording.cell(amount)
    return cell(brief.wording.money(amount, nearest))


def sentence_and(wording: Wording, *answers: str | Unknown) -> Inlines:
    """Return answers as sentences in a row, each with one full stop."""
    return tuple(
        inline
        for place, answer in enumerate(answers)
        for inline in (
            *((Text(" "),) if place else ()),
            *(wording.inlines(answer) if isinstance(answer, Unknown) else (Text(f"{answer.rstrip('. ')}."),)),
        )
    )


def product_cell(value: int | None, band: str) -> Cell:
    """Return likelihood times impact with its band, shaded; "Not scored" where one of them is unknown."""
    if value is None:
        return cell("Not scored", tone="none")
    return cell(f"{band.capitalize()}, {value}", tone=BAND_TONES.get(band))


def _origin(wording: Wording, figure: Figure) -> str:
    period = f", {period_words(wording, figure.period)}" if figure.period else ""
    grade = f", grade {figure.grade.value}" if figure.grade else ""
    return f"{figure.source}{period}{grade}"

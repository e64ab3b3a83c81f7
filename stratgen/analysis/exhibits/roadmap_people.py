"""People and tools: capacity, departments as counts, rights, training, what the tools can do.

No name and no support score of a stakeholder is shown (domain 4.6).
"""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.document import Cell, Exhibit, Matrix, Text, Tone, cell
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.policy import Training
from stratgen.engagement.stakeholders import Candidate, Department
from stratgen.engagement.team import Responsibilities, Right

_WORKS = ("listen", "reply", "publish", "approve", "escalate", "report", "train", "secure")
_RIGHT_TONES: dict[Right, Tone] = {Right.ACCOUNTABLE: "level-3", Right.BOTH: "level-3", Right.RESPONSIBLE: "level-1"}
_PARTS = (Candidate.SPONSOR, Candidate.CHAMPION, Candidate.OWNER, Candidate.CONTRIBUTOR)


def capacity(brief: Brief) -> Exhibit | None:
    """Return the people needed for the volume and for the hours, against those there, in full-time posts."""
    found = brief.findings.capacity
    if found.needed is None and found.available is None:
        return None
    w, demand = brief.wording, brief.findings.channels.demand
    rows = [
        (cell("Messages a month that need a reply"), cell(w.number(demand.needing_reply) if demand else "Not scored")),
        (cell("Share to be answered"), cell(w.percent(brief.findings.channels.target_response_rate))),
        (cell("Minutes to handle one"), cell(w.score(brief.findings.channels.handling_minutes))),
        *(
            (cell(title), _people(brief, value))
            for title, value in (
                ("People needed for the volume", found.load),
                ("People needed for the hours promised", found.cover),
                ("People needed, the larger of the two", found.needed),
                ("People there today", found.available),
            )
        ),
    ]
    heads = columns(("Full-time equivalents, unless it says otherwise", 4), ("Figure", 1.2, "end"))
    note = (
        f"Occupancy {w.percent(100 * found.occupancy)}, at least {w.number(found.minimum_on_shift)} on each shift."
        " Method: stratgen."
    )
    return table("roadmap-capacity", "People needed and people there", heads, rows, note)


def _people(brief: Brief, value: float | None) -> Cell:
    return cell("Not scored") if value is None else cell(brief.wording.number(value))


def involvement(brief: Brief) -> Exhibit | None:
    """Return the departments that take part: people, hours a week, and the parts foreseen, as counts."""
    people = records(brief.engagement.stakeholders)
    rows = []
    for department in Department:
        group = [each for each in people if known(each.department) is department]
        if not group:
            continue
        hours = [known(each.hours_a_week) for each in group]
        total = sum(value for value in hours if value is not None)
        parts = [(part.label.lower(), sum(known(each.candidate) is part for each in group)) for part in _PARTS]
        named = [f"{count} {label}{'' if count == 1 else 's'}" for label, count in parts if count]
        rows.append((
            cell(department.label),
            cell(str(len(group))),
            cell("To be confirmed" if None in hours else brief.wording.number(total)),
            cell(brief.wording.listing(named).capitalize() or "–"),
        ))  # fmt: skip
    heads = columns(("Department", 2), ("People", 0.7, "end"), ("Hours a week", 1, "end"), ("Parts foreseen", 2.6))
    return table("roadmap-involvement", "Who takes part, by department", heads, rows)


def rights(brief: Brief) -> Exhibit | None:
    """Return the grid of who does what; None where no row is known."""
    held: Responsibilities = brief.engagement.team.responsibilities
    lines = {work: known(getattr(held, work)) for work in _WORKS}
    used = {department for line in lines.values() for department in line or {}}
    shown = [department for department in Department if department in used]
    if not shown:
        return None
    rows = tuple(
        (work.capitalize(), tuple(_right(brief, getattr(held, work), each, shown[0]) for each in shown))
        for work in _WORKS
    )
    note = "A accountable, R responsible, C consulted, I informed."
    grid = Matrix("", tuple(each.label for each in shown), rows, heading_width=1.1)
    return Exhibit("roadmap-rights", "Table", "Who does what", grid, (Text(note),), note)


def _right(brief: Brief, line: dict[Department, Right] | Unknown, department: Department, first: Department) -> Cell:
    if isinstance(line, Unknown):
        return brief.wording.cell(line) if department is first else cell("–")
    right = line.get(department)
    if right is None:
        return cell("–")
    return cell("A and R" if right is Right.BOTH else right.value, tone=_RIGHT_TONES.get(right))


def training(brief: Brief) -> Exhibit | None:
    """Return what each audience learns, how many are trained today, and by when the rest will be."""
    heads = columns(("Audience", 1.6), ("Modules", 3), ("Trained today", 0.9, "end"), ("Target", 0.8, "end"),
                    ("By end of", 0.7), ("Refreshed", 1.1), ("Test before posting", 1))  # fmt: skip
    found = records(brief.engagement.training)
    return table("roadmap-training", "Training plan", heads, [_audience(brief, each) for each in found])


def _audience(brief: Brief, each: Training) -> tuple[Cell, ...]:
    w = brief.wording
    modules = known(each.modules)
    months = known(each.refresh_months)
    return (
        w.cell(each.audience),
        w.cell(each.modules) if modules is None else cell(w.listing(m.label.lower() for m in modules).capitalize()),
        _share(brief, each.trained_today),
        _share(brief, each.target),
        w.cell(each.by),
        w.cell(each.refresh_months) if months is None else cell(f"Every {months} months" if months > 1 else "Monthly"),
        w.cell(each.certified_before_posting),
    )


def _share(brief: Brief, answer: float | Unknown) -> Cell:
    share = known(answer)
    return brief.wording.cell(answer) if share is None else cell(brief.wording.percent(share))


def tools(brief: Brief) -> Exhibit:
    """Return what a care tool must do, and whether any tool in use does it."""
    able = brief.engagement.tools.capabilities
    needs = (
        ("One-to-one queues", able.queues),
        ("The history of each customer", able.history),
        ("Handling time", able.handling_time),
        ("First response time", able.response_time),
    )
    rows = [(cell(title), _able(brief, answer)) for title, answer in needs]
    found = table("roadmap-tools", "What a care tool must do, and what is there", columns(("Need", 3), ("Today", 1)), rows)
    assert found is not None  # there are always four needs
    return found


def _able(brief: Brief, answer: bool | Unknown) -> Cell:
    if isinstance(answer, Unknown):
        return brief.wording.cell(answer)
    return cell("Yes", tone="good") if answer else cell("No", tone="bad")


BUILDERS: dict[str, Builder] = {
    "roadmap-capacity": capacity,
    "roadmap-involvement": involvement,
    "roadmap-rights": rights,
    "roadmap-training": training,
    "roadmap-tools": tools,
}

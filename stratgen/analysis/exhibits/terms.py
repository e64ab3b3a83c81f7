"""Exhibits on voice, replies and escalation: the terms of engagement, and the policy where it shares them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from stratgen.analysis.durations import duration
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import minutes_cell, one_by_one, row, words
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.analysis.sentences import inside
from stratgen.document import Cell, Exhibit, Reference, Row, Text
from stratgen.engagement import Unknown
from stratgen.engagement.answer import known, records, round_the_clock
from stratgen.engagement.escalation import Approval, ContentClass, EscalationLevel
from stratgen.engagement.terms import HardTopic
from stratgen.engagement.voice import ModelReply


def voice_traits(brief: Brief) -> Exhibit | None:
    """Return the traits of the voice: what it is and is not, and the value it carries (TON-02)."""
    show = brief.wording.cell
    heads = columns(("Trait", 0.8), ("We are", 1.8), ("We are not", 1.8), ("Value", 0.8))
    rows = [
        row(show(each.trait), show(each.we_are), show(each.we_are_not), show(each.value))
        for each in records(brief.engagement.voice.traits)
    ]
    return table("voice-traits", "What we sound like, and what we do not", heads, rows)


def response_times(brief: Brief) -> Exhibit | None:
    """Return how fast a first reply comes, by priority, within the hours promised; two columns until it holds (TERM-01)."""
    terms, wording, until = brief.engagement.terms, brief.wording, brief.findings.promise.times_until
    rows = [
        row(
            words(title),
            words(example),
            *((_before(brief, name),) if until else ()),
            minutes_cell(wording, getattr(terms.promise, name)),
        )
        for name, title, example in (
            ("urgent", "Urgent", "Somebody may come to harm, or money may be lost"),
            ("complaint", "Complaint", "Somebody is unhappy with what we did"),
            ("question", "Question", "Somebody wants to know something"),
            ("praise", "Praise", "Somebody thanks us"),
        )
    ]
    heads = columns(("Priority", 0.8), ("What it is", 2), ("First reply within", 1))
    if until:
        after = wording.day(until + timedelta(days=1), "short")
        heads = columns(("Priority", 0.7), ("What it is", 2.1),
                        (f"Until {wording.day(until, 'short')}", 0.9), (f"From {after}", 0.9))  # fmt: skip
    source = " ".join(part for part in (_counted(brief), _languages(brief), _until(brief)) if part)
    caption = "First reply within: what we promise, and from when" if until else "First reply by priority"
    return table("response-times", caption, heads, rows, source)


def _before(brief: Brief, name: str) -> Cell:
    """Return the time that is promised until the promised times hold."""
    interim = brief.engagement.terms.promise_until
    return (
        words("Not promised yet") if interim is None else minutes_cell(brief.wording, getattr(interim, name))
    )


def _counted(brief: Brief) -> str:
    """Return the hours in which the promised times run: those promised, and until they hold those of today."""
    hours, wording, promise = known(brief.engagement.terms.hours), brief.wording, brief.findings.promise
    if not hours:
        return ""
    if promise.hours_today is None:
        return f"Counted {'' if round_the_clock(hours) else 'in staffed hours: '}{wording.hours(hours)}."
    today, later = wording.hours(promise.hours_today), wording.hours(hours)
    if promise.hours_from is None or promise.hours_until is None:
        return f"Counted in staffed hours. Staffed today: {today}. Promised: {later}; from which day is not set yet."
    first, until = wording.day(promise.hours_from), wording.day(promise.hours_until)
    return f"Counted in staffed hours. Until {until}: {today}. From {first}: {later}."


def _languages(brief: Brief) -> str:
    """Return in which hours the promise holds in each language; "" where nothing sets one apart (TERM-06)."""
    hours = brief.engagement.terms.language_hours
    return "" if hours is None else brief.wording.text(hours).rstrip(".") + "."


def _until(brief: Brief) -> str:
    """Return what is planned until the times hold; "" where they hold already, or what holds until then is answered."""
    promise, w = brief.findings.promise, brief.wording
    if brief.engagement.terms.promise_until is not None:
        return ""
    # What is planned to be over before the policy and these terms apply would bind nobody.
    first = known(brief.engagement.policy.effective) or date.min
    steps = [
        f"{w.measured(minutes, 'minutes')} by {w.day(end)}" for end, minutes in promise.steps if end >= first
    ]
    return (
        f"On the way, the plan is to send half of all first replies within {w.listing(steps)}."
        if steps
        else ""
    )


def escalation_levels(brief: Brief) -> Exhibit | None:
    """Return the levels of severity side by side (ESC-01)."""
    levels = records(brief.engagement.governance.escalation)
    if not levels:
        return None
    names = [brief.wording.text(level.name) for level in levels]
    heads = columns(
        ("What", 0.7),
        *((f"{count} {name}", 1.5) for count, name in enumerate(names, 1)),
    )
    rows = [
        Row((words(title), *(build(brief, level) for level in levels)))
        for title, build in _ESCALATION_ROWS.items()
        if title not in _WHERE_ASKED
        or any(getattr(level, _WHERE_ASKED[title]) is not None for level in levels)
    ]
    found = table("escalation-levels", "Levels of severity, from routine to crisis", heads, rows)
    return found and replace(found, whole=True)


def _answer_of(name: str) -> Callable[[Brief, EscalationLevel], Cell]:
    return lambda brief, level: brief.wording.cell(getattr(level, name))


def _clock(brief: Brief, level: EscalationLevel) -> Cell:
    """Return when the first word is due, and the next ones; a routine message has the promise as its clock."""
    first = minutes_cell(brief.wording, level.acknowledge_minutes)
    routine = level is records(brief.engagement.governance.escalation)[0]
    if routine and not isinstance(brief.engagement.terms.promise.question, Unknown):
        first = words("As the response promise says")
    hours = () if level.clock is None else (brief.wording.inlines(level.clock),)
    if level.update_minutes is None:
        return Cell((*first.paragraphs, *hours))
    if isinstance(level.update_minutes, Unknown):
        return Cell((*first.paragraphs, brief.wording.inlines(level.update_minutes), *hours))
    then = (Text(f"then every {duration(level.update_minutes, brief.wording)}"),)
    return Cell((*first.paragraphs, then, *hours))


def _approvers(brief: Brief, level: EscalationLevel) -> Cell:
    return words("Nobody needed") if level.approvers == () else one_by_one(brief.wording, level.approvers)


def _posts_and_board(brief: Brief, level: EscalationLevel) -> Cell:
    paused, told, contact = level.pause_scheduled_posts, level.tell_board, level.board_contact
    posts = ("Posts paused" if paused else "Posts go on") if isinstance(paused, bool) else paused
    board = ("Board told" if told else "Board not told") if isinstance(told, bool) else told
    return brief.wording.cell(posts, board if told is not True or contact is None else contact)


_ESCALATION_ROWS: dict[str, Callable[[Brief, EscalationLevel], Cell]] = {
    "Trigger": _answer_of("trigger"),
    "Example": _answer_of("example"),
    "Answers first": _answer_of("first_responder"),
    "Reached by": _answer_of("reached_by"),
    "If not reached": _answer_of("second_responder"),
    "First word, then updates": _clock,
    "First word, approved beforehand": _answer_of("holding_line"),
    "Decides": _answer_of("decision_owner"),
    "Stands in": _answer_of("backup"),
    "Approves later words": _approvers,
    "Planned posts, board": _posts_and_board,
}
_WHERE_ASKED = {
    "Reached by": "reached_by",
    "If not reached": "second_responder",
    "First word, approved beforehand": "holding_line",
}
"""Rows of the full interview: they stand there where at least one level has an answer."""


def approval_paths(brief: Brief) -> Exhibit | None:
    """Return who approves each kind of content, and within what time (APR-01)."""
    heads = columns(("Content", 1.2), ("Approved by", 1.6), ("Within", 0.8))
    rows = [_approval_row(brief, each) for each in records(brief.engagement.governance.approvals)]
    return table("approval-paths", "Who approves what", heads, rows)


def _approval_row(brief: Brief, approval: Approval) -> Row:
    show = brief.wording.cell
    nobody = approval.approver is None
    top = (records(brief.engagement.governance.escalation) or (None,))[-1]
    if known(approval.content) is ContentClass.CRISIS and top is not None and top.approvers != ():
        # One rule for a crisis: the top level names who approves, and by when the next word is due at the latest.
        due, given = known(top.update_minutes), known(approval.minutes)
        sooner = (
            approval.minutes if given is not None and (due is None or given < due) else top.update_minutes
        )
        within = minutes_cell(brief.wording, sooner, "At once")
        return row(show(approval.content), _as_at_the_top(brief, top), within)
    return row(
        show(approval.content),
        words("Nobody: trained people publish") if nobody else show(approval.approver),
        minutes_cell(brief.wording, approval.minutes, "At once" if nobody else "No limit"),
    )


def _as_at_the_top(brief: Brief, level: EscalationLevel) -> Cell:
    """Return where it stands who approves what is said in a crisis."""
    name = brief.wording.text(level.name)
    return Cell(((Text(f"As level 4, {name}, says in "), Reference("escalation")),))


def moderation(brief: Brief) -> Exhibit | None:
    """Return what is hidden, removed or blocked, and who decides (TERM-03)."""
    show = brief.wording.cell
    heads = columns(("What is posted", 2), ("What we do", 1), ("Who decides", 1.2))
    rows = [
        row(show(each.rule), show(each.action), show(each.decides))
        for each in records(brief.engagement.terms.moderation)
    ]
    return table("terms-moderation", "What we moderate", heads, rows)


def hard_topics(brief: Brief) -> Exhibit | None:
    """Return the register of uncomfortable topics (CRE-02)."""
    heads = columns(
        ("Topic and stance", 1.3),
        ("Position", 1.6),
        ("Approved line", 1.6),
        ("Who speaks, and next review", 1.1),
    )
    rows = [_topic_row(brief, each) for each in records(brief.engagement.credo.hard_topics)]
    return table("terms-hard-topics", "Register of hard topics", heads, rows)


def _topic_row(brief: Brief, topic: HardTopic) -> Row:
    show = brief.wording.cell
    named = (topic.topic, topic.stance) if topic.reason is None else (topic.topic, topic.stance, topic.reason)
    return row(
        show(*named), show(topic.position), show(topic.approved_line), show(topic.spokesperson, topic.review)
    )


def model_replies(brief: Brief) -> Exhibit | None:
    """Return how replies might sound; examples, never scripts (TON-05)."""
    show = brief.wording.cell
    heads = columns(("Situation", 1), ("How a reply might sound", 3.2))
    rows = [
        row(_situation(brief, each), show(each.reply))
        for each in records(brief.engagement.voice.model_replies)
    ]
    return table("terms-model-replies", "Model replies", heads, rows)


def _situation(brief: Brief, each: ModelReply) -> Cell:
    situation, place = known(each.situation), known(each.place)
    if situation is None or place is None:
        return brief.wording.cell(each.situation)
    return words(f"{situation}, {inside(place.label)}")


BUILDERS: dict[str, Builder] = {
    "voice-traits": voice_traits,
    "response-times": response_times,
    "escalation-levels": escalation_levels,
    "approval-paths": approval_paths,
    "terms-moderation": moderation,
    "terms-hard-topics": hard_topics,
    "terms-model-replies": model_replies,
}

"""Rules about voice, terms, credo, escalation and approval."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.purpose import is_regulated
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.seats import CHIEF, of_department
from stratgen.engagement import known, records
from stratgen.engagement.escalation import ContentClass, EscalationLevel
from stratgen.engagement.stakeholders import Department
from stratgen.engagement.team import Responsibilities, Right
from stratgen.engagement.terms import ResponsePromise, Stance

_LEGAL = re.compile(r"\b(legal|counsel|compliance|lawyer|solicitor)\b", re.IGNORECASE)
_COMMUNICATIONS = re.compile(
    r"\b(communications?|comms|media relations|public relations|pr|press|corporate affairs|public affairs)\b",
    re.IGNORECASE,
)
_NEVER_IN_PUBLIC = {
    "identifiers": r"\b(identit|identif|id\b|ids\b|account|passport|social security|date of birth|log-?in"
    r"|password|customer number|member(ship)? number|address)",
    "payment details": r"\b(pay|card|bank|cvv|pin\b|billing)",
    "health": r"\b(health|medical|illness|diagnos|patient|disab)",
}
_CRITICISM = re.compile(
    r"\b(critici[sz]\w*|complain\w*|negative (comments?|reviews?|posts?|feedback|remarks?|opinions?)"
    r"|bad reviews?|disagree\w*|unfavou?rable)",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(threat\w*|abus\w*|hate\w*|hateful|harass\w*|insult\w*|obscen\w*|profan\w*|swear\w*|spam\w*|discriminat\w*"
    r"|racis\w*|sexis\w*|violen\w*|defam\w*|libel\w*|personal (data|information|details)|false|fake|scam\w*"
    r"|fraud\w*|illegal|unlawful|incit\w*|bully\w*|slur\w*)",
    re.IGNORECASE,
)

_FEW = 4
"""With fewer titles than this nothing can be told from their being strange."""


@rule("V9", "error", "team.responsibilities.*")
def one_is_accountable(ground: Ground) -> Iterator[Breach]:
    """Each piece of work has exactly one accountable department."""
    for work in Responsibilities.model_fields:
        rights = known(getattr(ground.engagement.team.responsibilities, work))
        if rights is None:
            continue
        count = sum(1 for right in rights.values() if right in (Right.ACCOUNTABLE, Right.BOTH))
        if count != 1:
            what = f"{count or 'no'} departments are accountable for this."
            mend = "Give A or AR to exactly one."
            yield Breach(("team", "responsibilities", work), what, mend)


@rule("V17", "error", "governance.escalation[*]")
def escalation_gets_faster(ground: Ground) -> Iterator[Breach]:
    """The higher the level, the sooner it is acknowledged; owner and backup differ."""
    before: float | None = None
    for position, level in enumerate(records(ground.engagement.governance.escalation)):
        here: Path = ("governance", "escalation", position)
        minutes = known(level.acknowledge_minutes)
        if minutes is not None and before is not None and minutes >= before:
            what = f"{minutes:g} minutes is not sooner than the {before:g} of the level below."
            yield Breach((*here, "acknowledge_minutes"), what, "Make it shorter from level to level.")
        before = minutes if minutes is not None else before
        owner, backup = known(level.decision_owner), known(level.backup)
        if owner and backup and owner.casefold() == backup.casefold():
            yield Breach((*here, "backup"), f"{backup} would stand in for themselves.", "Name another role.")


@rule("V18", "error", "governance.escalation[]", "stakeholders[*].role", "stakeholders[*].department")
def serious_levels_include_the_right_people(ground: Ground) -> Iterator[Breach]:
    """Levels 3 and 4 include Legal and Communications; level 4 the chief executive and a board contact."""
    levels = records(ground.engagement.governance.escalation)
    for position, level in enumerate(levels[2:4], 2):
        here: Path = ("governance", "escalation", position)
        if known(level.approvers) is None:
            continue
        people = _people(level)
        wanted = [("Legal", _LEGAL, Department.LEGAL), ("Communications", _COMMUNICATIONS, Department.PR)]
        missing = [
            name
            for name, words, department in wanted
            if not words.search("; ".join(people))
            and not set(people) & set(of_department(ground.engagement, department))
        ]
        if position == 3 and not CHIEF.search("; ".join(people)):
            missing.append("the chief executive")
        if missing:
            what = f"level {position + 1} does not include {' or '.join(missing)}."
            yield Breach((*here, "approvers"), what, "Name them as owner, backup or approver.")
        tells = known(level.tell_board)
        if position == 3 and (tells is False or (tells and level.board_contact is None)):
            what = "level 4 does not reach the board."
            yield Breach((*here, "board_contact"), what, "Tell the board, and name who on it is told.")


def _people(level: EscalationLevel) -> list[str]:
    roles = (level.first_responder, level.decision_owner, level.backup, *(known(level.approvers) or ()))
    return [role for role in roles if isinstance(role, str)]


@rule(
    "V19", "error", "voice.shifts.humour_in_complaints", "voice.dimensions.respectful_to_irreverent",
    "engagement.sector", "engagement.regulators",
)  # fmt: skip
def humour_is_off_where_it_hurts(ground: Ground) -> Iterator[Breach]:
    """Humour is off for complaints and crises, and a regulated voice is not irreverent."""
    voice = ground.engagement.voice
    if voice.shifts.humour_in_complaints is True:
        what = "humour is allowed in complaints or in a crisis."
        yield Breach(("voice", "shifts", "humour_in_complaints"), what, "Turn it off for both.")
    irreverent = known(voice.dimensions.respectful_to_irreverent)
    if irreverent is not None and irreverent >= 4:
        regulated = is_regulated(ground)
        what = f"the voice is irreverent, {irreverent} of 5" + (
            ", in a regulated sector." if regulated else "."
        )
        path: Path = ("voice", "dimensions", "respectful_to_irreverent")
        yield Breach(path, what, "Bring it to 3 or less.", None if regulated else "warning")


@rule("V61", "error", "terms.promise")
def urgent_comes_first(ground: Ground) -> Iterator[Breach]:
    """The response promise runs from urgent through complaint and question to praise."""
    before: tuple[str, float] | None = None
    for name in ResponsePromise.model_fields:
        minutes = known(getattr(ground.engagement.terms.promise, name))
        if minutes is None:
            continue
        if before and minutes < before[1]:
            what = f"{name} is answered in {minutes:g} minutes, sooner than {before[0]} in {before[1]:g}."
            yield Breach(("terms", "promise", name), what, "Let what matters more come first.")
        before = name, minutes


@rule("V62", "error", "terms.never_ask_in_public")
def private_matters_stay_private(ground: Ground) -> Iterator[Breach]:
    """Identifiers, payment details and health are never asked for in public."""
    items = known(ground.engagement.terms.never_ask_in_public)
    if items is None:
        return
    text = " ; ".join(items)
    missing = [name for name, words in _NEVER_IN_PUBLIC.items() if not re.search(words, text, re.IGNORECASE)]
    if missing:
        what = f"the list does not name {' or '.join(missing)}."
        yield Breach(("terms", "never_ask_in_public"), what, "Add a line for each.")


@rule("V63", "error", "terms.moderation[].rule")
def criticism_stays(ground: Ground) -> Iterator[Breach]:
    """Criticism alone is no reason to hide, remove or block."""
    for position, each in enumerate(records(ground.engagement.terms.moderation)):
        text = known(each.rule)
        if text and _CRITICISM.search(text) and not _HARM.search(text):
            what = "criticism alone may not be hidden, removed or blocked."
            yield Breach(
                ("terms", "moderation", position, "rule"), what, "Name the harm: threats, abuse, spam."
            )


@rule("V64", "error", "credo.hard_topics[].stance", "credo.hard_topics[].reason")
def silence_has_a_reason(ground: Ground) -> Iterator[Breach]:
    """Who holds or declines a topic says why."""
    for position, topic in enumerate(records(ground.engagement.credo.hard_topics)):
        if topic.stance in (Stance.HOLD, Stance.DECLINE) and topic.reason is None:
            what = f"the stance is {known(topic.stance)}, without a reason."
            yield Breach(("credo", "hard_topics", position, "reason"), what, "Say why; it is logged.")


@rule("V85", "warning", "credo.commitments")
def credo_has_three_commitments(ground: Ground) -> Iterator[Breach]:
    """The credo has at least three commitments."""
    commitments = known(ground.engagement.credo.commitments)
    if commitments is not None and len(commitments) < 3:
        what = f"the credo has {len(commitments) or 'no'} of the three commitments that are the least."
        yield Breach(("credo", "commitments"), what, "Add what the teams can keep.")


@rule("V86", "warning", "governance.approvals[]")
def routine_replies_need_nobody(ground: Ground) -> Iterator[Breach]:
    """A routine reply needs no approval."""
    for position, approval in enumerate(records(ground.engagement.governance.approvals)):
        if approval.content == ContentClass.ROUTINE_REPLY and known(approval.approver) is not None:
            what = "routine replies wait for approval, so agents cannot decide."
            path: Path = ("governance", "approvals", position, "approver")
            yield Breach(path, what, "Train agents, and leave the approver out.")


@rule("V150", "warning", "governance.escalation[*]", "governance.approvals[*]")
def titles_are_those_of_the_client(ground: Ground) -> Iterator[Breach]:
    """Most of those who decide and approve are named elsewhere in the answers too."""
    titles = _titles(ground)
    elsewhere = " | ".join(_elsewhere(ground)).casefold()
    strange = [each for each in titles if each.partition(",")[0].casefold() not in elsewhere]
    if len(titles) >= _FEW and 2 * len(strange) > len(titles):
        what = f"most titles occur nowhere else in the answers: {', '.join(strange)}."
        mend = "Name the roles that the organisation has, here or where its people are named."
        yield Breach(("governance", "escalation"), what, mend)


def _titles(ground: Ground) -> list[str]:
    """Return each role that answers, decides, stands in or approves, once."""
    governance = ground.engagement.governance
    found = [role for level in records(governance.escalation) for role in _people(level)]
    found += [role for each in records(governance.approvals) if (role := known(each.approver))]
    return list(dict.fromkeys(found))


def _elsewhere(ground: Ground) -> Iterator[str]:
    """Return the words of the other answers; moderation names the same desks, so it is no witness."""
    for question in ground.asked:
        if question.path[0] in ("governance", "terms"):
            continue
        if isinstance(question.answer, str):
            yield question.answer
        elif isinstance(question.answer, tuple):
            yield from (each for each in question.answer if isinstance(each, str))


@rule("V151", "warning", "governance.approvals[]", "governance.escalation[*]")
def a_crisis_has_one_rule_of_approval(ground: Ground) -> Iterator[Breach]:
    """Who approves a crisis statement is among those of level 4, and done before its next word is due."""
    levels = records(ground.engagement.governance.escalation)
    named = known(levels[-1].approvers) if levels else None
    if not named:
        return
    for position, each in enumerate(records(ground.engagement.governance.approvals)):
        if each.content != ContentClass.CRISIS:
            continue
        here: Path = ("governance", "approvals", position)
        approver, minutes, due = known(each.approver), known(each.minutes), known(levels[-1].update_minutes)
        if approver and approver.casefold() not in [role.casefold() for role in named]:
            what = f"{approver} approves a crisis statement, but is not among those of level 4: {', '.join(named)}."
            yield Breach(
                (*here, "approver"), what, "Name the same people in both; the policy prints level 4."
            )
        if minutes is not None and due is not None and minutes > due:
            what = f"a crisis statement may wait {minutes:g} minutes, but the next word is due every {due:g}."
            yield Breach((*here, "minutes"), what, "Make it shorter.")


RULES = (
    one_is_accountable,
    escalation_gets_faster,
    serious_levels_include_the_right_people,
    humour_is_off_where_it_hurts,
    urgent_comes_first,
    private_matters_stay_private,
    criticism_stays,
    silence_has_a_reason,
    credo_has_three_commitments,
    routine_replies_need_nobody,
    titles_are_those_of_the_client,
    a_crisis_has_one_rule_of_approval,
)

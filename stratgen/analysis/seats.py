"""Who sits where by the answers: a seat of the catalogue ("@lead") becomes a role that the client has named.

Nobody is made up: a seat that no answer fills stays empty, and somebody named is told to find out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from stratgen.analysis.keypaths import questions
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.channels import ChannelStatus
from stratgen.engagement.stakeholders import Department
from stratgen.engagement.team import Right

CHIEF = re.compile(r"\b(chief executive|ceo|managing director|group executive)\b", re.IGNORECASE)
"""The role that leads the whole organisation, however it is called."""

Open = dict[str, str]
"""An answer that is not known yet, as it is written to the file."""


ROLES = frozenset({
    "owner", "role", "lead", "accountable_executive", "approver", "spokesperson", "first_responder", "decision_owner",
    "backup", "decides", "executive", "chair", "approvers", "board_contact",
})  # fmt: skip
"""The answers that name a role."""

_ELSEWHERE = {
    "care": r"customer (service|support|care|experience)|care|contact cent(re|er)|complaints",
    "communications": r"communications?|press|(media|public) relations|public affairs|spokes(man|woman|person)",
    "marketing": r"marketing",
    "legal": r"legal|counsel|solicitor|company secretary",
    "compliance": r"compliance",
    "chief": CHIEF.pattern,
    "board": r"chair of (the )?(board|trustees)|chair(man|woman|person)",
}
"""The words by which a role that some other answer names is known to fit a seat."""


def holders(seat: str, engagement: Engagement) -> tuple[str, ...]:
    """Return the roles that could hold a seat, each once, the fittest first; a plain role holds itself."""
    return tuple(dict.fromkeys(_fitting(seat, engagement)))


def _fitting(seat: str, engagement: Engagement) -> Iterator[str]:
    """Yield who holds a seat by an answer about it, then the roles of other answers whose name fits."""
    if not seat.startswith("@"):
        yield seat
        return
    yield from (role for role in _HOLDERS[seat[1:]](engagement) if role)
    words = _ELSEWHERE.get(seat[1:])
    if words is not None:
        fits = re.compile(rf"\b({words})\b", re.IGNORECASE)
        yield from (each for each in _named(engagement) if fits.search(each))


def _named(engagement: Engagement) -> Iterator[str]:
    """Yield the roles that own or answer for something, in the order of the answers; the consultant's is none of them."""
    for each in questions(engagement):
        # The roles of the register stand there with their department; a role beside another answer tells of itself.
        if each.path[-1] in ROLES and each.path[-1] != "role":
            for value in each.answer if isinstance(each.answer, tuple) else (each.answer,):
                if isinstance(value, str):
                    yield value


def holder(seat: str, engagement: Engagement, not_these: Collection[str] = ()) -> str | None:
    """Return who holds a seat by the answers, and is none of `not_these`; None where nobody is named."""
    return next((each for each in _fitting(seat, engagement) if each not in not_these), None)


def finder(engagement: Engagement) -> str | None:
    """Return who finds out what is open: who leads the team, else the executive who answers for it; None for nobody."""
    return holder("@lead", engagement) or holder("@executive", engagement)


def unfilled(engagement: Engagement, reason: str) -> Open:
    """Return an open answer with its reason and, where somebody is named who can find out, its owner."""
    owner = finder(engagement)
    return {"unknown": reason, **({"owner": owner} if owner else {})}


def of_department(engagement: Engagement, *departments: Department) -> list[str]:
    """Return the roles of stakeholders in departments, in the order of the departments, then of the register."""
    there = records(engagement.stakeholders)
    return [
        role
        for department in departments
        for each in there
        if known(each.department) is department and (role := known(each.role))
    ]


def _replies(engagement: Engagement) -> Sequence[str]:
    """Return who owns the channels that are active, the one with most of them first; then owners of the others."""
    there = [(each.status, owner) for each in records(engagement.channels) if (owner := known(each.owner))]
    active = Counter(owner for status, owner in there if status == ChannelStatus.ACTIVE)
    return [*(name for name, _ in active.most_common()), *(owner for _, owner in there)]


def _communications(engagement: Engagement) -> Sequence[str]:
    """Return the roles of the department, then whoever speaks on a hard topic."""
    speaks = [known(each.spokesperson) or "" for each in records(engagement.credo.hard_topics)]
    return [*of_department(engagement, Department.PR), *speaks]


def _publishing(engagement: Engagement) -> Sequence[str]:
    """Return the roles of the department that is accountable for publishing, then of those that usually are."""
    rights = known(engagement.team.responsibilities.publish) or {}
    accountable = [each for each, right in rights.items() if right in (Right.ACCOUNTABLE, Right.BOTH)]
    return of_department(engagement, *accountable, Department.PR, Department.MARKETING)


def _executive(engagement: Engagement) -> Sequence[str]:
    named = (known(engagement.team.accountable_executive), known(engagement.engagement.sponsor.role))
    return [*(each for each in named if each), *of_department(engagement, Department.EXECUTIVE)]


def _chief(engagement: Engagement) -> Sequence[str]:
    said = [known(each.executive) or "" for each in records(engagement.board.resolutions)]
    everybody = (*_executive(engagement), *of_department(engagement, *Department), *said)
    return [each for each in everybody if CHIEF.search(each)]


def _lead(engagement: Engagement) -> Sequence[str]:
    lead = known(engagement.team.lead)
    return [lead] if lead else []


def _in(*departments: Department) -> Callable[[Engagement], Sequence[str]]:
    return lambda engagement: of_department(engagement, *departments)


_HOLDERS: Mapping[str, Callable[[Engagement], Sequence[str]]] = {
    "replies": _replies,
    "lead": _lead,
    "care": lambda engagement: [*of_department(engagement, Department.CARE), *_lead(engagement)],
    "communications": _communications,
    "publishing": _publishing,
    "marketing": _in(Department.MARKETING),
    "legal": _in(Department.LEGAL),
    "compliance": _in(Department.LEGAL),
    "executive": _executive,
    "chief": _chief,
    "board": _in(Department.BOARD),
}
"""Every seat of the catalogue, and the answers that fill it."""

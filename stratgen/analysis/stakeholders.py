"""Who carries the strategy and who resists it (domain 5.10), as counts and departments only.

Support scores and names never leave this module: no document prints them (domain 4.6).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from stratgen.analysis.findings import Coalition, Score
from stratgen.analysis.scoring import enough
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.stakeholders import Candidate, Department, Stakeholder

FRAGILE = 0.2


def count(engagement: Engagement) -> Coalition:
    """Return the counts of the register and the strength of the coalition."""
    people = records(engagement.stakeholders)
    pairs = [pair for each in people if (pair := _pair(each)) is not None]
    score = coalition(pairs, len(people))
    champions = [each for each in people if is_champion(each)]
    resisting = [each for each in people if is_resisting(each)]
    return Coalition(
        score=score,
        fragile=score.value is not None and score.value < FRAGILE,
        champions=len(champions),
        champion_departments=_departments(champions),
        champions_by_department=_counted(champions),
        sponsors=sum(is_sponsor(each) or known(each.candidate) is Candidate.SPONSOR for each in people),
        resistance=len(resisting),
        resistance_departments=_departments(resisting),
        interviewed=sum(known(each.interviewed) is not None for each in people),
        departments=_departments(people),
    )


def coalition(pairs: Sequence[tuple[int, int]], asked: int | None = None) -> Score:
    """Return the coalition of (influence 1 to 5, support -2 to 2) pairs: -1 to 1."""
    total = len(pairs) if asked is None else asked
    if not enough(len(pairs), total):
        return Score(None, len(pairs), total)
    weight = sum(2 * influence for influence, _ in pairs)
    return Score(sum(influence * support for influence, support in pairs) / weight, len(pairs), total)


def is_champion(person: Stakeholder) -> bool:
    """Return whether somebody has influence of 4 or more and supports it."""
    pair = _pair(person)
    return pair is not None and pair[0] >= 4 and pair[1] >= 1


def is_sponsor(person: Stakeholder) -> bool:
    """Return whether somebody is an executive of influence 5 who supports it."""
    pair = _pair(person)
    executive = known(person.department) is Department.EXECUTIVE
    return executive and pair is not None and pair[0] == 5 and pair[1] >= 1


def is_resisting(person: Stakeholder) -> bool:
    """Return whether somebody of influence 3 or more is against it."""
    pair = _pair(person)
    return pair is not None and pair[0] >= 3 and pair[1] <= -1


def _pair(person: Stakeholder) -> tuple[int, int] | None:
    influence, support = known(person.influence), known(person.support)
    return None if influence is None or support is None else (influence, support)


def _departments(people: Iterable[Stakeholder]) -> tuple[Department, ...]:
    named = {department for each in people if (department := known(each.department)) is not None}
    return tuple(department for department in Department if department in named)


def _counted(people: Iterable[Stakeholder]) -> tuple[tuple[Department, int], ...]:
    counts = Counter(known(each.department) for each in people)
    return tuple((department, counts[department]) for department in Department if counts[department])

"""The SPOT ON view (domain 5.17): six bars of 0 to 100, each with its inputs. What is missing counts as 0.

The six words are SPOT ON's; what feeds each bar is stratgen's own.
"""

from __future__ import annotations

from stratgen.analysis.derivation import trained_today
from stratgen.analysis.findings import (
    Channels,
    Coalition,
    Mirror,
    Score,
    SpotBar,
    SpotInput,
    SpotOn,
    SuccessFactors,
)
from stratgen.analysis.success import FULL
from stratgen.catalogue import plain_word
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.channels import ChannelState
from stratgen.engagement.stakeholders import Department
from stratgen.engagement.team import Responsibilities, Right

_ACCOUNTABLE = (Right.ACCOUNTABLE, Right.BOTH)


def view(
    engagement: Engagement,
    success: SuccessFactors,
    smart: Score,
    channels: Channels,
    mirror: Mirror,
    coalition: Coalition,
) -> SpotOn:
    """Return the six bars in the order of the words."""
    purpose = success.factors[0].score.value
    return SpotOn(
        (
            _bar("S", "Strategy", _input("Purpose factor, as a share of 4", purpose, 100 / FULL)),
            _bar("P", "People", _input("Team and customers", mirror.score.value),
                 _input("Trained today, mean of the audiences", trained_today(engagement))),
            _bar("O", "Objectives", _input("Quality of the objectives", smart.value, 100)),
            _bar("T", "Tactics", _input("Channels with an idea and a tool", tactics(engagement, channels))),
            _bar("O2", "Organise", *organise(engagement, coalition)),
            _bar("N", "Neutralise", _input("Practices with replacement, owner and date", neutralise(engagement))),
        )
    )  # fmt: skip


def tactics(engagement: Engagement, channels: Channels) -> float | None:
    """Return the share of channels to lead or pilot that have an idea and a tool behind them, 0 to 100."""
    judged = [each for each in channels.findings if each.state in (ChannelState.LEAD, ChannelState.PILOT)]
    if not judged:
        return None
    planned = {_plain(known(each.channel)) for each in records(engagement.tactics) if known(each.idea)}
    tool = bool(records(engagement.tools.in_use))
    ready = 0
    for each in judged:
        plan = each.channel.feasibility
        support = known(plan.tool_support) if plan else None
        ready += tool and support is not None and support > 1 and bool(each.words & planned)
    return 100 * ready / len(judged)


def organise(engagement: Engagement, coalition: Coalition) -> tuple[SpotInput, ...]:
    """Return the four inputs of the fifth bar: 100 where each holds, 0 where not, None where it is not known."""
    part = known(engagement.team.executive_part)
    people = known(engagement.stakeholders)
    strength = coalition.score.value
    return (
        _input("One accountable in every row", _holds(responsibilities_complete(engagement))),
        _input("Human resources take part",
               None if people is None else _holds(Department.HR in coalition.departments)),
        _input("Executives take part", None if part is None else _holds(bool(part))),
        _input("More weight for it than against it", None if strength is None else _holds(strength > 0)),
    )  # fmt: skip


def responsibilities_complete(engagement: Engagement) -> bool:
    """Return whether each piece of work has exactly one department that is accountable."""
    given = engagement.team.responsibilities
    rows = [known(getattr(given, name)) or {} for name in Responsibilities.model_fields]
    return all(sum(right in _ACCOUNTABLE for right in row.values()) == 1 for row in rows)


def neutralise(engagement: Engagement) -> float | None:
    """Return the share of practices to be retired that have replacement, owner and date, 0 to 100."""
    practices = records(engagement.legacy_practices)
    if not practices:
        return None
    whole = [None not in (known(each.replacement), known(each.owner), known(each.by)) for each in practices]
    return 100 * sum(whole) / len(whole)


def _bar(key: str, name: str, *inputs: SpotInput) -> SpotBar:
    value = sum(each.value or 0.0 for each in inputs) / len(inputs)
    return SpotBar(key, name, value, inputs)  # type: ignore[arg-type]  # one of the six letters


def _input(words: str, value: float | None, scale: float = 1.0) -> SpotInput:
    return SpotInput(words, None if value is None else scale * value)


def _holds(condition: bool) -> float:
    return 100.0 if condition else 0.0


def _plain(word: str | None) -> str:
    return plain_word(word or "")

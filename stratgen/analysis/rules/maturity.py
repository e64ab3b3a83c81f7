"""Rules about the maturity module: what follows from other answers stands as it follows, or says why not."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.derivation import PATHS
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import known
from stratgen.engagement.maturity import Segment

_LEADS_TO: dict[str, dict[Segment, Segment]] = {
    "investment": {Segment.OBSERVER: Segment.CONSERVATIVE, Segment.CONTENDER: Segment.LEADER},
    "innovation": {Segment.OBSERVER: Segment.CONTENDER, Segment.CONSERVATIVE: Segment.LEADER},
}
"""Where one step in a direction leads from each segment (domain 5.2)."""


@rule(
    "V97", "warning", "maturity.departures", "maturity.diagnostics", "maturity.investment",
    "maturity.innovation", "maturity.areas",
)  # fmt: skip
def departures_have_a_reason(ground: Ground) -> Iterator[Breach]:
    """A maturity item that stands at another level than the derived one says why."""
    for each in ground.derived:
        if each.departs and not each.reason:
            what = f"{_words(each.given)} is given, yet {_words(each.derived)} follows: {each.because}."
            mend = f"Correct it, or give the reason for {each.item}: which items stand at another level, and why?"
            yield Breach(PATHS[each.item], what, mend)


def _words(value: int | bool | None) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


@rule("V162", "warning", "vision.target_segment", "vision.larger_step_because", "maturity")
def target_follows_from_the_direction(ground: Ground) -> Iterator[Breach]:
    """The segment aimed at is the one that the direction leads to, unless a larger step has its reason."""
    target, now = known(ground.engagement.vision.target_segment), ground.placement.segment
    move, reason = ground.placement.next_move, ground.engagement.vision.larger_step_because
    if target is None or now is None or move not in _LEADS_TO or target in (now, _LEADS_TO[move].get(now)):
        return
    if reason is None or target is not Segment.LEADER:
        what = f"{target.label} is not where {move} leads from {now.label}, and {move} is the direction that the scores give."
        yield Breach(
            ("vision", "target_segment"),
            what,
            "Aim where the direction leads, or look at the resistance again.",
        )


RULES = (
    target_follows_from_the_direction,
    departures_have_a_reason,
)

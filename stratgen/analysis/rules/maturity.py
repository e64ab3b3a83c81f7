"""Rules about the maturity module: what also follows from other answers stands as it follows, or says why not."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.derivation import PATHS
from stratgen.analysis.rules.rule import Breach, Ground, rule


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


RULES = (departures_have_a_reason,)

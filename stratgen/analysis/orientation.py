"""The Naive to Natural profile (domain 5.3): nine areas, their mean, and what holds them back.

Areas and orientations are Beyond Philosophy's; anchors, scoring and bands are stratgen's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.findings import AreaLevel, Orientation, Score
from stratgen.analysis.scoring import asked, mean
from stratgen.engagement import Engagement, Unknown, known
from stratgen.engagement.maturity import ANCHORS, Action, Area, NaiveToNatural

ORIENTATIONS = ("Naive", "Transactional", "Enlightened", "Natural")
LEADERSHIP = "culture_and_leadership"


def profile(engagement: Engagement) -> Orientation:
    """Return the nine areas, their index of 1 to 4, and the lowest of them."""
    given = engagement.maturity.areas
    areas = tuple(_area(key, getattr(given, key)) for key in NaiveToNatural.model_fields)
    score = index([area.level for area in areas])
    levels = [area.level for area in areas if isinstance(area.level, int)]
    return Orientation(
        index=score,
        band=band_of(score.value),
        areas=areas,
        lowest=tuple(area for area in areas if levels and area.level == min(levels)),
        underway=sum(
            known(getattr(given, key).action) is Action.UNDERWAY for key in NaiveToNatural.model_fields
        ),
        held_back=known(given.culture_and_leadership.level) == 1,
        target=engagement.vision.target_index,
    )


def index(levels: Sequence[int | Unknown]) -> Score:
    """Return the mean of the area levels, 1 to 4."""
    return mean(asked(levels))


def band_of(value: float | None) -> str:
    """Return the orientation of an index, or an empty text where it is not scored."""
    if value is None:
        return ""
    return ORIENTATIONS[sum(value >= limit for limit in (1.5, 2.5, 3.5))]


def _area(key: str, area: Area) -> AreaLevel:
    level = known(area.level)
    return AreaLevel(
        key=key,
        name=str(NaiveToNatural.model_fields[key].title),
        level=area.level,
        orientation=ORIENTATIONS[level - 1] if level else "",
        anchor=ANCHORS[key][level - 1] if level else "",
        action=_action(area.action),
    )


def _action(action: Action | Unknown | None) -> str:
    if isinstance(action, Unknown):
        return "not known"
    return action.label if action else ""

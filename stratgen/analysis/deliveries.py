"""Where the work of the roadmap stands in a review: as it was reported, against the days that were planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from stratgen.analysis.findings import DeliveryFinding, Rating
from stratgen.analysis.findings.review import Standing
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.progress import Delivery, DeliveryStatus, Response

_RATINGS: Mapping[DeliveryStatus, Rating] = {
    DeliveryStatus.DONE: "Green",
    DeliveryStatus.ON_TRACK: "Green",
    DeliveryStatus.AT_RISK: "Amber",
    DeliveryStatus.LATE: "Red",
}


def rated(
    engagement: Engagement,
    reported: Sequence[Delivery],
    as_of: date | None,
    responses: Mapping[str, Response],
) -> Iterator[DeliveryFinding]:
    """Yield where each piece of work stands on the day of a review, in the order of the answers."""
    by_id = {known(each.initiative): each for each in reported}
    for initiative in records(engagement.initiatives):
        name = known(initiative.id)
        delivery = by_id.get(name)
        status = known(delivery.status) if delivery else None
        rating, why = delivery_rating(status, known(initiative.start), known(initiative.end), as_of)
        yield DeliveryFinding(initiative, delivery, status, rating, why, responses.get(name or ""))


def delivery_rating(
    status: DeliveryStatus | None, start: date | None, end: date | None, as_of: date | None
) -> tuple[Standing | None, str]:
    """Return the rating of an initiative, and why where the status alone does not say it."""
    begun = start is not None and as_of is not None and start <= as_of
    over = end is not None and as_of is not None and end < as_of
    if status is None:
        return (None, "Nothing was reported, though it should be done") if over else (None, "")
    if status is DeliveryStatus.NOT_STARTED:
        if over:
            return "Red", f"It has not started, and was to end on {end}"
        return ("Amber", f"It was to start on {start}") if begun else ("not started", "")
    if over and status in (DeliveryStatus.ON_TRACK, DeliveryStatus.AT_RISK):
        return "Red", f"It was to end on {end}"
    return _RATINGS[status], ""

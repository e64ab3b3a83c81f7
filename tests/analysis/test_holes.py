"""Whatever is unknown, the scores stand."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import (
    capacity,
    channels,
    hoops,
    measures,
    objectives,
    options,
    ordering,
    orientation,
    placement,
    readiness,
    risks,
    scoring,
    stakeholders,
    success,
)
from stratgen.catalogue import packaged
from stratgen.engagement import Engagement, Unknown, records
from tests.builders import an_engagement, paths, with_holes

PATHS = paths()


def all_scores(engagement: Engagement) -> list[Any]:
    """Return every finding of the scoring modules."""
    weighed = channels.weigh(engagement, packaged())
    judged = objectives.judge(engagement, measures.kpis(packaged()))
    return [
        weighed,
        success.rate(engagement, weighed),
        placement.place(engagement),
        orientation.profile(engagement),
        readiness.rate(engagement),
        hoops.measure(engagement),
        capacity.size(engagement),
        judged,
        objectives.overall(judged),
        risks.rank(engagement),
        options.compare(engagement),
        stakeholders.count(engagement),
        ordering.sequence(records(engagement.initiatives)),
    ]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PATHS), max_size=60))
def test_any_set_of_holes_still_yields_every_finding(holes: list[str]) -> None:
    """No hole raises, and the same holes give the same findings."""
    engagement = with_holes(holes)
    assert all_scores(engagement) == all_scores(engagement)


def test_an_engagement_that_is_all_holes_yields_every_finding() -> None:
    """The blank questionnaire has findings too: none is scored."""
    found = all_scores(with_holes(PATHS))
    assert found[0].findings == ()
    assert not found[1].overall.scored


def test_each_single_hole_yields_every_finding() -> None:
    """One at a time, over the whole questionnaire."""
    for path in PATHS:
        assert all_scores(with_holes([path]))


def test_every_answer_of_the_specimen_can_be_a_hole() -> None:
    """The paths that tests use are those of the models."""
    assert len(PATHS) > 300
    assert isinstance(with_holes(["purpose__reason"]).purpose.reason, Unknown)


def test_known_shares_count_leaves() -> None:
    """A record is complete when no answer in it is unknown."""
    assert scoring.share_known(an_engagement().terms) == 1
    assert scoring.share_known(with_holes(PATHS).terms) == 0
    assert scoring.share_known(None) == 0


def test_the_measures_of_the_catalogue_reach_the_findings_in_order() -> None:
    """The first is handling time, and its guards are named."""
    found = measures.kpis(packaged())
    assert next(iter(found)) == "AHT"
    assert found["AHT"].guard == "CSAT, FCR"
    assert measures.social_value(an_engagement(), "FRT") == 340
    assert measures.social_value(an_engagement(), "SEC") is None

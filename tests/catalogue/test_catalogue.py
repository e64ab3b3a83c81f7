"""The packaged reference data: every entry is whole, dated and sourced."""

from datetime import date
from typing import Any, get_args

import pytest

from stratgen.catalogue import Catalogue, ChannelEntry, KpiEntry, Refused, country, packaged
from stratgen.catalogue.channels import PhaseName
from stratgen.catalogue.kpis import Benchmark
from stratgen.catalogue.libraries import RiskKind
from stratgen.engagement.baseline import AppliesToSocial
from stratgen.engagement.escalation import ContentClass
from stratgen.engagement.purpose import Phase, SocialRole
from stratgen.engagement.risks import RiskCategory
from stratgen.engagement.setup import Sector

IDS = (
    "AHT FRT CSAT VSAT FCR NPS RR NSENT SOV CPC DEFL ICR TTR RECH BACK CES QA TRAIN POLACK REV ER INS ADV SEC"
)
PHASES = {"discover", "explore", "buy", "use", "ask", "engage"}
KINDS = ("kpis", "channels", "risks", "initiatives", "severities", "approvals", "criteria", "roles")
OURS = packaged()


def kpis_where(name: str) -> set[str]:
    """Return the ids of the measures for which a field is true."""
    return {entry.id for entry in OURS.kpis.values() if getattr(entry, name)}


def all_entries(catalogue: Catalogue) -> list[Any]:
    """Return every entry of every kind."""
    return [entry for kind in KINDS for entry in getattr(catalogue, kind).values()]


@pytest.mark.parametrize(
    ("kind", "count"),
    [("kpis", 24), ("channels", 29), ("risks", 20), ("initiatives", 30), ("severities", 4), ("approvals", 8),
     ("criteria", 13), ("roles", 6), ("sectors", 15)],
)  # fmt: skip
def test_the_catalogue_is_whole(kind: str, count: int) -> None:
    """As many entries of each kind as the trade's reference has, and two risks of our own."""
    assert len(getattr(OURS, kind)) == count


def test_all_risks_of_the_reference_are_there_and_a_workspace_has_room() -> None:
    """RSK-01 to RSK-18 of domain 12.1; what we add begins at 31, behind the numbers of a workspace's own."""
    ours = list(OURS.risks)
    assert ours[:18] == [f"RSK-{number:02d}" for number in range(1, 19)]
    assert ours[18:] == ["RSK-31", "RSK-32"]


def test_every_entry_states_its_date_and_its_source() -> None:
    """Nothing is printed that nobody can look up; and nothing is dated after the catalogue itself."""
    for entry in all_entries(OURS):
        assert date(2026, 1, 1) <= entry.as_of <= date(2026, 11, 22), entry.id
        assert entry.source.strip(), entry.id


def test_the_measures_come_in_the_order_of_the_trade() -> None:
    """K01 to K24 of domain 8."""
    assert list(OURS.kpis) == IDS.split()


@pytest.mark.parametrize("name", IDS.split())
def test_every_measure_is_complete(name: str) -> None:
    """A sentence-case name, a formula, what is not counted, a unit, and bounds in order."""
    entry = OURS.kpi(name)
    assert isinstance(entry, KpiEntry)
    assert entry.name[0].isupper()
    assert entry.formula
    assert entry.excludes
    assert entry.unit
    assert entry.lowest is not None
    assert entry.highest is None or entry.lowest < entry.highest
    assert all(guard in OURS.kpis and guard != name for guard in entry.guard)
    if entry.unit == "%":
        assert (entry.lowest, entry.highest) == (0, 100)


def test_only_four_kinds_of_measure_are_better_when_they_fall_or_cost_less() -> None:
    """Times, costs, the share sent elsewhere and the backlog fall."""
    down = {entry.id for entry in OURS.kpis.values() if entry.direction == "down"}
    assert down == {"AHT", "FRT", "CPC", "TTR", "RECH", "BACK"}


def test_flow_leading_lagging_and_diagnostic_measures_are_those_of_the_domain() -> None:
    """Hourly targets for three, weekly movement for six, seven that lag, and one that only explains (X6)."""
    assert kpis_where("flow") == {"FRT", "RR", "BACK"}
    assert kpis_where("leading") == {"FRT", "RR", "RECH", "BACK", "TRAIN", "SEC"}
    assert kpis_where("lagging") == {"CSAT", "VSAT", "FCR", "NPS", "NSENT", "SOV", "CPC"}
    assert kpis_where("diagnostic") == {"AHT"}


def test_times_and_costs_of_nothing_are_not_possible() -> None:
    """What lasts or costs is above its lowest value (V13)."""
    assert kpis_where("above_lowest") == {"AHT", "FRT", "CPC", "TTR"}


def test_a_published_value_has_its_source_and_is_dated_after_three_years() -> None:
    """A value without a year is dated too; one that nobody has read never prints."""
    found = [each for entry in OURS.kpis.values() for each in entry.benchmarks]
    assert len(found) == 14
    assert all(each.source and each.says.strip() for each in found)
    assert [each.says for each in found if each.checked and not each.is_dated(date(2026, 11, 16))] == [
        each.says for each in OURS.kpis["CSAT"].benchmarks
    ]
    assert Benchmark(says="So many", source="A page").is_dated(date(2020, 1, 1))
    hearsay = Benchmark(says="So many", source="Somebody", year=2026, checked=False)
    entry = OURS.kpis["SOV"]
    assert hearsay not in type(entry)(**{name: getattr(entry, name) for name in entry.__slots__} | {
        "benchmarks": (hearsay,)}).published  # fmt: skip


def test_no_published_value_is_worded_as_a_target() -> None:
    """Context beside the client's own figure, and nothing more."""
    for entry in OURS.kpis.values():
        for each in entry.benchmarks:
            assert not {"target", "should", "aim", "must", "goal"} & set(each.says.casefold().split()), (
                each.says
            )


def test_every_channel_is_complete() -> None:
    """Each with phases, advice, and a source behind every rule and limit."""
    for entry in OURS.channels.values():
        assert entry.care.endswith(".")
        assert set(entry.phases) <= PHASES
        assert entry.type not in entry.also
        assert all(rule.source and rule.says for rule in entry.rules)


def test_what_nobody_has_read_at_its_source_is_never_printed() -> None:
    """Limits and rules that are general knowledge stay in the data."""
    limits = {key: entry.known_limit for key, entry in OURS.channels.items() if entry.known_limit}
    assert limits == {"threads": 500, "x": 280, "bluesky": 300, "app_reviews": 350}
    for entry in OURS.channels.values():
        for rule in entry.rules:
            assert rule.checked == (rule.source != "General knowledge")
            assert (rule in entry.printable_rules) == rule.checked
    windows = {key for key, entry in OURS.channels.items() if entry.reply_window_hours}
    assert windows == {"messenger", "whatsapp"}


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("facebook", "facebook"),
        ("FaceBook", "facebook"),
        ("Twitter", "x"),
        ("X", "x"),
        ("  Google  Reviews ", "gbp"),
    ],
)
def test_a_channel_answers_to_its_names_in_any_case(word: str, id: str) -> None:  # noqa: A002
    """Id, name and aliases."""
    entry = OURS.channel(word)
    assert isinstance(entry, ChannelEntry)
    assert entry.id == id


def test_no_two_channels_answer_to_the_same_word() -> None:
    """An alias belongs to one channel."""
    words = [
        word.casefold()
        for entry in OURS.channels.values()
        for word in {entry.id, entry.name.casefold(), *entry.aliases}
    ]
    assert len(words) == len(set(words)) == len(OURS.words)


@pytest.mark.parametrize("word", ["Google Plus", "google+", "GooglePlus"])
def test_a_closed_network_is_refused_with_the_reason(word: str) -> None:
    """Google plus is not a channel any more."""
    found = OURS.channel(word)
    assert isinstance(found, Refused)
    assert found.word == word
    assert "closed" in found.reason


def test_a_channel_of_ones_own_is_not_in_the_catalogue() -> None:
    """None, so that the caller keeps the name as it is."""
    assert OURS.channel("Village noticeboard") is None


def test_the_levels_of_severity_rise_and_their_clocks_run_faster() -> None:
    """A sample that would break V17 or V18 would be no help."""
    levels = list(OURS.severities.values())
    assert [each.level for each in levels] == [1, 2, 3, 4]
    clocks = [each.acknowledge_minutes for each in levels]
    assert clocks == sorted(clocks, reverse=True)
    assert len(set(clocks)) == 4
    assert [each.update_minutes for each in levels] == [None, 240, 120, 60]
    assert all(each.backup not in (each.decision_owner, each.first_responder) for each in levels)
    assert all("@legal" in each.approvers and "@communications" in each.approvers for each in levels[2:])
    assert levels[3].tell_board
    assert levels[3].board_contact
    assert [each.pause_scheduled_posts for each in levels] == [False, False, True, True]


def test_nobody_approves_a_routine_reply_and_everything_else_has_a_limit_and_a_deputy() -> None:
    """The fewest steps that control the risk."""
    for entry in OURS.approvals.values():
        assert bool(entry.path) == bool(entry.minutes) == bool(entry.deputy) == (entry.id != "routine_reply")
        assert entry.deputy not in entry.path


def test_a_tool_has_four_musts_and_the_weights_of_the_rest_make_a_hundred() -> None:
    """Domain 5.13."""
    musts = [each.must for each in OURS.criteria.values()]
    assert musts == [True] * 4 + [False] * 9
    assert sum(each.weight for each in OURS.criteria.values()) == 100


def test_every_role_is_shown_by_a_measure() -> None:
    """Of the catalogue, or in words where it holds none."""
    assert OURS.roles["support"].kpis == ("FRT", "FCR", "CSAT", "DEFL")
    assert all(entry.kpis or entry.further for entry in OURS.roles.values())


def test_work_waits_only_for_work_of_the_same_or_an_earlier_quarter() -> None:
    """So that a roadmap drafted from the library can be kept."""
    for entry in OURS.initiatives.values():
        for need in entry.needs:
            assert OURS.initiatives[need].quarter <= entry.quarter, (entry.id, need)


def test_countries_and_states_have_names() -> None:
    """By ISO code; what is not a code has none."""
    assert country("ZA") == "South Africa"
    assert country("US-NY") == "New York, United States"
    assert country("XX") is None


def test_the_catalogue_and_the_interview_use_the_same_words() -> None:
    """Neither may import the other, so their lists are held together here."""
    assert set(get_args(RiskKind)) == {each.value for each in RiskCategory}
    assert set(get_args(PhaseName)) == {each.value for each in Phase}
    assert list(OURS.roles) == [each.value for each in SocialRole]
    assert list(OURS.approvals) == [each.value for each in ContentClass]
    assert OURS.sectors.keys() == {each.value for each in Sector}
    assert {entry.social for entry in OURS.kpis.values()} == {each.value for each in AppliesToSocial}

"""The packaged reference data, and how its faults read."""

from pathlib import Path

import pytest

from stratgen import catalogue
from stratgen.catalogue.channels import ChannelEntry, Refused
from stratgen.catalogue.kpis import kpis
from stratgen.catalogue.reading import read_entries
from stratgen.errors import CatalogueError

IDS = (
    "AHT FRT CSAT VSAT FCR NPS RR NSENT SOV CPC DEFL ICR TTR RECH BACK CES QA TRAIN POLACK REV ER INS ADV SEC"
)
PHASES = {"discover", "explore", "buy", "use", "ask", "engage"}


def test_the_catalogue_has_the_twenty_four_measures_in_order() -> None:
    """K01 to K24 of domain 8."""
    assert list(catalogue.kpis()) == IDS.split()


@pytest.mark.parametrize("name", IDS.split())
def test_every_measure_is_complete(name: str) -> None:
    """A sentence-case name, a formula, a unit, and bounds in order."""
    entry = catalogue.kpi(name)
    assert entry is not None
    assert entry.name[0].isupper()
    assert entry.formula
    assert entry.unit
    assert entry.lowest is not None
    assert entry.highest is None or entry.lowest < entry.highest
    assert entry.source
    assert all(guard in catalogue.kpis() for guard in entry.guard)


def test_only_four_kinds_of_measure_are_better_when_they_fall_or_cost_less() -> None:
    """Times, costs, the share sent elsewhere and the backlog fall."""
    down = {entry.id for entry in catalogue.kpis().values() if entry.direction == "down"}
    assert down == {"AHT", "FRT", "CPC", "TTR", "RECH", "BACK"}


def test_flow_and_leading_measures_are_those_of_the_domain() -> None:
    """Hourly targets for three, weekly movement for six, handling time only explains (X6)."""
    entries = catalogue.kpis().values()
    assert {entry.id for entry in entries if entry.flow} == {"FRT", "RR", "BACK"}
    assert {entry.id for entry in entries if entry.leading} == {"FRT", "RR", "RECH", "BACK", "TRAIN", "SEC"}
    assert {entry.id for entry in entries if entry.diagnostic} == {"AHT"}


def test_every_channel_is_complete() -> None:
    """Twenty-nine channels, each with phases and advice."""
    assert len(catalogue.channels()) == 29
    for entry in catalogue.channels().values():
        assert entry.care.endswith(".")
        assert entry.phases
        assert set(entry.phases) <= PHASES


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
    entry = catalogue.channel(word)
    assert isinstance(entry, ChannelEntry)
    assert entry.id == id


def test_no_two_channels_answer_to_the_same_word() -> None:
    """An alias belongs to one channel."""
    words = [
        word.casefold()
        for entry in catalogue.channels().values()
        for word in {entry.id, entry.name.casefold(), *entry.aliases}
    ]
    assert len(words) == len(set(words))


def test_a_closed_network_is_refused_with_the_reason() -> None:
    """Google plus is not a channel any more."""
    found = catalogue.channel("Google Plus")
    assert isinstance(found, Refused)
    assert "closed" in found.reason


def test_a_channel_of_ones_own_is_not_in_the_catalogue() -> None:
    """None, so that the caller keeps the name as it is."""
    assert catalogue.channel("Village noticeboard") is None


def test_countries_and_states_have_names() -> None:
    """By ISO code; what is not a code has none."""
    assert catalogue.country("ZA") == "South Africa"
    assert catalogue.country("US-NY") == "New York, United States"
    assert catalogue.country("XX") is None


def test_a_bad_entry_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    """All faults at once."""
    (tmp_path / "channels.toml").write_text(
        'as_of = 2026-11-22\nsource = "test"\n\n[one]\nname = "One"\ntype = "radio"\nphases = ["ask"]\n'
        'care = "Listen."\n\n[two]\nname = "Two"\ntype = "video"\nphases = []\ncare = "Look."\ncolour = "red"\n',
        encoding="utf-8",
    )
    with pytest.raises(CatalogueError) as caught:
        read_entries("channels.toml", ChannelEntry, [tmp_path])
    assert [(fault.line, fault.place, fault.what.split()[0]) for fault in caught.value.faults] == [
        (4, "one", "type"),
        (10, "two", "colour"),
    ]


def test_a_file_that_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    """The line that the parser stumbled over."""
    (tmp_path / "channels.toml").write_text('[one]\nname = "One\n', encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_entries("channels.toml", ChannelEntry, [tmp_path])
    assert caught.value.faults[0].line == 2


def test_a_second_folder_adds_measures_and_its_guards_must_exist(tmp_path: Path) -> None:
    """The packaged ones stay; an unknown guard is a fault."""
    head = (
        'as_of = 2026-11-22\nsource = "the client"\n[HUGS]\nname = "Hugs"\nshort = "Hugs"\nunit = "a day"\n'
    )
    tail = 'direction = "up"\nformula = "Hugs given"\n'
    (tmp_path / "kpis.toml").write_text(head + tail, encoding="utf-8")
    assert list(kpis(tmp_path))[-1] == "HUGS"
    other = tmp_path / "other"
    other.mkdir()
    (other / "kpis.toml").write_text(head + tail + 'guard = ["NOPE"]\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match='guard "NOPE" is not a measure'):
        kpis(other)

"""A workspace's own entries: added, changed, retired; and every fault at once, with its file and line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratgen.catalogue import OWN_FILES, Catalogue, load, packaged
from stratgen.errors import CatalogueError, Fault

HEAD = 'as_of = 2027-01-04\nsource = "The client"\n'
HUGS = '[HUGS]\nname = "Hugs"\nshort = "Hugs"\nunit = "a day"\ndirection = "up"\nformula = "Hugs given"\n'
BOARD = '[board]\nname = "Village board"\ntype = "community"\nphases = ["ask"]\ncare = "Look on Fridays."\n'


def loaded(folder: Path, **files: str) -> Catalogue:
    """Return the catalogue of a folder in which files stand, each under the common head."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(HEAD + text, "utf-8")
    return load(folder)


def faults(folder: Path, **files: str) -> list[tuple[str, int, str, str]]:
    """Return file, line, place and words of every fault of a folder."""
    with pytest.raises(CatalogueError) as caught:
        loaded(folder, **files)
    return [
        (Path(each.file).name, each.line, each.place, f"{each.what} {each.mend}".strip())
        for each in caught.value.faults
    ]


def test_without_a_folder_or_with_an_empty_one_the_catalogue_is_ours(tmp_path: Path) -> None:
    """And it is one and the same value, read once."""
    assert load() is packaged()
    assert list(load(tmp_path).kpis) == list(packaged().kpis)
    assert load(tmp_path).digest == packaged().digest == ""


def test_a_new_entry_comes_after_ours(tmp_path: Path) -> None:
    """Of every kind that can be added to; ours stay as they are."""
    found = loaded(tmp_path, kpis=HUGS, channels=BOARD)
    assert list(found.kpis) == [*packaged().kpis, "HUGS"]
    assert found.kpis["FRT"] == packaged().kpis["FRT"]
    assert found.kpis["HUGS"].source == "The client"
    assert found.channel("village BOARD") is found.channels["board"]
    assert packaged().kpi("HUGS") is None


def test_an_entry_of_ours_keeps_its_place_and_what_is_not_stated_anew(tmp_path: Path) -> None:
    """Only what differs is written; date and source are the workspace's own."""
    found = loaded(tmp_path, kpis='[FRT]\nguard = []\nclock = "clock hours"\n')
    ours = packaged().kpis["FRT"]
    assert list(found.kpis) == list(packaged().kpis)
    assert found.kpis["FRT"].clock == "clock hours"
    assert found.kpis["FRT"].guard == ()
    assert found.kpis["FRT"].formula == ours.formula
    assert (found.kpis["FRT"].as_of.year, found.kpis["FRT"].source) == (2027, "The client")


def test_a_changed_entry_states_its_date_and_source_anew(tmp_path: Path) -> None:
    """Nobody's change passes as ours."""
    (tmp_path / "kpis.toml").write_text("[FRT]\nguard = []\n", "utf-8")
    with pytest.raises(CatalogueError) as caught:
        load(tmp_path)
    assert [each.what for each in caught.value.faults] == ["as_of is missing.", "source is missing."]


def test_a_retired_entry_is_gone_and_nobody_points_at_it(tmp_path: Path) -> None:
    """Guards, needs, measures of roles and channels of sectors drop it without a word."""
    gone = '[{}]\nretired = true\nwhy = "Not used here"\n'
    found = loaded(
        tmp_path, kpis=gone.format("CSAT"), initiatives=gone.format("I-05"), channels=gone.format("x")
    )
    assert "CSAT" not in found.kpis
    assert found.kpis["FRT"].guard == ()
    assert found.kpis["AHT"].guard == ("FCR",)
    assert found.roles["support"].kpis == ("FRT", "FCR", "DEFL")
    assert found.initiatives["I-12"].needs == ()
    assert "x" not in found.sectors["banking"]
    assert found.channel("Twitter") is None


def test_an_initiative_keeps_no_measure_that_was_retired(tmp_path: Path) -> None:
    """It has none then."""
    found = loaded(tmp_path, kpis="[FRT]\nretired = true\n")
    assert found.initiatives["I-12"].kpi == ""


def test_a_channel_of_ones_own_wins_over_a_word_that_was_refused(tmp_path: Path) -> None:
    """Who has it, has it."""
    found = loaded(tmp_path, channels=BOARD.replace("[board]", "[gplus]") + 'aliases = ["Google Plus"]\n')
    assert found.channel("google plus") is found.channels["gplus"]


def test_a_sector_of_ones_own_names_its_channels(tmp_path: Path) -> None:
    """In the order in which an audit starts."""
    found = loaded(tmp_path, sectors='[sectors]\nbanking = "board, x"\n', channels=BOARD)
    assert found.channels_of_sector("banking") == ("board", "x")
    assert found.channels_of_sector("retail") == packaged().channels_of_sector("retail")


def test_every_fault_of_every_file_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    """Field by field, at the line where it stands."""
    kpis = '[HUGS]\nname = "Hugs"\nshort = "H"\nunit = "a day"\ndirection = "sideways"\ncolour = "red"\n'
    channels = BOARD.replace('"community"', '"radio"') + '[two]\nname = "Two"\ntype = "video"\nphases = []\n'
    assert faults(tmp_path, kpis=kpis, channels=channels) == [
        ("channels.toml", 5, "board", "type is not well-formed: input should be 'network', 'messaging', 'review',"
         " 'community' or 'video'. Write it as the packaged entries do."),
        ("channels.toml", 8, "two", "care is missing. Add a line: care = …"),
        ("channels.toml", 11, "two", "phases is not well-formed: tuple should have at least 1 item after validation,"
         " not 0. Write it as the packaged entries do."),
        ("kpis.toml", 3, "HUGS", "formula is missing. Add a line: formula = …"),
        ("kpis.toml", 7, "HUGS", "direction is not well-formed: input should be 'up' or 'down'."
         " Write it as the packaged entries do."),
        ("kpis.toml", 8, "HUGS", 'there is no field "colour". Did you mean "clock"?'),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "line", "words"),
    [
        ({"kpis": HUGS + 'guard = ["CSTA"]\n'}, 9, 'guard "CSTA" is not a measure. Did you mean "CSAT"?'),
        ({"kpis": HUGS + "lowest = 5\nhighest = 1\n"}, 3, "lowest is not below highest"),
        ({"kpis": HUGS + "lowest = nan\n"}, 9, "lowest is not well-formed"),
        ({"kpis": HUGS + 'note = "a\\u0007bell"\n'}, 9, "note is not well-formed"),
        ({"kpis": HUGS.replace("[HUGS]", '["free hugs"]')}, 3, "is no id"),
        ({"kpis": "[CSTA]\nretired = true\n"}, 3, 'no such entry to retire. Did you mean "CSAT"?'),
        ({"kpis": '[CSAT]\nretired = true\nname = "x"\n'}, 4, "retired by retired = true alone"),
        ({"kpis": "[CSAT]\nretired = false\n"}, 4, "retired by retired = true alone"),
        ({"kpis": 'colour = "red"\n'}, 3, "stands above the first entry"),
        ({"channels": BOARD + 'aliases = ["fb"]\n'}, 8, '"fb" already means Facebook.'),
        ({"channels": "[refused]\nmyspace = 7\n"}, 4, "is not text"),
        ({"risks": '[RSK-01]\ntrigger = "full_moon"\n'}, 4, 'trigger "full_moon" is not a trigger.'),
        ({"initiatives": '[I-02]\nneeds = ["I-04"]\n'}, 4, "it waits for itself"),
        ({"initiatives": '[I-02]\nneeds = ["I-99"]\n'}, 4, 'needs "I-99" is not an initiative.'),
        ({"initiatives": '[I-02]\nkpi = "FRTT"\n'}, 4, 'kpi "FRTT" is not a measure. Did you mean "FRT"?'),
        ({"criteria": "[cost]\nmust = true\n"}, 3, "a must or has a weight"),
        ({"severities": "[calm]\nlevel = 1\n"}, 3, ""),
        ({"severities": "[crisis]\nretired = true\n"}, 4, "cannot be retired. There are four levels"),
        ({"roles": "[listen]\nretired = true\n"}, 4, "cannot be retired. There are six roles"),
        ({"sectors": '[sectors]\nbanking = "boord"\n'}, 4, 'banking: "boord" is not a channel.'),
        ({"sectors": '[sectors]\nbankng = "x"\n'}, 4, 'there is no such sector. Did you mean "banking"?'),
        ({"channels": '[one]\nname = "One\n'}, 4, "is not readable as TOML"),
    ],
)
def test_a_bad_entry_is_named_with_its_line(
    tmp_path: Path, files: dict[str, str], line: int, words: str
) -> None:
    """And with what was perhaps meant."""
    found = faults(tmp_path, **files)
    assert any(each[1] == line and words in each[3] for each in found), found


def test_an_added_level_of_severity_is_refused(tmp_path: Path) -> None:
    """The interview knows four."""
    crisis = (Path(__file__).parents[2] / "stratgen/catalogue/data/severities.toml").read_text("utf-8")
    text = crisis.partition("[crisis]")[2]
    found = faults(tmp_path, severities=f"[panic]{text}")
    assert [each[1:3] for each in found] == [(3, "panic")]
    assert "cannot be added. There are four levels" in found[0][3]


def test_a_file_that_is_not_of_the_catalogue_is_refused_with_the_name_that_was_meant(tmp_path: Path) -> None:
    """Beside the faults of the other files; a note for people may lie there."""
    (tmp_path / "kpi.toml").write_text(HEAD + HUGS, "utf-8")
    (tmp_path / "README.md").write_text("Ours.", "utf-8")
    found = faults(tmp_path, kpis="[HUGS]\n")
    assert ("kpi.toml", 0, "", 'is no file of the catalogue. Did you mean "kpis.toml"?') in found
    assert ("kpis.toml", 3, "HUGS", "name is missing. Add a line: name = …") in found


def test_what_cannot_be_read_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and a folder where a file should be."""
    (tmp_path / "kpis.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "risks.toml").mkdir()
    assert [(each[0], each[3].partition(".")[0]) for each in faults(tmp_path)] == [
        ("kpis.toml", "is not UTF-8 text"),
        ("risks.toml", "cannot be read (is a directory)"),
    ]


def test_the_same_files_give_the_same_value_and_a_changed_one_is_read_again(tmp_path: Path) -> None:
    """Cached by what stands in the files, never by when they were written."""
    first = loaded(tmp_path, kpis=HUGS)
    assert load(tmp_path) is first
    second = loaded(tmp_path, kpis=HUGS.replace("Hugs given", "Hugs got"))
    assert second is not first
    assert second.kpis["HUGS"].formula == "Hugs got"
    assert first.kpis["HUGS"].formula == "Hugs given"
    assert first.digest != second.digest


def test_the_value_cannot_be_changed() -> None:
    """One catalogue serves a whole run."""
    with pytest.raises(TypeError):
        packaged().kpis["FRT"] = packaged().kpis["AHT"]  # type: ignore[index]


@given(st.sampled_from(OWN_FILES), st.text(max_size=200))
def test_no_text_in_a_file_is_ever_a_crash(
    tmp_path_factory: pytest.TempPathFactory, name: str, text: str
) -> None:
    """Either it is a catalogue, or every fault says where."""
    folder = tmp_path_factory.mktemp("catalogue")
    (folder / name).write_bytes(text.encode("utf-8", "replace"))
    found: tuple[Fault, ...] = ()
    try:
        load(folder)
    except CatalogueError as error:
        found = error.faults
    assert all(each.file == str(folder / name) and each.what.strip() for each in found)

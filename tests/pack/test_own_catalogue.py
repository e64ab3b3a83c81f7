"""A workspace's own catalogue, from its files to the pack."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from stratgen import catalogue, pack, places, workspace
from stratgen.errors import CatalogueError
from tests.command import ROOT, stratgen

BANK = ROOT / "answers" / "karoo-bank.yaml"
HEAD = 'as_of = 2027-01-04\nsource = "The client"\n'
SPEED = (
    '[SPEED]\nname = "Speed of thanks"\nshort = "Speed"\nunit = "minutes"\ndirection = "down"\nlowest = 0\n'
    'formula = "Minutes until somebody says thank you"\nguard = ["CSAT"]\n'
)


def a_workspace(folder: Path, **files: str) -> Path:
    """Return the answer file of a workspace whose catalogue holds these files."""
    (folder / "answers").mkdir()
    (folder / "catalogue").mkdir()
    for name, text in files.items():
        (folder / "catalogue" / f"{name}.toml").write_text(HEAD + text, "utf-8")
    text = re.sub(
        r"\n +(?:social|target)_90th: .*", "", BANK.read_text("utf-8").replace("kpi: FRT", "kpi: SPEED")
    )
    answers = folder / "answers" / "bank.yaml"
    answers.write_text(text, "utf-8")
    return answers


def test_the_folder_lies_beside_the_answers_or_above_them(tmp_path: Path) -> None:
    """As the templates do; the nearer one wins."""
    file = tmp_path / "answers" / "bank.yaml"
    file.parent.mkdir()
    assert places.catalogue_folder(file) is None
    (tmp_path / "catalogue").mkdir()
    assert places.catalogue_folder(file) == (tmp_path / "catalogue").resolve()
    (tmp_path / "answers" / "catalogue").mkdir()
    assert places.catalogue_folder(file) == (tmp_path / "answers" / "catalogue").resolve()


def test_a_measure_of_the_workspace_is_accepted_wherever_answers_name_one(tmp_path: Path) -> None:
    """Without its entry the same answers break V2."""
    answers = a_workspace(tmp_path, kpis=SPEED)
    with_entry = pack.check(answers)
    assert not [each for each in with_entry.errors if "SPEED" in each.what]
    assert with_entry.findings.kpis["SPEED"].guard == "CSAT"
    (tmp_path / "catalogue" / "kpis.toml").unlink()
    without = [each for each in pack.check(answers).errors if each.rule == "V2" and "SPEED" in each.what]
    assert len(without) >= 2


def test_a_retired_measure_is_no_measure_any_more(tmp_path: Path) -> None:
    """Answers that name it are told so."""
    answers = a_workspace(tmp_path, kpis=SPEED + "[FCR]\nretired = true\n")
    assert [each for each in pack.check(answers).errors if each.rule == "V2" and '"FCR"' in each.what]


def test_a_pack_prints_the_workspace_s_words_and_its_manifest_knows_them(tmp_path: Path) -> None:
    """The name of a measure and of a channel come from the workspace, in the same bytes each time."""
    answers = a_workspace(
        tmp_path,
        kpis=SPEED,
        channels='[facebook]\nname = "The Face Book"\n',
        risks="[RSK-18]\nretired = true\n",
    )
    settings = pack.Settings(tmp_path / "out", only=("vision-roadmap",))
    first = {path.name: path.read_bytes() for path in pack.render(answers, settings).written}
    again = pack.Settings(tmp_path / "again", only=("vision-roadmap",))
    assert {path.name: path.read_bytes() for path in pack.render(answers, again).written} == first
    head = json.loads(first["manifest.json"])
    assert head["catalogue"]["sha256"] == catalogue.load(tmp_path / "catalogue").digest
    import docx

    document = docx.Document(str(tmp_path / "out" / "bank" / "vision-roadmap.docx"))
    said = "\n".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
    assert "Speed of thanks" in said
    assert "The Face Book" in said


def test_check_names_a_bad_entry_by_file_and_line_and_exits_with_one(tmp_path: Path) -> None:
    """Everything at once, and no traceback."""
    answers = a_workspace(
        tmp_path, kpis=SPEED.replace('"down"', '"away"'), risks='[RSK-01]\ntrigger = "moon"\n'
    )
    run = stratgen("check", answers)
    assert run.returncode == 1
    told = run.stdout + run.stderr
    assert re.search(r"catalogue/kpis\.toml:7: SPEED: direction is not well-formed", told), told
    assert re.search(r'catalogue/risks\.toml:4: RSK-01: trigger "moon" is not a trigger', told), told
    assert "Traceback" not in told


def test_a_new_workspace_says_how_and_its_examples_work(tmp_path: Path) -> None:
    """Every example of the guide is a file that loads; every trigger is listed."""
    guide = workspace.contents()["catalogue/README.md"].decode()
    blocks = re.findall(r"```toml\n# (\w+\.toml)\n(.*?)```", guide, re.DOTALL)
    assert [name for name, _ in blocks] == ["kpis.toml", "channels.toml", "risks.toml"]
    for name, text in blocks:
        (tmp_path / name).write_text(text, "utf-8")
    found = catalogue.load(tmp_path)
    assert {"HUGS", "hellopeter", "RSK-19"} <= found.kpis.keys() | found.channels.keys() | found.risks.keys()
    assert "RSK-18" not in found.risks
    assert all(f"`{name}`" in guide for name in (*found.triggers, *catalogue.OWN_FILES))


def test_the_example_of_the_readme_loads(tmp_path: Path) -> None:
    """As it stands there."""
    block = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[0]
    assert "HUGS" in tomllib.loads(block)
    (tmp_path / "kpis.toml").write_text(block, "utf-8")
    assert catalogue.load(tmp_path).kpis["HUGS"].unit == "a month"


def test_an_interview_in_a_workspace_with_a_bad_catalogue_says_so_before_it_asks(tmp_path: Path) -> None:
    """Nothing is asked that could not be saved."""
    from stratgen.interviewing import AnswerFile

    answers = a_workspace(tmp_path, kpis="[FRT]\ncolour = 1\n")
    with pytest.raises(CatalogueError, match=r"kpis\.toml:4: FRT"):
        AnswerFile(answers)

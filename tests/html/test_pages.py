"""Pages that a browser, a screen reader and a printer can all make sense of."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from stratgen.document import Document, Heading, Note, Paragraph, Reference, Text, plain
from stratgen.html import Logo, Look, write
from stratgen.pack import check, compose
from stratgen.places import bundled
from tests.command import BANK, MINIMAL
from tests.html.reading import Element, one, read
from tests.reading import head, missing, printed, squeezed
from tests.word.builders import a_callout, a_heading, a_paragraph, board_brief, bound, maximal, minimal, words


@cache
def documents() -> dict[str, Document]:
    """Both examples and the documents that hold every kind of block."""
    found = {"maximal": maximal(), "bound": bound(), "brief": board_brief()}
    for file in (BANK, MINIMAL):
        trees = compose(check(file), bundled("templates"))
        found |= {f"{file.stem}/{name}": tree for name, tree in trees.items()}
    return found


NAMES = ("maximal", "bound", "brief", *(
    f"{client}/{name}" for client in ("karoo-bank", "minimal")
    for name in ("board-brief", "employee-engagement-policy", "vision-roadmap", "terms-of-engagement", "strategy-pack")
))  # fmt: skip


@cache
def page(name: str) -> Element:
    return read(write(documents()[name], Look()))


@pytest.mark.parametrize("name", NAMES)
def test_every_printed_text_stands_on_the_page_in_its_order(name: str) -> None:
    """Each piece of the tree is found letter for letter, one after the other."""
    document = documents()[name]
    assert len(printed(document)) > 5
    assert missing(printed(document), squeezed(one(page(name), "main").text)) == []
    top = squeezed(one(page(name), "header").text)
    assert [text for text in head(document) if text not in top] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_unique_and_every_link_within_the_page_arrives(name: str) -> None:
    """Ids are not given twice; references, contents, notes and labels all point at one."""
    root = page(name)
    ids = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    wanted = [
        each.attributes["href"][1:] for each in root.all("a") if each.attributes["href"].startswith("#")
    ]
    for attribute in ("aria-labelledby", "aria-describedby"):
        wanted += [part for each in root.all() for part in each.attributes.get(attribute, "").split()]
    assert wanted
    assert [target for target in wanted if target not in ids] == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_step_by_step(name: str) -> None:
    """One h1, and no rank is left out on the way down."""
    ranks = [int(each.tag[1]) for each in page(name).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert ranks.count(1) == 1
    assert ranks[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(ranks))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_a_caption_and_scoped_headers(name: str) -> None:
    """A caption with words, a header cell with a scope in each, no empty header, and full rows."""
    tables = list(page(name).all("table"))
    assert tables
    for table in tables:
        assert one(table, "caption").text.strip()
        headers = list(table.all("th"))
        assert any(each.attributes["scope"] == "col" for each in headers)
        assert all(
            each.attributes["scope"] in ("col", "row", "rowgroup") and each.text.strip() for each in headers
        )
        spans = {
            sum(int(cell.attributes.get("colspan", "1")) for cell in row.all("th", "td"))
            for row in table.all("tr")
        }
        assert len(spans) == 1, table.text[:80]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_needs_nothing_and_runs_nothing(name: str) -> None:
    """No script, no handler, no frame, no request: what is linked is a place to go to, and nothing else."""
    raw = write(documents()[name], Look())
    root = page(name)
    assert not list(root.all("script", "iframe", "object", "embed", "base", "link", "form", "img"))
    assert not re.search(rb"url\(|@import", raw)
    for each in root.all():
        assert not [
            key for key in each.attributes if key.startswith("on") or key in ("src", "srcset", "action")
        ]
    assert b"default-src &#39;none&#39;" in raw
    assert one(root, "html").attributes["lang"] == documents()[name].language


def test_the_same_document_gives_the_same_bytes() -> None:
    """Writing twice changes nothing."""
    assert write(maximal(), Look()) == write(maximal(), Look())


def test_headings_that_jump_are_put_in_order() -> None:
    """A document may go from level 1 to level 4; the page goes from h2 to h3."""
    root = read(
        write(
            minimal(a_heading("A", 1), a_heading("B", 4, ""), a_heading("C", 4, ""), a_heading("D", 2, "")),
            Look(),
        )
    )
    assert [each.tag for each in one(root, "main").all("h2", "h3", "h4", "h5")] == ["h2", "h3", "h3", "h3"]


def test_the_decision_is_a_region_of_its_own() -> None:
    """What a board has to decide can be jumped to by its title; other boxes are notes."""
    root = read(write(minimal(a_heading(), a_callout("decision"), a_callout("risk")), Look()))
    decision, risk = root.all("aside")
    assert (decision.attributes["role"], risk.attributes["role"]) == ("region", "note")
    names = {each.attributes["id"]: each.text for each in root.all("p") if "id" in each.attributes}
    assert names[decision.attributes["aria-labelledby"]].strip() == "What this decision says"


def test_notes_lead_there_and_back() -> None:
    """A mark leads to its note, and the note leads back to the mark; a note within a note is in brackets."""
    note = Note((Text("Outer"), Note(words("inner"))))
    root = read(write(minimal(a_heading(), Paragraph((Text("Said"), note, Text(".")))), Look()))
    links = {each.attributes.get("role"): each.attributes["href"] for each in root.all("a")}
    assert (links["doc-noteref"], links["doc-backlink"]) == ("#_note-1", "#_mark-1")
    assert "Outer (inner)" in one(root, "section").text


def test_an_open_point_is_marked_where_it_stands() -> None:
    """A hole is a mark, so that it is seen and can be listed."""
    hole = "[To be confirmed: Head of Care]"
    root = read(write(minimal(a_heading(), Paragraph((Text(hole, "open-point"),))), Look()))
    assert one(root, "mark").text == hole


def test_a_logo_is_part_of_the_page_and_has_words() -> None:
    """A brand's picture is carried in the page; the client's name stands for it."""
    raw = write(minimal(), Look(logo=Logo(b"\x89PNG", "png", 30)))
    picture = one(read(raw), "img")
    assert picture.attributes["src"].startswith("data:image/png;base64,")
    assert picture.attributes["alt"] == "Umoya Bank"


def test_a_broken_tree_is_refused() -> None:
    """A reference to nothing and two blocks with one key are faults of the one who made the tree."""
    with pytest.raises(ValueError, match="nowhere"):
        write(minimal(Paragraph((Reference("nowhere", "section 1"),))), Look())
    with pytest.raises(ValueError, match="two blocks"):
        write(minimal(a_heading(), a_heading()), Look())


def test_the_contents_repeat_the_printed_numbers() -> None:
    """Each heading down to the second level is listed with the number that the document prints."""
    document = documents()["karoo-bank/strategy-pack"]
    listed = squeezed(one(page("karoo-bank/strategy-pack"), "nav").text)
    wanted = [f"{block.number} {plain(block.inlines)}".strip() for block in document.blocks
              if isinstance(block, Heading) and block.level <= 2]  # fmt: skip
    assert len(wanted) > 40
    assert missing(wanted, listed) == []


def test_a_key_that_is_no_plain_name_still_has_a_place() -> None:
    """Whatever a template calls a heading, references to it arrive."""
    key = 'Ünder "quotes" <b> & blanks'
    blocks = (a_heading(key=key), Paragraph((Reference(key, "section 1"),)), a_paragraph())
    root = read(write(minimal(*blocks), Look()))
    target = one(one(root, "main"), "a").attributes["href"][1:]
    assert one(root, "main").inside[0].attributes["id"] == target  # type: ignore[union-attr]

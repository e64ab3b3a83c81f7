"""What is put into a PDF for screen readers, tried on a file made by hand; tests/office tries the real ones."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from stratgen.office.mending import mended

ROWS = ("<</S/TR/K[7 0 R 8 0 R]>>", "<</S/TD/K 0>>", "<</S/TD/A<</O/Layout>>/K 1>>")
DRAWN = b"/P<</MCID 0>>BDC\nBT (x) Tj ET\nEMC\n"


def a_pdf(*elements: str, content: bytes = DRAWN, roles: str = "/Code/Span/Lead/P") -> bytes:
    """Return a tagged PDF of one page with a link; the elements are objects from 6 on, and 6 the only child."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Annots[10 0 R]>>",
        f"<</Length {len(content)}>>\nstream\n{content.decode()}\nendstream",
        f"<</Type/StructTreeRoot/K 6 0 R/RoleMap<<{roles}>>>>",
        *elements, *["null"] * (4 - len(elements)),
        "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (
        out + f"{head}trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    )


def opened(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def child(pdf: bytes) -> Any:
    return opened(pdf).root_object["/StructTreeRoot"]["/K"]


def test_the_first_cell_heads_its_row_where_no_row_heads_the_table() -> None:
    """Rule: a field table has its names in the first column."""
    row = child(mended(a_pdf("<</S/Table/K[9 0 R]>>", ROWS[1], ROWS[2], "<</S/TR/K[7 0 R 8 0 R]>>"), []))[
        "/K"
    ][0]
    cells = row.get_object()["/K"]
    assert [each.get_object()["/S"] for each in cells] == ["/TH", "/TD"]
    assert cells[0].get_object()["/A"][0]["/Scope"] == "/Row"


def test_a_table_with_headers_is_left_as_it_is() -> None:
    """Rule: what a PDF has already is not touched."""
    made = mended(a_pdf("<</S/Table/K[9 0 R]>>", "<</S/TH/K 0>>", ROWS[2], "<</S/TR/K[7 0 R 8 0 R]>>"), [])
    assert "/A" not in child(made)["/K"][0].get_object()["/K"][0].get_object()


@pytest.mark.parametrize(
    ("pictures", "kind", "words"),
    [
        (["Bars from 0 to 4."], "/Figure", "Bars from 0 to 4."),
        ([], "/NonStruct", None),
        (["a", "b"], "/Figure", None),
    ],
)
def test_a_picture_is_described_where_its_place_tells_which_it_is(
    pictures: list[str], kind: str, words: str | None
) -> None:
    """Rule: one more than the body has is the band of the cover; any other number tells nothing."""
    figure = child(mended(a_pdf("<</S/Figure/K 0>>"), pictures))
    assert (figure["/S"], figure.get("/Alt")) == (kind, words)


def test_standard_types_keep_their_meaning_and_notes_get_names() -> None:
    """Rule: only types of our own are mapped to others."""
    reader = opened(mended(a_pdf("<</S/Note/K 0>>"), []))
    assert dict(reader.root_object["/StructTreeRoot"]["/RoleMap"]) == {"/Lead": "/P"}
    assert reader.root_object["/StructTreeRoot"]["/K"]["/ID"] == "note-1"


def test_links_follow_the_structure_and_print() -> None:
    """Rule: the tabulator goes through a page as its reader does."""
    page = opened(mended(a_pdf("<</S/P/K 0>>"), [])).pages[0]
    assert page["/Tabs"] == "/S"
    assert page["/Annots"][0].get_object()["/F"] == 4


def test_bare_lines_become_ornament_and_bare_words_stay() -> None:
    """Rule: a border says nothing; what words say cannot be known."""
    bare = b"q 0.5 w\n1 1 m\n2 2 l S\nQ\nQ"
    content = opened(mended(a_pdf("<</S/P/K 0>>", content=b"q\n" + DRAWN + bare), [])).pages[0].get_contents()
    assert content.get_data().split(b"EMC", 1)[1] == b"\n/Artifact BMC\nq 0.5 w\n1 1 m\n2 2 l S\nQ\nEMC\nQ"
    words = DRAWN + b"BT (bare) Tj ET 1 1 m S"
    kept = opened(mended(a_pdf("<</S/P/K 0>>", content=words), [])).pages[0].get_contents()
    assert kept.get_data().strip() == words


def test_the_file_stays_and_is_mended_once() -> None:
    """Rule: changes are written behind the file, the same ones every time."""
    before = a_pdf("<</S/Note/K 0>>")
    after = mended(before, [])
    assert after.startswith(before)
    assert mended(before, []) == after
    assert mended(after, []) == after


def test_a_file_without_tags_is_left_alone() -> None:
    """Rule: nothing is made up where there is no structure."""
    plain = a_pdf("<</S/Note/K 0>>").replace(b"/StructTreeRoot 5 0 R", b" " * 21)
    assert mended(plain, []) == plain

"""A form in a Word file: fields that a reader fills in, and what comes back of them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratgen.document import Document, FieldTable, FormField, Paragraph, Text
from stratgen.errors import FormError
from stratgen.word import FilledForm, lint, read_form, write
from tests.filling import BODY, DATA, as_word, changed, in_data, on_page, packed, parts_of
from tests.word.builders import a_heading, minimal, the_style, words

CHOICES = (
    ("approved", "Approved"),
    ("approved_with_changes", "Approved with changes"),
    ("not_yet", "Not yet"),
)
OURS = (("stratgen tool version", "0.1.0"),)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)).map(date.isoformat)
LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), max_size=60
)


def a_form(**changes: str) -> Document:
    """Return a document with a field of every kind; one of them stands in two places."""
    name = FormField("text", "sign_off[legal].name", "Legal: reviewer", changes.get("name", ""),
                     words(changes["name"]) if changes.get("name") else (), "Name")  # fmt: skip
    day = FormField("date", "sign_off[legal].date", "Legal: date", changes.get("day", ""),
                    words("12 November 2026") if changes.get("day") else (), "Date")  # fmt: skip
    outcome = FormField("choice", "sign_off[legal].outcome", "Legal: outcome", "not_yet", words("Not yet"),
                        "Choose", CHOICES)  # fmt: skip
    hole = FormField("date", "policy.legal_reviews[ZA].date", "South Africa: reviewed on", "",
                     (Text("[To be confirmed: Head of Legal]", "open-point"),), "Date")  # fmt: skip
    box = FormField("check", "acknowledgement.understood", "Read and understood")
    rows = tuple((words(each.title), ((each,),)) for each in (name, day, outcome, hole, box))
    last = Paragraph((Text("The same day again: "), day))
    return minimal(a_heading(), FieldTable(rows, "Sign-off"), last, properties=OURS)


def came_back(content: bytes, folder: Path) -> FilledForm:
    path = folder / "pack.docx"
    path.write_bytes(content)
    return read_form(path)


def said(form: FilledForm) -> dict[str, tuple[str, ...]]:
    return {each.key: each.values for each in form.fields if each.values}


@pytest.fixture(scope="module")
def blank() -> bytes:
    return write(a_form(), the_style())


def body(content: bytes) -> str:
    return parts_of(content)[BODY].decode()


def test_every_field_is_titled_tagged_kept_and_bound(blank: bytes) -> None:
    """Rule: a control has a title for those who cannot see it, a tag, a lock, and a place in the data."""
    controls = re.findall(r"<w:sdt>.*?</w:sdt>", body(blank))
    assert len(controls) == 6
    for control in controls:
        for part in ("w:alias", "w:tag", "w:id", 'w:lock w:val="sdtLocked"', "w:dataBinding"):
            assert f"<{part}" in control
    assert body(blank).count("s:field[2]") == 2, "one value, wherever it stands"
    assert lint(blank) == []


def test_each_kind_of_field_is_the_control_of_its_kind(blank: bytes) -> None:
    """Rule: days are picked, outcomes chosen, boxes ticked, and the day is written as the language has it."""
    text = body(blank)
    assert '<w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-ZA"/>' in text
    assert '<w:calendar w:val="gregorian"/>' in text
    assert '<w:listItem w:displayText="Approved with changes" w:value="approved_with_changes"/>' in text
    assert '<w14:checked w14:val="0"/>' in text
    american = minimal(*a_form().blocks, language="en-US", properties=OURS)
    assert '<w:dateFormat w:val="MMMM d, yyyy"/>' in body(write(american, the_style()))


def test_an_empty_field_asks_and_an_open_answer_says_who_will_close_it(blank: bytes) -> None:
    """Rule: what is not filled in shows its prompt, or its open point, as a prompt that gives way to an answer."""
    prompts = re.findall(r"<w:showingPlcHdr/>.*?<w:sdtContent>(.*?)</w:sdtContent>", body(blank))
    shown = [re.sub("<[^>]+>", "", prompt) for prompt in prompts]
    assert shown == ["Name", "Date", "[To be confirmed: Head of Legal]", "Date"]
    assert all('w:val="PlaceholderText"' in prompt or 'w:val="OpenPoint"' in prompt for prompt in prompts)


def test_the_same_form_gives_the_same_bytes() -> None:
    """Rule: ids of controls and of the data follow from the document alone."""
    assert write(a_form(), the_style()) == write(a_form(), the_style())
    other = minimal(*a_form().blocks, title="Another", properties=OURS)
    stores = {
        re.findall(r"storeItemID=\"([^\"]+)", body(write(tree, the_style())))[0] for tree in (a_form(), other)
    }
    assert len(stores) == 2


def test_nothing_is_filled_in_as_long_as_nobody_fills_it_in(blank: bytes, tmp_path: Path) -> None:
    """Rule: prompts, open points and what the answers said already are no answers of a reader."""
    form = came_back(blank, tmp_path)
    assert said(form) == {}
    assert [each.printed for each in form.fields] == ["", "", "not_yet", "", ""]
    assert not any(each.cleared for each in form.fields)


FILLED = {
    "sign_off[legal].name": "Group Legal",
    "sign_off[legal].date": "2026-11-30",
    "sign_off[legal].outcome": "approved_with_changes",
    "policy.legal_reviews[ZA].date": "2026-12-15",
    "acknowledgement.understood": "true",
}
READ = {key: ("yes" if value == "true" else value,) for key, value in FILLED.items()}


@pytest.mark.parametrize("way", [as_word, in_data, on_page])
def test_what_is_filled_in_comes_back(way: object, blank: bytes, tmp_path: Path) -> None:
    """Rule: page and data agree where Word saved, and either alone is enough."""
    assert callable(way)
    assert said(came_back(way(blank, FILLED), tmp_path)) == READ


def test_one_of_two_places_is_enough(blank: bytes, tmp_path: Path) -> None:
    """Rule: a field that stands twice is filled in once; what still says the old does not contradict."""
    filled = on_page(blank, {"sign_off[legal].date": "2026-11-30"}, only_first=True)
    assert said(came_back(filled, tmp_path)) == {"sign_off[legal].date": ("2026-11-30",)}


def test_page_and_data_that_contradict_each_other_are_both_told(blank: bytes, tmp_path: Path) -> None:
    """Rule: nobody guesses which of two new answers is meant."""
    page, data = {"sign_off[legal].date": "2026-11-30"}, {"sign_off[legal].date": "2026-12-01"}
    form = came_back(in_data(on_page(blank, page), data), tmp_path)
    assert said(form) == {"sign_off[legal].date": ("2026-11-30", "2026-12-01")}


def test_an_emptied_field_is_told_and_is_no_answer(tmp_path: Path) -> None:
    """Rule: taking an answer away in Word is seen, and takes nothing away elsewhere."""
    written = write(a_form(name="Group Legal"), the_style())
    form = came_back(as_word(written, {"sign_off[legal].name": ""}), tmp_path)
    assert [each.key for each in form.fields if each.cleared] == ["sign_off[legal].name"]
    assert said(form) == {}


def test_without_its_data_the_page_speaks(blank: bytes, tmp_path: Path) -> None:
    """Rule: a program that drops the data behind a form costs nothing but what was printed before."""
    parts = parts_of(on_page(blank, FILLED))
    kept = {name: content for name, content in parts.items() if not name.startswith("customXml/")}
    kept["word/_rels/document.xml.rels"] = re.sub(
        rb"<Relationship [^>]*customXml[^>]*/>", b"", kept["word/_rels/document.xml.rels"]
    )
    form = came_back(packed(kept), tmp_path)
    assert said(form) == READ
    assert {each.printed for each in form.fields} == {None}


def test_what_python_docx_saves_still_comes_back(blank: bytes, tmp_path: Path) -> None:
    """Rule: a script that opens the file, writes into a control and saves is read as a reader is."""
    opened = docx.Document(io.BytesIO(blank))
    for control in opened.element.body.iter(qn("w:sdt")):
        if control.find(".//" + qn("w:tag")).get(qn("w:val")) == "sign_off[legal].date":
            next(iter(control.iter(qn("w:t")))).text = "30 Nov 2026"
    out = io.BytesIO()
    opened.save(out)
    assert said(came_back(out.getvalue(), tmp_path)) == {"sign_off[legal].date": ("2026-11-30",)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=LETTERS, day=DAYS, outcome=st.sampled_from([value for value, _ in CHOICES]))
def test_any_words_and_days_come_back(
    name: str, day: str, outcome: str, blank: bytes, tmp_path: Path
) -> None:
    """Rule: what is signed in the form comes back letter for letter, on one line."""
    values = {"sign_off[legal].name": name, "sign_off[legal].date": day, "sign_off[legal].outcome": outcome}
    found = said(came_back(as_word(blank, values), tmp_path))
    line = " ".join(name.split())
    assert found.get("sign_off[legal].name", ("",)) == ("" if line == "Name" else line,)
    assert found["sign_off[legal].date"] == (day,)
    assert found.get("sign_off[legal].outcome", ("not_yet",)) == (outcome,)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=80))
def test_any_words_can_stand_in_a_field(name: str, tmp_path: Path) -> None:
    """Rule: hostile words in the answers make a sound file, and are not taken for something filled in."""
    content = write(a_form(name=name), the_style())
    assert lint(content, left_overs=False) == []
    assert said(came_back(content, tmp_path)) == {}


def test_two_fields_of_one_key_hold_one_value() -> None:
    """Rule: one question has one answer in one document."""
    one, two = (FormField("text", "a[b].c", "Who", value, words(value)) for value in ("x", "y"))
    with pytest.raises(ValueError, match="same value"):
        write(minimal(Paragraph((one, two))), the_style())


def test_the_answers_travel_only_where_the_document_brings_them(tmp_path: Path) -> None:
    """Rule: a second part of data holds the answers, letter for letter, and only where there are any."""
    text = 'a: 1\n\nb: "<x> & \u00e9"\n'
    tree = minimal(*a_form().blocks, attachment=text, properties=OURS)
    content = write(tree, the_style())
    assert lint(content) == []
    assert came_back(content, tmp_path).answers == text
    alone = minimal(attachment=text, properties=OURS)
    assert came_back(write(alone, the_style()), tmp_path).answers == text
    assert came_back(write(a_form(), the_style()), tmp_path).answers == ""
    assert not any("customXml" in name for name in parts_of(write(minimal(), the_style())))


DAMAGE = (
    (BODY, "<w:alias w:val=\"Legal: date\"/>", "", "has no title"),
    (BODY, 'w:tag w:val="sign_off[legal].date"', 'w:tag w:val=""', "has no tag"),
    (BODY, '<w:lock w:val="sdtLocked"/>', "", "can be deleted"),
    (BODY, "s:field[3]", "s:field[33]", "which is not there"),
    (BODY, "s:field[2]", "s:field[1]", "bound to two places"),
    (BODY, 'w:value="approved"', 'w:value="not_yet"', "offers a choice twice"),
    ("customXml/itemProps1.xml", "ds:itemID=\"{", 'ds:itemID="{0', "which is not there"),
    ("customXml/itemProps1.xml", "itemID", "itemName", "no id of its own"),
    ("word/_rels/document.xml.rels", 'relationships/customXml"', 'relationships/other"', "does not know this part"),
)  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "says"), DAMAGE)
def test_the_lint_finds_what_is_wrong_with_a_form(
    part: str, old: str, new: str, says: str, blank: bytes
) -> None:
    """Rule: a control without title, tag, lock or data is found, and so is data that nobody reaches."""
    parts = parts_of(blank)
    assert old.encode() in parts[part]
    damaged = packed({**parts, part: parts[part].replace(old.encode(), new.encode(), 1)})
    assert any(says in fault for fault in lint(damaged))


def test_controls_with_one_id_are_found(blank: bytes) -> None:
    """Rule: Word repairs a file in which two controls have one id."""
    first, second = re.findall(r'<w:id w:val="\d+"/>', body(blank))[:2]
    parts = parts_of(blank)
    damaged = packed({**parts, BODY: parts[BODY].replace(second.encode(), first.encode())})
    assert any("no id of its own" in fault for fault in lint(damaged))


DOCTYPE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
TARGET = b'<Relationship Id="out" Type="http://x/oleObject" Target="http://example.com/x" TargetMode="External"/></Rel'


def hostile(parts: dict[str, bytes], kind: str) -> bytes:
    """Return a form that somebody has tampered with."""
    rels = "word/_rels/document.xml.rels"
    match kind:
        case "no docx":
            return b"%PDF-1.7 nonsense"
        case "bomb":
            return packed({**parts, "customXml/item9.xml": b"<a>" + b"0" * 30_000_000 + b"</a>"})
        case "macros":
            return packed({**parts, "word/vbaProject.bin": b"x"})
        case "outside":
            return packed({**parts, rels: parts[rels].replace(b"</Rel", TARGET)})
        case "entities":
            return packed({**parts, DATA: DOCTYPE})
        case "entities in the body":
            return packed({**parts, BODY: DOCTYPE})
        case "billion":
            laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
            return packed({**parts, "docProps/custom.xml": laughs})
        case "broken":
            return packed({**parts, DATA: b"<form"})
        case "not ours":
            return packed({**parts, "docProps/custom.xml": b"<Properties/>"})
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", [
    "no docx", "bomb", "macros", "outside", "entities", "entities in the body", "billion", "broken", "not ours",
])  # fmt: skip
def test_a_hostile_file_is_refused_in_a_sentence(kind: str, blank: bytes, tmp_path: Path) -> None:
    """Rule: what came back may be anything; it is refused whole, with what is wrong and a mend."""
    with pytest.raises(FormError) as refused:
        came_back(hostile(parts_of(blank), kind), tmp_path)
    assert re.fullmatch(r"\S.*pack\.docx: .+\.", str(refused.value), re.DOTALL)


def test_data_that_lies_breaks_nothing(blank: bytes, tmp_path: Path) -> None:
    """Rule: data that does not fit its questions, or a control bound to nowhere, is read as far as it goes."""
    shorter = changed(blank, DATA, lambda tree: tree.remove(tree[0]))
    assert isinstance(came_back(shorter, tmp_path), FilledForm)
    parts = parts_of(blank)
    nowhere = packed({**parts, BODY: re.sub(rb"field\[\d\]", b"field[999999]", parts[BODY])})
    assert said(came_back(nowhere, tmp_path)) == {}
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        assert archive.testzip() is None

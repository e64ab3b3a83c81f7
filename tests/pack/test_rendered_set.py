"""`check --pack`: rendered Word files held against the answers as they are now."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path

import pytest

from stratgen import pack, places, rendered
from stratgen.analysis.keypaths import questions
from stratgen.analysis.uses import DOCUMENTS, documents_using
from stratgen.answers import load, rewrite
from stratgen.document import Document, outline
from stratgen.engagement import Engagement
from stratgen.errors import Fault, PlaceError
from tests.command import ROOT, stratgen

EXAMPLE = ROOT / "answers" / "minimal.yaml"
FULL = ROOT / "answers" / "karoo-bank.yaml"

Change = tuple[tuple[str | int, ...], object]

CHANGES: list[Change] = [
    (("engagement", "client", "short_name"), "Karoo"),
    (("engagement", "pack", "version"), "1.1"),
    (("engagement", "pack", "date"), "2026-11-24"),
    (("engagement", "sponsor", "role"), "Chief Service Officer"),
    (("engagement", "meeting", "agenda_item"), "9.1"),
    (("purpose", "communities", "shown_by"), "We ask before we join a group, and say who we are."),
    (("purpose", "excellence"), "A customer whose card is swallowed has an answer within ten minutes."),
    (("purpose", "relationship", 0, "after"), "The person who reads it settles it"),
    (("channels", 0, "needing_reply"), 1897),
    (("channels", 0, "owner"), "Head of Content"),
    (("personas", 0, "need"), "A quick answer when the app fails"),
    (("service", "handovers"), 2.5),
    (("objectives", 0, "target"), 79),
    (("objectives", 0, "owner"), "Head of Service"),
    (("objectives", 0, "if_it_lags", "action"), "The care team leader asks for help from calls"),
    (("focus_metrics", "q2"), "FCR"),
    (("voice", "traits", 0, "we_are"), "short and plain"),
    (("terms", "promise", "urgent"), 14),
    (("governance", "escalation", 3, "trigger"), "Harm to people, or the national press"),
    (("training", 0, "target"), 99),
    (("policy", "owner"), "Chief Human Resources Officer"),
    (("policy", "effective"), "2027-05-04"),
    (("policy", "accounts", "leavers_removed_hours"), 23),
    (("risks", 0, "mitigation"), "Staffed hours and a clock that the team sees"),
    (("board", "oversight", "rhythm"), "Every half year"),
    (("board", "implications", "customers"), "Help in writing, also where a branch is far"),
    (("board", "resolutions", 0, "by"), "2027-01-05"),
    (("vision", "quarters", "q1", "theme"), "Learn and agree"),
    (("initiatives", 0, "owner"), "Head of Insight"),
    (("initiatives", 0, "deliverable"), "Register with 25 interviews"),
    (("rhythm", "weekly"), "Response clock and backlog, with the Head of Customer Care"),
    (("alignment", "meeting", "detail"), "An hour every Monday"),
]
"""One answer of nearly every record of the bank, and what it is changed to."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the bank's pack as it was rendered."""
    folder = tmp_path_factory.mktemp("set")
    pack.render(FULL, pack.Settings(folder, pack.PARTS))
    return folder


@cache
def before() -> dict[str, Document]:
    return pack.compose(pack.check(FULL), places.places(FULL).templates, pack.PARTS)


def says(tree: Document) -> tuple[str, ...]:
    """Return all that a document says, its header and footer included."""
    return outline(tree), tree.version, tree.classification


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: ".".join(map(str, change[0])))
def test_a_changed_answer_names_each_document_it_touches_and_no_other(
    change: Change, written: Path, tmp_path: Path
) -> None:
    """The files that are named are those whose text is another now, and lie within what `uses` declares."""
    file = tmp_path / FULL.name
    file.write_text(rewrite(FULL.read_text("utf-8"), *change), "utf-8")
    checked = pack.check(file)
    after = pack.compose(checked, places.places(file).templates, pack.PARTS)
    truly = {name for name, tree in after.items() if says(tree) != says(before()[name])}
    assert truly
    faults = rendered.faults_of(checked, file, written)
    assert {Path(fault.file).stem for fault in faults} == truly
    assert all("was rendered from other answers" in fault.what for fault in faults)
    if after["board-brief"].status == before()["board-brief"].status:
        assert {after[name].title for name in truly} <= declared(change)


def declared(change: Change) -> set[str]:
    """Return the documents that are declared to use the question of a changed answer."""
    (ref,) = (each.ref for each in questions(answers()) if each.path == change[0])
    return set(documents_using(ref))


@cache
def answers() -> Engagement:
    return load(FULL).engagement


def one(faults: tuple[Fault, ...]) -> Fault:
    (fault,) = faults
    return fault


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the pack of the smallest example."""
    folder = tmp_path_factory.mktemp("small")
    pack.render(EXAMPLE, pack.Settings(folder))
    return folder


@pytest.fixture
def copy(small: Path, tmp_path: Path) -> Path:
    """Return a copy of the small pack that a test may change."""
    shutil.copytree(small, tmp_path / "pack")
    return tmp_path / "pack"


def found(folder: Path) -> tuple[Fault, ...]:
    return rendered.faults_of(pack.check(EXAMPLE), EXAMPLE, folder)


def edited(file: Path, change: dict[bytes, bytes], part: str = "word/document.xml") -> None:
    """Change bytes of one part of a Word file, as somebody who edits it would."""
    data = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(data, "w") as new:
        for info in old.infolist():
            content = old.read(info.filename)
            for one, other in change.items():
                if info.filename == part:
                    assert one in content
                    content = content.replace(one, other, 1)
            new.writestr(info, content)
    file.write_bytes(data.getvalue())


def test_a_pack_as_it_was_rendered_is_named_nowhere(small: Path) -> None:
    """Nothing differs right after rendering, by the folder of all packs or that of the client."""
    assert found(small) == found(small / "minimal") == ()


@pytest.mark.parametrize("options", [{"comments": True}, {"embed_answers": True}])
def test_comments_and_answers_that_travel_are_no_difference(options: dict[str, bool], tmp_path: Path) -> None:
    """What is not on the page does not make a document read otherwise."""
    pack.render(EXAMPLE, pack.Settings(tmp_path, ("board-brief",), **options))  # type: ignore[arg-type]
    assert found(tmp_path) == ()


def test_page_numbers_are_no_difference(copy: Path) -> None:
    """A layout pass writes numbers into contents and references, and no other words."""
    from stratgen import branding, word

    where = places.places(EXAMPLE)
    tree = pack.compose(pack.check(EXAMPLE), where.templates, ("vision-roadmap",))["vision-roadmap"]
    paged = word.Pagination({mark.name: 7 for mark in word.marks(tree)})
    file = copy / "minimal" / "vision-roadmap.docx"
    file.write_bytes(word.write(tree, branding.house(where), paged))
    assert found(copy) == ()


def test_a_document_edited_by_hand_is_named_with_its_section_and_words(copy: Path) -> None:
    """The first differing words and the section are told; how to keep them is said."""
    file = copy / "minimal" / "terms-of-engagement.docx"
    edited(file, {b"On these terms we": b"On those terms we"})
    fault = one(found(copy))
    assert fault.file == str(file)
    assert "was edited by hand" in fault.what
    assert "section 1." in fault.what
    assert "“On those terms we" in fault.what
    assert "“On these terms we" in fault.what
    assert "--overwrite" in fault.mend


def test_words_that_are_struck_out_with_changes_tracked_count_as_gone(copy: Path) -> None:
    """Tracked changes are read as if they were accepted."""
    file = copy / "minimal" / "terms-of-engagement.docx"
    with zipfile.ZipFile(file) as archive:
        text = archive.read("word/document.xml").decode()
    run = next(
        each for each in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", text) if "On these terms we" in each
    )
    gone = f'<w:del w:id="1" w:author="A">{run.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")}</w:del>'
    edited(file, {run.encode(): gone.encode()})
    assert "was edited by hand" in one(found(copy)).what


def test_a_file_that_was_saved_again_and_reads_the_same_is_not_named(copy: Path) -> None:
    """Another program's XML is no difference: runs in pieces, proof marks, properties of its own."""
    file = copy / "minimal" / "terms-of-engagement.docx"
    edited(file, {b"On these terms we": b"On these</w:t></w:r><w:proofErr w:type=\"gramStart\"/>"
                  b"<w:r><w:t xml:space=\"preserve\"> terms we"})  # fmt: skip
    assert found(copy) == ()


def test_answers_and_hand_that_both_changed_are_told_together(copy: Path, tmp_path: Path) -> None:
    """What was rendered from other answers and edited since says so; nothing is lost in silence."""
    file = copy / "minimal" / "terms-of-engagement.docx"
    edited(file, {b"On these terms we": b"On those terms we"})
    answers = tmp_path / EXAMPLE.name
    text = rewrite(EXAMPLE.read_text("utf-8"), ("engagement", "pack", "version"), "7.7")
    answers.write_text(text, "utf-8")
    faults = rendered.faults_of(pack.check(answers), answers, copy)
    assert len(faults) == 5
    assert ["edited since" in fault.what for fault in faults if "terms-of" in fault.file] == [True]
    assert sum("edited since" in fault.what for fault in faults) == 1


def test_missing_and_extra_documents_are_named(copy: Path) -> None:
    """A file of the manifest that is gone, and a Word file that is none of the pack's, are named."""
    folder = copy / "minimal"
    (folder / "board-brief.docx").rename(folder / "board-brief-final.docx")
    (folder / "~$terms.docx").write_bytes(b"a lock of Word")
    faults = found(copy)
    assert [(Path(fault.file).name, fault.what.split(";")[0].rstrip(".")) for fault in faults] == [
        ("board-brief-final.docx", "is none of the documents of a pack"),
        ("board-brief.docx", "is missing"),
    ]


def test_documents_that_were_never_rendered_are_not_missed(tmp_path: Path) -> None:
    """`--only` writes one document, and one document is the pack."""
    pack.render(EXAMPLE, pack.Settings(tmp_path, ("terms-of-engagement",)))
    assert found(tmp_path) == ()


def test_a_document_of_another_client_is_named_and_not_compared(copy: Path, written: Path) -> None:
    """The client in the properties tells whose document it is."""
    shutil.copy(written / "karoo-bank" / "board-brief.docx", copy / "minimal" / "board-brief.docx")
    fault = one(found(copy))
    assert fault.what.startswith("is a document of Karoo Savings Bank Limited")


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 half"])
def test_a_broken_file_is_a_fault_and_no_crash(data: bytes, copy: Path) -> None:
    """What cannot be read says so, and the other files are compared all the same."""
    (copy / "minimal" / "board-brief.docx").write_bytes(data)
    assert "docx" in one(found(copy)).what


def test_a_file_with_a_document_type_is_refused(copy: Path) -> None:
    """Entities could make a small file a huge one; such a file is not read."""
    file = copy / "minimal" / "board-brief.docx"
    edited(file, {b"<w:document": b'<!DOCTYPE x [<!ENTITY e "e">]><w:document'})
    assert "document type" in one(found(copy)).what


def test_a_folder_without_a_pack_is_a_fault(tmp_path: Path) -> None:
    """An empty folder is a mistake in the command, said once."""
    with pytest.raises(PlaceError, match="holds no Word file"):
        found(tmp_path)


def test_the_verb_ends_with_1_only_if_something_differs(copy: Path) -> None:
    """`check FILE --pack DIR` adds a report of the folder, as text and as JSON."""
    assert stratgen("check", EXAMPLE, "--pack", copy).returncode == 0
    (copy / "minimal" / "vision-roadmap.docx").unlink()
    done = stratgen("check", "--json", EXAMPLE, "--pack", copy)
    assert done.returncode == 1
    reports = json.loads(done.stdout)
    assert [report["ok"] for report in reports] == [True, False]
    assert "is missing" in reports[1]["errors"][0]["what"]


def test_the_declared_documents_are_real() -> None:
    """`uses` speaks of documents by the titles that they print."""
    assert {tree.title for tree in before().values()} == set(DOCUMENTS)

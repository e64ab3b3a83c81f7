"""`stratgen read`: what is signed in the form comes back into the answer file, and nothing else does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from stratgen import reading_back
from stratgen.answers import load, loads
from stratgen.engagement import records
from stratgen.pack import Settings, render
from stratgen.word import lint
from tests.command import BANK, MINIMAL, stratgen
from tests.filling import as_word, changed, in_data, on_page, parts_of

DATE, OUTCOME = "sign_off[legal].date", "sign_off[legal].outcome"
SIGNED = {DATE: "2026-11-30", OUTCOME: "approved_with_changes", "policy.legal_reviews[ZA].date": "2026-12-15"}


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the bound pack of both examples by client."""
    folder = tmp_path_factory.mktemp("packs")
    found = {}
    for path in (BANK, MINIMAL):
        render(path, Settings(folder, ("strategy-pack",)))
        found[path.stem] = (folder / path.stem / "strategy-pack.docx").read_bytes()
    return found


@pytest.fixture
def desk(tmp_path: Path, packs: dict[str, bytes]) -> Callable[..., tuple[Path, Path]]:
    """Return what lays a copy of the bank's answers and a filled-in pack on a desk."""

    def lay(values: dict[str, str], change: Callable[[str], str] = lambda text: text) -> tuple[Path, Path]:
        answers, pack = tmp_path / "karoo-bank.yaml", tmp_path / "signed.docx"
        answers.write_text(change(BANK.read_text("utf-8")), "utf-8")
        pack.write_bytes(as_word(packs["karoo-bank"], values))
        return answers, pack

    return lay


def test_what_is_signed_in_the_form_comes_back(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: a signature and a legal review reach their records; every other line of the file stays."""
    answers, pack = desk(SIGNED)
    run = stratgen("read", pack, "--into", answers)
    assert run.returncode == 0, run.stderr
    before, after = BANK.read_text("utf-8").split("\n"), answers.read_text("utf-8").split("\n")
    assert set(after) - set(before) == {
        "      date: 2026-12-15",
        "  - {by: legal, name: Head of Legal and Compliance, outcome: approved_with_changes, date: 2026-11-30}",
    }
    loaded = load(answers)
    assert loaded.faults == ()
    assert [str(each.date) for each in loaded.engagement.policy.legal_reviews] == ["2026-12-15"]
    assert stratgen("read", pack, "--into", answers).returncode == 0
    assert answers.read_text("utf-8").split("\n") == after, "a second reading writes nothing"


def test_what_was_filled_in_is_printed(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: without --into nothing is written; the text says what was filled in, and JSON says everything."""
    answers, pack = desk(SIGNED)
    run = stratgen("read", pack)
    assert "Legal: outcome: approved_with_changes (was not_yet)" in run.stdout.split("\n")
    told = json.loads(stratgen("read", pack, "--json").stdout)
    assert {each["key"]: each["filled"] for each in told["fields"] if each["filled"]} == {
        key: [value] for key, value in SIGNED.items()
    }
    assert told["properties"]["stratgen client"] == "Karoo Savings Bank Limited"
    assert answers.read_bytes() == BANK.read_bytes()


def test_another_answer_of_the_file_is_named_and_kept(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: what the file says already is replaced only by --overwrite; the rest is written all the same."""
    answers, pack = desk({"sign_off[care].name": "Care Desk", DATE: "2026-11-30"})
    run = stratgen("read", pack, "--into", answers)
    assert run.returncode == 1
    assert re.search(
        r"karoo-bank\.yaml:\d+: Sign off 2 \(care\), name: says \"Head of Customer Care\"", run.stderr
    )
    assert "Head of Customer Care, date: 2026-11-12" in answers.read_text("utf-8")
    assert "date: 2026-11-30" in answers.read_text("utf-8")
    assert stratgen("read", pack, "--into", answers, "--overwrite").returncode == 0
    assert "{by: care, name: Care Desk, date: 2026-11-12, outcome: approved}" in answers.read_text("utf-8")


def test_a_value_that_the_models_refuse_is_named_and_not_written(
    desk: Callable[..., tuple[Path, Path]],
) -> None:
    """Rule: the models judge what comes back, in the words of every fault."""
    answers, pack = desk({DATE: "next week", OUTCOME: "perhaps"})
    run = stratgen("read", pack, "--into", answers)
    assert run.returncode == 1
    lines = [line for line in run.stderr.split("\n") if "signed.docx: Legal" in line]
    assert len(lines) == 2, run.stderr
    assert all(re.fullmatch(r".+: Legal: (date|outcome): .+\..+\.", line) for line in lines), lines
    assert answers.read_bytes() == BANK.read_bytes()


def test_a_function_that_the_file_did_not_name_gets_its_record(
    tmp_path: Path, packs: dict[str, bytes]
) -> None:
    """Rule: every function can sign; what it left out is unknown until somebody says it."""
    answers, pack = tmp_path / "minimal.yaml", tmp_path / "signed.docx"
    answers.write_bytes(MINIMAL.read_bytes())
    pack.write_bytes(
        as_word(
            packs["minimal"], {"sign_off[hr].name": "A. Volunteer", "sign_off[legal].outcome": "approved"}
        )
    )
    assert stratgen("read", pack, "--into", answers).returncode == 0
    signed = {str(each.by): each for each in load(answers).engagement.sign_off}
    assert signed["hr"].name == "A. Volunteer"
    assert not signed["hr"].outcome, "unknown"
    assert str(signed["legal"].outcome) == "approved"
    assert answers.read_text("utf-8").startswith(MINIMAL.read_text("utf-8").rstrip("\n").rpartition("\n")[0])


def test_a_pack_of_another_client_is_refused(
    desk: Callable[..., tuple[Path, Path]], packs: dict[str, bytes]
) -> None:
    """Rule: one client's signature never enters another's file."""
    answers, pack = desk({})
    pack.write_bytes(as_word(packs["minimal"], {DATE: "2026-11-30"}))
    run = stratgen("read", pack, "--into", answers)
    assert run.returncode == 1
    assert "is a document of Larkspur Toy Library" in run.stderr
    assert answers.read_bytes() == BANK.read_bytes()


def test_a_pack_of_an_older_state_is_read_with_a_warning(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: what was signed may have read otherwise, and that is said."""
    answers, pack = desk(SIGNED, lambda text: text.replace("locale: en-ZA", "locale: en-GB", 1))
    run = stratgen("read", pack, "--into", answers)
    assert run.returncode == 0
    assert "was written from another state" in run.stderr


def test_values_that_contradict_each_other_are_named(
    desk: Callable[..., tuple[Path, Path]], packs: dict[str, bytes]
) -> None:
    """Rule: two answers to one question are a fault of the document, not a choice of ours."""
    answers, pack = desk({})
    pack.write_bytes(in_data(on_page(packs["karoo-bank"], {DATE: "2026-11-30"}), {DATE: "2026-12-01"}))
    run = stratgen("read", pack, "--into", answers)
    assert run.returncode == 1
    assert 'says "2026-11-30" in one place and "2026-12-01" in another.' in run.stderr
    assert answers.read_bytes() == BANK.read_bytes()


def test_what_no_question_keeps_stays_in_the_document(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: an employee's acknowledgement is read and printed, and never enters the answers."""
    answers, pack = desk({"acknowledgement.name": "N. Name", "acknowledgement.understood": "true"})
    run = stratgen("read", pack, "--into", answers)
    assert run.returncode == 0
    assert "Acknowledgement: name: N. Name" in run.stdout
    assert run.stderr.count("no question of the answer file keeps it") == 2
    assert answers.read_bytes() == BANK.read_bytes()


HOSTILE = (
    '"; rm -rf /',
    "{unknown: x}",
    "a: b # c",
    "- x",
    "\u202eevil",
    "&a *a !!python/object",
    "'\"'",
    "{{ 1 }}",
    "yes",
    "12",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_words(name: str, desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: whatever is written into a field is a text in the file, letter for letter."""
    answers, pack = desk({"sign_off[legal].name": name})
    taken = reading_back.take_over(reading_back.read(pack), answers, overwrite=True)
    assert taken.faults == []
    assert records(load(answers).engagement.sign_off)[-1].name == name
    assert "\u202e" not in reading_back.as_text(reading_back.read(pack))


def test_a_byte_order_mark_and_line_ends_stay(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: the file stays what it was, byte for byte, but for the answer."""
    answers, pack = desk({DATE: "2026-11-30"})
    old = b"\xef\xbb\xbf" + BANK.read_bytes().replace(b"\n", b"\r\n")
    answers.write_bytes(old)
    reading_back.take_over(reading_back.read(pack), answers)
    assert answers.read_bytes().replace(b", date: 2026-11-30}", b"}") == old


def test_a_tag_that_names_no_record_writes_nothing(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: only sign-off and legal reviews are written, whatever a document claims to ask."""
    answers, pack = desk({})
    for key in (
        "sign_off[legal].by",
        "sign_off[nobody].name",
        "engagement[x].client",
        "schema_version",
        "policy.legal_reviews[ZA].country",
    ):
        claimed = changed(pack.read_bytes(), "customXml/item1.xml", lambda tree, key=key: _claim(tree, key))  # type: ignore[misc]
        forged = pack.with_name("forged.docx")
        forged.write_bytes(claimed)
        reading_back.take_over(reading_back.read(forged), answers, overwrite=True)
        assert answers.read_bytes() == BANK.read_bytes(), key


def _claim(tree, key: str) -> None:  # type: ignore[no-untyped-def]
    tree[0].text = "Forged"
    asked = next(item for item in tree if item.get("key"))
    asked.set("key", key)


SECRETS = ("Thandi Nkosi-Unspoken", "Somebody of the Works Council")


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return answers whose stakeholders have names, in their place and in places where nobody looks."""
    path = tmp_path_factory.mktemp("answers") / "karoo-bank.yaml"
    text = BANK.read_text("utf-8")
    at = text.index("\nstakeholders:\n") + len("\nstakeholders:\n")
    line, rest = text[at:].split("\n", 1)
    indent = " " * (line.index("-") + 2)
    first = f"{line}\n{indent}name: {SECRETS[0]}\n{indent}nmae: {SECRETS[1]}\n{indent}# {SECRETS[0]} said no"
    path.write_text(f"{text[:at]}{first}\n{rest}\nstakeholder_notes: {SECRETS[1]}\n", "utf-8")
    return path


@pytest.mark.parametrize("embed", [False, True])
def test_no_name_of_a_stakeholder_leaves_the_answer_file(
    embed: bool, secretive: Path, tmp_path: Path
) -> None:
    """Rule: names and views of stakeholders stand in no part of any document, whether answers travel or not."""
    assert any(each.name == SECRETS[0] for each in load(secretive).engagement.stakeholders)
    done = render(secretive, Settings(tmp_path, embed_answers=embed, formats=("docx", "html", "md")))
    for file in done.written:
        data = file.read_bytes()
        contents = parts_of(data) if file.suffix == ".docx" else {"": data}
        for part, content in contents.items():
            for secret in SECRETS:
                assert secret.encode() not in content, f"{file.name} {part}"
            assert b"said no" not in content, f"{file.name} {part}"
        if file.suffix == ".docx":
            assert lint(data) == []
            people = loads(reading_back.read(file).answers or "stakeholders: []", "answers").source.tree[
                "stakeholders"
            ]
            assert not any({"name", "support", "interviewed"} & person.keys() for person in people)
            assert any(b"urn:stratgen:answers" in content for content in contents.values()) is embed


def test_answers_travel_only_if_asked_and_can_be_printed(tmp_path: Path) -> None:
    """Rule: --embed-answers lets the answers travel, and `read --answers` prints a file that says the same."""
    run = stratgen("render", BANK, "--to", tmp_path, "--only", "board-brief", "--embed-answers")
    assert run.returncode == 0, run.stderr
    pack = tmp_path / "karoo-bank" / "board-brief.docx"
    printed = stratgen("read", pack, "--answers")
    assert printed.returncode == 0, printed.stderr
    before, after = load(BANK).engagement, loads(printed.stdout, "printed").engagement
    for name in type(before).model_fields:
        if name != "stakeholders":
            assert getattr(after, name) == getattr(before, name), name
    assert [each.role for each in after.stakeholders] == [each.role for each in before.stakeholders]
    assert all(each.name is None and not each.support for each in after.stakeholders)


def test_without_them_there_is_nothing_to_print(desk: Callable[..., tuple[Path, Path]]) -> None:
    """Rule: a document that brings no answers says so, and how it could."""
    _, pack = desk({})
    run = stratgen("read", pack, "--answers")
    assert (run.returncode, run.stdout) == (1, "")
    assert (
        run.stderr == f"{pack}: holds no answers. Render it with --embed-answers, if they may travel in it.\n"
    )


@pytest.mark.parametrize("arguments", [["--overwrite"], ["--answers", "--json"], []])
def test_wrong_usage_is_said(arguments: list[str], tmp_path: Path) -> None:
    """Rule: options that do not go together are a matter of usage; a file that is not there can be mended."""
    run = stratgen("read", tmp_path / "none.docx", *arguments)
    assert run.returncode == (2 if arguments else 1)
    assert "Traceback" not in run.stderr
    assert run.stderr

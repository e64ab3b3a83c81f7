"""One clause replaced in a workspace, and what the linter does with words that are not ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from stratgen import places
from stratgen.document import outline
from stratgen.errors import Fault, PlaceError, TemplateError
from stratgen.pack import Checked, check, compose
from tests.builders import answers

POLICY = "employee-engagement-policy"
CONCERNS = "# Raising a concern {#concerns}\n\nTell us early. {{ firm }} wants to hear it.\n"


def workspace(folder: Path, clauses: dict[str, str] | None = None, **changes: Any) -> Path:
    """Make a workspace with one answer file and some clauses of its own; return the answer file."""
    file = folder / "answers" / "client.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(answers(**changes), indent=2), encoding="utf-8")
    for name, text in (clauses or {}).items():
        path = folder / "templates" / f"{name}.md.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return file


def of_linter(checked: Checked) -> list[Fault]:
    """Return what rule V26 says, errors first."""
    return [fault for fault in (*checked.errors, *checked.warnings) if fault.rule == "V26"]


def test_one_file_replaces_one_clause(tmp_path: Path) -> None:
    """The workspace's clause is printed, and every other template is ours."""
    file = workspace(tmp_path, {"clauses/c-20-concerns": CONCERNS})
    checked = check(file)
    document = compose(checked, places.places(file).templates, (POLICY,))[POLICY]
    text = outline(document)
    assert "Tidewater wants to hear it." in text
    assert "Nobody may punish, sideline or threaten you" not in text
    assert "Nothing in this policy stops you" in text
    assert checked.errors == ()


def test_a_replaced_clause_is_held_to_the_law(tmp_path: Path) -> None:
    """The linter names the file and line of the replacement, and the section."""
    clause = CONCERNS + "\nDo not disparage {{ firm }} or its people.\n\nWho does so will be dismissed.\n"
    file = workspace(
        tmp_path,
        {"clauses/c-20-concerns": clause},
        engagement__countries=["GB", "US-NY"],
        policy__legal_reviews=[],
    )
    first, second = of_linter(check(file))
    assert {Path(first.file).name, Path(second.file).name} == {"c-20-concerns.md.j2"}
    assert [first.line, second.line] == [5, 7]
    assert "templates/clauses" in Path(first.file).as_posix()
    assert "L-1 (United States)" in first.what
    assert "L-8 (United Kingdom)" in second.what
    assert first.place == "Policy, Raising a concern"


def test_a_replaced_clause_that_breaks_says_where(tmp_path: Path) -> None:
    """Its own file and line, from check as from render, beside the faults of the answers."""
    clause = CONCERNS + "\n{{ policy.ownr }}\n"
    file = workspace(tmp_path, {"clauses/c-20-concerns": clause}, policy__accounts__multi_factor=False)
    checked = check(file)
    (fault,) = [each for each in checked.errors if each.file.endswith("c-20-concerns.md.j2")]
    assert fault.line == 5
    assert 'Did you mean "owner"?' in fault.mend
    assert "V88" in {each.rule for each in checked.errors}
    with pytest.raises(TemplateError, match=r"c-20-concerns\.md\.j2:5"):
        compose(checked, places.places(file).templates, (POLICY,))


def test_the_sandbox_holds_a_replaced_clause_too(tmp_path: Path) -> None:
    """A clause of a workspace can read fields and nothing behind them."""
    file = workspace(tmp_path, {"clauses/c-20-concerns": CONCERNS + "\n{{ policy.model_dump() }}\n"})
    assert any("may not" in fault.what for fault in check(file).errors)


def test_a_misspelt_clause_is_not_passed_over(tmp_path: Path) -> None:
    """A file that stands in for none of ours, and that nothing includes, is named with the likely one."""
    file = workspace(tmp_path, {"clauses/c-20-concern": CONCERNS})
    (fault,) = [each for each in check(file).warnings if not each.rule]
    assert fault.file.endswith("clauses/c-20-concern.md.j2")
    assert fault.mend == 'Did you mean "clauses/c-20-concerns.md.j2"?'


def test_a_partial_that_a_replaced_clause_includes_is_in_use(tmp_path: Path) -> None:
    """A workspace may bring pieces of its own."""
    clause = CONCERNS + '\n{% include "partials/our-line.md.j2" %}\n'
    file = workspace(tmp_path, {"clauses/c-20-concerns": clause, "partials/our-line": "Call the line.\n"})
    assert [each for each in check(file).warnings if not each.rule] == []


def test_a_folder_of_that_name_without_templates_is_not_a_workspace(tmp_path: Path) -> None:
    """Someone's web templates beside the answers are left alone; naming such a folder is a fault."""
    file = workspace(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("<p>", encoding="utf-8")
    assert places.places(file).templates == places.bundled("templates")
    with pytest.raises(PlaceError, match="holds no templates"):
        places.places(file, tmp_path / "templates")


def test_words_of_an_answer_are_blamed_on_its_line(tmp_path: Path) -> None:
    """The client's own words lead to the answer file, not to the clause that prints them."""
    care = ["An agent may stop at any time", "Agents must share our posts on their own accounts"]
    file = workspace(tmp_path, policy__agent_care=care)
    (fault,) = of_linter(check(file))
    assert fault.file == str(file)
    assert "must share our posts" in file.read_text("utf-8").splitlines()[fault.line - 1]
    assert fault.place == "Policy, agent care 2"
    assert "L-6" in fault.what


def test_what_a_rule_has_said_of_an_answer_is_not_said_twice(tmp_path: Path) -> None:
    """Consent as a basis is V90's, the list of secrets V60's."""
    file = workspace(
        tmp_path,
        policy__monitoring__lawful_basis="consent",
        policy__confidential=[
            {"category": "customer_data", "example": "What people earn: salaries and wages"}
        ],
    )
    checked = check(file)
    rules = {fault.rule for fault in (*checked.errors, *checked.warnings)}
    assert {"V90", "V60"} <= rules
    assert of_linter(checked) == []


LONG = (
    "In the event that anybody, whether at work or at home or on the way from one to the other, should see a post about"
    " our shop that might be thought to need an answer, that person writes to the team lead."
)


def _override(answer: str) -> list[dict[str, str]]:
    base = {
        "rule": "V26",
        "reason": "Counsel wants this sentence whole",
        "by": "Head of People",
        "when": "2026-11-12",
    }
    return [base | ({"answer": answer} if answer else {})]


def test_a_warning_of_the_linter_can_be_accepted_until_the_sentence_changes(tmp_path: Path) -> None:
    """As with any rule: first without a fingerprint, which the message then gives, then with it."""
    clauses = {"clauses/c-20-concerns": f"{CONCERNS}\n{LONG}\n"}
    (asked,) = of_linter(check(workspace(tmp_path / "a", clauses, overrides=_override(""))))
    fingerprint = asked.mend.partition('answer: "')[2][:8]
    accepted = check(workspace(tmp_path / "b", clauses, overrides=_override(fingerprint)))
    assert of_linter(accepted) == []
    assert [fault.rule for fault in accepted.accepted] == ["V26"]
    changed = {"clauses/c-20-concerns": f"{CONCERNS}\n{LONG.replace('shop', 'store')}\n"}
    again = check(workspace(tmp_path / "c", changed, overrides=_override(fingerprint)))
    assert len(of_linter(again)) == 1
    assert again.accepted == ()


def test_an_error_of_the_linter_cannot_be_accepted(tmp_path: Path) -> None:
    """Its fingerprint in an override changes nothing."""
    clauses = {"clauses/c-20-concerns": CONCERNS + "\nAnyone who stays silent will be dismissed.\n"}
    first = check(workspace(tmp_path / "a", clauses))
    (found,) = [each for each in first.findings.errors if each.rule == "V26"]
    again = check(workspace(tmp_path / "b", clauses, overrides=_override(found.fingerprint)))
    assert [fault.rule for fault in of_linter(again)] == ["V26"]
    assert again.accepted == ()


def test_a_policy_that_fails_the_linter_is_not_approved(tmp_path: Path) -> None:
    """V30: one error of V26 keeps every document from the word Approved, and from For approval."""
    bad = {"clauses/c-20-concerns": CONCERNS + "\nYou must like our posts.\n"}
    good = {"clauses/c-20-concerns": CONCERNS}
    status = {"engagement__pack__status": "for_approval"}
    approved = {"engagement__pack__status": "approved"}
    assert check(workspace(tmp_path / "a", good, **status)).findings.status_line == "For approval"
    failing = check(workspace(tmp_path / "b", bad, **status)).findings
    assert failing.status_line == "Draft"
    assert not failing.approvable
    rules = {fault.rule for fault in check(workspace(tmp_path / "c", bad, **approved)).errors}
    assert {"V26", "V30"} <= rules


def test_a_file_of_the_workspace_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The working folder decides only how the path of a fault reads."""
    file = workspace(tmp_path, {"clauses/c-20-concerns": CONCERNS + "\nYou must like our posts.\n"})
    monkeypatch.chdir(tmp_path)
    (fault,) = of_linter(check(file))
    assert (fault.file, fault.line) == ("templates/clauses/c-20-concerns.md.j2", 5)

from itertools import pairwise
from pathlib import Path

import pytest

from stratgen.analysis.keypaths import questions as every_question
from stratgen.answers import load
from stratgen.engagement.baseline import Measure
from stratgen.places import bundled
from stratgen.wizard import skips
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import question_at, questions
from stratgen.wizard.questionnaire import as_markdown, lines
from stratgen.wizard.sections import sections
from stratgen.wizard.session import Session, section_named
from stratgen.wizard.states import states
from tests.builders import an_engagement
from tests.wizard.scripts import Script, a_file, held

EXAMPLE = load(bundled("answers") / "karoo-bank.yaml").engagement


def test_the_sections_stand_in_the_order_of_the_interview() -> None:
    """Sixteen modules and the review, numbered and named by the heads of their models."""
    assert [each.number for each in sections()] == list(range(1, 18))
    assert sections()[0].title == "Set-up"
    assert sections()[9].title == "Channel feasibility"


ORDER = (
    ("purpose",), ("personas", "channels"), ("service", "stakeholders", "team", "baseline"), ("maturity",),
    ("objectives",), ("tactics", "tools"), ("voice", "terms", "credo", "governance", "training", "policy"),
    ("board", "vision"),
)  # fmt: skip
"""Purpose, customers and channels, current state and team, maturity, objectives, tactics, governance, board and vision."""


def test_the_interview_asks_in_the_order_that_serves_every_framework() -> None:
    """X12: purpose first, people and channels before the state of today, objectives before tactics, the board last."""
    numbers = {name: each.number for each in sections() if not each.inside for name in each.names}
    stages = [[numbers[name] for name in stage] for stage in ORDER]
    for before, after in pairwise(stages):
        assert max(before) < min(after)
    asked = list(dict.fromkeys(str(each.path[0]) for each in every_question(EXAMPLE)))
    placed = [[asked.index(name) for name in stage] for stage in ORDER]
    for before, after in pairwise(placed):
        assert max(before) < min(after)


def test_every_question_of_the_models_is_asked_somewhere() -> None:
    """No answer of the worked example is out of reach of the full interview."""
    from stratgen.wizard.plan import of_record

    reached = set()

    def walk(found: object) -> None:
        for question in found:  # type: ignore[attr-defined]
            reached.add(question.path)
            reached.update(each.path for each in question.cells)
            if question.kind is Kind.RECORDS and question.record is not None:
                there = [
                    each.path[: len(question.path) + 1]
                    for each in told
                    if each.path[: len(question.path)] == question.path
                ]
                for path in dict.fromkeys(each for each in there if len(each) > len(question.path)):
                    walk(of_record(question.record, path, EXAMPLE, True))

    told = tuple(every_question(EXAMPLE))
    for section in sections():
        walk(questions(section, EXAMPLE, True))
    # The figures of a grid take the evidence of the record around them.
    handed_down = (("inquiries", "evidence"), ("sentiment", "evidence"), ("contact_costs", "evidence"),
                   ("monthly_contacts", "evidence"))  # fmt: skip
    missed = {each.path for each in told if each.path not in reached and each.path[-2:] not in handed_down}
    assert not {path for path in missed if skips.applies(question_at(path).model, path, EXAMPLE)}


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"applies": "yes"}, {"social"}),
        ({"applies": "with_adaptation"}, {"social", "adaptation"}),
        ({"applies": "no"}, set()),
        ({"applies": "yes", "kpi": "FRT"}, {"social", "social_90th"}),
        ({"applies": "no", "adaptation": "Counted by hand"}, {"adaptation"}),
        ({"applies": "unknown", "kpi": "unknown"}, {"social", "adaptation", "social_90th"}),
    ],
)
def test_a_question_that_another_answer_rules_out_is_not_put(
    changes: dict[str, str], asked: set[str]
) -> None:
    """What cannot count is not asked; what was answered, or hangs on what nobody knows, still is."""
    from stratgen.wizard.plan import of_record

    measure = {"kpi": "CSAT", "other_channels": None, **changes}
    engagement = an_engagement(baseline__measures=[{key: value for key, value in measure.items() if value}])
    there = of_record(Measure, ("baseline", "measures", 0), engagement, full=True)
    assert {each.name for each in there} & {"social", "social_90th", "adaptation"} == asked


def test_questions_that_do_not_apply_are_not_counted(tmp_path: Path) -> None:
    """Feasibility is not needed while no channel has customers; the count grows with what applies."""
    book = a_file(tmp_path)
    here = {each.section.number: each for each in states(book.engagement, book.findings, book.marks)}
    assert here[1].words == "not started"
    assert here[10].answered == 0
    full = {each.section.number: each for each in states(EXAMPLE, book.findings, book.marks)}
    assert full[3].words.startswith("done")


def test_the_menu_shows_every_section_and_opens_one_by_number(tmp_path: Path) -> None:
    """The menu is drawn from the models; a number opens its section, and ! comes back."""
    script = held(a_file(tmp_path), Script(["3"]), Session.menu)
    assert any("16  Vision and roadmap" in line for line in script.prompts[0].help)
    assert len(script.prompts[0].help) + 6 <= 24
    assert max(len(line) for line in script.prompts[0].help) <= 78
    assert script.prompts[1].question == "Which personas are there?"


def test_a_section_is_found_by_number_title_or_key() -> None:
    """`edit FILE SECTION` takes what people would type."""
    assert {
        section_named(word).number for word in ("4", "Channel audit", "channels", "channels[0].owner")
    } == {4}


def test_the_questionnaire_holds_every_section_and_question() -> None:
    """The blank questionnaire has the words of the models; the quick one is the quick interview."""
    full = as_markdown(False)
    assert all(f"## {each.number}. {each.title}" in full for each in sections())
    assert full.count("**") // 2 > 300
    quick = [each.text for each in lines(True)]
    assert quick[0] == "What is the client's legal name?"
    assert len(quick) < 40

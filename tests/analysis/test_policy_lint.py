"""The linter of the policy: what it refuses, what comes close and passes, where it is sharp, and whose words it blames."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratgen.analysis.policy_lint import RULES, Hit, lint, rule_findings
from stratgen.analysis.policy_lint.readability import grade, syllables
from stratgen.analysis.policy_lint.sentences import split
from stratgen.document import (
    Block,
    Callout,
    CalloutRole,
    Document,
    FieldTable,
    Heading,
    List,
    Paragraph,
    Text,
)
from tests.analysis.lint_examples import PASSED, REFUSED
from tests.builders import UNKNOWN, an_engagement

ALL = ("ZA", "GB", "US-NY", "DE", "AU")


def text(words: str) -> tuple[Text, ...]:
    """Return words as inlines."""
    return (Text(words),)


def box(role: CalloutRole, title: str, *paragraphs: str) -> Callout:
    """Return a box of paragraphs."""
    return Callout(role, title, tuple(Paragraph(text(each)) for each in paragraphs))


RIGHTS: tuple[Block, ...] = (
    Heading(1, text("Your rights"), "rights"),
    box("rights", "Nothing in this policy stops you", "Talking about your pay with anyone."),
    Paragraph(text("By social media we mean any online service where people can publish.")),
)


def a_policy(*blocks: Block, opening: tuple[Block, ...] = RIGHTS) -> Document:
    """Return a policy of these blocks, which opens with the rights unless another opening is given."""
    return Document(
        title="Policy", subtitle="", client="Tidewater", audience="", dated="", created="2026-11-16", version="1.0",
        status="Draft", classification="Internal", language="en-GB", paper="A4", author="",
        blocks=(*opening, *blocks),
    )  # fmt: skip


def block_of(example: str) -> Block:
    """Return an example as a paragraph, or as a row of a list where it names the words it stands under."""
    label, mark, words = example.partition(" :: ")
    return FieldTable(((text(label), (text(words),)),)) if mark else Paragraph(text(example))


def hits(rule: str, *blocks: Block, countries: tuple[str, ...] = ALL, **changes: Any) -> list[Hit]:
    """Return what one rule says of a section with these blocks."""
    engagement = an_engagement(engagement__countries=list(countries), **changes)
    document = a_policy(Heading(1, text("Our rules"), "rules"), *blocks)
    return [hit for hit in lint(document, engagement) if hit.rule == rule]


@pytest.mark.parametrize(
    ("rule", "sentence"), [(rule, each) for rule, found in REFUSED.items() for each in found]
)
def test_a_sentence_that_breaks_a_rule_is_found(rule: str, sentence: str) -> None:
    """Each rule refuses its bad sentences, in many wordings."""
    assert hits(rule, block_of(sentence)), sentence


@pytest.mark.parametrize(
    ("rule", "sentence"), [(rule, each) for rule, found in PASSED.items() for each in found]
)
def test_a_sentence_that_comes_close_passes(rule: str, sentence: str) -> None:
    """Rights, negations and safer forms of the same words are left alone."""
    assert hits(rule, block_of(sentence)) == []


def test_there_are_enough_examples_of_each_kind() -> None:
    """Every rule that judges sentences has both kinds, and no sentence is both."""
    assert set(REFUSED) == set(PASSED) == {rule.id for rule in RULES} - {"L-14"}
    assert all(not set(REFUSED[rule]) & set(PASSED[rule]) for rule in REFUSED)


def test_rules_are_those_of_the_register_and_each_says_what_is_safer() -> None:
    """L-1 to L-17 in order; title and safer form are sentences."""
    assert [rule.id for rule in RULES] == [f"L-{n}" for n in range(1, 18)]
    for rule in RULES:
        assert rule.title, rule.id
        assert re.fullmatch(r"[A-Z].*[.”]", rule.safer), rule.id


SEVERITIES = {
    # By rule: the severity in the US, the UK, the EU, South Africa, Australia, and a country without an annex.
    "L-1": ("error", None, None, None, None, None),
    "L-2": ("error", "warning", "warning", "warning", "warning", "warning"),
    "L-3": ("error", None, None, None, None, None),
    "L-4": ("error", None, None, None, None, None),
    "L-5": ("warning", None, None, None, None, None),
    "L-6": ("error",) * 6,
    "L-7": ("error",) * 6,
    "L-8": ("warning", "error", "error", "error", "error", None),
    "L-9": (None, "error", "error", "error", "error", None),
    "L-10": (None, "warning", "warning", "warning", None, None),
    "L-11": ("error",) * 6,
    "L-12": ("error",) * 6,
    "L-13": ("warning", "warning", None, None, None, None),
    "L-15": ("warning",) * 6,
    "L-16": ("warning",) * 6,
    "L-17": ("error",) * 6,
}


@pytest.mark.parametrize("rule", SEVERITIES)
@pytest.mark.parametrize(("place", "code"), list(enumerate(("US", "GB", "FR", "ZA", "AU", "NZ"))))
def test_a_rule_is_as_sharp_as_the_law_of_the_country(rule: str, place: int, code: str) -> None:
    """Severity by country is that of the table of the register; elsewhere the rule is silent."""
    found = hits(rule, block_of(REFUSED[rule][0]), countries=(code,))
    assert (found[0].severity if found else None) == SEVERITIES[rule][place]


def test_among_several_countries_the_sharpest_counts_and_is_named() -> None:
    """An error in one country is an error of the policy, and the report says where."""
    (found,) = hits("L-8", block_of("Anyone who posts this will be dismissed."), countries=("US", "GB", "NZ"))
    assert (found.severity, found.annexes) == ("error", ("uk",))
    assert "(United Kingdom)" in found.words_of_it()


def test_where_countries_are_not_known_only_what_holds_everywhere_is_said() -> None:
    """Nobody guesses at a law."""
    engagement = an_engagement(engagement__countries=UNKNOWN)
    blocks = [
        Heading(1, text("Rules"), "rules"),
        *map(block_of, ("Do not disparage us.", "You must like our posts.")),
    ]
    assert {hit.rule for hit in lint(a_policy(*blocks), engagement)} == {"L-6"}


def test_a_list_is_read_with_the_line_above_it() -> None:
    """ "You may not:" governs every item; "You may:" frees them."""

    def said(line: str) -> list[Hit]:
        items = List(((Paragraph(text("Disparage the company.")),), (Paragraph(text("Use our logo.")),)))
        return hits("L-1", Paragraph(text(line)), items) + hits("L-4", Paragraph(text(line)), items)

    assert len(said("You may not:")) == 2
    assert said("You may:") == []
    assert len(said("It is never allowed to:")) == 2


def test_a_box_of_rights_frees_unless_it_forbids_in_so_many_words() -> None:
    """A right may name what a rule may not; but an order in a box of rights is still an order."""
    assert hits("L-4", box("rights", "Your rights", "Show our logo, name us and speak to the press.")) == []
    assert hits("L-4", box("rights", "Your rights", "Do not use our logo."))


@pytest.mark.parametrize("name", ["Tidewater", "Tidewater Books Limited"])
def test_the_client_is_known_by_its_names(name: str) -> None:
    """The short name and the legal name stand for the employer, as "the company" does."""
    changes: Any = {
        "engagement__client": {"legal_name": "Tidewater Books Limited", "short_name": "Tidewater"}
    }
    assert hits("L-1", block_of(f"Never criticise {name}."), **changes)
    assert hits("L-4", block_of(f"Do not use {name}'s logo."), **changes)
    assert hits("L-6", block_of(f"You must share {name} posts."), **changes)


def test_rights_come_before_the_first_restriction() -> None:
    """L-14: without a section, after a ban, or forgotten where people sign, it warns; otherwise it does not."""
    ban = (Heading(1, text("Rules"), "rules"), Paragraph(text("Do not share log-ins.")))
    signing = Heading(1, text("Acknowledgement"), "acknowledgement")
    engagement = an_engagement()

    def said(*blocks: Block) -> list[str]:
        return [hit.what for hit in lint(a_policy(*blocks, opening=()), engagement) if hit.rule == "L-14"]

    assert said(*RIGHTS, *ban) == []
    assert said(*ban) == ["has no section on the rights of employees"]
    assert said(*ban, *RIGHTS) == ["restricts people before it has named their rights"]
    signed = (signing, Paragraph(text("I have read this.")))
    assert said(*RIGHTS, *ban, *signed) == ["does not repeat the rights where people sign"]
    assert said(*RIGHTS, *ban, *signed, box("rights", "My rights", "I keep them.")) == []


def test_a_quick_card_may_restrict_only_after_its_own_box_of_rights() -> None:
    """L-14 on the first page, which stands before every numbered section."""
    card = Heading(1, text("Quick card"), "quick-card", "plain")
    tip, rights = Paragraph(text("Never share log-ins.")), box("rights", "Your rights", "They come first.")
    engagement = an_engagement()
    with_box = lint(a_policy(card, rights, tip, *RIGHTS, opening=()), engagement)
    without = lint(a_policy(card, tip, *RIGHTS, opening=()), engagement)
    assert "L-14" not in {hit.rule for hit in with_box}
    assert "L-14" in {hit.rule for hit in without}


def test_social_media_has_to_be_defined() -> None:
    """L-15: a policy without a definition is told so, once."""
    document = a_policy(opening=RIGHTS[:2])
    found = [hit for hit in lint(document, an_engagement()) if hit.rule == "L-15"]
    assert [hit.what for hit in found] == ["does not say what social media is"]


def test_a_section_that_is_hard_to_read_is_named_with_its_grade() -> None:
    """L-16: the grade is of the section; short words in short sentences pass."""
    hard = (
        "Organisational accountability necessitates comprehensive documentation of communicative interactions. "
        * 12
    )
    easy = "Say what you know. Ask if you do not know. Tell the team what went wrong. " * 12
    (found,) = hits("L-16", Paragraph(text(hard)))
    assert re.search(r"reads at grade \d\d\.\d, above 10", found.what)
    assert hits("L-16", Paragraph(text(easy))) == []


def test_an_empty_section_is_found() -> None:
    """L-17: a heading with nothing under it, in the middle and at the end; a heading with a sub-heading is none."""
    inner, outer = Heading(2, text("Inner"), "inner"), Heading(1, text("Outer"), "outer")
    words = Paragraph(text("Here it is."))
    assert hits("L-17", words, outer)[0].heading == "Outer"
    assert hits("L-17", words, outer, Heading(1, text("Next"), "next"), words)[0].heading == "Outer"
    assert hits("L-17", words, outer, inner, words) == []


@pytest.mark.parametrize(
    ("path", "value", "rule", "printed"),
    [
        ("policy__agent_care", ["Agents must share our posts"], "L-6", "Agents must share our posts."),
        (
            "policy__concerns__route",
            "Your manager. Do not speak to the media.",
            "L-3",
            "Do not speak to the media.",
        ),
        (
            "policy__disciplinary_procedure",
            "Zero tolerance rule HR-1",
            "L-8",
            "The Zero tolerance rule HR-1 applies.",
        ),
        ("policy__monitoring__lawful_basis", "consent", "L-10", "We rely on consent."),
        ("policy__ai__disclosure", "Tell {{ owner }} first", "L-17", "Tell {{ owner }} first."),
        (
            "credo__commitments",
            ["We answer", "We delete negative comments", "We cite"],
            "L-11",
            "We delete negative comments.",
        ),
    ],
)
def test_words_of_an_answer_lead_to_the_answer(path: str, value: Any, rule: str, printed: str) -> None:
    """The client's own words are named by their key path, a list's by the item."""
    found = hits(rule, block_of(printed), **{path: value})
    assert found
    assert found[0].path is not None
    assert "__".join(str(step) for step in found[0].path).startswith(path)


def test_words_of_a_clause_lead_to_no_answer() -> None:
    """An answer that happens to stand in the sentence is not blamed for the clause around it."""
    found = hits("L-8", block_of("Under Disciplinary Procedure HR-07 you will be dismissed."))
    assert found[0].path is None


def test_hits_become_findings_of_rule_v26() -> None:
    """Each has a place, a sentence that says what is wrong, a mend, and a fingerprint of rule and sentence."""
    engagement = an_engagement()
    blocks = [
        Heading(1, text("Rules"), "rules"),
        block_of("You must like our posts."),
        block_of("We rely on consent."),
    ]
    findings = rule_findings(engagement, lint(a_policy(*blocks), engagement))
    assert [(each.rule, each.severity) for each in findings] == [("V26", "error"), ("V26", "warning")]
    for each in findings:
        assert each.place == "Policy, Rules"
        assert each.what.endswith(".")
        assert re.fullmatch(r"[0-9a-f]{8}", each.fingerprint)
    assert findings[0].fingerprint != findings[1].fingerprint


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("people", 2), ("policy", 3), ("like", 1), ("liked", 1), ("wanted", 2), ("idea", 3), ("social", 2),
     ("customer", 3), ("able", 2), ("quiet", 2), ("question", 2), ("well-known", 2), ("I", 1), ("create", 2)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    """By rule, not from a dictionary, and right for everyday words."""
    assert syllables(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    """0.39 words a sentence, 11.8 syllables a word, less 15.59: "The cat sat." is three words of one syllable."""
    assert grade(["The cat sat."]) == pytest.approx(0.39 * 3 + 11.8 - 15.59)
    assert grade([]) == 0.0
    assert grade(["The cat sat; the dog ran."]) == grade(["The cat sat.", "The dog ran."])


@given(
    st.lists(
        st.sampled_from(["Ask first.", "See No. 7 of the list!", "Is it so?", "It costs R2.50 a day."]),
        max_size=8,
    )
)
def test_splitting_gives_back_the_sentences(parts: list[str]) -> None:
    """Abbreviations and decimals end no sentence."""
    assert list(split(" ".join(parts))) == parts


@given(st.text(max_size=200))
def test_any_text_can_be_judged(words: str) -> None:
    """No text makes the linter fall over, and what it quotes stands in the text."""
    for hit in hits("L-2", Paragraph(text(words))) + hits("L-17", Paragraph(text(words))):
        assert hit.sentence in words or not hit.sentence

"""The words of the policy, held against the patterns that make a clause unlawful or vague (domain 10.4)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from stratgen.document import Block, Callout, Document, Heading, outline, plain
from stratgen.pack import check, compose
from stratgen.places import bundled
from tests.builders import answers
from tests.command import BANK

EVERYWHERE = ["ZA", "GB", "US-NY", "DE", "AU"]
POLICY = "employee-engagement-policy"

PATTERNS = {
    "L-1": r"disparag|negative (comment|remark|statement)s? about",
    "L-2": r"\b(any|all) (company|internal) information|personnel matters|\bsalar(y|ies)\b",
    "L-3": r"(not|never) (speak|talk) (to|with) (the )?(media|press|journalists?|government)(?! on behalf)",
    "L-4": r"(not|never) use (our|the company'?s?|the) (name|logo)",
    "L-5": r"\b(appropriate|inappropriate|respectful|unprofessional|professional)(ly)?\b(?! capacity)",
    "L-6": r"must (follow|like|share|repost|connect)",
    "L-7": r"(give|send|show|tell|ask you for|hand over) (us |me )?(your|the) (personal )?(password|log-?in)",
    "L-8": r"will be dismissed|zero tolerance|automatic(ally)? dismiss|summary dismissal",
    "L-9": r"monitor (everything|all)|at any time without notice|may monitor at any time",
    "L-10": r"rely on consent",
    "L-11": r"(delete|remove) (negative|critical|bad) (comments?|reviews?|posts?)",
    "L-12": r"five-?star|5-?star|(leave|write|post) (us )?(a |an )?(good|positive) review",
    "L-13": r"disclos\w+ (only )?in (your|the) (bio|profile)",
    "L-17": r"\{\{|\}\}|\{%|(?-i:\bNone\b|\bnan\b)|  +\S",
}
DEFINED = ("Professional:", "professional or personal", "own professional account")
"""Where the word names a capacity that the policy defines, or stands in an answer of the client."""


def policy_of(tmp_path: Path, **changes: Any) -> Document:
    """Return the policy of the specimen with some answers changed."""
    file = tmp_path / "client.yaml"
    file.write_text(json.dumps(answers(**changes)), encoding="utf-8")
    return compose(check(file), bundled("templates"), (POLICY,))[POLICY]


def own_words(document: Document) -> str:
    """Return the words of a document without the capacities that it defines."""
    text = outline(document)
    for phrase in DEFINED:
        text = re.sub(re.escape(phrase), "[defined]", text, flags=re.IGNORECASE)
    return text


def position(blocks: tuple[Block, ...], key: str) -> int:
    """Return where the heading of that key stands."""
    return next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.key == key)


@pytest.fixture(scope="module")
def bank() -> list[str]:
    """The lines of the bank's policy."""
    text = own_words(compose(check(BANK), bundled("templates"), (POLICY,))[POLICY])
    return [line.lstrip() for line in text.splitlines()]


@pytest.mark.parametrize("rule", PATTERNS)
def test_no_clause_of_the_bank_is_refused(bank: list[str], rule: str) -> None:
    """Its answers included: a client's word is printed as it stands, and must pass too."""
    assert [line for line in bank if re.search(PATTERNS[rule], line, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("advocacy", "ai", "use"),
    [
        ("none", "prohibited", "not_on_work_time"),
        ("voluntary", "allowed_with_human_review", "limited"),
        ("voluntary_programme", "allowed", "reasonable"),
    ],
)
def test_no_choice_and_no_country_brings_a_refused_clause(
    tmp_path: Path, advocacy: str, ai: str, use: str
) -> None:
    """All five annexes at once, and every wording that an answer selects."""
    everything = ["brand_mentions", "work_systems", "targeted_investigation"]
    document = policy_of(
        tmp_path, engagement__countries=EVERYWHERE, engagement__sector="insurance", policy__advocacy=advocacy,
        policy__ai__use=ai, policy__personal_use=use, policy__monitoring__scope=everything,
        policy__legal_reviews=[],
    )  # fmt: skip
    lines = [line.lstrip() for line in own_words(document).splitlines()]
    found = {
        rule: [line for line in lines if re.search(pattern, line, re.IGNORECASE)]
        for rule, pattern in PATTERNS.items()
    }
    assert {rule: hits for rule, hits in found.items() if hits} == {}


def test_rights_stand_before_the_first_restriction_and_again_at_the_end(tmp_path: Path) -> None:
    """L-14: on the quick card, as a section of its own, and in the acknowledgement (E-01)."""
    blocks = policy_of(tmp_path).blocks
    rights = [n for n, block in enumerate(blocks) if isinstance(block, Callout) and block.role == "rights"]
    assert rights[0] == position(blocks, "quick-card") + 1
    assert position(blocks, "rights") < position(blocks, "voices")
    assert position(blocks, "acknowledgement") < rights[-1] < position(blocks, "escalation")
    don_t = outline(policy_of(tmp_path)).index("Please don’t")
    assert outline(policy_of(tmp_path)).index("Nothing in this policy stops you") < don_t


def test_social_media_is_defined_and_no_platform_is_listed(tmp_path: Path) -> None:
    """L-15: a definition, with examples of kinds, not of names."""
    text = outline(policy_of(tmp_path))
    assert "By social media we mean" in text
    clauses = "\n".join(path.read_text("utf-8") for path in (bundled("templates") / "clauses").iterdir())
    assert not re.search(r"facebook|instagram|tiktok|linkedin|youtube|whatsapp", clauses, re.IGNORECASE)


def test_sentences_stay_short(tmp_path: Path) -> None:
    """L-16: under twenty words on average, and none over thirty, in the words that are ours."""
    text = outline(policy_of(tmp_path, engagement__countries=EVERYWHERE, policy__legal_reviews=[]))
    prose = [line for line in text.splitlines() if " | " not in line and "Source:" not in line]
    sentences = [
        each for line in prose for each in re.split(r"(?<=[.!?])\s+|; ", line) if len(each.split()) > 2
    ]
    lengths = [len(each.split()) for each in sentences]
    assert sum(lengths) / len(lengths) < 20
    assert [each for each in sentences if len(each.split()) > 31] == []


@pytest.mark.parametrize("country", EVERYWHERE)
def test_each_annex_cites_sources_and_sends_to_counsel(tmp_path: Path, country: str) -> None:
    """Present for the selected country, absent for the others (E-17)."""
    names = {
        "ZA": "country-za",
        "GB": "country-uk",
        "US-NY": "country-us",
        "DE": "country-eu",
        "AU": "country-au",
    }
    document = policy_of(tmp_path, engagement__countries=[country], policy__legal_reviews=[])
    keys = {block.key for block in document.blocks if isinstance(block, Heading)}
    assert {key for key in keys if key.startswith("country-")} == {names[country]}
    text = outline(document)
    annex = text[text.index("These rules add to the policy") :]
    assert annex.count("Source:") >= 4
    assert "Confirm with counsel" in annex
    assert "22 November 2026" in annex


def test_the_draft_mark_goes_when_each_country_has_been_reviewed(tmp_path: Path) -> None:
    """Not legally reviewed until reviewer and date are filled per country (E-24)."""
    review = {"country": "GB", "reviewer": "Employment counsel", "date": "2026-11-12"}

    def titles(**changes: Any) -> set[str]:
        return {block.title for block in policy_of(tmp_path, **changes).blocks if isinstance(block, Callout)}

    assert "Not legally reviewed" not in titles(policy__legal_reviews=[review])
    assert "Not legally reviewed" in titles(
        policy__legal_reviews=[review], engagement__countries=["GB", "DE"]
    )
    assert "Not legally reviewed" in titles(engagement__countries="unknown")


def test_the_acknowledgement_is_no_waiver(tmp_path: Path) -> None:
    """Read and understood; it gives up nothing (E-23)."""
    blocks = policy_of(tmp_path).blocks
    end = " ".join(plain(getattr(b, "inlines", ())) for b in blocks[position(blocks, "acknowledgement") :])
    assert "read this policy and understood it" in end
    assert not re.search(r"\b(agree|waive|consent)\b", end)


def test_helping_customers_stands_only_where_service_is_meant(tmp_path: Path) -> None:
    """C-13 is left out, not empty, where no service channel is intended."""
    keys = {
        b.key for b in policy_of(tmp_path, purpose__service_channel="no").blocks if isinstance(b, Heading)
    }
    assert "helping" not in keys

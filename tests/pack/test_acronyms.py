"""No document leaves its reader to guess: an acronym is spelled out where it first stands, or is not used."""

from __future__ import annotations

import re

import pytest

from stratgen.document import outline
from stratgen.pack import DOCUMENTS, check, compose
from stratgen.places import bundled
from tests.command import ROOT

MEANINGS = {
    "AHT": "average handling time",
    "FRT": "first response time",
    "CSAT": "customer satisfaction",
    "VSAT": "very satisfied customers",
    "FCR": "first contact resolution",
    "NPS": "net promoter score",
    "CES": "customer effort score",
    "CPC": "cost per contact",
    "FTE": "full-time equivalent",
    "RACI": "responsible",
    "RAG": "red, amber",
    "KPI": "key performance indicator",
    "KPIs": "key performance indicators",
    "OKR": "objectives and key results",
    "MFA": "multi-factor",
    "SSO": "single sign-on",
    "SLA": "service level agreement",
    "CRM": "customer relationship management",
    "POPIA": "protection of personal information act",
    "PAIA": "promotion of access to information act",
    "DPIA": "data protection impact assessment",
    "FSCA": "financial sector conduct authority",
    "CCMA": "conciliation, mediation and arbitration",
    "NPO": "non-profit organisation",
    "POST": "people, objectives, strategy, technology",
    "B2B": "business to business",
    "B2C": "business to consumer",
}
"""What each stands for, in small letters."""

EXAMPLES = sorted(path.stem for path in (ROOT / "answers").glob("*.yaml"))


def unexplained(text: str) -> list[str]:
    """Return the acronyms that stand in a text before their meaning does."""
    found = []
    for short, meaning in MEANINGS.items():
        first = re.search(rf"(?<![\w#]){short}(?!\w)", text)
        if first and meaning not in text[: first.start()].casefold():
            found.append(f"{short}: …{text[max(0, first.start() - 40) : first.end() + 20]}…")
    return found


def test_an_acronym_without_its_meaning_is_found() -> None:
    """The check itself can fail: the meaning has to stand before the acronym, not after it."""
    assert unexplained("Average handling time (AHT) is a measure; AHT falls.") == []
    assert unexplained("AHT (average handling time) falls.")
    assert unexplained("Four KPIs are shown.")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_acronym_is_spelled_out_where_it_first_stands(name: str) -> None:
    """In each document of each example, by itself and bound (documents G12, checklist B-18)."""
    documents = compose(check(ROOT / "answers" / f"{name}.yaml"), bundled("templates"))
    assert set(documents) == set(DOCUMENTS)
    assert {
        title: lacking for title, each in documents.items() if (lacking := unexplained(outline(each)))
    } == {}

"""What a client calls its customers stands in our sentences, and nothing else in them changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratgen.document import Document, Paragraph, Text
from stratgen.drafting.nouns import called, caller


@pytest.mark.parametrize(
    ("ours", "tenants", "people"),
    [
        ("Customers ask a customer.", "Tenants ask a tenant.", "People ask an owner."),
        ("A customer’s history", "A tenant’s history", "An owner’s history"),
        ("the customers' panel", "the tenants' panel", "the people's panel"),
        ("the word 'customer'", "the word 'tenant'", "the word 'owner'"),
        ("Customer satisfaction of customers", "Customer satisfaction of tenants", "Customer satisfaction of people"),
        ("customer-centred, Customer care", "customer-centred, Customer care", "customer-centred, Customer care"),
        ("Very satisfied customers", "Very satisfied customers", "Very satisfied customers"),
        ("Accustomed, a customer", "Accustomed, a tenant", "Accustomed, an owner"),
    ],
)  # fmt: skip
def test_the_clients_noun_takes_the_place_of_customer(ours: str, tenants: str, people: str) -> None:
    """Number, capital, article and genitive follow the noun; a term of the trade keeps its name."""
    assert caller("tenant", "tenants")(ours) == tenants
    assert caller("owner", "people")(ours) == people


@pytest.mark.parametrize(
    ("one", "article"), [("user", "a"), ("union", "a"), ("heir", "an"), ("insured", "an")]
)
def test_the_article_follows_the_sound(one: str, article: str) -> None:
    """A user, an heir."""
    assert caller(one, f"{one}s")("a customer") == f"{article} {one}"


def test_the_clients_own_lines_keep_their_word() -> None:
    """An answer that says customers is the client's to say so, also inside a sentence of ours."""
    tree = Document(
        title="For customers", subtitle="", client="Customer Bank", audience="", dated="", created="", version="",
        status="", classification="", language="en-GB", paper="A4", author="",
        blocks=(Paragraph((Text("Head of Customers answers customers."),)),),
    )  # fmt: skip
    made = called(tree, "tenant", "tenants", ["Head of Customers"])
    assert (made.title, made.client) == ("For tenants", "Customer Bank")
    assert made.blocks == (Paragraph((Text("Head of Customers answers tenants."),)),)


@given(st.text(max_size=60))
def test_text_without_the_word_is_untouched(text: str) -> None:
    """Only the word changes; everything around it stays."""
    made = caller("tenant", "tenants")(text)
    assert made == text or "customer" in text.lower()

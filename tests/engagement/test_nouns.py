"""What the customers are called: a plural, or one and many."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from stratgen.engagement.setup import Client, one_and_many
from tests.builders import an_engagement


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tenants", ("tenant", "tenants")),
        ("families", ("family", "families")),
        ("churches", ("church", "churches")),
        ("bosses", ("boss", "bosses")),
        ("person, people", ("person", "people")),
        ("museum friends", ("museum friend", "museum friends")),
        ("people", None),
        ("boss", None),
        ("Tenants", None),
        ("a, b, c", None),
        ("", None),
    ],
)
def test_the_singular_follows_from_the_plural_or_is_given(text: str, words: tuple[str, str] | None) -> None:
    """A plural in s gives its singular; another one has to name it."""
    assert one_and_many(text) == words


@pytest.mark.parametrize(
    ("called", "sector", "words"),
    [
        (None, "retail", None),
        ("customers", "retail", None),
        ("tenants", "retail", ("tenant", "tenants")),
        (None, "public_body", ("person", "people")),
        ("customers", "public_body", None),
        ("residents", "public_body", ("resident", "residents")),
    ],
)
def test_a_client_without_a_word_of_its_own_has_customers(
    called: str | None, sector: str, words: tuple[str, str] | None
) -> None:
    """No answer means customers, and people where the client is a public body."""
    given = {"engagement__sector": sector, "engagement__client__customers_called": called}
    assert an_engagement(**given).engagement.customers == words


def test_what_is_no_noun_in_the_plural_is_refused() -> None:
    """A noun whose singular does not follow from it needs both."""
    with pytest.raises(ValidationError, match="is not a noun in the plural"):
        Client(legal_name="Acme Limited", short_name="Acme", customers_called="people")

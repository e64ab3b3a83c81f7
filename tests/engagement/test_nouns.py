"""What the customers are called: a plural, or one and many."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from stratgen.engagement.setup import Client, one_and_many


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


def test_a_client_without_a_word_of_its_own_has_customers() -> None:
    """No answer, and "customers" itself, change nothing; what is no noun is refused."""
    assert Client(legal_name="Acme Limited", short_name="Acme").customers is None
    assert (
        Client(legal_name="Acme Limited", short_name="Acme", customers_called="customers").customers is None
    )
    with pytest.raises(ValidationError, match="is not a noun in the plural"):
        Client(legal_name="Acme Limited", short_name="Acme", customers_called="people")

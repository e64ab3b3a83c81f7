"""What a client calls its customers: tenants, members, travellers.

Templates and labels speak of customers; where the client has a word of its own, it takes their place in a drafted
tree. A term of the trade keeps its name: customer satisfaction is measured of tenants too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from stratgen.document import Document
from stratgen.drafting.rewording import Reword, cased, guarded, reworded

_TERMS = (
    "care", "centred", "centricity", "effort", "engagement", "expectations", "experience", "journey", "journeys",
    "life", "number", "numbers", "records", "relationship", "satisfaction", "service", "services", "strategy",
)  # fmt: skip
"""What follows "customer" in a term of the trade, which keeps its name; one measure is called very satisfied customers."""
_CUSTOMER = re.compile(
    rf"\b(?<!very satisfied )(?:(?P<article>an?)(?P<gap>\s+))?(?P<word>customer)(?:(?P<many>s)(?P<of>['’])?|(?P<ones>['’]s)\b)?"
    rf"(?![\s-]+(?:{'|'.join(_TERMS)})\b)(?!\w)",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"(?!use|uni|euro|one)[aeiou]|hono|heir", re.IGNORECASE)


def called(document: Document, one: str, many: str, own_words: Iterable[str] = ()) -> Document:
    """Return a document that says `one` and `many`, in small letters, for customer and customers.

    `own_words` are lines that stay as they are.
    """
    return reworded(document, _of_a_client(one, many, frozenset(own_words)))


@lru_cache(maxsize=1)
def _of_a_client(one: str, many: str, own_words: frozenset[str]) -> Reword:
    """Return what renames the customers in the documents of one client, made once for all of them."""
    return guarded(caller(one, many), own_words)


def caller(one: str, many: str) -> Reword:
    """Return what puts `one` and `many` for customer and customers, with the article and the genitive they need."""
    article = "an" if _VOWEL.match(one) else "a"

    def named(found: re.Match[str]) -> str:
        word = cased(many if found["many"] else one, found["word"])
        if found["of"]:
            word += found["of"] if many.endswith("s") else f"{found['of']}s"
        word += found["ones"] or ""
        return f"{cased(article, found['article'])}{found['gap']}{word}" if found["article"] else word

    return lambda text: _CUSTOMER.sub(named, text)

"""Names of countries, and of the states of the United States, by ISO code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from stratgen.catalogue.whole import plain_word


def country(code: str) -> str | None:
    """Return the English name of a country ("GB") or of a state with its country ("US-NY"), or None."""
    name = _names().get(code)
    parent = _names().get(code.partition("-")[0])
    return f"{name}, {parent}" if name and "-" in code else name


_SAID = {"uk": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "usa": "US",
         "united states of america": "US", "america": "US", "holland": "NL", "republic of ireland": "IE"}  # fmt: skip
"""What people write for a country beside its name."""


def country_code(word: str) -> str | None:
    """Return the ISO code of a country or state that is written as a code or by its English name, or None."""
    plain = plain_word(word)
    if word.strip().upper() in _names():
        return word.strip().upper()
    return _SAID.get(plain) or next(
        (code for code, name in _names().items() if name.casefold() == plain), None
    )


@cache
def _names() -> Mapping[str, str]:
    plain = tomllib.loads((files("stratgen.catalogue") / "data" / "countries.toml").read_text("utf-8"))
    return plain["countries"] | plain["states"]  # type: ignore[no-any-return]  # tables of names

"""Names of countries, and of the states of the United States, by ISO code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def country(code: str) -> str | None:
    """Return the English name of a country ("GB") or of a state with its country ("US-NY"), or None."""
    name = _names().get(code)
    parent = _names().get(code.partition("-")[0])
    return f"{name}, {parent}" if name and "-" in code else name


@cache
def _names() -> Mapping[str, str]:
    plain = tomllib.loads((files("stratgen.catalogue") / "data" / "countries.toml").read_text("utf-8"))
    return plain["countries"] | plain["states"]  # type: ignore[no-any-return]  # tables of names

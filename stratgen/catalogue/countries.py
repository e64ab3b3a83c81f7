"""Names of countries, and of the states of the United States, by ISO code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from stratgen.catalogue.reading import PACKAGED, read_table


def country(code: str) -> str | None:
    """Return the English name of a country ("GB") or of a state with its country ("US-NY"), or None."""
    name = _names().get(code)
    parent = _names().get(code.partition("-")[0])
    return f"{name}, {parent}" if name and "-" in code else name


@cache
def _names() -> Mapping[str, str]:
    return {
        name: value
        for table in ("countries", "states")
        for name, value in read_table("countries.toml", table, [PACKAGED]).items()
    }

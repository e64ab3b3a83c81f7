"""The templates of a folder, with the printers, filters and tests that word a value in a client's English.

A part of the conductor: it brings the wording of analysis and the templates of drafting together.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from stratgen import places
from stratgen.analysis.findings import Score
from stratgen.analysis.jurisdictions import land
from stratgen.analysis.quarter_words import quarter_filters
from stratgen.analysis.sentences import number_word, who_sits
from stratgen.analysis.wording import Wording
from stratgen.drafting import TemplateSet, template_set
from stratgen.engagement import Choice, Figure, Unknown
from stratgen.engagement.answer import round_the_clock


@lru_cache(maxsize=8)
def templates(folder: Path, wording: Wording) -> TemplateSet:
    """Return the templates of a folder, compiled once for each wording; those that it lacks are ours."""
    printers: dict[type, Callable[[Any], Any]] = dict.fromkeys(
        (Unknown, Choice, Figure, Score, bool, float, date), wording.inlines
    )

    def filtered(words: Callable[[Any], str]) -> Callable[[Any], Any]:
        return lambda value: value if isinstance(value, Unknown) else words(value)

    return template_set(
        folder,
        printers,
        filters={
            "money": filtered(wording.money), "expected": filtered(wording.expected), "people": filtered(wording.people),
            "country": filtered(land),
            "percent": filtered(wording.percent), "in_words": filtered(number_word),
            "who_sits": who_sits,
            "whole": filtered(lambda score: wording.score(score, 0)),
            "minutes": filtered(lambda value: wording.measured(value, "minutes")),
            **quarter_filters(wording),
            "day": filtered(wording.day), "number": filtered(wording.number), "hours": filtered(wording.hours),
        },
        tests={"unknown": lambda value: isinstance(value, Unknown),
               "known": lambda value: value is not None and not isinstance(value, Unknown),
               "round_the_clock": lambda value: isinstance(value, dict) and round_the_clock(value)},
        below=places.bundled("templates"),
        cache_folder=places.compiled_folder(),
    )  # fmt: skip

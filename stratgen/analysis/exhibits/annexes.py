"""The exhibits of the pack's own pages, gathered: first pages, method, evidence, glossary."""

from __future__ import annotations

from stratgen.analysis.exhibits import (
    annex_numbers,
    annex_outside,
    annex_register,
    annex_scores,
    annex_worth,
    pack_front,
)
from stratgen.analysis.exhibits.brief import Builder

BUILDERS: dict[str, Builder] = {
    **pack_front.BUILDERS,
    **annex_scores.BUILDERS,
    **annex_numbers.BUILDERS,
    **annex_worth.BUILDERS,
    **annex_register.BUILDERS,
    **annex_outside.BUILDERS,
}

"""Exhibits of annexes."""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Builder

BUILDERS: dict[str, Builder] = {}

"""The charts, gathered: standing, work, money. A chart whose numbers are missing is absent, not empty."""

from __future__ import annotations

from stratgen.analysis.exhibits import charts_money, charts_pairs, charts_standing, charts_work
from stratgen.analysis.exhibits.brief import Builder

BUILDERS: dict[str, Builder] = {
    **charts_standing.BUILDERS,
    **charts_work.BUILDERS,
    **charts_money.BUILDERS,
    **charts_pairs.BUILDERS,
}

"""Every exhibit that a template may name."""

from __future__ import annotations

from stratgen.analysis.exhibits import annexes, board_brief, charts, policy, roadmap, terms
from stratgen.analysis.exhibits.brief import Brief, Builder, Exhibits

BUILDERS: dict[str, Builder] = {
    **board_brief.BUILDERS,
    **policy.BUILDERS,
    **roadmap.BUILDERS,
    **terms.BUILDERS,
    **annexes.BUILDERS,
    **charts.BUILDERS,
}


def exhibits(brief: Brief) -> Exhibits:
    """Return every exhibit that a template may name, each built when first asked for."""
    return Exhibits(brief, BUILDERS)

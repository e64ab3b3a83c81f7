"""The first response time as median and 90th percentile (checklist S-03, K02), wherever a table has room for both."""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief
from stratgen.analysis.exhibits.ledger import kpi_value
from stratgen.analysis.findings import Kpi
from stratgen.document import Cell, Text
from stratgen.engagement import Figure
from stratgen.engagement.baseline import Measure

SHOWN_WITH = "FRT"
"""The measure that has a 90th percentile."""


def with_percentile(
    brief: Brief, kpi: Kpi | None, median: Cell, measure: Measure | None, *, whole: bool
) -> Cell:
    """Return the cell of a median, "6 h 30 min", as "6 h 30 min (median), 21 hours (90th percentile)".

    A cell of another measure comes back as it is. A `whole` account also says what is missing: an answer that
    nobody knows yet prints as open, and one that was not asked for is not measured yet.
    """
    if kpi is None or kpi.id != SHOWN_WITH:
        return median
    late = measure.social_90th if measure else None
    if not isinstance(late, Figure) and not whole:
        return median
    first, *rest = median.paragraphs
    if late is None:
        return Cell(((*first, Text("; 90th percentile not measured yet")), *rest))
    shown = kpi_value(brief, kpi, late).paragraphs[0]
    return Cell(((*first, Text(" (median), "), *shown, Text(" (90th percentile)")), *rest))

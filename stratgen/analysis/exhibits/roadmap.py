"""The exhibits of the roadmap, gathered: the year, its quarters, measures, service, people, tools, course."""

from __future__ import annotations

from stratgen.analysis.exhibits import (
    roadmap_course,
    roadmap_dictionary,
    roadmap_measures,
    roadmap_people,
    roadmap_quarter,
    roadmap_service,
    roadmap_tools,
    roadmap_year,
)
from stratgen.analysis.exhibits.brief import Builder

BUILDERS: dict[str, Builder] = {
    **roadmap_year.BUILDERS,
    **roadmap_quarter.BUILDERS,
    **roadmap_measures.BUILDERS,
    **roadmap_dictionary.BUILDERS,
    **roadmap_service.BUILDERS,
    **roadmap_people.BUILDERS,
    **roadmap_tools.BUILDERS,
    **roadmap_course.BUILDERS,
}

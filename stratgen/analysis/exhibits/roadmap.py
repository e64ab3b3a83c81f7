"""The exhibits of the roadmap, gathered: the year, service, people, course."""

from __future__ import annotations

from stratgen.analysis.exhibits import roadmap_course, roadmap_people, roadmap_service, roadmap_year
from stratgen.analysis.exhibits.brief import Builder

BUILDERS: dict[str, Builder] = {
    **roadmap_year.BUILDERS,
    **roadmap_service.BUILDERS,
    **roadmap_people.BUILDERS,
    **roadmap_course.BUILDERS,
}

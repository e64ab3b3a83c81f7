"""How long each document may be (documents BB, EP, VR, TE), and which part of it is too long.

The pages come from a layout where there is one, and are told from the tree where there is none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.set_lint.lengths import PAGE, Stretch, pages, stretches
from stratgen.document import Document, Heading

RULE = "V110"
GIVE = 0.1
"""How much of a page more than its budget a part may take before an estimate speaks."""
TITLE_LINES = 5.0
"""The lines of title and status on the first page of a document without a cover."""
QUARTERS = ("q1", "q2", "q3", "q4")


@dataclass(frozen=True, slots=True)
class Budget:
    """The pages that a part of a document may take."""

    document: str
    part: str
    most: int
    first: Callable[[Heading], bool] | None
    """The heading with which the part begins; None for the start of the text."""
    end: Callable[[Heading], bool] | None
    """The heading before which it ends; None for the end of the document."""
    never: int = 0
    """The pages above which it is an error; 0 where it never is."""
    mend: str = (
        "Cut words, not facts: fewer records, shorter answers, or detail moved into an annex of the pack."
    )


def _key(*keys: str) -> Callable[[Heading], bool]:
    return lambda heading: heading.key in keys


def _annex(heading: Heading) -> bool:
    return heading.kind == "annex" and heading.level == 1


def _after_quarter(heading: Heading) -> bool:
    return heading.level == 1


BUDGETS: tuple[Budget, ...] = (
    Budget("board-brief", "the body", 4, None, _key("appendix"), 6),
    Budget("board-brief", "the appendix", 3, _key("appendix"), None),
    Budget("employee-engagement-policy", "the body, without quick card and annexes", 12, _key("control"), _annex),
    Budget("vision-roadmap", "without cover and contents", 14, None, None),
    *(Budget("vision-roadmap", f"the page of {each.upper()}", 1, _key(each), _after_quarter) for each in QUARTERS),
    Budget("terms-of-engagement", "as a whole", 5, None, None),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as a layout found it: the page of each heading, in the order of the tree, and how many there are."""

    headings: tuple[tuple[Heading, int], ...]
    whole: int


def too_long(
    documents: Mapping[str, Document], laid: Mapping[str, Laid] | None = None
) -> Iterator[RuleFinding]:
    """Yield a finding for every part that is longer than its budget, by the layout of `laid` where it has one."""
    heights: dict[str, tuple[Stretch, ...]] = {}
    for budget in BUDGETS:
        document = documents.get(budget.document)
        if document is None:
            continue
        layout = (laid or {}).get(budget.document)
        if layout is not None:
            count: float | None = _counted(budget, layout, document)
            shown = _plural(int(count or 0))
        else:
            if budget.document not in heights:
                heights[budget.document] = stretches(document)
            count = _estimated(budget, document, heights[budget.document])
            shown = f"about {_plural(max(budget.most + 1, ceil((count or 0) - GIVE)))}"
        if count is not None and count > budget.most + (0 if layout else GIVE):
            yield _finding(budget, document, count, shown)


def _estimated(budget: Budget, document: Document, found: tuple[Stretch, ...]) -> float | None:
    part = _part(budget, found)
    if part is None:
        return None
    before = 0.0 if budget.first or document.cover else TITLE_LINES / PAGE
    return pages(part) + before


def _part(budget: Budget, found: tuple[Stretch, ...]) -> tuple[Stretch, ...] | None:
    """Return the stretches of a part; None where the document has no such part."""
    headings = [each.heading for each in found]
    start = 0 if budget.first is None else _find(headings, budget.first, 0)
    if start is None:
        return None
    stop = _find(headings, budget.end, start + bool(budget.first)) if budget.end else None
    return found[start:stop]


def _find(headings: list[Heading | None], wanted: Callable[[Heading], bool], start: int) -> int | None:
    return next((at for at, each in enumerate(headings) if at >= start and each and wanted(each)), None)


def _counted(budget: Budget, laid: Laid, document: Document) -> int | None:
    """Return the pages from the first heading of a part to the last page before the next."""
    headings: list[Heading | None] = [heading for heading, _ in laid.headings]
    if not headings:
        return None
    start = 0 if budget.first is None else _find(headings, budget.first, 0)
    if start is None:
        return None
    first = laid.headings[start][1] if budget.first or document.cover else 1
    stop = _find(headings, budget.end, start + bool(budget.first)) if budget.end else None
    # A heading that opens a part opens a page: the part before it ends on the page before.
    last = laid.whole if stop is None else max(first, laid.headings[stop][1] - 1)
    return last - first + 1


def _finding(budget: Budget, document: Document, count: float, shown: str) -> RuleFinding:
    severe = bool(budget.never) and count > budget.never
    limit = f"{budget.never} at the very most" if severe else f"{budget.most} at most"
    mark = f"{RULE}\n{budget.document}\n{budget.part}\n{ceil(count)}"
    return RuleFinding(
        rule=RULE,
        severity="error" if severe else "warning",
        path="",
        place=f"{document.title}, {budget.part}",
        what=f"takes {shown}; {limit}.",
        mend=budget.mend,
        fingerprint=hashlib.sha256(mark.encode()).hexdigest()[:8],
    )


def _plural(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"

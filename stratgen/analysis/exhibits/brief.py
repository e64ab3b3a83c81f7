"""What a builder of exhibits works from, and the lazy mapping that templates ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from stratgen.analysis.findings import Findings
from stratgen.analysis.wording import Wording
from stratgen.document import Exhibit
from stratgen.engagement import Engagement


@dataclass(frozen=True, slots=True)
class Brief:
    """What a builder works from."""

    engagement: Engagement
    findings: Findings
    wording: Wording


Builder = Callable[[Brief], Exhibit | None]


class Exhibits(Mapping[str, Exhibit | None]):
    """Exhibits by name, built when first asked for."""

    def __init__(self, brief: Brief, builders: Mapping[str, Builder]) -> None:
        self._brief = brief
        self._builders = builders
        self._built: dict[str, Exhibit | None] = {}

    def __getitem__(self, name: str) -> Exhibit | None:
        if name not in self._built:
            self._built[name] = self._builders[name](self._brief)
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._builders)

    def __len__(self) -> int:
        return len(self._builders)

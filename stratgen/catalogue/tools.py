"""What a care tool is judged by (domain 5.13): four things it must do, and nine with a weight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from stratgen.catalogue.entry import SETTINGS, Name, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionEntry:
    """One criterion: a must, without which a tool is excluded whatever its score, or a weight in points of 100."""

    __pydantic_config__ = SETTINGS

    id: str
    name: Name
    asks: Sentence
    must: bool = False
    weight: Annotated[int, Field(ge=0, le=100)] = 0
    as_of: date
    source: Sentence

    @model_validator(mode="after")
    def _one_of_two(self) -> CriterionEntry:
        if self.must == bool(self.weight):
            raise ValueError("a criterion is a must or has a weight, one of the two")
        return self

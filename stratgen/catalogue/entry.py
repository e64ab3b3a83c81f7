"""What the entries of the catalogue are written in: one line of text, an id, and the settings of all kinds."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, StringConstraints

SETTINGS = ConfigDict(extra="forbid", allow_inf_nan=False)
"""No entry may hold a field that nobody reads, nor a number that is none."""

_PRINTABLE = r"^[^\x00-\x1f\x7f-\x9f]*$"

Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=_PRINTABLE)
]
"""A name, or a few words."""

Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=3, max_length=160, pattern=_PRINTABLE)
]
"""One line, as long as the answer it may become."""

Sentence = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=3, max_length=400, pattern=_PRINTABLE)
]
"""One or two sentences."""

Aside = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400, pattern=_PRINTABLE)]
"""Text that may be left empty."""

Ref = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
"""The id of another entry."""

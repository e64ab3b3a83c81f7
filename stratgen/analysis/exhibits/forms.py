"""Cells that a reader fills in: who looked at something, when, and with what outcome.

Their keys name the record by what tells it from others, as in "sign_off[legal].date", so that what is filled
in finds its way back to the answers wherever the record stands in the file.
"""

from __future__ import annotations

from datetime import date

from stratgen.analysis.wording import Wording
from stratgen.document import Cell, FormField, FormKind
from stratgen.engagement import Choice, Unknown


def form_cell(
    wording: Wording,
    kind: FormKind,
    key: str,
    title: str,
    answer: object,
    prompt: str,
    choices: type[Choice] | None = None,
) -> Cell:
    """Return a cell with one field; an answer stands there already, and an open one says who will close it."""
    options = tuple((each.value, each.label) for each in choices or ())
    words = () if answer is None else wording.inlines(answer)
    return Cell(((FormField(kind, key, title, _kept(answer), words, prompt, options),),))


def _kept(answer: object) -> str:
    """Return an answer as a field keeps it; "" where there is none yet."""
    match answer:
        case None | Unknown():
            return ""
        case Choice():
            return str(answer.value)
        case date():
            return answer.isoformat()
    return str(answer)

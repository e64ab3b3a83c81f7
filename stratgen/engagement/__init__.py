"""What we were told: frozen models, one module per interview module, with the words of each question.

This room knows nothing of files, YAML, Word, templates or today's date. The words of a question live
here and nowhere else: the wizard, the schema and the error messages read them from the fields.

Modules that hold nothing but models do not put annotations off (`from __future__ import annotations`): pydantic
would compile the text of each of some 760 anew at every start.
"""

from stratgen.engagement.answer import Answer, Choice, Quarter, Record, Unknown, known, records
from stratgen.engagement.engagement import SCHEMA_VERSION, Engagement, Override
from stratgen.engagement.evidence import Evidence, Evidenced, Figure, Grade, Period

__all__ = [
    "SCHEMA_VERSION",
    "Answer",
    "Choice",
    "Engagement",
    "Evidence",
    "Evidenced",
    "Figure",
    "Grade",
    "Override",
    "Period",
    "Quarter",
    "Record",
    "Unknown",
    "known",
    "records",
]

"""Templates become documents: Jinja, a small Markdown notation, and numbers, in that order.

A template is text that consultants edit. Its values are never seen by the notation, so an answer can say
anything. This room knows the document tree; it knows nothing of strategy, answers or Word, and gets plain
mappings and a printer for each type of value.
"""

from stratgen.drafting.binding import bind
from stratgen.drafting.desk import Printer
from stratgen.drafting.front import Face
from stratgen.drafting.nouns import called
from stratgen.drafting.printed import names_any, unused, where_printed
from stratgen.drafting.spaces import kept_together
from stratgen.drafting.spelling import spelled
from stratgen.drafting.templates import TemplateSet, draft, exhibit_names, template_faults, template_set

__all__ = [
    "Face",
    "Printer",
    "TemplateSet",
    "bind",
    "called",
    "draft",
    "exhibit_names",
    "kept_together",
    "names_any",
    "spelled",
    "template_faults",
    "template_set",
    "unused",
    "where_printed",
]

"""The custom XML part that holds what is filled into a document's form: a `field` for each question.

Content controls are bound to these, so that what is filled in can be read without looking at any page. After
them stands one `asked` for each, in the same order: which question it is, and what the document said when it
was written, since only what differs was filled in. LibreOffice strips a bound element of its attributes, so
that nothing of this can stand at the `field` itself.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stratgen.document import FormField, FormKind
from stratgen.document.inlines import plain
from stratgen.word.namespaces import FORMATS, HEAD, RELATIONS
from stratgen.word.text import attribute

FORM = "urn:stratgen:form:1"
ANSWERS = "urn:stratgen:answers:1"
PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = f"{FORMATS}/officeDocument/2006/customXml"
_RELATION = f"{FORMATS}/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class FilledField:
    """One question of a form, and what stands there now.

    `printed` is what the document said when it was written, None where that can no longer be seen. `values`
    are what was filled in since: none, one, or several where the document contradicts itself. A value has
    the form that `FormField.value` has; one that is not what was asked for is given as it stands.
    """

    key: str
    kind: FormKind
    title: str
    printed: str | None
    values: tuple[str, ...]
    cleared: bool = False
    """Whether what the document said was taken away, and nothing put in its place."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One of our documents as it came back."""

    name: str
    properties: Mapping[str, str]
    """Where it came from: the custom properties that the document was written with."""
    fields: tuple[FilledField, ...]
    answers: str
    """The answers that travel with it; "" where nobody asked for them."""


CONTENTS_ID = 570000001
"""The id of the content control round the table of contents; no field may have it."""


class Form:
    """The fields of one document as they come: one element for each key, one id for each control."""

    def __init__(self, document: str) -> None:
        self.document = document
        """What tells this document from others; the id of its data follows from it."""
        self.fields: dict[str, FormField] = {}
        self._ids = {CONTENTS_ID}

    @property
    def store(self) -> str:
        """The id of the custom XML part."""
        return _guid(f"{self.document} {FORM}")

    def take(self, field: FormField) -> tuple[int, int]:
        """Take in one more control; return its id and the place of its element, from 1.

        Raise ValueError if a field of the same key asks for something else, or holds another value.
        """
        first = self.fields.setdefault(field.key, field)
        if _told(first) != _told(field):
            raise ValueError(f"two form fields have the key {field.key!r}, but not the same value")
        number = zlib.crc32(f"{field.key} {len(self._ids)}".encode("utf-8", "surrogatepass")) & 0x3FFFFFFF
        while number in self._ids or not number:
            number += 1
        self._ids.add(number)
        return number, list(self.fields).index(field.key) + 1


def kept(value: str) -> str:
    """Return a value as the part holds it: on one line, without what XML forbids."""
    return " ".join(attribute(value).split())


def prompt_of(field: FormField) -> str:
    """Return the words that stand in a field as long as it is empty; "" for a box to tick."""
    return "" if field.kind == "check" else plain(field.inlines) or field.prompt


def data_parts(form: Form, attachment: str) -> dict[str, str | bytes]:
    """Return the custom XML parts of a document, with their properties and relationships; none if it needs none."""
    parts: dict[str, str | bytes] = {}
    items = []
    if form.fields:
        items.append((form.store, FORM, _form_xml(form.fields.values())))
    if attachment:
        items.append((_guid(f"{form.document} {ANSWERS}"), ANSWERS, _answers_xml(attachment)))
    for number, (store, schema, content) in enumerate(items, 1):
        parts[f"customXml/item{number}.xml"] = HEAD + content
        parts[f"customXml/itemProps{number}.xml"] = (
            f'{HEAD}<ds:datastoreItem ds:itemID="{store}" xmlns:ds="{_STORE}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{schema}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        parts[f"customXml/_rels/item{number}.xml.rels"] = (
            f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="props" '
            f'Type="{_RELATION}/customXmlProps" Target="itemProps{number}.xml"/></Relationships>'
        )
    return parts


def data_names(form: Form, attachment: str) -> Sequence[int]:
    """Return the numbers of the custom XML parts that a document has."""
    return range(1, 1 + bool(form.fields) + bool(attachment))


def _form_xml(fields: Iterable[FormField]) -> str:
    values, asked = "", ""
    for field in fields:
        value = _stored(field)
        values += f"<field>{value}</field>"
        asked += (
            f'<asked key="{attribute(field.key)}" kind="{field.kind}" title="{kept(field.title)}"'
            f' printed="{value}" shown="{"" if field.value else kept(prompt_of(field))}"/>'
        )
    return f'<form xmlns="{FORM}">{values}{asked}</form>'


def _stored(field: FormField) -> str:
    """Return the value of a field as Word stores it: that of a tick is true or false."""
    return ("true" if field.value else "false") if field.kind == "check" else kept(field.value)


def _told(field: FormField) -> tuple[object, ...]:
    return field.kind, field.value, field.choices, prompt_of(field)


def _answers_xml(text: str) -> str:
    return f'<answers xmlns="{ANSWERS}">{_lines(text)}</answers>'


def _lines(text: str) -> str:
    return "\n".join(attribute(line) for line in text.split("\n"))


def _guid(name: str) -> str:
    from uuid import NAMESPACE_URL, uuid5  # a document without a form need not wait for it

    return f"{{{str(uuid5(NAMESPACE_URL, name.encode('utf-8', 'replace').decode())).upper()}}}"

"""The file's own words: title and author, the dates, and where the document comes from."""

from __future__ import annotations

from stratgen.document import Document
from stratgen.word.namespaces import HEAD
from stratgen.word.text import attribute

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The id under which Office keeps properties that a user names."""

APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>stratgen</Application></Properties>"
)


def core(document: Document) -> str:
    """Return the core properties; both dates are the document's own, never today."""
    stamp = f'xsi:type="dcterms:W3CDTF">{attribute(document.created)}T00:00:00Z'
    return (
        f"{HEAD}<cp:coreProperties {_CORE}><dc:title>{attribute(document.title)}</dc:title>"
        f"<dc:subject>{attribute(document.subtitle)}</dc:subject>"
        f"<dc:creator>{attribute(document.author)}</dc:creator>"
        f"<cp:keywords>{attribute(', '.join(document.keywords))}</cp:keywords>"
        f"<cp:lastModifiedBy>{attribute(document.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {stamp}</dcterms:created><dcterms:modified {stamp}</dcterms:modified>"
        f"<dc:language>{attribute(document.language)}</dc:language></cp:coreProperties>"
    )


def custom(document: Document) -> str:
    """Return the custom properties in the order of the document; a name that comes again is left out."""
    first: dict[str, tuple[str, str]] = {}
    for name, value in document.properties:
        if attribute(name).strip():
            first.setdefault(attribute(name).lower(), (name, value))
    return (
        f"{HEAD}<Properties {_CUSTOM}>"
        + "".join(
            f'<property fmtid="{_FORMAT}" pid="{number}" name="{attribute(name)}">'
            f"<vt:lpwstr>{attribute(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(first.values(), 2)
        )
        + "</Properties>"
    )

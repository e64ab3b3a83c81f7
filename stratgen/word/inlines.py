"""Inlines into runs: text, stress, links, notes and references."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from stratgen.document import (
    Emphasis,
    Exhibit,
    FormField,
    Heading,
    Inline,
    Inlines,
    Link,
    Note,
    Reference,
    Strong,
    Text,
)
from stratgen.document.addresses import web_address
from stratgen.document.inlines import plain
from stratgen.word.comments import commented
from stratgen.word.forms import control
from stratgen.word.job import Job, target_name
from stratgen.word.text import attribute, field, run


class Dress(NamedTuple):
    """How the runs of a stretch look: a character style and stress on top of it."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    in_note: bool = False
    in_field: bool = False
    """Whether it stands in a form field, which holds what somebody fills in, and no comments."""
    on_dark: bool = False
    """Whether it stands on a deep shade, where the colour of links could not be read."""

    @property
    def properties(self) -> str:
        """The children of the run's `w:rPr`."""
        style = f'<w:rStyle w:val="{self.style}"/>' if self.style else ""
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        return style + bold + ("<w:i/><w:iCs/>" if self.italic else "")


PLAIN = Dress()


def runs(job: Job, inlines: Inlines, dress: Dress = PLAIN) -> str:
    """Return the runs of some inlines; ValueError if a reference points at nothing."""
    return "".join([_inline(job, inline, dress) for inline in inlines])


def _inline(job: Job, inline: Inline, dress: Dress) -> str:
    match inline:
        case Text(text=text, role=None):
            return run(text, "" if dress is PLAIN else dress.properties)
        case Text(text=text, role=role):
            shown = run(text, dress._replace(style=job.ids[role or ""]).properties)
            return shown if dress.in_note or dress.in_field else commented(job, shown, inline.remark)
        case Emphasis(inlines=inner):
            return runs(job, inner, dress._replace(italic=not dress.italic))
        case Strong(inlines=inner):
            return runs(job, inner, dress._replace(bold=True))
        case Link():
            return _link(job, inline, dress)
        case Note():
            return _note(job, inline, dress)
        case Reference():
            return _reference(job, inline, dress)
        case FormField():
            return control(job, inline, _form_words(job, inline, dress), dress.properties)
        case _:
            assert_never(inline)


def _form_words(job: Job, field: FormField, dress: Dress) -> str:
    """Return what stands in a form field; what only asks or explains looks like a field to fill in."""
    style = dress.style if field.value else job.ids["prompt"]
    return runs(job, field.inlines, dress._replace(style=style, in_field=True))


def _link(job: Job, link: Link, dress: Dress) -> str:
    """Return a hyperlink; an address that Word could not open, or must not, leaves the words alone."""
    address = web_address(link.address)
    if not address:
        return runs(job, link.inlines, dress)
    relations = job.note_links if dress.in_note else job.links
    dressed = dress if dress.on_dark else dress._replace(style=job.ids["link"])
    content = runs(job, link.inlines, dressed)
    return (
        f'<w:hyperlink r:id="{relations.id_of(address)}" w:tooltip="{attribute(address)[:250]}"'
        f' w:history="1">{content}</w:hyperlink>'
    )


def _note(job: Job, note: Note, dress: Dress) -> str:
    if dress.in_note:
        return run(" (") + runs(job, note.inlines, dress) + run(")")
    job.notes.append("")
    number = len(job.notes)
    mark = f'<w:r><w:rPr><w:rStyle w:val="{job.ids["note-mark"]}"/></w:rPr>'
    content = runs(job, note.inlines, Dress(in_note=True))
    job.notes[number - 1] = (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{job.ids["note"]}"/></w:pPr>'
        f"{mark}<w:footnoteRef/></w:r>{run(' ')}{content}</w:p></w:footnote>"
    )
    return f'{mark}<w:footnoteReference w:id="{number}"/></w:r>'


def _reference(job: Job, reference: Reference, dress: Dress) -> str:
    """Return a live reference: Word recomputes "Table 2" and the number in "section 4" itself."""
    target = job.targets.get(reference.key)
    if target is None:
        raise ValueError(f"a reference points at {reference.key!r}, but no heading or exhibit has that key")
    name, properties = target_name(reference.key), dress.properties
    text = reference.text or plain(target.inlines if isinstance(target, Heading) else (Text(target.caption),))
    page = _page(job, reference, target, properties)
    match target:
        case Exhibit() if text == f"{target.kind} {target.number}":
            return field(f"REF {name} \\h", text, properties) + page
        case Heading(number=number) if number and text.endswith(" " + number) and number[0].isdecimal():
            label = text.removesuffix(number)
            return run(label, properties) + field(f"REF {name} \\n \\h", number, properties) + page
        case _:
            tooltip = attribute(text)[:250]
            return (
                f'<w:hyperlink w:anchor="{name}" w:tooltip="{tooltip}" w:history="1">'
                f"{run(text, properties)}</w:hyperlink>{page}"
            )


def _page(job: Job, reference: Reference, target: Heading | Exhibit, properties: str) -> str:
    """Return what a reference adds that asks for its page, as in "section 5, page 9"; "" if none is known."""
    name = job.marks.get(reference.key)
    if not reference.page or job.pages is None or name is None:
        return ""
    words = job.style.words["page_of_exhibit" if isinstance(target, Exhibit) else "page_of_section"]
    # A space that does not break keeps the number with its word.
    return run(f"{words}\N{NO-BREAK SPACE}", properties) + field(
        f"PAGEREF {name} \\h", str(job.pages[name]), properties
    )

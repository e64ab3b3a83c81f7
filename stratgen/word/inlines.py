"""Inlines into runs: text, stress, links, notes and references."""

from __future__ import annotations

import re
from typing import NamedTuple, assert_never

from stratgen.document import Emphasis, Exhibit, Heading, Inline, Inlines, Link, Note, Reference, Strong, Text
from stratgen.document.inlines import plain
from stratgen.word.job import Job, target_name
from stratgen.word.text import attribute, field, run

_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9/?#\-._~!$&'()*+,;=:@%]*)?"
    r"|mailto:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+"
    r"|tel:\+?[0-9-]+"
)
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Dress(NamedTuple):
    """How the runs of a stretch look: a character style and stress on top of it."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    in_note: bool = False
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
            return run(text, dress._replace(style=job.ids[role or ""]).properties)
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
        case _:
            assert_never(inline)


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


def web_address(address: str) -> str:
    """Return `address` with all but ASCII percent-encoded, or "" if it is no web, mail or phone address.

    Word calls a file damaged when the target of a link is not a well-formed address.
    """
    from urllib.parse import quote  # a document without links need not wait for it

    try:
        safe = quote(address.strip(), safe="/?#-._~!$&'()*+,;=:@%")
    except UnicodeEncodeError:
        return ""
    safe = _STRAY.sub("%25", safe)
    return safe if _ADDRESS.fullmatch(safe) and len(safe) <= 2000 else ""


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
    match target:
        case Exhibit() if text == f"{target.kind} {target.number}":
            return field(f"REF {name} \\h", text, properties)
        case Heading(number=number) if number and text.endswith(" " + number) and number[0].isdecimal():
            label = text.removesuffix(number)
            return run(label, properties) + field(f"REF {name} \\n \\h", number, properties)
        case _:
            tooltip = attribute(text)[:250]
            return (
                f'<w:hyperlink w:anchor="{name}" w:tooltip="{tooltip}" w:history="1">'
                f"{run(text, properties)}</w:hyperlink>"
            )

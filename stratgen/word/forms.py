"""Form fields into content controls: titled, tagged, bound to the document's data, and not to be deleted.

Word, and LibreOffice too, let a reader pick a date or a choice, tick a box or write a line.
"""

from __future__ import annotations

from stratgen.document import FormField
from stratgen.document.inlines import TICKS
from stratgen.word.form_data import FORM, kept
from stratgen.word.job import Job
from stratgen.word.text import attribute, run

LONGEST = 64
"""The most letters that Word takes for the title or tag of a content control."""

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SYMBOLS = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
_SPACES = f'xmlns:mc="{_MC}" xmlns:w14="{_W14}" mc:Ignorable="w14"'


def control(job: Job, field: FormField, words: str, properties: str) -> str:
    """Return the content control of a field; `words` are the runs of its inlines, "" if it has none.

    Raise ValueError if its key is too long for a tag, or names a field of another kind or value.
    """
    if len(field.key) > LONGEST:
        raise ValueError(f"the key of a form field is longer than {LONGEST} letters: {field.key!r}")
    number, place = job.form.take(field)
    empty = not field.value and field.kind != "check"
    if field.kind == "check":
        words = run(TICKS["yes" if field.value else ""], _SYMBOLS + properties)
    elif empty and not words:
        words = run(field.prompt, f'<w:rStyle w:val="{job.ids["prompt"]}"/>')
    spaces = f" {_SPACES}" if field.kind == "check" else ""
    return (
        f'<w:sdt><w:sdtPr{spaces}><w:alias w:val="{_cut(field.title)}"/><w:tag w:val="{attribute(field.key)}"/>'
        f'<w:id w:val="{number}"/><w:lock w:val="sdtLocked"/>{"<w:showingPlcHdr/>" if empty else ""}'
        f"<w:dataBinding w:prefixMappings=\"xmlns:s='{FORM}'\""
        f' w:xpath="/s:form[1]/s:field[{place}]" w:storeItemID="{job.form.store}"/>'
        f"{_kind(job, field)}</w:sdtPr><w:sdtContent>{words}</w:sdtContent></w:sdt>"
    )


def _kind(job: Job, field: FormField) -> str:
    match field.kind:
        case "text":
            # A combo box without choices takes any words. LibreOffice would strip a plain text control of its
            # style, and write the prompt into the data as if somebody had filled it in.
            return "<w:comboBox/>"
        case "date":
            day = f' w:fullDate="{kept(field.value)}T00:00:00Z"' if field.value else ""
            form = "MMMM d, yyyy" if job.language == "en-US" else "d MMMM yyyy"
            return (
                f'<w:date{day}><w:dateFormat w:val="{form}"/><w:lid w:val="{attribute(job.language)}"/>'
                '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
            )
        case "choice":
            last = f' w:lastValue="{kept(field.value)}"' if field.value else ""
            items = "".join(
                f'<w:listItem w:displayText="{attribute(words)}" w:value="{kept(value)}"/>'
                for value, words in field.choices
            )
            return f"<w:dropDownList{last}>{items}</w:dropDownList>"
        case "check":
            return (
                f'<w14:checkbox><w14:checked w14:val="{int(bool(field.value))}"/>'
                '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
            )


def _cut(title: str) -> str:
    line = " ".join(title.split())
    return attribute(line if len(line) <= LONGEST else line[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}")

"""What a line of text is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TextRole = Literal["open-point", "code"]
"""Why a stretch of text stands apart: a hole that somebody has to fill, or a name to type."""

FormKind = Literal["text", "date", "choice", "check"]
"""What is written into a form field: a line of words, a day, one of some choices, or a tick."""

BLANK = "_" * 16
"""How an empty form field prints where nobody can fill it in on screen."""

TICKS = {"yes": "\N{BALLOT BOX WITH X}", "": "\N{BALLOT BOX}"}
"""How a ticked and an empty box print, by the value of the field."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are to be read, letter for letter; a line feed is a line break.

    `remark` says more to those who work on the document: of an open point who closes it, and why it is open.
    """

    text: str
    role: TextRole | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that the eye should find first."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the document."""

    inlines: tuple[Inline, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note to what stands before it; `number` counts from 1 once the document is numbered."""

    inlines: tuple[Inline, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to a heading or exhibit by its key; `text` ("section 4", "Table 2") once numbered.

    With `page` it also says on which page that stands, where the writer knows pages.
    """

    key: str
    text: str = ""
    page: bool = False


@dataclass(frozen=True, slots=True)
class FormField:
    """A place in the document that a reader fills in, such as the date of a signature.

    `key` says what is asked, as in "sign_off[legal].date"; fields of one key hold one value. `value` is what
    stands there so far, as it is kept: a day as `YYYY-MM-DD`, the word of a choice, "yes" for a tick, "" for
    nothing yet. `inlines` are its words on the page, which may also say why there is none; where there are
    none at all, `prompt` stands there and asks.
    """

    kind: FormKind
    key: str
    title: str
    """What is asked, for those who cannot see where it stands: "Legal: date"."""
    value: str = ""
    inlines: Inlines = ()
    prompt: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """What can be chosen: the value that is kept, and its words."""

    @property
    def printed(self) -> Inlines:
        """Its words where nobody can fill it in on screen: an empty one is a line to write on."""
        if self.kind == "check":
            return (Text(TICKS["yes" if self.value else ""]),)
        return self.inlines or (Text(BLANK),)


Inline = Text | Emphasis | Strong | Link | Note | Reference | FormField
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """Return the words of some inlines without their dress; notes are left out."""
    pieces: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text) | Reference(text=text):
                pieces.append(text)
            case Emphasis(inlines=inner) | Strong(inlines=inner) | Link(inlines=inner):
                pieces.append(plain(inner))
            case FormField(kind="check"):
                pieces.append(plain(inline.printed))
            case FormField(inlines=inner, prompt=prompt):
                pieces.append(plain(inner) or prompt)
            case Note():
                pass
    return "".join(pieces)

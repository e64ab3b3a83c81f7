"""Our own house style: a folder of readable XML parts that a reviewer can read in a diff."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from stratgen.errors import Fault, StyleError
from stratgen.word.parts import house_of
from stratgen.word.style import HouseStyle, Margins

_PARTS = {
    "styles": "styles.xml",
    "theme": "theme.xml",
    "settings": "settings.xml",
    "fonts": "fontTable.xml",
    "numbering": "numbering.xml",
}
_SETUP = "setup.xml"
_WORDS = (
    "contents", "exhibits", "page_of_section", "page_of_exhibit", "activity", "page", "of", "version", "audience",
    "date", "status", "classification",
)  # fmt: skip
_MEND = "Copy the file from the templates that come with stratgen."


def house_style(folder: Path) -> HouseStyle:
    """Return the house style of a folder of parts; StyleError names the file that cannot be used."""
    parts = {role: _read(folder / file) for role, file in _PARTS.items()}
    setup = ElementTree.fromstring(_read(folder / _SETUP))
    where = (folder / _SETUP).as_posix()
    try:
        margins = setup.find("margins")
        words = setup.find("words")
        tones = setup.find("tones")
        if margins is None or words is None or tones is None:
            raise KeyError("margins, words or tones")
        if missing := [word for word in _WORDS if word not in words.attrib]:
            raise KeyError(f"no words for {', '.join(missing)}")
        sizes = Margins(**{key: int(value) for key, value in margins.attrib.items()})
        return house_of(folder.as_posix(), parts, sizes, words.attrib, tones.attrib)
    except (KeyError, TypeError, ValueError) as error:
        raise StyleError([Fault(where, 0, "", f"the set-up is not complete: {error}.", _MEND)]) from error


def _read(path: Path) -> str:
    """Return a part without comments and layout; StyleError if it is missing or not well-formed."""
    try:
        text = path.read_text("utf-8")
        if "<!DOCTYPE" in text:
            raise StyleError([Fault(path.as_posix(), 0, "", "holds a document type.", "Take it out.")])
        ElementTree.fromstring(text)
    except (OSError, UnicodeDecodeError) as error:
        raise StyleError([Fault(path.as_posix(), 0, "", f"cannot be read ({error}).", _MEND)]) from error
    except ElementTree.ParseError as error:
        line, _ = error.position
        raise StyleError([Fault(path.as_posix(), line, "", f"is not XML ({error}).", _MEND)]) from error
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    return re.sub(r">\s+<", "><", text).strip()

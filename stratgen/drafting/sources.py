"""The template files of one or more folders: their names, their text, and the line where some words stand.

Reads files and nothing else; Jinja and the notation come after it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from stratgen.drafting.desk import RESERVED
from stratgen.errors import Fault, TemplateError

SUFFIX = ".md.j2"
_COMMENT_OPEN = re.compile(r"\{#(?=[-+\s])(?! )")
_COMMENT_CLOSE = re.compile(r"(?<=[-+\s])(?<! )#\}")


class Sources:
    """The template files of a folder, and of the folders whose files stand in for those it lacks.

    Partials lie in folders below.
    """

    def __init__(self, folder: Path, *below: Path) -> None:
        self.folder = folder
        self.layers = (folder, *below)

    def names(self) -> list[str]:
        """Return every template's path inside its folder, sorted."""
        return sorted({name for layer in self.layers for name in _names(layer)})

    def additions(self) -> list[str]:
        """Return the templates of the first folder that no folder below has; none where it stands alone."""
        if len(self.layers) == 1:
            return []
        return sorted(_names(self.folder) - {name for layer in self.layers[1:] for name in _names(layer)})

    def path(self, name: str) -> Path:
        """Return the file of a template: that of the first folder that has one."""
        return next((layer / name for layer in self.layers if (layer / name).is_file()), self.folder / name)

    def read(self, name: str) -> tuple[str, str] | None:
        """Return a template's text and path, or None where there is no such file in the folder.

        Raises TemplateError where the file is not text that a template may hold.
        """
        path = self.path(name)
        if Path(name).is_absolute() or ".." in Path(name).parts or not path.is_file():
            return None
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            fault = template_fault(
                self.shown(str(path)), 0, "", "the template is not UTF-8 text", "Save it as UTF-8."
            )
            raise TemplateError([fault]) from None
        if found := RESERVED.search(text):
            line = text.count("\n", 0, found.start()) + 1
            what = f"this line holds the private-use character U+{ord(found[0]):04X}"
            raise TemplateError([template_fault(self.shown(str(path)), line, "", what, "Take it out.")])
        # A comment opens with "{# "; without the space {#key} is the key of a heading.
        return _COMMENT_CLOSE.sub(" #}", _COMMENT_OPEN.sub("{# ", text)), str(path)

    def shown(self, filename: str | None) -> str:
        """Return a template's path as a fault names it: from where we stand if it lies below."""
        path = Path(filename or self.folder)
        here = Path.cwd()
        return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()

    def find_line(self, main: str, line: str) -> tuple[str, int]:
        """Return file and line of the first template line that holds these words, the main template's
        before all others'; line 0 of the main template where none does."""
        for name in dict.fromkeys((main, *self.names())):
            source = self.read(name)
            for count, known in enumerate(source[0].split("\n") if source and line else (), 1):
                if line in known:
                    return self.shown(str(self.path(name))), count
        return self.shown(str(self.path(main))), 0


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob(f"*{SUFFIX}")}


def template_fault(file: str, line: int, place: str, what: str, mend: str = "") -> Fault:
    """Return a fault whose `what` lacks its full stop, as everything in this room is said."""
    return Fault(file, line, place, f"{what}.", mend)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `Did you mean "…"?` for the nearest known name, or nothing."""
    close = difflib.get_close_matches(name, sorted(known), 1)
    return f'Did you mean "{close[0]}"?' if close else ""

"""Word files into PDF files: many in one call of LibreOffice, each call in an empty profile of its own."""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from stratgen.errors import Fault, OfficeError
from stratgen.office.mending import mended
from stratgen.office.steady import steady

PROGRAMS = ("soffice", "libreoffice")
"""The names that LibreOffice goes by on the path."""
ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
"""Where its installers put it without a word on the path."""

MOST = 4
"""The most programs that run side by side; each needs some 200 MB."""
FEWEST = 1
"""The fewest documents for which a program of their own is worth its start."""

TIME = 180
"""Seconds that one call may take, and as many again for every ten documents."""

_EXPORT = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"}}'
)
"""Tagged for screen readers (PDF/UA), headings as an outline, and every bookmark as a named destination."""
_BARE = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"false"},"UseTaggedPDF":{"type":"boolean","value":"false"},'
    '"ExportNotes":{"type":"boolean","value":"false"}}'
)
"""The same pages with nothing but the named destinations: a fifth quicker, and only good for looking them up."""


def available() -> bool:
    """Return whether LibreOffice is there."""
    return _program() is not None


def to_pdf(files: Mapping[str, bytes], bare: bool = False) -> dict[str, bytes]:
    """Return Word files as PDF files under the same names; raises OfficeError where that fails.

    A `bare` file is only good for asking on which page each bookmark lies, and is made sooner.
    """
    program = _program()
    if program is None:
        raise OfficeError([Fault("LibreOffice", 0, "", "was not found; it lays out pages and makes PDF files.",
                                 "Install it, or leave --pages and pdf out.")])  # fmt: skip
    if not files:
        return {}
    with tempfile.TemporaryDirectory(prefix="stratgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # Names of our own: a document's name could mean something to a command line.
        papers = {key: folder / f"paper-{count}.docx" for count, key in enumerate(files)}
        for key, path in papers.items():
            path.write_bytes(files[key])
        shares = _shares(list(papers.values()))
        said = _convert(program, shares, _BARE if bare else _EXPORT)
        made = {key: path.with_suffix(".pdf") for key, path in papers.items()}
        lost = [key for key, path in made.items() if not path.is_file()]
        if lost:
            raise _failed(f"made no PDF of {', '.join(lost)}.", said)
        steadied = {key: steady(path.read_bytes(), _day(files[key])) for key, path in made.items()}
    return steadied if bare else {key: mended(pdf, _pictures(files[key])) for key, pdf in steadied.items()}


def _day(docx: bytes) -> str:
    """Return the day on which a Word file says that it was made."""
    found = re.search(rb"<dcterms:created[^>]*>(\d{4}-\d\d-\d\d)T", _part(docx, "docProps/core.xml"))
    return found[1].decode() if found else "2000-01-01"


def _pictures(docx: bytes) -> list[str]:
    """Return the description of every picture in the body of a Word file; "" of one that only decorates."""
    found = re.findall(rb"<wp:docPr\b[^>]*>", _part(docx, "word/document.xml"))
    described = (re.search(rb'\bdescr="([^"]*)"', each) for each in found)
    return [unescape(words[1].decode()) if words else "" for words in described]


def _part(docx: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read(name) if name in archive.namelist() else b""


def _shares(papers: list[Path]) -> list[list[Path]]:
    """Return the files in as many shares of like size as programs should run side by side."""
    count = max(1, min(os.cpu_count() or 1, MOST, len(papers) // FEWEST))
    shares: list[list[Path]] = [[] for _ in range(count)]
    for path in sorted(papers, key=lambda path: (-path.stat().st_size, path.name)):
        min(shares, key=lambda share: sum(each.stat().st_size for each in share)).append(path)
    return shares


def _program() -> str | None:
    found = (shutil.which(name) for name in PROGRAMS)
    return next((path for path in (*found, *filter(os.path.exists, ELSEWHERE)) if path), None)


def _convert(program: str, shares: list[list[Path]], export: str) -> str:
    """Let a program for each share convert its files beside themselves; return what they said.

    However this ends, no program goes on afterwards.
    """
    folder = shares[0][0].parent
    notes = [folder / f"said-{count}.txt" for count, _ in enumerate(shares)]
    limit = TIME + TIME * max(map(len, shares)) // 10
    running: list[subprocess.Popen[bytes]] = []
    try:
        for count, (share, note) in enumerate(zip(shares, notes, strict=True)):
            running.append(_start(program, folder / f"profile-{count}", share, note, export))
        codes = [process.wait(limit) for process in running]
    except OSError as error:
        raise _failed(
            f"could not be started ({(error.strerror or 'no reason given').lower()}).", ""
        ) from None
    except subprocess.TimeoutExpired:
        raise _failed(f"did not finish within {limit} seconds.", "") from None
    finally:
        for process in running:
            _end(process)
    said = "\n".join(note.read_text("utf-8", "replace") for note in notes).strip()
    for code in codes:
        if code:
            raise _failed(f"left with exit code {code}.", said)
    return said


def _start(
    program: str, profile: Path, papers: list[Path], note: Path, export: str
) -> subprocess.Popen[bytes]:
    command = [
        program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to", export, "--outdir", str(note.parent), *map(str, papers),
    ]  # fmt: skip
    with note.open("wb") as stream:
        # A session of its own, so that the program behind the start script ends with it.
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, "TZ": "UTC"},
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs, with all that it started."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _failed(what: str, said: str) -> OfficeError:
    last = said.splitlines()[-1:] if said else []
    words = f" It said: {last[0].rstrip('.')}." if last else ""
    return OfficeError([Fault("LibreOffice", 0, "", what + words,
                              "Open a document in it by hand to see why, or leave --pages and pdf out.")])  # fmt: skip

"""The answer file as text: read whole with every hostile case refused in one clear sentence, and saved safely.

It knows bytes, encodings and folders; it does not know YAML.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from stratgen.errors import AnswersError, Fault

LIMIT = 2_000_000
"""Bytes an answer file may have; a full one has some 60 000."""

_OTHER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_ODD = frozenset(range(9)) | {11, 12} | frozenset(range(14, 32)) | {127}


def refuse(file: str, what: str, mend: str, line: int = 0) -> AnswersError:
    """Return the error of a file that cannot be read at all."""
    return AnswersError([Fault(file, line, "", what, mend)])


def read(path: Path) -> str:
    """Return the text of an answer file, without its byte order mark; raises AnswersError."""
    file = str(path)
    try:
        if path.is_dir():
            raise refuse(file, "this is a folder.", "Name an answer file in it, such as client.yaml.")
        size = path.stat().st_size
        if size > LIMIT:
            raise refuse(
                file,
                f"the file has {size / 1e6:.1f} MB; an answer file has at most {LIMIT / 1e6:.0f} MB.",
                "Check that it is the right file.",
            )
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except FileNotFoundError:
        raise refuse(file, "there is no such file.", "Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name cannot be used"
        raise refuse(
            file, f"the file cannot be opened ({reason}).", "Check its name and its rights."
        ) from None
    if len(data) > LIMIT:
        raise refuse(file, f"it holds more than {LIMIT / 1e6:.0f} MB.", "Check that it is the right file.")
    return decoded(data, file)


def decoded(data: bytes, file: str) -> str:
    """Return the bytes of an answer file as text; raises AnswersError unless they are UTF-8."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    encoding = _OTHER_MARKS.get(data[:2])
    if encoding:
        raise refuse(file, f"the file is written as {encoding}.", "Save it as UTF-8.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if _binary(data):
            raise refuse(file, "this is not a text file.", "Name an answer file (.yaml).") from None
        odd = data[error.start : error.start + 1].decode("latin-1")
        raise refuse(
            file, f"the file is not UTF-8; the first wrong letter may be {odd!r}.", "Save it as UTF-8.", line
        ) from None
    if _binary(data):
        raise refuse(file, "this is not a text file.", "Name an answer file (.yaml).")
    return text


def _binary(data: bytes) -> bool:
    """Text has no zero bytes, and few control characters."""
    head = data[:8192]
    return 0 in head or sum(byte in _ODD for byte in head) > max(3, len(head) // 20)


def save(path: Path, text: str) -> None:
    """Write an answer file whole or not at all; the version before it stays beside it as `.bak`.

    The text goes to a temporary file in the same folder, to the disk, and only then takes the name;
    raises OSError where the folder cannot be written.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            fresh.chmod(target.stat().st_mode & 0o777)
            _keep(target)
        else:
            fresh.chmod(0o644)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _keep(target: Path) -> None:
    """Leave the present version beside the target; the target keeps its name throughout."""
    backup = target.with_name(f"{target.name}.bak")
    spare = target.with_name(f".{target.name}.bak.tmp")
    spare.write_bytes(target.read_bytes())
    spare.chmod(target.stat().st_mode & 0o777)
    spare.replace(backup)

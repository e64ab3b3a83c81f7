"""Compiled templates kept as files between runs, as Python keeps its own modules.

Compiling is most of what a first rendering costs. Files are named by what they were made from: the template's
name and text, and everything that decides how it is compiled. Several versions of stratgen may thus share a
folder, and a changed template is a new file. The folder decides nothing: what cannot be read or written there is
compiled anew. It holds code, so it must be nobody else's (see `places.compiled_folder`).
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.environment import Environment

from stratgen import __version__

MOST = 640
"""Files at which the folder is emptied: ten times what one set of templates needs."""
_MADE_BY = ("compiler.py", "environment.py")
"""The modules of this room that decide what compiled code does, and with it the sandbox."""


class Compiled(BytecodeCache):
    """Keeps compiled templates in a folder; `names` are the filters and tests they were compiled against."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        here = Path(__file__).parent
        made_by = b"".join((here / name).read_bytes() for name in _MADE_BY)
        words = "\n".join((__version__, jinja2.__version__, sys.version, *sorted(names)))
        self._maker = hashlib.sha256(b"\n".join((MAGIC_NUMBER, words.encode(), made_by))).digest()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is kept of a template, as if it had been compiled from `filename`."""
        key = hashlib.sha256(self._maker + f"{name}\n{source}".encode()).hexdigest()[:40]
        bucket = Bucket(environment, key, "")
        self.load_bytecode(bucket)
        if bucket.code is not None and filename is not None:
            bucket.code = _moved(bucket.code, filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the file of a template; one that is not there, or not whole, says nothing."""
        with suppress(OSError, EOFError, ValueError, TypeError):
            data = (self._folder / bucket.key).read_bytes()
            if hashlib.sha256(data[32:]).digest() == data[:32]:
                found = marshal.loads(data[32:])
                bucket.code = found if isinstance(found, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the file of a template, whole or not at all; a folder that cannot be written stays as it is."""
        if sys.dont_write_bytecode:
            return
        data = marshal.dumps(bucket.code)
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_room()
            handle, name = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(hashlib.sha256(data).digest() + data)
                Path(name).replace(self._folder / bucket.key)
            finally:
                Path(name).unlink(missing_ok=True)

    def _make_room(self) -> None:
        files = list(self._folder.iterdir())
        for file in files if len(files) >= MOST else ():
            file.unlink(missing_ok=True)


def _moved(code: CodeType, filename: str) -> CodeType:
    """Return code as if it stood in another file, so that a fault names the template that was read."""
    if code.co_filename == filename:
        return code
    parts = tuple(_moved(part, filename) if isinstance(part, CodeType) else part for part in code.co_consts)
    return code.replace(co_filename=filename, co_consts=parts)

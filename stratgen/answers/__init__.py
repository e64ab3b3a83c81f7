"""YAML to Engagement and back: every fault with its line, every hole marked, nothing else touched.

This room knows the file and the models; it knows no rule that spans answers, no prompt and no document.
"""

from stratgen.answers.loading import Loaded, digest, load, loads
from stratgen.answers.plain_yaml import Setting, read_settings
from stratgen.answers.rewriting import append, remove, rewrite
from stratgen.answers.schema import schema
from stratgen.answers.sharing import shareable
from stratgen.answers.source import Source, steps
from stratgen.answers.text import read as text_of
from stratgen.answers.text import save

__all__ = [
    "Loaded",
    "Setting",
    "Source",
    "append",
    "digest",
    "load",
    "loads",
    "read_settings",
    "remove",
    "rewrite",
    "save",
    "schema",
    "shareable",
    "steps",
    "text_of",
]

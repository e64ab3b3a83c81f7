"""YAML to Engagement and back: every fault with its line, every hole marked, nothing else touched.

This room knows the file and the models; it knows no rule that spans answers, no prompt and no document.
"""

from stratgen.answers.loading import Loaded, digest, load, loads
from stratgen.answers.source import Source, steps
from stratgen.answers.text import save

__all__ = ["Loaded", "Source", "digest", "load", "loads", "save", "steps"]

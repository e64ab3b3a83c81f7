"""From a document tree to GitHub-flavoured Markdown.

This room knows Markdown and nothing of strategy, templates or other writers; it never chooses words.
"""

from __future__ import annotations

from stratgen.markdown.writer import write

__all__ = ["write"]

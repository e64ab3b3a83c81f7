"""From a document tree and a look to an HTML file that needs nothing beside it.

This room knows pages of the web and nothing of strategy, templates or Word; it never chooses words.
"""

from __future__ import annotations

from stratgen.html.look import Logo, Look, Words
from stratgen.html.overview import Card, Concern, Concerns, overview
from stratgen.html.page import Live, write

__all__ = ["Card", "Concern", "Concerns", "Live", "Logo", "Look", "Words", "overview", "write"]

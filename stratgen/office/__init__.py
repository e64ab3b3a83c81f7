"""LibreOffice as a layout engine and a maker of PDF files; the only room that starts processes.

It knows files and bookmarks, and nothing of documents, styles or words.
"""

from __future__ import annotations

from stratgen.office.converting import available, to_pdf
from stratgen.office.pages import bookmark_pages, bookmark_places, page_count

__all__ = ["available", "bookmark_pages", "bookmark_places", "page_count", "to_pdf"]

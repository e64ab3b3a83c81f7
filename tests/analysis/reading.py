"""An exhibit as a reader sees it: its lines, or the words of its cells."""

from __future__ import annotations

from stratgen.document import DataTable, Exhibit, block_lines, plain


def lines_of(exhibit: Exhibit | None) -> str:
    """Return the outline of an exhibit; nothing where there is none."""
    return "\n".join(block_lines(exhibit)) if exhibit else ""


def cells_of(exhibit: Exhibit | None) -> list[list[str]]:
    """Return the words of each cell, row by row; fails where there is no table."""
    assert exhibit is not None
    assert isinstance(exhibit.content, DataTable)
    return [
        [" / ".join(plain(part) for part in cell.paragraphs) for cell in row.cells]
        for row in exhibit.content.rows
    ]

"""The house style of a run: our own parts, somebody's Word file, and a brand sheet (`brand.yaml`) over both.

It brings together what the rooms read; how a style or a page is made is none of its business.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from stratgen import places, word
from stratgen.places import Places


def house(where: Places) -> word.HouseStyle:
    """Return the house style of the places of a run; StyleError or AnswersError if it cannot be used."""
    return _house(where.style_parts, where.style_file, where.brand_sheet)


def forget() -> None:
    """Forget every style that was read, since somebody may have changed it."""
    _house.cache_clear()


def own_style() -> word.HouseStyle:
    """Return the house style that travels with stratgen."""
    return _house(places.bundled("templates") / places.STYLE_PARTS, None, None)


def remarks(style: word.HouseStyle) -> tuple[str, ...]:
    """Return what somebody who renders should know about a style, as sentences."""
    if not style.remarks:
        return ()
    file = style.remarks[0].file
    count = len(style.remarks)
    what = "one thing was mended or may differ" if count == 1 else f"{count} things were mended or may differ"
    return (f"House style: {what}; `stratgen style check {file}` says what.",)


@lru_cache(maxsize=8)
def _house(parts: Path, file: Path | None, sheet: Path | None) -> word.HouseStyle:
    style = word.house_style(parts)
    if file:
        style = word.brand_style(file, style)
    if sheet:
        from stratgen.brand_sheet import read_sheet

        style = word.dressed(style, read_sheet(sheet))
    return style

"""The page in front of several documents: what there is, in what state, and what is still to be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stratgen.html.look import Look
from stratgen.html.page import Live, page
from stratgen.html.text import attribute, escape


@dataclass(frozen=True, slots=True)
class Card:
    """One document: where it is, what it is called, and what it is for."""

    address: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that somebody has to see to: where it stands, and what it is in words."""

    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Concerns:
    """Concerns of one kind under a heading; `box` is the look of their box, `none` what stands there
    when there are none."""

    heading: str
    box: str
    items: tuple[Concern, ...]
    none: str = ""


def overview(
    title: str,
    status: str,
    language: str,
    cards: Sequence[Card],
    concerns: Sequence[Concerns],
    look: Look,
    live: Live | None = None,
) -> bytes:
    """Return the page as HTML; every word comes from the caller."""
    listed = "".join(
        f'<li><a href="{attribute(card.address)}"><strong>{escape(card.title)}</strong>'
        f"<span>{escape(card.words)}</span></a></li>"
        for card in cards
    )
    documents = f'<ul class="cards-list">{listed}</ul>' if listed else ""
    groups = "".join(_group(number, group) for number, group in enumerate(concerns, 1) if group.items)
    clear = " ".join(group.none for group in concerns if not group.items)
    cleared = f'<p class="small">{escape(clear)}</p>' if clear else ""
    state = '<span class="live-state" role="status"></span>' if live else ""
    body = (
        f'<header class="head front"><div><h1>{escape(title)}</h1><p class="subtitle">{escape(status)}</p>{state}</div></header>'
        f'<div class="page single"><main id="_text">{documents}{groups}{cleared}</main></div>'
    )
    return page(title, language, body, look, live, {})


def _group(number: int, group: Concerns) -> str:
    items = "".join(
        f"<li>{f'<code>{escape(item.where)}</code> ' if item.where else ''}{escape(item.words)}</li>"
        for item in group.items
    )
    return (
        f'<section class="box {attribute(group.box)}" aria-labelledby="_group-{number}">'
        f'<h2 class="box-title" id="_group-{number}">{escape(group.heading)} ({len(group.items)})</h2><ul>{items}</ul></section>'
    )

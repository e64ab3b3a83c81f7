"""What the customers are called, asked with the sector: each sector offers a word, and another can be typed behind it.

It is a way of the one question about the sector in the quick interview; every other choice is asked plainly.
"""

from __future__ import annotations

import re
from dataclasses import replace

from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Engagement, known
from stratgen.engagement.setup import Sector
from stratgen.wizard import asking, noting, offers
from stratgen.wizard.asker import Option
from stratgen.wizard.book import Change, Put, Take
from stratgen.wizard.choosing import chosen
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.plan import Question

SECTOR: Path = ("engagement", "sector")
CALLED: Path = ("engagement", "client", "customers_called")

_USUAL: dict[str, str] = {
    Sector.HEALTH: "patients", Sector.PUBLIC: "person, people", Sector.EDUCATION: "students",
    Sector.CHARITY: "members", Sector.SERVICES: "clients",
}  # fmt: skip
"""What people are called where few would say customers."""

_HOUSING = re.compile(r"\b(housing|homes|landlords?|tenants?)\b", re.IGNORECASE)
_LANDLORDS = (Sector.PUBLIC, Sector.CHARITY, Sector.SERVICES, Sector.OTHER)

HINT = (
    "The word behind a sector is what the text will call its customers; where none stands it calls them"
    " customers. Type another behind a comma: 13, residents."
)


def usual(sector: str, engagement: Engagement) -> str:
    """Return what the customers of a sector are usually called, as the answer takes it; empty for customers."""
    client = engagement.engagement.client
    if sector in _LANDLORDS and _HOUSING.search(f"{known(client.legal_name)} {known(client.short_name)}"):
        return "tenants"
    return _USUAL.get(sector, "")


def ask_sector(interview: Interview, question: Question, place: str) -> Turn:
    """Ask for the sector and, on the same screen, what the customers are called; any other choice plainly."""
    if question.path != SECTOR or interview.full:
        return interview.ask_plainly(question, place)
    book = interview.book
    options = tuple(
        _with_word(each, book.engagement)
        for each in offers.options(question, book.engagement, book.catalogue)
    )
    standing = find(book.engagement, SECTOR)
    prompt = asking.prompt_of(question, place, options, _default(options, book.engagement), book)
    prompt = replace(prompt, help=(HINT, *prompt.help))
    while True:
        reply = interview.asker.ask(prompt)
        turn = interview.commanded(question, reply)
        if turn is not None:
            return turn
        if not isinstance(reply, str):
            continue
        if not reply.strip():
            return interview.leave_open(question, standing)
        said, _, word = (part.strip() for part in reply.partition(","))
        try:
            value = chosen(said, options, free=False, several=False)[0]
        except MisreadError as misread:
            prompt = noting.again(prompt, reply, str(misread))
            continue
        if wrong := book.judge(CALLED, word, word) if word else "":
            prompt = noting.again(prompt, reply, wrong)
            continue
        _call(interview, value, word)
        if interview.take(question, value, said):
            return Turn.NEXT


def _call(interview: Interview, sector: str, word: str) -> None:
    """Write what the customers are called: what was typed, else the usual word where no other stands there."""
    engagement = interview.book.engagement
    now, before = known(find(engagement, CALLED)), find(engagement, SECTOR)
    if not word and now and now != (usual(before.value, engagement) if isinstance(before, Sector) else ""):
        return
    wanted = word or usual(sector, engagement)
    if wanted != (now or ""):
        change: Change = Put(CALLED, wanted) if wanted else Take(CALLED)
        if interview.commit([change]):
            many = wanted.rpartition(", ")[2] or "customers"
            interview.asker.say(f"The text will call its customers {many}.", "quiet")


def _with_word(option: Option, engagement: Engagement) -> Option:
    word = usual(option.value, engagement).rpartition(", ")[2]
    return replace(option, label=f"{option.label}: {word}") if word else option


def _default(options: tuple[Option, ...], engagement: Engagement) -> str:
    """Return the answer that stands there as it would be typed, with a word of the client's own."""
    standing = find(engagement, SECTOR)
    if not isinstance(standing, Sector):
        return ""
    word = known(find(engagement, CALLED)) or ""
    label = next(each.label for each in options if each.value == standing.value)
    return (
        f"{label.partition(':')[0]}, {word}"
        if word and word != usual(standing.value, engagement)
        else standing.value
    )

"""Each English on the page: spelling, dates, hours and money, in documents of the shipped examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from stratgen import pack, places
from stratgen.analysis.own_words import own_words
from stratgen.analysis.wording import NO_BREAK, Wording
from stratgen.document import Document
from stratgen.drafting.spelling import american_words, british_words
from tests.command import ROOT

ANSWERS = ROOT / "answers"


def composed(path: Path) -> tuple[dict[str, Document], frozenset[str]]:
    checked = pack.check(path)
    trees = pack.compose(checked, places.places(path).templates, pack.PARTS)
    return trees, own_words(checked.loaded.engagement)


def texts(value: object) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value) and getattr(value, "role", None) != "code":
        for each in fields(value):
            if each.name not in ("key", "kind", "align", "role", "properties"):
                yield from texts(getattr(value, each.name))


@pytest.mark.parametrize("client", ["supperlark", "dunverra-agency"])
def test_a_document_is_spelled_in_one_english(client: str) -> None:
    """en-US documents hold no British spelling and en-GB ones no American, but for the client's own words."""
    trees, own = composed(ANSWERS / f"{client}.yaml")
    american = client == "supperlark"
    foreign = british_words if american else american_words
    theirs = {word.lower() for line in own for word in foreign(line)}
    for name, tree in trees.items():
        found = {word for text in texts(tree) for word in foreign(text) if word.lower() not in theirs}
        assert not found, f"{client}, {name}: {sorted(found)}"
        assert tree.paper == ("Letter" if american else "A4")


def test_the_clients_own_spelling_reaches_an_american_page(tmp_path: Path) -> None:
    """An American client may have a Programme Office for Labour; it stands as it was typed."""
    source = (ANSWERS / "supperlark.yaml").read_text("utf-8")
    name = "Programme Office for Labour"
    changed = source.replace("body: Board of Directors", f"body: {name}")
    assert changed != source
    path = tmp_path / "other.yaml"
    path.write_text(changed, "utf-8")
    trees, _ = composed(path)
    assert any(name in text for text in texts(trees["board-brief"]))


@pytest.mark.parametrize(
    ("locale", "currency", "day", "money", "hours"),
    [
        ("en-GB", "GBP", "1 July 2027", "£1,200,000", "Monday to Friday 07:00 to 19:30"),
        ("en-GB", "EUR", "1 July 2027", "€1,200,000", "Monday to Friday 07:00 to 19:30"),
        ("en-US", "USD", "July 1, 2027", "$1,200,000", "Monday to Friday 7:00 AM to 7:30 PM"),
        ("en-ZA", "ZAR", "1 July 2027", "R1 200 000", "Monday to Friday 07:00 to 19:30"),
        ("en-AU", "AUD", "1 July 2027", "$1,200,000", "Monday to Friday 07:00 to 19:30"),
        ("en-GB", "AUD", "1 July 2027", "A$1,200,000", "Monday to Friday 07:00 to 19:30"),
    ],
)
def test_each_locale_prints_its_own_forms(
    locale: str, currency: str, day: str, money: str, hours: str
) -> None:
    """Dates, money and hours read as people of that country write them."""
    wording = Wording(locale, currency)
    shown = [
        wording.day(date(2027, 7, 1)),
        wording.money(1_200_000),
        wording.hours({"mon-fri": "07:00-19:30"}),
    ]
    assert [text.replace(NO_BREAK, " ") for text in shown] == [day, money, hours]


def test_midnight_and_noon_have_their_american_hours() -> None:
    """The twelve-hour clock has no hour nought."""
    shown = Wording("en-US", "USD").hours({"sat": "00:00-12:00", "sun": "12:30-24:00"})
    assert shown.replace(NO_BREAK, " ") == "Saturday 12:00 AM to 12:00 PM; Sunday 12:30 PM to 12:00 AM"


@pytest.mark.parametrize(
    ("hours", "read"),
    [
        ({"mon-sun": "00:00-24:00"}, "at all hours, every day"),
        ({"mon-fri": "00:00-24:00", "sat": "00:00-24:00", "sun": "00:00-24:00"}, "at all hours, every day"),
        ({"mon-fri": "00:00-24:00"}, "Monday to Friday at all hours"),
        ({"mon-sun": "00:00-23:59"}, "Monday to Sunday 00:00 to 23:59"),
        ({"fri": "18:00-01:00"}, "Friday 18:00 to 01:00 the next day"),
        ({"fri": "18:00-00:00"}, "Friday 18:00 to 24:00"),
    ],
)
def test_hours_without_end_read_as_people_say_them(hours: dict[str, str], read: str) -> None:
    """Nobody says "Monday to Sunday 00:00 to 24:00"."""
    assert Wording("en-GB", "GBP").hours(hours) == read


@pytest.mark.parametrize(
    ("client", "noun"), [("supperlark", "members"), ("wattlebird-airlines", "travellers")]
)
def test_customers_bear_the_clients_name_for_them_in_every_document(client: str, noun: str) -> None:
    """Where the answers call customers something else, no sentence of ours says customers."""
    trees, own = composed(ANSWERS / f"{client}.yaml")
    theirs = " ".join(own).lower()
    for name, tree in trees.items():
        words = "\n".join(texts(tree))
        assert noun in words, f"{client}, {name}"
        ours = [
            line
            for line in words.split("\n")
            if re.search(r"(?<!very satisfied )\bcustomers\b", line, re.IGNORECASE)
            and line.strip(" .").lower() not in theirs
        ]
        assert not ours, f"{client}, {name}: {ours[:3]}"

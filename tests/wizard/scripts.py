"""Someone who answers: a script that keeps what it was asked, and an interview with a file behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path as FilePath
from typing import Literal

from stratgen.analysis.keypaths import Path
from stratgen.interviewing import AnswerFile, begin
from stratgen.wizard.asker import Leave, Prompt, Reply, Row
from stratgen.wizard.session import Session

TODAY = date(2026, 11, 16)

Answering = Callable[[Prompt], Reply]


class Script:
    """Answers prompts by a function, or in order from a list; leaves where the list ends."""

    def __init__(self, replies: Answering | Iterable[Reply]) -> None:
        self._replies = replies if callable(replies) else None
        self._queue = [] if callable(replies) else list(replies)
        self.prompts: list[Prompt] = []
        self.said: list[str] = []
        self.opens: list[Path | None] = []

    def ask(self, prompt: Prompt) -> Reply:
        """Return the next reply; raises Leave where there is none."""
        self.prompts.append(prompt)
        if self._replies is not None:
            return self._replies(prompt)
        if not self._queue:
            raise Leave
        return self._queue.pop(0)

    def say(self, text: str, tone: Literal["", "good", "bad", "quiet", "head"] = "") -> None:
        """Keep what was said."""
        del tone
        self.said.append(text)

    def browse(self, title: str, rows: tuple[Row, ...]) -> Path | None:
        """Open what was asked for, then leave."""
        del title, rows
        return self.opens.pop(0) if self.opens else None


def a_file(folder: FilePath, text: str = "") -> AnswerFile:
    """Return an answer file, a blank one or one with a text."""
    path = folder / "answers" / "acme.yaml"
    begin(path)
    if text:
        path.write_text(text, "utf-8")
    return AnswerFile(path)


def held(book: AnswerFile, script: Script, go: Callable[[Session], object]) -> Script:
    """Hold a sitting until the script leaves, and return the script."""
    try:
        go(Session(script, book, TODAY))
    except Leave:
        book.keep_marks()
    return script


ANSWERS: dict[tuple[str, str], str] = {
    ("What is the client's legal name?", ""): "Acme Savings Bank Limited",
    ("Which short name should the text use?", ""): "Acme Bank",
    ("Which sector is the client in?", ""): "Banking",
    ("In which countries do employees work?", ""): "ZA, GB",
    ("What is the date of the pack?", ""): "16 Nov 2026",
    ("On which day does the first roadmap quarter start?", ""): "1 Jan 2027",
    ("Which board or committee will read the brief?", ""): "Board of Directors",
    ("When does it meet?", ""): "3 December 2026",
    ("Which business goals must this support?", ""): "Keep 92% of main-account customers through 2027",
    ("Why does the organisation wish to engage with social communities?", ""): (
        "Customers ask us for help in public and leave without an answer; we want to answer them."
    ),
    ("Which is the honest driver?", ""): "achieve",
    ("Which role should social play first?", ""): "support",
    ("Is a customer service channel part of the intent?", ""): "create",
    ("Which personas are there?", ""): "Savers, Traders",
    ("Which share of customers are they, in percent?", "Savers"): "60 %",
    ("Which share of customers are they, in percent?", "Traders"): "40",
    ("What do they need from you on social?", "Savers"): "A quick, clear answer on payday",
    ("What do they need from you on social?", "Traders"): "Word of a delay before their suppliers call",
    ("Which channels does the strategy look at?", ""): "facebook, whatsapp",
    ("Where do these figures come from?", "Facebook"): "July to September 2026, inbox export, B",
    ("Where do these figures come from?", "WhatsApp Business"): "1",
    ("How many mentions and messages a month need a reply?", "Facebook"): "1 450",
    ("How many mentions and messages a month need a reply?", "WhatsApp Business"): "1.2k",
    ("Which share of these gets a reply?", "Facebook"): "38%",
    ("Which share of these gets a reply?", "WhatsApp Business"): "71",
    ("How long until the first reply, in minutes?", "Facebook"): "5h 40",
    ("How long until the first reply, in minutes?", "WhatsApp Business"): "45 min",
    ("Who is here, in which phase, and how strongly?", "Facebook"): "000230/000120",
    ("Who is here, in which phase, and how strongly?", "WhatsApp Business"): "000030/000010",
    ("Investment", ""): "1/1/0/1/2",
    ("Innovation", ""): "1/1/2/1/1",
    (
        "Which objectives are set?",
        "",
    ): "Savers who ask get a first answer within the hour\nSeven in ten cases end here",
    ("Which measure shows it?", "Savers who ask get a first answer…"): "FRT",
    ("Which measure shows it?", "Seven in ten cases end here"): "FCR",
    ("Where does it stand today?", "Savers who ask get a first answer…"): "340",
    ("Where does it stand today?", "Seven in ten cases end here"): "38",
    ("Where do these figures come from?", "Savers who ask get a first answer…"): "1",
    (
        "Where do these figures come from?",
        "Seven in ten cases end here",
    ): "July to September 2026, care desk count, C",
    ("What is the target?", "Savers who ask get a first answer…"): "1 hour",
    ("What is the target?", "Seven in ten cases end here"): "70",
    ("By the end of which quarter?", "Savers who ask get a first answer…"): "Q4",
    ("By the end of which quarter?", "Seven in ten cases end here"): "Q3",
    ("Who owns it?", "Savers who ask get a first answer…"): "Head of Care",
    ("Who owns it?", "Seven in ten cases end here"): "Head of Digital",
    ("What exactly is the board asked to decide?", ""): "Approve the pilot of a care team for 2027",
    ("What happens if no decision is taken?", ""): "Two in three messages stay without a reply.",
    ("What is true at the end of the year for customers, employees and the business?", ""): (
        "On 31 December 2027 a customer who asks us in public has a person's answer within the hour, on every"
        " day of the week, and need not call us again."
    ),
}
"""What a client says in the quick interview, by question and record."""


def key_of(place: str, question: str) -> tuple[str, str]:
    """Return the key of an answer: its question, and the record that the place names."""
    return question, place.partition(": ")[2]


def answer_for(prompt: Prompt) -> Reply:
    """Return what the client says to a prompt of the quick interview."""
    text = ANSWERS[key_of(prompt.place, prompt.question)]
    if prompt.shape != "grid" or prompt.grid is None:
        return text
    rows = text.split("/")
    columns = prompt.grid.columns
    return {
        (row.value, column.value): letter
        for row, letters in zip(prompt.grid.rows, rows, strict=True)
        for column, letter in zip(columns, letters, strict=True)
    }


EXPECTED: dict[str, object] = {
    "engagement.client": {"legal_name": "Acme Savings Bank Limited", "short_name": "Acme Bank"},
    "engagement.sector": "banking",
    "engagement.countries": ["ZA", "GB"],
    "engagement.pack.date": "2026-11-16",
    "engagement.first_quarter_starts": "2027-01-01",
    "engagement.meeting.date": "2026-12-03",
    "engagement.business_goals[0].goal": "Keep 92% of main-account customers through 2027",
    "purpose.driver": "achieve",
    "purpose.service_channel": "create",
    "personas[0].share": 60,
    "personas[1].share": 40,
    "personas[1].need": "Word of a delay before their suppliers call",
    "channels[0].evidence": {"period": "2026-07 to 2026-09", "source": "inbox export", "grade": "B"},
    "channels[1].evidence": {"period": "2026-07 to 2026-09", "source": "inbox export", "grade": "B"},
    "channels[0].needing_reply": 1450,
    "channels[1].needing_reply": 1200,
    "channels[0].response_rate": 38,
    "channels[0].first_response_minutes": 340,
    "channels[1].first_response_minutes": 45,
    "channels[0].presence": {"Savers": {"use": 2, "ask": 3}, "Traders": {"use": 1, "ask": 2}},
    "channels[1].presence": {"Savers": {"ask": 3}, "Traders": {"ask": 1}},
    "maturity.investment": {"budget": 1, "people": 1, "tool": 0, "training": 1, "sponsor": 2},
    "maturity.innovation": {
        "in_channel": 1,
        "empowered": 1,
        "new_channels": 2,
        "comparable": 1,
        "insight": 1,
    },
    "objectives[0].kpi": "FRT",
    "objectives[0].evidence": {"period": "2026-07 to 2026-09", "source": "inbox export", "grade": "B"},
    "objectives[1].evidence": {"period": "2026-07 to 2026-09", "source": "care desk count", "grade": "C"},
    "objectives[0].target": 60,
    "objectives[1].baseline": 38,
    "objectives[1].due": "Q3",
    "objectives[1].owner": "Head of Digital",
    "board.resolutions[0].text": "Approve the pilot of a care team for 2027",
    "board.if_nothing_is_decided": "Two in three messages stay without a reply.",
}
"""What the file says after the quick interview, by key path."""

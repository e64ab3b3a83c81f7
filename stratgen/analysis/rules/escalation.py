"""Rules about the moment when it is grave: words for a person in distress, and somebody behind who answers first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import known, records
from stratgen.engagement.governance import EscalationClock, EscalationLevel, ReplyPlace

_DISTRESS = re.compile(r"\b(distress\w*|suicid\w*|self-harm\w*|despair\w*)\b", re.IGNORECASE)
_ASKED_TO_WRITE = re.compile(
    r"\b(send|drop|write) (me|us) an? (private|direct) (message|note)\b|\b(tell|write to) (me|us) in (a )?private\b"
    r"|\b(message|DM|PM|inbox) (me|us)\b",
    re.IGNORECASE,
)


@rule("V170", "warning", "governance.distress", "governance.escalation[*]")
def distress_has_words_of_its_own(ground: Ground) -> Iterator[Breach]:
    """Words are ready for a person in distress, and no level for faults and journalists answers them with its own."""
    governance = ground.engagement.governance
    # The quick interview asks for no words at all; its terms mark the gap, with the one who fills it.
    words = any(level.holding_line is not None for level in records(governance.escalation))
    if words and governance.distress is None:
        what = "nothing is ready to say to somebody in distress or in danger of hurting themselves."
        mend = "Have first words approved beforehand, and name where help is."
        yield Breach(("governance", "distress"), what, mend)
    for position, level in enumerate(records(governance.escalation)):
        if found := _DISTRESS.search(known(level.trigger) or ""):
            what = f"“{found[0]}” meets the words of this level, which are for faults and for the press."
            mend = (
                "Take it out: a person in distress has first words of their own and goes to those of level 3."
            )
            yield Breach(("governance", "escalation", position, "trigger"), what, mend)


@rule("V171", "warning", "governance.escalation[*]")
def somebody_stands_behind_the_first(ground: Ground) -> Iterator[Breach]:
    """Nobody stands behind themselves, and no one person alone carries the two highest levels at all hours."""
    levels = records(ground.engagement.governance.escalation)
    for position, level in enumerate(levels):
        first, second = known(level.first_responder), known(level.second_responder)
        if first and second and first.casefold() == second.casefold():
            what = f"{second} would answer for themselves."
            yield Breach(
                ("governance", "escalation", position, "second_responder"), what, "Name another role."
            )
    alone = [each for each in levels[2:] if _alone_at_all_hours(each)]
    firsts = {(known(each.first_responder) or "").casefold() for each in alone}
    if len(alone) > 1 and len(firsts) == 1 and "" not in firsts:
        who = known(alone[0].first_responder)
        what = f"{who} answers first on the two highest levels at all hours, and nobody is behind them."
        mend = "Name who answers if they are not reached, or run the times in staffed hours."
        yield Breach(("governance", "escalation", 3, "second_responder"), what, mend)


def _alone_at_all_hours(level: EscalationLevel) -> bool:
    return known(level.clock) is EscalationClock.ALL and level.second_responder is None


@rule("V172", "warning", "voice.model_replies[]")
def we_open_the_private_conversation(ground: Ground) -> Iterator[Breach]:
    """A model reply in public does not send the customer off to open the private conversation."""
    for position, each in enumerate(records(ground.engagement.voice.model_replies)):
        text = known(each.reply) or ""
        if known(each.place) is not ReplyPlace.PRIVATE and (found := _ASKED_TO_WRITE.search(text)):
            what = f"“{found[0]}” asks the customer to start; by the terms we start the private conversation."
            mend = "Say that you are writing to them, or give the link that opens the conversation."
            yield Breach(("voice", "model_replies", position, "reply"), what, mend)


RULES = (
    distress_has_words_of_its_own,
    somebody_stands_behind_the_first,
    we_open_the_private_conversation,
)

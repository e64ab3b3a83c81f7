"""Rules L-14 to L-17: rights first, a definition, plain sentences, nothing left empty (domain 10.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.policy_lint.moods import forbids
from stratgen.analysis.policy_lint.readability import breaths, grade, words
from stratgen.analysis.policy_lint.rule import EVERYWHERE, Draft, LintRule, Match, Severity, lint_rule
from stratgen.analysis.policy_lint.sentences import Sentence
from stratgen.document import Callout, Heading, plain

LONGEST = 30
"""Words between two stops."""
HARDEST = 10.0
"""The highest Flesch-Kincaid grade of a section."""
FEWEST = 80
"""Words that a section must have for its grade to mean anything."""

_WARNS: dict[str, Severity] = {EVERYWHERE: "warning"}
_STOPS: dict[str, Severity] = {EVERYWHERE: "error"}

_RIGHTS = re.compile(r"\brights?\b", re.IGNORECASE)
_RESTRICTS = re.compile(
    r"^(?:please )?(?:do not|don't|never|avoid)\b|\byou (?:must not|may not|cannot|can't|should not|are not allowed)\b"
    r"|\b(?:employees?|staff|nobody|no one) (?:must not|may not|may|cannot|must never)\b|\bonly authori[sz]ed\b"
    r"|\b(?:is|are) (?:strictly )?(?:prohibited|forbidden|banned)\b|^only what is on this list\b",
    re.IGNORECASE,
)
_ACKNOWLEDGED = re.compile(r"\backnowledge?ment\b", re.IGNORECASE)

_PLATFORM = re.compile(
    r"\b(?:Facebook|Instagram|TikTok|LinkedIn|YouTube|WhatsApp|Twitter|Pinterest|Reddit|Snapchat|Threads|Bluesky|Mastodon|Weibo|WeChat"
    r"|Telegram|Discord|Tumblr|Google\+)\b|\bX\b(?=,| and| or)"
)
_DEFINES = re.compile(
    r"\bsocial media[\"”']?,? (?:\w+ )?(?:mean|include|cover|compris|refer|is any|are any|is every|is all|are all)\w*|\bby [\"“']?social media[\"”']? we mean\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:such as|including|for example|for instance|any|every|and other|among others|like|whatever|all online|or similar)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|#\}|\$\{|[\ue000-\ue003]|<(?:insert|name|company|date)[^>]*>|\[(?:insert|company|name|date|your|tbc|tbd|x+)\b[^\]]*\]"
    r"|\blorem ipsum\b|\bTODO\b|\bTBD\b|\bFIXME\b|\bXXX+\b",
    re.IGNORECASE,
)
_HOLE = re.compile(r"\[To be confirmed[^\]]*\]")
"""An open point, which stands where one word or one name will stand."""
_NOTHING = re.compile(r"^(?:None|nan|null|undefined|N/A|-|\.)$")


@lint_rule(
    "L-14", _WARNS, "Put the rights before the first restriction, and repeat them in the acknowledgement."
)
def rights_come_first(draft: Draft) -> Iterator[Match]:
    """Rights have a section, and stand before the first restriction."""
    headings = [block for block in draft.document.blocks if isinstance(block, Heading)]
    section = next((each for each in headings if each.kind == "section" and _is_rights(each)), None)
    if section is None:
        yield _of(Sentence("", "", ""), "has no section on the rights of employees")
        return
    keys = {each.key: count for count, each in enumerate(headings)}
    plain_kind = {each.key for each in headings if each.kind == "plain"}
    boxes = [sentence for sentence in draft.sentences if sentence.rights]
    for sentence in draft.sentences:
        if sentence.key not in keys or not _restricts(sentence):
            continue
        position = keys[sentence.key]
        if sentence.key in plain_kind:
            covered = bool(boxes) and keys.get(boxes[0].key, position) <= position
        else:
            covered = position >= keys[section.key]
        if not covered:
            yield _of(sentence, "restricts people before it has named their rights")
        if not covered or sentence.key not in plain_kind:
            break
    signing = next(
        (each for each in headings if each.level == 1 and _ACKNOWLEDGED.search(plain(each.inlines))), None
    )
    if signing and not any(box.key == signing.key for box in boxes):
        yield _of(
            Sentence("", plain(signing.inlines), signing.key), "does not repeat the rights where people sign"
        )


def _is_rights(heading: Heading) -> bool:
    return heading.key == "rights" or bool(_RIGHTS.search(plain(heading.inlines)))


def _restricts(sentence: Sentence) -> bool:
    if sentence.rights or sentence.role != "prose":
        return False
    return bool(_RESTRICTS.search(sentence.plain)) or sentence.lead.replace("’", "'").lower().endswith(
        "don't"
    )


@lint_rule("L-15", _WARNS, "Define it by what it does, and give examples of kinds, not a list of names.")
def social_media_is_defined(draft: Draft) -> Iterator[Match]:
    """Social media is defined, and not as a closed list of platforms."""
    definitions = [each for each in draft.sentences if _DEFINES.search(each.plain)]
    if not definitions:
        yield _of(Sentence("", "", ""), "does not say what social media is")
    for sentence in definitions:
        if len(_PLATFORM.findall(sentence.text)) > 1 and not _OPEN.search(sentence.plain):
            yield _of(sentence, "defines social media by a closed list of names")
    for sentence in draft.sentences:
        found = _PLATFORM.search(sentence.text)
        if (
            found
            and sentence.role == "prose"
            and sentence not in definitions
            and forbids(sentence, *found.span())
        ):
            yield Match(
                sentence, *found.span(), "bans a platform by name, and the next one will have another"
            )


@lint_rule("L-16", _WARNS, "Make it shorter: one thought a sentence, everyday words.")
def sentences_are_plain(draft: Draft) -> Iterator[Match]:
    """No sentence is longer than thirty words, and no section is harder than grade ten."""
    sections: dict[str, list[Sentence]] = {}
    for sentence in draft.sentences:
        if sentence.role == "source":
            continue
        read = _HOLE.sub("this", sentence.text)
        longest = max((len(words(part)) for part in breaths(read)), default=0)
        if longest > LONGEST:
            yield _of(sentence, f"runs to {longest} words without a stop")
        if sentence.role == "prose":
            sections.setdefault(sentence.key, []).append(sentence)
    for found in sections.values():
        texts = [_HOLE.sub("this", each.text) for each in found]
        if sum(len(words(text)) for text in texts) >= FEWEST and (level := grade(texts)) > HARDEST:
            yield _of(
                Sentence("", found[0].heading, found[0].key),
                f"reads at grade {level:.1f}, above {HARDEST:.0f}",
            )


@lint_rule("L-17", _STOPS, "Fill it, or take it out.")
def nothing_is_left_empty(draft: Draft) -> Iterator[Match]:
    """Nothing is left empty or unfilled."""
    for sentence in draft.sentences:
        if found := _TOKEN.search(sentence.text):
            yield Match(sentence, *found.span(), "holds a place that nobody filled")
        elif _NOTHING.match(sentence.text) and sentence.role == "prose":
            yield _of(sentence, "says nothing")
    blocks = draft.document.blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Heading):
            here = Sentence("", plain(block.inlines), block.key)
            if not plain(block.inlines).strip():
                yield _of(here, "has a heading without words")
            if after is None or (isinstance(after, Heading) and after.level <= block.level):
                yield _of(here, "has nothing under its heading")
        elif isinstance(block, Callout) and not block.blocks:
            yield _of(Sentence("", block.title, ""), "has an empty box")


def _of(sentence: Sentence, what: str) -> Match:
    return Match(sentence, 0, len(sentence.text), what)


RULES: tuple[LintRule, ...] = (
    rights_come_first, social_media_is_defined, sentences_are_plain, nothing_is_left_empty,
)  # fmt: skip

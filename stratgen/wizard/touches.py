"""What an answer touches: the answers that lean on it, and what is written along with it.

It asks the rules what no longer holds, and knows by name what a rule cannot see.
"""

from __future__ import annotations

import re
from typing import Any

from stratgen.analysis.findings import Findings, RuleFinding
from stratgen.analysis.keypaths import Path, find, path_parts, path_text
from stratgen.analysis.keypaths import place as _place
from stratgen.analysis.rules.board import STATUS_QUO
from stratgen.engagement import Engagement, Record, Unknown, records
from stratgen.wizard import renaming
from stratgen.wizard.book import Change, Put
from stratgen.wizard.offers import short_name
from stratgen.wizard.plan import Question
from stratgen.wizard.wordings import answered, name_of

LEANS: dict[str, tuple[str, ...]] = {
    "objectives[].kpi": ("baseline", "target", "leading_indicators", "if_it_lags.threshold"),
    "baseline.measures[].kpi": ("other_channels", "social", "social_90th", "adaptation"),
    "channels[].channel": ("handle", "presence"),
    "vision.proof_points[].kpi": ("value",),
    "vision.target_segment": ("target_index", "larger_step_because"),
    "board.recommended": ("recommended_because", "costs"),
    "engagement.currency": ("margin_per_customer",),
}
"""Answers that mean something else once another changes, beside it in the same record."""


def to_recheck(path: Path, old: Findings, after: Engagement, new: Findings) -> list[tuple[Path, str]]:
    """Return the answers to look at again after a change, each with the reason, in the order found.

    Those are what leans on it by its meaning, and what breaks a rule that it did not break before. Only
    answers that are known are named, and never the one that is changed.
    """
    found: dict[Path, str] = {}
    for name in LEANS.get(_pattern(path), ()):
        found[(*path[:-1], *path_parts(name))] = f"{path[-1]} has changed".replace("_", " ")
    was = {(each.rule, each.path) for each in (*old.errors, *old.warnings)}
    for finding in (*new.errors, *new.warnings):
        if (finding.rule, finding.path) not in was:
            found.setdefault(_answer_at(finding, after), finding.what)
    return [(each, why) for each, why in found.items() if _stands(after, each) and not _same(each, path)]


def _pattern(path: Path) -> str:
    return path_text(tuple(0 if isinstance(step, int) else step for step in path)).replace("[0]", "[]")


def _answer_at(finding: RuleFinding, engagement: Engagement) -> Path:
    """Return the path of a whole answer: a breach may be about one item of a list of names."""
    path = path_parts(finding.path)
    while path and not (isinstance(path[-1], str) and hasattr(find(engagement, path[:-1]), path[-1])):
        if isinstance(path[-1], int) and hasattr(find(engagement, path), "model_fields"):
            return path
        path = path[:-1]
    return path


def _stands(engagement: Engagement, path: Path) -> bool:
    answer = find(engagement, path)
    return answer is not None and not isinstance(answer, Unknown)


def _same(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def place(path: Path, engagement: Engagement) -> str:
    """Return a path in words, its records by the names that people gave: "Personas 2 (Everyday savers), share"."""
    words = [_place(engagement, path[:1])]
    for n, step in enumerate(path[1:], 2):
        record = find(engagement, path[:n])
        if isinstance(step, int):
            words[-1] += f" {step + 1}"
            if isinstance(record, Record) and answered(record):
                words[-1] += f" ({name_of(record, engagement)})"
        else:
            words.append(step.replace("_", " "))
    return ", ".join(words)


def follows(question: Question, value: Any, engagement: Engagement) -> list[Change]:
    """Return what is written along with an answer: the short name of a record that is made from its text.

    It follows the text for as long as it is as it was made; the answers that point at it get the new one.
    """
    named = {("Objective", "sentence"), ("BusinessGoal", "goal"), ("Option", "name"), ("Initiative", "title")}
    if (question.model, question.name) not in named:
        return []
    here = (*question.path[:-1], "id")
    standing, old = find(engagement, here), find(engagement, question.path)
    taken = ids(engagement, question.path[:-2])
    if question.model == "Option" and question.path[-2] == 0:
        # The first option is to continue as now, and the rules know it by its short name.
        return [] if standing == STATUS_QUO else [Put(here, STATUS_QUO)]
    if standing is None or isinstance(standing, Unknown):
        return [Put(here, short_name(str(value), taken))]
    if not (isinstance(standing, str) and isinstance(old, str)) or not _made_from(standing, old):
        return []
    name = short_name(str(value), tuple(each for each in taken if each != standing))
    if name == standing:
        return []
    return [Put(here, name), *renaming.follows(here, standing, name, engagement)]


def _made_from(name: str, text: str) -> bool:
    """Tell whether a short name is the one that was made from a text, and was not typed by anybody."""
    return re.fullmatch(rf"{re.escape(short_name(text, ()))}(-\d+)?", name) is not None


def ids(engagement: Engagement, list_path: Path) -> tuple[str, ...]:
    """Return the short names that the records of a list have."""
    there = (getattr(each, "id", None) for each in records(find(engagement, list_path)))
    return tuple(each for each in there if isinstance(each, str))

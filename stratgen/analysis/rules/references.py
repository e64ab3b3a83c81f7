"""Rules about names: those that answers point at exist, and stand for one thing only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.tools import criteria_of
from stratgen.catalogue import Catalogue, ChannelEntry, plain_word
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.board import BoardCase
from stratgen.engagement.objectives import FocusMetrics

Reference = tuple[Path, Any, str, Iterable[str] | None]
"""Where a name stands, the name, what it should be the name of, and the names there are (None: not known)."""


def channel_key(word: str, catalogue: Catalogue) -> str:
    """Return what two ways to write one channel have in common: the catalogue's id, or the plain word."""
    entry = catalogue.channel(word)
    return entry.id if isinstance(entry, ChannelEntry) else plain_word(word)


@rule(
    "V2", "error",
    "engagement.business_goals[*].id", "engagement.brand_values", "personas[*].name", "channels[*].channel",
    "objectives[*].id", "board.options[*].id", "board.criteria", "initiatives[*].id",
)  # fmt: skip
def references_exist(ground: Ground) -> Iterator[Breach]:
    """Every name that points at something points at something that exists."""
    for path, name, kind, names in _references(ground):
        if not isinstance(name, str) or names is None:
            continue
        there = tuple(names)
        if name not in there:
            close = get_close_matches(name, there, 1, 0.6)
            known_as = f'Did you mean "{close[0]}"?' if close else f"There are: {', '.join(there) or 'none'}."
            yield Breach(path, f'"{name}" is not {kind}.', known_as)


def _references(ground: Ground) -> Iterator[Reference]:
    yield from _of_objectives(ground)
    yield from _of_measures(ground)
    yield from _of_channels(ground)
    yield from _of_board(ground.engagement.board)
    yield from _of_roadmap(ground)
    yield from _of_tools(ground)
    yield from _of_progress(ground)
    values = known(ground.engagement.engagement.brand_values)
    for position, trait in enumerate(records(ground.engagement.voice.traits)):
        yield ("voice", "traits", position, "value"), trait.value, "a brand value", values


def _of_objectives(ground: Ground) -> Iterator[Reference]:
    engagement = ground.engagement
    goals = _names(engagement.engagement.business_goals, "id")
    personas = _names(engagement.personas, "name")
    role = known(engagement.purpose.role)
    roles = (
        [role.value, *(each.value for each in known(engagement.purpose.further_roles) or ())]
        if role
        else None
    )
    for position, objective in enumerate(records(engagement.objectives)):
        here: Path = ("objectives", position)
        yield (*here, "goal"), objective.goal, "a business goal", goals
        yield (*here, "role"), _value(objective.role), "a role chosen under purpose", roles
        yield (*here, "kpi"), objective.kpi, "a measure of the catalogue", ground.kpis
        for number, name in enumerate(known(objective.personas) or ()):
            yield (*here, "personas", number), name, "a persona", personas


def _of_measures(ground: Ground) -> Iterator[Reference]:
    engagement, kpis, kind = ground.engagement, ground.kpis, "a measure of the catalogue"
    for position, measure in enumerate(records(engagement.baseline.measures)):
        yield ("baseline", "measures", position, "kpi"), measure.kpi, kind, kpis
    for quarter in FocusMetrics.model_fields:
        yield ("focus_metrics", quarter), getattr(engagement.focus_metrics, quarter), kind, kpis
    for position, point in enumerate(records(engagement.vision.proof_points)):
        yield ("vision", "proof_points", position, "kpi"), point.kpi, kind, kpis
    for position, name in enumerate(known(engagement.board.oversight.kpis) or ()):
        yield ("board", "oversight", "kpis", position), name, kind, kpis


def _of_channels(ground: Ground) -> Iterator[Reference]:
    engagement = ground.engagement
    personas = _names(engagement.personas, "name")
    for position, channel in enumerate(records(engagement.channels)):
        for name in known(channel.presence) or {}:
            yield ("channels", position, "presence", name), name, "a persona", personas
    audited = {known(each.channel) or "" for each in records(engagement.channels)}
    keys = {channel_key(word, ground.catalogue) for word in audited}
    pointing: list[tuple[Path, Any]] = [
        *((("tactics", n, "channel"), each.channel) for n, each in enumerate(records(engagement.tactics))),
        *((("risks", n, "channel"), each.channel) for n, each in enumerate(records(engagement.risks))),
    ]
    skills = engagement.team.skills
    for n, word in enumerate((known(skills.fluent_channels) or ()) if skills else ()):
        pointing.append((("team", "skills", "fluent_channels", n), word))
    for n, work in enumerate(records(engagement.initiatives)):
        moved = enumerate(known(work.channels) or ())
        pointing += [(("initiatives", n, "channels", place), word) for place, word in moved]
    for n, each in enumerate(records(engagement.stories.experiences)):
        here: Path = ("stories", "experiences", n)
        pointing.append(((*here, "channel"), each.channel))
        yield (*here, "persona"), each.persona, "a persona", personas
    for path, word in pointing:
        if isinstance(word, str) and channel_key(word, ground.catalogue) not in keys:
            names = None if isinstance(engagement.channels, Unknown) else sorted(audited - {""})
            yield path, word, "a channel of the audit", names


def _of_board(board: BoardCase) -> Iterator[Reference]:
    yield ("board", "recommended"), board.recommended, "an option", _names(board.options, "id")
    criteria = known(board.criteria)
    for position, option in enumerate(records(board.options)):
        for name in known(option.scores) or {}:
            yield ("board", "options", position, "scores", name), name, "a criterion", criteria


def _of_roadmap(ground: Ground) -> Iterator[Reference]:
    engagement = ground.engagement
    initiatives = _names(engagement.initiatives, "id")
    objectives = _names(engagement.objectives, "id")
    for position, initiative in enumerate(records(engagement.initiatives)):
        here: Path = ("initiatives", position)
        yield (*here, "objective"), initiative.objective, "an objective", objectives
        for number, name in enumerate(known(initiative.depends_on) or ()):
            yield (*here, "depends_on", number), name, "an initiative", initiatives
    for position, cost in enumerate(records(engagement.board.costs)):
        yield ("board", "costs", position, "pays_for"), cost.pays_for, "an initiative", initiatives
    library = ground.catalogue.initiatives
    for position, declined in enumerate(records(engagement.vision.declined)):
        yield ("vision", "declined", position, "id"), declined.id, "an initiative of the library", library


def _of_tools(ground: Ground) -> Iterator[Reference]:
    criteria = criteria_of(ground.catalogue)
    musts = [each.id for each in criteria if each.must]
    weighted = [each.id for each in criteria if not each.must]
    for position, candidate in enumerate(records(ground.engagement.tools.candidates)):
        here: Path = ("tools", "candidates", position)
        for name in known(candidate.must_haves) or {}:
            yield (*here, "must_haves", name), name, "a must-have of the catalogue", musts
        for name in known(candidate.scores) or {}:
            yield (*here, "scores", name), name, "a criterion of the catalogue with a weight", weighted


def _of_progress(ground: Ground) -> Iterator[Reference]:
    given = ground.engagement.progress
    initiatives = _names(ground.engagement.initiatives, "id")
    for position, actual in enumerate(records(given.actuals) if given else ()):
        yield ("progress", "actuals", position, "kpi"), actual.kpi, "a measure of the catalogue", ground.kpis
    for position, decision in enumerate(records(given.decisions) if given else ()):
        yield ("progress", "decisions", position, "work"), decision.work, "an initiative", initiatives
    rated = None if initiatives is None else [*ground.kpis, *initiatives]
    for position, response in enumerate(records(given.responses) if given else ()):
        yield (
            ("progress", "responses", position, "about"),
            response.about,
            "a measure or an initiative",
            rated,
        )
    for position, each in enumerate(records(given.deliveries) if given else ()):
        yield (
            ("progress", "deliveries", position, "initiative"),
            each.initiative,
            "an initiative",
            initiatives,
        )


def _names(answer: Any, field: str) -> list[str] | None:
    """Return the known names of a list's records; None where the list, or one of the names, is not known."""
    names = [getattr(each, field) for each in records(answer)]
    return names if isinstance(answer, tuple) and all(isinstance(name, str) for name in names) else None


def _value(choice: Any) -> Any:
    return None if isinstance(choice, Unknown) else choice.value


@rule(
    "V39", "error",
    "engagement.business_goals[*].id", "personas[*].name", "channels[*].channel", "objectives[*].id",
    "baseline.measures[*].kpi", "tactics[*].channel", "governance.approvals[*].content",
    "training[*].audience", "risks[*].id", "board.options[*].id", "initiatives[*].id",
    "tools.candidates[*].name", "vision.declined[*].id", "maturity.departures[*].item", "progress",
)  # fmt: skip
def names_are_unique(ground: Ground) -> Iterator[Breach]:
    """No two records of a list have the same name, and no measure two values for one quarter."""
    engagement, progress = ground.engagement, ground.engagement.progress
    lists: tuple[tuple[Path, Any, str], ...] = (
        (("engagement", "business_goals"), engagement.engagement.business_goals, "id"),
        (("personas",), engagement.personas, "name"),
        (("channels",), engagement.channels, "channel"),
        (("objectives",), engagement.objectives, "id"),
        (("baseline", "measures"), engagement.baseline.measures, "kpi"),
        (("tactics",), engagement.tactics, "channel"),
        (("governance", "approvals"), engagement.governance.approvals, "content"),
        (("training",), engagement.training, "audience"),
        (("risks",), engagement.risks, "id"),
        (("board", "options"), engagement.board.options, "id"),
        (("initiatives",), engagement.initiatives, "id"),
        (("tools", "candidates"), engagement.tools.candidates, "name"),
        (("vision", "declined"), engagement.vision.declined, "id"),
        (("maturity", "departures"), engagement.maturity.departures, "item"),
        (("progress", "deliveries"), progress.deliveries if progress else None, "initiative"),
    )
    for path, answer, field in lists:
        seen: set[str] = set()
        for position, record in enumerate(records(answer)):
            name = getattr(record, field)
            is_channel = field == "channel" and isinstance(name, str)
            key = channel_key(name, ground.catalogue) if is_channel else name
            if isinstance(key, str) and key in seen:
                mend = "Join the two records, or give one another name."
                yield Breach((*path, position, field), f'"{name}" stands there twice.', mend)
            elif isinstance(key, str):
                seen.add(key)
    measured: set[tuple[str, str]] = set()
    for position, actual in enumerate(records(progress.actuals) if progress else ()):
        kpi, quarter = known(actual.kpi), known(actual.quarter)
        if kpi is None or quarter is None:
            continue
        if (kpi, quarter) in measured:
            what = f"{kpi} has two values for {quarter}."
            yield Breach(("progress", "actuals", position, "kpi"), what, "Keep the one that holds.")
        measured.add((kpi, quarter))


@rule("V93", "warning", "overrides[]", last=True)
def overrides_name_a_warning(ground: Ground) -> Iterator[Breach]:
    """Every override names a rule that can be accepted."""
    for position, override in enumerate(ground.engagement.overrides):
        severity = ground.severities.get(override.rule)
        path: Path = ("overrides", position, "rule")
        if severity is None:
            yield Breach(
                path, f'there is no rule "{override.rule}".', "Take the id from the warning, such as V23."
            )
        elif severity == "error" and override.rule not in _EITHER:
            mend = "Mend the answer, and take the override away."
            yield Breach(path, f"{override.rule} is an error, and an error cannot be accepted.", mend)


_SECTION = re.compile(r"(?<!Act )(?<!Act, )(?<!Code )(?<!Code, )\b[Ss]ections? \d+(?!\d*\(| of the| of its)")
_IN_SECTIONS = ("policy", "terms", "credo", "governance", "voice")
"""The parts of the answers that print in documents whose sections have other numbers in the bound pack."""


@rule("V220", "warning", "policy", "terms", "credo", "governance", "voice")
def a_section_is_named_by_its_words(ground: Ground) -> Iterator[Breach]:
    """No answer names a section of a document by its number, which is another one in the bound pack."""
    for question in ground.asked:
        if question.path[0] not in _IN_SECTIONS:
            continue
        several = isinstance(question.answer, tuple)
        for position, text in enumerate(question.answer if several else (question.answer,)):
            if isinstance(text, str) and (found := _SECTION.search(text)):
                what = f'it names "{found[0]}", and the bound pack counts its sections otherwise.'
                mend = "Name the section by its title, such as “Your rights”."
                yield Breach((*question.path, position) if several else question.path, what, mend)


_EITHER = frozenset({"V19", "V26"})
"""Rules that are an error for some and a warning for others."""

RULES = (references_exist, names_are_unique, a_section_is_named_by_its_words, overrides_name_a_warning)

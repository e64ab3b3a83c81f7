"""How far the team matches its customers (domain 5.8): language, hours, skill, fluency on the channels.

Only what bears on the work and may lawfully be asked for. No person is rated or ranked: skills are averages
of the team, and gaps name languages, hours, skills and channels.
"""

from __future__ import annotations

from stratgen.analysis.findings import Channels, Cover, Mirror, Score
from stratgen.analysis.scoring import enough, mean
from stratgen.analysis.spans import open_minutes, shared_minutes
from stratgen.catalogue import plain_word
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.answer import OpeningHours
from stratgen.engagement.channels import ChannelState
from stratgen.engagement.service import Scripting
from stratgen.engagement.team import Skills

GOOD_ENOUGH = 3
"""From this average on, of 5, a skill is there."""

SKILLS = {
    "writing": "Writing",
    "product": "Knowledge of the products",
    "empathy": "Empathy",
    "channel_fluency": "Fluency on the channels",
    "crisis": "Handling a crisis",
}
"""The five skills by field, in words."""

_NOT_ASKED = Score(None, 0, 1)


def reflect(engagement: Engagement, channels: Channels) -> Mirror:
    """Return the four covers, 0 to 100 each, their mean, and the gaps in words."""
    covers = (
        language_cover(engagement),
        hours_cover(engagement),
        skill_cover(engagement.team.skills),
        fluency_cover(engagement.team.skills, channels),
    )
    return Mirror(
        score=mean(cover.score.value for cover in covers),
        covers=covers,
        asked=engagement.team.skills is not None,
    )


def language_cover(engagement: Engagement) -> Cover:
    """Return the share of customers served in their language; one with several counts for those served."""
    skills = engagement.team.skills
    spoken = known(skills.languages) if skills else None
    if spoken is None:
        return Cover("language", "Language", _NOT_ASKED, ())
    words = {plain_word(language) for language in spoken}
    people = records(engagement.personas)
    served: list[tuple[float, float]] = []
    missing: dict[str, list[str]] = {}
    for each in people:
        share, languages = known(each.share), known(each.languages)
        if share is None or not languages:
            continue
        served.append((share, sum(plain_word(language) in words for language in languages) / len(languages)))
        for language in languages:
            if plain_word(language) not in words:
                missing.setdefault(language, []).append(known(each.name) or "a persona")
    total = sum(share for share, _ in served)
    value = 100 * sum(share * part for share, part in served) / total if total > 0 else None
    gaps = tuple(
        f"Nobody answers in {language}, in which {' and '.join(names)} write"
        for language, names in missing.items()
    )
    scored = value is not None and enough(len(served), len(people))
    return Cover(
        "language", "Language", Score(value if scored else None, len(served), max(1, len(people))), gaps
    )


def hours_cover(engagement: Engagement) -> Cover:
    """Return the share of the promised hours in which somebody replies today."""
    promised, staffed = known(engagement.terms.hours), staffed_hours(engagement)
    whole = open_minutes(promised) if promised is not None else 0
    if promised is None or staffed is None or not whole:
        return Cover("hours", "Hours", _NOT_ASKED, ())
    shared = shared_minutes(promised, staffed)
    staffed_when = "were staffed at the start" if engagement.progress else "are staffed today"
    gap = f"Of {whole / 60:g} promised hours a week, {shared / 60:g} {staffed_when}"
    return Cover("hours", "Hours", Score(100 * shared / whole, 1, 1), (gap,) if shared < whole else ())


def staffed_hours(engagement: Engagement) -> OpeningHours | None:
    """Return the hours in which somebody replies today: none where nobody does, None where it is not known."""
    service = engagement.service
    repliers = tuple(name.casefold() for name in known(service.repliers) or ())
    if known(service.scripting) is Scripting.NO_REPLIES or repliers == ("nobody",):
        return {}
    return known(service.hours)


def skill_cover(skills: Skills | None) -> Cover:
    """Return the share of the five skills in which the team averages 3 of 5 or more."""
    if skills is None:
        return Cover("skill", "Skill", Score(None, 0, len(SKILLS)), ())
    levels = {name: known(getattr(skills, name)) for name in SKILLS}
    score = mean(None if level is None else 100.0 * (level >= GOOD_ENOUGH) for level in levels.values())
    gaps = tuple(
        f"{SKILLS[name]} stands at {level} of 5 on average"
        for name, level in levels.items()
        if level is not None and level < GOOD_ENOUGH
    )
    return Cover("skill", "Skill", score, gaps)


def fluency_cover(skills: Skills | None, channels: Channels) -> Cover:
    """Return the share of the channels to lead or pilot on which at least one person is fluent."""
    fluent = known(skills.fluent_channels) if skills else None
    judged = [each for each in channels.findings if each.state in (ChannelState.LEAD, ChannelState.PILOT)]
    if fluent is None or not judged:
        return Cover("fluency", "Fluency", _NOT_ASKED, ())
    keys = {plain_word(word) for word in fluent}
    missing = [each for each in judged if not each.words & keys]
    value = 100 * (len(judged) - len(missing)) / len(judged)
    return Cover(
        "fluency",
        "Fluency",
        Score(value, len(judged), len(judged)),
        tuple(f"Nobody is fluent on {each.name}" for each in missing),
    )

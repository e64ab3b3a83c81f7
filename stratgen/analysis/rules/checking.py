"""Every rule asked in turn, and the overrides that accept a warning until an answer changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.keypaths import path_text, place
from stratgen.analysis.rules.fingerprint import Fingerprints
from stratgen.analysis.rules.rule import Breach, Ground, Rule
from stratgen.analysis.rules.table import IN_THE_SET, ON_THE_PAGE, RULES
from stratgen.engagement import Engagement, Override


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say, each part by rule number and then in the order of the answers."""

    errors: tuple[RuleFinding, ...]
    warnings: tuple[RuleFinding, ...]
    accepted: tuple[RuleFinding, ...]


def check(ground: Ground, drafted: Iterable[RuleFinding] = ()) -> Verdict:
    """Return the errors, the warnings, and the warnings that an override accepts (domain 6).

    `drafted` is what the linters said of the drafted documents (V26 of the policy, V37 and others of the set);
    what a rule has already said of the same answer is not said again.
    """
    marks = Fingerprints(ground.engagement)
    found = [finding for rule in RULES if not rule.last for finding in _findings(rule, ground, marks)]
    found += [each for each in drafted if not _is_said(each, found)]
    errors = sum(1 for each in found if each.severity == "error")
    severities = {each.id: each.severity for each in RULES} | dict.fromkeys(ON_THE_PAGE, "error") | IN_THE_SET
    told = replace(ground, errors=errors, severities=severities)
    found += [finding for rule in RULES if rule.last for finding in _findings(rule, told, marks)]
    settled = [_settle(each, ground.engagement.overrides) for each in found]
    return Verdict(
        tuple(each for each in settled if each.severity == "error"),
        tuple(each for each in settled if each.severity == "warning" and not each.accepted_by),
        tuple(each for each in settled if each.accepted_by),
    )


def _is_said(drafted: RuleFinding, found: Iterable[RuleFinding]) -> bool:
    return bool(drafted.path) and any(
        each.path == drafted.path and (each.severity == "error" or drafted.severity == "warning")
        for each in found
    )


def _findings(rule: Rule, ground: Ground, marks: Fingerprints) -> Iterator[RuleFinding]:
    for breach in rule.judge(ground):
        yield _finding(rule, breach, ground.engagement, marks)


def _finding(rule: Rule, breach: Breach, engagement: Engagement, marks: Fingerprints) -> RuleFinding:
    return RuleFinding(
        rule=rule.id,
        severity=breach.severity or rule.severity,
        path=path_text(breach.path),
        place=place(engagement, breach.path),
        what=breach.what,
        mend=breach.mend,
        fingerprint=marks.of(rule.reads, breach.path),
        of_source=breach.of_source,
    )


def _settle(finding: RuleFinding, overrides: tuple[Override, ...]) -> RuleFinding:
    """Accept a warning whose override knows the answers as they are now; say so where it does not."""
    fitting = [each for each in overrides if _is_about(each, finding)]
    if finding.severity == "error" or not fitting:
        return finding
    accepting = next((each for each in fitting if each.answer == finding.fingerprint), None)
    if accepting:
        return replace(finding, accepted_because=accepting.reason, accepted_by=accepting.by)
    changed = any(each.answer for each in fitting)
    why = "The answer has changed since this was accepted; if it still holds," if changed else "To accept it,"
    return replace(
        finding, mend=f'{finding.mend} {why} write answer: "{finding.fingerprint}" in its override.'
    )


def _is_about(override: Override, finding: RuleFinding) -> bool:
    if override.rule != finding.rule:
        return False
    about = override.about
    if not finding.path:  # the words of a clause: only its own fingerprint can be meant
        return not about and override.answer in ("", finding.fingerprint)
    return not about or finding.path == about or finding.path.startswith((f"{about}.", f"{about}["))

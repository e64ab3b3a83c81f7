"""All rules over one drafted policy, with the severity of each in the countries that were selected."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from stratgen.analysis.clauses import ANNEX_TITLES
from stratgen.analysis.jurisdictions import jurisdictions
from stratgen.analysis.keypaths import Path
from stratgen.analysis.policy_lint import demands, form, speech
from stratgen.analysis.policy_lint.origins import answers_in_words, origin
from stratgen.analysis.policy_lint.rule import LintRule, Match, Severity, draft_of
from stratgen.analysis.policy_lint.sentences import sentences
from stratgen.document import Document
from stratgen.engagement import Engagement, known

RULES: tuple[LintRule, ...] = (*speech.RULES, *demands.RULES, *form.RULES)
"""L-1 to L-17, in order."""

LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the policy does not pass a rule of the linter."""

    rule: str
    severity: Severity
    heading: str
    """The words of the nearest heading; empty where the whole policy is meant."""
    key: str
    sentence: str
    """Empty where the hit is about a section as a whole."""
    words: str
    what: str
    safer: str
    annexes: tuple[str, ...]
    """The country annexes whose law is meant; none where it holds everywhere."""
    path: Path | None
    """The answer whose words they are; None where they stand in a template."""

    @property
    def fingerprint(self) -> str:
        """Eight hex digits that change with the rule and the sentence, and with nothing else."""
        return hashlib.sha256(f"{self.rule}\n{self.sentence or self.key}".encode()).hexdigest()[:8]

    def words_of_it(self) -> str:
        """Return what is wrong as a sentence that a report can print."""
        where = f" ({', '.join(ANNEX_TITLES[each] for each in self.annexes)})" if self.annexes else ""  # type: ignore[index]
        quote = (
            self.sentence
            if len(self.sentence) <= LONGEST_QUOTE
            else f"{self.sentence[: LONGEST_QUOTE - 1].rstrip()}…"
        )
        start = f"“{quote}”" if quote else "it" if self.heading else "the policy"
        return f"{start} {self.what}; linter rule {self.rule}{where}."


def lint(document: Document, engagement: Engagement) -> tuple[Hit, ...]:
    """Return every hit in a drafted policy, for the countries where employees work, by rule and then by place."""
    annexes = tuple(dict.fromkeys(each.annex for each in jurisdictions(engagement) if each.annex))
    client = engagement.engagement.client
    names = {name for name in (known(client.legal_name), known(client.short_name)) if name}
    draft = draft_of(document, sentences(document), tuple(sorted(names, key=len, reverse=True)))
    answers = answers_in_words(engagement)
    found: dict[tuple[str, str, str, str], Hit] = {}
    for rule in RULES:
        severity = rule.severity(annexes)
        if severity:
            for match in rule.judge(draft):
                hit = _hit(rule, severity, match, annexes, origin(match, answers))
                found.setdefault((hit.rule, hit.key, hit.sentence, hit.what), hit)
    return tuple(found.values())


def _hit(
    rule: LintRule, severity: Severity, match: Match, annexes: tuple[str, ...], path: Path | None
) -> Hit:
    sentence = match.sentence
    return Hit(
        rule.id, severity, sentence.heading, sentence.key, sentence.text, match.words, match.what, rule.safer,
        rule.concerned(annexes), path,
    )  # fmt: skip

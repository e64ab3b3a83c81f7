"""The drafted documents held against the linters: the policy (V26), and the set as a whole (V37 and others).

What a template says wrong is named with its file and line.

A part of the conductor: it brings the linter, the drafted document and the templates together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stratgen.analysis.findings import Findings, RuleFinding
from stratgen.analysis.policy_lint import lint, rule_findings
from stratgen.analysis.set_lint import ANNEX, lint_set
from stratgen.document import Document
from stratgen.drafting import TemplateSet, unused, where_printed
from stratgen.engagement import Engagement
from stratgen.errors import Fault, TemplateError

POLICY = "employee-engagement-policy"
_FOLDERS = ("clauses/", "partials/policy-")
"""Where the wording of the policy lies, beside its main template."""
_PARTIALS = ("clauses/", "partials/")


@dataclass(frozen=True, slots=True)
class Policed:
    """What the linters say of the documents, and what keeps these from being drafted."""

    findings: tuple[RuleFinding, ...] = ()
    spots: dict[str, tuple[str, int]] = field(default_factory=dict)
    """File and line of the template, by fingerprint, for findings whose words are no answer's."""
    broken: tuple[Fault, ...] = ()
    """What is wrong with the templates; a document could not be drafted."""
    unused: tuple[Fault, ...] = ()
    """Templates of the workspace that nothing prints."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """The documents as they were drafted."""

    def kept(self, faulty: bool) -> Mapping[str, Document]:
        """Return the documents that need no second draft: annexes list faults, which the first did not know."""
        if not faulty and not self.findings:
            return self.documents
        return {name: each for name, each in self.documents.items() if not name.startswith(ANNEX)}


def police(
    engagement: Engagement,
    findings: Findings,
    draft: Callable[[tuple[str, ...]], Mapping[str, Document]],
    names: tuple[str, ...],
    templates: TemplateSet,
    mains: tuple[str, ...],
) -> Policed:
    """Return what the linters say of the documents of these names that `draft` makes of the templates.

    `mains` are the main templates; a file of the workspace that none of them reaches is named.
    """
    idle = unused(templates, mains)
    documents, broken = _drafted(draft, names)
    if broken:
        # What is missing cannot disagree; what is there may still be held against the law.
        documents = {POLICY: documents[POLICY]} if POLICY in documents else {}
    hits = lint(documents[POLICY], engagement) if POLICY in documents else ()
    spots = {
        hit.fingerprint: where_printed(templates, POLICY, _FOLDERS, hit.sentence, hit.words, hit.key)
        for hit in hits
        if hit.path is None
    }
    set_hits = () if broken else lint_set(documents, engagement, findings)
    for each in set_hits:
        if spot := each.spot:
            words = (spot.name, _PARTIALS, each.text, "", spot.key)
            spots[each.finding.fingerprint] = where_printed(templates, *words)
    found = (*rule_findings(engagement, hits), *(each.finding for each in set_hits))
    return Policed(found, spots, broken, idle, documents)


def _drafted(
    draft: Callable[[tuple[str, ...]], Mapping[str, Document]], names: tuple[str, ...]
) -> tuple[dict[str, Document], tuple[Fault, ...]]:
    """Return the documents, and what keeps any of them from being drafted."""
    try:
        return dict(draft(names)), ()
    except TemplateError:
        documents: dict[str, Document] = {}
        faults: list[Fault] = []
        for name in names:
            try:
                documents.update(draft((name,)))
            except TemplateError as error:
                faults += error.faults
        return documents, tuple(dict.fromkeys(faults))

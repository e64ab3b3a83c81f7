"""Who is told what: whether a sentence forbids something, frees it, or says that it is not done.

A pattern alone cannot tell "delete negative comments" from "do not delete negative comments". These two
functions look at the clause around what was found: the cue that stands nearest before it decides, then what
follows it, then the line that introduces it.
"""

from __future__ import annotations

import re

from stratgen.analysis.policy_lint.sentences import Sentence

_BOUNDARY = re.compile(
    r";|:\s|\s[–—]\s|,?\s\b(?:but|yet|though|although|whereas|while|however)\b"
    r"|,\s(?=(?:and |or |so |then )?(?:you|we|they|nobody|no one|anyone|everyone|employees|staff)\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\s*(?:even )?(?:if|when|where|unless|because|since|as|before|after|once|until)\b[^,;]*,", re.IGNORECASE
)

_FREES = re.compile(
    r"\bnothing\b[^.;]{0,60}?\b(?:stops?|prevents?|forbids?|limits?|bars?|prohibits?|restricts?|keeps?|bans?)\b"
    r"|\b(?:no|none of the|neither) (?:rules?|sections?|parts?|clauses?)\b[^.;]{0,40}?"
    r"\b(?:limits?|stops?|prevents?|forbids?|restricts?|prohibits?|bans?|keeps?)\b"
    r"|\b(?:do|does|did|will|would|shall|should|is|are|may|must|can|cannot)(?: ?not|n't| never)"
    r"(?: be (?:read|taken|understood|used))?(?: \w+){0,3}? "
    r"(?:stop|prevent|forbid|limit|ban|bar|prohibit|restrict|interfere|keep you|intended|meant)\w*"
    r"|\b(?:is|are) (?:not|never|no) (?:\w+ )?(?:confidential|secret|misconduct|a breach|breach|prohibited|forbidden|banned|covered)\b"
    r"|\b(?:nobody|no one|no \w+) (?:may|can|will|shall|should) (?:stop|prevent|forbid|punish|disciplin|dismiss|treat|limit)\w*"
    r"|(?:\b(?:will|shall|are|is|be|can|may|do) )?\b(?:not|never|nobody|no one|no employee)\b[^.;]{0,40}?\b(?:disciplin\w+|punish\w*|dismiss\w*|treated worse|penali[sz]ed)"
    r"|\b(?:may|can|might)(?! not|not|n't|\b[^.;]{0,20}\bonly if)\b(?! (?:lead|result|be))"
    r"|\b(?:never|not) (?:stop|prevent|forbid|limit|ban|prohibit|restrict)\w*"
    r"|(?<!not )\b(?:free|welcome|entitled|allowed|permitted) to\b|\b(?:the |a |your |their )?rights? (?:to|of)\b|\bneed not\b"
    r"|\b(?:need|have|has) no (?:permission|approval)\b|\bprotected\b",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"\b(?:do|does|must|may|should|shall|can|could|will|are|is)(?: not|n't)\b|\bcan ?not\b|\bnever\b|\bnot to\b"
    r"|\b(?:nobody|no one|no (?:employee|worker|member|person|staff|colleague|manager|contractor|agent)s?\b[^.;]{0,30}?)"
    r" (?:may|can|should|must|shall|is allowed|is permitted|will)\b"
    r"|\bnot (?:allowed|permitted|authori[sz]ed|free|entitled)\b|\b(?:no|without) permission\b"
    r"|\b(?:prohibited|forbidden|barred|banned|precluded|restricted) from\b|\b(?:refrain|abstain|desist)\w* from\b"
    r"|\bavoid(?:ing|s)?\b|\b(?:we|this policy|the policy|rules?|company|management) (?:strictly )?(?:prohibits?|forbids?|bans?|bars?)\b"
    r"|\b(?:prohibition|ban) (?:on|of|against)\b|\bzero tolerance\b"
    r"|\b(?:misconduct|offence|offense|breach|violation|wrong|against (?:the|our|these|this) (?:rules?|policy))\b[^.;]{0,30}?\bto\b"
    r"|\b(?:disciplin\w+|misconduct|breach(?:es)?|violations?|punish\w*|sanction\w*)\b[^.;]{0,60}?\b(?:for|if|includes?|when|such as|who)\b",
    re.IGNORECASE,
)
_FORBIDDEN_AFTER = re.compile(
    r"\b(?:is|are|be|remains?|as)\b (?:(?!not\b|never\b)\w+ )?(?:prohibited|forbidden|banned|not allowed|not permitted|never allowed"
    r"|not acceptable|unacceptable|not tolerated|off limits|a breach|misconduct|a disciplinary|against|wrong|out of the question"
    r"|not (?:done|our way|how we|something we|what we))\b"
    r"|\b(?:may|will|can|could) (?:\w+ )?(?:lead to|result in|be grounds for|be treated as|face|be disciplined|be subject)\b"
    r"|\bcounts? as (?:\w+ )?misconduct\b|\b(?:will|is|are) not (?:be )?(?:tolerated|accepted|permitted|allowed)\b",
    re.IGNORECASE,
)
_FREED_AFTER = re.compile(
    r"\b(?:is|are|stays?|remains?) (?:always |fully )?(?:free|allowed|permitted|fine|protected|your (?:right|choice)|not "
    r"(?:misconduct|a breach|prohibited|forbidden|confidential|covered))\b",
    re.IGNORECASE,
)
_DONT_LEAD = re.compile(
    r"\b(?:don't|do not|never|must not|may not|not allowed|not permitted|prohibited|forbidden|banned|please avoid)\b",
    re.IGNORECASE,
)
_FREE_LEAD = re.compile(
    r"\bnothing in\b|\byou may\b(?! not)|\bmay (?:talk|say|discuss)|\brights?\b|\bnot confidential\b|\bdoes not include\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:not|never|nobody|no one|none|nor|neither|without|cannot|no|refuses?|refusing|decline[sd]?|rather than"
    r"|instead of|avoid(?:s|ing)?|refrain\w* from|stop(?:s|ped)?|prohibit\w*|forbid\w*|forbidden|ban|bans|banned"
    r"|against|free of|fails? to|forget|hesitate)\b|n't\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:not only|no matter|no later|no longer than|not just|not later|no doubt)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:who|that|which|because|if|when|unless|until|so)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^\W*(?:nobody|no one|none|no \w+)\b", re.IGNORECASE)


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause of a sentence that holds a stretch of it."""
    left, right = 0, len(text)
    for found in _BOUNDARY.finditer(text):
        if found.end() <= start:
            left = found.end()
        elif found.start() >= end:
            right = found.start()
            break
    condition = _CONDITION.match(text[left:right])
    if condition and left + condition.end() <= start:
        left += condition.end()
    return left, right


def forbids(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether readers are forbidden what stands from `start` to `end` of a sentence."""
    text = sentence.plain
    left, right = clause_at(text, start, end)
    before, after = text[left:start], text[end:right]
    cue = _nearest_cue(before)
    if cue is not None:
        return cue
    if _FREED_AFTER.search(after):
        return False
    if _FORBIDDEN_AFTER.search(after) and not _FREES.search(after):
        return True
    if sentence.rights or _FREE_LEAD.search(sentence.lead):
        return False
    return bool(_DONT_LEAD.search(sentence.lead.replace("’", "'")))


def _nearest_cue(before: str) -> bool | None:
    """Return whether the last cue forbids; None without any. Of two that overlap, the one that starts first
    counts: "nobody may" forbids, and "nothing here forbids" frees."""
    spans = [(*found.span(), True) for found in _FORBIDS.finditer(before)]
    spans += [(*found.span(), False) for found in _FREES.finditer(before)]
    last, cue = -1, None
    for start, end, forbidding in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            last, cue = end, forbidding
    return cue


def denies(sentence: Sentence, start: int, end: int, reach: int = 12) -> bool:
    """Return whether a sentence says that what stands there is not done, or not to be done.

    A negation governs at most `reach` words, and not across "who", "if" and the like, unless it is the
    subject of the clause ("Nobody who … will …"). Two negations cancel each other.
    """
    text = sentence.plain
    if _DONT_LEAD.search(sentence.lead.replace("’", "'")):
        return True
    left, right = clause_at(text, start, end)
    before, after = text[left:start], text[end:right]
    if _FORBIDDEN_AFTER.search(after):
        return True
    silent = [found.span() for found in _NO_NEGATION.finditer(before)]
    governing = 0
    for found in _NEGATIVE.finditer(before):
        between = before[found.end() :]
        subject = bool(_SUBJECT.match(before)) and not before[: found.start()].strip()
        if any(a <= found.start() < b for a, b in silent):
            continue
        if subject or (len(between.split()) <= reach and not _RELATIVE.search(between)):
            governing += 1
    return governing % 2 == 1

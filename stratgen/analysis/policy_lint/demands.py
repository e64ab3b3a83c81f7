"""Rules L-6 to L-13: what a policy may not demand of people, threaten them with, or do (domain 10.4)."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.policy_lint.moods import clause_at, denies
from stratgen.analysis.policy_lint.rule import (
    EVERYWHERE,
    NAME,
    Draft,
    LintRule,
    Match,
    Severity,
    Watch,
    lint_rule,
)

_ALL: dict[str, Severity] = {EVERYWHERE: "error"}
_OURS = rf"(?:our|the company's|the firm's|the bank's|its|company|corporate|official|{NAME}+(?:'s)?)"
_POSTS = r"(?:posts?|pages?|content|accounts?|channels?|updates?|campaigns?|news|stories|videos|products?)"
_SPREAD = r"(?:follow|like|share|repost|retweet|re-?share|promote|recommend|endorse|react to|comment on|post about|spread|subscribe to)"
_MANAGER = r"(?:(?:your|their|a|the|his or her) )?(?:line )?(?:managers?|supervisors?|team leaders?|boss|director|head of \w+)\b"
_MUST = (
    r"(?:must|have to|has to|need to|needs to|required to|obliged to|expected to|shall|are to|should"
    r"|mandatory (?:for \w+ )?to|compulsory (?:for \w+ )?to|(?:a )?condition of (?:\w+ )?employment)"
)
_COMPELLED = Watch(
    rf"\b{_MUST} (?:\w+ ){{0,3}}?{_SPREAD}\b(?: \w+){{0,3}}? (?:{_OURS} (?:\w+ ){{0,2}}?{_POSTS}|us\b|{NAME}+)"
    rf"|\b{_MUST} (?:\w+ ){{0,3}}?(?:connect|be connected|befriend|accept|link|be friends|become friends|add)\b(?: \w+){{0,6}}? {_MANAGER}"
    rf"|\b{_MUST} (?:\w+ ){{0,2}}?use (?:your|their) (?:own|personal|private) (?:account|profile|phone)"
    rf"|\b{_MUST} (?:\w+ ){{0,2}}?(?:join|take part in|participate in) (?:\w+ ){{0,3}}?(?:advocacy|ambassador)"
    r"|\b(?:advocacy|sharing|reposting|following us|liking|participation|joining|taking part)\b(?: \w+){0,6}? (?:is|are)"
    r" (?:(?!not\b|never\b)\w+ )?(?:compulsory|mandatory|required|obligatory|expected|a condition|part of (?:your|the|each) (?:job|appraisal|role|review))"
    rf"|^(?:please )?{_SPREAD} (?:all |every |each )?(?:of )?{_OURS} (?:\w+ )?{_POSTS}"
)
_FREE_WILL = Watch(r"\bif you (?:like|wish|want)|\bvoluntar|\byou may\b|\byou are welcome\b|\byour choice\b")

_SECRETS = r"(?:passwords?|log-?ins?|log-?in (?:details|data)|credentials|user ?names?|sign-?in details|access codes?)"
_CREDENTIALS = Watch(
    r"\b(?:give|hand over|send|show|shar|provid|disclos|tell|surrender|supply|submit|reveal|ask(?:s|ing)?|request|requir|demand|collect)"
    rf"(?:e|es|ed|ing|s)?\b(?: [\w,']+){{0,8}}? {_SECRETS}\b"
    r"|\b(?:open|log in to|sign in to|unlock|show)\w*\b(?: \w+){0,3}? (?:your|their) (?:own |personal |private |social media )+"
    r"(?:accounts?|profiles?)\b(?: \w+){0,6}? (?:in (?:front|the presence) of|for (?:us|your manager|hr)|with us|while)"
)
_OWN = Watch(r"\b(?:own|personal|private)\b|\byour (?:\w+ )?(?:password|log-?in|credentials|user ?name)")
_OFFICIAL = Watch(
    r"\b(?:official|work|company|corporate|register|shared) (?:\w+ )?(?:accounts?|systems?|log-?ins?)\b"
)

_IF_ASKED = Watch(r"\b(?:if|when|whenever|should) (?:any|some)(?:body|one)\b[^.;]*$")

_DISMISSAL = Watch(
    r"\b(?:will|shall|is to|are to) (?:(?!not\b|never\b)\w+ )?be (?:\w+ )?(?:dismissed|fired|terminated|sacked)\b"
    r"|\b(?:will|shall) (?:(?!not\b|never\b)\w+ )?(?:result in|lead to|mean|be met with) (?:\w+ )?(?:dismissal|termination|the sack)\b"
    r"|\b(?:results? in|leads? to|means) (?:immediate |instant |summary |automatic |certain )(?:dismissal|termination)\b"
    r"|\bzero[- ]tolerance\b|\bautomatic(?:ally)? (?:dismiss\w+|terminat\w+)|\b(?:dismiss\w*|terminat\w*) automatically\b"
    r"|\b(?:summary|instant|immediate) (?:dismissal|termination)\b|\b(?:is|are) a (?:dismissible|sackable|firing) offen[cs]e\b"
    r"|\bgrounds for (?:immediate|instant) (?:dismissal|termination)\b|\blose your job\b"
)
_ABOUT_OTHERS = Watch(
    r"\bcustomers?\b|\bpublic who\b|\babuse (?:of|against|towards) (?:our |the )?(?:agents|staff|people|colleagues|teams?)"
)
_NOT_AUTOMATIC = Watch(
    r"\b(?:not|never|no|nobody|no one|without)(?: an?| any| be)?\W*$|^\W*(?:nobody|no one|no \w+)\b"
)

_WATCHING = (
    r"(?:monitor|inspect|review|access|search|check|read|look at|look into|track|record|watch|intercept)"
)
_UNLIMITED = Watch(
    rf"\b{_WATCHING}\w* (?:\w+ ){{0,3}}?(?:everything|all (?:\w+ )?(?:activit\w+|posts?|accounts?|communications?|use|messages?|social media|employees?|staff))"
)
_ANY_TIME = Watch(
    rf"\b{_WATCHING}\w*\b[^.;]{{0,60}}?\b(?:at any time|without (?:prior |further |any )?(?:notice|warning|telling|your knowledge))"
    rf"|\b(?:at any time|without (?:prior |further |any )?(?:notice|warning)),? [^.;]{{0,30}}?\b{_WATCHING}"
    rf"|\breserves? the right to {_WATCHING}|\b(?:no|not have (?:an?|any)) (?:reasonable )?expectation of privacy"
    rf"|\b(?:covert|secret)(?:ly)? {_WATCHING}\w*|\b{_WATCHING}\w* (?:\w+ ){{0,3}}?(?:covertly|secretly|in secret)\b"
)
_PEOPLE_WATCHED = Watch(
    r"\b(?:you|your|employees?|staff|people|workers?|colleagues?|personal|accounts?|posts?|everything|activit\w+|social media)\b"
)

_CONSENT = Watch(
    r"\b(?:rely|relies|relying|based|rests?) on (?:\w+ ){0,3}?(?P<words>consent)\b"
    r"|\b(?P<words2>consent(?:s|ed)? to (?:be(?:ing)? |our |the |this |such )?(?:\w+ )?monitor\w*)"
    r"|\bagree(?:s|d)? to (?:be(?:ing)? |our |the )?(?:\w+ )?monitor\w*|\bwith (?:your|their) consent,? [^.;]{0,30}\bmonitor\w*"
    r"|\bmonitor\w*[^.;]{0,40}\bwith (?:your|their) consent\b"
)

_REMOVE = r"(?:delet|remov|hid|eras|suppress|block|purg|censor)(?:e|es|ed|ing|s|den)?|(?:hiding)|(?:take|taking|takes|taken) (?:down|off)|get rid of|filter out"
_CRITICAL = r"(?:negative|critical|bad|unfavou?rable|hostile|unflattering|one-star|poor|unwelcome)"
_VOICES = r"(?:comments?|reviews?|posts?|replies|reply|feedback|ratings?|messages?|opinions?|remarks?|criticism|complaints?)"
_SUPPRESSION = Watch(
    rf"\b(?:{_REMOVE})\b (?:\w+ ){{0,3}}?{_CRITICAL} (?:\w+ )?{_VOICES}\b|\b(?:{_REMOVE})\b (?:\w+ ){{0,3}}?(?:criticism|complaints)\b"
    rf"|\b(?:{_REMOVE})\b (?:\w+ ){{0,3}}?{_VOICES} (?:that|which|because|if|when|where|unless)\b(?: \w+){{0,2}}? (?:{_CRITICAL}|critici[sz]\w*|complain\w*)"
    rf"|\btake (?:\w+ ){{0,2}}?(?:criticism|complaints|{_CRITICAL} {_VOICES}) down\b"
    rf"|\b{_CRITICAL} {_VOICES} (?:is|are|will be|should be|must be|get|may be|can be) (?:(?!not\b|never\b)\w+ )?(?:deleted|removed|hidden|erased|taken down|blocked)"
)
_UNLESS = Watch(rf"\bunless\b[^.;]{{0,20}}\b{_CRITICAL}\b")

_STARS = Watch(
    r"\b(?:leave|give|writ|post|add|submit|ask\w* (?:\w+ ){0,4}?for|collect)(?:e|s|ing|es)?\b (?:\w+ ){0,4}?(?:(?:five|5)[- ]?stars?|(?:good|positive|great|top|glowing|nice) (?:reviews?|ratings?))"
    r"|\b(?:rate|rating|review|reviewing) (?:us|our \w+)\b(?: \w+){0,4}? (?:five|5)[- ]stars?"
    r"|\bask (?:your |their )?(?:\w+,? (?:and |or )?){0,3}?(?:family|friends|relatives|colleagues)\b (?:\w+ ){0,3}?(?:to )?(?:rate|review|leave|write|post)"
    r"|\b(?:employees|staff|you|colleagues|everyone) (?:should|must|have to|are (?:asked|encouraged|expected) to) (?:\w+ )?(?:rate|review) (?:us|our)\b"
)

_BIO = Watch(
    r"\b(?:disclos\w+|say|state|stating|mention\w*|declar\w+)\b(?: [\w’',]+){0,10}? in (?:your|the|their|a) (?:\w+ )?(?:bio|profile|about section|biography)\b"
    r"|\b(?:line|statement|note|disclaimer|disclosure|mention|it) (?:\w+ )?in (?:your|the|their) (?:\w+ )?(?:bio|profile|biography) (?:is |will be |would be |will )?(?:quite |already |all )?(?:enough|sufficient|do|suffices|that is needed)\b"
)
_IN_POST = Watch(
    r"\bin (?:the|each|every|that) post\b|\bpost itself\b|\beach post\b|\btoo\b|\bas well\b|\balso\b|\bif you like\b"
)


@lint_rule("L-6", _ALL, "Say that it is voluntary, and that declining costs nothing.")
def advocacy_is_voluntary(draft: Draft) -> Iterator[Match]:
    """Nobody must follow, like, share, or connect with a manager."""
    for sentence, text in draft.texts:
        for found in _COMPELLED.finditer(text):
            if not _FREE_WILL.search(text) and not denies(sentence, *found.span()):
                yield Match(
                    sentence, *found.span(), "makes people speak for their employer or connect with a manager"
                )


@lint_rule("L-7", _ALL, "Take it out: nobody is asked for access to an account of their own.")
def personal_accounts_stay_closed(draft: Draft) -> Iterator[Match]:
    """Nobody is asked for access to a personal account."""
    for sentence, text in draft.texts:
        for found in _CREDENTIALS.finditer(text):
            left, right = clause_at(text, *found.span())
            owned = _OWN.search(text[left:right]) and not _OFFICIAL.search(text[left:right])
            if owned and not _IF_ASKED.search(text[: found.end()]) and not denies(sentence, *found.span()):
                yield Match(sentence, *found.span(), "asks for access to somebody’s own account")


@lint_rule(
    "L-8", {"uk": "error", "za": "error", "au": "error", "eu": "error", "us": "warning"},
    "Write “may lead to action, up to dismissal, after a fair process”.",
)  # fmt: skip
def no_outcome_is_fixed(draft: Draft) -> Iterator[Match]:
    """No outcome is fixed in advance."""
    for sentence, text in draft.texts:
        for found in _DISMISSAL.finditer(text):
            left, right = clause_at(text, *found.span())
            if not _ABOUT_OTHERS.search(text[left:right]) and not _NOT_AUTOMATIC.search(
                text[left : found.start()]
            ):
                yield Match(sentence, *found.span(), "decides the outcome in advance")


@lint_rule(
    "L-9", {"uk": "error", "eu": "error", "za": "error", "au": "error"},
    "State the purpose, how far it goes, the legal basis, and the notice that was given.",
)  # fmt: skip
def monitoring_has_bounds(draft: Draft) -> Iterator[Match]:
    """Monitoring is neither boundless nor secret."""
    for sentence, text in draft.texts:
        for found in (*_UNLIMITED.finditer(text), *_ANY_TIME.finditer(text)):
            if _PEOPLE_WATCHED.search(text) and not denies(sentence, found.start(), found.end()):
                yield Match(sentence, *found.span(), "monitors without bounds or without notice")
                break


@lint_rule(
    "L-10",
    dict.fromkeys(("uk", "eu", "za"), "warning"),
    "Name a legitimate interest or a legal duty, with an assessment.",
)
def consent_is_no_basis(draft: Draft) -> Iterator[Match]:
    """Monitoring does not rest on consent."""
    for sentence, text in draft.texts:
        for found in _CONSENT.finditer(text):
            if not denies(sentence, *found.span()):
                span = next((found.span(name) for name in ("words", "words2") if found[name]), found.span())
                yield Match(sentence, *span, "rests monitoring on consent")


@lint_rule("L-11", _ALL, "Name what is moderated: spam, threats, personal details; criticism stays.")
def criticism_stays_up(draft: Draft) -> Iterator[Match]:
    """Critical comments and reviews are not deleted."""
    for sentence, text in draft.texts:
        for found in _SUPPRESSION.finditer(text):
            if bool(_UNLESS.search(text)) or not denies(sentence, *found.span()):
                yield Match(sentence, *found.span(), "takes criticism down")


@lint_rule("L-12", _ALL, "Say that staff and their families do not rate us, and that insiders disclose.")
def nobody_is_asked_for_praise(draft: Draft) -> Iterator[Match]:
    """Nobody is asked for a good review."""
    for sentence, text in draft.texts:
        for found in _STARS.finditer(text):
            if not denies(sentence, *found.span()):
                yield Match(sentence, *found.span(), "asks for good reviews, or for reviews by insiders")


@lint_rule("L-13", {"us": "warning", "uk": "warning"}, "Ask for the words in the post itself.")
def disclosure_stands_in_the_post(draft: Draft) -> Iterator[Match]:
    """Disclosure stands in the post, not only in a profile."""
    for sentence, text in draft.texts:
        for found in _BIO.finditer(text):
            if not _IN_POST.search(text) and not denies(sentence, *found.span()):
                yield Match(sentence, *found.span(), "leaves disclosure to the profile")


RULES: tuple[LintRule, ...] = (
    advocacy_is_voluntary, personal_accounts_stay_closed, no_outcome_is_fixed, monitoring_has_bounds, consent_is_no_basis,
    criticism_stays_up, nobody_is_asked_for_praise, disclosure_stands_in_the_post,
)  # fmt: skip

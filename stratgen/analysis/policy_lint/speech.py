"""Rules L-1 to L-5: what a policy may not forbid people to say (domain 10.4, rows U1 and K3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.policy_lint.moods import forbids
from stratgen.analysis.policy_lint.rule import EVERYWHERE, NAME, Draft, LintRule, Match, Watch, lint_rule
from stratgen.analysis.policy_lint.sentences import Sentence

_FIRM = (
    rf"(?:us\b|{NAME}+|(?:(?:our|the|your|its|this|their) )?(?:\w+ )?(?:company|firm|organi[sz]ation|employer|bank|business"
    r"|brand|management|managers?|leadership|leaders|board|executives?|directors?|products?|services?|customers?"
    r"|colleagues?|co-?workers?|bosse?s?|supervisors?|policies|decisions)\b)"
)
"""The employer, in the ways a policy names it."""

_DISPARAGE = Watch(
    r"\bdisparag\w+"
    r"|\b(?:negative|critical|unfavou?rable|bad|derogatory|damaging|adverse|harmful|unflattering|disloyal)"
    rf" (?:\w+ ){{0,2}}?(?:comments?|remarks?|statements?|posts?|opinions?|things|words|content|views)\b(?: \w+)?? "
    rf"(?:about|on|of|against|regarding|towards?|concerning) {_FIRM}"
    rf"|\b(?:negative|critical) about {_FIRM}"
    rf"|\bcritici[sz](?:e|es|ing|m of) {_FIRM}|\bcomplain\w* (?:\w+ ){{0,2}}?(?:about|of) {_FIRM}"
    rf"|\b(?:speak|speaking|talk) (?:ill|badly|negatively) (?:of|about)\b|\bbad-?mouth\w*"
    r"|\b(?:bring\w*|put\w*) [^.;,]{1,40} into disrepute"
    r"|\b(?:harm|damage|hurt|injure|tarnish|undermine)\w* [^.;,]{0,30}\b(?:reputation|image|good name|goodwill)\b"
    rf"|\breflects? (?:badly|poorly|negatively) on {_FIRM}"
)

_BLANKET = Watch(
    rf"\b(?:any|all|every)(?: \w+){{0,2}}? (?:internal|company|corporate|business|non-?public|workplace|work-related|in-house"
    rf"|{NAME}+(?:'s)?)(?: (?:or|and) \w+)? (?:\w+ )?(?:information|matters?|affairs|documents?|data|communications?|news)\b"
    r"|\b(?:anything|everything) (?:internal\b|(?:that is |that's )?(?:internal|not public)\b"
    rf"|about (?:{_FIRM}|work\b)|(?:that )?(?:happens|goes on|is said) (?:here|at work|in the (?:company|office|workplace)))"
    r"|\bpersonnel (?:matters?|information|files?|records?|issues?)\b"
)
_PAY = (
    r"(?:salar(?:y|ies)|wages?|pay(?: (?:rates?|scales?|levels?|slips?|rises?|and \w+))?|payroll|remuneration|compensation"
    r"|bonus(?:es)?|benefits|(?:working )?hours|working conditions|terms (?:and conditions )?of employment|conditions of (?:work|employment)"
    r"|staffing levels?|disciplinary (?:matters?|records?|action)|union (?:matters?|activit\w+|business))\b"
)
_TALK_OF_PAY = Watch(
    r"\b(?:discuss|talk|speak|share|sharing|disclos|reveal|post|publish|tell|mention|compar)\w*\b(?! [^.;]*\bcustomers?')"
    rf"[^.;]{{0,40}}?\b(?:about |your |their |own |of |on |each other's ){{0,4}}{_PAY}"
)
_SECRET_PAY = Watch(
    rf"(?<!customer )(?<!customers' )(?<!customer's )\b{_PAY}(?:[^.;]{{0,30}}?)\b(?:is|are|stays?|remains?|be|as|kept)\b (?:\w+ )?"
    r"(?:confidential|secret|private)\b"
    rf"|\b(?:keep|treat)\w* (?:\w+ ){{0,3}}?{_PAY} (?:\w+ )?(?:confidential|secret|private|to yourself)"
    rf"|\bconfidential (?:information|matters?|data)\b[^.;]{{0,30}}\b(?:includes?|means|is|are|covers?|such as)\b[^.;]*?\b{_PAY}"
)
_SECRET = Watch(r"\b(?:confidential|secret|(?:not to|may not|must not) be (?:shared|disclosed|discussed))\b")
_LISTED_PAY = Watch(
    r"(?<!customer )(?<!customers' )(?<!customer's )\b(?:salar(?:y|ies)|wages?|payroll|remuneration|working conditions)\b"
)

_PRESS = (
    r"(?:the |any |a |an )?(?:\w+ or |news |local )?(?:(?<!social )media|press|journalists?|reporters?|newspapers?|broadcasters?"
    r"|governments?|government (?:officials?|agenc\w+|bodies)|authorities|regulators?|labou?r board|inspectors?)\b"
    r"(?! (?:team|desk|office|officer|relations|unit|contact|release))"
)
_TO_PRESS = Watch(
    r"\b(?:speak|speaking|talk|talking|respond|comment|reply|give|giving|answer|communicat|contact|engag)\w*\b(?: \w+){0,4}? "
    rf"(?:(?:to|with|from|for) )?{_PRESS}|\b(?:media|press) (?:contacts?|interviews?)\b"
)
_ONLY = Watch(r"\bonly\b[^.;]{1,80}?\b(?:may|can|should|must|speaks?|talks?)\b")
_ALL_CALLS = Watch(
    r"\b(?:all|any|every) (?:media|press|journalists?'?|government) (?:enquir\w+|inquir\w+|requests?|calls?|questions?|contacts?)"
    r"[^.;]{0,40}\b(?:must|should|has to|have to|are to|is to|goes?|shall)\b"
)
_FOR_US = Watch(
    rf"\bon (?:our|the company's|its|\w+'s) behalf|\bon behalf of\b|\bfor (?:us\b|{NAME}|the (?:company|firm|bank|organi[sz]ation))"
    r"|\bin (?:our|the company's) name\b|\bas (?:a |our |the )?(?:official )?spokes\w+"
)

_LOGO = Watch(
    rf"\b(?:us|using|show|display|post|publish|put|wear|includ|print|reproduc)(?:e|ing|ed|s)?\b(?: \w+){{0,3}}? "
    rf"(?:(?:our|its|{NAME}+(?:'s)?|(?:the )?(?:company|firm|employer|bank|organi[sz]ation)(?:'s)?)(?: \w+ (?:or|and))?"
    r" (?:names?|logos?|brands?|trade ?marks?|uniforms?|slogans?)|the (?:logo|brand|trade ?mark|uniform)s?)\b(?! of (?:a|any|another|some)\b)"
    rf"|\b(?:mention|name|refer to|identify|naming|mentioning)\b (?:{NAME}+|us\b|(?:the|your) (?:company|firm|employer|bank|organi[sz]ation))"
)
_AS_IF_OFFICIAL = Watch(
    rf"\bas if\b|\bofficial|\bimpl(?:y|ies|ying)|\bsuggest\w*|\bpretend\w*|\bappear\w* to\b|\bon (?:our )?behalf|\bfor us\b|\bfor {NAME}"
    r"|\bendors\w+|\bto sell\b|\bcommercial\w*|\badvertis\w+|\bcampaigns?\b|\bin a way that\b|\bso that\b|\bmislead\w*|\bas though\b"
)

_VAGUE = Watch(
    r"\b(?:(?:in)?appropriate(?:ly)?|(?:dis)?respectful(?:ly)?|(?:un)?professional(?:ly|ism)?|courteous(?:ly)?"
    r"|good (?:taste|judge?ment)|common sense|offensive|unbecoming|civil(?:ly|ity)?|bad taste|poor taste)\b"
    r"(?! (?:capacity|account|profile|adviser|body|bodies|use|help|development|hat|role|indemnity|rights|law|court|claim|society|servants?|service))"
)
_NORM = Watch(
    r"\b(?:be|being|stay|remain|act|behave|keep|use|show|maintain|always|must|should|do not|don't|never|avoid|expect\w*|are to"
    r"|in an?|communicate|write|speak|post)\b"
)
_EXPLAINED = Watch(
    r"\bfor (?:example|instance)\b|\bsuch as\b|\bthat (?:is|means)\b|\bmean(?:s|ing)\b|\be\.g\.|\bi\.e\.|:|\bnamely\b|\bincluding\b|\bwe mean\b"
)
_CAPACITIES = Watch(
    r"\b(?:official|personal),? (?:and |or )?professional\b|\bprofessional,? (?:and|or)(?: in)? personal\b"
)


@lint_rule(
    "L-1", {"us": "error"},
    "Name the unlawful conduct instead: statements known to be false, threats, harassment.",
)  # fmt: skip
def no_bar_on_criticism(draft: Draft) -> Iterator[Match]:
    """Criticism of the employer is not forbidden."""
    for sentence, text in draft.texts:
        for found in _DISPARAGE.finditer(text):
            if forbids(sentence, *found.span()):
                yield Match(sentence, *found.span(), "forbids criticism of the employer")


@lint_rule(
    "L-2", {"us": "error", EVERYWHERE: "warning"},
    "List what is confidential, with examples, and say that one's own pay and conditions are not on the list.",
)  # fmt: skip
def confidential_is_a_list(draft: Draft) -> Iterator[Match]:
    """Confidential is a list; it is neither everything nor pay."""
    for sentence, text in draft.texts:
        for found in _BLANKET.finditer(text):
            if _is_secret(sentence) or forbids(sentence, *found.span()):
                yield Match(sentence, *found.span(), "makes everything confidential")
        talk = [found for found in _TALK_OF_PAY.finditer(text) if forbids(sentence, *found.span())]
        kept = [found for found in _SECRET_PAY.finditer(text) if not _is_freed(sentence, found)]
        listed = list(_LISTED_PAY.finditer(text)) if sentence.exhibit == "policy-confidential" else []
        for pay in (talk + kept + listed)[:1]:
            yield Match(sentence, *pay.span(), "makes pay or working conditions a secret")


def _is_secret(sentence: Sentence) -> bool:
    found = _SECRET.search(sentence.plain)
    return sentence.exhibit == "policy-confidential" or bool(found and not _is_freed(sentence, found))


def _is_freed(sentence: Sentence, found: re.Match[str]) -> bool:
    return bool(
        re.search(
            r"\b(?:not|never|n't|nothing|nobody|no one)\b", sentence.plain[: found.end()], re.IGNORECASE
        )
    ) and not re.search(r"\b(?:must|may|do|should) not\b", sentence.plain[: found.end()], re.IGNORECASE)


@lint_rule("L-3", {"us": "error"}, "Say that only authorised people speak on behalf of the organisation.")
def press_is_open_to_everyone(draft: Draft) -> Iterator[Match]:
    """People may speak to the press and to authorities for themselves."""
    for sentence, text in draft.texts:
        if _FOR_US.search(text):
            continue
        for found in _TO_PRESS.finditer(text):
            if forbids(sentence, *found.span()) or _ONLY.search(
                text[: found.start() + 1] + text[found.start() + 1 : found.end()]
            ):
                yield Match(
                    sentence,
                    *found.span(),
                    "forbids people to speak to the press or an authority for themselves",
                )
        for found in _ALL_CALLS.finditer(text):
            yield Match(
                sentence, *found.span(), "takes every question of the press away from the person asked"
            )


@lint_rule("L-4", {"us": "error"}, "Ask people not to imply that they speak for the organisation.")
def name_and_logo_may_be_shown(draft: Draft) -> Iterator[Match]:
    """The employer's name and logo are not forbidden outright."""
    for sentence, text in draft.texts:
        for found in _LOGO.finditer(text):
            if not _AS_IF_OFFICIAL.search(text) and forbids(sentence, *found.span()):
                yield Match(sentence, *found.span(), "forbids the employer’s name or logo outright")


@lint_rule("L-5", {"us": "warning"}, "Say what is meant, with examples.")
def vague_words_are_explained(draft: Draft) -> Iterator[Match]:
    """A vague standard is explained by examples."""
    following = (*draft.sentences[1:], None)
    for (sentence, text), after in zip(draft.texts, following, strict=False):
        if sentence.role != "prose" or _EXPLAINED.search(text) or _CAPACITIES.search(text):
            continue
        if (
            after
            and not after.first
            and re.match(r"(?:For (?:example|instance)|Examples?|That (?:is|means)|Such as)\b", after.text)
        ):
            continue
        found = _VAGUE.search(text)
        if found and _NORM.search(text):
            yield Match(sentence, *found.span(), f"asks for something undefined, “{found[0]}”")


RULES: tuple[LintRule, ...] = (
    no_bar_on_criticism, confidential_is_a_list, press_is_open_to_everyone, name_and_logo_may_be_shown,
    vague_words_are_explained,
)  # fmt: skip

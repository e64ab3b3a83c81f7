"""Where in the templates something comes from: the line that printed some words, and files that nothing prints.

Looks at the text of the templates; it drafts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from stratgen.drafting.sources import SUFFIX, did_you_mean, template_fault
from stratgen.drafting.templates import TemplateSet
from stratgen.errors import Fault

_MARKS = re.compile(r"[*_`]")
_NAMED = re.compile(r"""\{%[-+]?\s*(?:include|import|from|extends)\s+["']([^"']+)["']""")
_BY_WORKED_OUT_NAME = re.compile(r"""\{%[-+]?\s*(?:include|import|from|extends)\s+[^"'\s]""")
_FEWEST = 3
"""Words that a line must share with a sentence to count as its origin."""


def where_printed(
    templates: TemplateSet, main: str, folders: tuple[str, ...], sentence: str, words: str, key: str
) -> tuple[str, int]:
    """Return file and line of the template that printed a sentence with these words under the heading `key`.

    Looks in the template `main` and in those of the `folders`. What was put together from values and words
    leads to the line that shares most words with it; what is not found leads to the heading, then to `main`.
    """
    sources = templates.environment.sources
    names = [name for name in sources.names() if name == main + SUFFIX or name.startswith(folders)]
    phrase, whole = _folded(words), set(_folded(sentence).split())
    best, place = _FEWEST - 1, (sources.shown(str(sources.path(main + SUFFIX))), 0)
    heading = re.compile(rf"\{{#{re.escape(key)}[ }}]") if key else None
    for name in names:
        source = sources.read(name)
        for count, line in enumerate(source[0].split("\n") if source else (), 1):
            folded = _folded(line)
            shared = len(whole.intersection(folded.split())) + (1000 if phrase and phrase in folded else 0)
            if shared > best:
                best, place = shared, (sources.shown(str(sources.path(name))), count)
            elif best < _FEWEST and heading and heading.search(line):
                place = sources.shown(str(sources.path(name))), count
    return place


def unused(templates: TemplateSet, documents: Iterable[str]) -> tuple[Fault, ...]:
    """Return the templates of a folder that stand in for none below and that no document includes.

    A template that includes something by a name it puts together may reach any file: then there are none.
    """
    sources = templates.environment.sources
    if not (added := set(sources.additions())):
        return ()
    reached, waiting = set[str](), [name + SUFFIX for name in documents]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        text = (sources.read(name) or ("", ""))[0]
        if _BY_WORKED_OUT_NAME.search(text):
            return ()
        waiting += _NAMED.findall(text)
    known = [name for name in sources.names() if name not in added]
    return tuple(
        template_fault(
            sources.shown(str(sources.path(name))), 0, "", "no document uses this template",
            did_you_mean(name, known) or "Include it in a template, or take it away.",
        )
        for name in sorted(added - reached)
    )  # fmt: skip


def names_any(templates: TemplateSet, but: Iterable[str], names: Iterable[str]) -> bool:
    """Return whether a template speaks of one of these `names` in its Jinja; those called `but` are not asked."""
    spoken = re.compile(rf"\{{[{{%][^}}]*\b(?:{'|'.join(map(re.escape, names))})\b")
    quiet = {name + SUFFIX for name in but}
    sources = templates.environment.sources
    texts = (sources.read(name) for name in sources.names() if name not in quiet)
    return any(spoken.search(source[0]) for source in texts if source)


def _folded(text: str) -> str:
    straight = _MARKS.sub("", text).replace("’", "'").replace("‘", "'")
    return " ".join(straight.split()).casefold()

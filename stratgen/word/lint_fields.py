"""Lint of what fields show before anybody computes them: pages, captions, references and contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.word.lint_package import Element, Package, W

_BODY = "word/document.xml"


def results(package: Package) -> Iterator[str]:
    """Pages are numbers that agree and never go back, captions count on, and references say what their
    target says."""
    tree = package.trees.get(_BODY)
    if tree is None:
        return
    words = _marked(tree)
    pages: dict[str, str] = {}
    counts: dict[str, int] = {}
    for code, result in _fields(tree):
        kind, name, *switches = [*code.split(), "", ""]
        if kind == "PAGEREF":
            if not re.fullmatch(r"[1-9]\d*", result):
                yield f"{_BODY}: the page of {name} is {result!r}"
            elif pages.setdefault(name, result) != result:
                yield f"{_BODY}: {name} stands on page {pages[name]} and on page {result}"
        elif kind == "REF" and "\\n" not in switches and result != words.get(name, result):
            yield f"{_BODY}: a reference says {result!r} where its target says {words[name]!r}"
        elif kind == "SEQ":
            starts = re.search(r"\\r (\d+)", code)
            counts[name] = int(starts[1]) if starts else counts.get(name, 0) + 1
            if result != str(counts[name]):
                yield f"{_BODY}: {name} {result} should count {counts[name]}"
    numbers = [int(pages[name]) for name in words if name in pages and pages[name].isdecimal()]
    if numbers != sorted(numbers):
        yield f"{_BODY}: the pages of headings or exhibits go back"


def listings(package: Package) -> Iterator[str]:
    """A list of contents names the page of every entry, or says with `\\n` that it names none."""
    tree = package.trees.get(_BODY)
    for code, _, inner in _nested(tree) if tree is not None else ():
        if code.startswith("TOC "):
            asked = "\\n" not in code.split()
            named = sum(each.startswith("PAGEREF ") for each in inner)
            entries = inner.count("")
            if named != (entries if asked else 0):
                yield f"{_BODY}: {code!r} names {named} pages for {entries} entries"


def _fields(tree: Element) -> Iterator[tuple[str, str]]:
    """Yield code and result of every field."""
    for code, result, _ in _nested(tree):
        yield code, result


def _nested(tree: Element) -> Iterator[tuple[str, str, list[str]]]:
    """Yield code, result, and what lies inside: the code of each field, "" for each link."""
    stack: list[tuple[list[str], list[str], list[str]]] = []
    separated: list[bool] = []
    for item in tree.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}hyperlink"):
        kind = item.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(([], [], []))
            separated.append(False)
        elif not stack:
            continue
        elif kind == "separate":
            separated[-1] = True
        elif kind == "end":
            code, result, inner = stack.pop()
            separated.pop()
            done = "".join(code).strip()
            for _, _, outside in stack:
                outside.append(done)
            yield done, "".join(result), inner
        elif item.tag == f"{W}instrText":
            stack[-1][0].append(item.text or "")
        elif item.tag == f"{W}hyperlink":
            for _, _, outside in stack:
                outside.append("")
        else:
            for (_, result, _), shows in zip(stack, separated, strict=True):
                if shows:
                    result.append(item.text or "")


def _marked(tree: Element) -> dict[str, str]:
    """Return the words inside each bookmark, in the order in which bookmarks begin."""
    names: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    for item in tree.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        number = str(item.get(f"{W}id", ""))
        if item.tag == f"{W}bookmarkStart":
            names[number] = str(item.get(f"{W}name", ""))
            words[names[number]] = []
        elif item.tag == f"{W}bookmarkEnd":
            names.pop(number, None)
        else:
            for name in names.values():
                words[name].append(item.text or "")
    return {name: "".join(pieces) for name, pieces in words.items()}


RULES = (results, listings)

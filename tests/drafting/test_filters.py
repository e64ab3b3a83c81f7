"""The filters of templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratgen.document import Paragraph, plain
from stratgen.errors import TemplateError

from .builders import Hole, blocks

CASES = {
    "{{ ['a', 'b', 'c']|listing }}": "a, b and c",
    "{{ ['a', 'b']|listing('or') }}": "a or b",
    "{{ ('a',)|listing }}": "a",
    "{{ [hole, 'b']|listing }}": "[To be confirmed: CFO] and b",
    "{{ ['a', hole]|join('; ') }}": "a; [To be confirmed: CFO]",
    "{{ 'We listen'|sentence }}": "We listen.",
    "{{ 'We listen. '|sentence }}": "We listen.",
    "{{ 'Do we?'|sentence }}": "Do we?",
    "{{ 'They said “no.”'|sentence }}": "They said “no.”",
    "{{ hole|sentence }}": "[To be confirmed: CFO].",
    "{{ ('by ' ~ hole)|sentence }}": "by [To be confirmed: CFO].",
    "{{ ['a', 'b.']|listing|sentence }}": "a and b.",
    "{{ 'Grow sales'|lower_first }}": "grow sales",
    "{{ 'KPI tree'|lower_first }}": "KPI tree",
    "{{ 'WhatsApp pilot'|lower_first }}": "WhatsApp pilot",
    "{{ 'A week'|lower_first }}": "a week",
    "{{ hole|lower_first }}": "[To be confirmed: CFO]",
    "{{ ''|lower_first ~ 'x' }}": "x",
    "{{ 'émile'|upper_first }}": "Émile",
    "{{ ('a' ~ hole)|upper_first }}": "A[To be confirmed: CFO]",
    "{{ ['ab', 'c']|listing|upper_first }}": "Ab and c",
    "{{ 'ab'|upper }}{{ hole|upper }}": "AB[To be confirmed: CFO]",
    "{% filter upper %}a {{ 'b*' }}{{ hole }}{% endfilter %}": "A B*[To be confirmed: CFO]",
    "{{ 'AB'|lower }}": "ab",
    "x{{ ' a '|trim }}x": "xax",
    "{{ 'a-b'|replace('-', '*') }}": "a*b",
    "{{ ['b', 'a']|sort|first }}": "a",
    "{{ ['Ab', 'Cd']|map('lower_first')|listing }}": "ab and cd",
    "{{ missing|default('none given') }}": "none given",
    "{% for x in ['a'] %}{{ loop.index + 1 }}{{ loop.cycle('x', 'y') }}{% endfor %}": "2x",
    "{% for k, v in {'a': 'b'}.items() %}{{ k }}{{ v }}{% endfor %}": "ab",
    "{{ 'a' + 'b' }}{{ 'a' ~ 1 }}{{ ([1] + [2])|length }}": "aba12",
}


@pytest.mark.parametrize(("said", "made"), CASES.items())
def test_a_filter_prints_what_it_says(said: str, made: str, tmp_path: Path) -> None:
    """Filters change text alone; a value with a printer of its own prints as it prints."""
    (paragraph,) = blocks(tmp_path, said, hole=Hole())
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.inlines) == made


@pytest.mark.parametrize(
    "said",
    [
        "{{ 3|listing }}",
        "{{ 'abc'|listing }}",
        "{{ []|listing }}",
        "{{ hole|replace('a', 'b') }}",
        "{{ none|lower_first }}",
        "{{ 1.5|sentence }}",
        "{{ [hole, 'a']|sort|listing }}",
        "{{ 3|first }}",
        "{{ ['a']|listing(1, 2) }}",
        "{{ nothing|listing }}",
        "{{ ['a']|listing|first }}",
        "{{ (['a']|listing)[0] }}",
        "{{ 2 ** 3 }}",
        "{{ 'a' * 3 }}",
        "{{ '%s' % 'a' }}",
        "{{ 1 / 0 }}",
        "{{ 1.5 + 1 }}",
        "{{ 'a' if false }}",
    ],
)
def test_a_filter_that_cannot_handle_its_value_is_a_fault(said: str, tmp_path: Path) -> None:
    """The fault names the template's file and line."""
    with pytest.raises(TemplateError) as caught:
        blocks(tmp_path, f"One\n\n{said}", hole=Hole())
    assert [fault.line for fault in caught.value.faults] == [6]
    assert caught.value.faults[0].file.endswith("paper.md.j2")


@pytest.mark.parametrize(
    "name",
    ["safe", "random", "pprint", "urlize", "attr", "tojson", "e", "escape", "format", "sum", "round", "xmlattr",
     "striptags", "truncate", "string", "indent", "wordwrap", "filesizeformat"],
)  # fmt: skip
def test_filters_that_dress_cut_or_reckon_are_gone(name: str, tmp_path: Path) -> None:
    """A template cannot make notation of an answer, nor compute a figure."""
    with pytest.raises(TemplateError, match=f'there is no filter "{name}"'):
        blocks(tmp_path, "{{ 'a'|" + name + " }}")

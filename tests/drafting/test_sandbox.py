"""A template reads fields; it cannot climb out."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratgen.document import Paragraph, Text
from stratgen.errors import TemplateError

from .builders import Client, blocks

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ client.__init__.__globals__ }}",
    "{{ client._secret }}",
    "{{ client['_secret'] }}",
    "{{ client['__class__'] }}",
    "{{ client.letters() }}",
    "{{ client.letters }}",
    "{{ [client]|map(attribute='__class__')|list|length ~ [client]|map(attribute='__class__')|listing }}",
    "{{ [client]|map(attribute='letters')|listing }}",
    "{{ '{0.__class__}'.format(client) }}",
    "{{ ''.join(['a', 'b']) }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ exhibit.__globals__ }}",
    "{{ exhibit.__wrapped__ }}",
    "{{ range.__class__ }}",
    "{{ range(10000000)|length }}",
    "{{ things.append(1) }}",
    "{{ facts.update({}) }}",
    "{{ facts.pop('a') }}",
    "{{ lipsum() }}",
    "{{ cycler('a').next() }}",
    "{{ joiner()() }}",
    "{% autoescape false %}{{ 'a' }}{% endautoescape %}",
    "{% import 'os' as os %}",
    "{{ loop.__init__ }}",
    "{{ namespace.__init__ }}",
    "{{ 'a' is callable and client.letters.__func__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' * 999999999 }}",
]


@pytest.mark.parametrize("said", ESCAPES)
def test_a_way_out_of_the_sandbox_is_a_fault(said: str, tmp_path: Path) -> None:
    """Underscores, methods, formats, growing things and missing calls are all refused with a line."""
    things: list[int] = []
    facts = {"a": "b"}
    with pytest.raises(TemplateError) as caught:
        blocks(tmp_path, said, client=Client(), things=things, facts=facts)
    assert all(fault.line == 4 for fault in caught.value.faults)
    assert "None" not in str(caught.value)
    assert (things, facts) == ([], {"a": "b"})


def test_fields_properties_and_entries_are_open(tmp_path: Path) -> None:
    """An entry of a mapping comes before the mapping's method of that name."""
    said = "{{ client.name }} {{ client.shown }} {{ facts.items }} {{ facts['a'] }} {{ facts.get('a') }}"
    made = blocks(tmp_path, said, client=Client(), facts={"a": "b", "items": "c"})
    assert made == (Paragraph((Text("Acme Acme Ltd c b b"),)),)


def test_the_desk_cannot_be_reached(tmp_path: Path) -> None:
    """The context's own entry has a name that no template can say."""
    with pytest.raises(TemplateError):
        blocks(tmp_path, "{{ desk }}")
    with pytest.raises(TemplateError):
        blocks(tmp_path, "{{ context }}")

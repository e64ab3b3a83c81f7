"""What is wrong in a template is said with its file and line, everything at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from stratgen.document import Exhibit
from stratgen.drafting import draft, exhibit_names, template_faults, template_set
from stratgen.errors import TemplateError

from .builders import Client, a_face, an_exhibit, blocks, paper, templates_of


def faults(
    folder: Path,
    body: str,
    context: Mapping[str, object] | None = None,
    exhibits: Mapping[str, Exhibit | None] | None = None,
    **partials: str,
) -> list[str]:
    """Return the complaints about a template, its folder left out."""
    with pytest.raises(TemplateError) as caught:
        paper(folder, body, context, exhibits, **partials)
    return [str(fault).replace(f"{folder}/", "") for fault in caught.value.faults]


def test_a_name_that_is_not_defined_has_a_suggestion(tmp_path: Path) -> None:
    """A mistyped name is a fault that names the nearest known one."""
    assert faults(tmp_path, "One\n{{ engagment }}", {"engagement": 1}) == [
        'paper.md.j2:5: "engagment" is not defined. Did you mean "engagement"?'
    ]


def test_a_field_that_is_missing_has_a_suggestion(tmp_path: Path) -> None:
    """A mistyped field names the nearest field of the model, never a method."""
    context = {"client": Client(), "facts": {"score": 1}}
    found = faults(tmp_path, "{{ client.nam }}\n{{ facts.scor }}\n{{ client.leters }}", context)
    assert found == [
        'paper.md.j2:4: Client has no "nam". Did you mean "name"?',
        'paper.md.j2:5: there is no entry "scor". Did you mean "score"?',
        'paper.md.j2:6: Client has no "leters".',
    ]


def test_a_field_of_an_answer_that_does_not_apply_is_a_fault(tmp_path: Path) -> None:
    """None has no fields, and nobody reads the word None."""
    assert faults(tmp_path, "{{ client.purpose.reason }}", {"client": Client()}) == [
        'paper.md.j2:4: an answer that does not apply has no "reason". Ask for it first with {% if %}.'
    ]


def test_faults_inside_includes_and_macros_name_their_own_file_and_line(tmp_path: Path) -> None:
    """The line is the one where the value is printed, not where the partial is called."""
    found = faults(
        tmp_path,
        '{% from "partials/m.md.j2" import say %}\n{% include "partials/i.md.j2" %}\n{{ say(none) }}',
        m="{% macro say(x) %}\n\n{{ x }}\n{% endmacro %}",
        i="\n\n\n{{ gone }}",
    )
    assert found == [
        'partials/i.md.j2:4: "gone" is not defined.',
        "partials/m.md.j2:3: this prints an answer that does not apply. Ask for it first with {% if %}.",
    ]


def test_a_fault_that_ends_the_rendering_names_its_file_and_line(tmp_path: Path) -> None:
    """Using what is missing stops there; what was found before is told as well."""
    found = faults(
        tmp_path, '{{ a }}\n{% include "partials/i.md.j2" %}', i="x\n{% for b in gone.x %}{% endfor %}"
    )
    assert found == ['paper.md.j2:4: "a" is not defined.', 'partials/i.md.j2:2: "gone" is not defined.']


def test_a_template_that_does_not_parse_is_a_fault(tmp_path: Path) -> None:
    """Syntax errors have file and line, in the template and in what it includes."""
    assert faults(tmp_path, "One\n{% if x %}\n")[0].startswith("paper.md.j2:5: Unexpected end of template")
    assert faults(tmp_path, '\n{% include "partials/i.md.j2" %}', i="\n{{ 'a'|listin }}") == [
        'partials/i.md.j2:2: there is no filter "listin". Did you mean "listing"?'
    ]


def test_a_template_that_is_not_there_has_a_suggestion(tmp_path: Path) -> None:
    """Both the name asked for and a name included."""
    found = faults(tmp_path, '\n{% include "partials/intr.md.j2" %}', intro="x")
    assert found == [
        'paper.md.j2:5: there is no template "partials/intr.md.j2". Did you mean "partials/intro.md.j2"?'
    ]
    with pytest.raises(TemplateError, match=r'there is no template "papper"\. Did you mean "paper"'):
        draft(templates_of(tmp_path, "x"), "papper", {}, {}, a_face())


@pytest.mark.parametrize("name", ["../secret.md.j2", "/etc/passwd", "partials/../../secret.md.j2"])
def test_a_template_outside_the_folder_is_not_there(name: str, tmp_path: Path) -> None:
    """Templates come from their folder alone."""
    (tmp_path / "secret.md.j2").write_text("secret")
    (tmp_path / "set").mkdir()
    assert "there is no template" in faults(tmp_path / "set", f'{{% include "{name}" %}}')[0]


def test_an_unknown_exhibit_has_a_suggestion(tmp_path: Path) -> None:
    """Whether it is shown or only asked about."""
    found = faults(
        tmp_path,
        '{{ exhibit("capabilty-gap") }}\n{% if has_exhibit("gap") %}{% endif %}',
        None,
        {"capability-gap": an_exhibit()},
    )
    assert found == [
        'paper.md.j2:4: no exhibit named "capabilty-gap". Did you mean "capability-gap"?',
        'paper.md.j2:5: no exhibit named "gap".',
    ]


def test_a_reference_that_leads_nowhere_names_its_line(tmp_path: Path) -> None:
    """References are checked once the whole document stands."""
    found = faults(tmp_path, "# Aims\n\nSee {{ see('aim') }}.")
    assert found == ['paper.md.j2:6: there is no heading or exhibit "aim" to refer to. Did you mean "aims"?']


def test_all_faults_of_the_notation_come_at_once(tmp_path: Path) -> None:
    """Each with the line of the template that says so."""
    found = faults(tmp_path, "# One\n### Two\n\n- {{ v }}\n\nSome <b>.\n\n::: box\nx\n:::", {"v": ""})
    assert found == [
        'paper.md.j2:5: the heading "Two" skips a level. Give it ##.',
        "paper.md.j2:7: an item of this list is empty. Print it only where there is something to say.",
        "paper.md.j2:9: HTML is not part of the notation: <b>. Write words; use \\< for a bare sign.",
        'paper.md.j2:11: "::: box" is no kind of box. The kinds are decision, finding, risk, caution, rights, '
        "quote, example, fields, pagebreak.",
    ]


def test_a_line_that_no_template_holds_is_quoted(tmp_path: Path) -> None:
    """Where loops put a line together, the fault says what it reads like."""
    assert faults(tmp_path, "{% if true %}#{% endif %}{% if true %} One{% endif %} {.huge}\n") == [
        'paper.md.j2: near "# One {.huge}": ".huge" means nothing on a heading. '
        "Use #key, .plain, .annex, .part, .new-page, .landscape, .apart, .whole or .opening."
    ]


FRONT = {
    "# One": 'paper.md.j2:1: the template has no title. Begin it with "---", "title: …" and "---".',
    "---\ntitle: A\n": 'paper.md.j2:1: the front matter is not closed. Close it with "---".',
    "---\nsubtitle: A\n---": 'paper.md.j2:1: the template has no title. Add "title: …".',
    "---\ntitle: A\ntitel: A\n---": 'paper.md.j2:3: "titel" is not part of the front matter. Did you mean "title"?',
    "---\ntitle: A\ncover: true\n---": 'paper.md.j2:3: "cover" is neither yes nor no. Write yes or no.',
    "---\ntitle: A\ntitle: B\n---": 'paper.md.j2:3: "title" is given twice. Leave one out.',
}


@pytest.mark.parametrize(("text", "fault"), FRONT.items())
def test_front_matter_is_read_strictly(text: str, fault: str, tmp_path: Path) -> None:
    """A mistyped entry is a fault, not a title that is missing later."""
    (tmp_path / "paper.md.j2").write_text(text)
    with pytest.raises(TemplateError) as caught:
        draft(template_set(tmp_path, {}), "paper", {}, {}, a_face())
    assert str(caught.value).replace(f"{tmp_path}/", "") == fault


def test_front_matter_says_what_the_cover_says(tmp_path: Path) -> None:
    """Values are printed as plain text; the switches are no where nothing is said."""
    document = paper(
        tmp_path,
        "{% set x = 1 %}\n---\ntitle: Plan for {{ v }}: next\nsubtitle: {{ v }}\naudience: All\ncontents: yes\n---\nx",
        {"v": "A *B*\nC"},
    )
    assert (document.title, document.subtitle) == ("Plan for A *B* C: next", "A *B* C")
    assert (document.audience, document.cover, document.contents) == ("All", False, True)
    assert (document.client, document.dated, document.paper) == ("Acme", "1 May 2026", "A4")


def test_a_title_holds_plain_words_only(tmp_path: Path) -> None:
    """A note, reference or exhibit in a title would be lost: it is a fault."""
    exhibits = {"plan": an_exhibit("plan")}
    assert "a title holds" in faults(tmp_path, "---\ntitle: A {{ see('x') }}\n---\n# X", None, exhibits)[0]
    assert (
        "a title holds" in faults(tmp_path, "---\ntitle: A {{ exhibit('plan') }}\n---\n", None, exhibits)[0]
    )
    assert "a title holds" in faults(tmp_path, "::: risk A {{ note('x') }}\nx\n:::", None, exhibits)[0]


def test_a_file_that_is_not_text_is_a_fault(tmp_path: Path) -> None:
    """Wrong encoding and private-use characters are told before anything is rendered."""
    (tmp_path / "paper.md.j2").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    (tmp_path / "token.md.j2").write_text("x\n\ue0000\ue001", encoding="utf-8")
    found = [str(fault) for fault in template_faults(template_set(tmp_path, {}))]
    assert [line.removeprefix(f"{tmp_path}/") for line in found] == [
        "paper.md.j2: the template is not UTF-8 text. Save it as UTF-8.",
        "token.md.j2:2: this line holds the private-use character U+E000. Take it out.",
    ]


def test_a_file_below_where_we_stand_is_named_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault reads `templates/paper.md.j2:…`, not the whole path."""
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TemplateError, match=r"^templates/paper.md.j2:4: "):
        blocks(tmp_path / "templates", "{{ gone }}")


def test_a_bug_in_what_the_caller_gives_is_not_a_fault_of_the_template(tmp_path: Path) -> None:
    """Only what a template can mend becomes a TemplateError."""

    class Broken:
        @property
        def field(self) -> str:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        blocks(tmp_path, "{{ b.field }}", b=Broken())


def test_the_exhibits_that_templates_name_are_listed(tmp_path: Path) -> None:
    """A test can hold the templates against what the analysis offers."""
    templates = templates_of(
        tmp_path,
        "{{ exhibit('a') }}\n{% if has_exhibit('b') %}{{ exhibit('c-' ~ x) }}{% endif %}",
        p="{{ exhibit('d') }}",
    )
    assert exhibit_names(templates) == {
        "a": (f"{tmp_path}/paper.md.j2", 4),
        "b": (f"{tmp_path}/paper.md.j2", 5),
        "d": (f"{tmp_path}/partials/p.md.j2", 1),
    }


def test_a_circle_of_macros_is_a_fault(tmp_path: Path) -> None:
    """A template that calls itself without end is told so."""
    assert "without end" in faults(tmp_path, "{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}")[0]

"""Numbers are given once: to headings, exhibits and notes, and bound documents are numbered anew."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from stratgen.document import (
    Document,
    Exhibit,
    Heading,
    Note,
    Paragraph,
    Reference,
    Strong,
    Text,
    outline,
    plain,
)
from stratgen.drafting import bind, draft
from stratgen.drafting.numbering import letter
from stratgen.errors import TemplateError

from .builders import a_face, an_exhibit, paper, templates_of


def test_letters_of_annexes_go_on_after_z() -> None:
    """1 is A, 26 is Z, 27 is AA, 703 is AAA."""
    assert [letter(count) for count in (1, 2, 26, 27, 52, 53, 703)] == [
        "A",
        "B",
        "Z",
        "AA",
        "AZ",
        "BA",
        "AAA",
    ]


def test_exhibits_are_numbered_by_kind_in_reading_order(tmp_path: Path) -> None:
    """Tables and figures count apart; a reference may come before its exhibit."""
    exhibits = {
        "a": an_exhibit("a"), "b": an_exhibit("b", kind="Figure"), "c": an_exhibit("c"),
    }  # fmt: skip
    text = "{{ see('c') }}, {{ see('b') }}\n\n{{ exhibit('a') }}\n{{ exhibit('b') }}\n{{ exhibit('c') }}"
    made = paper(tmp_path, text, None, exhibits)
    assert "Table 2, Figure 1" in outline(made)
    assert [(one.kind, one.number) for one in made.blocks if isinstance(one, Exhibit)] == [
        ("Table", 1), ("Figure", 1), ("Table", 2),
    ]  # fmt: skip


def test_notes_and_references_inside_exhibits_are_numbered_too(tmp_path: Path) -> None:
    """Notes count in reading order through text and tables."""
    cell = (Text("x"), Note((Text("inner"),)), Strong((Reference("top"),)))
    text = "# Top\n\nA{{ note('one') }}\n\n{{ exhibit('a') }}\n\nB{{ note('three') }}"
    made = paper(tmp_path, text, None, {"a": an_exhibit("a", cell)})
    table = made.blocks[2]
    assert isinstance(table, Exhibit)
    assert re.search(r"Note\(inlines=\(Text\(text='inner'[^()]*\),\), number=2\)", repr(table))
    assert "Reference(key='top', text='section 1'" in repr(table)
    assert "number=3" in repr(made.blocks[3])


def test_an_exhibit_shown_twice_is_a_fault(tmp_path: Path) -> None:
    """Two tables with one number would make references ambiguous."""
    with pytest.raises(TemplateError, match=r'paper\.md\.j2:[45]: the key "a" is given twice'):
        paper(tmp_path, "{{ exhibit('a') }}\n{{ exhibit('a') }}", None, {"a": an_exhibit("a")})


def test_a_section_below_an_annex_bears_its_letter_and_one_below_a_plain_heading_nothing(
    tmp_path: Path,
) -> None:
    """The kind of the first level rules the levels below it."""
    made = paper(tmp_path, "# A {.annex}\n## B\n### C\n# D {.plain}\n## E\n### F\n# G\n## H {.plain}\n## I")
    numbers = [(one.number, one.kind) for one in made.blocks if isinstance(one, Heading)]
    assert numbers == [
        ("Annex A", "annex"), ("A.1", "annex"), ("A.1.1", "annex"), ("", "plain"), ("", "plain"),
        ("", "plain"), ("1", "section"), ("", "plain"), ("1.1", "section"),
    ]  # fmt: skip


def test_an_annex_stands_at_the_first_level(tmp_path: Path) -> None:
    """Deeper, it would have no letter of its own."""
    with pytest.raises(TemplateError, match="is not a first-level heading"):
        paper(tmp_path, "# A\n## B {.annex}")


PART = """---
title: {name}
---
# Aims
See {{{{ see("aims") }}}}, {{{{ see("gap") }}}}, {{{{ see("terms") }}}}{{{{ note("n") }}}}.
## Inside
{{{{ exhibit("gap") }}}}
# Card {{.plain}}
# Terms {{.annex #terms}}
## Small print
"""


def _part(folder: Path, name: str) -> Document:
    folder.mkdir()
    templates = templates_of(folder, PART.format(name=name))
    return draft(templates, "paper", {}, {"gap": an_exhibit("gap", (Text(name),))}, a_face())


def _front(folder: Path, body: str) -> Document:
    folder.mkdir()
    templates = templates_of(folder, f"---\ntitle: Pack\ncover: yes\n---\n{body}")
    return draft(templates, "paper", {}, {}, a_face(), elsewhere={"brief", "policy", "register"})


def test_bound_parts_and_annexes_are_numbered_anew(tmp_path: Path) -> None:
    """Parts and annexes open at the first level, theirs shift down, references stay with their own part."""
    front = _front(tmp_path / "f", "# Control\nSee {{ see('policy') }}, {{ see('register/gap') }}.")
    parts = [("brief", _part(tmp_path / "a", "Brief")), ("policy", _part(tmp_path / "b", "Policy"))]
    bound = bind(front, parts, [("register", _part(tmp_path / "c", "Register"))])
    headings = [
        (one.level, f"{one.number} {plain(one.inlines)}".strip(), one.key)
        for one in bound.blocks if isinstance(one, Heading)
    ]  # fmt: skip
    assert headings == [
        (1, "Control", "control"),
        (1, "Part 1 Brief", "brief"), (2, "1.1 Aims", "brief/aims"), (3, "1.1.1 Inside", "brief/inside"),
        (2, "Card", "brief/card"), (2, "1.2 Terms", "brief/terms"), (3, "1.2.1 Small print", "brief/small-print"),
        (1, "Part 2 Policy", "policy"), (2, "2.1 Aims", "policy/aims"), (3, "2.1.1 Inside", "policy/inside"),
        (2, "Card", "policy/card"), (2, "2.2 Terms", "policy/terms"), (3, "2.2.1 Small print", "policy/small-print"),
        (1, "Annex A Register", "register"), (2, "A.1 Aims", "register/aims"),
        (3, "A.1.1 Inside", "register/inside"), (2, "Card", "register/card"), (2, "A.2 Terms", "register/terms"),
        (3, "A.2.1 Small print", "register/small-print"),
    ]  # fmt: skip
    shown = outline(bound)
    assert "See Part 2, Table 3." in shown
    assert "See section 1.1, Table 1, section 1.2." in shown
    assert "See section 2.1, Table 2, section 2.2." in shown
    assert "See section A.1, Table 3, section A.2." in shown
    assert [f"number={count}" in repr(bound) for count in (1, 2, 3)] == [True] * 3
    assert (bound.title, bound.cover) == ("Pack", True)


SHOWN = "---\ntitle: {name}\n---\n# Aims\nSee {{{{ see('gap') }}}}.\n\n{{{{ exhibit('gap') }}}}"


def test_an_exhibit_that_an_earlier_part_shows_is_referred_to(tmp_path: Path) -> None:
    """Nothing is shown twice in a pack: the second becomes a line, and what pointed at it points at the first."""
    parts = []
    for name, words in (("one", "Same"), ("two", "Same"), ("three", "Other")):
        (tmp_path / name).mkdir()
        templates = templates_of(tmp_path / name, SHOWN.format(name=name))
        parts.append(
            (name, draft(templates, "paper", {}, {"gap": an_exhibit("gap", (Text(words),))}, a_face()))
        )
    bound = bind(replace(parts[0][1], blocks=()), parts)
    assert [one.key for one in bound.blocks if isinstance(one, Exhibit)] == ["one/gap", "three/gap"]
    lines = [plain(one.inlines) for one in bound.blocks if isinstance(one, Paragraph)]
    caption = next(one.caption for one in bound.blocks if isinstance(one, Exhibit))
    assert lines == ["See Table 1.", "See Table 1.", f"{caption}: see Table 1.", "See Table 2."]


def test_a_section_apart_stays_behind_when_its_document_is_bound(tmp_path: Path) -> None:
    """It stands in the document by itself, with all below it, and the sections after it count on without it."""
    text = "---\ntitle: A\n---\n# One\n# Alone {.apart}\nWords.\n## Below\n# Two\nMore."
    made = draft(templates_of(tmp_path, text), "paper", {}, {}, a_face())
    bound = bind(replace(made, blocks=()), [("a", made)])

    def numbered(document: Document) -> list[str]:
        return [f"{one.number} {plain(one.inlines)}" for one in document.blocks if isinstance(one, Heading)]

    assert numbered(made) == ["1 One", "2 Alone", "2.1 Below", "3 Two"]
    assert numbered(bound) == ["Part 1 A", "1.1 One", "1.2 Two"]


def test_binding_changes_nothing_of_the_documents_bound(tmp_path: Path) -> None:
    """Trees are frozen: a document can be written alone after it was bound."""
    part = _part(tmp_path / "a", "Brief")
    before = replace(part)
    bind(_front(tmp_path / "f", "# Control"), [("brief", part)])
    assert part == before


def test_binding_two_parts_of_one_name_is_a_fault(tmp_path: Path) -> None:
    """Keys stay unique in the bound pack."""
    part = _part(tmp_path / "a", "Brief")
    with pytest.raises(TemplateError, match='the key "brief" is given twice'):
        bind(_front(tmp_path / "f", "# Control"), [("brief", part), ("brief", part)])


def test_a_reference_to_a_part_that_is_not_bound_is_a_fault(tmp_path: Path) -> None:
    """What drafting left for binding is checked there."""
    with pytest.raises(TemplateError, match='there is no heading or exhibit "policy" to refer to'):
        bind(_front(tmp_path / "f", "See {{ see('policy') }}."), [("brief", _part(tmp_path / "a", "Brief"))])


def test_a_reference_keeps_asking_for_its_page_when_it_is_bound(tmp_path: Path) -> None:
    """`see(key, page=true)` asks for the page, and numbering and binding carry the wish along."""
    templates = templates_of(
        tmp_path, "---\ntitle: A\n---\n# Aims\nIn {{ see('aims', page=true) }}, {{ see('aims') }}."
    )
    made = draft(templates, "paper", {}, {}, a_face())
    for document in (made, bind(replace(made, blocks=()), [("one", made)])):
        paragraph = document.blocks[-1]
        assert isinstance(paragraph, Paragraph)
        references = [one for one in paragraph.inlines if isinstance(one, Reference)]
        assert [one.page for one in references] == [True, False]


def test_a_heading_may_turn_its_pages_to_landscape(tmp_path: Path) -> None:
    """The mark goes with the heading, and stays with it when its document is bound."""
    templates = templates_of(tmp_path, "---\ntitle: A\n---\n# Wide {.landscape}\nText.\n# Upright\nText.")
    made = draft(templates, "paper", {}, {}, a_face())
    for document in (made, bind(replace(made, blocks=()), [("one", made)])):
        headings = [one for one in document.blocks if isinstance(one, Heading)]
        assert [one.landscape for one in headings[-2:]] == [True, False]

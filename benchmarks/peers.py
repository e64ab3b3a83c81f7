"""The contestants: each takes content and returns the bytes of three Word files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.content import Flat, FlatBlock

Run = Callable[[], list[bytes]]

STYLES = {"paragraph": "Normal", "item": "List Bullet", "box": "Intense Quote", "caption": "Caption"}


def stratgen_from_answers(answers: Path) -> Run:
    """Return a run of stratgen from validated answers to files: analysis, drafting and writing."""
    from benchmarks.content import THREE
    from stratgen import word
    from stratgen.analysis import analyze
    from stratgen.answers import load
    from stratgen.pack import Checked, compose
    from stratgen.places import bundled

    loaded = load(answers)
    templates = bundled("templates")
    style = word.house_style(templates / "house-style")

    def run() -> list[bytes]:
        checked = Checked(loaded, analyze(loaded.engagement), (), (), ())
        return [word.write(tree, style) for tree in compose(checked, templates, THREE).values()]

    return run


def stratgen_from_trees() -> Run:
    """Return a run of stratgen's Word writer alone, from the trees."""
    from benchmarks.content import trees
    from stratgen import word
    from stratgen.places import bundled

    style = word.house_style(bundled("templates") / "house-style")
    documents = list(trees().values())
    return lambda: [word.write(tree, style) for tree in documents]


def docxtpl(documents: list[Flat]) -> Run:
    """Return a run of docxtpl used as it is meant: a Word template that looks like the document, a tag where
    each text comes, and a loop over the rows of each table."""
    templates = [_authored(flat) for flat in documents]
    return lambda: [_rendered(template, flat) for template, flat in zip(templates, documents, strict=True)]


def docxtpl_one_loop(documents: list[Flat]) -> Run:
    """Return a run of docxtpl at its leanest: one small template with a single loop over all blocks, which no
    designer could work on."""
    template = _looping()
    return lambda: [_rendered(template, flat) for flat in documents]


def _rendered(source: bytes, flat: Flat) -> bytes:
    from docxtpl import DocxTemplate

    template = DocxTemplate(BytesIO(source))
    template.render({"title": flat.title, "blocks": [_rich(block) for block in flat.blocks]}, autoescape=True)
    stream = BytesIO()
    template.save(stream)
    return stream.getvalue()


def _rich(block: FlatBlock) -> FlatBlock:
    """Return a block with its runs as docxtpl's rich text, its own way to keep bold words bold."""
    from docxtpl import RichText

    if "rows" in block:
        return {**block, "rows": [[_rich(cell) for cell in row] for row in block["rows"]]}
    text = RichText()
    for words, bold in block["runs"]:
        text.add(words, bold=bold)
    return {**block, "text": text}


def _authored(flat: Flat) -> bytes:
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ title }}"
    document.add_heading("{{ title }}", 0)
    for number, block in enumerate(flat.blocks):
        tag = f"{{{{r blocks[{number}].text }}}}"
        if block["kind"] == "table":
            cells = [
                f"{{% cellbg row[{n}].shade %}}{{{{r row[{n}].text }}}}" for n in range(len(block["rows"][0]))
            ]
            _add_rows(document, (f"{{%tr for row in blocks[{number}].rows %}}",), cells, ("{%tr endfor %}",))
        elif block["kind"] == "heading":
            document.add_heading(tag, block["level"])
        else:
            document.add_paragraph(tag, STYLES[block["kind"]])
    return _saved(document)


def _looping() -> bytes:
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ title }}"
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{%p for block in blocks %}")
    for level in (1, 2, 3, 4):
        document.add_paragraph(f"{{%p if block.kind == 'heading' and block.level == {level} %}}")
        document.add_heading("{{r block.text }}", level)
        document.add_paragraph("{%p endif %}")
    for kind, style in STYLES.items():
        document.add_paragraph(f"{{%p if block.kind == '{kind}' %}}")
        document.add_paragraph("{{r block.text }}", style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.kind == 'table' %}")
    cells = ("{%tc for cell in row %}", "{% cellbg cell.shade %}{{r cell.text }}", "{%tc endfor %}")
    _add_rows(document, ("{%tr for row in block.rows %}",), cells, ("{%tr endfor %}",))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    return _saved(document)


def _add_rows(document: Any, *rows: Sequence[str]) -> None:
    """Add a table; a row with fewer texts than the widest is filled up with empty cells."""
    columns = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=columns, style="Table Grid")
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=False):
            cell.text = text


def _saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def python_docx(documents: list[Flat]) -> Run:
    """Return a run of plain python-docx, as its documentation teaches it, by `row.cells`."""
    from docx import Document

    def run() -> list[bytes]:
        files = []
        for flat in documents:
            document = Document()
            document.sections[0].header.paragraphs[0].text = flat.title
            document.add_heading(flat.title, 0)
            for block in flat.blocks:
                if block["kind"] == "table":
                    _python_docx_table(document, block["rows"])
                elif block["kind"] == "heading":
                    _add_runs(document.add_heading("", block["level"]), block["runs"])
                else:
                    _add_runs(document.add_paragraph("", STYLES[block["kind"]]), block["runs"])
            files.append(_saved(document))
        return files

    return run


def _python_docx_table(document: Any, rows: list[list[FlatBlock]]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, contents in zip(table.rows, rows, strict=True):
        for cell, content in zip(row.cells, contents, strict=True):
            _add_runs(cell.paragraphs[0], content["runs"])
            shade = OxmlElement("w:shd")
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), content["shade"])
            cell._tc.get_or_add_tcPr().append(shade)


def _add_runs(paragraph: Any, runs: list[list[Any]]) -> None:
    for words, bold in runs:
        paragraph.add_run(words).bold = bold

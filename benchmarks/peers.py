"""The contestants: each takes content and returns the bytes of three Word files."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from benchmarks.content import Flat

Run = Callable[[], list[bytes]]


def stratgen_from_answers(answers: Path) -> Run:
    """Return a run of stratgen from validated answers to files: analysis, drafting and writing."""
    from stratgen.answers import load

    from benchmarks.content import THREE
    from stratgen import word
    from stratgen.analysis import analyze
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
    """Return a run of docxtpl: one template with loops over blocks, rendered for each document."""
    from docxtpl import DocxTemplate

    source = _docxtpl_template()

    def run() -> list[bytes]:
        files = []
        for flat in documents:
            template = DocxTemplate(BytesIO(source))
            template.render({"title": flat.title, "blocks": flat.blocks}, autoescape=True)
            stream = BytesIO()
            template.save(stream)
            files.append(stream.getvalue())
        return files

    return run


def _docxtpl_template() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{%p for block in blocks %}")
    for level in (1, 2, 3, 4):
        document.add_paragraph(f"{{%p if block.kind == 'heading' and block.level == {level} %}}")
        document.add_heading("{{ block.text }}", level)
        document.add_paragraph("{%p endif %}")
    for kind, style in (("paragraph", "Normal"), ("item", "List Bullet")):
        document.add_paragraph(f"{{%p if block.kind == '{kind}' %}}")
        document.add_paragraph("{{ block.text }}", style)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.kind == 'table' %}")
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    for row, words in enumerate((
        ("{%tr for row in block.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )):  # fmt: skip
        for cell, text in zip(table.rows[row].cells, words, strict=True):
            cell.text = text
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
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
            document.add_heading(flat.title, 0)
            for block in flat.blocks:
                match block["kind"]:
                    case "heading":
                        document.add_heading(block["text"], block["level"])
                    case "item":
                        document.add_paragraph(block["text"], "List Bullet")
                    case "table":
                        rows = block["rows"]
                        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
                        for row, words in zip(table.rows, rows, strict=True):
                            for cell, text in zip(row.cells, words, strict=True):
                                cell.text = text
                    case _:
                        document.add_paragraph(block["text"])
            stream = BytesIO()
            document.save(stream)
            files.append(stream.getvalue())
        return files

    return run

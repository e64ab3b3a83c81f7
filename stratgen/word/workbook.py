"""The workbook inside a chart: one sheet with the chart's numbers, which Word opens to edit them.

It knows rows of words and numbers, and nothing of charts. The same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.word.namespaces import HEAD, RELATIONS, TYPES, R
from stratgen.word.package import Part, archive, pack
from stratgen.word.text import attribute

Value = str | float | None
"""What a cell of the sheet holds; None leaves it empty."""

SHEET = "Sheet1"
"""The name of the one sheet, as the references of a chart spell it."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'{HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
    '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _fixed() -> tuple[Part, ...]:
    """Return the parts that every workbook has."""
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("styles", "styles"),
        )
    )
    return (
        pack(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{TYPES}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        ),
        pack("_rels/.rels", _relations(("workbook", "officeDocument", "xl/workbook.xml"))),
        pack(
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{R}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="sheet"/>'
            "</sheets></workbook>",
        ),
        pack(
            "xl/_rels/workbook.xml.rels",
            _relations(("sheet", "worksheet", "worksheets/sheet1.xml"), ("styles", "styles", "styles.xml")),
        ),
        pack("xl/styles.xml", _STYLES),
    )


def _relations(*lines: tuple[str, str, str]) -> str:
    return (
        f'{HEAD}<Relationships xmlns="{RELATIONS}">'
        + "".join(
            f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in lines
        )
        + "</Relationships>"
    )


_FIXED = _fixed()


def workbook(rows: Sequence[Sequence[Value]]) -> bytes:
    """Return an .xlsx file whose one sheet holds `rows` from A1 on."""
    lines = "".join(
        f'<row r="{number}">{"".join(_cell(place(column, number), value) for column, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    sheet = f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'
    return archive([*_FIXED, pack("xl/worksheets/sheet1.xml", sheet)])


def place(column: int, row: int, fixed: bool = False) -> str:
    """Return the name of a cell, "B3" or fixed "$B$3"; columns count from 0, rows from 1."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"${letters}${row}" if fixed else f"{letters}{row}"


def number(value: float) -> str:
    """Return a number as sheets and charts write it: as short as it can be told again."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _cell(name: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return (
            f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{attribute(value)}</t></is></c>'
            if value
            else ""
        )
    return f'<c r="{name}"><v>{number(value)}</v></c>'

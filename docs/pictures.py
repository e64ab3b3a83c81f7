"""Makes docs/pages.png, the picture of the README: pages of the example pack side by side.

Needs LibreOffice and poppler; run it as `make pictures`.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import DecodedStreamObject, NameObject

from stratgen.cli import main

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT / "answers" / "karoo-bank.yaml"
WIDTH, HEIGHT, GAP = 595, 842, 24
SHOWN = (
    ("strategy-pack", ""), ("board-brief", ""), ("vision-roadmap", "Key results at the end of Q3"),
    ("employee-engagement-policy", "Eight rules to remember"),
)  # fmt: skip
"""The documents, and words that stand on the page to be shown and on no later one; "" shows the first."""


def make() -> Path:
    """Render the example, lay it out, and join some of its pages in one picture."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if main(["render", str(BANK), "--to", scratch]):
            raise SystemExit(1)
        sheet = PdfWriter()
        width, height = GAP + len(SHOWN) * (WIDTH + GAP), HEIGHT + 2 * GAP
        wide = sheet.add_blank_page(width, height)
        for place, (name, words) in enumerate(SHOWN):
            page = _page(folder, name, words)
            left = GAP + place * (WIDTH + GAP)
            wide.merge_transformed_page(page, Transformation().translate(left, GAP))
            wide.merge_page(_frame(left, GAP, width, height))
        sheet.write(folder / "sheet.pdf")
        picture = ROOT / "docs" / "pages"
        subprocess.run(["pdftoppm", "-r", "40", "-png", "-singlefile", str(folder / "sheet.pdf"), str(picture)],
                       check=True)  # fmt: skip
        return picture.with_suffix(".png")


def _page(folder: Path, name: str, words: str) -> PageObject:
    """Return the last page of a document with these words: the contents name headings and tables before it."""
    pages = _pages(folder, name)
    if not words:
        return pages[0]
    for page in reversed(pages):
        if words in page.extract_text():
            return page
    raise SystemExit(f"{name}: no page says {words!r}.")


def _pages(folder: Path, name: str) -> list[PageObject]:
    docx = folder / "karoo-bank" / f"{name}.docx"
    subprocess.run(["libreoffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                    "pdf", "--outdir", str(folder), str(docx)], check=True, capture_output=True)  # fmt: skip
    return list(PdfReader(folder / f"{name}.pdf").pages)


def _frame(left: float, bottom: float, width: float, height: float) -> PageObject:
    """Return a page that holds nothing but a thin grey frame round one tile."""
    page = PdfWriter().add_blank_page(width, height)
    stream = DecodedStreamObject()
    stream.set_data(f"0.75 G 0.8 w {left} {bottom} {WIDTH} {HEIGHT} re S".encode())
    page[NameObject("/Contents")] = stream
    return page


if __name__ == "__main__":
    print(make())

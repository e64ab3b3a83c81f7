"""How wide words run, roughly: enough to keep a column from breaking its longest word."""

from __future__ import annotations

# Thousandths of the type size for the characters 32 to 126, from the open metrics of Carlito,
# which has the widths of Calibri.
_ASCII = (
    226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507,
    507, 507, 507, 507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631,
    623, 252, 319, 520, 420, 855, 646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307,
    386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527,
    525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
)  # fmt: skip
_WIDE = 0x1100
"""From here on (Hangul, Chinese, Japanese) a character is taken as a full square."""

_TOGETHER = {0x00A0: "n", 0x2007: "n", 0x202F: "n", 0x2013: "\u2013 "}

_MARGIN = 1.06
"""Bold type and other fonts run wider than the regular cut that was measured."""


def width(text: str, size: float) -> float:
    """Return the width in twips that `text` takes on one line at `size` points (within about 10 %)."""
    total = 0
    for code in map(ord, text):
        total += _ASCII[code - 32] if 32 <= code < 127 else 1000 if code >= _WIDE else 560
    return total * size * 20 * _MARGIN / 1000


def longest_word(text: str) -> str:
    """Return the word with the most characters, as Word would break the line ("" if there is none)."""
    if not text.isascii():
        # Word keeps words together that a non-breaking space joins; `split` would not.
        text = text.translate(_TOGETHER)
    return max(text.replace("-", "- ").replace("/", "/ ").split(), key=len, default="")

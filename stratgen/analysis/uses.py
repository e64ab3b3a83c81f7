"""Which documents use which question: the register's "used in" column (domain 4) as data."""

from __future__ import annotations

from functools import cache

BOARD = "Board brief"
POLICY = "Employee engagement policy"
ROADMAP = "Quarterly vision roadmap"
TERMS = "Terms of engagement"
PACK = "Strategy pack"
"""The bound pack uses every answer."""

DOCUMENTS = (BOARD, POLICY, ROADMAP, TERMS)
ALL = "BPRT"

_LETTERS = {"B": BOARD, "P": POLICY, "R": ROADMAP, "T": TERMS}

_USES: dict[str, str] = {
    "ENG-01": ALL, "ENG-02": "BR", "ENG-03": ALL, "ENG-04": ALL, "ENG-05": ALL, "ENG-06": "R", "ENG-07": "BP",
    "ENG-08": "P", "ENG-09": "P", "ENG-10": "B", "ENG-11": "B", "ENG-12": "PR", "ENG-13": "PT",
    "ENG-14": "BR", "ENG-15": "B",
    "PUR-01": "BPR", "PUR-02": "B", "PUR-03": "BR", "PUR-04": "R", "PUR-05": "PR", "PUR-06": "R",
    "PUR-07": "RT", "PUR-08": "B", "PUR-09": "PR", "PUR-10": "PR", "PUR-11": "R", "PUR-12": "B", "PUR-13": "B",
    "PUR-14": "B", "PUR-15": "P", "PUR-16": "PT",
    "PER": "BR", "PER-03": "R", "PER-04": "R",
    "CHN": "B", "CHN-01": "BPR", "CHN-03": "P", "CHN-04": "P", "CHN-05": "BR", "CHN-06": "BR", "CHN-09": "BR",
    "CHF": "BR", "CHF-03": "R", "CHF-07": "R",
    "SCX": "B", "SCX-01": "BR", "SCX-03": "R",
    "STK": "R", "STK-06": "BR", "NEU": "BR", "NEU-03": "P",
    "TEAM-01": "BPRT", "TEAM-02": "BR", "TEAM-04": "PR", "TEAM-05": "B", "TEAM-06": "P",
    "TEAM-03": "R", "TEAM-07": "B",
    "KPI": "BR", "KPI-02": "B",
    "SMI": "BR", "N2N": "BR", "BRD": "B",
    "OBJ": "R", "OBJ-01": "BR", "OBJ-02": "BRT",
    "TAC": "R", "TAC-02": "RT", "TAC-03": "T", "TAC-04": "T", "ACT": "BR", "TOOL": "BR",
    "TON": "PRT", "TON-01": "PR", "TON-03": "PT", "TON-04": "T", "TON-05": "RT",
    "TERM": "T", "TERM-01": "PRT", "TERM-02": "BPT", "TERM-05": "PRT", "TERM-06": "PT",
    "CRE": "PT", "CRE-02": "T", "ESC": "BPT", "ESC-02": "PT", "ESC-03": "PT", "ESC-04": "PT", "ESC-05": "PT", "APR": "P", "TRN": "PR",
    "POL": "P", "POL-01": "BPRT", "POL-08": "BP", "POL-09": "PT", "POL-13": "P", "POL-14": "BP", "POL-15": "BP", "POL-17": "PT",
    "RSK": "BR", "BOA": "B", "BOA-01": "BR",
    "VIS": "R", "VIS-01": "BR", "VIS-06": "BR", "VIS-07": "RT", "VIS-08": "RT", "SIGN": "B",
}  # fmt: skip


@cache
def documents_using(ref: str) -> tuple[str, ...]:
    """Return the titles of the documents that use a question; only the strategy pack where no other does."""
    letters = _USES.get(ref) or _USES.get(ref.partition("-")[0], "")
    return tuple(_LETTERS[letter] for letter in letters) or (PACK,)

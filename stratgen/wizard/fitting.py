"""What is too long for its place on the screen ends after a whole word, with an ellipsis."""

from __future__ import annotations


def fit(text: str, wide: int) -> str:
    """Return a text that takes at most `wide` columns, of at least 2; only a single word too long is cut within."""
    if len(text) <= wide:
        return text
    room = text[:wide]
    # A word that ends just where the room ends is whole.
    words = room[:-1] if text[wide - 1].isspace() else room[:-1].rpartition(" ")[0]
    words = words.rstrip(" ,;:.([–-")
    return f"{words or room[:-1]}…"

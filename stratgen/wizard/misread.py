"""What is raised where something typed cannot be read."""

from __future__ import annotations


class MisreadError(ValueError):
    """Something that cannot be read as the answer that is asked for; says what would pass.

    `at` is the row of a grid or form that it stands in, empty elsewhere.
    """

    at: str = ""

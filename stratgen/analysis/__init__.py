"""What follows from the answers: pure functions, the numbered rules, and exhibits.

This room writes labels but no prose, and knows nothing of files, templates, Word or the clock.
"""

from stratgen.analysis.analyze import analyze

__all__ = ["analyze"]

"""How every test runs: a slow machine fails no property, only a wrong answer does."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

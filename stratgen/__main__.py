"""`python -m stratgen` is the same as `stratgen`."""

from stratgen.cli import run

run()

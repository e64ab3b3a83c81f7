"""The exhibits of the board brief, gathered: standing, today, money, watch."""

from __future__ import annotations

from stratgen.analysis.exhibits import board_money, board_steps, board_today, board_watch, placement
from stratgen.analysis.exhibits.brief import Builder

BUILDERS: dict[str, Builder] = {
    **placement.BUILDERS,
    **board_today.BUILDERS,
    **board_money.BUILDERS,
    **board_watch.BUILDERS,
    **board_steps.BUILDERS,
}

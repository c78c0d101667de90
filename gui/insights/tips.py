"""What the tips over the tree say: as text, whatever it looks like."""

from collections.abc import Iterable
from html import escape

from gui.insights.layout import Chip


def of_chip(chip: Chip) -> str:
    """Say what a chip is."""
    cited = chip.kind == "citation"
    return escape(f"Passage {chip.target} of this article" if cited else chip.words)


def of_lines(said: Iterable[str]) -> str:
    """Say some things, each on a line of its own."""
    lines = "<br>".join(escape(part) for part in said if part)
    return f"<qt>{lines}</qt>" if lines else ""

"""Type in which figures stand under one another."""

from PySide6.QtGui import QFont

from gui.look.letters import scaled


def tabular(font: QFont, by: float = 1.0) -> QFont:
    """Give a font with figures of one width, so many times as large."""
    made = scaled(font, by)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made

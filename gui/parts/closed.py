"""What would be refused is not offered: greyed, with a tip that says why."""

from PySide6.QtWidgets import QWidget

from gui.parts.tip import tip

FAINT = 0.35  # of a colour that cannot be chosen


def close(why: str, *widgets: QWidget) -> None:
    """Let these take no click any more."""
    for one in widgets:
        one.setEnabled(False)
        one.setToolTip(tip(why))

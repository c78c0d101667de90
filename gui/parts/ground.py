"""What a list or tree shows its rows on, made here.

`viewport()` of a view gives a widget that Python has not met, unless it made it: every type that it
might be is loaded, sixty that nobody needs, which takes 10 ms and 2 MB.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QWidget


def give_ground(view: QAbstractItemView) -> None:
    """Give a new view a viewport like the one it has; one with a text would not bear it."""
    ground = QWidget()
    ground.setBackgroundRole(QPalette.ColorRole.Base)
    ground.setAutoFillBackground(True)
    view.setViewport(ground)

"""The button beside menus, or tools, for which a window is too narrow.

Qt's own is twelve pixels wide, and of its sign there is a dot to be seen.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QToolButton, QWidget

from gui import theme
from gui.look import sizing

NAMES = ("qt_menubar_ext_button", "qt_toolbar_ext_button")
ICON = 18
WIDE = 24  # pixels, some of them over what the last menu keeps clear


class _Widened(QObject):
    """A filter that has a button be so wide, to the left, wherever its bar puts it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            wide, at = sizing.px(WIDE), watched.geometry()
            if at.width() < wide:
                at.setLeft(at.right() - wide + 1)
                watched.setGeometry(at)
        return super().eventFilter(watched, event)


def show_button(bar: QWidget, name: str) -> None:
    """Let the button of a bar be seen, and say by `name` what it leads to."""
    for button in bar.findChildren(QToolButton):
        if button.objectName() in NAMES:
            button.setIcon(theme.icon("more"))
            button.setIconSize(sizing.icons(ICON))
            button.setAccessibleName(name)
            button.installEventFilter(_Widened(button))

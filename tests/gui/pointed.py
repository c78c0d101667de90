"""A hand that points at words and presses keys, and what the card of a word then says."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.glossary import WordCard
from gui.window import Window
from tests.gui.mouse import point


def point_at(widget: QWidget, place: QPoint) -> None:
    """Rest the mouse on a place for the usual time."""
    QApplication.sendEvent(
        widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )


def point_at_claim(window: Window, word: str, position: int = 1) -> None:
    view, text = window.insights.view, window.insights.view._rows.row(position).node.text
    point_at(view.viewport(), point(view, position, text.index(word)) + QPoint(3, 0))


def card(window: Window) -> WordCard | None:
    """Give the card, if one is open; the mouse of this machine has no part in it."""
    found = window.findChild(WordCard)
    if found is None or not found.isVisible():
        return None
    found.wait()
    return found


def told(window: Window) -> list[str]:
    """Read all that the open card says."""
    shown = card(window)
    assert shown is not None
    labels = shown.findChildren(QLabel)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)
    return [one.text() for one in labels if one.isVisible() and one.text()]


def dialog() -> QWidget:
    QApplication.processEvents()  # so that it has the keys
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def press(window: Window, key: Qt.Key) -> None:
    window.activateWindow()
    QApplication.processEvents()  # so that it has the keys
    QTest.keyClick(QApplication.focusWidget() or window, key)

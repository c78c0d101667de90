"""A small card beside what the mouse points at: a heading, and what is said of it.

It lies over the window and is no window of its own, so that neither focus nor an input method is
disturbed. It goes with the mouse, a click, a key or a turn of the wheel; what it says is others'.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.look import letters, sizing
from gui.parts import plate
from gui.parts.labels import faint, larger, words

WIDEST = 420
GAP = 6  # between what is pointed at and the card
LEAVING = (
    QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress,
    QEvent.Type.Hide, QEvent.Type.WindowDeactivate,
)  # fmt: skip


class Card(QFrame):
    """Stands by a place in `over`, under it or above it; `column` holds what it shows."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._over, self._place = over, QRect()
        self._labels: list[QLabel] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(13, 9, 13, 10)
        self.column.setSpacing(3)
        self.hide()

    def say(self, heading: str, lines: Sequence[str] = (), hint: str = "") -> None:
        """Show a heading, lines under it, and last what could be done."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = [_label(heading, bold=True), *map(_label, lines)]
        if hint:
            self._labels.append(_label(hint, second=True))
        for label in self._labels:
            self.column.addWidget(label)
            label.show()
        self.setAccessibleName(". ".join((heading, *lines)))

    def stand_by(self, place: QRect) -> None:
        """Show the card by a place, in the coordinates of what it stands over."""
        window = self._over.window()
        if self.parent() is not window:
            self.setParent(window)
        self._place = place
        self.setMaximumWidth(sizing.px(WIDEST))
        self.adjustSize()
        spot = self._over.mapTo(window, place.bottomLeft()) + QPoint(-8, GAP)
        if spot.y() + self.height() > window.height() - GAP:
            spot.setY(self._over.mapTo(window, place.topLeft()).y() - GAP - self.height())
        spot.setX(max(GAP, min(spot.x(), window.width() - self.width() - GAP)))
        self.move(spot)
        self.show()
        self.raise_()
        for watched in (self._over, self._over.parentWidget()):
            if watched is not None:
                watched.removeEventFilter(self)
                watched.installEventFilter(self)

    # Qt's questions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent)
        away = moved and not self._place.contains(event.position().toPoint())  # type: ignore[attr-defined]
        if away or event.type() in LEAVING:
            self.hide()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        for watched in (self._over, self._over.parentWidget()):
            if watched is not None:
                watched.removeEventFilter(self)
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            plate.paint_all(painter, self, theme.tones().base, 8)


def _label(text: str, *, bold: bool = False, second: bool = False) -> QLabel:
    label = (faint if second else words)(text, wrap=len(text) > WIDEST // 8)
    return larger(label, letters.FINE if second else 1.0, bold=bold)

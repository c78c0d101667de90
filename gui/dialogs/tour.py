"""A card beside the part of the window it speaks of: one step of the tour, to do or to skip.

It lies over the window and is no window of its own: everything goes on working around it, and the
keys stay where they are. Which step it is, and whether that is done, is told to it.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.look import letters, sizing
from gui.parts import aloud
from gui.parts.labels import faint, larger, words
from gui.tongue import tr

WIDTH = 300
POINT = 9  # pixels, from the card to the tip that points at something
EDGE = 12  # from the card to the edge of the window
RADIUS = 9


class TourCard(QFrame):
    """`skipped` asks for the next step, `ended` for the end of the tour."""

    skipped = Signal()
    ended = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._beside: QWidget | None = None
        self._after = False
        self._tip, self._points = 0.0, True
        self.setObjectName("tour")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.step, self.title, self.told = faint(), larger(words(), letters.HEAD), words(wrap=True)
        self.skip, self.end = QPushButton(tr("Skip This Step")), QPushButton(tr("End the Tour"))
        self.skip.clicked.connect(self.skipped)
        self.end.clicked.connect(self.ended)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.end)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        for label in (self.step, self.title, self.told):
            self._column.addWidget(label)
        self._column.addLayout(buttons)
        over.installEventFilter(self)
        self.hide()

    def say(self, step: str, title: str, told: str, *, last: bool = False) -> None:
        """Show a step; the last one has only an end."""
        self.step.setText(step)
        self.title.setText(title)
        self.told.setText(told)
        self.skip.setHidden(last)
        self.end.setText(tr("Close") if last else tr("End the Tour"))
        self.setAccessibleName(f"{step}: {title}")
        self.setAccessibleDescription(told)
        aloud.announce(self, f"{step}: {title}. {told}")

    def stand_beside(self, widget: QWidget, *, after: bool) -> None:
        """Stand after a part of the window, or before it, and point at it."""
        if self._beside is not None:
            self._beside.removeEventFilter(self)
        self._beside, self._after = widget, after
        widget.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """Be whole within the window, as near as can be to what is spoken of.

        Where there is no room beside that, stand below, so that it is seen.
        """
        beside, window = self._beside, self.parentWidget()
        if beside is None or window is None:
            return
        self.setFixedWidth(min(sizing.px(WIDTH + POINT), window.width() - 2 * EDGE))
        left, right = (POINT, 0) if self._after else (0, POINT)
        self._column.setContentsMargins(16 + left, 12, 16 + right, 14)
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
        corner = beside.mapTo(window, QPoint(0, 0))
        x = corner.x() + beside.width() - 2 if self._after else corner.x() - self.width() + 2
        middle = corner.y() + min(beside.height() // 2, 90)
        y = min(middle - 40, window.height() - self.height() - EDGE)
        x = max(EDGE, min(x, window.width() - self.width() - EDGE))
        below = corner.y() + beside.height() + POINT
        low = below + self.height() + EDGE <= window.height()
        covers = x < corner.x() + beside.width() - 2 and x + self.width() > corner.x() + 2
        self._points = not (covers and low)
        self.move(x, max(EDGE, y) if self._points else below)
        self._tip = float(min(max(middle - self.y(), 2 * RADIUS), self.height() - 2 * RADIUS))
        self.update()

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tones, area = theme.tones(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        left, right = (POINT, 0) if self._after else (0, POINT)
        body, tip = QPainterPath(), QPainterPath()
        body.addRoundedRect(area.adjusted(left, 0, -right, 0), RADIUS, RADIUS)
        inner, outer = area.left() + POINT + 1, area.left()
        if not self._after:
            inner, outer = area.right() - POINT - 1, area.right()
        tip.moveTo(QPointF(outer, self._tip))
        tip.lineTo(QPointF(inner, self._tip - POINT))
        tip.lineTo(QPointF(inner, self._tip + POINT))
        tip.closeSubpath()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tones.accent, 1))
            painter.setBrush(tones.base)
            painter.drawPath(body.united(tip) if self._points else body)

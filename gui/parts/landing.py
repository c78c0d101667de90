"""What lies over the window while something is held over it that may be dropped: what will happen.

The mouse goes through it. What is dropped, and whether it can be taken, is said from outside.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.look import letters, sizing
from gui.parts.labels import faint, words

EDGE, ROUND = 14, 10
GROUND = 250  # of 255: what is below is seen to be there, and does not disturb what is read
ICON, ROOM = 36, 48


class Landing(QWidget):
    """Covers its parent; an icon, a sentence, and one in small letters below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._possible = True
        self._icon, self.sentence, self.more = QLabel(self), words(wrap=True), faint(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(10)
        column.addStretch(1)
        for label in (self._icon, self.sentence, self.more):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.hide()

    def say(self, icon: str, sentence: str, more: str, *, possible: bool) -> None:
        """Show what a drop would do, or why there can be none."""
        self._possible = possible
        self.sentence.setFont(letters.bold(self.font(), letters.TITLE))
        self.sentence.setText(sentence)
        self.more.setText(more)
        self._icon.setPixmap(theme.icon(icon).pixmap(sizing.icons(ICON)))
        self.setAccessibleName(f"{sentence} {more}".strip())
        parent = self.parentWidget()
        assert parent is not None, "it lies over something"
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    # Qt's questions

    def paintEvent(self, _event: QPaintEvent) -> None:
        tones = theme.tones()
        ground = QColor(tones.base)
        ground.setAlpha(GROUND)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = tones.accent if self._possible else tones.edge
            painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
            area = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
            painter.drawRoundedRect(area, ROUND, ROUND)

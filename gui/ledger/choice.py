"""A box with a few words, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from gui import theme


class Choice(QComboBox):
    """A combo box with a thin arrow, as the rest of the window is drawn."""

    def __init__(self, name: str, words: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(list(words))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setStyleSheet(
            "QComboBox::drop-down { border: 0; width: 22px; }QComboBox::down-arrow { image: none; }"
        )

    # Qt's questions

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle = QPointF(self.width() - 14, self.height() / 2)
        corners = (QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.tones().faint, 1.5, c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))

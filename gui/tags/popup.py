"""A small window to give a tag without leaving the text: a tag field over all there is."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from core.model import Tag
from gui import sizing, theme
from gui.tags.field import TagField
from gui.tags.offer_list import OfferList
from gui.tongue import tr

WIDTH, LIST_HEIGHT = 300, 224
HIGHEST = LIST_HEIGHT + 60  # pixels, with the field


class TagPopup(QFrame):
    """Opened at a point; closes after Enter, Esc or a click elsewhere."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(tr("Give a tag"))
        self._list = OfferList(self)
        self._list.offers.modelReset.connect(self._fit)
        self.field = TagField(self, self._list)
        self.field.given.connect(self._give)
        self.field.left.connect(self.close)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self._list)
        self.setFixedWidth(sizing.px(WIDTH))
        self.setFocusProxy(self.field)

    def open_at(self, point: QPoint, tags: Sequence[Tag]) -> None:
        """Open at a point of the screen, moved as far as it must to be seen whole."""
        self.field.clear()
        self.field.set_tags(tags)
        self.field.offer_all()
        self.move(self._seen_whole(point))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _seen_whole(self, point: QPoint) -> QPoint:
        screen = QGuiApplication.screenAt(point) or self.screen()
        room = screen.availableGeometry()
        x = max(room.left(), min(point.x(), room.right() - self.width()))
        y = max(room.top(), min(point.y(), room.bottom() - HIGHEST))
        return QPoint(x, y)

    def _fit(self) -> None:
        """Be as high as what there is to choose from."""
        height = min(self._list.rows_height(), LIST_HEIGHT)
        self._list.setVisible(self._list.offers.rowCount() > 0)
        self._list.setFixedHeight(height)
        self._column.activate()
        self.adjustSize()

    def _give(self, path: str) -> None:
        self.close()
        self.given.emit(path)

    # Qt's questions

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, t = QPainter(self), theme.tones()
        painter.fillRect(self.rect(), t.base)
        painter.setPen(QPen(t.line, 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

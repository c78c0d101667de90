"""The tags a highlight has, as chips that wrap; each can be dropped by mouse or by Delete."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.model import Tag
from gui import theme
from gui.parts.closed import close
from gui.parts.lines import one_line
from gui.parts.tip import tip
from gui.tags.ink import paint_dot, paint_path
from gui.tongue import tr

GAP = 6
HEIGHT_OVER_TEXT = 8


class Cross(QAbstractButton):
    """The small × of a chip."""

    def sizeHint(self) -> QSize:
        return QSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = theme.tones()
        painter.setPen(QPen(t.accent if self.underMouse() else t.faint, 1.4))
        box = QRectF(self.rect()).adjusted(5.5, 5.5, -5.5, -5.5)
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())


class Chip(QWidget):
    """One tag; focusable, so that Delete can drop it."""

    dropped = Signal(str)

    def __init__(self, tag: Tag, parent: QWidget) -> None:
        super().__init__(parent)
        self.tag = tag
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._cross = Cross(self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self._drop)
        self._say()

    def _say(self) -> None:
        name = one_line(self.tag.path)
        self.setAccessibleName(tr("Tag {0}").format(name))
        self.setAccessibleDescription(tr("Delete drops it"))
        self._cross.setAccessibleName(tr("Drop the tag {0}").format(name))
        self._cross.setToolTip(tr("Drop this tag"))
        names = (self.tag.zh, self.tag.en, *self.tag.aliases)
        others = [one_line(other) for other in names if other]
        self.setToolTip(tip(" · ".join([name, *others])))

    def close_to_writing(self, why: str) -> None:
        self.setAccessibleDescription(why)
        close(why, self._cross)

    def _drop(self) -> None:
        self.dropped.emit(self.tag.id)

    # Qt's questions

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(one_line(self.tag.path)) + 20 + 4 + 20
        return QSize(width, metrics.height() + HEIGHT_OVER_TEXT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self._cross.sizeHint()
        top = (self.height() - size.height()) // 2
        self._cross.setGeometry(self.width() - 21, top, size.width(), size.height())
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), theme.tones()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.accent, 1.4) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(t.chip)
        box = QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        paint_dot(painter, self.tag, QPointF(12, self.height() / 2))
        paint_path(painter, self.tag.path, QRect(20, 0, self.width() - 42, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._drop()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
            return True
        return super().event(event)


class TagChips(QWidget):
    """The chips of one highlight, in as many lines as they need."""

    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._closed = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Tags"))
        self._flow()

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these; the focus stays in its place when its chip goes."""
        if [chip.tag for chip in self._chips] == list(tags):
            return
        focused = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), None)
        old, self._chips = self._chips, [self._chip(tag) for tag in tags]
        if focused is not None:
            self._hand_focus_to(focused, old[-1])
        for chip in old:
            chip.hide()
            chip.deleteLater()
        self._flow()

    def close_to_writing(self, why: str) -> None:
        """Let none be dropped."""
        self._closed = why

    def _chip(self, tag: Tag) -> Chip:
        chip = Chip(tag, self)
        if self._closed:
            chip.close_to_writing(self._closed)
        chip.dropped.connect(self.dropped)
        chip.show()
        return chip

    def _hand_focus_to(self, place: int, last: Chip) -> None:
        if self._chips:
            self._chips[min(place, len(self._chips) - 1)].setFocus()
        else:
            last.focusNextPrevChild(True)

    def _flow(self) -> None:
        """Lay the chips from left to right, in lines as wide as this widget."""
        x = y = line = 0
        for chip in self._chips:
            size = chip.sizeHint().boundedTo(QSize(max(self.width(), 60), 1000))
            if x and x + size.width() > self.width():
                x, y = 0, y + line + GAP
            chip.setGeometry(QRect(x, y, size.width(), size.height()))
            x, line = x + size.width() + GAP, size.height()
        self.setFixedHeight(y + line)
        self.setVisible(bool(self._chips))

    # Qt's questions

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

"""A picture of findings in a window: scrolled, pointed at, walked through by keys, and saved.

What is drawn, and where, a scene knows; this knows mouse and keys. To a screen reader it is a list
of findings: that much of Qt's list is used, and none of its drawing. Nothing is written to a file.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QListView,
    QWidget,
)

from gui import theme
from gui.ledger.labels import sentence_over
from gui.ledger.spoken_list import SpokenList
from gui.parts import viewport
from gui.parts.card import Card
from gui.parts.keys import claims, is_letter
from gui.parts.pressed import ENTER

Index = QModelIndex | QPersistentModelIndex
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Scene(Protocol):
    """What a picture shows. Places count from the top of what scrolls."""

    @property
    def above(self) -> float:
        """How high stands what does not scroll, over it."""
        ...

    @property
    def below(self) -> float:
        """And under it."""
        ...

    @property
    def height(self) -> float: ...

    @property
    def order(self) -> Sequence[str]:
        """The findings, in the order in which keys walk through them."""
        ...

    def paint(
        self, painter: QPainter, size: QSizeF, top: float, chosen: str, pointed: str
    ) -> None: ...

    def at(self, x: float, y: float) -> str: ...

    def place(self, one: str) -> QRectF: ...

    def told(self, one: str) -> tuple[str, list[str]]:
        """Give what a card over a finding says: a heading, and lines."""
        ...


class Picture(QListView):
    """A scene, and the finding chosen in it."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self.name = name
        self.scene: Scene | None = None
        self.current = ""
        self._spoken = SpokenList(self._told)
        self.setModel(self._spoken)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._pointed = ""
        self._card: Card | None = None
        self._empty = sentence_over(self, empty)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(name)

    def show_scene(self, scene: Scene | None) -> None:
        """Show a scene, with the finding chosen that was, if it is there."""
        self.scene = scene
        if scene is None or self.current not in scene.order:
            self.current = ""
        self._empty.setVisible(scene is None or not scene.order)
        self._spoken.show(scene.order if scene else ())
        self.setCurrentIndex(self._spoken.place(self.current))
        self._measure()
        self.viewport().update()

    @abstractmethod
    def _lay(self) -> None:
        """Make the scene anew, for as much room and as large letters as there are."""

    def _told(self, one: str) -> tuple[str, list[str]]:
        return self.scene.told(one) if self.scene else ("", [])

    def choose(self, one: str) -> None:
        """Choose a finding and scroll to it, without telling."""
        if self.scene and one in self.scene.order:
            self.current = one
            self.setCurrentIndex(self._spoken.place(one))
            self._show_place(self.scene.place(one))
            heading, lines = self.scene.told(one)
            self.setAccessibleName(". ".join((self.name, heading, *lines)))
        self.viewport().update()

    def whole(self) -> QSizeF:
        """Give the size of all of it, for a file."""
        scene = self.scene
        high = scene.above + scene.height + scene.below if scene else 0
        return QSizeF(self.viewport().width(), max(high, 1))

    def paint_whole(self, painter: QPainter) -> None:
        """Paint all of it, on its ground, with nothing chosen."""
        painter.setFont(self.font())
        painter.fillRect(QRectF(0, 0, self.whole().width(), self.whole().height()), _ground())
        if self.scene:
            self.scene.paint(painter, self.whole(), 0, "", "")

    def _measure(self) -> None:
        scene, bar, high = self.scene, self.verticalScrollBar(), self.viewport().height()
        room = high - (scene.above + scene.below if scene else 0)
        bar.setPageStep(max(round(room), 1))
        bar.setSingleStep(24)
        bar.setRange(0, max(0, round((scene.height if scene else 0) - room)))

    def _show_place(self, place: QRectF) -> None:
        bar = self.verticalScrollBar()
        if place.top() < bar.value():
            bar.setValue(int(place.top()))
        elif place.bottom() > bar.value() + bar.pageStep():
            bar.setValue(int(place.bottom() - bar.pageStep()) + 1)

    def _at(self, at: QPoint) -> str:
        scene, y = self.scene, float(at.y())
        if scene is None or not scene.above <= y < self.viewport().height() - scene.below:
            return ""
        return scene.at(at.x(), y - scene.above + self.verticalScrollBar().value())

    def _show_card(self, at: QPoint) -> None:
        """Tell what is known of the finding that the mouse rests on."""
        one = self._at(at)
        if self.scene is None or not one:
            return
        if self._card is None:
            self._card = Card(self.viewport())
        place = self.scene.place(one)
        place.translate(0, self.scene.above - self.verticalScrollBar().value())
        near = QRectF(at.x() - 40, place.top(), 80, place.height())
        self._card.say(*self.scene.told(one))
        self._card.stand_by(near.toRect())

    def _go(self, one: str) -> None:
        if one:
            self.choose(one)
            self.chosen.emit(one)

    def step(self, by: int) -> None:
        """Go so many findings on; from nowhere, to the first or the last."""
        order = list(self.scene.order) if self.scene else []
        if not order:
            return
        begin = -1 if by > 0 else len(order)
        now = order.index(self.current) if self.current in order else begin
        self._go(order[min(max(now + by, 0), len(order) - 1)])

    # Qt's questions

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setFont(self.font())
            painter.fillRect(self.viewport().rect(), _ground())
            if self.scene and self.scene.order:
                size = QSizeF(self.viewport().size())
                top = self.verticalScrollBar().value()
                self.scene.paint(painter, size, top, self.current, self._pointed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractScrollArea.resizeEvent(self, event)
        self._measure()
        if event.size().width() != event.oldSize().width():
            self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay()

    def doItemsLayout(self) -> None:
        """Do nothing: a scene lays itself out."""

    def updateGeometries(self) -> None:
        self._measure()

    def scrollContentsBy(self, _x: int, _y: int) -> None:
        self.viewport().update()

    def scrollTo(self, index: Index, _hint: object = None) -> None:
        """Do nothing: what is chosen is scrolled to by its place."""

    def visualRect(self, index: Index) -> QRect:
        if self.scene is None or not index.isValid():
            return QRect()
        place = self.scene.place(self._spoken.order[index.row()])
        place.translate(0, self.scene.above - self.verticalScrollBar().value())
        return place.toAlignedRect()

    def moveCursor(self, _how: object, _keys: object) -> QModelIndex:
        """Stay: keys that go on are the picture's own."""
        return self._spoken.place(self.current)

    def indexAt(self, at: QPoint) -> QModelIndex:
        return self._spoken.place(self._at(at))

    def event(self, event: QEvent) -> bool:
        """Take the keys that walk through a picture before the window's commands do."""
        return claims(event, self.own_keys()) or super().event(event)

    def own_keys(self) -> tuple[Qt.Key, ...]:
        return ENTER

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER and self.current:
            self.opened.emit(self.current)
        elif key in BACK or key in ON:
            self.step(-1 if key in BACK else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step(-1_000_000 if key == Qt.Key.Key_Home else 1_000_000)
        elif is_letter(event):
            event.ignore()
        else:
            QAbstractScrollArea.keyPressEvent(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(self._at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        one = self._at(event.position().toPoint())
        if one:
            self.opened.emit(one)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        one = self._at(event.position().toPoint())
        if one != self._pointed:
            self._pointed = one
            self.viewport().update()
        shape = Qt.CursorShape.PointingHandCursor if one else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_card(self.viewport().mapFromGlobal(_place(event)))
            return True
        if event.type() == QEvent.Type.Leave and self._pointed:
            self._pointed = ""
            self.viewport().update()
        return super().viewportEvent(event)


def _place(event: QEvent) -> QPoint:
    from PySide6.QtGui import QHelpEvent

    assert isinstance(event, QHelpEvent)
    return event.globalPos()


def _ground() -> QColor:
    return theme.tones().base

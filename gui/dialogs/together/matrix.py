"""The square of tags in a window: pointed at, walked through by keys, and given as a picture."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.model import Tag
from core.together import Square
from gui import theme
from gui.dialogs.together.shading import Cell, Chart
from gui.look import sizing
from gui.parts import aloud
from gui.parts.lines import one_line
from gui.parts.pressed import ENTER
from gui.parts.tip import tip
from gui.tongue import tr

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
NOTHING = Square((), {})


class Matrix(QWidget):
    """The square itself; a scroll area is put around it. It tells which two tags are asked for."""

    asked = Signal(object, object)  # two tags; one alone is twice
    moved = Signal(QPoint)  # to be seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = tr("Tags Together")
        self.articles = False  # what is counted: else highlights
        self.current: Cell | None = None
        self._square = NOTHING
        self._laid: Chart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.name)

    def show_square(self, square: Square, *, articles: bool) -> None:
        """Show a square; the two tags that are chosen stay it while they are in it."""
        before = [self._square.tags[place].id for place in self.current or ()]
        places = {tag.id: place for place, tag in enumerate(square.tags)}
        found = tuple(places[tag] for tag in before if tag in places)
        self.current = (found[0], found[1]) if len(found) == 2 else None
        self._square, self.articles = square, articles
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.update()

    @property
    def chart(self) -> Chart:
        """How the square is laid out in the size of letters there is, worked out once."""
        wanted = self._square, self.font(), sizing.px(100) / 100
        if self._laid is None or (self._laid.square, self._laid.font, self._laid.scale) != wanted:
            self._laid = Chart(*wanted)
        return self._laid

    def told(self, at: Cell) -> str:
        """Say what a cell says."""
        one, other = (one_line(self._square.tags[place].path) for place in at)
        many = self._square.count(*at)
        counted = (
            tr("%n article(s)", "", many) if self.articles else tr("%n highlight(s)", "", many)
        )
        if one == other:
            return tr("{tag}: {counted}").format(tag=one, counted=counted)
        return tr("{one} with {other}: {counted}").format(one=one, other=other, counted=counted)

    # As a picture

    def whole(self) -> QSizeF:
        return self.chart.size()

    def paint_whole(self, painter: QPainter) -> None:
        painter.fillRect(0, 0, *self._pixels(), theme.tones().base)
        self.chart.paint(painter)

    def _pixels(self) -> tuple[int, int]:
        size = self.chart.size().toSize()
        return size.width(), size.height()

    # What is chosen

    def _choose(self, at: Cell) -> None:
        self.current = at
        self.moved.emit(self.chart.cell(at).center().toPoint())
        said = self.told(at)
        self.setAccessibleName(f"{self.name}. {said}")
        aloud.announce(self, said)
        self.update()

    def _ask(self) -> None:
        if self.current and self._square.count(*self.current):
            tags = [self._square.tags[place] for place in self.current]
            self.asked.emit(*tags)

    def tags(self) -> tuple[Tag, ...]:
        return self._square.tags

    # Qt's questions

    def sizeHint(self) -> QSize:
        return QSize(*self._pixels())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.chart.paint(painter, self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, many = Qt.Key(event.key()), len(self._square.tags)
        if key in STEPS and many:
            down, across = STEPS[key]
            row, column = self.current or (0 - down, 0 - across)
            row, column = (min(max(n, 0), many - 1) for n in (row + down, column + across))
            self._choose((row, column))
        elif key in (*ENTER, Qt.Key.Key_Space):
            self._ask()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.chart.at(event.position())
        if found:
            self._choose(found)
            self._ask()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.chart.at(event.position())
        live = found is not None and self._square.count(*found)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if live else arrow)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tip(self, at: QPoint, where: QPoint) -> None:
        from PySide6.QtWidgets import QToolTip  # where the mouse rests

        found = self.chart.at(QPointF(at))
        QToolTip.showText(where, tip(self.told(found)) if found else "", self)

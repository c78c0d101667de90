"""A list a reader ticks, of whatever a model knows: two lines a row, a box, a word on a chip.

A model gives each row as a `Row`; every row is equally high, so that a hundred thousand cost no
more than ten. What a tick means is the model's.
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme
from gui.dialogs.boxes import ON, REACH, box_size, draw_tick
from gui.look import letters
from gui.parts import plate
from gui.parts.lines import one_line
from gui.tongue import tr

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
OFF = Qt.CheckState.Unchecked
ROW = Qt.ItemDataRole.UserRole
EDGE = 12
TOP = 9
BETWEEN = 3
ASKED = 50  # rows, whether they have a second line
MEASURED = 300  # characters of a line worth measuring


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows; `tick` None: there is nothing to tick.

    A `quiet` row is faint; of a `calm` one only the chip is, and a `loud` chip stands out.
    """

    first: str
    second: str = ""
    chip: str = ""
    tick: Qt.CheckState | None = None
    quiet: bool = False
    calm: bool = False
    loud: bool = False

    @property
    def said(self) -> str:
        """Give the row in words, for a screen reader."""
        return ", ".join(filter(None, (self.first, self.second, self.chip)))


class TickModel(QAbstractListModel):
    """Rows to tick: a child says how many there are, what each shows, and what a tick does."""

    ticked = Signal()

    @abstractmethod
    def row(self, number: int) -> Row:
        """Give what is shown of a row."""

    @abstractmethod
    def turn(self, number: int) -> None:
        """Tick what was not, and the other way round."""

    @abstractmethod
    def turn_all(self) -> None:
        """Tick all, or none."""

    def repaint(self) -> None:
        count = self.rowCount()
        if count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def tell_ticked(self) -> None:
        """Show what is ticked now, and tell of it."""
        self.repaint()
        self.ticked.emit()

    # Qt's questions

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.first[:MEASURED]
        if role == Qt.ItemDataRole.CheckStateRole:
            return row.tick
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said[: 3 * MEASURED]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tick = self.row(index.row()).tick if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or tick is None:
            return False
        if (tick is ON) is not (Qt.CheckState(value) is ON):
            self.turn(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        usual |= Qt.ItemFlag.ItemNeverHasChildren
        tickable = self.row(index.row()).tick is not None
        return usual | Qt.ItemFlag.ItemIsUserCheckable if tickable else usual


class Choices(TickModel, Generic[T]):
    """Rows that are wanted or not, each by itself; a child says what a row shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offered: Sequence[T] = ()
        self._wanted = list[bool]()

    def offer(self, offered: Sequence[T], wanted: Iterable[bool]) -> None:
        """Show these, and which of them are wanted at first."""
        self.beginResetModel()
        self._offered, self._wanted = offered, list(wanted)
        self.endResetModel()
        self.ticked.emit()

    def chosen(self) -> Iterator[T]:
        """Give those that are wanted."""
        return compress(self._offered, self._wanted)

    def count(self) -> int:
        """Count those that are wanted."""
        return sum(self._wanted)

    def tick(self, number: int) -> Qt.CheckState:
        return ON if self._wanted[number] else OFF

    def turn(self, number: int) -> None:
        self._wanted[number] = not self._wanted[number]
        self.tell_ticked()

    def turn_all(self) -> None:
        self._wanted = [not all(self._wanted)] * len(self._wanted)
        self.tell_ticked()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._offered)


class TickList(QListView):
    """The rows of a model, ticked by mouse, by Space, and all or none by Ctrl+A."""

    def __init__(self, model: TickModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Space ticks a row, Ctrl+A all or none"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._rows.turn_all()
        elif event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.isValid() and _near_box(self.visualRect(index), spot.x()):
            self._turn(index)

    def _turn(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._rows.turn(index.row())


class _Rows(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        first, second = _fonts(option.font)
        height = QFontMetrics(first).height() + 2 * TOP
        rows = index.model()
        some = (rows.index(row, 0) for row in range(min(rows.rowCount(), ASKED)))
        if any(one.data(ROW).second for one in some):
            height += QFontMetrics(second).height() + BETWEEN
        return QSize(160, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, theme.tones().base)
        plate.paint(painter, self._view, index, QRectF(option.rect).adjusted(1, 1, -1, -1), 8)
        if row.tick is not None:
            draw_tick(painter, _box(option.rect), row.tick)
        _lines(painter, option.rect, option.font, row)
        painter.restore()


def _near_box(row: QRect, x: int) -> bool:
    return row.left() <= x <= row.left() + EDGE + box_size() + REACH


def _box(row: QRect) -> QRect:
    size = box_size()
    return QRect(row.left() + EDGE, row.center().y() - size // 2, size, size)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    return font, letters.scaled(font, letters.SMALL)


def _lines(painter: QPainter, rect: QRect, font: QFont, row: Row) -> None:
    t = theme.tones()
    first, second = _fonts(font)
    area = rect.adjusted(EDGE + box_size() + EDGE, TOP, -EDGE, -TOP)
    above = QRect(area)
    if row.second:
        above.setHeight(QFontMetrics(first).height())
    below = QRect(area.left(), above.bottom() + 1 + BETWEEN, area.width(), 0)
    below.setHeight(QFontMetrics(second).height())
    with_chip = below if row.second else above
    if row.chip:
        with_chip.setRight(_chip(painter, with_chip, second, row).left() - EDGE)
    _line(painter, above, first, t.faint if row.quiet else t.text, row.first)
    if row.second:
        _line(painter, below, second, t.faint, row.second)


def _chip(painter: QPainter, line: QRect, font: QFont, row: Row) -> QRect:
    """Paint a word at the end of a line; give its place."""
    t, metrics = theme.tones(), QFontMetrics(font)
    width, height = metrics.horizontalAdvance(row.chip) + 14, metrics.height() + 2
    top = line.center().y() - height // 2 + 1
    chip = QRect(line.right() - width + 1, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.accent if row.loud else t.chip)
    painter.drawRoundedRect(chip, 5, 5)
    painter.setFont(font)
    painter.setPen(t.base if row.loud else t.faint if row.quiet or row.calm else t.accent)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, row.chip)
    return chip


def _line(painter: QPainter, area: QRect, font: QFont, colour: QColor, text: str) -> None:
    plain = one_line(text, MEASURED)
    fitting = QFontMetrics(font).elidedText(plain, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)

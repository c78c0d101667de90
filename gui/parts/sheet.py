"""A plain table of words: rows and columns, and nothing that can be written in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui import theme
from gui.parts import viewport
from gui.parts.figures import tabular
from gui.parts.keys import is_letter
from gui.tongue import called, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SIDE = 8
Select = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Head:
    """A column's name, and how many letters wide it is; 0 takes what is left."""

    name: str
    letters: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of words; `id` is the finding that it is about, if it is about one."""

    cells: tuple[str, ...]
    id: str = ""


class SheetModel(QAbstractTableModel):
    """Rows of words."""

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        self.lines: tuple[Line, ...] = ()

    def name(self, column: int, words: str) -> None:
        """Give a column another name."""
        heads = list(self.heads)
        heads[column] = replace(heads[column], name=words)
        self.heads = tuple(heads)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)

    def show(self, lines: Iterable[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    # Qt's questions

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cells = self.lines[index.row()].cells
        if role == Qt.ItemDataRole.AccessibleTextRole and not index.column():
            return self._spoken(cells)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cells[index.column()]
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.heads[section].name)
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _spoken(self, cells: Sequence[str]) -> str:
        """Say all of a row in its first cell, which is read out where a row is gone to."""
        names = (tr(head.name).rstrip(" ▾▴") for head in self.heads[1:])
        rest = (called(*each) for each in zip(names, cells[1:], strict=True) if each[1])
        return tr(", ").join(filter(None, (cells[0], *rest)))

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = self.heads[column].right
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class SheetCells(QStyledItemDelegate):
    """Paints words in a cell."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(40, QFontMetrics(option.font).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones, inner = theme.tones(), option.rect.adjusted(SIDE, 0, -SIDE, 0)
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(option.rect, tones.chosen)
        painter.setFont(option.font)
        painter.setPen(tones.text)
        cut = Qt.TextElideMode.ElideRight
        said = QFontMetrics(option.font).elidedText(str(index.data()), cut, inner.width())
        painter.drawText(inner, index.data(Qt.ItemDataRole.TextAlignmentRole), said)


class Sheet(viewport.Quiet, QTreeView):
    """A table of words, walked by keys; Enter jumps to the finding of a row."""

    chosen = Signal(str)
    opened = Signal(str)
    _letter = 0  # pixels that one is wide, once columns have their widths

    def __init__(self, name: str, heads: Sequence[Head], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self.sheet = SheetModel(heads, self)
        self.setModel(self.sheet)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(False)
        self.setFont(tabular(self.font()))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setItemDelegate(SheetCells(self))
        self.setAccessibleName(name)
        self.activated.connect(lambda index: self._tell(index, self.opened))
        self.clicked.connect(lambda index: self._tell(index, self.chosen))
        self._letter = self._wide()
        self._widen(heads)

    def _widen(self, heads: Sequence[Head]) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        for column, head in enumerate(heads):
            if head.letters:
                self.setColumnWidth(column, head.letters * self._letter + 20)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _wide(self) -> int:
        """Give how wide a letter is."""
        return QFontMetrics(self.font()).horizontalAdvance("x")

    def _follow_letters(self) -> None:
        """Have columns as wide for the letters as they are now as they were for those before."""
        before, self._letter = self._letter, self._wide()
        for column, head in enumerate(self.sheet.heads):
            if head.letters:
                width = self.columnWidth(column) * self._letter / before
                self.setColumnWidth(column, round(width))

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these, with the row chosen that was."""
        now = self.current()
        self.sheet.show(lines)
        self.choose(now)

    def current(self) -> str:
        index = self.currentIndex()
        return self.sheet.lines[index.row()].id if index.isValid() else ""

    def choose(self, one: str) -> None:
        """Choose a finding's row, without telling."""
        row = next((n for n, line in enumerate(self.sheet.lines) if one and line.id == one), None)
        if row is not None:
            index = self.sheet.index(row, 0)
            self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect | Select.Rows)

    def _tell(self, index: Index, signal: SignalInstance) -> None:
        one = self.sheet.lines[index.row()].id if index.isValid() else ""
        if one:
            signal.emit(one)

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._letter:
            self._follow_letters()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._tell(current, self.chosen)

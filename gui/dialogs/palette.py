"""The palette: every command in one list, found by a few letters of its name.

What fits best comes first: whole words, their beginnings, the beginnings of several ("exma" for
Export Markdown), and then letters inside. Enter does it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.parts import aloud, plate
from gui.parts.labels import faint
from gui.parts.overlay import Overlay
from gui.parts.pressed import ENTER
from gui.tongue import tr

Index = QModelIndex | QPersistentModelIndex
WIDTH, ROWS, ROW, PAD = 520, 11, 34, 14
FRAME = 40  # pixels about field and list, and under them
NO_FIT = 99
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name in code, its words, the menu it is in, its key, and if it can be done.

    It is found by what it is `also` called, in the other language, by all names of its `menus`, and
    by what it is `known` as elsewhere.
    """

    name: str
    words: str
    menu: str = ""
    key: str = ""
    possible: bool = True
    also: tuple[str, ...] = ()
    menus: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def ranked(typed: str, entries: Sequence[Entry]) -> list[Entry]:
    """Give the entries that fit what is typed, best first; in their own order where alike."""
    fits = ((_fit(typed.casefold().split(), one), one) for one in entries)
    found = [(fit, not one.possible, one) for fit, one in fits if fit < NO_FIT]
    return [one for *_, one in sorted(found, key=lambda each: each[:2])]


def _fit(parts: Sequence[str], one: Entry) -> int:
    """Tell how well every part fits; the loosest decides, and the other language comes second."""
    if not parts:
        return 0
    own = 2 * _fit_to(parts, one.words.casefold(), one)
    others = (2 * _fit_to(parts, words.casefold(), one) + 1 for words in one.also)
    return min((own, *others))


def _fit_to(parts: Sequence[str], words: str, one: Entry) -> int:
    if words.startswith(" ".join(parts)):
        return 0
    return max(min(_likeness(part, words), _elsewhere(part, one)) for part in parts)


def _elsewhere(part: str, one: Entry) -> int:
    """Tell how well a part fits the menus of a command, and then what others call it."""
    names = (name.casefold().replace(" ", "") for name in (one.menu, *one.menus))
    if any(name.startswith(part) for name in names):
        return 5
    return 6 if any(word.startswith(part) for word in one.known) else NO_FIT


def _likeness(part: str, words: str) -> int:
    names = words.split()
    kinds = (
        part in names,
        any(name.startswith(part) for name in names),
        _abbreviates(part, names),
        part in words,
    )
    return 1 + kinds.index(True) if any(kinds) else NO_FIT


def _abbreviates(part: str, names: Sequence[str]) -> bool:
    """Tell whether letters are the beginnings of these words or of some, in order: "exma"."""
    if not part:
        return True
    return any(
        part[:taken] == name[:taken] and _abbreviates(part[taken:], names[number + 1 :])
        for number, name in enumerate(names)
        for taken in range(1, min(len(part), len(name)) + 1)
    )


class Entries(QAbstractListModel):
    """The commands that fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []

    def show(self, rows: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.entry(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (one.words, one.menu, one.key)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        one = self.entry(index.row()) if index.isValid() else None
        if one is None:
            return Qt.ItemFlag.NoItemFlags
        if not one.possible:
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class EntryRow(QStyledItemDelegate):
    """A row: the words, the menu they are in, and at the right the key."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model, tones = self.parent(), index.model(), theme.tones()
        assert isinstance(view, QListView)
        assert isinstance(model, Entries)
        one = model.entry(index.row())
        assert one is not None
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate.paint(painter, view, index, area.adjusted(4, 1, -4, -1), 8)
        inside = area.adjusted(PAD, 0, -PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tones.text if one.possible else tones.faint)
        painter.drawText(inside, middle, one.words)
        words = painter.fontMetrics().horizontalAdvance(one.words)
        painter.setPen(tones.faint)
        painter.drawText(inside.adjusted(words + 10, 0, 0, 0), middle, one.menu)
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, one.key)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, max(ROW, option.fontMetrics.height() + 12))


class Palette(Overlay):
    """Opened over a window; closes after Enter, Esc or a click elsewhere. `chosen` names one."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent, WIDTH)
        self._entries, self._room, self._high = entries, ROWS, ROW
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Every command"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a command"))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.installEventFilter(self)
        self.list = _list()
        self._model = Entries(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(EntryRow(self.list))
        self.nothing = faint(tr("No command is called that."))
        aloud.follow(self.list, self.field, self.nothing.text())
        self.nothing.setParent(self.list)
        self.nothing.move(PAD, PAD // 2)
        self.list.clicked.connect(lambda index: self._give(index.row()))
        self.field.textChanged.connect(self._find)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._find("")

    def open_over(self, window: QWidget) -> None:
        """Open near the top of a window, in its middle."""
        self._be_wide()
        row, top = self.list.sizeHintForRow(0), min(90, window.height() // 8)
        rows = (window.height() - top - self.field.sizeHint().height() - FRAME) // row
        self._room = min(ROWS, max(rows, 1))
        self._fit()
        self.stand(QPoint((window.width() - self.width()) // 2, top))
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def stay(self) -> None:
        window = self.parentWidget()
        assert window is not None, "it was opened over one"
        self.open_over(window)

    def _find(self, typed: str) -> None:
        self._model.show(ranked(typed, self._entries))
        self.nothing.setVisible(not self._model.rowCount())
        self.list.setCurrentIndex(self._model.index(0))
        self.list.scrollToTop()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what there is to choose from; for nothing, a row says so."""
        self._high = max(self.list.sizeHintForRow(0), self._high)
        self.list.setFixedHeight(min(self._room, max(self._model.rowCount(), 1)) * self._high)
        layout = self.layout()
        assert layout is not None, "it was given one"
        layout.activate()
        self.adjustSize()

    def _go(self, by: int) -> None:
        last = self._model.rowCount() - 1
        row = self.list.currentIndex().row() + by
        if abs(by) == 1:
            row = (row + last + 1) % (last + 1) if last >= 0 else -1
        self.list.setCurrentIndex(self._model.index(max(0, min(row, last))))

    def _give(self, row: int) -> None:
        one = self._model.entry(row)
        if one and one.possible:
            self.close()
            self.chosen.emit(one.name)

    # Qt's questions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in MOVES:
                self._go(MOVES[key])
                return True
            if key in ENTER:
                self._give(self.list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)


def _list() -> QListView:
    view = QListView()
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(tr("Commands that fit"))
    return view

"""The sheet of keys: every command and its keys, to look up by words or key, and to give others.

What a key may not be, and where it is kept, is the window's to say; the sheet asks and is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.dialogs.parts import GAP, MARGIN, Unfilled, room, trouble
from gui.parts.keys import held
from gui.parts.labels import faint
from gui.parts.onward import leads_to
from gui.parts.pressed import by_itself
from gui.parts.search_field import SearchField
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
ALONE = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
)
AIR = 8  # pixels between the lines of two rows
ABOVE = 12  # and over a heading
HINT = phrase("Enter or a double click on a command gives it another key.")


@dataclass(frozen=True, slots=True)
class Bound:
    """A command: its name in code, the menu it is in, its words, its keys, and if they are its own.

    `own` means that the reader gave them.
    """

    name: str
    menu: str
    words: str
    keys: str
    own: bool = False


class KeysDialog(QDialog):
    """The sheet. `asked` tells of a key wanted for a command; "" asks for the usual ones."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = KeysModel(self)
        self._wanted: Bound | None = None
        self.setWindowTitle(tr("Keys"))
        room(self, 520, 660)
        self.search = SearchField(tr("Find a command or a key"))
        self.search.textChanged.connect(self._find)
        self.list = _list(self._model)
        leads_to(self.search, self.list)
        self.none = Unfilled(self.list, tr("No command is called that, or has that key."))
        self.list.activated.connect(lambda index: self._begin(index.row()))
        self.hint = faint(tr(HINT), wrap=True)
        self.trouble = trouble()
        self.field = KeyField()
        self.field.pressed.connect(self._ask)
        self.field.left.connect(self._end)
        self.usual = QPushButton(tr("Usual Key"))
        by_itself(self.usual)
        self.usual.clicked.connect(lambda: self._ask(""))
        self._put_together()
        self._end()

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.field, 1)
        row.addWidget(self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(self.trouble)
        column.addLayout(row)

    def show_keys(self, bound: Sequence[Bound]) -> None:
        """Show these commands, in the order given; what was asked for is done."""
        given = self._wanted
        self._model.keep(bound)
        self._find(self.search.text())
        self._end()
        if given:  # the model made all rows anew
            self.list.setCurrentIndex(self._model.place(given.name))

    def refuse(self, sentence: str) -> None:
        """Say why a key cannot be given; another may be pressed."""
        self.hint.hide()
        self.trouble.setText(sentence)
        self.trouble.show()
        self.field.setFocus()

    def _find(self, words: str) -> None:
        self._model.find(words)
        self.none.setVisible(not self._model.rowCount())
        for row in self._model.headings():
            self.list.setFirstColumnSpanned(row, QModelIndex(), True)

    def _begin(self, row: int) -> None:
        one = self._model.command(row)
        if one is None:
            return
        self._wanted = one
        self.hint.setText(
            tr("Press the key for “{words}”. Esc leaves it as it is.").format(words=one.words)
        )
        self._show_field(shown=True)
        self.usual.setVisible(one.own)
        self.field.setFocus()

    def _ask(self, key: str) -> None:
        if self._wanted:
            self.asked.emit(self._wanted.name, key)

    def _end(self) -> None:
        self._wanted = None
        self.hint.setText(tr(HINT))
        self._show_field(shown=False)
        self.list.setFocus() if self.isVisible() else self.search.setFocus()

    def _show_field(self, *, shown: bool) -> None:
        self.trouble.hide()
        self.hint.show()
        self.field.setVisible(shown)
        self.usual.setVisible(shown)


class KeyField(QLineEdit):
    """A field that takes one key, with what is held beside it, and not what it would type."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText(tr("Press a key"))
        self.setAccessibleName(tr("The new key"))

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:  # Tab as well, which would go on otherwise
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in ALONE:
            self.pressed.emit(QKeySequence(_combined(event)).toString())


def _combined(event: QKeyEvent) -> int:
    """Give key and what is held; a sign such as ! without the Shift that it takes."""
    with_it, text = held(event), event.text()
    if len(text) == 1 and text.isprintable() and not text.isalnum() and not text.isspace():
        with_it &= ~Qt.KeyboardModifier.ShiftModifier
    return event.key() | with_it.value


class KeysModel(QAbstractTableModel):
    """The rows that answer to what is looked for, each menu's under its name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bound: Sequence[Bound] = ()
        self._rows: list[Bound | str] = []

    def keep(self, bound: Sequence[Bound]) -> None:
        """Hold these; `find` shows them."""
        self._bound = bound

    def find(self, words: str) -> None:
        """Show the commands that hold every word, in their name, menu or key."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._rows, last = [], None
        for one in self._bound:
            if all(word in f"{one.menu} {one.words} {one.keys}".casefold() for word in wanted):
                if one.menu != last:
                    self._rows.append(one.menu)
                self._rows.append(one)
                last = one.menu
        self.endResetModel()

    def command(self, row: int) -> Bound | None:
        """Give the command of a row; None where it is a menu's name."""
        one = self._rows[row]
        return one if isinstance(one, Bound) else None

    def place(self, name: str) -> QModelIndex:
        """Give where a command stands, if it is shown."""
        names = [one.name if isinstance(one, Bound) else "" for one in self._rows]
        return self.index(names.index(name), 0) if name in names else QModelIndex()

    def headings(self) -> list[int]:
        """Give the rows that are a menu's name."""
        return [row for row, one in enumerate(self._rows) if isinstance(one, str)]

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns: they are read out, though they are not seen."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Command"), tr("Keys"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            cells = (one.words, one.keys) if isinstance(one, Bound) else (one, "")
            first, *rest = cells[index.column() :]
            aloud = role == Qt.ItemDataRole.AccessibleTextRole
            return tr(", ").join(filter(None, (first, *rest))) if aloud else first
        if role == Qt.ItemDataRole.SizeHintRole and not index.column():
            above = 0 if isinstance(one, Bound) or not index.row() else ABOVE
            return QSize(0, QFontMetrics(QFont()).height() + AIR + above)
        if isinstance(one, str):
            return _of_heading(role)
        if role == Qt.ItemDataRole.ForegroundRole and index.column():
            return theme.tones().accent if one.own else theme.tones().faint
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.command(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _of_heading(role: int) -> object:
    """Say how a heading stands over the commands of its menu."""
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    if role != Qt.ItemDataRole.FontRole:
        return None
    font = QFont()
    font.setBold(True)
    return font


def _list(model: KeysModel) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setHeaderHidden(True)
    view.setAccessibleName(tr("Keys"))
    head = view.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return view

"""The sheet of keys: every command that has one, to look up by its words or by the key."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from gui import theme
from gui.dialogs.parts import GAP, MARGIN

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str, str]


class KeysDialog(QDialog):
    """A sheet of (group, words, key text), in the order given. Esc closes it."""

    def __init__(self, keys: Sequence[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = KeysModel(keys, self)
        self.setWindowTitle("Keys")
        self.resize(480, 620)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a command or a key")
        self.search.setAccessibleName("Find a command or a key")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.list = _list(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._find("")

    def _find(self, words: str) -> None:
        self._model.find(words)
        for row in range(self._model.rowCount()):
            self.list.setFirstColumnSpanned(row, QModelIndex(), self._model.is_group(row))


class KeysModel(QAbstractTableModel):
    """The rows that answer to what is looked for, each group under its name."""

    def __init__(self, keys: Sequence[Key], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._rows: list[tuple[str, str]] = []

    def find(self, words: str) -> None:
        """Show the commands that hold every word, in their name, group or key."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._rows, last = [], None
        for group, name, key in self._keys:
            if all(word in f"{group} {name} {key}".casefold() for word in wanted):
                if group != last:
                    self._rows.append((group, ""))
                self._rows.append((name, key))
                last = group
        self.endResetModel()

    def is_group(self, row: int) -> bool:
        return not self._rows[row][1]

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.FontRole and self.is_group(index.row()):
            return _bold()
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            return theme.tones().faint
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.is_group(index.row()):
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _list(model: KeysModel) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setHeaderHidden(True)
    view.setAccessibleName("Keys")
    head = view.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return view

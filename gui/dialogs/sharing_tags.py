"""The tags of a library, to tick those whose highlights are shared. Those under one go along."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.model import Tag
from gui.dialogs.ticks import Row, TickModel

Index = QModelIndex | QPersistentModelIndex
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TagRows(TickModel):
    """Tags by path, and which of them are wanted."""

    ticked = Signal()

    def __init__(self, tags: Iterable[Tag], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags = list(tags)
        self._wanted = [False] * len(self._tags)

    def wanted(self) -> tuple[str, ...]:
        """Give the ids of the tags ticked."""
        return tuple(tag.id for tag, w in zip(self._tags, self._wanted, strict=True) if w)

    def row(self, number: int) -> Row:
        tag = self._tags[number]
        return Row(tag.path, "", f"{tag.uses:,}", ON if self._wanted[number] else OFF, calm=True)

    def turn(self, number: int) -> None:
        self._wanted[number] = not self._wanted[number]
        self.repaint()
        self.ticked.emit()

    def turn_all(self) -> None:
        self._wanted = [not all(self._wanted)] * len(self._wanted)
        self.repaint()
        self.ticked.emit()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._tags)

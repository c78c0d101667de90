"""The tags of a library, to tick those whose highlights are shared. Those under one go along."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from core.model import Tag
from gui.dialogs.ticks import Choices, Row


class TagRows(Choices[Tag]):
    """Tags by path, and which of them are wanted."""

    def __init__(self, tags: Iterable[Tag], parent: QObject | None = None) -> None:
        super().__init__(parent)
        offered = list(tags)
        self.offer(offered, [False] * len(offered))

    def wanted(self) -> tuple[str, ...]:
        """Give the ids of the tags ticked."""
        return tuple(tag.id for tag in self.chosen())

    def row(self, number: int) -> Row:
        tag = self._offered[number]
        many = f"{tag.uses:,}" if tag.uses else ""  # those under it have their own
        return Row(tag.path, "", many, self.tick(number), calm=True)

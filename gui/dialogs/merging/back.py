"""What a merge could bring back, as rows to tick: what Undo took away here, and what was removed.

What is ticked is kept by `picks`.
"""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from core.change import Record
from core.merge import BackPlan, FieldPlan
from gui.dialogs.merging import detail, others
from gui.dialogs.merging.picks import Picks
from gui.dialogs.ticks import Row, TickModel
from gui.parts.lines import one_line, unstarred
from gui.tongue import called, phrase, tr

Index = QModelIndex | QPersistentModelIndex
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
LENGTH = 200  # of one value
KINDS = {
    **others.KINDS,
    Record.ARTICLE: phrase("Article"),
    Record.HIGHLIGHT: phrase("Highlight"),
}
FIELDS = {**others.FIELDS, **detail.FIELDS, "passage": phrase("Passage")}


class BackRows(TickModel):
    """All that a plan tells of what was taken away here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picks = Picks(())
        self._paths: Mapping[str, str] = {}

    def show(self, picks: Picks, paths: Mapping[str, str]) -> None:
        self.beginResetModel()
        self._picks, self._paths = picks, paths
        self.endResetModel()

    def row(self, number: int) -> Row:
        one = self._picks.backs[number]
        what = one.within if one.kind is Record.HIGHLIGHT else ""
        second = " · ".join((what or tr(KINDS[one.kind]), *self._told(one.fields)))
        chip = tr("Undone here") if one.undone else tr("Removed here")
        tick = ON if self._picks.wants_back(one) else OFF
        name = one_line(unstarred(one.name), LENGTH) or tr("Without a name")
        return Row(name, second, chip, tick, calm=not one.undone)

    def _told(self, fields: Sequence[FieldPlan]) -> Iterator[str]:
        """Say what comes back in a record that is there: "ours → theirs", or + if both stay."""
        for one in fields:
            tag = one.field.removeprefix("tag:")
            if tag != one.field:
                yield called(tr("Tag"), self._paths.get(tag, tr("a tag without a name")))
            elif name := FIELDS.get(one.field):
                ours, theirs = (detail.said(one.field, value) for value in (one.ours, one.theirs))
                change = f"{ours} + {theirs}" if one.conflict else f"{ours} → {theirs}"
                yield called(tr(name), one_line(change, LENGTH))

    def turn(self, number: int) -> None:
        self._picks.turn_back(self._picks.backs[number])
        self.tell_ticked()

    def turn_all(self) -> None:
        self._picks.turn_backs()
        self.tell_ticked()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._picks.backs)


def counted(backs: Sequence[BackPlan]) -> str:
    """Say how much of it was undone, and how much was removed."""
    undone = sum(one.undone for one in backs)
    removed = len(backs) - undone
    told = (
        (undone, tr("%n that you took away with Undo", "", undone)),
        (removed, tr("%n that (was|were) removed here", "", removed)),
    )
    many = tr(", ").join(words for number, words in told if number)
    return tr("{many}: tick what comes back").format(many=many)

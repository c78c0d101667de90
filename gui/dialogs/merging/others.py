"""What a merge brings besides highlights, as rows to tick: tags, terms, searches, findings, names.

Articles that were taken away there are among them. What is ticked is kept by `picks`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from core.change import BIRTH, Record
from core.merge import FieldPlan, OtherPlan, State
from core.names import ALIAS
from gui.dialogs.merging.picks import Picks
from gui.dialogs.merging.rows import STATES
from gui.dialogs.ticks import Row, TickModel
from gui.parts.lines import one_line
from gui.tongue import called, phrase, tr

Index = QModelIndex | QPersistentModelIndex
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
LENGTH = 200  # of one value
#: What a record is called.
KINDS = {
    Record.ARTICLE: phrase("Article taken away there"),
    Record.FINDING: phrase("Finding"),
    Record.PAIR: phrase("Pair of claims"),
    Record.TAG: phrase("Tag"),
    Record.TERM: phrase("Term"),
    Record.SEARCH: phrase("Saved search"),
    Record.AUTHOR: phrase("Name of a reader"),
}
FIELDS = {
    "name": phrase("Name"),
    "parent": phrase("Under"),
    "zh": phrase("Chinese"),
    "en": phrase("English"),
    "also": phrase("Also called"),
    "colour": phrase("Colour"),
    "note": phrase("Note"),
    "query": phrase("Search"),
    "statement": phrase("Statement"),
    "status": phrase("Status"),
    "confidence": phrase("Confidence"),
}
ALSO = "also"
_is_id = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch


class OtherRows(TickModel):
    """All that a plan tells besides highlights."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picks = Picks(())
        self._others: Sequence[OtherPlan] = ()
        self._paths: Mapping[str, str] = {}

    def show(self, picks: Picks, paths: Mapping[str, str]) -> None:
        self.beginResetModel()
        self._picks, self._others, self._paths = picks, picks.others, paths
        self.endResetModel()

    def row(self, number: int) -> Row:
        one = self._others[number]
        second = " · ".join((tr(KINDS[one.kind]), *self._told(one)))
        tick = ON if self._picks.wants_other(one) else OFF
        loud = one.state is State.CONFLICT
        name = one_line(one.name, LENGTH) or tr("Without a name")
        return Row(name, second, tr(STATES[one.state]), tick, loud=loud)

    def _told(self, one: OtherPlan) -> Iterator[str]:
        """Say what of a record is new or other there."""
        for each in one.fields:
            field = ALSO if each.field.startswith(ALIAS) else each.field
            if field not in FIELDS or (one.state is State.NEW and self._is_name(one, each)):
                continue
            ours, theirs = self._said(each.ours), self._said(each.theirs)
            change = theirs if one.state is State.NEW else f"{ours or '—'} → {theirs or '—'}"
            if change:
                yield called(tr(FIELDS[field]), change)

    def _is_name(self, one: OtherPlan, each: FieldPlan) -> bool:
        return each.field in ("name", BIRTH[one.kind]) and each.theirs == one.name

    def _said(self, value: str | None) -> str:
        if value and _is_id(value):
            return self._paths.get(value, tr("a tag without a name"))
        return one_line(value or "", LENGTH)

    def turn(self, number: int) -> None:
        self._picks.turn_other(self._others[number])
        self.tell_ticked()

    def turn_all(self) -> None:
        self._picks.turn_others()
        self.tell_ticked()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._others)


def counted(others: Sequence[OtherPlan]) -> str:
    """Say how many there are of each kind: "2 tags, 1 saved search"."""
    many = {kind: sum(one.kind is kind for one in others) for kind in KINDS}
    return tr(", ").join(counted_kind(kind, many[kind]) for kind in KINDS if many[kind])


def counted_kind(kind: Record, number: int) -> str:
    """Say how many there are of a kind."""
    return {
        Record.ARTICLE: tr("%n article(s) taken away there", "", number),
        Record.FINDING: tr("%n finding(s)", "", number),
        Record.PAIR: tr("%n pair(s) of claims", "", number),
        Record.TAG: tr("%n tag(s)", "", number),
        Record.TERM: tr("%n term(s)", "", number),
        Record.SEARCH: tr("%n saved search(es)", "", number),
        Record.AUTHOR: tr("%n name(s) of (a reader|readers)", "", number),
    }[kind]

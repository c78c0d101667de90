"""What holds two versions: each beside the other, with who said it and when, and a way to settle.

Nothing is settled here: `settled` tells the conflict and the value that is to stay. A third text
that is being written is kept while the reader looks elsewhere.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Conflict, Tag
from gui import theme
from gui.highlights.note import NoteEditor
from gui.highlights.third import third, writable
from gui.highlights.values import colour_of, field_name, value_words
from gui.highlights.words import faint_label
from gui.look import letters
from gui.parts.closed import close
from gui.parts.labels import words
from gui.parts.people import Person
from gui.parts.pressed import by_itself
from gui.tongue import tr

if TYPE_CHECKING:
    from gui.highlights.version import Version

WIDE = 460  # pixels in which two versions stand side by side
WRITTEN = ("note", "statement", "name", "zh", "en")  # fields whose words are compared
MOST = 12  # versions of one field that are shown; settled is what is chosen, of however many
Drafts = dict[tuple[str, str], str]


class Versions(QFrame):
    """All that is to be settled about one record; hidden while there is nothing."""

    settled = Signal(object, object)  # Conflict, str | None
    left = Signal()
    writing = Signal(QWidget)  # the editor of a third text, now open

    def __init__(self, parent: QWidget | None = None, drafts: Drafts | None = None) -> None:
        """Settle nothing; third texts that are half written are kept in `drafts`, if given."""
        super().__init__(parent)
        self._shown: tuple[Conflict, ...] = ()
        self._tags: Mapping[str, Tag] = {}
        self._drafts: Drafts = {} if drafts is None else drafts
        self.fields: list[Field] = []
        self._closed = ""
        self._title, self._hint = words(within=self), faint_label(self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._title.setForegroundRole(QPalette.ColorRole.Accent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._hint.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 12)
        self._column.setSpacing(4)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._say()
        self.hide()

    def show_conflicts(
        self, conflicts: Sequence[Conflict], known: Mapping[str, Person], tags: Mapping[str, Tag]
    ) -> None:
        """Show these, which are all of one record; a text being written stays."""
        had_keys = self._has_keys()
        self.setVisible(bool(conflicts))
        if tuple(conflicts) == self._shown:
            return
        self.keep_drafts()
        self._shown, self._tags = tuple(conflicts), tags
        for field in self.fields:
            self._column.removeWidget(field)
            field.deleteLater()
        in_order = sorted(conflicts, key=lambda one: (one.field not in WRITTEN, one.field))
        self.fields = [self._field(conflict, known) for conflict in in_order]
        self._put_in_order()
        if had_keys:
            self.setFocus() if conflicts else self.left.emit()

    def close_to_writing(self, why: str) -> None:
        """Let none of them be settled."""
        self._closed = why
        for field in self.fields:
            field.close_to_writing(why)

    def _has_keys(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _put_in_order(self) -> None:
        """Let Tab come to what was made just now where it stands."""
        stops = (self, *(button for field in self.fields for button in field.stops()))
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _field(self, conflict: Conflict, known: Mapping[str, Person]) -> "Field":
        field = Field(conflict, known, self._tags, self)
        field.settled.connect(self.settled)
        field.left.connect(self.left)
        field.writing.connect(self.writing)
        if self._closed:
            field.close_to_writing(self._closed)
        self._column.addWidget(field)
        draft = self._drafts.get((conflict.record, conflict.field))
        if draft is not None:
            field.write(draft)
        return field

    def take_draft(self, record: str, field: str, text: str) -> None:
        """Let a text that was being written elsewhere be the third one."""
        self._drafts[record, field] = text

    def keep_drafts(self) -> None:
        """Keep what is being written, for when the reader comes back."""
        for field in self.fields:
            place = (field.conflict.record, field.conflict.field)
            if field.draft():
                self._drafts[place] = field.draft()
            else:
                self._drafts.pop(place, None)

    def forget(self, conflict: Conflict) -> None:
        """Hear that a conflict is settled: what was written of it is kept, or not wanted."""
        self._drafts.pop((conflict.record, conflict.field), None)
        for field in self.fields:
            if field.conflict == conflict:
                field.stop_writing()

    def has_draft(self) -> bool:
        """Tell whether a third text is being written."""
        return bool(self.drafts())

    def drafts(self) -> list[str]:
        """Give the third texts that are being written."""
        self.keep_drafts()
        return list(self._drafts.values())

    def write(self, field: str) -> bool:
        """Open the editor for a third text; False if this field is not contested."""
        found = next((one for one in self.fields if one.conflict.field == field), None)
        if found is None or self.isHidden():
            return False
        found.begin()
        return True

    def _say(self) -> None:
        self._title.setText(tr("Two versions"))
        self._hint.setText(tr("It was changed in two places. Both are kept until you choose."))
        self.setAccessibleName(tr("Two versions to choose from"))

    # Qt's questions

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide = 2 if self.hasFocus() else 1
            painter.setPen(QPen(theme.tones().accent, wide))
            painter.setBrush(theme.tones().base)
            edge = wide / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)


class Field(QWidget):
    """One field: its versions, and for what is typed a third one to write."""

    settled = Signal(object, object)
    left = Signal()
    writing = Signal(QWidget)

    def __init__(
        self,
        conflict: Conflict,
        known: Mapping[str, Person],
        tags: Mapping[str, Tag],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self.name = field_name(conflict, tags)
        self.versions = self._versions(known, tags)
        title = words(within=self)
        title.setText(self.name)
        title.setFont(letters.scaled(title.font(), letters.SMALL))
        self._side = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._side.setSpacing(6)
        for version in self.versions:
            self._side.addWidget(version, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(5)
        column.addWidget(title)
        column.addLayout(self._side)
        self.editor, self.keep = NoteEditor(self), QPushButton(self)
        self.both, self.another = QPushButton(self), QPushButton(self)
        for part in (self._offers(), self.editor, self.keep):
            column.addWidget(part)
        column.setAlignment(self.keep, Qt.AlignmentFlag.AlignRight)
        self._say()
        self.stop_writing()

    def close_to_writing(self, why: str) -> None:
        close(why, *(version.keep for version in self.versions), self.another, self.both)

    def stops(self) -> tuple[QWidget, ...]:
        """Give what has the keys in turn, as it is read."""
        keep = (version.keep for version in self.versions)
        return (*keep, self.another, self.both, self.editor, self.keep)

    def _versions(self, known: Mapping[str, Person], tags: Mapping[str, Tag]) -> "list[Version]":
        from gui.highlights.version import Version  # most hold one

        heads = self.conflict.heads[:MOST]
        said = [value_words(self.conflict, head.value, tags) for head in heads]
        made = []
        for place, head in enumerate(heads):
            version = Version(head, known.get(head.author), self.name, self)
            other = self.conflict.heads[1 if place == 0 else 0]
            compared = self.conflict.field in WRITTEN and head.value and other.value
            against = said[1 if place == 0 else 0] if compared else None
            version.show_words(said[place], against, colour_of(self.conflict, head.value))
            if place == 0:
                version.say_shown()
            version.keep.clicked.connect(
                lambda _on=False, value=head.value: self.settled.emit(self.conflict, value)
            )
            made.append(version)
        return made

    def _offers(self) -> QWidget:
        offers = QWidget(self)
        row = QHBoxLayout(offers)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.another)
        row.addWidget(self.both)
        row.addStretch(1)
        offers.setVisible(writable(self.conflict))
        self.both.setVisible(self.conflict.field == "note")
        self.editor.textChanged.connect(self._weigh)
        self.both.clicked.connect(self._keep_both)
        self.another.clicked.connect(self.begin)
        self.editor.left.connect(self.left)
        self.keep.clicked.connect(self._keep_third)
        return offers

    def _keep_both(self) -> None:
        """Put the texts under one another, the older first."""
        texts = (head.value for head in sorted(self.conflict.heads, key=lambda one: one.clock))
        self.settled.emit(self.conflict, "\n\n".join(dict.fromkeys(filter(None, texts))))

    def _keep_third(self) -> None:
        kept = third(self.conflict, self.editor.toPlainText())
        if kept is not None:
            self.settled.emit(self.conflict, kept)

    def _weigh(self) -> None:
        """Offer to keep what can stand there."""
        can = third(self.conflict, self.editor.toPlainText()) is not None
        self.keep.setEnabled(can)

    # A third text

    def begin(self) -> None:
        """Let the reader write, or write on."""
        self.write(self.draft() or None)
        self.editor.setFocus()
        self.writing.emit(self.keep)

    def write(self, text: str | None) -> None:
        """Open the editor, with this text or what is shown now."""
        if self.editor.isHidden() or text:
            self.editor.replace(text or self.conflict.heads[0].value or "")
        self.editor.show()
        self.keep.show()
        self.another.hide()

    def stop_writing(self) -> None:
        self.editor.hide()
        self.keep.hide()
        self.another.show()

    def draft(self) -> str:
        """Give what is being written, if that is another text than what is shown."""
        text = self.editor.toPlainText() if not self.editor.isHidden() else ""
        return "" if text == (self.conflict.heads[0].value or "") else text

    def _say(self) -> None:
        for button, said in (
            (self.both, tr("Keep Both")),
            (self.another, tr("Write Another…")),
            (self.keep, tr("Keep What I Wrote")),
        ):
            button.setText(said)
            button.setAccessibleName(f"{said.rstrip('…')}: {self.name}")
            by_itself(button)
            button.setFont(letters.scaled(self.font(), letters.SMALL))
            button.setStyleSheet("padding: 4px 10px")
        self.editor.setAccessibleName(tr("Another version of: {0}").format(self.name))

    # Qt's questions

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE and len(self.versions) == 2
        side = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._side.setDirection(side)

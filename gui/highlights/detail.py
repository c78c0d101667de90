"""All about one highlight, in one column; every control tells what the reader wants of it.

Nothing is done here: colour, stance, tags and note are told by signals, and shown when they come
back with the next `show_highlight`.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from core.model import Annotated, Conflict, Placed
from gui.highlights.choices import ColourRow, StanceRow
from gui.highlights.history import History
from gui.highlights.marks import tags_of
from gui.highlights.mentions import Mentions
from gui.highlights.note_pane import NotePane
from gui.highlights.noted import NotedPage
from gui.highlights.parts import BACK, BUTTON, EDGE, bring_up, column, icon_button, stacked
from gui.highlights.ports import GivesTags, HistoryLine, ShowsTags
from gui.highlights.quote import Quote
from gui.highlights.resting import Resting
from gui.highlights.versions import Versions
from gui.highlights.words import faint_label, moment
from gui.parts.closed import close
from gui.parts.labels import words
from gui.parts.people import people
from gui.tongue import tr


class Detail(NotedPage):
    """The header stays; what is below it scrolls."""

    back = Signal()
    left = Signal()
    jumped = Signal(str)
    copied = Signal(str)
    removed = Signal(str)
    accepted = Signal(str)
    recoloured = Signal(str, object)
    judged = Signal(str, object)
    tagged = Signal(str, str)
    untagged = Signal(str, str)
    kept_private = Signal(str, bool)
    settled = Signal(object, object)  # Conflict, str | None

    def __init__(self, field: GivesTags, chips: ShowsTags, parent: QWidget) -> None:
        super().__init__(parent)
        self.highlight = ""
        self._shown: tuple[Placed, Annotated] | None = None
        self._field, self._chips = field, chips
        self.back_button, self.jump_button = QToolButton(self), icon_button("open")
        self.copy_button, self.remove_button = icon_button("copy"), icon_button("remove")
        self.private_button, self.versions = icon_button("lock"), Versions()
        self.quote, self.colours, self.stances = Quote(), ColourRow(), StanceRow()
        self.note, self.resting, self.history = NotePane(), Resting(), History()
        self.mentions = Mentions()
        self._tags, self.footer = words(), faint_label()
        self._build()
        self._tie()
        self._say()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        self.area = self._column()
        layout.addWidget(self.area, 1)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(EDGE - BACK, 8, EDGE - BUTTON, 4)
        row.setSpacing(2)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.private_button)
        self.private_button.setCheckable(True)
        for button in (self.jump_button, self.copy_button, self.remove_button):
            row.addWidget(button)
        return row

    def _column(self) -> QScrollArea:
        field, chips = self._field, self._chips
        assert isinstance(field, QWidget), "a pane is handed widgets"
        assert isinstance(chips, QWidget), "a pane is handed widgets"
        self.footer.setWordWrap(True)
        return column(
            self,
            (stacked(self.quote, self.versions), 14),
            (self.colours, 8),
            (self.stances, 16),
            (stacked(self._tags, chips, field), 14),
            (self.note, 12),
            (stacked(self.resting, self.mentions), 8),
            (self.history, 6),
            (self.footer, 0),
        )

    def _tie(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.jump_button.clicked.connect(lambda: self.jumped.emit(self.highlight))
        self.copy_button.clicked.connect(lambda: self.copied.emit(self.highlight))
        self.remove_button.clicked.connect(self._remove)
        self.quote.accepted.connect(lambda: self.accepted.emit(self.highlight))
        self.colours.chosen.connect(lambda value: self.recoloured.emit(self.highlight, value))
        self.stances.chosen.connect(lambda value: self.judged.emit(self.highlight, value))
        self._field.given.connect(lambda path: self.tagged.emit(self.highlight, path))
        self._chips.dropped.connect(lambda tag: self.untagged.emit(self.highlight, tag))
        self._field.left.connect(self.left)
        self.private_button.clicked.connect(self._turn_private)
        self.versions.settled.connect(self.settled)
        self.versions.left.connect(self.left)
        self.versions.writing.connect(lambda end: bring_up(end, self.area))
        self.note.left.connect(self.left)

    def _turn_private(self, on: bool) -> None:
        """Tell it; the switch turns when it comes back as done."""
        self.private_button.setChecked(not on)
        self.kept_private.emit(self.highlight, on)

    def _remove(self) -> None:
        self.note.flush()
        self.removed.emit(self.highlight)

    def close_to_writing(self, why: str) -> None:
        """Let nothing be typed or chosen that could not be kept."""
        assert isinstance(self._field, QWidget), "a pane is handed widgets"
        self._field.hide()
        self.note.editor.close_to_writing()
        for part in (self._chips, self.versions, self.colours, self.stances):
            part.close_to_writing(why)
        close(why, self.private_button, self.remove_button, self.quote.accept)

    # What is shown

    def show_highlight(
        self,
        placed: Placed,
        annotated: Annotated,
        told: Sequence[HistoryLine],
        conflicts: Sequence[Conflict] = (),
    ) -> None:
        one = placed.highlight
        if one.id != self.highlight:
            self.history.fold()
            self.area.verticalScrollBar().setValue(0)
        self.highlight, self._shown = one.id, (placed, annotated)
        self.quote.show_placed(placed, annotated)
        self.colours.show_value(one.colour)
        self.stances.show_value(one.stance)
        self._show_private(one.private)
        contested = any(conflict.field == "note" for conflict in conflicts)
        if contested:
            self._hand_over(one.id)
        self.versions.show_conflicts(conflicts, people(annotated.authors.values()), annotated.tags)
        self._field.set_tags(list(annotated.tags.values()))
        self._chips.show_tags(tags_of(one, annotated.tags))
        self.history.show_told(told)
        self._sign()
        self.note.setHidden(contested)
        self.note.show_note(one.id, one.note)  # last: it may tell of the note before

    def _sign(self) -> None:
        if self._shown is None:
            return
        placed, annotated = self._shown
        one = placed.highlight
        author = people(annotated.authors.values()).get(one.author)
        lines = [f"{author.name} · {moment(one.created)}" if author else moment(one.created)]
        if one.modified != one.created:
            lines.append(tr("Changed {0}").format(moment(one.modified)))
        self.footer.setText("\n".join(lines))

    def _say(self) -> None:
        self.back_button.setText("‹ " + tr("All highlights"))
        self.back_button.setAccessibleName(tr("All highlights"))
        for button, said in (
            (self.jump_button, tr("Show it in the text")),
            (self.private_button, tr("Keep it private: it stays here when you share (P)")),
            (self.copy_button, tr("Copy the quote")),
            (self.remove_button, tr("Remove this highlight")),
        ):
            button.setToolTip(said)
            button.setAccessibleName(said)
        self._tags.setText(tr("Tags"))
        self._sign()

"""All about one highlight, in one column; every control tells what the reader wants of it.

Nothing is done here: colour, stance, tags and note are told by signals, and shown when they come
back with the next `show_highlight`.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Annotated, Placed
from gui import theme
from gui.highlights.choices import ColourRow, StanceRow
from gui.highlights.history import History
from gui.highlights.marks import tags_of
from gui.highlights.note_pane import NotePane
from gui.highlights.ports import GivesTags, ShowsTags, Told
from gui.highlights.quote import Quote
from gui.highlights.words import faint_label, moment, one_line, plain_label


class Detail(QWidget):
    """The header stays; what is below it scrolls."""

    back = Signal()
    left = Signal()
    jumped = Signal(str)
    copied = Signal(str)
    removed = Signal(str)
    recoloured = Signal(str, object)
    judged = Signal(str, object)
    tagged = Signal(str, str)
    untagged = Signal(str, str)

    def __init__(self, field: GivesTags, chips: ShowsTags) -> None:
        super().__init__()
        self.highlight = ""
        self._shown: tuple[Placed, Annotated] | None = None
        self._field, self._chips = field, chips
        self.back_button, self.jump_button = QToolButton(self), _button("open")
        self.copy_button, self.remove_button = _button("copy"), _button("remove")
        self.quote, self.colours, self.stances = Quote(), ColourRow(), StanceRow()
        self.note, self.history = NotePane(), History()
        self._tags, self.footer = plain_label(), faint_label()
        self._build()
        self._tie()
        self._say()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._column())
        layout.addWidget(self.area, 1)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 10, 4)
        row.setSpacing(2)
        row.addWidget(self.back_button)
        row.addStretch(1)
        for button in (self.jump_button, self.copy_button, self.remove_button):
            row.addWidget(button)
        return row

    def _column(self) -> QWidget:
        field, chips = self._field, self._chips
        assert isinstance(field, QWidget), "a pane is handed widgets"
        assert isinstance(chips, QWidget), "a pane is handed widgets"
        tags = _stacked(self._tags, chips, field)
        parts: tuple[tuple[QWidget, int], ...] = (
            *((self.quote, 14), (self.colours, 8), (self.stances, 16), (tags, 14)),
            *((self.note, 12), (self.history, 6), (self.footer, 0)),
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 6, 14, 14)
        column.setSpacing(0)
        for widget, below in parts:
            column.addWidget(widget)
            column.addSpacing(below)
        column.addStretch(1)
        self.footer.setWordWrap(True)
        return page

    def _tie(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.jump_button.clicked.connect(lambda: self.jumped.emit(self.highlight))
        self.copy_button.clicked.connect(lambda: self.copied.emit(self.highlight))
        self.remove_button.clicked.connect(self._remove)
        self.colours.chosen.connect(lambda value: self.recoloured.emit(self.highlight, value))
        self.stances.chosen.connect(lambda value: self.judged.emit(self.highlight, value))
        self._field.given.connect(lambda path: self.tagged.emit(self.highlight, path))
        self._chips.dropped.connect(lambda tag: self.untagged.emit(self.highlight, tag))
        self._field.left.connect(self.left)
        self.note.left.connect(self.left)

    def _remove(self) -> None:
        self.note.flush()
        self.removed.emit(self.highlight)

    # What is shown

    def show_highlight(self, placed: Placed, annotated: Annotated, told: Sequence[Told]) -> None:
        one = placed.highlight
        if one.id != self.highlight:
            self.history.fold()
            self.area.verticalScrollBar().setValue(0)
        self.highlight, self._shown = one.id, (placed, annotated)
        self.quote.show_placed(placed, annotated)
        self.colours.show_value(one.colour)
        self.stances.show_value(one.stance)
        self._field.set_tags(list(annotated.tags.values()))
        self._chips.show_tags(tags_of(one, annotated.tags))
        self.history.show_told(told)
        self._sign()
        self.note.show_note(one.id, one.note)  # last: it may tell of the note before

    def _sign(self) -> None:
        if self._shown is None:
            return
        placed, annotated = self._shown
        one = placed.highlight
        author = annotated.authors.get(one.author)
        lines = [f"{one_line(author.name, 80)} · {moment(one.created)}" if author else ""]
        lines[0] = lines[0] or moment(one.created)
        if one.modified != one.created:
            lines.append(self.tr("Changed {0}").format(moment(one.modified)))
        self.footer.setText("\n".join(lines))

    def _say(self) -> None:
        self.back_button.setText("‹ " + self.tr("All highlights"))
        self.back_button.setAccessibleName(self.tr("All highlights"))
        for button, words in (
            (self.jump_button, self.tr("Show it in the text")),
            (self.copy_button, self.tr("Copy the quote")),
            (self.remove_button, self.tr("Remove this highlight")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._tags.setText(self.tr("Tags"))
        self._sign()

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def _stacked(*widgets: QWidget) -> QWidget:
    """Put widgets under one another, with no gap for a hidden one."""
    group = QWidget()
    layout = QVBoxLayout(group)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(7)
    for widget in widgets:
        layout.addWidget(widget)
    return group


def _button(icon: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(18, 18))
    return button

"""All about one finding, in one column; every field tells what the reader wants of it.

A finding that is being written has the same page, with a button that makes it. Nothing is done
here: what is wanted is told by signals, and shown when it comes back with the next `show_shown`.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.finding import Finding
from core.natural import natural
from gui.highlights.elsewhere import Elsewhere
from gui.highlights.finding import figures
from gui.highlights.finding.evidence import LEAVE_OUT, EvidenceList
from gui.highlights.finding.read_field import ReadField
from gui.highlights.finding.shown import Shown
from gui.highlights.finding.standing import OutcomeBox, StatusRow
from gui.highlights.finding.statement import Statement
from gui.highlights.finding.unkept import Typed, Unkept
from gui.highlights.history import History
from gui.highlights.mentions import Mentions
from gui.highlights.note_pane import NotePane
from gui.highlights.noted import NotedPage
from gui.highlights.parts import BACK, BUTTON, EDGE, bring_up, column, icon_button, stacked
from gui.highlights.ports import GivesTags, ShowsTags
from gui.highlights.versions import Versions
from gui.highlights.words import faint_label, moment
from gui.parts.closed import close
from gui.parts.labels import words
from gui.parts.people import Person, people
from gui.tongue import phrase, tr

WRITING = "new"  # what the note calls a finding that has no id yet
ADD = phrase("{0} in the text adds another passage, in this article or in any other.")
NOTHING = phrase("It rests on nothing yet. ")


class FindingPage(NotedPage):
    """The header stays, what is below it scrolls, and the button that makes it stays as well."""

    back = Signal()
    left = Signal()
    made = Signal()
    discarded = Signal()
    edited = Signal(str, object)  # a field of Finding, and its new value
    noted = Signal(str, str)  # the finding's id, "" for one being written, and its note
    judged = Signal(object)  # Result | None
    tagged = Signal(str)
    untagged = Signal(str)
    borne = Signal(str, object)  # key of the evidence, Bearing
    withdrawn = Signal(str)
    jumped = Signal(str)
    removed = Signal()
    settled = Signal(object, object)  # Conflict, str | None

    def __init__(self, field: GivesTags, chips: ShowsTags, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._unkept = Unkept()
        self.key = "F"  # that adds evidence
        self._field, self._chips = field, chips
        self.back_button, self.title = QToolButton(self), words(within=self)
        self.private_button, self.remove_button = icon_button("lock"), icon_button("remove")
        self.statement, self.evidence, self.versions = Statement(), EvidenceList(), Versions()
        self.elsewhere = Elsewhere()
        self.figure, self.due, self.confidence = self._fields = self._read_fields()
        self.outcome, self.status = OutcomeBox(), StatusRow()
        self.note, self.history, self.footer = NotePane(), History(), faint_label()
        self.mentions = Mentions()
        self.make_button, self.discard_button = (
            QPushButton(tr("Make Finding")),
            QPushButton(tr("Discard")),
        )
        self._build()
        self._tie()

    # How it is built

    def _read_fields(self) -> tuple[ReadField, ReadField, ReadField]:
        figure, due, percent = figures.typed_figure, self._typed_due, figures.typed_percent
        words = figures.figure_words, figures.due_words, figures.percent_words
        return (
            ReadField(tr("Quantity"), figure, words[0], tr(figures.NO_FIGURE)),
            ReadField(tr("Horizon"), due, words[1], tr(figures.NO_DUE)),
            ReadField(tr("Confidence"), percent, words[2], tr(figures.NO_PERCENT)),
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._header())
        self.area = self._column()
        layout.addWidget(self.area, 1)
        self.foot = QWidget(self)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(EDGE, 8, EDGE, 12)
        row.addWidget(self.make_button, 1)
        row.addWidget(self.discard_button)
        layout.addWidget(self.foot)
        self.make_button.setDefault(True)
        self.make_button.setToolTip(tr("Make the finding (Enter in the statement, or Ctrl+Enter)"))

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(EDGE - BACK, 8, EDGE - BUTTON, 4)
        row.setSpacing(2)
        self.back_button.setText("‹ " + tr("All highlights"))
        self.back_button.setAccessibleName(tr("Back to the highlights"))
        self.private_button.setCheckable(True)
        for each, tip in (
            (self.private_button, tr("Keep it private: it stays here when you share")),
            (self.remove_button, tr("Remove this finding")),
        ):
            each.setToolTip(tip)
            each.setAccessibleName(tip)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.private_button)
        row.addWidget(self.remove_button)
        return row

    def _column(self) -> QScrollArea:
        assert isinstance(self._field, QWidget), "a pane is handed widgets"
        assert isinstance(self._chips, QWidget), "a pane is handed widgets"
        tags = words()
        tags.setText(tr("Tags"))
        self.footer.setWordWrap(True)
        return column(
            self,
            (stacked(self.statement, self.elsewhere, self.versions), 12),
            (self._grid(), 10),
            (self.status, 14),
            (self.evidence, 14),
            (stacked(tags, self._chips, self._field), 14),
            (stacked(self.note, self.mentions), 12),
            (self.history, 6),
            (self.footer, 0),
        )

    def _grid(self) -> QWidget:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for row, (name, widget) in enumerate(
            (
                (tr("Quantity"), self.figure),
                (tr("Horizon"), self.due),
                (tr("Confidence"), self.confidence),
                (tr("Outcome"), self.outcome),
            )
        ):
            label = faint_label()
            label.setText(name)
            label.setBuddy(widget.findChild(QComboBox) or widget)
            label.setContentsMargins(0, 7, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        self.outcome_label = label
        return fields

    def _tie(self) -> None:
        edited = self.edited.emit
        self.back_button.clicked.connect(self.back)
        self.remove_button.clicked.connect(self.removed)
        self.private_button.clicked.connect(self._turn_private)
        self.statement.stated.connect(lambda text: edited("statement", text))
        self.statement.entered.connect(self._make)
        self.statement.differs.connect(self.elsewhere.say)
        self.elsewhere.taken.connect(self.statement.take)
        self.figure.given.connect(lambda value: edited("figure", value))
        self.due.given.connect(lambda value: edited("due", value))
        self.confidence.given.connect(lambda value: edited("confidence", value))
        self.status.chosen.connect(lambda value: edited("status", value))
        self.note.noted.connect(lambda one, text: self.noted.emit(one.removeprefix(WRITING), text))
        self.outcome.judged.connect(self.judged)
        self._field.given.connect(self.tagged)
        self._chips.dropped.connect(self.untagged)
        self.evidence.borne.connect(self.borne)
        self.evidence.withdrawn.connect(self.withdrawn)
        self.evidence.jumped.connect(self.jumped)
        self.versions.settled.connect(self.settled)
        self.versions.writing.connect(lambda end: bring_up(end, self.area))
        for field in self._fields:
            field.left.connect(self.left)
        for widget in (self.statement, self._field, self.note, self.versions):
            widget.left.connect(self.left)
        self.make_button.clicked.connect(self._make)
        self.discard_button.clicked.connect(self.discarded)
        for editor in (self.statement, self.note.editor):
            editor.done.connect(self._make)
        make = QShortcut(QKeySequence("Ctrl+Return"), self)
        make.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        make.activated.connect(self._make)

    # What is shown

    def show_shown(self, shown: Shown) -> None:
        """Show a finding; what is being typed of the same one stays."""
        one, typed = shown.finding, Typed()
        if self._shown is None or self.current() != one.id:
            self._unkept.remember(self.current(), self.statement, self._fields)
            self._begin(one.statement)
            typed = self._unkept.take(one.id)
            self.statement.replace(typed.statement or one.statement)
        self._shown = shown
        contested = any(conflict.field == "note" for conflict in shown.conflicts)
        if contested:
            self._hand_over(one.id)
        self.title.setText(tr("New finding") if shown.is_new else "")
        self.statement.show_statement(one.statement)
        figure, due = figures.figure_words(one.figure), figures.due_words(one.due)
        self.figure.show_value(figure, figures.figure_offers(shown.read), tr("None"))
        self.due.show_value(due, figures.due_offers(shown.read), tr("None"))
        self.confidence.show_value(
            figures.percent_words(one.confidence), figures.SURE, tr("Not said")
        )
        typed.take_up(self._fields)
        self.status.show_value(one.status)
        self.outcome.show_outcome(one.outcome)
        self._show_evidence(shown)
        self._show_around(shown)
        self.note.setHidden(contested)
        self.note.show_note(one.id or WRITING, one.note)  # last: it may tell of the note before

    def _begin(self, statement: str) -> None:
        self.statement.begin(statement)
        for field in self._fields:
            field.begin()
        self.history.fold()
        self.area.verticalScrollBar().setValue(0)

    def _show_evidence(self, shown: Shown) -> None:
        hint = (
            ("" if shown.evidence else tr(NOTHING)) + tr(ADD).format(self.key)
            if shown.is_new
            else ""
        )
        self.evidence.show_evidence(shown.evidence, shown.warning, hint)
        before: QWidget = [*self.status.buttons.values()][-1]
        for row in self.evidence.rows:
            for widget in row.buttons:
                QWidget.setTabOrder(before, widget)
                before = widget

    def _show_around(self, shown: Shown) -> None:
        one, known = shown.finding, people(shown.authors.values())
        self._show_private(one.private)
        self.remove_button.setVisible(not shown.is_new)
        self.foot.setVisible(shown.is_new)
        self.outcome_label.setVisible(not shown.is_new)
        self.outcome.setVisible(not shown.is_new)
        self.versions.show_conflicts(shown.conflicts, known, shown.tags)
        self._field.set_tags(list(shown.tags.values()))
        own = (shown.tags[tag] for tag in one.tags if tag in shown.tags)
        self._chips.show_tags(sorted(own, key=lambda tag: natural(tag.path)))
        self.history.show_told(shown.told)
        self.footer.setText("" if shown.is_new else _signed(one, known))

    # What is asked of it

    def current(self) -> str:
        """Give the id of the finding shown, "" for one that is being written."""
        return self._shown.finding.id if self._shown else ""

    def is_written(self) -> bool:
        """Tell whether it is being written: not made yet, or the keys are here, or not kept."""
        keys = QApplication.focusWidget()
        here = keys is not None and self.isAncestorOf(keys)
        return here or not self.current() or self.has_unkept()

    def begin_to_write(self) -> None:
        """Let the reader write the statement, in place of what is proposed."""
        self.statement.setFocus()
        self.statement.selectAll()

    def close_to_writing(self, why: str) -> None:
        """Let nothing be typed or chosen that could not be kept."""
        assert isinstance(self._field, QWidget), "a pane is handed widgets"
        self._field.hide()
        close(why, *self._fields, self.private_button, self.remove_button)
        for editor in (self.statement, self.note.editor):
            editor.close_to_writing()
        for part in (self._chips, self.versions, self.status, self.outcome, self.evidence):
            part.close_to_writing(why)

    def flush(self) -> None:
        """Tell what is typed and not known to be kept."""
        self.statement.flush()
        for field in self._fields:
            field.flush()
        self.note.flush()

    def note_kept(self, finding: str) -> None:
        """Hear that what was told by `noted` is kept."""
        self.note.on_kept(finding or WRITING)

    def forget(self) -> None:
        """Show no finding any more; what is typed is not wanted."""
        self._shown = None
        self._begin("")
        self.note.forget()

    def take_up(self, finding: str, field: str, text: str) -> None:
        """Show in a field what was typed of it elsewhere, and could not be kept."""
        if finding != self.current():
            return
        if field == "confidence":
            self.confidence.take_up(text)
        elif field == "statement":
            self.statement.replace(text)

    def unkept(self) -> str:
        """Give the id of a finding of which something typed is not known to be kept, if any."""
        here = self.current() if self._has_unkept_here() else ""
        return here or self._unkept.first()

    def unread(self) -> Iterator[tuple[str, str]]:
        """Give what cannot be read, with the finding it was typed of, in words for its note."""
        return self._unkept.unread(self.current(), self._fields)

    def unkept_texts(self) -> list[str]:
        here = [self.statement.text()] if self.current() and self.statement.is_unkept() else []
        held, unread = self._unkept.statements(), (words for _, words in self.unread())
        return [*here, *held, *unread, *super().unkept_texts()]

    def has_unkept(self) -> bool:
        """Tell whether something was typed of a finding that is made and not known to be kept."""
        return bool(self._unkept) or self._has_unkept_here()

    def _has_unkept_here(self) -> bool:
        if self._shown is None or self._shown.is_new:
            return self.note.is_waiting()
        said = (self.statement, self.note, *self._fields)
        return any(one.is_unkept() for one in said) or self.versions.has_draft()

    # What the reader does

    def _typed_due(self, text: str) -> object:
        return figures.typed_due(text, self._shown.published if self._shown else None)

    def _turn_private(self, on: bool) -> None:
        """Tell it; the switch turns when it comes back as done."""
        self.private_button.setChecked(not on)
        self.edited.emit("private", on)

    def _make(self) -> None:
        """Tell all that is typed first; what cannot be read is to be mended."""
        self.flush()
        troubled = next((field for field in self._fields if field.is_troubled()), None)
        if troubled:
            troubled.setFocus()
        elif self._shown and self._shown.is_new:
            self.made.emit()

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        """Take Delete for what has the focus here; elsewhere it removes a highlight."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in LEAVE_OUT:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _signed(one: Finding, known: Mapping[str, Person]) -> str:
    author = known.get(one.author)
    lines = [f"{author.name} · {moment(one.created)}" if author else moment(one.created)]
    if one.modified != one.created:
        lines.append(tr("Changed {0}").format(moment(one.modified)))
    return "\n".join(lines)

"""Exporting: which articles, as one file or a folder of notes, in which template.

The dialog shows how the first article will look, asks for the place, and has a worker write there,
as `exported` does. What an export looks like is core's.
"""

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontInfo, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core import settings
from core.errors import MeipiError
from core.library import Reader
from gui import work
from gui.dialogs import exported
from gui.dialogs.boxes import Dot
from gui.dialogs.exported import Exported, Wish, export, rows_of, walk
from gui.dialogs.parts import MARGIN, bar, cancel, offer, one_of, room, trouble
from gui.look import sizing
from gui.parts.labels import faint
from gui.tongue import tr
from gui.tongue.said import in_words

SHOWN_LINES = 200
SHOWN_LETTERS = 20_000
CHOICES_WIDTH = 280


class Ask(Protocol):
    """The questions that an export asks; each is answered with None by who would rather not."""

    def file_to_export(self, parent: QWidget | None, name: str, /) -> Path | None: ...

    def folder_to_export(self, parent: QWidget | None, /) -> Path | None: ...

    def template(self, parent: QWidget | None, /) -> Path | None: ...


class ExportDialog(QDialog):
    """The choices before an export."""

    exported = Signal(object)  # Exported

    def __init__(
        self,
        reader: Reader,
        current: str | None,
        selected: list[str],
        ask: Ask,
        window: QWidget,
        claims: str = "",
    ) -> None:
        super().__init__(window)
        self._claims = claims
        self._reader, self._ask = reader, ask
        self._current, self._selected = current, tuple(selected)
        self._template: Path | None = None
        self._job: work.Job[Exported] | None = None
        self.setWindowTitle(tr("Export Markdown"))
        room(self, 900, 580)
        self._lay_out()
        self._choose_first()

    # How it is laid out

    def _lay_out(self) -> None:
        halves = QHBoxLayout()
        halves.setSpacing(MARGIN)
        halves.addWidget(self._choices())
        halves.addWidget(self._preview_page(), 1)
        self.failed = trouble()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(MARGIN - 4)
        whole.addLayout(halves, 1)
        whole.addWidget(self.failed)
        whole.addLayout(self._foot())

    def _choices(self) -> QWidget:
        total = self._reader.count()
        self.collected = Dot(tr("The claims collected"))
        self.this = Dot(tr("This article"))
        self.these = Dot(tr("The {0:,} selected").format(len(self._selected)))
        self.all = Dot(tr("The whole library ({0})").format(tr("%n article(s)", "", total)))
        self.file = Dot(tr("One file"))
        self.folder = Dot(tr("A folder of notes, with an index"))
        self.own = Dot(tr("Meipi's own"))
        self.other = Dot(tr("A template of yours…"))
        self.choices = QWidget()
        self.choices.setFixedWidth(sizing.px(CHOICES_WIDTH))
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        what = (self.collected, self.this, self.these, self.all)
        self._what = one_of(column, tr("Articles"), what)
        self._form = one_of(column, tr("Written as"), (self.file, self.folder))
        self._look = one_of(column, tr("Template"), (self.own, self.other))
        self.collected.setVisible(bool(self._claims))
        self.this.setEnabled(self._current is not None)
        self.these.setVisible(len(self._selected) > 1)
        self.all.setEnabled(total > 0)
        column.addStretch(1)
        return self.choices

    def _preview_page(self) -> QWidget:
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(tr("Preview"))
        font = sizing.fixed()
        font.setFamilies([QFontInfo(font).family(), *self.font().families()])
        self.preview.setFont(font)
        self.shown = faint()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.shown)
        column.addWidget(self.preview, 1)
        return page

    def _foot(self) -> QHBoxLayout:
        self.progress = bar(tr("Exporting"), CHOICES_WIDTH)
        self.told = faint()
        self._tell_progress(shown=False)
        buttons = QDialogButtonBox()
        self.export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = cancel(buttons, self)
        buttons.accepted.connect(self._ask_for_place)
        foot = QHBoxLayout()
        foot.setSpacing(MARGIN)
        foot.addWidget(self.progress)
        foot.addWidget(self.told)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot

    def _choose_first(self) -> None:
        several = len(self._selected) > 1
        first = self.these if several else self.this if self._current else self.all
        first = self.collected if self._claims else first
        for button in (first, self.file, self.own):
            button.setChecked(True)
        first.setFocus()
        self._what.buttonClicked.connect(self._show)
        self._form.buttonClicked.connect(self._show)
        self.own.clicked.connect(partial(self._use, None))
        self.other.clicked.connect(self._ask_for_template)

    # Choosing

    def _ask_for_template(self) -> None:
        chosen = self._ask.template(self)
        self._use(chosen or self._template)

    def _use(self, template: Path | None) -> None:
        self._template = template
        (self.other if template else self.own).setChecked(True)
        self.other.setText(template.name if template else tr("A template of yours…"))
        self._show()

    def _ids(self) -> tuple[str, ...] | None:
        """Give what is to be exported; None is all, or all that the claims are in."""
        if self.all.isChecked() or self.collected.isChecked():
            return None
        if self.these.isChecked():
            return self._selected
        return (self._current,) if self._current else ()

    def _about(self) -> str:
        """Give the query whose claims alone are to be exported, if they are."""
        return self._claims if self.collected.isChecked() else ""

    def _first(self) -> str | None:
        ids = self._ids()
        if ids is None:
            rows = rows_of(self._reader, self._about())
            cards = self._reader.cards(rows[:1])
            return cards[0].id if cards else None
        return ids[0] if ids else None

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if exported.is_loaded():
            self._show()
            return
        offer(self.export, tr("Export…"), possible=False)
        work.run(lambda _progress: exported.load(), self._show_first, self._could_not)

    def _show_first(self, _none: None) -> None:
        self._show()

    def _show(self) -> None:
        """Show how it will look, or why it cannot."""
        self.failed.hide()
        try:
            text = self._looks()
        except MeipiError as error:
            self.preview.clear()
            self.shown.clear()
            self._fail(error)
            offer(self.export, tr("Export…"), possible=False)
            return
        self.preview.setPlainText(text)
        alone = (ids := self._ids()) is not None and len(ids) == 1
        self.shown.setText(
            tr("It will look like this:") if alone else tr("The first will look like this:")
        )
        offer(self.export, tr("Export…"), possible=bool(text))

    def _looks(self) -> str:
        from core import ledger  # not before it is asked for
        from core.export import load, markdown

        first = self._first()
        if first is None:
            return ""
        template = load(self._template) if self._template else None
        (one,) = walk(self._reader, (first,), lambda *_: None, self._about())
        found = ledger.rows(self._reader)
        text = markdown(
            [one],
            findings=found,
            pages=self._reader.page_names,
            mine=settings.load().author,
            template=template,
        )
        lines = text.splitlines()
        more = len(lines) > SHOWN_LINES or len(text) > SHOWN_LETTERS
        return "\n".join(lines[:SHOWN_LINES])[:SHOWN_LETTERS] + ("\n…" if more else "")

    # Exporting

    def _ask_for_place(self) -> None:
        as_notes = self.folder.isChecked()
        try:
            place = self._place(as_notes=as_notes)
        except MeipiError as error:
            self._fail(error)
            return
        if place:
            mine = settings.load().author
            library = self._reader.path
            wish = Wish(library, self._ids(), place, as_notes, self._template, mine, self._about())
            self._start(wish)

    def _place(self, *, as_notes: bool) -> Path | None:
        if as_notes:
            return self._ask.folder_to_export(self)
        chosen = self._ask.file_to_export(self, self._name())
        bare = chosen and not chosen.suffix
        named = chosen.with_name(f"{chosen.name}.md") if chosen and bare else chosen
        # A file the reader was not asked about is not written over.
        return chosen if named != chosen and named and named.exists() else named

    def _name(self) -> str:
        """Give what one file could be called."""
        from core.export import file_name

        ids = self._ids()
        if ids is not None and len(ids) == 1:
            return file_name(self._reader.annotated(ids[0]))
        return f"{self._reader.path.stem}.md"

    def _start(self, wish: Wish) -> None:
        self.failed.hide()
        self.choices.setEnabled(False)
        offer(self.export, tr("Export…"), possible=False)
        self._tell_progress(shown=True)
        self._job = work.run(partial(export, wish), self._done, self._could_not, self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.told.setText(tr("{done:,} of {0}").format(tr("%n article(s)", "", total), done=done))

    def _done(self, done: Exported) -> None:
        self._job = None
        self.accept()
        self.exported.emit(done)

    def _could_not(self, error: MeipiError) -> None:
        self._job = None
        self.choices.setEnabled(True)
        offer(self.export, tr("Export…"), possible=True)
        self._tell_progress(shown=False)
        self._fail(error)
        self.export.setFocus()  # Enter tries again; what was off meanwhile has lost the keys

    def _tell_progress(self, *, shown: bool) -> None:
        self.progress.setRange(0, 0)
        self.told.clear()
        self.progress.setVisible(shown)
        self.told.setVisible(shown)

    def _fail(self, error: MeipiError) -> None:
        self.failed.setText(in_words(error))
        self.failed.show()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        super().reject()

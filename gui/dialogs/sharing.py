"""Sharing: what goes into a share, counted as it is chosen; where to; and what became of it.

A worker counts, and a worker writes. What a share holds is core's.
"""

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core import settings
from core.errors import MeipiError
from core.library import Reader
from core.progress import Progress
from core.share.choose import Choice
from core.share.count import Amount, count
from core.share.make import Made, make
from core.share.words import visible
from gui import work
from gui.dialogs.boxes import Dot, TickBox
from gui.dialogs.parts import (
    GAP,
    MARGIN,
    bar,
    cancel,
    centred,
    in_the_middle,
    offer,
    one_of,
    room,
    trouble,
)
from gui.dialogs.sharing_tags import TagRows
from gui.dialogs.ticks import TickList
from gui.look import letters, sizing
from gui.parts.labels import faint, larger, words
from gui.parts.pressed import by_itself
from gui.tongue import tr
from gui.tongue.said import explained, in_words

LEFT = 300
CHOOSING, DONE = range(2)


class Ask(Protocol):
    """The questions that sharing asks."""

    def file_to_share(self, parent: QWidget | None, name: str, /) -> Path | None: ...

    def show_folder(self, folder: Path, /) -> None: ...


class ShareDialog(QDialog):
    """The choices before a share, and where it lies once it is made."""

    def __init__(
        self, reader: Reader, current: str | None, selected: list[str], ask: Ask, window: QWidget
    ) -> None:
        super().__init__(window)
        self._reader, self._ask = reader, ask
        self._current, self._selected = current, tuple(selected)
        self._counting: work.Job[Amount] | None = None
        self._job: work.Job[Made] | None = None
        self._made: Made | None = None
        self._tags = TagRows(reader.tags(), self)
        self.setWindowTitle(tr("Share"))
        room(self, 720, 560)
        self._lay_out()
        self._choose_first()

    # How it is laid out

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._choosing_page())
        self._pages.addWidget(self._done_page())
        self.failed = trouble()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(MARGIN - 4)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.failed)
        whole.addLayout(self._foot())

    def _choosing_page(self) -> QWidget:
        page = self.choices = QWidget()
        halves = QHBoxLayout(page)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(MARGIN)
        halves.addWidget(self._what_page())
        halves.addWidget(self._how_page(), 1)
        return page

    def _what_page(self) -> QWidget:
        self.this = Dot(tr("This article"))
        self.these = Dot(tr("The {0:,} selected").format(len(self._selected)))
        self.tagged = Dot(tr("Highlights with these tags:"))
        self.all = Dot(tr("The whole library"))
        self.tags = TickList(self._tags, tr("Tags"))
        page = QWidget()
        page.setFixedWidth(sizing.px(LEFT))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._what = one_of(column, tr("What"), (self.this, self.these, self.all, self.tagged))
        column.addWidget(self.tags, 1)
        self.this.setEnabled(self._current is not None)
        self.these.setVisible(len(self._selected) > 1)
        if not self._tags.rowCount():
            self.tagged.hide()
            self.tags.hide()
            column.addStretch(1)
        return page

    def _how_page(self) -> QWidget:
        self.everybody = Dot(tr("Everybody's highlights"))
        self.mine = Dot(tr("Only my own"))
        self.full = Dot(tr("All of it, also what was there before"))
        self.present = Dot(tr("Only as it is now, no earlier words"))
        self.texts = TickBox(tr("The texts of the articles"))
        self.private = TickBox(tr("Private highlights"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._whose = one_of(column, tr("Whose"), (self.everybody, self.mine))
        self._past = one_of(column, tr("History"), (self.full, self.present))
        column.addSpacing(GAP)
        column.addWidget(larger(words(tr("Along with it")), 1.0))
        for box in (self.texts, self.private):
            column.addWidget(box)
        column.addSpacing(GAP)
        self.goes = larger(words(wrap=True), letters.HEAD)
        self.stays = faint(wrap=True)
        column.addWidget(self.goes)
        column.addWidget(self.stays)
        column.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        self.sentence = larger(words(wrap=True), letters.HEAD)
        self.place = words(wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.left_out = faint(wrap=True)
        centred(self.sentence, self.place, self.left_out, width=560)
        return in_the_middle(self.sentence, self.place, self.left_out)

    def _foot(self) -> QHBoxLayout:
        self.progress = bar(tr("Sharing"), 160)
        self.progress.hide()
        buttons = QDialogButtonBox()
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.share = buttons.addButton(tr("Share…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.folder = buttons.addButton(tr("Show Folder"), action)
        by_itself(self.folder)
        self.folder.hide()
        self.cancel = cancel(buttons, self)
        buttons.accepted.connect(self._ask_for_place)
        self.folder.clicked.connect(self._show_folder)
        foot = QHBoxLayout()
        foot.addWidget(self.progress)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot

    def _choose_first(self) -> None:
        several = len(self._selected) > 1
        first = self.these if several else self.this if self._current else self.all
        for button in (first, self.everybody, self.full, self.texts):
            button.setChecked(True)
        first.setFocus()
        for group in (self._what, self._whose, self._past):
            group.buttonClicked.connect(self._count)
        for box in (self.texts, self.private):
            box.clicked.connect(self._count)
        self._tags.ticked.connect(self._tags_ticked)

    # Choosing

    def choice(self) -> Choice | None:
        """Give what is chosen; None while nothing is, as of no tag."""
        tags = self._tags.wanted() if self.tagged.isChecked() else ()
        articles = self._articles()
        if self.tagged.isChecked() and not tags:
            return None
        return Choice(
            articles=articles,
            tags=tags,
            author=settings.myself().id if self.mine.isChecked() else None,
            without_texts=not self.texts.isChecked(),
            include_private=self.private.isChecked(),
            history="full" if self.full.isChecked() else "current",
        )

    def _articles(self) -> tuple[str, ...]:
        if self.these.isChecked():
            return self._selected
        return (self._current,) if self.this.isChecked() and self._current else ()

    def _tags_ticked(self) -> None:
        """Who ticks a tag means to share by tags."""
        self.tagged.setChecked(True)
        self._count()

    # Counting

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._made is None:
            self._count()

    def _count(self, *_: object) -> None:
        """Count anew what would go; an answer that comes too late is dropped."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        offer(self.share, tr("Share…"), possible=False)
        choice = self.choice()
        if choice is None:
            self.goes.setText(tr("Tick a tag."))
            self.stays.clear()
            return
        library = self._reader.path
        job = partial(_counted, library, choice)
        self._counting = work.run(job, self._show_amount, self._fail)

    def _show_amount(self, amount: Amount) -> None:
        self._counting = None
        self.failed.hide()
        many = [*_many(amount.articles, amount.highlights), tr("%n note(s)", "", amount.notes)]
        many += [tr("%n finding(s)", "", amount.findings)] if amount.findings else []
        self.goes.setText(tr(", ").join(many))
        self.stays.setText(_private(amount.private, along=self.private.isChecked()))
        self.private.setText(tr("Private highlights ({private:,})").format(private=amount.private))
        offer(self.share, tr("Share…"), possible=amount.articles > 0 and self._job is None)

    # Making it

    def _ask_for_place(self) -> None:
        choice = self.choice()
        if choice is None or self._job is not None or not self.share.isEnabled():
            return
        chosen = self._ask.file_to_share(self, f"{self._reader.path.stem}-share.meipi")
        if chosen:
            named = chosen if chosen.suffix else chosen.with_name(f"{chosen.name}.meipi")
            self._start(named, choice)

    def _start(self, place: Path, choice: Choice) -> None:
        self.failed.hide()
        self._at_work(True)
        job = partial(_made, self._reader.path, place, choice)
        self._job = work.run(job, self._done, self._could_not)

    def _done(self, made: Made) -> None:
        self._job, self._made = None, made
        self._at_work(False)
        many = _many(made.articles, made.highlights)
        many += [tr("%n finding(s)", "", made.findings)] if made.findings else []
        self.sentence.setText(tr("Shared {0}.").format(tr(", ").join(many)))
        self.place.setText(visible_path(made.path))
        self.left_out.setText("\n".join(map(explained, made.left_out)))
        self._pages.setCurrentIndex(DONE)
        self.share.hide()
        self.folder.show()
        self.cancel.setText(tr("Close"))
        self.cancel.setDefault(True)
        self.cancel.setFocus()

    def _could_not(self, error: MeipiError) -> None:
        self._job = None
        self._at_work(False)
        self._fail(error)
        self.share.setFocus()  # Enter tries again; what was off meanwhile has lost the keys

    def _fail(self, error: MeipiError) -> None:
        self.failed.setText(in_words(error))
        self.failed.show()

    def _at_work(self, at_work: bool) -> None:
        self.choices.setEnabled(not at_work)
        self.progress.setVisible(at_work)
        offer(self.share, tr("Sharing…") if at_work else tr("Share…"), possible=not at_work)

    def _show_folder(self) -> None:
        assert self._made is not None
        self._ask.show_folder(self._made.path.parent)

    def reject(self) -> None:
        for job in (self._job, self._counting):
            if job is not None:
                job.cancel()
        super().reject()


def visible_path(path: Path) -> str:
    """Spell a place, its name with nothing unseen in it."""
    return str(path.with_name(visible(path.name)))


def _many(articles: int, highlights: int) -> list[str]:
    return [tr("%n article(s)", "", articles), tr("%n highlight(s)", "", highlights)]


def _private(private: int, *, along: bool) -> str:
    if not private:
        return tr("No highlight among them is private.")
    if along:
        return tr(
            "%n private highlight(s) (goes|go) along: whoever gets the file can read them.",
            "",
            private,
        )
    return tr(
        "%n private highlight(s) (stays|stay) here, with all that was ever said in them.",
        "",
        private,
    )


def _counted(library: Path, choice: Choice, progress: Progress) -> Amount:
    return count(library, choice, lambda: progress(0, 0))


def _made(library: Path, place: Path, choice: Choice, progress: Progress) -> Made:
    """Write a share on a worker; what is called off leaves nothing."""

    def stop() -> bool:
        try:
            progress(0, 0)
        except work.Cancelled:
            return True
        return False

    return make(library, place, choice, stop=stop)

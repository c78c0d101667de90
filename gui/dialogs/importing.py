"""Importing: what was understood, shown before anything is written.

The dialog reads and asks; it writes nothing. What the reader ticked is in `accepted_articles` once
it was accepted, for the window to commit.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core import sources
from core.errors import MeipiError, Unreadable
from core.model import Article
from core.share.words import spelled
from gui import work
from gui.dialogs.boxes import TickBox
from gui.dialogs.candidates import CandidateModel
from gui.dialogs.outlined import Outlined
from gui.dialogs.pace import Pace
from gui.dialogs.parts import GAP, MARGIN, bar, cancel, centred, in_the_middle, offer, room, trouble
from gui.dialogs.reading import Failure, Found, understand
from gui.dialogs.ticks import TickList
from gui.look import letters
from gui.parts.labels import faint, larger, words
from gui.tongue import tr
from gui.tongue.said import explained

FAILURES_SHOWN = 4
NOTHING = Unreadable(
    "There is no article in this.",
    "Open the page in a browser, select all of it (Ctrl+A), copy it (Ctrl+C) and paste it here."
    " Or save the page, and import the file.",
)


class ImportDialog(QDialog):
    """A preview of files, or of a pasted text. `reader_path` is the library's file."""

    def __init__(
        self,
        sources: Sequence[Path] | str,
        reader_path: Path,
        parent: QWidget | None = None,
        zone: str = "local",
    ) -> None:
        super().__init__(parent)
        self.accepted_articles: tuple[Article, ...] = ()
        self._sources = sources
        self._library = reader_path
        self._job: work.Job[Found] | None = None
        self._pace = Pace()
        self._candidates = CandidateModel(self)
        self._candidates.zone = zone
        self._candidates.ticked.connect(self._count)
        self.setWindowTitle(tr("Import"))
        room(self, 860, 560)
        self._lay_out()

    # How it is laid out

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self._reading_page(), self._preview_page(), self._nothing_page()):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(MARGIN - 4)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._button_row())

    def _reading_page(self) -> QWidget:
        self.progress = bar(tr("Reading"), 360)
        self.told = faint(tr("Reading…"))
        return in_the_middle(self.told, self.progress)

    def _nothing_page(self) -> QWidget:
        self.sentence = larger(words(wrap=True), letters.HEAD)
        self.remedy = faint(wrap=True)
        centred(self.sentence, self.remedy)
        return in_the_middle(self.sentence, self.remedy)

    def _preview_page(self) -> QWidget:
        self.name = larger(words(), letters.TITLE)
        self.summary = faint()
        self.failed = trouble()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.name, self.summary, self.failed):
            column.addWidget(label)
        column.addSpacing(GAP - 4)
        column.addWidget(self._halves(), 1)
        return page

    def _halves(self) -> QSplitter:
        self.list = TickList(self._candidates, tr("Articles found"))
        self.list.selectionModel().currentChanged.connect(self._show_article)
        self.all = TickBox()
        self.all.setAccessibleName(tr("All that can be added"))
        self.all.clicked.connect(self._candidates.turn_all)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.all)
        column.addWidget(self.list, 1)
        self.outline = Outlined(self._candidates.zone)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(GAP)
        halves.addWidget(left)
        halves.addWidget(self.outline)
        halves.setSizes([340, 480])
        return halves

    def _button_row(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.add = buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = cancel(buttons, self)
        offer(self.add, tr("Add"), possible=False)
        buttons.accepted.connect(self.accept)
        return buttons

    # Reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._job is None:
            reading = partial(understand, self._sources, self._library)
            self._job = work.run(reading, self._understood, self._failed, self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        if total:
            self.progress.setRange(0, 1000)
            self.progress.setValue(done * 1000 // total)
            far = tr("Reading… {0}").format(_of(done, total))
            self.told.setText(tr(", ").join(filter(None, (far, self._pace.left(done, total)))))
        else:
            self.progress.setRange(0, 0)
            self.told.setText(tr("Looking for them in the library…"))

    def _understood(self, found: Found) -> None:
        if not found.candidates:
            self._show_nothing(found.failures)
            return
        self.name.setText(sources.name(found.name) or found.name or "")
        self.name.setVisible(bool(found.name))
        self.summary.setText(found.summary())
        self._show_failures(found.failures)
        self._candidates.show(found.candidates)
        self._pages.setCurrentIndex(1)
        self.list.setCurrentIndex(self._candidates.index(0))
        self.list.setFocus()

    def _failed(self, error: MeipiError) -> None:
        self._show_nothing((Failure("", error),))

    def _show_failures(self, failures: Sequence[Failure]) -> None:
        lines = [str(failure) for failure in failures[:FAILURES_SHOWN]]
        if len(failures) > FAILURES_SHOWN:
            lines.append(tr("… and %n more file(s)", "", len(failures) - FAILURES_SHOWN))
        self.failed.setText("\n".join(lines))
        self.failed.setVisible(bool(lines))

    def _show_nothing(self, failures: Sequence[Failure]) -> None:
        """Say why there is nothing to add, and what would help."""
        first = failures[0] if failures else Failure("", NOTHING)
        named = f"{first.name}: " if len(failures) > 1 else ""
        self.sentence.setText(named + spelled(explained(first.error.sentence)))
        rest = [str(failure) for failure in failures[1 : 1 + FAILURES_SHOWN]]
        self.remedy.setText("\n".join([explained(first.error.remedy), *rest]).strip())
        self.add.hide()
        self.cancel.setText(tr("Close"))
        self._pages.setCurrentIndex(2)
        self.cancel.setFocus()

    # Choosing

    def _show_article(self, index: QModelIndex) -> None:
        chosen = self._candidates.candidate(index.row()).article if index.isValid() else None
        self.outline.show_article(chosen)

    def _count(self) -> None:
        wanted, possible = self._candidates.count(), self._candidates.possible
        offer(self.add, tr("Add %n Article(s)", "", wanted), possible=wanted > 0)
        state = Qt.CheckState.PartiallyChecked if wanted else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if 0 < wanted == possible else state)
        self.all.setText(
            tr("{wanted:,} of {possible:,} to add").format(wanted=wanted, possible=possible)
            if possible
            else tr("Nothing new")
        )
        self.all.setEnabled(possible > 0)

    # Ending

    def accept(self) -> None:
        self.accepted_articles = self._candidates.wanted()
        if self.accepted_articles:
            super().accept()

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        super().reject()


def _of(done: int, total: int) -> str:
    """Say how much of how much, in the unit that suits the whole."""
    for size, unit in ((1 << 20, "MB"), (1 << 10, "KB")):
        if total >= size:
            return tr("{0:.0f} of {1:.0f} {unit}").format(done / size, total / size, unit=unit)
    return tr("{done} of {total} bytes").format(done=done, total=total)

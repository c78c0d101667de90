"""Merging: a file from elsewhere looked through, shown, ticked, and taken over as one deed.

The dialog asks and shows; the looking and the writing are done on a worker. Who merges is handed
in, and what was done is told by `merged`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.change import Change, Take
from core.errors import MeipiError
from core.merge import Alike
from core.model import Author
from core.progress import Progress
from core.share.words import spelled, visible
from gui import work
from gui.dialogs.merging import said
from gui.dialogs.merging.look import Line, Looked, joined, look, to_settle
from gui.dialogs.merging.page import MergePage
from gui.dialogs.parts import (
    GAP,
    MARGIN,
    bar,
    cancel,
    centred,
    how_long,
    in_the_middle,
    offer,
    room,
    trouble,
)
from gui.look import letters
from gui.parts.labels import faint, larger, words
from gui.tongue import phrase, tr
from gui.tongue.said import explained, in_words

#: Takes over what a clean library holds, on a worker: the library, what of it, what the file is
#: called, who hears what is begun, and who is asked whether to go on.
Merge = Callable[[Path, Take, str, Callable[[str], object], Callable[[], object]], Change]
#: What was merged, and how many records have two versions now.
Written = tuple[Change, int]
PROMISE = phrase("A copy of your library is made first. One Undo takes all of it back.")
DOES = {
    "copy": phrase("Copying your library first…"),
    "join": phrase("Taking it over… {long} Cancel leaves everything as it was."),
    "came": phrase("Taken over. One Undo takes all of it back."),
    "off": phrase("Calling it off. All will be as it was."),
}
LOOKING, SHOWN, NOTHING = range(3)
MARKS_A_SECOND, ARTICLES_A_SECOND = 2500, 5000  # that are merged on a laptop
REMEDY = phrase("Nothing was changed. Check that the file is there and whole, then try again.")


class MergeDialog(QDialog):
    """A look at a file, and what to take of it. `ours` is the reader's library, `by` the reader."""

    merged = Signal(object, str)  # Change, what to say of it
    writes = Signal(bool)  # whether something is being written
    _heard = Signal(object)  # Line, from the worker

    def __init__(
        self, file: Path, ours: Path, by: Author, merge: Merge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._file, self._ours, self._by, self._merge = file, ours, by, merge
        self._name = visible(file.name)
        self._looked: Looked | None = None
        self._job: work.Job[Looked] | work.Job[Written] | None = None
        self._writing = False
        self._came: Written | None = None  # what is on the disk, be it heard of or not
        self._far: said.Far | None = None
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(tr("Merge"))
        room(self, 980, 660)
        self._lay_out()
        self.finished.connect(self._put_away)

    # How it is laid out

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self.page = MergePage()
        self.page.ticked.connect(self._offer)
        self.page.failed.connect(self._fail)
        for page in (self._looking_page(), self.page, self._nothing_page()):
            self._pages.addWidget(page)
        self.failed = trouble()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(MARGIN - 4)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.failed)
        whole.addLayout(self._foot())

    def _looking_page(self) -> QWidget:
        self.maker = larger(
            words(tr("Looking through {name}…").format(name=self._name), wrap=True), letters.HEAD
        )
        self.holds = faint(wrap=True)
        centred(self.maker, self.holds)
        self.looking = bar(tr("Looking through the file"), 360)
        self.told = faint(tr("Nothing in it is run, and nothing is written."))
        return in_the_middle(self.maker, self.holds, self.looking, self.told)

    def _nothing_page(self) -> QWidget:
        self.sentence = larger(words(wrap=True), letters.HEAD)
        self.remedy = faint(wrap=True)
        centred(self.sentence, self.remedy)
        return in_the_middle(self.sentence, self.remedy)

    def _foot(self) -> QHBoxLayout:
        self.merging = bar(tr("Merging"), 160)
        self.merging.hide()
        self.promise = faint(tr(PROMISE))
        self.promise.setVisible(False)
        buttons = QDialogButtonBox()
        self.take = buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = cancel(buttons, self)
        self.take.hide()
        buttons.accepted.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.merging)
        foot.addWidget(self.promise)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot

    # Looking

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._job is None and self._looked is None:
            looking = partial(look, self._file, self._ours, self._heard.emit)
            self._job = work.run(looking, self._show, self._show_trouble)

    def _hear(self, line: Line) -> None:
        """Show at once what the file says of itself, long before all of it was looked through."""
        stage = line.get("stage")
        if "manifest" in line:
            name = said.author(line["manifest"])
            self.maker.setText(tr("From {name}").format(name=name) if name else self._name)
            self.holds.setText(said.held(line["counts"], line["manifest"]))
            self._far = said.Far(line["counts"])
            self.told.setText(
                tr("Looking through it… {0}").format(how_long(self._far.seconds)).strip()
            )
        elif stage in DOES:
            self._say_what_it_does(stage)
        else:
            self._show_far(line)

    def _say_what_it_does(self, stage: str) -> None:
        picks = self.page.picks
        seconds = picks.highlights() / MARKS_A_SECOND + picks.articles() / ARTICLES_A_SECOND
        self.promise.setText(" ".join(tr(DOES[stage]).format(long=how_long(seconds)).split()))
        if stage == "came":
            self.cancel.setEnabled(False)

    def _show_far(self, line: Line) -> None:
        """Show how far the looking is; how long the comparing takes nobody knows."""
        at = self._far.at(line) if self._far else None
        if at is not None:
            self.looking.setRange(0, 100)
            self.looking.setValue(at)
        if line.get("stage") == "compare":
            self.looking.setRange(0, 0)
            self.told.setText(said.comparing(line.get("new", 0)))

    def _show(self, looked: Looked) -> None:
        self._job, self._looked = None, looked
        if not self.page.show_plan(looked, self._name):
            many = looked.rows_refused
            why = (
                tr("%n row(s) in it (was|were) refused. {0}", "", many).format(looked.refused[0])
                if many
                else tr("All that it says is known here.")
            )
            self._say_nothing(
                tr("Nothing in {name} is new to your library.").format(name=self._name), why
            )
            return
        self.page.warn(said.warned(looked.plan, self._by))
        self.promise.show()
        self.take.show()
        self._pages.setCurrentIndex(SHOWN)
        self._offer()
        self.page.focus()

    def _show_trouble(self, error: MeipiError) -> None:
        self._job = None
        self._say_nothing(
            spelled(explained(error.sentence)), spelled(explained(error.remedy) or tr(REMEDY))
        )

    def _say_nothing(self, sentence: str, remedy: str) -> None:
        self.sentence.setText(sentence)
        self.remedy.setText(remedy)
        self.cancel.setText(tr("Close"))
        self._pages.setCurrentIndex(NOTHING)
        self.cancel.setFocus()

    # Merging

    def _offer(self) -> None:
        picks = self.page.picks
        offer(self.take, said.offered(picks), possible=picks.anything())

    def accept(self) -> None:
        if self._looked is None or self._writing or not self.page.picks.anything():
            return
        self.failed.hide()
        self._at_work(True)
        pairs, take = self.page.pairs(), self.page.picks.take()
        job = partial(self._written, self._looked, pairs, take)
        self._job = work.run(job, self._done, self._could_not, ended=self._ended)

    def _ended(self) -> None:
        """Tell what was called off too late; let the reader out where neither was done."""
        if self._writing and self._came:
            self._done(self._came)
        elif self._writing:
            self._at_work(False)

    def _written(
        self, looked: Looked, pairs: tuple[Alike, ...], take: Take, progress: Progress
    ) -> Written:
        clean = joined(looked, pairs, self._by, progress)

        def alive() -> None:
            progress(0, 0)

        def tell(stage: str) -> None:
            self._heard.emit({"stage": stage})

        change = self._merge(clean, take, self._name, tell, alive)
        self._came = change, 0  # from here on it cannot be called off
        tell("came")
        self._came = change, to_settle(looked.plan.ours, change)
        return self._came

    def _done(self, written: Written) -> None:
        self._job, self._writing = None, False
        self.writes.emit(False)
        change, conflicts = written
        assert self._looked
        told = said.done(change, conflicts, self._looked.plan)
        super().accept()
        self.merged.emit(change, told)

    def _could_not(self, error: MeipiError) -> None:
        self._job = None
        self._at_work(False)
        self._fail(error)
        self.take.setFocus()  # Enter tries again; what was off meanwhile has lost the keys

    def _fail(self, error: MeipiError) -> None:
        self.failed.setText(spelled(in_words(error)))
        self.failed.show()

    def _at_work(self, writing: bool) -> None:
        """What is being written can be called off until it is on the disk, as a whole."""
        self._writing = writing
        self.page.setEnabled(not writing)
        self.cancel.setEnabled(True)
        self.merging.setVisible(writing)
        self.promise.setText(tr(PROMISE))
        self.writes.emit(writing)
        if writing:
            offer(self.take, tr("Merging…"), possible=False)
        else:
            self._offer()

    # Ending

    def reject(self) -> None:
        if self._came:  # it is on the disk, and told of in moments
            return
        if self._job is not None:
            self._job.cancel()
        if self._writing:  # it ends in moments, and shows again what there is to take
            self.cancel.setEnabled(False)
            self.promise.setText(tr(DOES["off"]))
            return
        super().reject()

    def _put_away(self) -> None:
        self.page.stop()
        if self._looked is not None:
            self._looked.folder.remove()

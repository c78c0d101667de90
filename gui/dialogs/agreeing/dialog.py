"""The dialog beside the window: the measures above, the claims to walk through below.

It is reckoned anew, off the main thread, when something was marked; a claim is told by `jumped` and
the dialog stays open.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QListView,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.errors import MeipiError
from gui import work
from gui.dialogs.agreeing.compare import (
    ALL,
    Compared,
    Difference,
    Measured,
    compare,
    differences_csv,
    figure,
    kappa_words,
    percent,
    table_csv,
)
from gui.dialogs.agreeing.tables import ROW, ClaimDelegate, Differences, Sorted, Tags, and_
from gui.dialogs.parts import GAP, MARGIN, room, trouble
from gui.look import letters
from gui.parts.labels import faint, larger, words
from gui.parts.later import later
from gui.parts.pressed import by_itself
from gui.tongue import phrase, tr
from gui.tongue.said import in_words

PAUSE = 300  # milliseconds after a deed before it is reckoned anew
NOBODY = phrase("No two readers have tagged claims of the same article yet.")


class Claims(QListView):
    """The claims; Enter or two clicks go to one."""

    entered_on = Signal(QModelIndex)

    def __init__(self, model: Differences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ClaimDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Claims on which readers differ"))
        self.setAccessibleDescription(tr("Enter shows the claim in the window"))
        self.doubleClicked.connect(self.entered_on)

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class AgreementDialog(QDialog):
    """How far the readers of one library agree."""

    jumped = Signal(str, int)  # article, row

    def __init__(self, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._job: work.Job[Compared] | None = None
        self._late = False
        self.compared = Compared()
        self.setWindowTitle(tr("Agreement"))
        room(self, 720, 640)
        self.setMinimumSize(520, 420)
        self.tags, self.differences = Tags(self), Differences(self)
        self.table = _table(Sorted(self.tags, self))
        self.claims = Claims(self.differences, self)
        self.sentence, self.measures = larger(words(wrap=True), letters.HEAD), faint(wrap=True)
        self.differ, self.trouble = words(), trouble()
        self._pause = later(self, PAUSE, self.look)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_claims())
        self.claims.entered_on.connect(self._jump)
        self._lay_out()

    def _lay_out(self) -> None:
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, GAP, 0, 0)
        lower.addWidget(self.differ)
        lower.addWidget(self.claims, 1)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.table)
        self.parts.addWidget(below)
        self.parts.setSizes([220, 300])
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.sentence, self.measures, self.trouble):
            column.addWidget(widget)
        column.addWidget(self.parts, 1000)
        column.addStretch(1)  # under the sentence, where there is nothing else
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.copy_table = buttons.addButton(tr("Copy Table as CSV"), role.ActionRole)
        self.copy_claims = buttons.addButton(tr("Copy Claims as CSV"), role.ActionRole)
        close = buttons.addButton(tr("Close"), role.RejectRole)
        for button in (self.copy_table, self.copy_claims, close):
            by_itself(button)
        for button in (self.copy_table, self.copy_claims):
            button.setEnabled(False)  # until there is something to copy
        self.copy_table.clicked.connect(lambda: _copy(table_csv(self._in_order())))
        self.copy_claims.clicked.connect(lambda: _copy(differences_csv(self.differences.rows)))
        buttons.rejected.connect(self.reject)
        return buttons

    # What is reckoned

    def look_again(self, *_: object) -> None:
        """Reckon anew soon; while nobody looks, there is no hurry."""
        if self.isVisible():
            self._pause.start()

    def look(self) -> None:
        """Reckon anew."""
        self._pause.stop()
        if self._job is not None:
            self._late = True
            return
        library = self._library
        self._job = work.run(partial(compare, library), self._found, self._not_found)
        if not self.compared.rows:
            self.sentence.setText(tr("Comparing…"))
            self.parts.hide()

    def _found(self, compared: Compared) -> None:
        self._end()
        self.trouble.hide()
        self._show(compared)

    def _not_found(self, error: MeipiError) -> None:
        if not self.compared.rows:
            self.sentence.clear()
        self._end()
        self.trouble.setText(in_words(error))
        self.trouble.show()

    def _end(self) -> None:
        self._job = None
        if self._late:
            self._late = False
            self.look()

    # What is shown

    def _show(self, compared: Compared) -> None:
        if compared == self.compared and compared.rows:
            return
        tag, place, first = self._tag(), self._claim(), not self.compared.rows
        self.compared = compared
        self._say(compared)
        self.tags.show(compared.rows)
        self.table.setColumnHidden(1, len({one.readers for one in compared.rows}) < 2)
        self.table.setColumnHidden(5, all(len(one.readers) != 2 for one in compared.rows))
        model = self.table.model()
        found = (n for n in range(model.rowCount()) if model.index(n, 0).data(ROW).tag == tag)
        self.table.setCurrentIndex(model.index(next(found, 0), 0))
        self._show_claims()
        if first:
            self.table.setFocus()
        if place is not None:
            spots = [(one.article, one.node, one.tag) for one in self.differences.rows]
            wanted = (place.article, place.node, place.tag)
            if wanted in spots:
                self.claims.setCurrentIndex(self.differences.index(spots.index(wanted)))

    def _say(self, compared: Compared) -> None:
        self.parts.setVisible(bool(compared.rows))
        for button in (self.copy_table, self.copy_claims):
            button.setEnabled(bool(compared.rows))
        if not compared.rows:
            self.sentence.setText(tr(NOBODY))
            self.measures.setText(tr("Merge what a colleague sent you, and look here again."))
            return
        self.sentence.setText(sentence(compared.rows[0]))
        self.measures.setText(measures(compared.rows[0]))

    def _show_claims(self) -> None:
        tag = self._tag()
        shown = [one for one in self.compared.differences if tag in (ALL, one.tag)]
        self.differences.show(shown)
        self.differ.setText(
            tr("We differ here: {0}").format(_counted(shown))
            if shown
            else tr("Nobody differs here.")
        )
        if shown:
            self.claims.setCurrentIndex(self.differences.index(0))

    def _tag(self) -> str:
        """Give the tag that is chosen in the table."""
        index = self.table.currentIndex()
        return str(index.siblingAtColumn(0).data(ROW).tag) if index.isValid() else ALL

    def _claim(self) -> Difference | None:
        index = self.claims.currentIndex()
        return self.differences.rows[index.row()] if index.isValid() else None

    def _in_order(self) -> list[Measured]:
        model = self.table.model()
        return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]

    def _jump(self, index: QModelIndex) -> None:
        if index.isValid():
            one = self.differences.rows[index.row()]
            self.jumped.emit(one.article, one.node)

    # Qt's questions

    def hideEvent(self, event: QHideEvent) -> None:
        """Reckon no more for nobody; what is put out of sight from outside comes back as it was."""
        self._pause.stop()
        if self._job is not None and not event.spontaneous():
            self._job.cancel()
            self._job, self._late = None, False
        super().hideEvent(event)


def sentence(whole: Measured) -> str:
    """Say in one sentence how far everybody agrees."""
    names = whole.readers
    who = and_(names) if len(names) <= 3 else tr("%n reader(s)", "", len(names))
    return tr("{who} agree on {rate} of %n judgement(s).", "", whole.claims).format(
        who=who, rate=percent(whole.raw)
    )


def measures(whole: Measured) -> str:
    """Say the measures beyond chance, and what they count."""
    alpha = tr("Krippendorff's alpha: {0}").format(figure(whole.alpha, whole.claims))
    kappa = tr("Cohen's kappa: {0}. ").format(kappa_words(whole)) if len(whole.readers) == 2 else ""
    meaning = tr("1 is full agreement, 0 is what chance alone would give.")
    counted = tr(
        "A judgement is whether a claim is under a tag, in articles that two or more have marked."
    )
    measured = tr("{kappa}{alpha}. {meaning}")
    return measured.format(kappa=kappa, alpha=alpha, meaning=meaning) + f"\n{counted}"


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _table(model: QSortFilterProxyModel) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setSortingEnabled(True)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    view.setAccessibleName(tr("Agreement by tag"))
    head = view.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    head.setMinimumSectionSize(56)
    return view


def _counted(shown: Sequence[Difference]) -> str:
    """Count claims; where readers differ on several tags of one claim, the judgements."""
    claims = len({(one.article, one.node) for one in shown})
    if claims == len(shown):
        return tr("%n claim(s)", "", claims)
    return tr("%n judgement(s)", "", len(shown))

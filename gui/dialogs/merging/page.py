"""The heart of a merge: articles on the left, the highlights of one and its words on the right.

An article's highlights are looked at when somebody goes to it, on a worker. Nothing is written.
"""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.merge import Alike, ArticlePlan
from gui import work
from gui.dialogs.boxes import TickBox
from gui.dialogs.fold import Fold
from gui.dialogs.merging import said
from gui.dialogs.merging.back import BackRows
from gui.dialogs.merging.back import counted as counted_back
from gui.dialogs.merging.detail import MarkDetail
from gui.dialogs.merging.look import Looked, Mark, marks
from gui.dialogs.merging.others import OtherRows, counted
from gui.dialogs.merging.picks import Filter, Picks
from gui.dialogs.merging.rows import ArticleRows, MarkRows, PairRows, how_many
from gui.dialogs.parts import GAP, Unfilled, trouble
from gui.dialogs.ticks import TickList
from gui.look import letters
from gui.parts.labels import faint, larger, words
from gui.tongue import tr

PAIRS_SHOWN, OTHERS_SHOWN, BACKS_SHOWN = 3, 3, 3


class MergePage(QWidget):
    """Says what would be merged, and hears what is wanted of it."""

    ticked = Signal()
    failed = Signal(object)  # MeipiError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picks = Picks(())
        self._looked: Looked | None = None
        self._filter = Filter.NEWS
        self._them = ""
        self._job: work.Job[tuple[Mark, ...]] | None = None
        self._articles, self._marks, self._pairs = ArticleRows(), MarkRows(), PairRows()
        self._others, self._backs = OtherRows(), BackRows()
        self._lay_out()
        self._tie()

    # How it is laid out

    def _lay_out(self) -> None:
        self.maker = larger(words(wrap=True), letters.TITLE)
        self.told = faint(wrap=True)
        self.stayed = faint(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.signed = trouble()
        for label in (self.maker, self.told, self.stayed, self.signed):
            column.addWidget(label)
        column.addWidget(self._refusals())
        column.addSpacing(GAP - 4)
        self.highlights = self._of_highlights()
        column.addWidget(self.highlights, 1)
        column.addWidget(self._other_rows())
        column.addWidget(self._back_rows())
        column.addWidget(self._pair_rows())

    def _refusals(self) -> Fold:
        self.refused = QPlainTextEdit()
        self.refused.setReadOnly(True)
        self.refused.setTabChangesFocus(True)
        self.refused.setAccessibleName(tr("What was refused"))
        self.refused.setFixedHeight(self.fontMetrics().height() * 5 + 16)
        self.refusals = Fold(self.refused)
        return self.refusals

    def _of_highlights(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._filter_row())
        column.addWidget(self._halves(), 1)
        return both

    def _filter_row(self) -> QHBoxLayout:
        self.all = TickBox()
        self.all.setAccessibleName(tr("All that is new or different"))
        self._filters = QButtonGroup(self)
        self.filters = {wanted: self._filter_button(wanted) for wanted in Filter}
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.all)
        row.addStretch(1)
        for button in self.filters.values():
            row.addWidget(button)
        return row

    def _filter_button(self, wanted: Filter) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setStyleSheet("padding: 4px 9px;")
        button.setAccessibleDescription(tr("What is listed"))
        button.clicked.connect(partial(self._list_only, wanted))
        self._filters.addButton(button)
        return button

    def _halves(self) -> QSplitter:
        self.articles = TickList(self._articles, tr("Articles"))
        self.marks = TickList(self._marks, tr("Highlights of the article"))
        self.detail = MarkDetail()
        self.unmarked = Unfilled(self.marks, tr("No highlights"))
        right = self.right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.marks)
        right.addWidget(self.detail)
        right.setSizes([150, 260])
        right.setStretchFactor(1, 1)
        halves = QSplitter()
        halves.addWidget(self.articles)
        halves.addWidget(right)
        halves.setSizes([360, 580])
        for each in (right, halves):
            each.setChildrenCollapsible(False)
            each.setHandleWidth(GAP)
        return halves

    def _other_rows(self) -> Fold:
        self.other_list = TickList(self._others, tr("Other than highlights"))
        self.other_fold = Fold(self.other_list)
        return self.other_fold

    def _back_rows(self) -> Fold:
        self.back_list = TickList(self._backs, tr("What was taken away here"))
        self.back_fold = Fold(self.back_list)
        return self.back_fold

    def _pair_rows(self) -> Fold:
        self.pair_list = TickList(self._pairs, tr("Tags that could be one"))
        self.pair_fold = Fold(self.pair_list)
        return self.pair_fold

    def _tie(self) -> None:
        self.all.clicked.connect(self._turn_all)
        self.articles.selectionModel().currentChanged.connect(self._go_to_article)
        self.marks.selectionModel().currentChanged.connect(self._go_to_mark)
        self._articles.ticked.connect(self._marks.repaint)
        self._marks.ticked.connect(self._articles.repaint)
        for rows in (self._articles, self._marks, self._others, self._backs, self._pairs):
            rows.ticked.connect(self._count)

    # Showing

    def show_plan(self, looked: Looked, file: str) -> bool:
        """Show a plan; say whether there is anything in it to take, or to bring back."""
        plan, self._looked = looked.plan, looked
        self.picks = Picks(plan.articles, plan.others, plan.backs)
        if not (self.picks.anything() or plan.backs):
            return False
        self._them = said.author(looked.manifest)
        nameless = tr("From another library")
        self.maker.setText(tr("From {them}").format(them=self._them) if self._them else nameless)
        made = said.made(looked.manifest, file)
        self.told.setText(
            tr("{0}. In it: {1}.").format(made, said.summed(plan))
            if self.picks.brings()
            else tr("{0}. Nothing in it is new to your library.").format(made)
        )
        self.stayed.setText(said.left_out(looked.manifest))
        self.stayed.setVisible(bool(self.stayed.text()))
        self._show_refused(looked)
        self._show_others(looked)
        self._show_backs(looked)
        self._show_pairs(looked.alike)
        marked = how_many(plan, Filter.ALL) > 0
        self.right.setVisible(marked)
        for wanted, button in self.filters.items():
            many = how_many(plan, wanted)
            button.setText(f"{tr(wanted.value)} {many:,}")
            button.setVisible(many > 0 or (wanted in (Filter.NEWS, Filter.ALL) and marked))
        self._list_only(Filter.NEWS)
        self._count()
        return True

    def warn(self, words: str) -> None:
        """Say above what there is what to beware of; of no words, nothing."""
        self.signed.setText(words)
        self.signed.setVisible(bool(words))

    def _show_refused(self, looked: Looked) -> None:
        many = looked.rows_refused
        self.refusals.setVisible(bool(many))
        self.refusals.say(tr("%n row(s) (was|were) refused", "", many), is_open=False)
        self.refused.setPlainText("\n".join(looked.refused))

    def _show_others(self, looked: Looked) -> None:
        """Show what is no highlight: under the highlights, or alone where there are none."""
        others, alone = looked.plan.others, not self.picks.offered()
        self._others.show(self.picks, looked.paths)
        self.highlights.setHidden(alone)
        self.other_fold.setVisible(bool(others))
        self.other_fold.say(tr("Besides: {0}").format(counted(others)), is_open=alone)
        if not alone:
            _show_only(self.other_fold, len(others), OTHERS_SHOWN)

    def _show_backs(self, looked: Looked) -> None:
        """Show what could come back; a file that brings nothing else is asked for just that."""
        backs = looked.plan.backs
        self._backs.show(self.picks, looked.paths)
        self.back_fold.setVisible(bool(backs))
        self.back_fold.say(counted_back(backs), is_open=not self.picks.brings())
        if self.picks.brings():
            _show_only(self.back_fold, len(backs), BACKS_SHOWN)

    def _show_pairs(self, pairs: tuple[Alike, ...]) -> None:
        self._pairs.show(pairs)
        self.pair_fold.setVisible(bool(pairs))
        many = tr(
            "%n tag(s) there (has|have) the name of one of yours: tick what is one tag",
            "",
            len(pairs),
        )
        self.pair_fold.say(many, is_open=True)
        _show_only(self.pair_fold, len(pairs), PAIRS_SHOWN)

    def _list_only(self, wanted: Filter, *_: object) -> None:
        if self._looked is None:
            return
        self._filter = wanted
        self.filters[wanted].setChecked(True)
        current = self._article()
        self._articles.show(self._looked.plan, self.picks, wanted)
        listed = range(self._articles.rowCount())
        again = (n for n in listed if current and self._articles.article(n).id == current)
        row = self._articles.index(next(again, 0))
        self.articles.setCurrentIndex(row)
        if not row.isValid():
            self._go_to_article(row)

    def _article(self) -> str | None:
        index = self.articles.currentIndex()
        return self._articles.article(index.row()).id if index.isValid() else None

    def _go_to_article(self, index: QModelIndex) -> None:
        self.stop()
        self._marks.clear()
        self.unmarked.hide()  # until that is known of this one
        self.detail.show_mark(None, {}, "")
        if index.isValid() and self._looked is not None:
            one = self._articles.article(index.row())
            asked = partial(marks, self._looked, one.id)
            self._job = work.run(asked, partial(self._show_marks, one), self.failed.emit)

    def _show_marks(self, article: ArticlePlan, found: tuple[Mark, ...]) -> None:
        if article.id != self._article():
            return  # somebody has gone on meanwhile
        self._job = None
        self._marks.show(article, found, self.picks, self._filter)
        self.unmarked.show_if(empty=not found)
        if self._marks.rowCount():
            self.marks.setCurrentIndex(self._marks.index(0))

    def _go_to_mark(self, index: QModelIndex) -> None:
        paths = self._looked.paths if self._looked else {}
        shown = self._marks.mark(index.row()) if index.isValid() else None
        self.detail.show_mark(shown, paths, self._them)

    # Choosing

    def _turn_all(self) -> None:
        self.picks.turn_all()
        self._articles.repaint()
        self._marks.repaint()
        self._count()

    def _count(self) -> None:
        self.all.setCheckState(self.picks.all_state())
        wanted, offered = self.picks.articles(), self.picks.offered()
        many = tr("%n article(s)", "", offered)
        self.all.setText(
            tr("All of {many}").format(many=many)
            if wanted == offered
            else tr("{wanted:,} of {many}").format(wanted=wanted, many=many)
        )
        self.ticked.emit()

    def pairs(self) -> tuple[Alike, ...]:
        """Give the tags that the reader wants to be one."""
        return self._pairs.wanted()

    def focus(self) -> None:
        if not self.highlights.isHidden():
            self.articles.setFocus()
        else:
            (self.other_list if self.picks.others else self.back_list).setFocus()

    def stop(self) -> None:
        """Call off what is being looked at."""
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _show_only(fold: Fold, there_are: int, most: int) -> None:
    """Make a list so high that it shows so many rows, and leave what is spare to others."""
    rows = fold.body
    assert isinstance(rows, TickList)
    rows.ensurePolished()
    row = rows.sizeHintForRow(0) if there_are else 0
    rows.setFixedHeight(row * min(there_are, most) + rows.height() - rows.contentsRect().height())
    fold.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

"""The middle of the window: one article to read, or two beside one another.

`active` is the pane that the keys went to last: what the window does, it does there. Where there
are two, the other shows what becomes of its article.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from core.change import Change
from core.errors import MeipiError
from core.model import Annotated
from gui.commands import OVER_CLAIM, OVER_HEAD, OVER_SECTION
from gui.insights import InsightPane
from gui.insights.folds import Folds
from gui.insights.model import HEAD
from gui.parts.pair import Pair
from gui.tongue import tr

if TYPE_CHECKING:
    from gui.insights.view import InsightView
    from gui.window import Window

NARROW = 236  # pixels
ELSEWHERE = -2  # no node: a highlight of another article


class Panes(QObject):
    """The panes of articles, and the command for a second, for `actions` to tie by its name."""

    stood = Signal(int)  # at another claim, in any of them

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.active, self.folds = InsightPane(), Folds()
        self.active.view.folds = self.folds
        self._other: InsightPane | None = None
        self.split = Pair()
        self.split.addWidget(self.active)
        self.split.setMinimumWidth(NARROW)

    def all(self) -> Iterator[InsightPane]:
        """Give the panes there are, the active one first."""
        yield self.active
        if self._other:
            yield self._other

    def in_order(self) -> list[InsightPane]:
        """Give the panes there are from left to right."""
        return sorted(self.all(), key=self.split.indexOf)

    @property
    def is_left(self) -> bool:
        """Tell whether the left one of two is active."""
        return self._other is not None and self.in_order()[0] is self.active

    def go_over(self) -> None:
        """Go on in the other pane, where there is one."""
        if self._other is not None:
            self.activate(self._other)

    def tie(self, pane: InsightPane) -> None:
        """Tie what a pane tells."""
        window, tree = self._window, pane.view
        if window.desk.closed:
            pane.close_to_writing(window.desk.closed)
        window.actions_.hear_in(tree)
        tree.chosen.connect(lambda _row: self._leave_highlight(pane))
        tree.chosen.connect(self.stood)
        tree.highlight_chosen.connect(lambda one: window.choose_highlight(one or None))
        tree.menu_asked.connect(lambda place: window.open_menu(_over(tree), place))
        pane.coloured.connect(window.deeds.mark_in)
        pane.asked.connect(lambda name: window.actions_[name].trigger())
        for one in (window.searching, window.several, window.aids, window.readers, window.reaching):
            one.tie_pane(pane)
        window.collecting.tie_pane(pane)
        tree.installEventFilter(self)
        pane.heading.title.installEventFilter(self)

    def take_keys(self) -> None:
        """Let keys go to the text that is read."""
        self.active.view.setFocus()

    def _leave_highlight(self, pane: InsightPane) -> None:
        """Choose no highlight any more once the reader goes on to another claim."""
        annotated, chosen = pane.view.annotated, self._window.inspector.current()
        if annotated and chosen and pane is self.active:
            nodes = {one.highlight.id: one.node for one in annotated.placed}
            elsewhere = ELSEWHERE if pane.view.is_together else None
            if nodes.get(chosen, elsewhere) not in (pane.view.node(), None):
                self._window.choose_highlight(None)

    # Two beside one another

    def open_beside(self) -> None:
        """Show the article once more, beside itself, to go on there; or one pane alone again."""
        shown = self.active.view.annotated
        if self._other is not None:
            self._close()
        elif shown is None:
            self._window.notice.say(tr("There is no article to open beside this one."))
        else:
            self._open(shown)
        self._window.actions_.tick("open_beside", on=self._other is not None)

    def show_beside(self, article: str) -> None:
        """Show an article beside the one that is read."""
        if self._other is None and self.active.view.annotated is not None:
            self.open_beside()
        self._window.articles.choose(article)

    def _open(self, shown: Annotated) -> None:
        first, row = self.active, self.active.view.node()
        second = InsightPane()
        first.view.note_folds()
        second.view.folds = self.folds
        second.set_lines(first.lines)
        self._window.split.read_in(2)
        self.split.addWidget(second)
        half = self.split.width() // 2
        self.split.setSizes([half, half])
        self.split.fit()
        self.tie(second)
        self._window.concluding.tie_pane(second)
        self._window.bookkeeping.tie_pane(second)
        self._other, self.active = first, second
        self._window.show_text_size()
        self._window.articles.choose(shown.article.id)
        self._window.show_article(shown.article.id)
        if row is not None and row >= 0:
            second.view.stand_at(row)
        second.view.setFocus()

    def _close(self) -> None:
        """Put the pane away that is not active."""
        assert self._other is not None
        gone, self._other = self._other, None
        self._window.collecting.leave(gone)
        self._window.find_in_text.leave(gone)
        gone.hide()
        gone.setParent(None)
        self._window.split.read_in(1)
        gone.deleteLater()
        if self.active.isVisible():  # and no welcome in its place
            self.active.view.setFocus()

    def activate(self, pane: InsightPane) -> None:
        """Go on in the other pane."""
        if pane is not self._other:
            return
        self._window.inspector.flush()
        self._other, self.active = self.active, pane
        self._other.view.choose_highlight(None)
        shown = pane.view.annotated
        if pane.view.is_together:
            self._window.collecting.activate()
        elif shown:
            self._window.articles.choose(shown.article.id)
            self._window.show_article(shown.article.id)
            self._window.concluding.follow(shown.article.id)

    def show_again(self, change: Change | None = None) -> None:
        """Show in the other pane what became of its article; one that is gone closes it."""
        if self._other is None or self._window.collecting.follow(self._other, change):
            return
        shown = self._other.view.annotated
        if shown is None:
            return
        try:
            annotated = self._window.desk.reader.annotated(shown.article.id)
        except MeipiError:
            self._close()
            self._window.actions_.tick("open_beside", on=False)
            return
        self._other.show_article(self._window.readers.left(annotated), self._window.when(annotated))

    # Qt's questions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        other = self._other if event.type() == QEvent.Type.FocusIn else None
        if other is not None and isinstance(watched, QWidget) and other.isAncestorOf(watched):
            self.activate(other)
        return super().eventFilter(watched, event)


def _over(tree: "InsightView") -> tuple[str, ...]:
    """Name the commands for what is chosen: words, claims, a section, or an article's head."""
    if tree.picked() or tree.passage() or tree.position() is None:
        return OVER_CLAIM
    return OVER_HEAD if tree.node() == HEAD else OVER_SECTION

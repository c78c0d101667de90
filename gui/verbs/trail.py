"""The way a reader came: the places that were left, to go back to, and forth again."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from gui.tongue import tr
from gui.verbs.asked import query_of

if TYPE_CHECKING:
    from gui.insights import InsightPane
    from gui.window import Window

MOST = 200  # places remembered


class Place(NamedTuple):
    """A claim of an article; `query`: among those collected by it, for `tag` if that is all.

    Beside it the inspector shows a `finding`, or a highlight, the `mark`.
    """

    article: str
    node: int
    query: str = ""
    tag: str = ""
    mark: str = ""
    finding: str = ""


class Trail(QObject):
    """The commands back and forward, for `actions` to tie by their names."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self._walking = False

    def leave(self) -> None:
        """Remember the place that is about to be left for another."""
        here = self._here()
        if here and not self._walking:
            self._behind = [*self._behind, here][-MOST:]
            self._ahead = []
            self.offer()

    def back(self) -> None:
        self._walk(self._behind, self._ahead)

    def forward(self) -> None:
        self._walk(self._ahead, self._behind)

    def offer(self) -> None:
        """Offer only the ways that there are."""
        actions = self._window.actions_
        actions.offer("back", tr("Back"), possible=bool(self._behind))
        actions.offer("forward", tr("Forward"), possible=bool(self._ahead))

    def _here(self) -> Place | None:
        place, inspector = self.place(self._window.insights), self._window.inspector
        if place is None:
            return None
        finding = inspector.finding_page().current() if inspector.shows_finding() else ""
        return place._replace(mark=inspector.current() or "", finding=finding)

    def place(self, pane: "InsightPane") -> Place | None:
        """Give where a pane stands."""
        shown, collecting = pane.view.annotated, self._window.collecting
        asked = collecting.query(pane), collecting.tag(pane)
        return Place(shown.article.id, pane.view.node() or 0, *asked) if shown else None

    def _walk(self, way: list[Place], other: list[Place]) -> None:
        """Go to the last place of a way that is still there, and put this one on the other."""
        here = self._here()
        while way and (way[-1] == here or not self._is_there(way[-1])):
            way.pop()
        if way:
            other.extend([here] if here else [])
            self._go(way.pop())
        self.offer()

    def _is_there(self, place: Place) -> bool:
        if place.tag:
            return bool(self._query(place))
        return bool(place.query) or self._window.desk.reader.row(place.article) is not None

    def _query(self, place: Place) -> str:
        """Give what its claims were collected by, as that is called now; "" if a tag is gone."""
        return query_of(place.tag, self._window.desk.reader.tags()) if place.tag else place.query

    def _go(self, place: Place) -> None:
        articles, tree = self._window.articles, self._window.insights.view
        self._walking = True
        try:
            if place.query:
                self._window.collecting.show(self._query(place), place.article, place.node)
                return
            if not articles.choose(place.article):
                articles.search.clear()  # it is not among what was found
                articles.choose(place.article)
            tree.stand_at(place.node)
            self._inspect(place)
            tree.setFocus()
        finally:
            self._walking = False

    def _inspect(self, place: Place) -> None:
        """Have the inspector show what it showed there; a finding being written stays."""
        window, shown = self._window, self._window.insights.view.annotated
        if window.inspector.shows_finding() and window.inspector.finding_page().current():
            window.concluding.stating.leave()
        there = {one.highlight.id for one in shown.placed} if shown else set()
        window.choose_highlight(place.mark if place.mark in there else None)
        if place.finding:
            window.concluding.show(place.finding)

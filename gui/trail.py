"""The way a reader came: the places that were left, to go back to, and forth again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.tongue import tr

if TYPE_CHECKING:
    from gui.window import Window

MOST = 200  # places remembered
Place = tuple[str, int]


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
        tree = self._window.insights.view
        return (tree.annotated.article.id, tree.position() or 0) if tree.annotated else None

    def _walk(self, way: list[Place], other: list[Place]) -> None:
        """Go to the last place of a way that is still there, and put this one on the other."""
        here, reader = self._here(), self._window.desk.reader
        while way and (way[-1] == here or reader.row(way[-1][0]) is None):
            way.pop()
        if way:
            other.extend([here] if here else [])
            self._go(*way.pop())
        self.offer()

    def _go(self, article: str, row: int) -> None:
        articles, tree = self._window.articles, self._window.insights.view
        self._walking = True
        try:
            if not articles.choose(article):
                articles.search.clear()  # it is not among what was found
                articles.choose(article)
            tree.go_to(row)
            tree.setFocus()
        finally:
            self._walking = False

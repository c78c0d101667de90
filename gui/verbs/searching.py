"""The way from what a search found to where it stands: the article opened, its words lit."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from core.library import Reader
from core.model import Card

if TYPE_CHECKING:
    from gui.insights import InsightPane
    from gui.search.pane import ResultsPane
    from gui.window import Window


class Searching:
    """Makes the results with the first key, and follows what is chosen in them."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._results: ResultsPane | None = None
        self._reader: Reader | None = None

    def results(self, reader: Reader, spoken: Callable[[Card], str]) -> "ResultsPane":
        """Make the results; there are none before something is searched."""
        from gui.search.pane import ResultsPane  # not for the first picture

        self._reader, self._results = reader, ResultsPane(reader, spoken)
        self._window.actions_.hear_in(self._results.view)
        self._results.view.word_pointed.connect(self._window.aids.point)
        self._results.view.clicked.connect(self._window.one_pane.go_on)
        self._results.view.several.connect(self._window.several.say_articles)
        self._results.finding_opened.connect(self._window.concluding.show)
        self._results.none_unread.connect(self._window.deeds.say_all_read)
        return self._results

    def tie(self) -> None:
        """Tie the panes, once they are there."""
        articles = self._window.articles
        articles.searched.connect(lambda: self._window.insights.view.light({}))
        articles.place_chosen.connect(self._follow)

    def tie_pane(self, pane: "InsightPane") -> None:
        """Tie the way back from a pane of an article."""
        pane.view.left.connect(self._go_back)

    def open_finding(self) -> bool:
        """Show the finding that is chosen in the results; False where there is none."""
        results = self._results
        return results is not None and results.isVisible() and results.open_finding()

    def _follow(self) -> None:
        """Light the words that were found, and go to the place that is chosen."""
        place = self._results.place() if self._results else None
        tree = self._window.insights.view
        annotated = tree.annotated
        if place is None or annotated is None or annotated.article.id != place.article:
            return
        assert self._reader is not None, "there are results"
        rows = [node.text for node in annotated.article.edition.nodes]
        tree.light(lit(self._reader, place.query, rows, literal=place.literal))
        if place.highlight:
            self._window.choose_highlight(place.highlight)
        elif place.node is not None and place.node < len(annotated.article.edition.nodes):
            tree.go_to(place.node)

    def _go_back(self) -> None:
        """Go from the tree back: out of the focus mode, or to the words that led there."""
        if self._window.focusing.is_on:
            self._window.focusing.leave()
        elif self._window.articles.search.text():
            self._window.show_list()
            self._window.articles.focus_search()
        elif self._window.split.is_single:
            self._window.one_pane.go_to_list()


def lit(
    reader: Reader, query: str, rows: Sequence[str], *, literal: bool = False
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Give where what is asked for stands in rows of text; words beside one another are one."""
    from core.search import light  # not for the first picture
    from gui.search.model import together

    found = light(reader, query, rows, literal=literal)
    return {row: together(rows[row], spans) for row, spans in found.items()}

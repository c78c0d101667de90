"""Words typed into the search line, and the answer waited for."""

from pytestqt.qtbot import QtBot

from gui.articles import ArticlePane
from gui.search.model import Line
from gui.search.pane import ResultsPane
from gui.window import Window


def results(pane: ArticlePane) -> ResultsPane:
    """Give the results, which are there once something was typed."""
    assert isinstance(pane._results, ResultsPane)
    return pane._results


def settle(pane: ArticlePane, qtbot: QtBot) -> None:
    """Wait until what was asked is answered."""
    qtbot.waitUntil(lambda: not results(pane).asker.is_waiting())


def search(pane: ArticlePane, qtbot: QtBot, text: str) -> ResultsPane:
    """Type a query, and give what it found."""
    pane.search.clear()
    pane.focus_search()
    if text.isascii():
        qtbot.keyClicks(pane.search, text)
    else:  # as an input method gives it
        pane.search.setText(text)
    settle(pane, qtbot)
    return results(pane)


def lines(window: Window) -> list[Line]:
    return results(window.articles).results.lines


def heads(pane: ArticlePane) -> list[str]:
    """Give the titles of what was found."""
    return [line.text for line in results(pane).results.lines if line.row is None]


def texts(pane: ArticlePane) -> list[str]:
    """Give the places that were found."""
    return [line.text for line in results(pane).results.lines if line.row is not None]

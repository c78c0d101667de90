"""Letting a highlight reach over other words: pulled by an end, or over words that are chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core import annotate
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from gui.insights import InsightPane
    from gui.window import Window

CHOOSE = phrase("Choose a highlight, and then the words in its claim that it should cover.")


class Reaching(QObject):
    """The command that does it, for `actions` to tie by its name."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def tie_pane(self, pane: "InsightPane") -> None:
        """Tie what a pane tells of a highlight that was pulled."""
        pane.view.reached.connect(self._reach)

    def reach(self) -> None:
        """Let the highlight that is chosen, or the one under the words chosen, stand at these."""
        tree = self._window.insights.view
        here = tree.highlights_here()
        chosen = self._window.inspector.current()
        one = chosen if chosen in here else here[0] if len(here) == 1 else ""
        if not (one and tree.has_words()):
            self._window.notice.say(tr(CHOOSE))
            return
        self._reach(one)

    def _reach(self, one: str) -> None:
        window, passage = self._window, self._window.insights.view.passage()
        if passage and window.readers.says_one_place(one):
            reader = window.desk.reader
            if window.desk.commit(lambda: annotate.reach(reader.highlight(one), passage)):
                window.insights.view.drop_words()
                window.choose_highlight(one)

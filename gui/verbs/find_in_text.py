"""Looking for words in the text that is read: all lit, and gone through one by one.

What is looked for letter by letter and stands nowhere is looked for as a search does: as it is
called in the other language.
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from gui.tongue import tr
from gui.verbs.searching import lit

if TYPE_CHECKING:
    from gui.insights import InsightPane
    from gui.window import Window


class Place(NamedTuple):
    """Words that were found: their row, and where they stand in it, in code points."""

    row: int
    start: int
    end: int


class FindInText(QObject):
    """The commands, for `actions` to tie by their names."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._pane: InsightPane | None = None  # in which something is looked for
        self._words = ""  # looked for last, in whichever pane
        self._places: list[Place] = []

    def find_words(self) -> None:
        """Ask for the words; the ones chosen in the text are those."""
        pane = self._window.insights
        self._leave()
        if pane.view.annotated is None:
            self._window.notice.say(tr("There is no text here to find words in."))
            return
        passage = pane.view.passage() if pane.view.has_words() else None
        if "find_bar" not in pane.__dict__:
            bar = pane.find_bar
            bar.wanted.connect(self._look)
            bar.stepped.connect(self._step)
            bar.left.connect(self._leave)
            pane.view.renewed.connect(lambda: self._look_again(pane))
            bar.field.installEventFilter(self._window.panes)
            pane.view.unlit.connect(lambda: self.leave(pane))
            pane.view.left.connect(lambda: self.leave(pane))
        self._pane = pane
        pane.find_bar.open(passage.quote if passage else self._words)
        self._look(pane.find_bar.field.text())

    def find_next(self) -> None:
        self._go_on(1)

    def find_previous(self) -> None:
        self._go_on(-1)

    def _go_on(self, by: int) -> None:
        """Step; where nothing is looked for here, what is chosen is, or what was looked for."""
        pane = self._window.insights
        is_there = self._pane is pane or pane.view.has_words()
        if self._pane is not pane:
            self.find_words()
        if self._pane is not None and (is_there or by < 0):
            self._step(by)

    def leave(self, pane: "InsightPane") -> None:
        """Look for nothing any more in a pane that goes."""
        if pane is self._pane:
            self._leave()

    def _look(self, words: str) -> None:
        """Light what was found, and stand at the first of it from here on."""
        if self._pane is None:
            return
        self._words = words
        self._light(words)
        self._go(self._next(1, here=True))

    def _look_again(self, pane: "InsightPane") -> None:
        """Light the words in another text; it stays where it is."""
        if pane is self._pane:
            self._light(pane.find_bar.field.text())
            here = Place(*pane.view.standing())
            at = self._places.index(here) + 1 if here in self._places else 0
            pane.find_bar.tell(at, len(self._places))

    def _light(self, words: str) -> None:
        assert self._pane is not None, "it is looked for in a pane"
        found = self._found(words)
        self._places = [Place(row, *span) for row, spans in found.items() for span in spans]
        self._pane.view.light(found)

    def _found(self, words: str) -> dict[int, tuple[tuple[int, int], ...]]:
        from core.words.within import within  # not for the first picture

        assert self._pane is not None, "as above"
        rows = self._pane.view.texts()
        spans = ((row, within(text, words)) for row, text in enumerate(rows))
        found = {row: places for row, places in spans if places}
        return found or (lit(self._window.desk.reader, words, rows) if words.strip() else {})

    def _step(self, by: int) -> None:
        self._go(self._next(by, here=False))

    def _next(self, by: int, *, here: bool) -> int:
        """Give the place from where the reader stands, round the end; with `here`, this one too."""
        assert self._pane is not None, "as above"
        row, start, end = self._pane.view.standing()
        if by < 0:
            before = [n for n, one in enumerate(self._places) if one[:2] < (row, start)]
            return before[-1] if before else len(self._places) - 1
        at = (row, start) if here else (row, max(end, start + 1))
        return next((n for n, one in enumerate(self._places) if one[:2] >= at), 0)

    def _go(self, place: int) -> None:
        assert self._pane is not None, "as above"
        if self._places:
            self._pane.view.choose_span(*self._places[place])
        else:
            self._pane.view.drop_words()  # of letters typed before: no key is to mark them
        self._pane.find_bar.tell(place + 1, len(self._places))

    def _leave(self) -> None:
        """Put the line away; the words stay chosen, to be marked."""
        pane, self._pane = self._pane, None
        if pane is not None:
            pane.find_bar.hide()
            pane.view.light({})
            if pane is self._window.insights:
                pane.view.setFocus()

"""The middle of the window: an article's heading, its tree, and the bar over chosen words."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core import sources
from core.model import Annotated, Masthead
from core.outline import gist
from gui import theme
from gui.insights.bar import WordsBar
from gui.insights.delegate import INDENT, LEFT, RIGHT
from gui.insights.title import Byline, Title
from gui.insights.view import InsightView
from gui.look import letters
from gui.look.sizing import px
from gui.parts.lines import unstarred
from gui.parts.people import Person
from gui.tongue import tr

if TYPE_CHECKING:
    from core.search import Part
    from gui.insights.find_bar import FindBar
    from gui.insights.readers import HiddenLine, ReadersButton

#: Letters that a line has at most; 0: as many as there is room for.
LETTERS = {"narrow": 60, "medium": 76, "full": 0}


class Heading(QFrame):
    """Title, source and time of the article, as text and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self._byline = Title(self), Byline(self)
        self.title.setAccessibleName(tr("Title"))
        self._byline.setAccessibleName(tr("Source and time"))
        self._font = self.font()
        self._is_over = False
        self._give_fonts()
        self._first = QHBoxLayout()
        self._first.addWidget(self.title, 1)
        self._column = QVBoxLayout(self)
        self.leave(0)
        self._column.setSpacing(5)
        self._column.addLayout(self._first)
        self._column.addWidget(self._byline)

    def show_article(self, annotated: Annotated, when: str) -> None:
        head = annotated.article.masthead
        self.title.show_text(head.title or tr("(no title)"))
        self._byline.show_text(" · ".join(part for part in (*_from(head), when) if part))

    def stand_over(self, rows: bool) -> None:
        """Part the heading from rows that have gone by under it."""
        if rows != self._is_over:
            self._is_over = rows
            self.update()

    def show_words(self, title: str, line: str) -> None:
        """Show what claims of several articles have in common, and how many there are."""
        self.title.show_text(title)
        self._byline.show_text(line)

    def show_anew(self) -> None:
        """Show all as Chinese is shown now."""
        self.title.show_anew()
        self._byline.show_anew()

    def leave(self, room: int) -> None:
        """Leave so much room at the right."""
        self._column.setContentsMargins(px(INDENT + LEFT), 20, px(RIGHT) + room, 8)

    @cached_property
    def readers(self) -> "ReadersButton":
        """The button of readers, made when there are several."""
        from gui.insights.readers import ReadersButton

        button = ReadersButton(self)
        button.fit(self.width())
        self._first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def set_text_font(self, font: QFont) -> None:
        """Show all in this size, whatever rules of style then do to the widget's own font."""
        self._font = font
        self._give_fonts()

    def _give_fonts(self) -> None:
        self._byline.setFont(self._font)
        self.title.setFont(letters.bold(self._font, letters.TITLE))

    # Qt's questions

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_over:
            with QPainter(self) as painter:
                painter.setPen(theme.tones().line)
                painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "readers" in self.__dict__:
            self.readers.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._give_fonts()
        super().changeEvent(event)


def _from(head: Masthead) -> list[str]:
    chinese = sources.name(head.source)
    written = head.source if head.source != chinese else None
    company = sources.company(head.company)
    company = f"{company} ({head.symbol})" if head.symbol else company
    return [part for part in (chinese, written, company) if part]


def _under(annotated: Annotated, when: str) -> tuple[str, ...]:
    """Give the lines under the title of one article among several: its gist, and its origin."""
    article = annotated.article
    origin = " · ".join(part for part in (*_from(article.masthead), when) if part)
    return tuple(part for part in (unstarred(gist(article.edition.nodes)), origin) if part)


class InsightPane(QFrame):
    """An article to read, or claims of several. `view` is its tree."""

    coloured = Signal(object)
    asked = Signal(str)
    hidden = Signal(object)  # frozenset[str]: the readers whose marks are not to be seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.heading = Heading(self)
        self.view = InsightView(self)
        self._several = self._measured = False
        self.lines = "medium"
        self._bar: WordsBar | None = None
        self._closed = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.view, 1)
        self.view.words_chosen.connect(self._offer)
        self.view.words_dropped.connect(self.hide_bar)
        self.view.laid_out.connect(self._offer_again)
        bar = self.view.verticalScrollBar()
        bar.valueChanged.connect(self.hide_bar)
        bar.valueChanged.connect(lambda value: self.heading.stand_over(value > 0))

    def show_article(self, annotated: Annotated | None, when: str = "") -> None:
        """Show an article, or nothing. `when` is its time in words."""
        self.heading.setVisible(annotated is not None)
        self.view.show_article(annotated)
        if annotated:
            self.heading.show_article(annotated, when)
        self.hide_bar()

    def show_parts(self, parts: "Sequence[Part]", when: Callable[[Annotated], str]) -> None:
        """Show claims of several articles. `when` says when one was published."""
        self.heading.show()
        self.view.show_parts(parts, lambda one: _under(one, when(one)))
        if self._several:
            self.hidden_line.show_people(())
        self.hide_bar()

    def set_text_font(self, font: QFont) -> None:
        """Show title and text in this size."""
        self.heading.set_text_font(font)
        self.view.set_text_font(font)
        self._centre()

    def set_lines(self, length: str) -> None:
        """Make lines "narrow" or "medium", or as wide as the pane: "full"."""
        self.lines = length
        self._set_letters()

    def _set_letters(self) -> None:
        without_end = self.lines == "full" and self._measured
        self.view.set_letters(LETTERS["medium" if without_end else self.lines])
        self._centre()

    def _centre(self) -> None:
        """Leave as much room at the left of the lines as at their right."""
        spare = max(0, int(self.width() - self.view.wanted_width()))
        self._column.setContentsMargins(spare // 2, 0, 0, 0)
        self.heading.leave(spare - spare // 2)

    def article(self) -> str | None:
        """Give the article that is read, or that of the current claim."""
        shown = self.view.annotated
        return shown.article.id if shown else None

    def show_anew(self) -> None:
        """Show title and text as Chinese is shown now."""
        self.heading.show_anew()
        self.view.lay_out_anew()

    def show_readers(
        self, everybody: Iterable[Person], away: frozenset[str], here: Sequence[Person]
    ) -> None:
        """Offer readers, say who is `away`, and whose marks that hides in this article."""
        everybody = tuple(everybody)
        if len(everybody) > 1 and not self._several:
            self._several = True
            self.heading.readers.hidden.connect(self.hidden)
        if self._several:
            self.heading.readers.show_people(everybody, away)
            self.hidden_line.show_people(here)

    @cached_property
    def hidden_line(self) -> "HiddenLine":
        """The line that says what is hidden, made when something can be."""
        from gui.insights.readers import HiddenLine

        line = HiddenLine(self)
        line.show_asked.connect(lambda: self.hidden.emit(frozenset()))
        self._column.insertWidget(1, line)
        return line

    @cached_property
    def find_bar(self) -> "FindBar":
        """The line in which words are looked for, made when somebody does."""
        from gui.insights.find_bar import FindBar

        bar = FindBar(self)
        self._column.insertWidget(self._column.indexOf(self.view), bar)
        return bar

    def keep_measure(self, on: bool) -> None:
        """Have lines that are good to read even where the reader likes them as wide as the pane."""
        self._measured = on
        self._set_letters()

    def close_to_writing(self, why: str) -> None:
        """Let nothing be marked, and no highlight be pulled by its ends."""
        self._closed = why
        self.view.has_handles = False

    def hide_bar(self) -> None:
        if self._bar:
            self._bar.hide()

    def _offer_again(self) -> None:
        """Let the bar stand by its words where these stand now, or go with them."""
        if self._bar and self._bar.isVisible():
            self.view.offer_words() if self.view.has_words() else self.hide_bar()

    def _offer(self, words: QRect) -> None:
        if self._bar is None:
            self._bar = WordsBar(self.view.viewport())
            self._bar.coloured.connect(self.coloured)
            self._bar.asked.connect(self.asked)
            if self._closed:
                self._bar.close_to_writing(self._closed)
        self._bar.stand_by(words)

    # Qt's questions

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._centre()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text from the room beside it, too."""
        self.view.scroll_by_wheel(event)

"""The list itself: keys and mouse, and keeping its place while rows come and go."""

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from gui.articles.delegate import ArticleDelegate
from gui.articles.model import ArticleModel, Index
from gui.parts import drag
from gui.parts.listing import Listing, Select
from gui.tongue import tr

TAKEN = 100  # articles whose titles another program gets
SEEN = 40  # rows that fit on a high screen


class ArticleList(Listing):
    """A list of articles."""

    tag_dropped = Signal(str, object)  # its path, and rows of the shelf
    beside_asked = Signal(str)  # the article under the middle button
    painter: ArticleDelegate
    _dressing = False  # from the first: Qt may lay out before all is made

    def __init__(self, model: ArticleModel, parent: QWidget) -> None:
        super().__init__(tr("Articles"), parent)
        self.articles = model
        self._lost = set[int]()  # rows that were chosen
        model.modelAboutToBeReset.connect(self._remember)
        self.text_font = self.font()
        self.setModel(model)
        self.painter = ArticleDelegate(self, model.spoken)
        self.setItemDelegate(self.painter)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.empty = self._sentence()
        self._step()
        tags = drag.TakesTags(self, lambda at: self.indexAt(at).row(), self._light_under)
        tags.dropped.connect(self._take_tag)

    def _light_under(self, row: int) -> None:
        self.painter.over = row
        self.viewport().update()

    def _take_tag(self, path: str, row: int) -> None:
        """Tell of a tag dropped on an article: on all that are chosen, where it is one of them."""
        chosen = self.positions()
        rows = chosen if row in chosen else [row]
        self.tag_dropped.emit(path, [self.articles.rows[one] for one in rows])

    def set_text_font(self, font: QFont) -> None:
        """Lay rows out in this font; the view's own is lost with every new rule of style."""
        self.text_font = font
        self.painter.set_font(font)
        self._step()
        self.scheduleDelayedItemsLayout()

    @contextmanager
    def dressing(self) -> Iterator[None]:
        """Lay rows out once while the style changes: Qt wants to six times, 100,000 of them."""
        self._dressing = True
        try:
            yield
        finally:
            self._dressing = False

    def _sentence(self) -> QLabel:
        """Make the place where an empty list says why."""
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        label.setMargin(32)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        label.hide()
        return label

    def say(self, sentence: str) -> None:
        """Say why the list is empty, or nothing."""
        self.empty.setText(sentence)
        self.empty.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def _step(self) -> None:
        """A notch of the wheel goes about a row further, not three."""
        self.verticalScrollBar().setSingleStep(round(self.painter.measures.height * 0.4))

    # Where it is

    def position(self) -> int | None:
        """Give the current position, if there is one."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def go(self, position: int) -> None:
        """Make a row current, alone chosen, and seen."""
        index = self.articles.index(position)
        self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
        self.scrollTo(index)

    def positions(self) -> list[int]:
        """Give the positions chosen, in order."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.size()))
        return sorted(row for one in ranges for row in range(one.top(), one.bottom() + 1))

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Keep silent while rows are changed, and choose again what was chosen."""
        now = self.position()
        current = self.articles.rows[now] if now is not None else None
        self._lost = set()
        with super().settling():
            yield
            if self.articles.position(current) == self.position() is not None:
                self._choose_too(self._lost)

    def _remember(self) -> None:
        """Remember what is chosen: where all rows are shown anew, Qt forgets it."""
        rows = self.articles.rows
        self._lost = {rows[position] for position in self.positions()}

    def _choose_too(self, rows: set[int]) -> None:
        """Choose these rows of the shelf beside what is chosen."""
        if len(rows) < 2:
            return
        there = bytes(map(rows.__contains__, self.articles.rows)) + b"\0"
        first, chosen = there.find(1), QItemSelection()
        while first >= 0:
            end = there.find(0, first)
            chosen.select(self.articles.index(first), self.articles.index(end - 1))
            first = there.find(1, end)
        self.selectionModel().select(chosen, Select.Select)

    def make_current(self, position: int | None) -> None:
        """Make a row current and seen; with none, show the top."""
        if position is None:
            self.leave()
        elif position != self.position():
            self.go(position)
        else:
            self.scrollTo(self.currentIndex())

    def take_in_place(self, rows: "array[int]") -> None:
        """Show these rows, and keep what is seen where it is; at the top, stay at the top.

        Where the current one goes, the one that is current instead is seen, if it was.
        """
        bar, high = self.verticalScrollBar(), self.painter.measures.height
        was_seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        at, now = bar.value(), self.position()
        seen = self.articles.rows[at // high : at // high + SEEN]
        current = self.articles.rows[now] if now is not None else None
        if rows != self.articles.rows:
            self.articles.take(rows)
            self.doItemsLayout()
        lost = self.position() is None or not self.selectionModel().hasSelection()
        if now is not None and lost and rows:
            again = self.articles.position(current)
            self.go(min(now, len(rows) - 1) if again is None else again)
        places = ((self.articles.position(row), number) for number, row in enumerate(seen))
        place = next(((p, number) for p, number in places if p is not None), None)
        bar.setValue((place[0] - place[1]) * high + at % high if at and place else 0)
        if lost and was_seen:
            self.scrollTo(self.currentIndex())

    def _paint_band(self) -> None:
        """Keep the heading of the first row in sight at the top; the next heading pushes it out."""
        from gui.articles import headings  # few lists have any

        made, first = self.painter.measures, self.indexAt(QPoint(0, 0))
        if not first.isValid():
            return
        next_, top = first.row() + 1, 0
        if next_ < len(self.articles.rows) and self.articles.begins(next_):
            top = min(0, self.visualRect(first).bottom() + 1 - made.band)
        band = QRectF(0, top, self.viewport().width(), made.band)
        with QPainter(self.viewport()) as painter:
            words = self.articles.heading(first.row())
            headings.paint_band(painter, band, made.left, made.heavy.font, words)

    def _clear_of_the_band(self, index: Index) -> None:
        """Have a row that the heading at the top lies over stand below it."""
        top, band = self.visualRect(index).top(), self.painter.measures.band
        if 0 <= top < band and not self.painter.begins(index.row()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (band - top))

    def show_anew(self) -> None:
        """Show rows as Chinese is shown now; they may be higher, and keep their place."""
        first = self.indexAt(QPoint(0, 0))
        self.painter.set_font(self.text_font)
        self._step()
        self.doItemsLayout()
        if first.isValid():
            self.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    # Qt's questions

    def doItemsLayout(self) -> None:
        if self._dressing:
            self.scheduleDelayedItemsLayout()
        else:
            super().doItemsLayout()

    def startDrag(self, _actions: Qt.DropAction) -> None:  # they are only copied
        """Let the reader take the articles chosen, say to a tag."""
        cards = (self.articles.card(position) for position in self.positions()[:TAKEN])
        titles = [self.articles.title_of(card) for card in cards if card]
        drag.take(self, drag.ARTICLES, "\n".join(titles))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint. A list of Qt's own would lay all its rows out anew, but ours stay as high."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        if index.isValid() and self.articles.headed:
            self._clear_of_the_band(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton:
            if index.isValid():
                self.beside_asked.emit(self.articles.ids([index.row()])[0])
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.articles.headed:
            self._paint_band()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.articles.headed:
            self.viewport().update()  # Qt would move the heading along

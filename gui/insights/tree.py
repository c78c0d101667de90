"""The tree as it is seen: rows shown, folded, stepped through and kept in their place.

How words in it are chosen is the view's.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPalette,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from core.model import Annotated
from gui import theme
from gui.insights.delegate import BESIDE, INDENT, LEFT, RIGHT, InsightDelegate, Spans
from gui.insights.folds import Folds
from gui.insights.model import Index, InsightModel
from gui.look.sizing import px
from gui.parts import viewport
from gui.parts.later import every
from gui.tongue import tr

ARROW = ((-1, -1), (0, 1), (1, -1))  # corners of what points down
SOON = 20  # milliseconds, so that the first picture comes before rows out of sight
AT_ONCE = 40  # rows measured before an article is shown, more than a screen holds
A_FEW = 30  # rows measured at a time afterwards
ABOVE = 10  # rows above those in sight, which say where these stand


class InsightTree(QTreeView):
    """One article as a tree of sections and claims."""

    renewed = Signal()  # other texts are shown, or these in other rows

    _dressing = False  # from the first: Qt may lay out before all is made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        viewport.meet(self)
        self.folds = Folds()
        self._rows = InsightModel(self)
        self._drawn = InsightDelegate(self, self._rows)
        self._seen = False
        self._settling = every(self, 0, self._settle)
        self.setModel(self._rows)
        self.setItemDelegate(self._drawn)
        self.setHeaderHidden(True)
        self.setIndentation(px(INDENT))
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Letters are commands here: an input method left on must not swallow them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(tr("Insights"))
        self.setAccessibleDescription(tr("What the article says, by section and claim"))
        self.verticalScrollBar().setSingleStep(24)
        # The delegate paints the chosen row; Qt would paint its indentation as well.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    @contextmanager
    def dressing(self) -> Iterator[None]:
        """Lay nothing out while the style changes: rows stay as high as they are."""
        self.executeDelayedItemsLayout()
        self._dressing, before = True, self._drawn.style_of_text
        try:
            yield
        finally:
            self._dressing = False
            self._fit(anew=self._drawn.style_of_text is not before)

    # What is shown

    @property
    def annotated(self) -> Annotated | None:
        """Give the article that is read; of several together, that of the current row."""
        return self._rows.annotated_at(self.position())

    def show_article(self, annotated: Annotated | None) -> None:
        """Show an article; the same one again keeps its place and what is folded."""
        if annotated and self._is_same(annotated):
            self._repaint(annotated)
            return
        self.note_folds()
        self._drawn.forget()
        self._drawn.chosen, self._drawn.lit = None, {}
        if self._drawn.counted:
            self._drawn.counted.begin(annotated)
        self._rows.show(annotated)
        self._begin()

    def _begin(self) -> None:
        """Show rows that are new from their top, with the first claim current."""
        self.setRootIsDecorated(not self._rows.pages())  # which stand where the root does
        self._drawn.measure(range(min(AT_ONCE, self._rows.length())))
        self._settling.start(SOON)
        self._fold(self._folds_before())
        self.scrollToTop()
        claims = self._rows.claims()
        if claims:
            first = self._in_sight_of(claims[0])
            self.selectionModel().setCurrentIndex(first, self.selectionCommand(first))
        self.renewed.emit()

    # What is folded

    def _folds_before(self) -> Collection[int]:
        shown = self._rows.annotated
        return self.folds.of(shown.article.edition.id) if shown else ()

    def note_folds(self) -> None:
        """Note what is folded of the article that is shown alone."""
        shown = self._rows.annotated
        if shown:
            self.folds.note(shown.article.edition.id, self.folded())

    def folded(self) -> list[int]:
        """Give the rows that are folded."""
        rows = self._rows
        sections = (n for n, row in enumerate(rows.rows()) if row.node.kind.is_section)
        return [n for n in sections if not self.isExpanded(rows.at(n)) and rows.has_below(n)]

    def _fold(self, folded: Collection[int]) -> None:
        """Lay all rows out, those below what is folded left out."""
        pages = self._rows.pages()
        if not (folded or pages):
            self.expandAll()
            return
        for page in pages:
            self.expand(page)
        for n, row in enumerate(self._rows.rows()):
            if row.node.kind.is_section and n not in folded:
                self.expand(self._rows.at(n))
        self.doItemsLayout()

    def fold_all(self) -> None:
        """Fold every section, and stand at the one that hides the row that was stood at."""
        here = self.position()
        with QSignalBlocker(self):
            self.collapseAll()
        for page in self._rows.pages():  # which rows stand on, and nobody sees
            self.expand(page)
        if here is not None:
            self.stand_at(here)

    def _in_sight_of(self, position: int) -> QModelIndex:
        """Give a row, or the folded section in which it is out of sight."""
        shown = above = self._rows.at(position)
        while (above := self._rows.parent(above)).isValid():
            shown = shown if self.isExpanded(above) else above
        return shown

    def stand_at(self, position: int) -> None:
        """Go to a row, or to what hides it: what the reader folded stays so."""
        self.go_to(self._rows.position(self._in_sight_of(position)))

    # What is seen of it

    def show_contested(self, highlights: frozenset[str]) -> None:
        """Show which highlights hold two versions of something."""
        if highlights != self._rows.contested:
            self._rows.contested = highlights
            self._show_again()

    def ask_what_rests(self, statements: Callable[[str], tuple[str, ...]]) -> None:
        """Ask this, of every highlight, for the statements that rest on it."""
        self._rows.statements = statements

    def show_resting(self) -> None:
        """Show anew on which highlights something rests."""
        self._show_again()

    def _show_again(self) -> None:
        if self._rows.annotated:
            self._repaint(self._rows.annotated)

    def show_quantities(self, on: bool) -> None:
        """Underline what is counted in the claims, or no longer."""
        from gui.insights.counted import Counted  # not for the first picture

        self._drawn.counted = Counted(self._rows.annotated) if on else None
        self.viewport().update()

    def _settle(self) -> None:
        """Measure a few more rows while there is time; in the end lay all out as high as it is."""
        self._settling.setInterval(0)
        rest = self._drawn.unmeasured()
        self._drawn.measure(rest[:A_FEW])
        if not rest[A_FEW:]:
            self._settling.stop()
        if 0 < len(rest) <= A_FEW:
            self._settled()

    def _settled(self) -> None:
        self._lay_out_in_place()

    def _lay_out_in_place(self) -> None:
        self._in_place(self.doItemsLayout)

    def _in_place(self, lay_out: Callable[[], None]) -> None:
        """Lay rows out anew; the first one in sight stays where it is."""
        first = self.indexAt(QPoint(self.width() // 2, 0))
        before = self.visualRect(first).top()
        lay_out()
        if first.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(first).top() - before)

    def _measure_in_sight(self) -> None:
        first = self.indexAt(QPoint(self.width() // 2, 0))
        start = max(0, self._rows.position(first) - ABOVE) if first.isValid() else 0
        self._drawn.measure(range(start, min(start + AT_ONCE, self._rows.length())))
        self._settling.start(SOON)

    def _is_same(self, annotated: Annotated | None) -> bool:
        return self._rows.annotated is None if annotated is None else self._rows.shows(annotated)

    def _repaint(self, annotated: Annotated) -> None:
        """Paint rows that changed at once: before a mark is seen, nothing else matters."""
        self._paint(self._rows.show(annotated))

    def _paint(self, changed: list[int]) -> None:
        if len(changed) > AT_ONCE:
            self._drawn.forget(changed)
            self._measure_in_sight()
            self._lay_out_in_place()
            self.viewport().repaint()
            return
        grown = self._drawn.heights_change(changed)
        for position in changed:
            index = self._rows.at(position)
            if grown:
                self.dataChanged(index, index)  # for its height: the others are as high as before
            place = self.visualRect(index)
            self.viewport().repaint(place.adjusted(-BESIDE, 0, 0, 0))

    def set_letters(self, letters: int) -> None:
        """Let lines have so many letters at most; 0: as many as there is room for."""
        if letters != self._drawn.letters:
            self._drawn.letters = letters
            self.lay_out_anew()

    def set_text_font(self, font: QFont) -> None:
        """Lay rows out in this font; the view's own is lost with every new rule of style."""
        if font != self._drawn.style_of_text.claim:
            self._drawn.set_font(font)
            self.setIndentation(px(INDENT))
            if not self._dressing:
                self._fit(anew=True)

    def wanted_width(self) -> float:
        """Give the width that is as good as any larger one."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self._drawn.widest() + px(2 * INDENT + LEFT + RIGHT) + bar

    def scroll_by_wheel(self, event: QWheelEvent) -> None:
        """Scroll as if the wheel had been turned over the tree."""
        self.wheelEvent(event)

    def lay_out_anew(self) -> None:
        """Lay all rows out as Chinese is shown now; what is chosen stays chosen."""
        self._drawn.forget()
        self._measure_in_sight()
        self._lay_out_in_place()
        self.viewport().update()

    def choose_highlight(self, highlight: str | None) -> None:
        """Light a highlight and go to where it stands."""
        before, self._drawn.chosen = self._drawn.chosen, highlight
        for row, one in self._rows.marked({before, highlight} - {None}):
            if one == highlight:
                self.go_to(row)
            self.viewport().update(self.visualRect(self._rows.at(row)))

    def light(self, words: Mapping[int, Spans]) -> bool:
        """Light words in these rows and in no others; tell whether any were lit before.

        Spans are of code points. They are gone with the article.
        """
        before, self._drawn.lit = self._drawn.lit, dict(words)
        if before != self._drawn.lit:
            self.viewport().update()
        return bool(before)

    def go_to(self, position: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self._rows.at(position)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def position(self) -> int | None:
        """Give the position of the current row."""
        index = self.currentIndex()
        return self._rows.position(index) if index.isValid() else None

    def annotated_at(self, position: int) -> Annotated | None:
        """Give the article that a row is of."""
        return self._rows.annotated_at(position)

    def node_of(self, position: int) -> int:
        """Give the place of a row in its article."""
        return self._rows.node(position)

    def node(self) -> int | None:
        """Give the place of the current row in its article; -1 is the head of one among several."""
        position = self.position()
        return None if position is None else self._rows.node(position)

    def step(self, by: int) -> bool:
        """Go to the next claim (by 1) or the last (by -1); False where there is none."""
        here, claims = self.position(), self._rows.claims()
        goal = [c for c in claims if here is None or c > here][:1]
        if by < 0:
            goal = [c for c in claims if here is not None and c < here][-1:]
        if goal:
            self.go_to(goal[0])
        return bool(goal)

    def go_to_last(self) -> None:
        """Go to the last claim, if there is one."""
        for last in self._rows.claims()[-1:]:
            self.go_to(last)

    def highlights_here(self) -> list[str]:
        """Give the highlights in the current row, in order."""
        position = self.position()
        return [] if position is None else [m.highlight.id for m in self._rows.row(position).marks]

    # Qt's questions

    def showEvent(self, event: QShowEvent) -> None:
        """Stand where it should once the room is known; until then it is guessed."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.scrollToTop()
            self.scrollTo(self.currentIndex())

    def doItemsLayout(self) -> None:
        if not self._dressing:
            super().doItemsLayout()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._dressing:
            self._fit()
        super().resizeEvent(event)

    def _fit(self, *, anew: bool = False) -> None:
        """Lay rows out anew where there is another room for them, or in any case."""
        # As if the scroll bar were always there: its coming must not lay all rows out anew.
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        if anew or width != self._drawn.viewport_width:
            self._drawn.viewport_width = width
            self._drawn.forget()
            self._measure_in_sight()
            self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw a small arrow beside what can be folded, and nothing else."""
        if not self._rows.hasChildren(index) or self._rows.is_page(index):
            return
        tones = theme.tones()
        origin = self._drawn.origin(QRectF(rect), index)
        y = origin.y() + self._drawn.laid(index).middle
        x, long, short = rect.right() + 1.0, px(4), px(2)
        down = [QPointF(x + dx * long, y + dy * short) for dx, dy in ARROW]
        right = [QPointF(x + dy * short, y + dx * long) for dx, dy in ARROW]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tones.faint)
        painter.drawPolyline(QPolygonF(down if self.isExpanded(index) else right))
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(640, 600)

"""The quantities of the rows of a tree: read when a row comes into sight, and remembered.

The reader of quantities takes a moment to load; who shows them has a worker load it first. Of a
text that is damaged nothing is said.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from core.day import day_of
from core.model import Annotated, Article, Body, Node
from gui.tongue import tr
from gui.tongue.days import day_words
from gui.tongue.names import kind_name

if TYPE_CHECKING:
    from core.quantity import Quantity

PITCH, DOTS = 3, 40  # pixels from dot to dot, and dots in one tile


class Counted:
    """What is counted in each row."""

    def __init__(self, annotated: Annotated | None) -> None:
        self._found: dict[str, tuple[Quantity, ...]] = {}
        self.begin(annotated)

    def begin(self, annotated: Annotated | None) -> None:
        """Begin with another article; with None, with several together."""
        self._found.clear()
        self._damaged = annotated is not None and annotated.article.edition.body is Body.DAMAGED

    def of(self, node: Node) -> "tuple[Quantity, ...]":
        if self._damaged or node.kind.is_section:
            return ()
        found = self._found.get(node.text)
        if found is None:
            from core.quantity import quantities  # not for the first picture

            found = self._found[node.text] = quantities(node.text)
        return found

    def at(self, node: Node, start: int, end: int) -> "Quantity | None":
        """Give the first quantity that a span of code points, or a caret, stands in."""
        there = (q for q in self.of(node) if q.start < max(end, start + 1) and start < q.end)
        return next(there, None)


@cache
def load() -> None:
    """Load what reads quantities, on a worker, with what it needs for the first text."""
    from core.quantity import quantities

    quantities("5 kg")


def is_loaded() -> bool:
    """Tell whether quantities can be read at once."""
    return load.cache_info().currsize > 0


@lru_cache(maxsize=8)
def dots(colour: str, scale: float) -> QPixmap:
    """Draw a row of dots to be laid under quantities: many times faster than a dotted line."""
    tile = QPixmap(round(PITCH * DOTS * scale), round(2 * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for number in range(DOTS):
            painter.drawEllipse(QRectF(number * PITCH + 0.6, 0.25, 1.5, 1.5))
    return tile


def told(one: "Quantity", article: Article) -> tuple[str, Sequence[str]]:
    """Say how a quantity is read: what it is, and when it would be due."""
    from core.quantity import Kind, horizon, spoken, when

    kind = kind_name(one.kind)
    if one.hedged:
        kind = tr("{kind}, hedged").format(kind=kind)
    heading = f"{spoken(one)} · {kind}"
    day = published(article)
    due = horizon(one, day) if day and one.kind is Kind.DURATION else None
    if due is None or day is None:
        return heading, ()
    return heading, (
        tr("→ {0}, counted from {1}").format(
            when(due.earliest, due.latest, due.precision), day_words(day)
        ),
    )


def published(article: Article) -> date | None:
    """Give the day an article was published, as its page has it."""
    return day_of(article.masthead.published)

"""The quantity that the mouse points at, and the card that tells how it is read.

What may be made of a quantity is decided outside.
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from core.model import Article, Node
from gui.insights.counted import Counted, told
from gui.insights.layout import Laid
from gui.parts.card import Card
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.quantity import Quantity

HINT = phrase("{0} makes a finding of it")
REACH = 3.0  # pixels under a quantity that belong to it


class Counting(NamedTuple):
    """A quantity, and the position of the row it stands in."""

    position: int
    quantity: "Quantity"


class Pointing:
    """The card over one tree."""

    def __init__(self, over: "QWidget") -> None:
        self.card = Card(over)
        self._pointed: Counting | None = None

    def pointed(self) -> Counting | None:
        """Give the quantity whose card is open."""
        return self._pointed if self.card.isVisible() else None

    def show(self, counting: Counting, article: Article, area: QRectF, key: str) -> None:
        """Open the card of a quantity that stands in an area; `key` makes a finding of it."""
        self._pointed = counting
        self.card.say(*told(counting.quantity, article), tr(HINT).format(key) if key else "")
        self.card.stand_by(area.toAlignedRect())


def under(
    counted: Counted, node: Node, laid: Laid, point: QPointF
) -> "tuple[Quantity, QRectF] | None":
    """Give the quantity at a point of a row, and the part of it in that line."""
    offset = laid.units.to_core(laid.offset_at(point))
    quantity = counted.at(node, max(offset - 1, 0), offset + 1)
    areas = laid.areas(quantity.start, quantity.end) if quantity else []
    here = (area.adjusted(0, 0, 0, REACH) for area in areas)
    area = next((one for one in here if one.contains(point)), None)
    return (quantity, area) if quantity and area else None

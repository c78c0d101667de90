"""Where no line begins: with the dot in a foreign name, or a sign that joins two figures.

Of what GB/T 15834 asks, Qt knows the rest: no 。，、）》 begins a line, and no （《 ends one.
"""

import re
from typing import cast

from PySide6.QtGui import QTextLine

from gui.units import Units

HAIR = 0.5  # pixels, by which a line may seem longer than it is
#: To Qt these are letters, before which it parts Chinese. After a space they begin something.
_JOINS = re.compile(r"(?<=[^\s])[·～~－]")


def fit(line: QTextLine, text: str, width: float) -> None:
    """Lay as much of a text on a line as has room, and leave no such sign to the next one."""
    line.setLineWidth(width)
    if text.isascii() or not _JOINS.search(text):
        return
    start = line.textStart()
    end = start + line.textLength()
    units = Units(text)
    if not _begins_badly(text, units.to_core(end)):
        return
    from PySide6.QtCore import QTextBoundaryFinder  # few texts need it

    breaks = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    breaks.setPosition(end)
    while (end := breaks.toPreviousBoundary()) > start and _begins_badly(text, units.to_core(end)):
        pass
    if end > start:
        room, _ = cast("tuple[float, int]", line.cursorToX(end))
        line.setLineWidth(room + HAIR)


def _begins_badly(text: str, place: int) -> bool:
    """Tell whether the code point at a place begins no line."""
    return bool(_JOINS.match(text, place))

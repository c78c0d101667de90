"""Words between two stars, as summaries write what is bold: shown bold, and the stars not seen.

They stay in the text, of next to no width: a place in what is shown is the place in what was
written, for marks, copies, the search and a screen reader.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout

from gui.units import Units

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

_BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*(?!\*)")


def plain(text: str) -> str:
    """Leave the stars out, where nothing can be set bold."""
    return _BOLD.sub(r"\1", text)


def parts(text: str) -> list[str]:
    """Part a text at the stars: what is plain and what is bold, by turns."""
    return _BOLD.split(text)


def formats(text: str) -> list[QTextLayout.FormatRange]:
    """Set what is between stars bold, and the stars so that nobody sees them."""
    units, found = Units(text), list[QTextLayout.FormatRange]()
    for one in _BOLD.finditer(text):
        places = (one.start(), one.start(1), one.end(1), one.end())
        first, begun, ended, last = map(units.to_qt, places)
        found += [
            _piece(first, begun, _unseen()),
            _piece(begun, ended, _bold()),
            _piece(ended, last, _unseen()),
        ]
    return found


def _piece(start: int, end: int, form: "QTextCharFormat") -> QTextLayout.FormatRange:
    piece = QTextLayout.FormatRange()
    piece.start, piece.length, piece.format = start, end - start, form
    return piece


@cache
def _bold() -> "QTextCharFormat":
    from PySide6.QtGui import QFont, QTextCharFormat  # few texts need it

    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    return made


@cache
def _unseen() -> "QTextCharFormat":
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QBrush, QTextCharFormat, QTextFormat

    made = QTextCharFormat()
    made.setProperty(QTextFormat.Property.FontPixelSize, 1)
    made.setForeground(QBrush(Qt.GlobalColor.transparent))
    return made

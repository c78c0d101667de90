"""The little space between Chinese and Latin, as it is shown; it is never in the text.

The letter before it is set wider, so that a place in what is shown stays the place in what was
written: for marks, copies, the search and a screen reader. Text that runs from right to left, in
part at least, is left as it is: letters set apart could change the order in which it stands.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextLayout

from gui.parts import chinese
from gui.units import Units

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

#: Of the width of a Chinese character; in whole pixels, since a font may know no others.
SPACE = 1 / 8
HAN = "々〇ぁ-ヿ\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
LATIN = "0-9A-Za-zÀ-ɏͰ-Ͽ\u0400-\u052f"
#: Where a text has one of these, Qt finds another place under the mouse once a letter is wider.
_NARROW = re.compile("[\u0300-\u036f\u200b-\u200f\ufe00-\ufe0f]")
_BEFORE = re.compile(f"[{HAN}](?=[{LATIN}$€£¥])|[{LATIN}%‰°](?=[{HAN}])")

_TURNS = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")


def places(text: str) -> list[int]:
    """Give the code points behind which a space is shown."""
    if text.isascii() or not chinese.has_space() or _NARROW.search(text):
        return []
    found = [one.start() for one in _BEFORE.finditer(text)]
    return [] if found and _TURNS.search(text) else found


def formats(text: str, space: float) -> list[QTextLayout.FormatRange]:
    """Set what is before a space so much wider."""
    found = places(text)
    if not found:
        return []
    units = Units(text)
    return [wider(units.to_qt(n), units.to_qt(n + 1), space) for n in found]


def wider(start: int, end: int, space: float) -> QTextLayout.FormatRange:
    """Set what stands at a place, in Qt's units, so many pixels wider."""
    piece = QTextLayout.FormatRange()
    piece.start, piece.length, piece.format = start, end - start, _format(space)
    return piece


@lru_cache(maxsize=64)
def _format(space: float) -> "QTextCharFormat":
    from PySide6.QtGui import QTextCharFormat  # not before there is Chinese

    made = QTextCharFormat()
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(space)
    return made

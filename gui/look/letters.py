"""How large letters are beside one another: one scale for all of the window."""

from PySide6.QtGui import QFont

FINE, SMALL = 0.86, 0.92  # a third line, figures on an axis; what comes second
SECTION, HEAD, TITLE, GREAT = 1.08, 1.18, 1.44, 1.9


def scaled(font: QFont, by: float) -> QFont:
    """Give a font so many times as large."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * by)
    else:
        made.setPixelSize(max(1, round(font.pixelSize() * by)))
    return made


def bold(font: QFont, by: float = 1.0) -> QFont:
    """Give a font in bold, so many times as large; of Chinese there is no lighter one that is."""
    made = scaled(font, by)
    made.setWeight(QFont.Weight.Bold)
    return made

"""The line at the foot of a picture that says what its inks and patterns are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from gui import theme
from gui.ledger.inks import Style, draw_bar
from gui.look.letters import SMALL
from gui.parts.figures import tabular
from gui.tongue import tr

SWATCH, GAP, LEFT = 26.0, 22.0, 16.0
LONGEST = 140.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A style, and what it says of a finding."""

    style: Style
    words: str


def draw_legend(painter: QPainter, font: QFont, foot: QRectF, entries: Sequence[Entry]) -> None:
    """Draw as many entries as there is room for."""
    tones, small = theme.tones(), tabular(font, SMALL)
    metrics = QFontMetricsF(small)
    painter.fillRect(foot, tones.base)
    painter.setPen(QPen(tones.line, 1))
    painter.drawLine(QLineF(foot.left(), foot.top() + 0.5, foot.right(), foot.top() + 0.5))
    painter.setFont(small)
    x = foot.left() + LEFT
    for number, entry in enumerate(entries):
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, LONGEST)
        wide = SWATCH + 7 + metrics.horizontalAdvance(words)
        if x + wide > foot.right() - LEFT:
            painter.setPen(tones.faint)
            more = tr("and %n more", "", len(entries) - number)
            painter.drawText(QRectF(x, foot.top(), 120, foot.height()), _AT, more)
            return
        draw_bar(painter, QRectF(x, foot.center().y() - 3, SWATCH, 7), entry.style)
        painter.setPen(tones.faint)
        painter.drawText(QRectF(x + SWATCH + 7, foot.top(), wide, foot.height()), _AT, words)
        x += wide + GAP


_AT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

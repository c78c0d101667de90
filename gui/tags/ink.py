"""How tags are painted, in chips and in lists: a dot in the tag's colour, parents faint."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter

from core.model import Colour, Tag
from gui import theme
from gui.parts.lines import one_line

DOT = 8


def dot_colour(tag: Tag | None) -> QColor:
    """Give a tag's colour: one of the eight names, or "#rrggbb"; faint where it has none."""
    if tag and tag.colour in set(Colour):
        return theme.strong(Colour(tag.colour))
    own = QColor(tag.colour) if tag and tag.colour.startswith("#") else QColor()
    return own if own.isValid() else theme.tones().faint


def paint_dot(painter: QPainter, tag: Tag | None, middle: QPointF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dot_colour(tag))
    painter.drawEllipse(middle, DOT / 2, DOT / 2)
    painter.restore()


def paint_path(painter: QPainter, path: str, where: QRect) -> None:
    """Paint a path on one line, its parents faint, shortened to fit."""
    metrics = QFontMetrics(painter.font())
    shown = shortened(path, metrics, where.width())
    parents, slash, name = shown.rpartition("/")
    at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setPen(theme.tones().faint)
    painter.drawText(where, at, parents + slash)
    painter.setPen(theme.tones().text)
    rest = where.adjusted(metrics.horizontalAdvance(parents + slash), 0, 0, 0)
    painter.drawText(rest, at, name)


def shortened(path: str, metrics: QFontMetrics | QFontMetricsF, room: float) -> str:
    """Shorten a path to a width: its parents are left out first, then its name is cut."""
    shown = one_line(path)
    _, slash, below = shown.partition("/")
    while slash and metrics.horizontalAdvance(shown) > room:
        shown = f"…/{below}"
        _, slash, below = below.partition("/")
    return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, int(room))

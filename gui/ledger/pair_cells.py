"""A proposed pair in a list: the relation and its reason, and below whose claims they are."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.ledger.model import ROW, Index
from gui.look.letters import FINE
from gui.parts import plate
from gui.parts.figures import tabular
from gui.tongue import tr
from gui.tongue.said import explained

SIDE = 16


class PairCells(QStyledItemDelegate):
    """Paints two lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, QFontMetrics(option.font).height() * 2 + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair: Any = index.data(ROW)
        tones, rect = theme.tones(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate.paint(painter, self._view, index, QRectF(rect).adjusted(6, 1, -6, -1), 8)
        inner = rect.adjusted(SIDE, 6, -SIDE, -6)
        high, at = QFontMetrics(option.font).height(), Qt.AlignmentFlag.AlignLeft
        cut = Qt.TextElideMode.ElideRight
        painter.setFont(option.font)
        painter.setPen(tones.text)
        reason = QFontMetrics(option.font).elidedText(explained(pair.reason), cut, inner.width())
        painter.drawText(inner, at | Qt.AlignmentFlag.AlignTop, reason)
        small = tabular(option.font, FINE)
        told = f"{tr(pair.relation).capitalize()} · {pair.one.about} — {pair.other.about}"
        painter.setFont(small)
        painter.setPen(tones.faint)
        below = inner.adjusted(0, high + 3, 0, 0)
        words = QFontMetrics(small).elidedText(told, cut, below.width())
        painter.drawText(below, at | Qt.AlignmentFlag.AlignTop, words)
        painter.restore()

"""What is to be judged, as a list: under headings, two lines a finding."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.ledger.model import ROW, Index
from gui.ledger.row import Row
from gui.ledger.tips import spoken, tip
from gui.ledger.words import away_words
from gui.look.letters import FINE, bold
from gui.parts import lines, plate
from gui.parts.figures import tabular
from gui.parts.horizons import due_words

SIDE, MARK = 16, 9
TODAY = ROW + 1
Role = Qt.ItemDataRole


def fill(model: QStandardItemModel, groups: Mapping[str, Sequence[Row]], today: date) -> None:
    """Put groups of findings into a model, each under its heading."""
    model.clear()
    for words, rows in groups.items():
        if rows:
            head = QStandardItem(words)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            model.appendRow(head)
        for row in rows:
            item = QStandardItem(row.finding.statement)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(row, ROW)
            item.setData(today, TODAY)
            item.setData(spoken(row, today), Role.AccessibleDescriptionRole)
            item.setToolTip(tip(row, today))
            model.appendRow(item)


class InboxCells(QStyledItemDelegate):
    """Paints a finding: its statement, and below when it was due and who said it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = QFontMetrics(option.font).height()
        return QSize(120, high + 16 if index.data(ROW) is None else high * 2 + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row = index.data(ROW)
        if isinstance(row, Row):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(option.rect).adjusted(6, 1, -6, -1)
            plate.paint(painter, self._view, index, area, 8)
            _paint_row(painter, option, row, index.data(TODAY))
        else:
            _paint_heading(painter, option, str(index.data()))
        painter.restore()


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
    painter.setFont(bold(option.font, FINE))
    painter.setPen(theme.tones().faint)
    place = option.rect.adjusted(SIDE, 0, -SIDE, -4)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, row: Row, today: date) -> None:
    tones, rect = theme.tones(), option.rect
    inner = rect.adjusted(SIDE, 6, -SIDE, -6)
    high = QFontMetrics(option.font).height()
    at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    cut = Qt.TextElideMode.ElideRight
    painter.setFont(option.font)
    painter.setPen(tones.text)
    said = " ".join(row.finding.statement[:400].split())
    lines.write(painter, QRectF(inner.adjusted(0, 0, 0, -high)), said)
    small = tabular(option.font, FINE)
    metrics, due = QFontMetrics(small), row.finding.due
    late = due is not None and due.latest is not None and due.latest <= today
    when = due_words(due)
    if due and due.latest:
        when = f"{when} · {away_words(due.latest, today)}"
    painter.setFont(small)
    painter.setPen(tones.accent if late else tones.faint)
    below = inner.adjusted(0, high + 2, 0, 0)
    painter.drawText(below, at, metrics.elidedText(when, cut, below.width()))
    wide = metrics.horizontalAdvance(when)
    who = ", ".join(row.sources)
    if who and wide + 60 < below.width():
        painter.setPen(tones.faint)
        room = below.adjusted(wide, 0, 0, 0)
        painter.drawText(room, at, metrics.elidedText(f"  ·  {who}", cut, room.width()))

"""The list a reader ticks: a box, a title, where and when, and the standing on a chip.

Every row is two lines and equally high, so that ten thousand cost no more than ten.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme
from gui.dialogs.candidates import CANDIDATE, CandidateModel, origin, title
from gui.dialogs.reading import Candidate, Standing

Index = QModelIndex | QPersistentModelIndex
EDGE = 12
TOP = 9
BETWEEN = 3
BOX = 16
REACH = 8  # how far beside the box a click still means it
MARK = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.31))


class Checklist(QListView):
    """Candidates to tick by mouse, by Space, and all or none by Ctrl+A."""

    def __init__(self, model: CandidateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates = model
        self.setModel(model)
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName("Articles found")
        self.setAccessibleDescription("Space ticks an article, Ctrl+A all or none")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._candidates.want_all(self._candidates.count() < self._candidates.possible)
        elif event.key() == Qt.Key.Key_Space:
            self._candidates.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.isValid() and _near_box(self.visualRect(index), spot.x()):
            self._candidates.turn(index)


class _Rows(QStyledItemDelegate):
    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        first, second = _fonts(option.font)
        lines = QFontMetrics(first).height() + QFontMetrics(second).height()
        return QSize(160, lines + BETWEEN + 2 * TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        candidate: Candidate = index.data(CANDIDATE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, rect, option.state)
        if candidate.standing is not Standing.KNOWN:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            _tick(painter, _box(rect), on=ticked)
        _lines(painter, rect, option.font, candidate)
        painter.restore()


def _near_box(row: QRect, x: int) -> bool:
    return row.left() <= x <= row.left() + EDGE + BOX + REACH


def _box(row: QRect) -> QRect:
    return QRect(row.left() + EDGE, row.center().y() - BOX // 2, BOX, BOX)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    second = QFont(font)
    second.setPointSizeF(font.pointSizeF() * 0.9)
    return font, second


def _ground(painter: QPainter, row: QRect, state: QStyle.StateFlag) -> None:
    t = theme.tones()
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.fillRect(row, t.chosen if chosen else t.base)
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(QRect(row.topLeft(), QSize(3, row.height())), t.accent)


def _tick(painter: QPainter, box: QRect, *, on: bool) -> None:
    t = theme.tones()
    area = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(t.accent if on else t.faint)
    painter.setBrush(t.accent if on else t.base)
    painter.drawRoundedRect(area, 4, 4)
    if on:
        painter.setPen(QPen(t.base, 1.8))
        spots = [area.topLeft() + QPointF(x, y) * area.width() for x, y in MARK]
        painter.drawPolyline(spots)


def _lines(painter: QPainter, row: QRect, font: QFont, candidate: Candidate) -> None:
    t = theme.tones()
    first, second = _fonts(font)
    area = row.adjusted(EDGE + BOX + EDGE, TOP, -EDGE, -TOP)
    chip = _chip(painter, area, second, candidate.standing)
    known = candidate.standing is Standing.KNOWN
    above = QRect(area.topLeft(), QSize(area.width(), QFontMetrics(first).height()))
    _line(painter, above, first, t.faint if known else t.text, title(candidate.article))
    height = QFontMetrics(second).height()
    below = QRect(area.left(), above.bottom() + 1 + BETWEEN, area.width(), height)
    below.setRight(chip.left() - EDGE)
    _line(painter, below, second, t.faint, origin(candidate.article))


def _chip(painter: QPainter, area: QRect, font: QFont, standing: Standing) -> QRect:
    """Paint the standing at the end of the second line; give its place."""
    t, metrics = theme.tones(), QFontMetrics(font)
    width, height = metrics.horizontalAdvance(standing.value) + 14, metrics.height() + 2
    chip = QRect(area.right() - width + 1, area.bottom() - height + 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.chip)
    painter.drawRoundedRect(chip, 5, 5)
    painter.setFont(font)
    painter.setPen(t.faint if standing is Standing.KNOWN else t.accent)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, standing.value)
    return chip


def _line(painter: QPainter, area: QRect, font: QFont, colour: QColor, text: str) -> None:
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)

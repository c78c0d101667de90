"""A shelf painted: icon, name, and at the right how many articles are on it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui import theme
from gui.look import letters, sizing
from gui.parts.lines import foot
from gui.sidebar.model import ALSO, COUNT, DEPTH, FOLDED, KEY, PARENT, Index

SIDE, GAP = 16, 8
ICON, STEP = 16, 14  # and by how much a tag stands further in than the one above it
INSET = 2  # of the arrow, or it would touch the frame of a row that is chosen
BEGUN, REFUSED = "begun", "refused"  # what is known of a field; a name that could not be


class ShelfDelegate(QStyledItemDelegate):
    """Paints headings small and faint, and rows with their numbers.

    `under` is the key of the row that takes what is held over it. The view is asked what is chosen,
    and not a painter's options: Qt's enums for those take long to load.
    """

    under: str | None = None

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view, self._leaving = view, False

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, QFontMetrics(option.font).height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.rect, index)
        if _is_head(index):
            _paint_head(painter, option, index, focused=self._is_focused(index))
        else:
            _paint_row(painter, option, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        over, tones = self.under == index.data(KEY), theme.tones()
        if over or self._view.selectionModel().isSelected(index):
            edged = over or self._is_focused(index)
            painter.setPen(tones.accent if edged else Qt.PenStyle.NoPen)
            painter.setBrush(tones.chosen)
            painter.drawRoundedRect(rect.adjusted(5, 1, -5, -1), 6, 6)

    def _is_focused(self, index: Index) -> bool:
        return self._view.hasFocus() and index == self._view.currentIndex()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the name; a number that comes meanwhile takes back nothing that is typed."""
        if not editor.property(BEGUN):
            editor.setProperty(BEGUN, True)
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give up a name that was refused, where one goes elsewhere without mending it."""
        if not (self._leaving and _is_refused(editor)):
            super().setModelData(editor, model, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Know when a field is left; one for another program keeps what was refused."""
        left = event if isinstance(event, QFocusEvent) and event.lostFocus() else None
        self._leaving = left is not None
        is_behind = left and left.reason() == Qt.FocusReason.ActiveWindowFocusReason
        if is_behind and _is_refused(editor):
            return False
        return super().eventFilter(editor, event)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        left = SIDE + sizing.px(ICON) + (index.data(DEPTH) - 1) * sizing.px(STEP)
        editor.setGeometry(option.rect.adjusted(left, 0, -SIDE // 2, 0))


def _is_refused(editor: QObject) -> bool:
    return isinstance(editor, QLineEdit) and editor.property(REFUSED) == editor.text()


def _is_head(index: Index) -> bool:
    return not index.flags() & Qt.ItemFlag.ItemIsSelectable


def arrow(rect: QRect, depth: int) -> QRect:
    """Give where the arrow stands that folds a row: at the right of a heading, before a tag."""
    if not depth:
        return QRect(rect.right() - SIDE - 10, rect.top(), 14, rect.height())
    left = rect.left() + INSET + (depth - 1) * sizing.px(STEP)
    return QRect(left, rect.top(), SIDE, rect.height())


def _paint_arrow(painter: QPainter, place: QRect, y: float, *, folded: bool) -> None:
    x = place.center().x() + 1.0
    down = [QPointF(x - 3.5, y - 1.5), QPointF(x, y + 2), QPointF(x + 3.5, y - 1.5)]
    right = [QPointF(x - 1.5, y - 3.5), QPointF(x + 2, y), QPointF(x - 1.5, y + 3.5)]
    painter.setPen(theme.tones().faint)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(right if folded else down)


def _paint_head(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, *, focused: bool
) -> None:
    font = letters.bold(option.font, letters.FINE)
    painter.setFont(font)
    tones = theme.tones()
    if index.row():  # a heading is no higher than a row: a line parts it from what is above
        rule = QRect(
            option.rect.left() + SIDE, option.rect.top() + 2, option.rect.width() - 2 * SIDE, 1
        )
        painter.fillRect(rule, tones.line)
    painter.setPen(tones.accent if focused else tones.faint)
    at, metrics = arrow(option.rect, 0), QFontMetrics(font)
    place = option.rect.adjusted(SIDE, 0, 0, -4)
    place.setRight(at.left() - 2)
    bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, bottom, name)
    middle = place.bottom() - metrics.height() / 2 + 1
    _paint_arrow(painter, at, middle, folded=bool(index.data(FOLDED)))


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    rect, depth = option.rect, index.data(DEPTH)
    left, size = rect.left() + SIDE + (depth - 1) * sizing.px(STEP), sizing.px(ICON)
    icon = QRect(left, rect.center().y() - size // 2 + 1, size, size)
    index.data(Qt.ItemDataRole.DecorationRole).paint(painter, icon)
    if index.data(PARENT):
        at = arrow(rect, depth)
        _paint_arrow(painter, at, rect.center().y() + 1.0, folded=bool(index.data(FOLDED)))
    right = rect.right() - SIDE - _paint_number(painter, option, index.data(COUNT))
    inner = QRect(left + size + GAP, rect.top(), right - left - size - GAP, rect.height())
    _paint_name(painter, option, inner, index)


def _paint_number(painter: QPainter, option: QStyleOptionViewItem, number: int | None) -> int:
    """Paint how many there are; give how much room that takes."""
    if not number:
        return 0
    font, said = letters.scaled(option.font, letters.SMALL), f"{number:,}"
    painter.setFont(font)
    painter.setPen(theme.tones().faint)
    wide = QFontMetrics(font).horizontalAdvance(said)
    left = option.rect.right() + 1 - SIDE - wide
    painter.drawText(QPointF(left, foot(QRectF(option.rect), option.font)), said)
    return wide + GAP


def _paint_name(
    painter: QPainter, option: QStyleOptionViewItem, inner: QRect, index: Index
) -> None:
    """Paint a name, and what it is called in the other language where there is room for that."""
    metrics, tones = QFontMetrics(option.font), theme.tones()
    stands = foot(QRectF(option.rect), option.font)
    name, also = str(index.data()), str(index.data(ALSO) or "")
    painter.setFont(option.font)
    painter.setPen(tones.text)
    right = Qt.TextElideMode.ElideRight
    painter.drawText(QPointF(inner.left(), stands), metrics.elidedText(name, right, inner.width()))
    wide = metrics.horizontalAdvance(name) + GAP
    if also and wide + metrics.horizontalAdvance(also) <= inner.width():
        painter.setPen(tones.faint)
        painter.drawText(QPointF(inner.left() + wide, stands), also)

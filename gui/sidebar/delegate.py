"""A shelf painted: icon, name, and at the right how many articles are on it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import theme

COUNT = Qt.ItemDataRole.UserRole + 2
SIDE, GAP, ICON = 12, 8, 16
BEGUN = "begun"
Index = QModelIndex | QPersistentModelIndex


class ShelfDelegate(QStyledItemDelegate):
    """Paints headings small and faint, and rows with their numbers."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = QFontMetrics(option.font).height()
        return QSize(80, high + (18 if _is_head(index) else 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        if _is_head(index):
            _paint_head(painter, option, str(index.data()))
        else:
            _paint_row(painter, option, index)
        painter.restore()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the name; a number that comes meanwhile takes back nothing that is typed."""
        if not editor.property(BEGUN):
            editor.setProperty(BEGUN, True)
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(SIDE + ICON, 0, -SIDE // 2, 0))


def _is_head(index: Index) -> bool:
    return not index.flags() & Qt.ItemFlag.ItemIsSelectable


def _paint_head(painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * 0.85)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(theme.tones().faint)
    place = option.rect.adjusted(SIDE, 0, -SIDE, -4)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    tones, rect = theme.tones(), option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tones.accent if _is_focused(option) else Qt.PenStyle.NoPen)
        painter.setBrush(tones.chosen)
        painter.drawRoundedRect(rect.adjusted(5, 1, -5, -1), 6, 6)
    icon = QRect(rect.left() + SIDE, rect.center().y() - ICON // 2 + 1, ICON, ICON)
    index.data(Qt.ItemDataRole.DecorationRole).paint(painter, icon)
    number = index.data(COUNT)
    said = f"{number:,}" if number else ""
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * 0.9)
    wide = QFontMetrics(font).horizontalAdvance(said)
    inner = rect.adjusted(SIDE + ICON + GAP, 0, -SIDE - (wide + GAP if said else 0), 0)
    name = QFontMetrics(option.font).elidedText(
        str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
    )
    painter.setFont(option.font)
    painter.setPen(tones.text)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
    painter.setFont(font)
    painter.setPen(tones.faint)
    right = rect.adjusted(0, 0, -SIDE, 0)
    painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)


def _is_focused(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_HasFocus)

"""What uses a tag, as a list: each row leads to where that is."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.search.uses import Used
from gui import theme
from gui.parts.labels import faint
from gui.parts.lines import one_line
from gui.tongue import phrase, tr
from gui.tongue.names import KINDS as KINDS_OF_QUANTITY
from gui.tongue.names import kind_name

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, str, str, str]  # kind, id, words, and what is told beside them
WHAT, BESIDE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ICONS = {
    "articles": "library",
    "finding": "finding",
    "highlight": "highlight",
    "search": "search",
    "rule": "section",
}
KINDS = {
    "articles": phrase("Articles"),
    "finding": phrase("Finding"),
    "highlight": phrase("Highlight"),
    "search": phrase("Saved search"),
    "rule": phrase("Rule"),
}
SIDE, ICON, GAP = 8, 16, 8
LONGEST = 200


class UsedList(QWidget):
    """Enter or a double click on a row opens it."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(UsedRow(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What uses it"))
        self.list.itemActivated.connect(self._open)
        self.head = faint(tr("What uses it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)

    def show_used(self, used: Used) -> None:
        """Show what uses a tag, with the row chosen that was."""
        now, rows = self.list.currentRow(), list(_rows(used))
        self.head.setText(tr("What uses it") if rows else tr("Nothing uses it."))
        self.list.clear()
        for kind, one, words, beside in rows:
            item = QListWidgetItem(theme.icon(ICONS[kind]), one_line(words, LONGEST))
            item.setData(WHAT, (kind, one))
            item.setData(BESIDE, one_line(beside, LONGEST))
            said = ", ".join(filter(None, (tr(KINDS[kind]), item.text(), item.data(BESIDE))))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
        self.list.setCurrentRow(min(now, self.list.count() - 1))

    def rows(self) -> Sequence[tuple[str, str]]:
        """Give the kind and the words of every row."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [(item.data(WHAT)[0], item.text()) for item in items]

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(*item.data(WHAT))


def _rows(used: Used) -> Iterator[Row]:
    if used.articles:
        yield "articles", "", tr("%n article(s)", "", used.articles), ""
    for search in used.searches:
        yield "search", search.id, search.name, tr("Saved search")
    for place, rule in enumerate(used.rules):
        kind = kind_name(rule.kind) if rule.kind in KINDS_OF_QUANTITY else ""
        yield "rule", str(place), " · ".join(filter(None, (rule.words, kind))), tr("Rule")
    for one in used.carried:
        yield one.kind, one.id, one.words, one.title or tr("Finding")
    told = sum(one.kind == "highlight" for one in used.carried)
    if told < used.highlights:
        more = tr("… and %n more highlight(s)", "", used.highlights - told)
        yield "articles", "", more, ""


class UsedRow(QStyledItemDelegate):
    """Paints an icon, the words, and faint at the right where they stand."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, QFontMetrics(option.font).height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones, metrics = theme.tones(), QFontMetrics(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(tones.accent if focused else Qt.PenStyle.NoPen)
            painter.setBrush(tones.chosen)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 5, 5)
        inner = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        icon = QRect(inner.left(), inner.center().y() - ICON // 2 + 1, ICON, ICON)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, icon)
        inner.setLeft(icon.right() + GAP)
        painter.setFont(option.font)
        middle, cut = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        beside = metrics.elidedText(str(index.data(BESIDE)), cut, inner.width() * 2 // 5)
        painter.setPen(tones.faint)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, beside)
        taken = metrics.horizontalAdvance(beside) + GAP if beside else 0
        painter.setPen(tones.text)
        words = metrics.elidedText(str(index.data()), cut, inner.width() - taken)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

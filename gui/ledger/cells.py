"""The cells of the table, painted, and what opens in them to write."""

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from core.finding import Status
from gui import theme
from gui.ledger import inks
from gui.ledger.columns import COLUMNS, Column
from gui.ledger.model import OVER, ROW, Index
from gui.ledger.row import Row
from gui.ledger.words import status_words
from gui.look.letters import SMALL
from gui.parts import lines
from gui.parts.figures import tabular
from gui.parts.sheet import SheetCells
from gui.tongue import tr

SIDE, SIGN, SWATCH, LOCK = 8, 11, 18, 14
FIGURES = (Column.HORIZON, Column.CONFIDENCE, Column.PUBLISHED, Column.EVIDENCE, Column.QUANTITY)


class Cells(SheetCells):
    """Paints a row's cells in one line, and gives each column its editor."""

    # Qt's questions

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row = index.data(ROW)
        if row is None:
            self._paint_heading(painter, option, index)
        else:
            self._paint_ground(painter, option, index)
            _paint_cell(painter, option, index, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = theme.tones()
        self._paint_choice(painter, option, index)
        here = index == self._view.currentIndex() and self._view.hasFocus()
        if here:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tones.accent, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 5, 5)

    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._view.selectionModel().isSelected(index):  # a state of QStyle takes 9 ms to know
            painter.fillRect(option.rect, theme.tones().chosen)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.column():
            self._paint_choice(painter, option, index)
            _write_heading(painter, option, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == Column.STATUS:
            box = QComboBox(parent)
            for status in Status:
                box.addItem(status_words(status), status)
            box.setAccessibleName(tr("Status"))
            return box
        line = QLineEdit(parent)
        line.setAccessibleName(tr(COLUMNS[Column(index.column())].name))
        line.setStyleSheet("padding: 0 6px; border-radius: 5px;")
        if index.column() == Column.CONFIDENCE:
            line.setPlaceholderText("0–100")
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText("" if value is None else " ".join(str(value).split()))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text().strip())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        place = QRect(option.rect)
        place.setWidth(max(place.width(), editor.sizeHint().width() if place.width() < 90 else 0))
        editor.setGeometry(place)


def _write_heading(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    tones, rect = theme.tones(), QRect(option.rect)
    words, _, number = str(index.data()).rpartition("  ")
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(tones.text)
    inner = rect.adjusted(SIDE, 0, -SIDE, 0)
    cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width() - 60)
    painter.drawText(inner, _AT, cut)
    painter.setFont(tabular(option.font, SMALL))
    painter.setPen(tones.faint)
    painter.drawText(
        inner.adjusted(QFontMetrics(font).horizontalAdvance(cut) + 10, 0, 0, 0), _AT, number
    )


def _paint_cell(painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
    tones, column = theme.tones(), Column(index.column())
    inner = option.rect.adjusted(SIDE, 0, -SIDE, 0)
    quiet = row.finding.status is Status.DROPPED
    painter.setPen(tones.text if column is Column.STATEMENT and not quiet else tones.faint)
    font = tabular(option.font) if column in FIGURES else option.font
    if column is Column.STATUS:
        place = QRectF(inner.left(), inner.center().y() - 3, SWATCH, 7)
        inks.draw_bar(painter, place, inks.OF_STATUS[row.finding.status])
        inner.adjust(SWATCH + 7, 0, 0, 0)
    elif column is Column.OUTCOME and row.finding.outcome:
        place = QRectF(inner.left(), inner.center().y() - SIGN / 2 + 1, SIGN, SIGN)
        inks.draw_sign(painter, row.finding.outcome.result, place, tones.text)
        inner.adjust(SIGN + 7, 0, 0, 0)
    elif column is Column.STATEMENT and row.finding.private:
        top = inner.center().y() - LOCK // 2 + 1
        theme.icon("lock").paint(painter, inner.left(), top, LOCK, LOCK)
        inner.adjust(LOCK + 5, 0, 0, 0)
    elif column is Column.HORIZON and index.data(OVER):
        painter.setPen(tones.accent)
    painter.setFont(font)
    lines.write(painter, QRectF(inner), str(index.data()), right=COLUMNS[column].right)


_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

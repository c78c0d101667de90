"""What is offered under a tag field: the tags that fit, and last a new one; and how a row looks."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.model import Tag
from gui import theme
from gui.parts import plate
from gui.parts.lines import one_line
from gui.tags.ink import paint_dot, paint_path
from gui.tags.ranking import Vocabulary, clean
from gui.tongue import tr

Index = QModelIndex | QPersistentModelIndex
ROWS_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Offer:
    """A row: a tag there is, or (`tag` None) one to make. What is `meant` is given by Enter.

    Of several tags of one name, `maker` tells whose each is.
    """

    path: str
    tag: Tag | None
    meant: bool = False
    maker: str = ""


class Offers(QAbstractListModel):
    """What is offered for what is typed; `among`: of the tags that there are, and no other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.among = False
        self._rows: list[Offer] = []

    def show(self, typed: str, words: Vocabulary) -> None:
        """Offer the tags that fit, and a new one unless there is a tag with this very path."""
        self.beginResetModel()
        fitting, known = words.matches(typed, ROWS_AT_MOST), words.called(typed)
        if self.among and typed and fitting:
            known = known or fitting[0]
        self._rows = [Offer(tag.path, tag, tag == known) for tag in fitting]
        if clean(typed) and not words.at(typed) and not self.among:
            self._rows.append(Offer(clean(typed), None, known is None))
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.offer(index.row()) if index.isValid() else None
        if offer is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(offer)
        return offer if role == Qt.ItemDataRole.UserRole else None

    def _words(self, offer: Offer) -> str:
        if offer.tag is None:
            return tr("New tag “{0}”").format(one_line(offer.path))
        return offer.path


class OfferRow(QStyledItemDelegate):
    """Paints a row: dot, path, other names faint, how often it is used."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)
        area = option.rect.adjusted(4, 1, -4, -1)
        inside, offer = area.adjusted(8, 0, -8, 0), index.data(Qt.ItemDataRole.UserRole)
        chosen = self._view.selectionModel().isSelected(index)
        meant = offer.meant and not self._view.currentIndex().isValid()
        if chosen or meant or plate.is_pointed(self._view, option.rect):
            _paint_ground(painter, area, chosen)
        if offer.tag is None:
            _paint_new(painter, inside, index.data())
        else:
            _paint_tag(painter, inside, offer.tag, offer.maker)
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, chosen: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tones().chosen if chosen else theme.tones().chip)
    painter.drawRoundedRect(area, 5, 5)


def _paint_new(painter: QPainter, area: QRect, words: str) -> None:
    painter.setPen(theme.tones().accent)
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def _paint_tag(painter: QPainter, area: QRect, tag: Tag, maker: str) -> None:
    paint_dot(painter, tag, QPointF(area.left() + 4, area.center().y() + 0.5))
    metrics, right = painter.fontMetrics(), Qt.AlignmentFlag.AlignRight
    path = area.adjusted(17, 0, 0, 0)
    if tag.uses + tag.findings:
        uses = str(tag.uses + tag.findings)
        painter.setPen(theme.tones().faint)
        painter.drawText(path, right | Qt.AlignmentFlag.AlignVCenter, uses)
        path.adjust(0, 0, -metrics.horizontalAdvance(uses) - 10, 0)
    names = (tag.zh, tag.en, *tag.aliases)
    others = " · ".join(name for name in (maker, *names) if name and name != tag.name)
    taken = min(metrics.horizontalAdvance(one_line(tag.path)), path.width())
    paint_path(painter, tag.path, path)
    rest = path.adjusted(taken + 10, 0, 0, 0)
    if others and rest.width() > 24:
        others = metrics.elidedText(one_line(others), Qt.TextElideMode.ElideRight, rest.width())
        painter.setPen(theme.tones().faint)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, others)

"""The table of tags, which can be sorted, and the list of claims, as Qt asks for them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.natural import natural
from gui import theme
from gui.dialogs.agreeing.compare import (
    ALL,
    HEAD,
    Difference,
    Measured,
    figure,
    head_words,
    kappa_words,
    percent,
    why,
)
from gui.look import letters
from gui.parts.tip import tip
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW = Role.UserRole
ORDER = Role.UserRole + 1
FIGURES = 2  # the first column of figures
EDGE, TOP, BETWEEN = 12, 7, 2
LINES = 2
LONGEST = 600  # code points of a claim that a row may show
TIP = 2000


class Tags(QAbstractTableModel):
    """A row for every tag; `ALL` is the first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Measured, ...] = ()

    def show(self, rows: Sequence[Measured]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEAD)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return _side(section)
        if role == Role.ToolTipRole:
            return tr(TIPS.get(HEAD[section], ""))
        return head_words(HEAD[section]) if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        answer = ANSWERS.get(role)
        return answer(self.rows[index.row()], index.column()) if answer else None


TIPS = {
    "Claims": phrase("Claims that two or more readers have judged, by marking or by passing them"),
    "Differ": phrase("Claims that some put under the tag and others did not"),
    "Agree": phrase("The share of pairs of readers who say the same of a claim"),
    "Kappa": phrase("Cohen's kappa, for two readers: agreement beyond chance"),
    "Alpha": phrase("Krippendorff's alpha, for any number of readers: agreement beyond chance"),
}


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column >= FIGURES else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _said(one: Measured) -> tuple[str, ...]:
    readers = (
        ", ".join(one.readers)
        if len(one.readers) <= 3
        else tr("%n reader(s)", "", len(one.readers))
    )
    counts = (f"{one.claims:,}", f"{one.differ:,}", percent(one.raw))
    path = " ".join(one.path[:300].split())
    return (path, readers, *counts, kappa_words(one), figure(one.alpha, one.claims))


def _order(one: Measured) -> tuple[object, ...]:
    """Give what a row is sorted by; a measure that cannot be told comes before all others."""
    measures = (-9.0 if value is None else value for value in (one.raw, one.kappa, one.alpha))
    return (natural(one.path.casefold()), ", ".join(one.readers), one.claims, one.differ, *measures)


def _tip(one: Measured, column: int) -> str | None:
    said = why(one) if column > FIGURES + 1 else _said(one)[column]
    if column == 1:
        said = ", ".join(one.readers)
    return tip(said)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


#: What a cell answers, by the role that is asked for.
ANSWERS: dict[int, Callable[[Measured, int], object]] = {
    ROW: lambda one, _: one,
    ORDER: lambda one, column: _order(one)[column],
    Role.DisplayRole: lambda one, column: _said(one)[column],
    Role.AccessibleTextRole: lambda one, column: (
        f"{head_words(HEAD[column])}: {_said(one)[column]}"
    ),
    Role.TextAlignmentRole: lambda _, column: _side(column),
    Role.FontRole: lambda one, _: _bold() if one.tag == ALL else None,
    Role.ToolTipRole: _tip,
}


class Sorted(QSortFilterProxyModel):
    """The table in an order; all tags together stay on top."""

    def __init__(self, tags: Tags, parent: QObject) -> None:
        super().__init__(parent)
        self.setSourceModel(tags)
        self.setSortRole(ORDER)

    # Qt's questions

    def lessThan(self, left: Index, right: Index) -> bool:
        rising = self.sortOrder() is Qt.SortOrder.AscendingOrder
        if left.data(ROW).tag == ALL:
            return rising
        if right.data(ROW).tag == ALL:
            return not rising
        return bool(left.data(ORDER) < right.data(ORDER))


class Differences(QAbstractListModel):
    """The claims on which readers differ, of one tag or of all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Difference, ...] = ()

    def show(self, rows: Sequence[Difference]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    # Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if role == ROW:
            return one
        if role == Role.DisplayRole:
            return one.text
        if role == Role.AccessibleTextRole:
            return tr("{text}. {0}. Tag {path}. {title}").format(
                who(one), text=one.text, path=one.path, title=one.title
            )
        return _whole_tip(one) if role == Role.ToolTipRole else None


def who(one: Difference) -> str:
    """Say who marked a claim and who did not: "Anna and Ben marked it, 陈 did not"."""
    return tr("{0} marked it, {1} did not").format(and_(one.marked), and_(one.unmarked))


def and_(names: Sequence[str]) -> str:
    """Name some readers: "Anna", "Anna and Ben", "Anna, Ben and 2 more"."""
    named = [*names] if len(names) <= 3 else [*names[:2], tr("%n more", "", len(names) - 2)]
    *first, last = named
    return tr("{0} and {last}").format(tr(", ").join(first), last=last) if first else last


def _whole_tip(one: Difference) -> str:
    return tip(one.text[:TIP], who(one), one.path, one.title)


class ClaimDelegate(QStyledItemDelegate):
    """Paints a claim: two lines of its text, and who marked it where."""

    # Qt's questions

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = LINES * QFontMetrics(option.font).lineSpacing()
        return QSize(
            160,
            lines
            + QFontMetrics(letters.scaled(option.font, letters.SMALL)).height()
            + BETWEEN
            + 2 * TOP,
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Difference = index.data(ROW)
        t, row = theme.tones(), option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(row, t.chosen if chosen else t.base)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(row.topLeft(), QSize(3, row.height())), t.accent)
        area = row.adjusted(EDGE, TOP, -EDGE, -TOP)
        area.setTop(self._paint_claim(painter, area, option.font, one) + BETWEEN)
        self._paint_who(painter, area, letters.scaled(option.font, letters.SMALL), one)
        painter.setPen(t.line)
        painter.drawLine(area.left(), row.bottom(), area.right(), row.bottom())
        painter.restore()

    def _paint_claim(self, painter: QPainter, area: QRect, font: QFont, one: Difference) -> int:
        """Paint its text; give where that ends."""
        from gui.highlights.card import broken  # not before there is one

        painter.setFont(font)
        painter.setPen(theme.tones().text)
        metrics = QFontMetrics(font)
        text = " ".join(one.text[:LONGEST].split())
        bottom = area.top()
        for line in broken(text, font, area.width(), LINES):
            painter.drawText(area.left(), bottom + metrics.ascent(), line)
            bottom += metrics.lineSpacing()
        return bottom

    def _paint_who(self, painter: QPainter, area: QRect, font: QFont, one: Difference) -> None:
        metrics = QFontMetrics(font)
        path, title = (" ".join(text[:200].split()) for text in (one.path, one.title))
        said = " · ".join(part for part in (who(one), f"#{path}", title) if part)
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(theme.tones().faint)
        painter.drawText(area.left(), area.top() + metrics.ascent(), shown)

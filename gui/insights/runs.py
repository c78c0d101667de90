"""Rows chosen side by side, as Qt keeps them: many that stand one under another are few ranges."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QModelIndex


def runs(indexes: Iterable[QModelIndex]) -> QItemSelection:
    """Put rows, given in their order, together."""
    chosen, first, last = QItemSelection(), None, None
    for index in indexes:
        if last is not None and _follows(index, last):
            last = index
            continue
        if first is not None and last is not None:
            chosen.append(QItemSelectionRange(first, last))
        first = last = index
    if first is not None and last is not None:
        chosen.append(QItemSelectionRange(first, last))
    return chosen


def _follows(index: QModelIndex, last: QModelIndex) -> bool:
    return index.row() == last.row() + 1 and index.parent() == last.parent()

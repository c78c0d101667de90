"""The notes that link to what is shown; a click or Enter on one tells what it is by `chosen`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from gui import theme
from gui.highlights.resting import FindingRow, Rows
from gui.parts.lines import one_line
from gui.tongue import aside, called, tr

if TYPE_CHECKING:
    from core.link import Target

MOST = 20  # that are shown


class MarkRow(FindingRow):
    """A highlight whose note links here: a dot stands for the sign of a finding."""

    def paint_sign(self, painter: QPainter) -> None:
        middle = 4 + self.fontMetrics().height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tones().faint)
        painter.drawEllipse(QRectF(9 - 2.5, middle - 2.5, 5, 5))


class Mentions(Rows):
    """The highlights and findings whose notes link to what is shown."""

    chosen = Signal(object)  # Target

    def show_targets(self, targets: "Sequence[Target]") -> None:
        words, many = tr("Mentioned in"), len(targets)
        title = aside(words, f"{many:,}") if many > 1 else words
        self.show_rows(title, [self._row(one) for one in targets[:MOST]])

    def _row(self, target: "Target") -> FindingRow:
        is_mark = target.kind == "highlight"
        below = one_line(target.below, 80) if is_mark else tr("Finding")
        row = (MarkRow if is_mark else FindingRow)(target.words, below, self)
        row.setAccessibleName(
            called(tr("Mentioned in"), tr(", ").join((one_line(target.words, 160), below)))
        )
        row.clicked.connect(lambda _on=False: self.chosen.emit(target))
        return row

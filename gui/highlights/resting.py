"""The findings that rest on a highlight; a click or Enter on one tells its id by `chosen`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.highlights.words import faint_label
from gui.parts import sign
from gui.parts.labels import words
from gui.parts.lines import one_line
from gui.tongue import tr

if TYPE_CHECKING:
    from core.finding import Finding

STATEMENT = 160
MOST = 20  # findings that are shown of one highlight


class FindingRow(QAbstractButton):
    """One finding: its statement, and how the highlight bears on it."""

    def __init__(self, statement: str, below: str, parent: QWidget) -> None:
        super().__init__(parent)
        said, faint = words(within=self), faint_label(self)
        said.setText(one_line(statement, STATEMENT))
        faint.setText(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 4, 6, 4)
        column.setSpacing(1)
        for label in (said, faint):
            label.setWordWrap(True)
            column.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(
            tr("Finding: {0}, {below}").format(one_line(statement, STATEMENT), below=below)
        )

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tones = theme.tones()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(tones.accent if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(tones.chip if self.underMouse() else Qt.BrushStyle.NoBrush)
            area = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(area, 6, 6)
            self.paint_sign(painter)

    # What it is

    def paint_sign(self, painter: QPainter) -> None:
        sign.paint(painter, 9, 4 + self.fontMetrics().height() / 2)


class Rows(QWidget):
    """A heading and a row for each thing that is told; hidden where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FindingRow] = []
        self._title = words(within=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._title)
        self.hide()

    def show_rows(self, title: str, rows: list[FindingRow]) -> None:
        """Show these instead of what was shown."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = rows
        for row in rows:
            self._column.addWidget(row)
        self._title.setText(title)
        self.setVisible(bool(rows))


class Resting(Rows):
    """The findings that rest on the highlight."""

    chosen = Signal(str)
    _shown: tuple[str, tuple["Finding", ...]] = ("", ())

    def show_findings(self, highlight: str, findings: "Sequence[Finding]") -> None:
        if (highlight, tuple(findings)) == self._shown:
            return
        self._shown = highlight, tuple(findings)
        one, several = tr("Finding"), tr("Findings ({0:,})").format(len(findings))
        rows = [self._row(highlight, finding) for finding in findings[:MOST]]
        self.show_rows(one if len(findings) == 1 else several, rows)

    def _row(self, highlight: str, finding: "Finding") -> FindingRow:
        from gui.highlights.finding.figures import below  # where there is one

        row = FindingRow(finding.statement, below(finding, highlight), self)
        row.clicked.connect(lambda _on=False, one=finding.id: self.chosen.emit(one))
        return row

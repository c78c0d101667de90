"""What a highlight was before: a section that unfolds, its newest line first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.highlights.ports import HistoryLine
from gui.highlights.words import faint_label, moment
from gui.look import sizing
from gui.parts.labels import words
from gui.parts.lines import first_line
from gui.tongue import tr

SHOWN = 100


class History(QWidget):
    """Folded at first; its lines are made when it unfolds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[HistoryLine, ...] = ()
        self._made = False
        self.head = QToolButton(self)
        self.head.setCheckable(True)
        self.head.setStyleSheet("padding: 3px 6px 3px 0; background: transparent")
        self.head.setIconSize(sizing.icons(14))
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.toggled.connect(self._fold)
        self._body = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self._body)
        self._fold(False)

    def show_told(self, told: Sequence[HistoryLine]) -> None:
        """Show these lines, (when, who, what) each."""
        newest_first = tuple(sorted(told, key=lambda line: line[0], reverse=True))
        self.setVisible(bool(newest_first))
        if newest_first != self._told:
            self._told, self._made = newest_first, False
            self._say()
            self._fold(self.head.isChecked())

    def fold(self) -> None:
        self.head.setChecked(False)

    def _fold(self, open_: bool) -> None:
        self.head.setIcon(theme.fold_icon(is_open=open_))
        if open_ and not self._made:
            self._fill()
        self._body.setVisible(open_)

    def _fill(self) -> None:
        """Make the lines anew."""
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 0, 0, 4)
        column.setSpacing(1)
        for when, who, what in self._told[:SHOWN]:
            deed, stamp = words(within=body), faint_label(body)
            deed.setText(first_line(what))
            stamp.setText(f"{moment(when)} · {first_line(who, 60)}")
            for label in (deed, stamp):
                label.setWordWrap(True)
                column.addWidget(label)
            column.addSpacing(6)
        self._layout.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body, self._made = body, True

    def _say(self) -> None:
        self.head.setText(tr("History ({0})").format(len(self._told)))
        self.head.setAccessibleName(tr("History"))

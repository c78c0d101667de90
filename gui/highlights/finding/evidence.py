"""What a finding rests on: each passage with what it says to the finding, and the way to it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from core.finding import Bearing
from gui import theme
from gui.highlights.finding.shown import Cited
from gui.highlights.words import faint_label
from gui.look import letters, sizing
from gui.parts import strokes
from gui.parts.closed import close
from gui.parts.labels import words
from gui.parts.lines import one_line, unstarred
from gui.parts.notice import Words
from gui.tongue import phrase, tr

QUOTE = 240  # characters of a quote that are shown
LEAVE_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
MOST = 100  # pieces of evidence that are shown
BEARINGS = {
    Bearing.SUPPORTS: phrase("Supports"),
    Bearing.CONTRADICTS: phrase("Contradicts"),
    Bearing.DECIDES: phrase("Decides"),
}


class EvidenceRow(QWidget):
    """One passage; its buttons tell what the reader wants of it."""

    borne = Signal(str, object)  # key, Bearing
    withdrawn = Signal(str)
    jumped = Signal(str)

    def __init__(self, cited: Cited, parent: QWidget) -> None:
        super().__init__(parent)
        self.cited = cited
        quote, origin = words(within=self), Words(self)
        quote.setText(one_line(unstarred(cited.quote), QUOTE))
        quote.setWordWrap(True)
        origin.setText(one_line(cited.origin, QUOTE))
        origin.setFont(letters.scaled(origin.font(), letters.SMALL))
        origin.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        origin.setVisible(bool(cited.origin))
        if not cited.there:
            quote.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.buttons = tuple(QToolButton(self) for _ in range(3))
        self.bearing, self.jump, self.withdraw = self.buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 1, 0, 1)
        column.setSpacing(2)
        for part in (quote, origin):
            column.addWidget(part)
        column.addLayout(self._buttons())
        self._say()

    def close_to_writing(self, why: str) -> None:
        close(why, self.bearing, self.withdraw)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.bearing)
        row.addStretch(1)
        for button, icon in ((self.jump, "open"), (self.withdraw, "clear")):
            button.setIcon(theme.icon(icon))
            button.setIconSize(sizing.icons(15))
            row.addWidget(button)
        self.bearing.setFont(letters.scaled(self.font(), letters.SMALL))
        self.bearing.setStyleSheet("padding: 2px 8px 2px 0; background: transparent")
        self.bearing.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.bearing.setMenu(self._menu())
        self.jump.setEnabled(self.cited.there)
        self.jump.clicked.connect(lambda: self.jumped.emit(self.cited.key))
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(self.cited.key))
        return row

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for bearing, said in BEARINGS.items():
            action: QAction = menu.addAction(tr(said))
            action.setCheckable(True)
            action.setChecked(bearing is self.cited.bearing)
            action.triggered.connect(lambda _on=False, each=bearing: self._bear(each))
        return menu

    def _bear(self, bearing: Bearing) -> None:
        if bearing is not self.cited.bearing:
            self.borne.emit(self.cited.key, bearing)

    def _say(self) -> None:
        words = tr(BEARINGS[self.cited.bearing])
        self.bearing.setText(f"{words} ▾")
        self.bearing.setToolTip(tr("How it bears on the finding"))
        about = one_line(unstarred(self.cited.quote), 60)
        self.bearing.setAccessibleName(
            tr("{words} the finding: {about}").format(words=words, about=about)
        )
        for button, tip in (
            (self.jump, tr("Show it in the text")),
            (self.withdraw, tr("Leave it out")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(f"{tip}: {about}")

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVE_OUT:
            self.withdrawn.emit(self.cited.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = QRectF(0, 0, 4, self.height())
            if self.cited.there:
                strokes.upright(painter, self.cited.colour, edge)
            else:
                painter.fillRect(edge, theme.tones().line)


class EvidenceList(QWidget):
    """The rows, in the order in which the passages were found."""

    borne = Signal(str, object)
    withdrawn = Signal(str)
    jumped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[EvidenceRow] = []
        self._closed = ""
        self._title, self._warning, self._hint = words(), faint_label(), faint_label()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(9)
        self._warning.setForegroundRole(QPalette.ColorRole.Accent)
        for label in (self._title, self._warning, self._hint):
            label.setWordWrap(True)
            self._column.addWidget(label)

    def close_to_writing(self, why: str) -> None:
        """Let nothing be left out, or bear on the finding otherwise."""
        self._closed = why
        for row in self.rows:
            row.close_to_writing(why)

    def show_evidence(self, evidence: Sequence[Cited], warning: str, hint: str) -> None:
        """Show the passages, what is to be said of all of them, and how to add more."""
        if [row.cited for row in self.rows] != list(evidence[:MOST]):
            self._fill(evidence[:MOST])
        for label, said in (
            (
                self._title,
                tr("Evidence ({0})").format(len(evidence)) if evidence else tr("Evidence"),
            ),
            (self._warning, warning),
            (self._hint, hint),
        ):
            label.setText(said)
            label.setVisible(bool(said))

    def _fill(self, evidence: Sequence[Cited]) -> None:
        """Make the rows anew; the focus stays in its place when its row goes."""
        places = ((n, b) for n, row in enumerate(self.rows) for b in range(len(row.buttons)))
        focused = next((at for at in places if self.rows[at[0]].buttons[at[1]].hasFocus()), None)
        old, self.rows = self.rows, [self._row(cited) for cited in evidence]
        if focused and self.rows:
            self.rows[min(focused[0], len(evidence) - 1)].buttons[focused[1]].setFocus()
        for row in old:
            row.hide()
            row.deleteLater()

    def _row(self, cited: Cited) -> EvidenceRow:
        row = EvidenceRow(cited, self)
        row.borne.connect(self.borne)
        row.withdrawn.connect(self.withdrawn)
        row.jumped.connect(self.jumped)
        if self._closed:
            row.close_to_writing(self._closed)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()
        return row

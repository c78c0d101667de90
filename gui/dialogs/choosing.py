"""A small page to choose a finding without leaving the text: by its words, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.finding import Stated
from core.outline import normal
from gui.parts import aloud
from gui.parts.labels import faint
from gui.parts.lines import one_line
from gui.parts.overlay import Overlay
from gui.parts.pressed import ENTER
from gui.tongue import tr

WIDTH, ROWS = 380, 8
STATEMENT = 200
SHOWN = 200  # rows; who looks for an older one types a word of it
ID = Qt.ItemDataRole.UserRole
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindingPopup(Overlay):
    """Opened at a point; `chosen` tells the id. Closes after Enter, Esc or a click elsewhere."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Choose a finding"))
        self._findings: Sequence[Stated] = ()
        self.line, self.list = QLineEdit(self), QListWidget(self)
        self.line.setPlaceholderText(tr("Add to which finding?"))
        self.line.setAccessibleName(tr("Words of the finding"))
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListWidget::item { padding-left: 7px; }")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(tr("Findings that fit"))
        self.list.itemClicked.connect(self._take)
        self.nothing = faint(tr("No finding says all these words."))
        self.nothing.setContentsMargins(8, 0, 0, 4)
        aloud.follow(self.list, self.line, self.nothing.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)

    def open_beside(self, place: QRect, findings: Sequence[Stated]) -> None:
        """Open beside a place of the screen, where it is seen whole."""
        self._findings = findings
        self._fill("")
        self.stand_beside(place)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for one in fitting(self._findings, typed)[:SHOWN]:
            item = QListWidgetItem(one_line(one.statement, STATEMENT))
            item.setData(ID, one.id)
            item.setSizeHint(QSize(0, self._row_height()))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._be_high(min(self.list.count(), ROWS))

    def _be_high(self, rows: int) -> None:
        """Have room for so many rows; for none, words take the place of the list."""
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(not rows)
        self.list.setFixedHeight(rows * self._row_height() + 2 * self.list.frameWidth())
        layout = self.layout()
        assert layout is not None, "it was given one"
        layout.activate()
        self.adjustSize()
        if self.isVisible():
            self.stay()

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 12

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            finding = str(item.data(ID))
            self.close()
            self.chosen.emit(finding)

    # Qt's questions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, count = Qt.Key(event.key()), self.list.count()
            if key in MOVES and count:
                self.list.setCurrentRow((self.list.currentRow() + MOVES[key]) % count)
                return True
            if key in ENTER:
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)


def fitting(findings: Sequence[Stated], typed: str) -> list[Stated]:
    """Give those that hold all words typed; if none does, those with the letters in turn."""
    words = normal(typed).split()
    letters, whole, loose = "".join(words), list[Stated](), list[Stated]()
    for one in findings:
        text = normal(one.statement)
        if all(word in text for word in words):
            whole.append(one)
        elif _in_turn(letters, text):
            loose.append(one)
    return whole or loose


def _in_turn(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)

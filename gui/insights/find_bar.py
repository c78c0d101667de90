"""The line over a text in which words are looked for: the words, how many there are, on and back.

Where they stand, and what is lit, is decided outside.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui import theme
from gui.insights.delegate import INDENT, LEFT
from gui.look import sizing
from gui.parts.binding import key_of
from gui.parts.labels import faint
from gui.parts.pressed import ENTER
from gui.parts.search_field import SearchField
from gui.tongue import aside, tr

WIDE = 260  # pixels that the field has at most


class FindField(SearchField):
    """Enter goes on and Shift+Enter back; Escape leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Tells what is `wanted`, when to go on, by 1 or -1, and when it is `left`."""

    wanted = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = FindField(tr("Find in this article"), self)
        self.told = faint(within=self)
        self.back = self._button(
            "up", aside(tr("The one before"), key_of("find_previous", "Shift+F3"))
        )
        self.on = self._button("down", aside(tr("The next one"), key_of("find_next", "F3")))
        self.close_button = self._button("clear", tr("Close (Esc)"))
        self.field.textChanged.connect(self.wanted)
        self.field.stepped.connect(self.stepped)
        self.field.left.connect(self.left)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.left)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        row.addWidget(self.told)
        row.addStretch(0)
        row.addWidget(self.close_button)
        self._fit()
        self.hide()

    def open(self, words: str) -> None:
        """Take the keys; with these words, or with those that are there."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, place: int, many: int) -> None:
        """Say at which of so many places the text stands."""
        told = tr("{place} of {many}").format(place=place, many=many) if many else tr("Not found")
        self.told.setText(told if self.field.text().strip() else "")
        self.back.setEnabled(many > 0)
        self.on.setEnabled(many > 0)

    def _fit(self) -> None:
        """Stand under the title, however large the letters are."""
        self.field.setMaximumWidth(sizing.px(WIDE))
        self._row.setContentsMargins(sizing.px(INDENT + LEFT), 8, 8, 8)

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(icon))
        button.setIconSize(sizing.icons(16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    # Qt's questions

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

"""A field for words to find: what it looks for in pale letters, and an x that clears it.

Qt's own signs within a field keep their size; these are as large as the letters.
"""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from gui import theme
from gui.look import sizing
from gui.parts.drag import let_files_by
from gui.tongue import tr

SIGN, REACH = 16, 6  # pixels: how wide a sign is, and how far from what is beside it
#: To Qt on X11 the end of the line, which End is as well; in the window it exports.
EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
BARE = "QToolButton { border: 0; padding: 0; }"


class SearchField(QLineEdit):
    """Says `wanted` while it is empty; with a `glass`, that is at its left."""

    def __init__(self, wanted: str, parent: QWidget | None = None, *, glass: bool = False) -> None:
        super().__init__(parent)
        let_files_by(self)
        self._glass = glass
        self.setPlaceholderText(wanted)
        self.setAccessibleName(wanted)
        self._clear = QToolButton(self)
        self._clear.setIcon(theme.icon("clear"))
        self._clear.setIconSize(sizing.icons(SIGN))
        self._clear.setStyleSheet(BARE)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setToolTip(tr("Clear"))
        self._clear.setAccessibleName(tr("Clear"))
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._make_room()

    def _make_room(self) -> None:
        """Keep what is written apart from the signs."""
        sign = sizing.px(SIGN)
        self.setTextMargins(sign + REACH if self._glass else 0, 0, sign, 0)
        self._clear.setGeometry(
            self.width() - sign - REACH, (self.height() - sign) // 2, sign, sign
        )

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.keyCombination() == EXPORT:
            event.ignore()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._glass:
            with QPainter(self) as painter:
                place = self._clear.geometry()
                place.moveLeft(REACH + 2)
                theme.icon("search").paint(painter, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

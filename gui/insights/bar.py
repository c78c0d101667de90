"""The small bar over chosen words: eight colours, tag, note, finding, copy."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QWidget

from core.model import Colour
from gui import theme
from gui.look import sizing
from gui.parts import plate, strokes
from gui.parts.closed import FAINT, close
from gui.tongue import phrase, tr
from gui.tongue.names import colour_name

TOOLS = (
    ("tag", "tag", phrase("Tag (T)")),
    ("note", "note", phrase("Note (N)")),
    ("find", "finding", phrase("Finding (F)")),
    ("copy", "copy", phrase("Copy (Ctrl+C)")),
)


class ColourButton(QToolButton):
    """A round button in one colour of highlight."""

    def __init__(self, colour: Colour, key: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        name = colour_name(colour)
        self.setToolTip(f"{name} ({key})")
        self.setAccessibleName(tr("Highlight {colour}").format(colour=name.lower()))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(26, 28)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the mark be painted first; Qt would first paint the button, and what is under it."""
        self.setUpdatesEnabled(False)
        super().mouseReleaseEvent(event)
        self.setUpdatesEnabled(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = 9.0 if self.underMouse() and self.isEnabled() else 7.5
        painter.setOpacity(1 if self.isEnabled() else FAINT)
        strokes.spot(painter, self.colour, self.rect().toRectF().center(), radius)


EDGE = 6  # pixels between the bar and the end of the pane


class WordsBar(QFrame):
    """Stands over the words chosen and offers what may be done with them.

    In a pane too narrow for all of it, what is no colour stands below the colours.
    """

    coloured = Signal(object)
    asked = Signal(str)  # a command

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Chosen words"))
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(8, 3, 6, 3)
        self._rows.setSpacing(0)
        colours, tools = QHBoxLayout(), QHBoxLayout()
        self._marking: list[QWidget] = []
        for key, colour in enumerate(Colour, 1):
            button = ColourButton(colour, key, self)
            button.clicked.connect(lambda _=False, c=colour: self.coloured.emit(c))
            colours.addWidget(button)
            self._marking.append(button)
        for name, icon, words in TOOLS:
            tool = self._tool(name, icon, words)
            tools.addWidget(tool)
            self._marking += [] if name == "copy" else [tool]
        tools.addStretch()
        for row in (colours, tools):
            row.setSpacing(0)
            self._rows.addLayout(row)
        self.hide()

    def _tool(self, name: str, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(icon))
        button.setIconSize(sizing.icons(17))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.asked.emit(name))
        return button

    def close_to_writing(self, why: str) -> None:
        """Offer nothing but to copy."""
        close(why, *self._marking)

    def stand_by(self, words: QRect) -> None:
        """Show the bar above these words, or below where there is no room."""
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        self._fit(room.width() - 2 * EDGE)
        last = room.width() - self.width() - EDGE
        x = min(max(words.center().x() - self.width() // 2, EDGE), max(last, 0))
        above = words.top() - self.height() - 6
        y = above if above > 4 else min(words.bottom() + 6, room.height() - self.height() - 4)
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def _fit(self, width: int) -> None:
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight)
        if self.sizeHint().width() > width:
            self._rows.setDirection(QBoxLayout.Direction.TopToBottom)
        self.adjustSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            plate.paint_all(painter, self, theme.tones().base, 9)

"""Rows of buttons of which one is in force: colours, and what the reader thinks.

Tab comes to the one in force, the arrows go to the others, Space or Enter takes one: so nothing is
changed by merely walking past.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from core.model import Colour, Stance
from gui import theme
from gui.look import letters, sizing
from gui.parts import strokes
from gui.parts.closed import FAINT, close
from gui.tongue import tr
from gui.tongue.names import colour_name, stance_name

WIDE = 28  # pixels of a swatch
ARROWS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Choices(QWidget):
    """A row of buttons, each for one value; `chosen` tells of another than the one in force."""

    chosen = Signal(object)

    def __init__(self, buttons: Iterable[tuple[object, QAbstractButton]]) -> None:
        super().__init__()
        self.buttons = dict(buttons)
        self._value: object = None
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for value, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, value=value: self._on_click(value))
            button.installEventFilter(self)
            self.row.addWidget(button)

    def show_value(self, value: object) -> None:
        """Show which value is in force."""
        self._value = value
        for each, button in self.buttons.items():
            button.setChecked(each == value)
            policy = Qt.FocusPolicy.StrongFocus if each == value else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def close_to_writing(self, why: str) -> None:
        """Let no other value be chosen."""
        close(why, *self.buttons.values())

    def _on_click(self, value: object) -> None:
        before = self._value
        self.show_value(before)
        if value != before:
            self.chosen.emit(value)

    def _walk(self, button: QAbstractButton, step: int) -> None:
        row = list(self.buttons.values())
        row[(row.index(button) + step) % len(row)].setFocus(Qt.FocusReason.TabFocusReason)

    # Qt's questions

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and isinstance(watched, QAbstractButton):
            key = Qt.Key(event.key())
            if key in ARROWS:
                self._walk(watched, ARROWS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
        return False


class Swatch(QAbstractButton):
    """A round button in one of the eight colours, ticked when it is in force."""

    def __init__(self, colour: Colour) -> None:
        super().__init__()
        self._colour = colour
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(colour_name(colour))
        self.setAccessibleName(colour_name(colour))

    # Qt's questions

    def sizeHint(self) -> QSize:
        return QSize(sizing.px(WIDE), sizing.px(WIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        by, middle = self.width() / WIDE, QPointF(WIDE / 2, WIDE / 2)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(by, by)
            painter.setOpacity(1 if self.isEnabled() or self.isChecked() else FAINT)
            edge = 2.0 if self.isChecked() or self.underMouse() else 1.2
            middle = strokes.spot(painter, self._colour, middle, 9.5, edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.hasFocus():
                painter.setPen(QPen(theme.tones().accent, 1.6))
                painter.drawEllipse(middle, 12.6, 12.6)
            if self.isChecked():
                _paint_tick(painter, middle)


def _paint_tick(painter: QPainter, middle: QPointF) -> None:
    pen = QPen(theme.tones().text, 1.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((-4.0, 0.3), (-1.2, 3.2), (4.2, -3.4))
    painter.drawPolyline([middle + QPointF(x, y) for x, y in corners])


class ColourRow(Choices):
    """The eight colours."""

    def __init__(self) -> None:
        super().__init__((colour, Swatch(colour)) for colour in Colour)
        self.row.setSpacing(3)
        self.row.addStretch(1)
        self.setAccessibleName(tr("Colour"))


class Segments(Choices):
    """Buttons with words, as one control in several parts."""

    def __init__(self, values: Iterable[object]) -> None:
        super().__init__((value, QToolButton()) for value in values)
        self.row.setContentsMargins(2, 2, 2, 2)
        self.row.setSpacing(1)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFont(letters.scaled(button.font(), letters.SMALL))

    def name(self, value: object, words: str) -> None:
        """Write on the button of a value."""
        self.buttons[value].setText(words)
        self.buttons[value].setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.tones().edge, 1))
            painter.setBrush(theme.tones().base)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, 8, 8)


class StanceRow(Segments):
    """None, agree, doubt, check later."""

    def __init__(self) -> None:
        super().__init__(Stance)
        self.setAccessibleName(tr("What I think of it"))
        for stance in Stance:
            self.name(stance, stance_name(stance))

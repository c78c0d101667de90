"""The title over the tree, in the script and with the pinyin wanted, and the line under it.

Their words can be chosen and copied; what is copied is what was written.
"""

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from gui import theme
from gui.parts import chinese
from gui.parts.lines import LONGEST, TURNING, Face, lay_as_is
from gui.tongue import tr
from gui.units import Units

if TYPE_CHECKING:
    from gui.parts.aim import Aim
    from gui.parts.ruby import Ruby

DOT, NEW_LINE = " · ", "\u2028"
LINES = 40  # no title has more
USUAL = 480  # pixels


@dataclass(frozen=True, slots=True)
class Laid:
    """The title laid out: its lines, the syllables over them if any, and its height."""

    text: QTextLayout
    ruby: "Ruby | None"
    height: float

    @property
    def line(self) -> float:
        """Give how high a line is."""
        return self.height / max(1, self.text.lineCount())


class Title(QLabel):
    """One title, as text and nothing else; a label to a screen reader, and painted here."""

    word_pointed = Signal(object)  # Aim

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._written = ""
        self._begun = self._now = 0  # what is chosen, in Qt's units
        self._laid: dict[tuple[int, int], Laid] = {}
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._written

    def show_text(self, written: str) -> None:
        """Show a title; white space in it is one space."""
        line = " ".join(written.split())
        if line != self._written:
            self._written = line
            self._begun = self._now = 0
            self.setAccessibleDescription(line)
            self.show_anew()

    def show_anew(self) -> None:
        """Show the title as Chinese is shown now."""
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def selected(self) -> str:
        """Give the words that are chosen, as they were written."""
        units, (start, end) = Units(self._written), self._span()
        return self._written[units.to_core(start) : units.ceiling(end)]

    def aim(self) -> "Aim | None":
        """Give the words chosen, else the first Chinese word."""
        from gui.parts.aim import aim, first_chinese  # when it is asked for

        layout = self._lay(self.width()).text
        start, end = (Units(layout.text()).to_core(one) for one in self._span())
        place = first_chinese(self._written, *((start, end) if start < end else ()))
        if place is None:
            return None
        here = replace(aim(self, layout, QPointF(), place), text=self._written)
        return replace(here, chosen=(start, end)) if start < end else here

    def _lay(self, width: int) -> Laid:
        return self._lay_in(width, LINES)

    def _lay_in(self, width: int, lines: int) -> Laid:
        if (width, lines) not in self._laid:
            if len(self._laid) > 8:
                self._laid.clear()
            self._laid[width, lines] = self._laid_out(max(width, 60), lines)
        return self._laid[width, lines]

    def _seen(self) -> Laid:
        """Lay the title out in the lines that there is room for."""
        whole = self._lay(self.width())
        if whole.height <= self.height() + 1:
            return whole
        return self._lay_in(self.width(), max(1, int(self.height() / whole.line)))

    def _laid_out(self, width: int, lines: int) -> Laid:
        return self._set(self._said(), width, lines)

    def _set(self, shown: str, width: int, lines: int) -> Laid:
        face = Face(self.font())
        if self._has_pinyin() and len(shown) <= LONGEST:
            from gui.parts.ruby import Measure, has_any, lay  # few titles have it

            if has_any(shown):
                ruby = lay(shown, Measure(face), width, lines)
                return Laid(ruby.text, ruby, ruby.height)
        text = lay_as_is(shown, face, width, lines)
        return Laid(text, None, text.lineCount() * face.height)

    def _said(self) -> str:
        return chinese.shown(self._written).translate(TURNING)

    def _has_pinyin(self) -> bool:
        return chinese.has_pinyin()

    def _ink(self) -> QColor:
        return theme.tones().text

    def _unit_at(self, event: QMouseEvent) -> int:
        """Give the place between characters that is nearest to the mouse."""
        layout, at = self._seen().text, event.position()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        line = next((one for one in lines if at.y() < one.y() + one.height()), lines[-1])
        return min(line.xToCursor(at.x()), Units(self._written).to_qt(len(self._written)))

    def _span(self) -> tuple[int, int]:
        return min(self._begun, self._now), max(self._begun, self._now)

    def _choose(self, begun: int, now: int) -> None:
        self._begun, self._now = begun, now
        self.update()

    def _choose_all(self) -> None:
        self._choose(0, Units(self._written).to_qt(len(self._written)))

    # Qt's questions

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._lay(width).height + 0.5)

    def sizeHint(self) -> QSize:
        return QSize(USUAL, self.heightForWidth(self.width() or USUAL))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, ceil(self._lay(self.width()).line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        laid = self._seen()
        with QPainter(self) as painter:
            painter.setPen(self._ink())
            laid.text.draw(painter, QPointF(), self._chosen())
            if laid.ruby:
                laid.ruby.draw(painter, QPointF(), theme.tones().faint)

    def _chosen(self) -> list[QTextLayout.FormatRange]:
        start, end = self._span()
        if start == end:
            return []
        from PySide6.QtGui import QTextCharFormat  # not before something is chosen

        piece, made = QTextLayout.FormatRange(), QTextCharFormat()
        made.setBackground(theme.tones().accent)
        made.setForeground(theme.tones().base)
        piece.start, piece.length, piece.format = start, end - start, made
        return [piece]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            unit = self._unit_at(event)
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose(self._begun if extends else unit, unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._begun, self._unit_at(event))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._choose_all()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(
            tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.selected())
        )
        copy.setEnabled(bool(self.selected()))
        menu.addAction(tr("Select All"), self._choose_all)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            from gui.parts.aim import aim_at  # when somebody points

            at = QPointF(event.pos())
            here = aim_at(self, self._seen().text, QPointF(), at)
            if here:
                self.word_pointed.emit(replace(here, text=self._written))
            return True
        if event.type() == QEvent.Type.FontChange:
            self.show_anew()
        return super().event(event)


class Byline(Title):
    """What stands under a title: its source and its time; of neither, nothing."""

    def show_text(self, written: str) -> None:
        super().show_text(written)
        self.setHidden(not self._written)

    def _laid_out(self, width: int, lines: int) -> Laid:
        """Keep the day and the hour on one line, letter for letter."""
        said = self._said()
        laid, (origin, _, when) = super()._laid_out(width, lines), said.rpartition(DOT)
        begun = Units(said).to_qt(len(said) - len(when))
        there = (laid.text.lineAt(number) for number in range(laid.text.lineCount()))
        if not origin or all(line.textStart() <= begun for line in there):
            return laid
        return self._set(f"{origin} ·{NEW_LINE}{when}", width, lines)

    def _said(self) -> str:
        return self._written.translate(TURNING)

    def _has_pinyin(self) -> bool:
        return False

    def _ink(self) -> QColor:
        return theme.tones().faint

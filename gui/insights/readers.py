"""Whose marks are shown: a button with a tick for every reader, and a line when some are hidden.

What is hidden is decided outside; here it is shown, and told when the reader wants it otherwise.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QCursor,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from gui import theme
from gui.look import sizing
from gui.parts.binding import key_of
from gui.parts.people import Person, hidden_words
from gui.tongue import aside, tr

NARROW = 380  # pixels


class TickMenu(QMenu):
    """A menu that stays open while its ticks are set."""

    def _tick(self) -> bool:
        action = self.activeAction()
        if action and action.isCheckable() and action.isEnabled():
            action.trigger()
            return True
        return False

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        """Take Space for a tick, whatever it means in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not (self.actionAt(event.position().toPoint()) and self._tick()):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.key() == Qt.Key.Key_Space and self._tick()):
            super().keyPressEvent(event)


class ReadersButton(QToolButton):
    """Tells by `hidden` whose marks are not to be seen, as ids."""

    hidden = Signal(object)  # frozenset[str]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._away: frozenset[str] = frozenset()
        self.setIcon(theme.icon("readers"))
        self.setIconSize(sizing.icons(17))
        self.setText(tr("Readers"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(aside(tr("Whose marks are shown"), key_of("readers", "Ctrl+Shift+R")))
        self.setAccessibleName(tr("Readers: whose marks are shown"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open)
        self.hide()

    def show_people(self, people: Iterable[Person], away: frozenset[str]) -> None:
        """Offer these readers; one alone leaves nothing to choose."""
        self._people, self._away = tuple(people), away
        self.setVisible(len(self._people) > 1)
        every = len(self._people)
        seen = sum(person.id not in away for person in self._people)
        self.setText(
            tr("Readers")
            if seen == every
            else tr("Readers: {seen} of {every}").format(seen=seen, every=every)
        )

    def fit(self, width: int) -> None:
        """Say less in a pane that is only so wide."""
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        alone = Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(beside if width >= sizing.px(NARROW) else alone)

    def open(self) -> None:
        """Open the menu under the button."""
        menu = self.menu_of_people()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of_people(self) -> QMenu:
        """Make the menu: a tick for every reader, and everybody."""
        menu = TickMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in self._people:
            action = menu.addAction(_spot(person), person.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(person.id not in self._away)
            action.setData(person.id)
        ticks = menu.actions()
        menu.addSeparator()
        everybody = menu.addAction(tr("Show Everybody"))
        everybody.triggered.connect(lambda: self.hidden.emit(frozenset()))
        for action in ticks:
            action.toggled.connect(lambda _on: self.hidden.emit(_unticked(ticks)))
        return menu


def _unticked(ticks: Sequence[QAction]) -> frozenset[str]:
    return frozenset(str(action.data()) for action in ticks if not action.isChecked())


def _spot(person: Person) -> QIcon:
    """Draw a box in a reader's ink: full and ticked while their marks are shown, else empty."""
    icon = QIcon()
    icon.addPixmap(_box(person.colour, ticked=True), state=QIcon.State.On)
    icon.addPixmap(_box(person.colour, ticked=False), state=QIcon.State.Off)
    return icon


def _box(ink: QColor, *, ticked: bool) -> QPixmap:
    pixmap = QPixmap(32, 32)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 3.5, 3.5)
        if ticked:
            painter.setPen(QPen(theme.tones().base, 1.8))
            painter.drawPolyline([QPointF(4.7, 8.3), QPointF(7, 10.6), QPointF(11.4, 5.6)])
    return pixmap


class HiddenLine(QWidget):
    """One sentence where marks in this article are hidden, and the way to see them."""

    show_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.show_button = QToolButton(self)
        self.show_button.setText(tr("Show"))
        self.show_button.setAccessibleName(tr("Show the hidden marks"))
        self.show_button.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.show_button.setStyleSheet("padding: 1px 6px; text-decoration: underline;")
        self.show_button.clicked.connect(self.show_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 0, 24, 6)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_button)
        self.hide()

    def show_people(self, away: Sequence[Person]) -> None:
        """Say whose marks of this article are hidden; nobody's: say nothing."""
        self.words.setText(hidden_words(away))
        self.setVisible(bool(away))

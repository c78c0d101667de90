"""A field to write in that lies over a window for a moment: it goes with Esc or a click elsewhere.

It is no window of its own. A popup is not told to screen readers, and may not stand where it wants
on every desktop.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from gui import theme
from gui.look import sizing

EDGE, GAP = 8, 2  # pixels between it and the end of the window, and what it belongs to


class Overlay(QFrame):
    """What had the keys has them again when it is closed. It is `wide`, where the window is wider.

    That is told in pixels at the usual size of letters.
    """

    def __init__(self, over: QWidget | None, wide: int) -> None:
        super().__init__(over)
        self._wide, self._is_above = wide, False
        self._beside: QRect | None = None  # what it belongs to, in the window
        self._be_wide()
        self._before: QWidget | None = None
        self._outside: _Outside | None = None  # while it is open
        self.hide()

    def _be_wide(self) -> None:
        over, wide = self.parentWidget(), sizing.px(self._wide)
        self.setFixedWidth(wide if over is None else min(wide, over.width() - 2 * EDGE))

    def stand_beside(self, place: QRect) -> None:
        """Stand under a place of the screen, or above it where there is room only there."""
        over = self.parentWidget()
        at = place.topLeft() if over is None else over.mapFromGlobal(place.topLeft())
        self._beside = place = QRect(at, place.size())
        needs = self.height() + GAP + EDGE
        lacks = over is not None and place.bottom() + needs > over.height()
        self._is_above = lacks and place.top() >= needs
        self.stay()

    def stand(self, at: QPoint) -> None:
        """Stand at a point of the window, moved as far as it must to be seen whole."""
        self._be_wide()
        over = self.parentWidget()
        if over is not None:
            room = over.rect().adjusted(EDGE, EDGE, -EDGE - self.width(), -EDGE - self.height())
            at = QPoint(min(at.x(), room.right()), min(at.y(), room.bottom()))
            at = QPoint(max(at.x(), room.left()), max(at.y(), room.top()))
        self.move(at)
        self.show()
        self.raise_()

    def stay(self) -> None:
        """Be seen whole, beside what it belongs to, also once it or the window has another size."""
        at = self.pos()
        if self._beside is not None:
            under, above = self._beside.bottom() + GAP, self._beside.top() - GAP - self.height()
            at = QPoint(self._beside.left(), above if self._is_above else under)
        self.stand(at)

    def is_within(self, widget: QWidget | None) -> bool:
        return widget is self or (widget is not None and self.isAncestorOf(widget))

    def _leave(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Go where the keys go elsewhere in the window; those of a menu are not."""
        if new is not None and new.window() is self.window() and not self.is_within(new):
            self.close()

    # Qt's questions

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outside is None:
            app = _app()
            self._before, self._outside = app.focusWidget(), _Outside(self)
            app.focusChanged.connect(self._leave)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._outside is not None:
            app, before = _app(), self._before
            app.focusChanged.disconnect(self._leave)
            self._outside.leave()
            self._outside = None
            if before is not None and isValid(before) and self.is_within(app.focusWidget()):
                before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().closeEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the keys within."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tones = theme.tones()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(tones.base)
            painter.setPen(QPen(tones.edge, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


class _Outside(QObject):
    """Closes an overlay when somebody clicks elsewhere in its window, and keeps it within.

    It is the window that is listened to. In a filter over the whole program PySide has to find a
    type for everything that hears anything, and loads all of them: 40 ms.
    """

    def __init__(self, overlay: Overlay) -> None:
        super().__init__(overlay)
        self._overlay = overlay
        self._heard = overlay.window().windowHandle()
        if self._heard is not None:
            self._heard.installEventFilter(self)

    def leave(self) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            mine = self._overlay
            at = mine.mapFrom(mine.window(), event.position().toPoint())
            if not mine.rect().contains(at):
                mine.close()
        elif event.type() == QEvent.Type.Resize:  # which the window itself hears after this
            QTimer.singleShot(0, self, self._overlay.stay)
        return False


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app

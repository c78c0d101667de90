"""The window on the screen: it shows a picture of itself until there are panes to put into it.

What stands in it is `window`'s.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize
from PySide6.QtGui import QCloseEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.parts import events, screens
from gui.parts.later import later
from gui.startup.asked import App
from gui.startup.picture import Picture
from gui.startup.places import Places

if TYPE_CHECKING:
    from gui.window import Window

NAME = "org.meipi.Meipi"
USUAL = QSize(1280, 800)
MARGINS = QSize(0, 40)  # for its title, on a screen that is as small
PATIENCE = 500  # milliseconds, for a screen that shows nothing


def application() -> QApplication:
    """Make the application, not dressed yet."""
    events.keep_plain()
    app = QApplication.instance() or App([sys.argv[0], "-style", "fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Meipi")
    app.setDesktopFileName(NAME)
    _name_for_the_taskbar()
    return app


def _name_for_the_taskbar() -> None:
    """Have Windows show Meipi's own icon there: it would take the window for one of Python's."""
    if sys.platform == "win32":
        import ctypes  # only there

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(NAME)


class Frame(QMainWindow):
    """What the desktop knows as Meipi's window, whatever library is shown in it."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture
        self.first: QImage | None = None
        self.true = False  # whether that is what the panes are going to show
        self._library: Path | None = None  # of which something is to be seen first
        self._window: Window | None = None
        self._waiting = QEventLoop(self)
        self._patience = later(self, PATIENCE, self._waiting.quit)
        self.resize(USUAL.boundedTo(screens.space() - MARGINS))
        Places().restore_frame(self)

    def show_first(self, library: Path) -> None:
        """Show what this library showed last, else the window without it, until that is seen."""
        self.setWindowTitle(f"{library.stem} — {QApplication.applicationName()}")
        whole = self.picture.of(library)
        self.true, self._library = whole is not None, library
        self.first = whole or self.picture.bare()
        if self.first is not None:
            self.first.setDevicePixelRatio(self.devicePixelRatio())
        self.show()
        self._patience.start()
        self._waiting.exec()

    def _paint_first(self, painter: QPainter, library: Path) -> None:
        if self.first is not None and self._fits(self.first):
            painter.drawImage(0, 0, self.first)
        else:
            self.picture.sketch(painter, self.size(), library)

    def _fits(self, picture: QImage) -> bool:
        return picture.deviceIndependentSize().toSize() == self.size()

    def hold(self, window: "Window") -> None:
        """Show a window's panes, and close when it is closed."""
        self.first, self._library, self._window = None, None, window
        self.setWindowTitle(window.windowTitle())
        window.windowTitleChanged.connect(self.setWindowTitle)
        window.installEventFilter(self)
        has_keys = window.focusWidget()
        self.setCentralWidget(window)
        window.show_text_size()  # which a new parent takes from the title
        window.show()
        if has_keys:  # which it has no more under a new parent
            has_keys.setFocus()
        self.show()

    def let_go(self, window: "Window") -> bool:
        """Close a window's panes and stay for others; tell whether the reader lets it."""
        window.removeEventFilter(self)
        if window.close():
            self._window = None
            return True
        window.installEventFilter(self)
        return False

    # Qt's questions

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._library is not None:
            with QPainter(self) as painter:
                self._paint_first(painter, self._library)
            self._patience.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """Tell what stands in it as well that the reader came back: Qt tells the frame alone."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._window:
            QApplication.sendEvent(self._window, QEvent(QEvent.Type.ActivationChange))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HideToParent:
            self.close()
            self._window = None  # what is closed is soon gone, and hears no more
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._window and not self._window.isHidden() and not self._window.close():
            event.ignore()

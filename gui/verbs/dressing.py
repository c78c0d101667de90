"""The verbs of how the window looks: theme, size of text, length of lines, strokes under marks."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from gui import theme
from gui.look import sizing
from gui.parts import in_sight, strokes
from gui.verbs.remember import remember

if TYPE_CHECKING:
    from gui.window import Window

NOTCH = 120  # eighths of a degree


class Dressing(QObject):
    """The commands about looks, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._turned = 0  # by the wheel, less than a notch
        strokes.apply(settings.underlines)
        window.insights.set_lines(settings.lines)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    # Themes

    def light(self) -> None:
        self._dress("light")

    def dark(self) -> None:
        self._dress("dark")

    def contrast_light(self) -> None:
        self._dress("contrast_light")

    def contrast_dark(self) -> None:
        self._dress("contrast_dark")

    def system(self) -> None:
        self._dress("system")

    def _dress(self, mode: str) -> None:
        self._prefer("theme", mode)
        self.dress(mode)

    def _follow_system(self) -> None:
        if self._settings.theme == "system":
            self.dress("system")

    def dress(self, mode: str) -> None:
        """Show all in this theme; what lists and trees hold is as high in each."""
        with self._still(), sizing.kept():
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            theme.apply(app, theme.mode(mode))
        self._window.show_state()

    @contextmanager
    def _still(self) -> Iterator[None]:
        """Have articles and claims laid out once, after all that is done meanwhile."""
        window = self._window
        with ExitStack() as still:
            still.enter_context(window.articles.list.dressing())
            for pane in window.panes.all():
                still.enter_context(pane.view.dressing())
            yield

    # Text

    def larger(self) -> None:
        self.size_text(sizing.step(1))

    def smaller(self) -> None:
        self.size_text(sizing.step(-1))

    def usual_size(self) -> None:
        self.size_text(sizing.USUAL)

    def size_text(self, percent: int) -> None:
        """Have all text so large, in hundredths of the usual size."""
        self._prefer("text", percent)
        with in_sight.kept(self._window), self._still():
            sizing.apply(percent)
            self._window.show_text_size()
            in_sight.make_room()

    def turn(self, eighths: int) -> None:
        """Have text follow a wheel, a size for each notch; told in eighths of a degree."""
        self._turned += eighths
        notches = int(self._turned / NOTCH)
        if notches:
            self._turned -= notches * NOTCH
            self.size_text(sizing.step(notches))

    def lines_narrow(self) -> None:
        self._set_lines("narrow")

    def lines_medium(self) -> None:
        self._set_lines("medium")

    def lines_full(self) -> None:
        self._set_lines("full")

    def _set_lines(self, name: str) -> None:
        self._prefer("lines", name)
        for pane in self._window.panes.all():
            pane.set_lines(name)
        self.show_state()

    # Marks

    def underline_styles(self) -> None:
        """Underline every colour in its own way, or none."""
        self.underline("never" if strokes.on() else "always")

    def underline(self, wanted: str) -> None:
        self._prefer("underlines", wanted)
        strokes.apply(wanted)
        self._window.update()
        self.show_state()

    # What is in force

    def show_state(self) -> None:
        """Say in the menu what is in force."""
        actions = self._window.actions_
        actions.tick(theme.mode(self._settings.theme))
        actions.tick(f"lines_{self._settings.lines}")
        actions.tick("underline_styles", on=strokes.on())

    def _prefer(self, name: str, value: object) -> None:
        """Keep a preference, for now and for the next time."""
        if getattr(self._settings, name) == value:
            return
        setattr(self._settings, name, value)
        remember(self._settings, self._window.notice)

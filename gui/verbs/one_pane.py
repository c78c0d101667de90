"""The ways between the list and the text where there is room for one of them at a time.

The one that the keys go to is seen: a click on an article goes on to its text, and Escape, a key
and a button lead back to the list.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QToolBar, QToolButton

if TYPE_CHECKING:
    from gui.window import Window


class OnePane(QObject):
    """The command that leads to the list, for `actions` to tie by its name."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._place: QAction | None = None  # of the button

    def tie(self) -> None:
        """Tie the ways, once the panes are there."""
        window = self._window
        window.articles.list.clicked.connect(self.go_on)
        window.split.came_to_one.connect(self._offer)
        window.split.brought.connect(self._show_claim)
        self._offer(single=window.split.is_single)

    def go_to_list(self) -> None:
        """Let keys go to the list of articles, or to what was found."""
        self._window.show_list()
        self._window.articles.setFocus()

    def go_on(self) -> None:
        """Go on from an article that was clicked to its text, unless several are being chosen."""
        if self._window.split.is_single and not QGuiApplication.keyboardModifiers():
            self._window.panes.take_keys()

    def _show_claim(self) -> None:
        """Show the claim that one is at: behind, the text was laid out for another width."""
        tree = self._window.insights.view
        tree.scrollTo(tree.currentIndex())

    def _offer(self, single: bool) -> None:
        if self._place is None and single:
            self._place = self._make_button()
        if self._place is not None:
            self._place.setVisible(single)

    def _make_button(self) -> QAction:
        window, button = self._window, QToolButton(autoRaise=True)
        bar = window.findChild(QToolBar, "tools")
        assert bar is not None, "the window has its tools"
        button.setDefaultAction(window.actions_["go_to_list"])
        button.setIconSize(bar.iconSize())
        bar.iconSizeChanged.connect(button.setIconSize)
        return bar.insertWidget(bar.actions()[0], button)

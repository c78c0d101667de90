"""Going through highlights that lie over one another, one after the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.parts.binding import key_of
from gui.tongue import tr

if TYPE_CHECKING:
    from gui.window import Window


class Overlapping(QObject):
    """The command that goes through them, for `actions` to tie by its name."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def next_highlight(self) -> None:
        """Choose the next highlight at the caret; where no caret stands, the next of the claim."""
        window, tree = self._window, self._window.insights.view
        here = tree.highlights_at()
        if not here:
            window.notice.say(none_here(in_list=False))
            return
        current = window.inspector.current()
        place = (here.index(current) + 1) % len(here) if current in here else 0
        window.choose_highlight(here[place])
        said = tr("Highlight {place} of {many} here.")
        window.notice.say(said.format(place=place + 1, many=len(here)))


def none_here(*, in_list: bool) -> str:
    """Say that there is no highlight; in the list, where one may mean an article, how that goes."""
    if not in_list:
        return tr("There is no highlight here.")
    told = tr("There is no highlight here. {key} takes the article away.")
    return told.format(key=key_of("take_away", "Ctrl+Backspace"))

"""Accepting what the words of a highlight became in another text of its article.

Never done unasked: a number or a name that changed may be the very thing that was marked.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core import annotate
from core.model import Annotated, Highlight, Passage, Placed
from gui.highlights.words import may_accept
from gui.tongue import tr

if TYPE_CHECKING:
    from gui.window import Window


class Accepting(QObject):
    """The command that does it, for `actions` to tie by its name."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.inspector.accepted.connect(lambda one: self._accept([one]))

    def accept_text(self) -> None:
        """Let the chosen highlights stand where their words changed."""
        self._accept(self._window.inspector.chosen())

    def _accept(self, chosen: Sequence[str]) -> None:
        window, annotated = self._window, self._window.insights.view.annotated
        placed = annotated.placed if annotated else ()
        changed = [one for one in placed if one.highlight.id in chosen and may_accept(one)]
        if not annotated or not changed:
            window.notice.say(tr("Choose a highlight whose words, number or name changed."))
        elif all(window.readers.says_one_place(one.highlight.id) for one in changed):
            window.desk.commit(lambda: annotate.accept(_places(changed, annotated)))


def _places(changed: Sequence[Placed], annotated: Annotated) -> Iterator[tuple[Highlight, Passage]]:
    from core.anchor import describe  # only where a text has changed

    for one in changed:
        if one.near:
            yield one.highlight, describe(annotated.article, *one.near)

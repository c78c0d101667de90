"""What was being written on when another program took it away: what is typed is kept at once.

That brings it back, by the log's own law, and the reader writes on where they were.
"""

from typing import TYPE_CHECKING

from core.errors import NotFound
from gui.tongue import phrase, tr

if TYPE_CHECKING:
    from gui.showing import Showing

BACK = phrase("It was taken away elsewhere meanwhile; what you wrote brought it back.")


def keep_typed(window: "Showing") -> None:
    """Keep what is typed of something that is gone, before what is left is shown."""
    shown = window.insights.view.annotated
    article = shown.article.id if shown else ""
    away = bool(article) and window.desk.reader.row(article) is None
    if away or _is_gone(window):
        window.inspector.flush()
    if away and window.desk.reader.row(article) is not None:
        say(window)


def say(window: "Showing") -> None:
    window.notice.say(tr(BACK))


def _is_gone(window: "Showing") -> bool:
    inspector, reader = window.inspector, window.desk.reader
    shown = inspector.mentioned() if inspector.shows_finding() else inspector.current()
    if not shown:
        return False
    try:
        reader.finding(shown) if inspector.shows_finding() else reader.highlight(shown)
    except NotFound:
        return True
    return False

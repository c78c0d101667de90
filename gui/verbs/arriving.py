"""Articles come onto the shelf: at once where they are few, on a worker where they are much."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from core.change import Change
from core.library import Library
from core.model import Article, Author
from core.progress import Progress
from gui.desk import Desk
from gui.dialogs.words import deed_words
from gui.verbs.lending import PATIENCE, Lending
from gui.work.connection import writing

MANY = 200  # articles, which take about a twentieth of a second
ROWS = 5000  # of these, which take as long
EACH = 5  # revisions that take as long as an article to write


def shelve(
    articles: Sequence[Article],
    desk: Desk,
    lending: Lending,
    done: Callable[[Change], None],
    off: Callable[[], None] | None = None,
) -> None:
    """Add articles as one deed, and hand its change to `done`, one without edits as well.

    `off` hears that the reader calls it off, which only that of many can be.
    """
    reader = desk.reader
    are_many = len(articles) > MANY or sum(len(one.edition.nodes) for one in articles) > ROWS
    if are_many and desk.free and isinstance(reader, Library):
        lending.begin(
            deed_words("import", len(articles)),
            partial(_added, reader.path, reader.author, articles),
            done,
            revisions=len(articles) * EACH,
            many=len(articles),
            patience=PATIENCE,
            off=off,
        )
    elif (change := desk.add(articles)) is not None:
        done(change)


def _added(path: Path, author: Author, articles: Sequence[Article], progress: Progress) -> Change:
    with writing(path, author, progress) as library:
        return library.commit(library.add(articles).change, progress=progress)

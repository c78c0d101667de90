"""The main job where there is no screen: import the sample, mark, conclude, export, picture it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from core import annotate
from core.anchor import describe
from core.cli.screen import speak_utf8
from core.library import Library
from core.model import Article, Author, Colour
from core.samples import sample_texts

if TYPE_CHECKING:
    from gui.window import Window

PATIENCE = 5000  # milliseconds for what is shown to be counted
CLAIM = "10 to 20 years"
READER = Author("00000000-0000-4000-8000-000000000000", "Sample")
TOLD = """There is no display, so the main job was done without one:
  the library   {library}
  the notes     {notes}
  the window    {picture}
`meipi --help` lists what the command line can do.
"""


def run(folder: Path) -> int:
    """Do the main job in a folder, and say where each thing is."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    speak_utf8()
    folder.mkdir(parents=True, exist_ok=True)
    places = {
        "library": folder / "sample.meipi",
        "notes": folder / "sample.md",
        "picture": folder / "window.png",
    }
    with Library(places["library"], READER) as library:
        article = _mark(library)
        _export(library, article, places["notes"])
        with _a_home_of_its_own():
            _picture(library, article, places["picture"])
    sys.stdout.write(TOLD.format(**places))
    return 0


@contextmanager
def _a_home_of_its_own() -> Iterator[None]:
    """Neither stand as the reader's own window stood last, nor remember this one in its place."""
    before = os.environ.get("MEIPI_HOME")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["MEIPI_HOME"] = folder
        try:
            yield
        finally:
            del os.environ["MEIPI_HOME"]
            if before is not None:
                os.environ["MEIPI_HOME"] = before


def _mark(library: Library) -> str:
    """Import the sample, mark what every reader marks first, and give its article."""
    from core.parse import parse_text

    articles = [article for text in sample_texts() for article in parse_text(text).articles]
    library.commit(library.add(articles).change)
    article, node, start = next(_found(articles))
    if not library.annotated(article.id).placed:
        passage = describe(article, node, start, start + len(CLAIM))
        note = "Which of the five steps is the slow one?"
        tags = ("claim/forecast",)
        library.commit(annotate.highlight(passage, Colour.YELLOW, note=note, tags=tags))
        _conclude(library, article)
    return article.id


def _conclude(library: Library, article: Article) -> None:
    """Make a finding on what was marked, with its quantity, and the years it is due in."""
    from core.annotate import findings
    from core.figure import due_of, figure_of
    from core.finding import Evidence
    from core.quantity import quantities

    (placed,) = library.annotated(article.id).placed
    said, published = placed.highlight.passage.quote, article.masthead.published or ""
    (years,) = quantities(said)
    draft = findings.Draft(
        "10–20 years to self-sufficiency",
        (Evidence(placed.highlight.id),),
        figure=figure_of(years, said),
        due=due_of(years, datetime.fromisoformat(published).date()),
        tags=("claim/forecast",),
    )
    library.commit(findings.find(draft, library.tags()))


def _export(library: Library, article: str, place: Path) -> None:
    from core import ledger  # not light either
    from core.export import markdown, write_file  # with its templates, not light

    found, shown = ledger.rows(library), library.annotated(article)
    write_file(place, markdown([shown], findings=found, mine=library.author.id))


def _found(articles: list[Article]) -> Iterator[tuple[Article, int, int]]:
    for article in articles:
        for node in article.edition.nodes:
            if CLAIM in node.text:
                yield article, node.position, node.text.index(CLAIM)


def _picture(library: Library, article: str, place: Path) -> None:
    from core.settings import Settings  # Qt is told of the platform first
    from gui.desk import Desk
    from gui.startup.furnish import dressed
    from gui.window import Window

    settings = Settings(theme="light", zone="UTC")
    app = dressed(settings)
    window = Window(Desk(library), settings)
    window.resize(1280, 800)
    window.articles.choose(article)
    window.choose_highlight(library.annotated(article).placed[0].highlight.id)
    window.show()
    _until_counted(window)
    app.processEvents()
    window.grab().save(str(place))
    window.hide()
    window.deleteLater()


def _until_counted(window: "Window") -> None:
    """Wait for the side bar to tell how much there is, but not for ever."""
    from PySide6.QtCore import QEventLoop, QTimer

    waiting = QEventLoop()
    window.shelving.counted.connect(waiting.quit)
    QTimer.singleShot(PATIENCE, waiting, waiting.quit)
    window.shelving.fill()
    waiting.exec()

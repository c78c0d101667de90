"""An article with three highlights in a real library, and a window's part played by a few lines."""

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library
from core.model import Annotated, Article, Colour, Stance
from gui.highlights import Inspector
from gui.tags import TagChips, TagField
from tests.given import made, passage

YEARS = "A secure supply chain could take 10 to 20 years to build"
OXIDES = "Output of separated oxides outside China stays small"
NOTE = "## Why\n\n**10–20年** is the *optimistic* figure, see [IEA](https://iea.org/x)"


@dataclass
class Place:
    """A library, its article, and the ids of what is marked there."""

    library: Library
    article: Article
    years: str
    oxides: str
    plain: str

    def annotated(self) -> Annotated:
        return self.library.annotated(self.article.id)

    def import_again(self, *texts: str) -> None:
        """Import the article with another text."""
        self.library.commit(self.library.add([made(self.article.title, *texts)]).change)

    def write(self, highlight: str, note: str) -> None:
        """Write a note as another window would."""
        self.library.commit(annotate.note(self.library.highlight(highlight), note))


@pytest.fixture
def place(library: Library) -> Place:
    article = made("中国稀土替代品要找多久", OXIDES, YEARS, "Japan holds stocks for 60 days")
    library.commit(library.add([article]).change)

    def mark(quote: str, **what) -> str:
        change = annotate.highlight(passage(article, quote), known=library.tags(), **what)
        return library.commit(change).edits[0].record

    years = mark(YEARS, colour=Colour.RED, note=NOTE, tags=["claim/forecast", "稀土"])
    oxides = mark("separated oxides", note="plain words", tags=["claim/forecast"])
    library.commit(annotate.judge([library.highlight(years)], Stance.DOUBT))
    return Place(library, article, years, oxides, mark("60 days"))


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    inspector = Inspector(lambda: (TagField(), TagChips()))
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    with qtbot.waitActive(inspector):
        inspector.show()
    return inspector


@pytest.fixture
def chosen(inspector: Inspector, place: Place) -> Inspector:
    """The inspector, showing the highlight of the years."""
    inspector.show_highlight(place.annotated(), place.years)
    return inspector


@pytest.fixture
def tied(inspector: Inspector, place: Place) -> Inspector:
    """The inspector of a window that keeps what it is told and shows what came of it."""
    library = place.library

    def keep(highlight: str, text: str) -> None:
        library.commit(annotate.note(library.highlight(highlight), text))
        if inspector.current():
            inspector.show_highlight(place.annotated(), inspector.current())
        inspector.note_kept(highlight)

    inspector.noted.connect(keep)
    inspector.show_highlight(place.annotated(), place.years)
    return inspector

"""A deed is told with what it was about, also where that is gone by now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Article
from gui import tongue
from gui.dialogs.history import HistoryDialog
from gui.dialogs.words import done_words
from tests.given import YEARS, made, place


def marked(library: Library, article: Article) -> None:
    """Mark the years, with a tag and a note; make a finding of them, and take them away."""
    library.commit(library.add([article, *(made(f"另一篇 {n}", "Else") for n in range(9))]).change)
    passage = describe(article, *place(article, YEARS))
    library.commit(annotate.highlight(passage, tags=["claim/forecast"], known=library.tags()))
    (one,) = (placed.highlight for placed in library.annotated(article.id).placed)
    library.commit(annotate.note(one, "Who says so?"))
    library.commit(annotate.read({article.id: False}, now=True))
    library.commit(annotate.remove([one]))


def test_deeds_tell_what_they_were_about(library: Library, rare_earths: Article) -> None:
    marked(library, rare_earths)
    library.undo()
    deeds = library.history()
    about = library.subjects(deeds)
    told = [(past.name, about.get(past.id)) for past in deeds]
    assert told[:6] == [
        ("remove", YEARS),
        ("remove", YEARS),
        ("read", "中国稀土替代品要找多久"),
        ("note", YEARS),
        ("highlight", YEARS),
        ("import", None),
    ]


def test_a_deed_nobody_knows_is_said_by_its_name() -> None:
    assert done_words("weigh {anew}", 2) == "Weigh {anew} 2"
    assert done_words("read", 2) == "Marked 2 articles as read"


def test_the_history_says_it(library: Library, rare_earths: Article, qapp: object) -> None:
    marked(library, rare_earths)
    dialog = HistoryDialog(library)
    model = dialog.list.model()
    rows = [[model.index(row, column).data() for column in (0, 1)] for row in range(3)]
    assert rows == [
        ["Remove highlight", YEARS],
        ["Mark as read", "中国稀土替代品要找多久"],
        ["Note", YEARS],
    ]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Of what"
    dialog.close()


@pytest.mark.parametrize(("language", "said"), [("en", "undone"), ("zh", "已撤销")])
def test_what_is_undone_says_so(
    library: Library, rare_earths: Article, qapp: QApplication, language: str, said: str
) -> None:
    marked(library, rare_earths)
    library.undo()
    tongue.wear(qapp, language)
    dialog = HistoryDialog(library)
    model = dialog.list.model()
    assert [model.index(row, 4).data() for row in range(3)] == ["", said, ""]
    tongue.wear(qapp, "en")
    dialog.close()


def test_deeds_far_down_say_it_too(library: Library, rare_earths: Article, qapp: object) -> None:
    library.commit(library.add([rare_earths]).change)
    for number in range(120):
        library.commit(annotate.keep_search(f"{number}", f"copper {number}"))
    dialog = HistoryDialog(library)
    model = dialog.list.model()
    assert [model.index(row, 1).data() for row in (0, 49, 50, 99, 100, 119)] == [
        f"copper {119 - row}" for row in (0, 49, 50, 99, 100, 119)
    ]

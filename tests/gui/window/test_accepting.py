"""Where a number or a name changed under a highlight, the new text is shown and accepted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import annotate
from core.anchor import describe
from core.check import check
from core.library import Library
from core.model import Anchoring, Article, Placed
from gui.window import Window
from tests.given import made

WORDS = "A secure line outside China could take 10 to 20 years to build, says the report"


@pytest.fixture
def marked(window: Window) -> tuple[Article, str]:
    """An article and a highlight of all that one claim says."""
    article = made("产业链", "Inventories of copper fell for three weeks", WORDS)
    add(window, article)
    node = next(node for node in article.edition.nodes if node.text == WORDS)
    passage = describe(article, node.position, 0, len(WORDS))
    change = window.desk.commit(lambda: annotate.highlight(passage, note="why?"))
    assert change is not None
    return article, change.edits[0].record


def add(window: Window, article: Article) -> None:
    reader = window.desk.reader
    assert isinstance(reader, Library)
    window.desk.commit(lambda: reader.add([article]).change)
    window.articles.choose(article.id)


def change(window: Window, article: Article, old: str, new: str) -> None:
    texts = [node.text.replace(old, new) for node in article.edition.nodes if node.text]
    add(window, made(article.title, *texts[1:]))


def placed(library: Library, article: Article) -> Placed:
    return library.annotated(article.id).placed[0]


def by_key(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_A)


def by_menu(window: Window) -> None:
    window.actions_["accept_text"].trigger()


def by_button(window: Window) -> None:
    QTest.mouseClick(window.inspector.detail().quote.accept, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", [by_key, by_menu, by_button])
@pytest.mark.parametrize(
    "became",
    [
        ("20 years", "30 years", Anchoring.NUMBER_CHANGED),
        ("China", "Chile", Anchoring.NAME_CHANGED),
    ],
)
def test_what_a_number_or_a_name_became_is_accepted_and_taken_back(
    window: Window,
    library: Library,
    marked: tuple[Article, str],
    way: Callable[[Window], None],
    became: tuple[str, str, Anchoring],
) -> None:
    (article, mark), (old, new, anchoring) = marked, became
    change(window, article, old, new)
    assert placed(library, article).anchoring is anchoring
    window.choose_highlight(mark)
    assert new in window.inspector.detail().quote.now.text()
    way(window)
    now = placed(library, article)
    assert (now.anchoring, now.highlight.note) == (Anchoring.SAME, "why?")
    assert now.highlight.passage.quote == WORDS.replace(old, new)
    assert not window.inspector.detail().quote.accept.isVisible()
    assert window.notice.text().startswith("Accepted the new text.")
    window.actions_["undo"].trigger()
    assert placed(library, article).anchoring is anchoring
    assert placed(library, article).highlight.passage.quote == WORDS
    assert check(library.path).findings == ()


def test_where_nothing_changed_there_is_nothing_to_accept(
    window: Window, library: Library, marked: tuple[Article, str]
) -> None:
    seq = library.last_seq()
    window.choose_highlight(marked[1])
    by_key(window)
    assert library.last_seq() == seq
    assert "whose words, number or name changed" in window.notice.text()

"""How Chinese is shown: in another script and with pinyin, and every place stays where it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Article, Colour
from core.settings import Settings, load
from gui import theme
from gui.parts import chinese
from gui.window import Window
from tests.given import made
from tests.gui.mouse import drag, is_painted
from tests.gui.searched import lines, search
from tests.gui.window.conftest import Open, settings_of_anna

CLAIM = "看😀𠮷野家, e\u0301te\u0301: 中国的头发与气候变化, 一个人口"
WORDS = "头发与气候"
TURNED = "看😀𠮷野家, e\u0301te\u0301: 中國的頭髮與氣候變化, 一個人口"


@pytest.fixture(autouse=True)
def as_written() -> Iterator[None]:
    yield
    chinese.apply(Settings())


@pytest.fixture
def article(library: Library) -> Article:
    one = made("中国气候变化的账本", CLAIM, "No word of it here")
    library.commit(library.add([one, made("Copper", "Only English")]).change)
    return one


@pytest.fixture
def window(open_window: Open, library: Library, article: Article) -> Window:
    window = open_window(library)
    window.articles.choose(article.id)
    window.insights.view.setFocus()
    window.insights.view.go_to(1)
    window._reading.stop()
    return window


def seen(window: Window) -> str:
    """Give the claim as it is laid out."""
    view = window.insights.view
    return view._drawn.laid(view._rows.at(1)).text.text()


def title_seen(window: Window) -> str:
    title = window.insights.heading.title
    return title._lay(title.width()).text.text()


def span(words: str = WORDS) -> tuple[int, int]:
    return CLAIM.index(words), CLAIM.index(words) + len(words)


def test_claims_titles_and_the_list_are_shown_in_the_script_chosen(window: Window) -> None:
    window.actions_["script_traditional"].trigger()
    assert seen(window) == TURNED
    assert title_seen(window) == "中國氣候變化的賬本"
    view = window.articles.list
    card = view.articles.card(view.position() or 0)
    assert card
    assert view.painter._lay(card, 300).title.text() == "中國氣候變化的賬本"
    window.actions_["script_simplified"].trigger()
    assert seen(window) == CLAIM


def test_words_marked_in_another_script_are_those_that_were_written(
    window: Window, library: Library, article: Article
) -> None:
    window.actions_["script_traditional"].trigger()
    drag(window.insights.view, 1, *span())
    QTest.keyClick(window.insights.view, Qt.Key.Key_H)
    (placed,) = library.annotated(article.id).placed
    assert placed.highlight.passage.quote == WORDS
    assert (placed.start, placed.end) == span()


@pytest.mark.parametrize("script", ["script_written", "script_simplified", "script_traditional"])
def test_a_highlight_is_painted_where_it_is_in_every_script(window: Window, script: str) -> None:
    drag(window.insights.view, 1, *span("一个人口"))
    QTest.keyClick(window.insights.view, Qt.Key.Key_H)
    window.choose_highlight(None)
    window.actions_[script].trigger()
    assert is_painted(window.insights.view, 1, span("一个人口"), theme.fill(Colour.YELLOW))
    assert not is_painted(window.insights.view, 1, span("变化, "), theme.fill(Colour.YELLOW))


def test_words_chosen_stay_chosen_when_the_script_changes(window: Window) -> None:
    drag(window.insights.view, 1, *span())
    window.actions_["script_traditional"].trigger()
    passage = window.insights.view.passage()
    assert passage
    assert passage.quote == WORDS


def test_what_is_copied_is_what_was_written(window: Window) -> None:
    window.actions_["script_traditional"].trigger()
    board = QGuiApplication.clipboard()
    drag(window.insights.view, 1, *span())
    window.actions_["copy"].trigger()
    assert board.text() == WORDS
    title = window.insights.heading.title
    title.setFocus()
    QTest.mouseDClick(title, Qt.MouseButton.LeftButton)
    window.actions_["copy"].trigger()
    assert board.text() == "中国气候变化的账本"


def test_what_was_found_is_shown_in_the_script_with_its_marks(window: Window, qtbot) -> None:
    window.actions_["script_traditional"].trigger()
    found = search(window.articles, qtbot, "气候").view
    line = next(one for one in lines(window) if one.row is not None)
    piece = found.painter.laid(line)
    (start, long), *_ = piece.marks
    coded = piece.text.text().encode("utf-16-le")
    assert coded[2 * start : 2 * (start + long)].decode("utf-16-le") == "氣候"


def test_a_search_lights_the_same_words_in_every_script(window: Window, qtbot) -> None:
    window.actions_["script_traditional"].trigger()
    search(window.articles, qtbot, "头发")
    window.articles.step(0)
    window.articles._tell_place()
    lit = window.insights.view._drawn.lit
    assert all(CLAIM[i:j] == "头发" for i, j in lit.get(1, ()))


def test_the_script_and_pinyin_are_remembered(window: Window) -> None:
    window.actions_["script_traditional"].trigger()
    window.actions_["show_pinyin"].trigger()
    assert (load().script, load().pinyin) == ("traditional", True)
    assert window.actions_["script_traditional"].isChecked()
    assert window.actions_["show_pinyin"].isChecked()


def test_a_window_opens_as_it_was_left(open_window: Open, library: Library, article) -> None:
    kept = settings_of_anna()
    kept.script, kept.pinyin = "traditional", True
    window = open_window(library, kept)
    window.articles.choose(article.id)
    assert title_seen(window) == "中國氣候變化的賬本"
    assert window.actions_["show_pinyin"].isChecked()


def test_settings_of_a_newer_meipi_show_chinese_as_written(open_window: Open, library: Library):
    article = made("中國氣候", CLAIM)
    library.commit(library.add([article]).change)
    kept = settings_of_anna()
    kept.script = "seal"
    window = open_window(library, kept)
    window.articles.choose(article.id)
    assert title_seen(window) == article.title
    assert window.actions_["script_written"].isChecked()


def test_pinyin_stands_over_titles_and_rows_grow(window: Window) -> None:
    title, view = window.insights.heading.title, window.articles.list
    before = view.sizeHintForRow(0), title.heightForWidth(400)
    window.actions_["show_pinyin"].trigger()
    ruby = title._lay(400).ruby
    assert ruby
    said = [one.said for one in ruby.over]
    assert said == ["zhōng", "guó", "qì", "hòu", "biàn", "huà", "de", "zhàng", "běn"]
    assert view.sizeHintForRow(0) > before[0]
    assert title.heightForWidth(400) > before[1]
    window.actions_["show_pinyin"].trigger()
    assert (view.sizeHintForRow(0), title.heightForWidth(400)) == before


def test_a_space_stands_between_chinese_and_latin_until_the_view_menu_says_no(
    window: Window,
) -> None:
    window.insights.heading.title.show_text("中国2025")
    title = window.insights.heading.title
    wide = title._lay(400).text.lineAt(0).naturalTextWidth()
    window.actions_["show_space"].trigger()
    assert load().spaced is False
    assert not window.actions_["show_space"].isChecked()
    assert title._lay(400).text.lineAt(0).naturalTextWidth() < wide
    window.actions_["show_space"].trigger()
    assert load().spaced is True


def test_what_is_quoted_has_the_space_too(open_window: Open, library: Library) -> None:
    article = made("稀土", "中国在2025年")
    library.commit(library.add([article]).change)
    mark = library.commit(annotate.highlight(describe(article, 1, 0, 8), Colour.RED))
    window = open_window(library)
    window.articles.choose(article.id)
    window.choose_highlight(mark.edits[0].record)
    words = window.inspector.detail().quote.text.document()
    wide = words.idealWidth()
    window.actions_["show_space"].trigger()
    assert words.idealWidth() < wide
    assert words.toPlainText() == "中国在2025年"


def test_an_english_title_has_no_pinyin(window: Window) -> None:
    window.actions_["show_pinyin"].trigger()
    title = window.insights.heading.title
    title.show_text("Copper")
    assert title._lay(400).ruby is None

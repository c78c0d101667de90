"""Links in notes: written with `[[`, followed by a click, told where they lead, and exported."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest

from core import annotate, ledger
from core.annotate import findings
from core.export import markdown, write_notes
from core.finding import Evidence
from core.library import Library
from core.link import LENGTH, address, linked, written
from core.model import Article, Body
from core.outline import compose
from core.search import search
from gui import work
from gui.highlights.note_pane import NotePane
from gui.parts.lines import first_line
from gui.window import Window
from tests.generate import mark
from tests.given import ANNA, made

Key = Qt.Key


@pytest.fixture
def marked(library: Library, article: Article) -> str:
    """A highlight of the article."""
    return library.commit(mark(article)).edits[0].record


@pytest.fixture
def other(library: Library) -> str:
    """A highlight of another article."""
    another = made("日本的磁铁", "Magnets without dysprosium are five years away")
    library.commit(library.add([another]).change)
    return library.commit(mark(another)).edits[0].record


def note_of(window: Window, highlight: str) -> NotePane:
    """Go to the note of a highlight."""
    article = window.desk.reader.highlight(highlight).passage.article
    window.readers.show_article(article)
    window.choose_highlight(highlight)
    note = window.inspector.detail().note
    note.editor.setFocus()
    return note


def offered(qtbot, note: NotePane, typed: str) -> list[str]:
    """Type, and give what is offered for it."""
    note.editor.insertPlainText(typed)
    qtbot.waitUntil(lambda: not note.completion._pause.isActive() and not work._running)
    rows = note.completion.list
    return [rows.item(n).text() for n in range(rows.count())] if rows.isVisible() else []


def test_what_holds_the_words_is_offered_and_written_as_a_link(
    qtbot, window, library, marked, other
):
    quote = library.highlight(other).passage.quote
    note = note_of(window, marked)
    assert f"Highlight: {quote}" in offered(qtbot, note, "see [[dysprosium magnets")
    qtbot.keyClick(note.editor, Key.Key_Return)
    assert note.editor.toPlainText() == f"see {written(other, quote)}"
    assert not note.completion.is_open()
    note.flush()
    assert list(linked(library.highlight(marked).note)) == [(other[:LENGTH], quote)]


def test_titles_and_findings_are_offered_too(qtbot, window, library, article, marked, other):
    library.commit(
        findings.find(findings.Draft("Magnets in five years", evidence=(Evidence(other),)))
    )
    note = note_of(window, marked)
    own = library.highlight(marked).passage.quote
    assert f"Highlight: {own}" not in offered(qtbot, note, "[[")
    note.editor.clear()
    assert offered(qtbot, note, "[[日本") == ["Article: 日本的磁铁"]
    qtbot.keyClick(note.editor, Key.Key_Escape)
    assert not note.completion.is_open()
    assert note.editor.hasFocus()
    assert offered(qtbot, note, "的") == []  # what was let be stays so
    note.editor.clear()
    assert "Finding: Magnets in five years" in offered(qtbot, note, "[[magnets")
    note.flush()


def test_arrows_choose_among_what_is_offered_and_escape_puts_it_away(
    qtbot, window, library, marked, other
):
    made_one = library.commit(findings.find(findings.Draft("Magnets in five years")))
    note = note_of(window, marked)
    names = offered(qtbot, note, "[[magnets")
    assert len(names) > 1
    qtbot.keyClick(note.editor, Key.Key_Up)
    assert note.completion.list.currentRow() == len(names) - 1
    qtbot.keyClick(note.editor, Key.Key_Down)
    qtbot.keyClick(note.editor, Key.Key_Escape)
    assert not note.completion.is_open()
    assert note.editor.toPlainText() == "[[magnets"
    assert offered(qtbot, note, " in") == []
    note.editor.clear()
    place = next(n for n, name in enumerate(offered(qtbot, note, "[[five")) if "Finding" in name)
    for _ in range(place):
        qtbot.keyClick(note.editor, Key.Key_Down)
    qtbot.keyClick(note.editor, Key.Key_Tab)
    finding = made_one.edits[0].record
    assert note.editor.toPlainText() == written(finding, "Magnets in five years")


def test_what_is_offered_goes_once_the_keys_go_elsewhere(qtbot, window, marked, other):
    note = note_of(window, marked)
    assert offered(qtbot, note, "[[日本")
    window.insights.view.setFocus()
    assert not note.completion.is_open()
    note.editor.clear()
    note.flush()


def test_brackets_that_were_closed_before_are_taken_along(qtbot, window, marked, other, library):
    note = note_of(window, marked)
    note.editor.setPlainText("a 𠮷 [[]] b")
    cursor = note.editor.textCursor()
    cursor.setPosition(len("a 𠮷 [[") + 1)  # 𠮷 is two units long for Qt
    note.editor.setTextCursor(cursor)
    offered(qtbot, note, "magnets")
    qtbot.keyClick(note.editor, Key.Key_Tab)
    quote = library.highlight(other).passage.quote
    assert note.editor.toPlainText() == f"a 𠮷 {written(other, quote)} b"
    note.flush()


def test_a_link_in_the_preview_leads_there_and_back(qtbot, window, library, article, marked, other):
    library.commit(annotate.note(library.highlight(marked), f"see {written(other, 'there')}"))
    window.desk.look_again()
    note = note_of(window, marked)
    text = note.preview.text
    assert text.toPlainText() == "see there"
    assert first_line(library.highlight(marked).note) == "see there"
    place = text.cursorRect(text.document().find("there")).center() - QPoint(6, 0)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.inspector.current() == other
    assert window.insights.view.annotated.article.title == "日本的磁铁"
    window.actions_["back"].trigger()
    assert window.insights.view.annotated.article.id == article.id
    assert window.ask.opened == []


def test_a_link_to_what_is_gone_says_so(window, library, marked, other):
    window.desk.remove([other])
    window.inspector.link_clicked.emit(address(other))
    assert window.notice.text().startswith("What this link leads to is no longer here.")


def test_notes_that_link_here_are_told_and_lead_there(qtbot, window, library, marked, other):
    there = findings.find(
        findings.Draft(
            "Both are slow", note=written(other, "so is this"), evidence=(Evidence(marked),)
        )
    )
    library.commit(there)
    library.commit(annotate.note(library.highlight(marked), f"see {written(other, 'there')}"))
    window.desk.look_again()
    note_of(window, other)
    mentions = window.inspector.detail().mentions
    qtbot.waitUntil(lambda: len(mentions.rows) == 2)
    assert mentions._title.text() == "Mentioned in (2)"
    mentions.rows[0].click()
    assert window.inspector.current() == marked
    qtbot.waitUntil(lambda: not mentions.rows)  # nothing links to this one
    note_of(window, other)
    qtbot.waitUntil(lambda: len(mentions.rows) == 2)
    mentions.rows[1].click()
    assert window.inspector.shows_finding()


def test_notes_that_link_to_an_article_are_told_under_its_highlights(
    qtbot, window, library, marked, other
):
    there = library.highlight(other).passage.article
    library.commit(annotate.note(library.highlight(marked), f"see {written(there, '日本的磁铁')}"))
    window.desk.look_again()
    window.readers.show_article(there)
    mentions = window.inspector.page.mentions
    qtbot.waitUntil(lambda: len(mentions.rows) == 1)
    assert mentions.isVisible()
    mentions.rows[0].click()
    assert window.inspector.current() == marked


def test_a_search_reads_the_words_of_a_link_and_not_its_id(library, marked, other):
    library.commit(annotate.note(library.highlight(marked), f"see {written(other, 'gadolinium')}"))
    (hit,) = search(library, "gadolinium").hits
    (row,) = [row for row in hit.rows if row.kind == "note"]
    assert row.text == "see gadolinium"
    assert [row.text[start:end] for start, end in row.marks] == ["gadolinium"]
    assert search(library, "meipi").hits == ()


def test_words_of_a_link_can_neither_end_it_nor_begin_another():
    text = written("3f2a1b2c-4d5e-4111-8888-000000000000", "a ]] [[x|y\n\nz" + "长" * 400)
    ((identity, words),) = linked(f"one {text} two")
    assert identity == "3f2a1b2c-4d5e"
    assert words.startswith("a )) ((x/y z长")
    assert len(words) == 120


@pytest.mark.parametrize("address", ["meipi:../x", "meipi://host/3f2a1b2c-4d5e", "meipi:"])
def test_an_address_that_only_looks_like_a_link_is_not_opened_and_told(window, address):
    window.inspector.detail().note.preview.text.anchorClicked.emit(QUrl(address))
    assert window.ask.opened == []
    assert window.notice.text().startswith("Only pages of the web are opened from here")


def test_a_folder_of_notes_links_its_notes_and_only_those(
    tmp_path, library, article, marked, other
):
    gone = written("ffffffff-ffff-4fff-8fff-ffffffffffff", "what is gone")
    there = library.highlight(other)
    about = written(there.passage.article, "日本的磁铁")
    text = f"{written(other, 'five [years]')}, {about}, {gone}"
    library.commit(annotate.note(library.highlight(marked), text))
    library.commit(
        findings.find(
            findings.Draft("Slow", note=written(marked, "that"), evidence=(Evidence(other),))
        )
    )
    both = [library.annotated(one) for one in (article.id, there.passage.article)]
    files = write_notes(tmp_path, both, findings=ledger.rows(library), mine=ANNA.id)
    first, second, found = (file.read_text("utf-8") for file in files[:3])
    name = files[1].name
    assert f"[five (years)](<{name}#^h-{other[:8]}>), [日本的磁铁](<{name}>), what is gone" in first
    assert f"[that](<{files[0].name}#^h-{marked[:8]}>)" in second
    assert f"[that](<{files[0].name}#^h-{marked[:8]}>)" in found
    alone = markdown(both[:1], mine=ANNA.id)
    assert "five (years), 日本的磁铁, what is gone" in alone


@pytest.mark.parametrize(
    "typed", ["ribendecitie", "rbdct", "riben citie", "ribendct", "magnets RIBEN"]
)
def test_a_title_is_found_by_its_pinyin_and_its_initials(qtbot, window, library, marked, typed):
    titles = ("日本的磁铁 Magnets", "别的文章")
    library.commit(library.add([made(title, "A claim") for title in titles]).change)
    note = note_of(window, marked)
    assert offered(qtbot, note, f"[[{typed}") == ["Article: 日本的磁铁 Magnets"]
    note.editor.clear()
    note.flush()


@pytest.mark.parametrize("typed", ["riben 铜", "riben copper", "锌 ribendecitie"])
def test_a_title_is_not_found_by_a_word_that_it_has_not(qtbot, window, library, marked, typed):
    library.commit(library.add([made("日本的磁铁 Magnets", "A claim")]).change)
    note = note_of(window, marked)
    assert offered(qtbot, note, f"[[{typed}") == []
    note.editor.clear()
    note.flush()


def test_what_is_written_so_goes_before_what_is_only_read_so(qtbot, window, library, marked):
    titles = ("新陶瓷", "A title with xtc in it", "稀土出口", "新陶瓷 2")
    library.commit(library.add([made(title, "稀土产能 is tight") for title in titles]).change)
    library.commit(findings.find(findings.Draft("新陶瓷取代稀土")))
    note = note_of(window, marked)
    finding, first, *rest = offered(qtbot, note, "[[xtc")
    assert (finding, first) == ("Finding: 新陶瓷取代稀土", "Article: A title with xtc in it")
    assert sorted(rest) == ["Article: 新陶瓷", "Article: 新陶瓷 2", "Article: 稀土出口"]
    note.editor.clear()
    note.flush()


def test_the_address_an_article_came_with_is_opened_by_a_key(window, library):
    plain = made("铜", "A claim")
    there = replace(made("稀土", "A claim").masthead, url="https://example.org/稀土")
    linked = compose(there, plain.edition.nodes, plain.edition.text, Body.SUMMARY)
    window.desk.add([plain, linked])
    window.articles.choose(linked.id)
    QTest.keyClick(window.insights.view, Qt.Key.Key_B)
    assert window.ask.opened == ["https://example.org/稀土"]
    window.articles.choose(plain.id)
    window.actions_["original"].trigger()
    assert window.notice.text() == "This article came without an address."
    assert len(window.ask.opened) == 1


@pytest.mark.parametrize("address", ["ftp://example.org/稀土.pdf", "file:///etc/passwd", "nowhere"])
def test_an_address_that_is_not_opened_is_told(window, address):
    there = replace(made("稀土", "A claim").masthead, url=address)
    plain = made("稀土", "A claim").edition
    linked = compose(there, plain.nodes, plain.text, Body.SUMMARY)
    window.desk.add([linked])
    window.articles.choose(linked.id)
    QTest.keyClick(window.insights.view, Qt.Key.Key_B)
    assert window.ask.opened == []
    assert window.notice.text().endswith(f"not this address: {address}")


def test_the_brackets_that_a_chinese_input_method_writes_begin_a_link_too(
    qtbot, window, library, marked, other
):
    note = note_of(window, marked)
    note.editor.setPlainText("见 】】。")
    cursor = note.editor.textCursor()
    cursor.setPosition(2)
    note.editor.setTextCursor(cursor)
    assert offered(qtbot, note, "【【dysprosium magnets")
    qtbot.keyClick(note.editor, Key.Key_Return)
    there = library.highlight(other)
    assert note.editor.toPlainText() == f"见 {written(there.id, there.passage.quote)}。"

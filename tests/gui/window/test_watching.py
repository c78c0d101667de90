"""What comes by itself: pages saved in a folder, entries of a feed."""

import json
import sqlite3
from base64 import b64encode
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import annotate
from core.library import Library
from core.watch import kept
from core.watch.kept import Told
from gui import work
from gui.dialogs.preferences import PreferencesDialog
from gui.dialogs.watched import WatchedList
from gui.verbs.arriving import MANY
from gui.window import Window
from tests.parse.test_feed import ATOM
from tests.watch.conftest import Server, server

assert server
SHIPS = """<html><body><h1>海运</h1><div>新华社· {}</div>
<div>Core Insights - Rates fell by 5% [1] - Ships wait [2]</div></body></html>"""
#: A page as a browser saves it on such a day.
SAVED = """From: <Saved by Blink>
Date: Sat, {} Nov 2025 09:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related; boundary="B"

--B
Content-Type: text/html
Content-Transfer-Encoding: base64

{}
--B--
"""
PAGE = "# Magnets\n\n### Supply\n- Five years {0} [1]\n- Ten years [2]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Downloads"
    place.mkdir()
    (place / "old.md").write_text(PAGE.format("before"), "utf-8")
    return place


@pytest.fixture
def watched(qtbot, window: Window, folder: Path, monkeypatch) -> Window:
    """The window, watching the folder, with what was there before seen."""
    monkeypatch.setattr("gui.verbs.watching.SETTLED", 1)
    window.watching._settling.setInterval(1)
    window._settings.folders = [str(folder)]
    window.watching.begin()
    qtbot.waitUntil(lambda: str(folder) in window.watching.kept.places)
    return window


def test_a_folder_is_chosen_from_the_preferences_and_watched(qtbot, window, folder):
    field = places(page(window), "folders")
    field.add.click()  # and none chosen
    assert window._settings.folders == []
    window.ask.folder = folder
    for _ in range(2):
        field.add.click()
    assert window._settings.folders == [str(folder)]
    assert [row.place for row in field.rows] == [str(folder)]
    qtbot.waitUntil(lambda: str(folder) in window.watching.kept.places)


def titles(library: Library) -> list[str]:
    return [card.title for card in library.cards(library.order())]


def page(window: Window) -> PreferencesDialog:
    window.actions_["preferences"].trigger()
    return next(one for one in window.findChildren(PreferencesDialog) if one.isVisible())


def places(dialog: PreferencesDialog, name: str) -> WatchedList:
    field = dialog.rows[name].field
    assert isinstance(field, WatchedList)
    return field


def test_a_page_saved_in_the_folder_arrives_unread_and_is_told(qtbot, watched, folder, library):
    before, shown = library.count(), watched.insights.view.annotated.article.id
    (folder / "new.md").write_text(PAGE.format("from now"), "utf-8")
    qtbot.waitUntil(lambda: watched.notice.text() == "1 new article from Downloads.")
    assert library.count() == before + 1
    card = next(one for one in library.cards(library.order()) if one.title == "Magnets")
    assert not card.read
    assert watched.insights.view.annotated.article.id == shown  # nobody is led away
    watched.notice.undo.click()
    assert library.count() == before


def test_many_at_once_come_on_a_worker_and_are_one_undo(qtbot, watched, folder, library):
    before = library.count()
    lines = (json.dumps({"title": f"Article {n}", "summary": "Text"}) for n in range(MANY + 1))
    (folder / "many.jsonl").write_text("\n".join(lines), "utf-8")
    qtbot.waitUntil(lambda: watched.notice.text() == f"{MANY + 1} new articles from Downloads.")
    assert library.count() == before + MANY + 1
    watched.notice.undo.click()
    qtbot.waitUntil(lambda: library.count() == before)


@pytest.mark.parametrize("called_off", [True, False])
def test_many_that_are_called_off_do_not_come_again_and_those_that_failed_do(
    qtbot, watched, folder, library, monkeypatch, called_off
):
    monkeypatch.setattr("gui.verbs.arriving.MANY", 1)
    before, seen, watching = library.count(), watched.watching.kept.files, watched.watching
    for name in ("one", "two"):
        (folder / f"{name}.md").write_text(PAGE.format(name).replace("Magnets", name), "utf-8")
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        qtbot.waitUntil(lambda: not watched.desk.free)
        if called_off:
            watched.turning.lending._waiting.cancel.click()
        qtbot.waitUntil(lambda: watched.desk.free, timeout=20_000)
        assert len(seen) == (3 if called_off else 1)
        assert library.count() == before
    watching.look()
    qtbot.waitUntil(lambda: len(seen) == 3)
    qtbot.waitUntil(lambda: watched.desk.free and not watching._busy)
    assert library.count() == before + (0 if called_off else 2)


def test_what_was_in_the_folder_stays_there_and_each_text_comes_once(
    qtbot, watched, folder, library
):
    before = library.count()
    (folder / "one.md").write_text(PAGE.format("a"), "utf-8")
    (folder / "same.md").write_text(PAGE.format("a"), "utf-8")
    (folder / "picture.png").write_bytes(b"x")
    (folder / ".hidden.md").write_text(PAGE.format("b"), "utf-8")
    seen = watched.watching.kept.files
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert library.count() == before + 1
    assert sorted(Path(one).name for one in seen) == ["old.md", "one.md", "same.md"]
    assert kept.load().files == seen


def test_a_file_that_is_still_being_written_is_waited_for(qtbot, watched, folder, library):
    before, watching = library.count(), watched.watching
    watching._settling.setInterval(10**6)
    with (folder / "slow.md").open("w", encoding="utf-8") as file:
        for part in ("# Magnets\n\n### Supply\n", "- Five years [1]\n", "- Ten years [2]\n"):
            file.write(part)
            file.flush()
            watching.look()
            qtbot.waitUntil(lambda: not watching._busy)
            assert library.count() == before
    watching.look()
    qtbot.waitUntil(lambda: library.count() == before + 1)


def test_what_was_undone_or_taken_away_does_not_come_back(qtbot, watched, folder, library):
    before = library.count()
    (folder / "new.md").write_text(PAGE.format("x"), "utf-8")
    qtbot.waitUntil(lambda: library.count() == before + 1)
    watched.notice.undo.click()
    (folder / "new.md").write_text(PAGE.format("x") + "\n", "utf-8")
    seen, path = watched.watching.kept.files, str(folder / "new.md")
    mark = seen[path]
    watched.watching.look()
    qtbot.waitUntil(lambda: seen[path] != mark)
    assert library.count() == before


def save(place: Path, day: int, said: str) -> None:
    shown = b64encode(SHIPS.format(said).encode()).decode()
    place.write_text(SAVED.format(day, shown), "utf-8")


def test_what_was_taken_away_is_known_again_by_another_reading_of_its_time(
    qtbot, watched, folder, library
):
    save(folder / "a.mht", 8, "3小时前")
    qtbot.waitUntil(lambda: "海运" in titles(library))
    (one,) = (card.id for card in library.cards(library.order()) if card.title == "海运")
    watched.desk.commit(lambda: annotate.take_away([one]))
    save(folder / "b.mht", 9, "1天前")
    qtbot.waitUntil(lambda: str(folder / "b.mht") in watched.watching.kept.files)
    qtbot.waitUntil(lambda: not watched.watching._busy)
    assert "海运" not in titles(library)


def test_a_file_with_nothing_in_it_to_read_is_told_beside_the_folder(qtbot, watched, folder):
    dialog = page(watched)
    (folder / "odd.json").write_text("{}", "utf-8")
    state = places(dialog, "folders").rows[0].state
    qtbot.waitUntil(lambda: state.text().startswith("odd.json: There is no article"))
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    watched.watching.look()
    qtbot.waitUntil(lambda: state.text().startswith("This folder cannot be looked at"))
    qtbot.waitUntil(lambda: state.height() <= state.heightForWidth(state.width()))
    elsewhere.rename(folder)
    watched.watching.look()
    qtbot.waitUntil(lambda: state.text().startswith("odd.json"))


def test_each_file_with_nothing_to_read_is_told(qtbot, watched, folder):
    dialog = page(watched)
    for name in ("a.json", "b.json"):
        (folder / name).write_text("{}", "utf-8")
    state = places(dialog, "folders").rows[0].state
    qtbot.waitUntil(lambda: "a.json: There is no article" in state.text())
    assert "b.json: There is no article" in state.text()


def test_a_folder_that_is_not_there_yet_is_seen_as_it_is_when_it_comes(
    qtbot, watched, folder, library
):
    before, watching = library.count(), watched.watching
    later = folder.with_name("Later")
    watched._settings.folders = [str(folder), str(later)]
    watching.begin()
    qtbot.waitUntil(lambda: str(later) in watching._away)
    later.mkdir()
    (later / "there.md").write_text(PAGE.format("x"), "utf-8")
    watching.look()
    qtbot.waitUntil(lambda: str(later) in watching.kept.places)
    qtbot.waitUntil(lambda: not watching._busy and not watching._settling.isActive())
    assert library.count() == before


def test_what_came_while_meipi_was_closed_is_found_at_the_next_start(
    qtbot, window, folder, library
):
    seen = {str(folder / "old.md"): "1:1"}  # changed since
    kept.save(kept.Kept(seen, {str(folder): Told(1.0)}))
    window._settings.folders = [str(folder)]
    window.watching._settling.setInterval(1)
    before = library.count()
    window.watching.begin()
    qtbot.waitUntil(lambda: library.count() == before + 1)


def test_nothing_is_watched_or_fetched_by_itself(window, server: Server):
    window.watching.begin()
    assert window.watching._watcher is None
    assert not window.watching._often.isActive()
    assert not window.watching._rarely.isActive()
    assert not window.watching.clipping._hears
    assert server.asked == []


def test_a_feed_that_is_added_is_read_at_once_and_not_again_within_the_hour(
    qtbot, window, library, server: Server
):
    server.answers["/feed"] = (200, {}, ATOM.encode())
    field = places(page(window), "feeds")
    assert field.line is not None
    field.line.setText("not an address")
    assert not field.add.isEnabled()
    field.line.setText(f"{server.address}/feed")
    field.add.click()
    qtbot.waitUntil(lambda: "One" in titles(library))
    assert window.notice.text() == "1 new article from Notes."
    qtbot.waitUntil(lambda: field.rows[0].state.text().startswith("Notes · Looked at"))
    window.watching.begin()
    qtbot.waitUntil(lambda: not window.watching._busy)
    assert len(server.asked) == 1
    assert window._settings.feeds == [f"{server.address}/feed"]


def test_feeds_are_asked_at_once_where_the_reader_asks(qtbot, window, library, server: Server):
    server.answers["/feed"] = (200, {"ETag": "1"}, ATOM.encode())
    window._settings.feeds = [f"{server.address}/feed"]
    window.watching.begin()
    qtbot.waitUntil(lambda: "One" in titles(library) and not window.watching._busy)
    server.answers["/feed"] = (304, {}, b"")
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: window.notice.text() == "Nothing new.")
    server.answers["/feed"] = (200, {}, ATOM.replace("One", "Two").encode())
    window.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: "Two" in titles(library))
    qtbot.waitUntil(lambda: not window.watching._busy)
    assert window.notice.text() == "1 new article from Notes."
    assert len(server.asked) == 3
    server.answers["/feed"] = (200, {}, ATOM.replace("One", "Three").encode())
    window._settings.feeds.append(f"{server.address}/gone")
    window.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: len(server.asked) == 5 and not window.watching._by_hand)
    assert window.notice.text() == "1 new article from Notes.", "and can be undone"
    window._settings.feeds.pop()
    server.answers["/feed"] = (500, {}, b"")
    window.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: window.notice.text() == "1 feed could not be read.")
    window.notice.other.click()
    assert places(page(window), "feeds").isVisible()


def test_who_looks_for_new_articles_and_follows_nothing_is_led_to_the_preferences(window):
    window.actions_["look_now"].trigger()
    assert window.notice.text() == "No folder is watched, and no feed is followed."
    window.notice.other.click()
    assert window.preferring.is_shown()


def test_a_folder_with_nothing_new_is_told_where_the_reader_asks(qtbot, watched, folder, library):
    watched.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: watched.notice.text() == "Nothing new.")
    (folder / "new.md").write_text(PAGE.format("now"), "utf-8")
    watched.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: "Magnets" in titles(library))
    assert watched.notice.text() == "1 new article from Downloads."


def test_a_folder_that_is_gone_is_told_where_the_reader_asks(qtbot, watched, folder):
    folder.rename(folder.with_name("elsewhere"))
    watched.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: not watched.watching._by_hand)
    assert watched.notice.text() == "1 folder could not be looked at."


def test_a_server_that_says_nothing_holds_nobody_up(qtbot, window, server: Server):
    released = Event()

    def silence(_headers):
        released.wait()
        return 200, {}, b""

    server.answers["/feed"] = silence
    window._settings.feeds = [f"{server.address}/feed"]
    window.watching.begin()
    state = places(page(window), "feeds").rows[0].state
    qtbot.waitUntil(lambda: bool(server.asked))
    assert state.text() == "Being looked at…"
    work.end()  # would never come back if it waited for an answer
    released.set()


def test_an_article_taken_away_is_not_brought_back_by_its_feed(
    qtbot, window, library, server: Server
):
    address = f"{server.address}/feed"
    server.answers["/feed"] = (200, {}, ATOM.encode())
    window._settings.feeds = [address]
    window.watching.begin()
    qtbot.waitUntil(lambda: "One" in titles(library))
    one = next(card for card in library.cards(library.order()) if card.title == "One")
    window.desk.commit(lambda: annotate.take_away([one.id]))
    window.watching.kept.places[address] = Told(0.0)
    window.watching.begin()
    qtbot.waitUntil(lambda: window.watching.kept.places[address].when > 0)
    assert "One" not in titles(library)


def test_the_last_error_of_a_feed_is_shown_and_a_removed_feed_is_forgotten(
    qtbot, window, server: Server
):
    field = places(page(window), "feeds")
    field.add_place(f"{server.address}/none")
    qtbot.waitUntil(lambda: "answered 404" in field.rows[0].state.text())
    state = field.rows[0].state
    assert "\nLooked at" in state.text(), "the sentence stands alone"
    qtbot.waitUntil(lambda: state.height() >= state.heightForWidth(state.width()))
    field.rows[0].removed.emit(field.rows[0].place)
    assert field.rows == []
    assert window.watching.kept.places == {}

"""Feeds that are followed: when each is asked, what comes of it, and whom it holds up."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core import annotate, settings
from core.parse.feed import read_feed
from core.watch import kept
from core.watch.kept import Told
from gui import work
from gui.dialogs.watched import AT_ONCE as ROWS
from gui.verbs.following import AT_ONCE
from tests.gui.window.coming import page, places, titles
from tests.parse.test_feed import ATOM
from tests.watch.conftest import Server, server

assert server
UNNAMED = ATOM.replace("<title>Notes</title>", "")
PAGE = "# Magnets\n\n### Supply\n- Five years [1]\n- Ten years [2]\n"


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
    qtbot.waitUntil(lambda: not window.watching._is_at_it())
    assert len(server.asked) == 1
    assert window._settings.feeds == [f"{server.address}/feed"]


def test_feeds_are_asked_at_once_where_the_reader_asks(qtbot, window, library, server: Server):
    server.answers["/feed"] = (200, {"ETag": "1"}, ATOM.encode())
    window._settings.feeds = [f"{server.address}/feed"]
    window.watching.begin()
    qtbot.waitUntil(lambda: "One" in titles(library) and not window.watching._is_at_it())
    server.answers["/feed"] = (304, {}, b"")
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: window.notice.text() == "Nothing new.")
    server.answers["/feed"] = (200, {}, ATOM.replace("One", "Two").encode())
    window.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: "Two" in titles(library))
    qtbot.waitUntil(lambda: not window.watching._is_at_it())
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


def test_servers_that_say_nothing_hold_nobody_up(
    qtbot, window, library, tmp_path: Path, server: Server
):
    released, pool, folder = Event(), QThreadPool.globalInstance(), tmp_path / "Downloads"
    folder.mkdir()
    window.watching._settling.setInterval(1)
    most = pool.maxThreadCount()
    pool.setMaxThreadCount(1)

    def silence(_headers):
        released.wait()
        return 200, {}, b""

    silent = [f"/silent{number}" for number in range(AT_ONCE - 1)]
    server.answers |= dict.fromkeys(silent, silence)
    server.answers |= {"/feed": (200, {}, ATOM.encode()), "/two": (404, {}, b"")}
    window._settings.feeds = [server.address + one for one in (*silent, "/feed", "/two")]
    window._settings.folders = [str(folder)]
    window.watching.begin()
    field = places(page(window), "feeds")
    qtbot.waitUntil(lambda: "One" in titles(library))
    qtbot.waitUntil(lambda: "answered 404" in field.rows[-1].state.text())
    assert {one.state.text() for one in field.rows[:-2]} == {"Being looked at…"}
    qtbot.waitUntil(lambda: str(folder) in window.watching.kept.places)
    (folder / "new.md").write_text(PAGE, "utf-8")
    qtbot.waitUntil(lambda: "Magnets" in titles(library))
    window.close()
    work.end()  # would never come back if it waited for an answer
    pool.setMaxThreadCount(most)
    released.set()


def test_no_more_than_a_few_feeds_are_asked_at_once(qtbot, window, library, server: Server):
    released, asked = Event(), list[int]()

    def silence(_headers):
        asked.append(1)
        released.wait()
        return 404, {}, b""

    feeds = [f"/{number}" for number in range(AT_ONCE + 2)]
    server.answers |= dict.fromkeys(feeds[:-1], silence)
    server.answers[feeds[-1]] = (200, {}, ATOM.encode())
    window._settings.feeds = [server.address + one for one in feeds]
    window.watching.begin()
    qtbot.waitUntil(lambda: len(asked) == AT_ONCE)
    assert window.watching.following.is_asked(server.address + "/0")
    assert not window.watching.following.is_asked(server.address + feeds[-1])
    released.set()
    qtbot.waitUntil(lambda: "One" in titles(library) and len(asked) == AT_ONCE + 1)


def test_news_wait_while_a_large_deed_is_under_way(qtbot, window, library, server: Server):
    server.answers["/feed"] = (200, {"ETag": "1"}, ATOM.encode())
    address = f"{server.address}/feed"
    window.desk.lend()
    window._settings.feeds = [address]
    window.watching.begin()
    qtbot.waitUntil(lambda: bool(server.asked) and not window.watching.following.waits)
    assert "One" not in titles(library)
    window.desk.take_back()
    qtbot.waitUntil(lambda: "One" in titles(library))
    assert window.watching.kept.places[address].etag == "1"


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
    qtbot.waitUntil(lambda: len(server.asked) == 2 and not window.watching._is_at_it())
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


def test_an_entry_that_was_edited_is_the_article_it_was(qtbot, window, library, server: Server):
    entry = ATOM.replace("<title>One", '<link href="/one"/><title>One')
    server.answers["/feed"] = (200, {}, entry.encode())
    window._settings.feeds = [f"{server.address}/feed"]
    window.watching.begin()
    qtbot.waitUntil(lambda: "One" in titles(library))
    edited = entry.replace("2025-11-09", "2025-11-10").replace("whole text", "whole text, mended")
    server.answers["/feed"] = (200, {}, edited.encode())
    window.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: window.notice.text() == "1 article changed in Notes.")
    assert titles(library).count("One") == 1


def test_an_entry_with_another_title_is_the_article_it_was_after_a_restart_too(
    qtbot, window, library, server: Server
):
    told = ATOM.replace("<entry>", "<entry><id>tag:1</id>")
    server.answers["/feed"] = (200, {}, told.encode())
    window._settings.feeds = [f"{server.address}/feed"]
    window.watching.begin()
    qtbot.waitUntil(lambda: "One" in titles(library) and not window.watching._is_at_it())
    window.watching._save_now()
    window.watching._kept = None  # as after a restart
    server.answers["/feed"] = (200, {}, told.replace(">One", ">Two").encode())
    window.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: window.notice.text() == "1 article changed in Notes.")
    assert "Two" not in titles(library)
    (row,) = library.order("One")
    (card,) = library.cards([row])
    assert [n.text for n in library.article(card.id).edition.nodes] == ["Two", "The whole text"]


def test_a_feed_that_moved_for_good_is_asked_where_it_is_now(
    qtbot, window, library, server: Server
):
    old, new = (f"{server.address}{one}" for one in ("/old", "/new"))
    server.answers["/old"] = (301, {"Location": "/new"}, b"")
    server.answers["/new"] = (200, {}, ATOM.encode())
    server.answers["/other"] = (200, {}, ATOM.encode())
    window._settings.feeds = [old, f"{server.address}/other"]
    field = places(page(window), "feeds")
    library.commit(library.add(read_feed(ATOM.encode()).articles).change)
    window.watching.begin()
    qtbot.waitUntil(lambda: window._settings.feeds[0] == new and not window.watching._is_at_it())
    assert settings.load().feeds == window._settings.feeds == [new, f"{server.address}/other"]
    assert window.notice.text() == "Notes moved; it is asked at its new address from now on."
    assert [row.place for row in field.rows] == window._settings.feeds
    qtbot.waitUntil(lambda: field.rows[0].state.text().endswith(f"It moved here from {old}."))
    server.asked.clear()
    window.actions_["look_now"].trigger()
    qtbot.waitUntil(lambda: not window.watching._by_hand)
    assert sorted(path for path, _ in server.asked) == ["/new", "/other"]


def test_a_feed_that_moved_to_one_that_is_followed_is_that_one(qtbot, window, server: Server):
    old, new = (f"{server.address}{one}" for one in ("/old", "/new"))
    server.answers["/old"] = (301, {"Location": "/new"}, b"")
    server.answers["/new"] = (200, {}, ATOM.encode())
    window._settings.feeds = [new, old]
    window.watching.begin()
    qtbot.waitUntil(lambda: window._settings.feeds == [new] and not window.watching._is_at_it())
    assert window.watching.kept.places.keys() == {new}


def test_a_password_is_used_and_nowhere_shown(qtbot, window, library, server: Server, caplog):
    def answer(headers):
        told = headers.get("Authorization") == "Basic YW5uYTpnZWhlaW0="
        return (200, {}, UNNAMED.encode()) if told else (401, {}, b"")

    server.answers["/feed"] = answer
    address = f"{server.address}/feed"
    dialog = page(window)
    field = places(dialog, "feeds")
    assert field.line is not None
    field.line.setText(address.replace("://", "://anna:geheim@"))
    field.add.click()
    qtbot.waitUntil(lambda: "One" in titles(library))
    shown = address.replace("://", "://anna:…@")
    assert window.notice.text() == f"1 new article from {shown}."
    (row,) = field.rows
    qtbot.waitUntil(lambda: "Its password is sent without encryption" in row.state.text())
    assert row.name.accessibleName() == shown
    said = [
        text
        for one in (window, *window.findChildren(QWidget), dialog, *dialog.findChildren(QWidget))
        for text in (one.toolTip(), one.accessibleName(), getattr(one, "text", str)())
    ]
    assert not [text for text in said if "geheim" in text]
    assert not caplog.records


def test_what_a_feed_calls_itself_turns_no_sentence_round(qtbot, window, server: Server):
    server.answers["/feed"] = (200, {}, ATOM.replace("Notes", "N\u202eotes" + "x" * 99).encode())
    field = places(page(window), "feeds")
    field.add_place(f"{server.address}/feed")
    qtbot.waitUntil(lambda: "new article" in window.notice.text())
    assert window.notice.text().startswith("1 new article from N‹U+202E›otes")
    assert window.notice.text().endswith("….")
    qtbot.waitUntil(lambda: field.rows[0].state.text().startswith("N‹U+202E›otes"))


def test_very_many_feeds_are_shown_a_few_at_a_time_in_their_order(qtbot, window):
    field = places(page(window), "feeds")
    many = [f"http://127.0.0.1:9/{number}" for number in range(3 * ROWS)]
    field.show_places(many)
    assert len(field.rows) == ROWS
    qtbot.waitUntil(lambda: [row.place for row in field.rows] == many)
    field.show_places([*many[5:], "http://127.0.0.1:9/last"])
    assert [row.place for row in field.rows] == [*many[5:], "http://127.0.0.1:9/last"]
    assert [field._column.indexOf(row) for row in field.rows] == list(range(len(field.rows)))


def test_what_was_seen_last_is_remembered_also_where_the_window_closes_at_once(
    qtbot, window, server: Server
):
    server.answers["/feed"] = (200, {"ETag": "1"}, ATOM.encode())
    window._settings.feeds = [f"{server.address}/feed"]
    window.watching._saving.setInterval(10**6)
    window.watching.begin()
    qtbot.waitUntil(window.watching._saving.isActive)
    window.close()
    assert kept.load().places[f"{server.address}/feed"].etag == "1"

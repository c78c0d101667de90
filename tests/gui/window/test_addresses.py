"""The addresses of feeds: taken as they are given, told where they are none, shown as a whole."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.dialogs.watched import WatchedList
from gui.look import sizing
from tests.gui.window.coming import page, places


def test_a_long_address_is_cut_to_the_room_there_is_and_whole_when_pointed_at(window):
    sizing.apply(200)
    short, long = "http://127.0.0.1:1/feed", f"http://127.0.0.1:1/{'稀土<b>/' * 40}"
    field = places(page(window), "feeds")
    field.show_places([short, long])
    QApplication.processEvents()
    told = [(row.name.text(), row.name.toolTip()) for row in field.rows]
    assert told[0] == (short, "")
    assert "…" in told[1][0]
    assert told[1][1].count("稀土&lt;b&gt;") == 40


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("example.com/feed", "https://example.com/feed"),
        ("财新.cn", "https://财新.cn"),
        ("feed://127.0.0.1:1/x", "http://127.0.0.1:1/x"),
        ("feed:https://example.com/feed", "https://example.com/feed"),
        (" HTTP://example.com ", "HTTP://example.com"),
        ("example", ""),
        ("example. com", ""),
        ("file:///etc/passwd", ""),
        ("feed:", ""),
    ],
)
def test_an_address_is_taken_as_browsers_and_pages_give_it(qtbot, written, asked):
    field, told = WatchedList("Address of a feed"), list[list[str]]()
    qtbot.addWidget(field)
    field.changed.connect(told.append)
    assert field.line is not None
    field.line.setText(written)
    assert field.add.isEnabled() is bool(asked)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == ([[asked]] if asked else [])


def test_what_is_no_address_is_told_until_it_is_changed(qtbot, window):
    dialog = page(window)
    field = places(dialog, "feeds")
    line = field.line
    assert line is not None
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "ftp://example.com")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.trouble.text() == "A feed has an address that begins with http:// or https://."
    assert field.rows == []
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert dialog.trouble.isHidden()


def test_feeds_that_another_program_followed_come_from_its_file(window, tmp_path: Path):
    window._settings.feeds = ["http://127.0.0.1:1/mine"]
    window.watching._closed = True  # nothing is fetched
    file = tmp_path / "feeds.opml"
    file.write_text("<opml/>", "utf-8")
    dialog = page(window)
    field = places(dialog, "feeds")
    field.file.click()  # and none chosen
    window.ask.feeds_to_import = lambda _parent: file
    field.file.click()
    assert dialog.trouble.text().startswith("This file names no feed.")
    one, more = (
        '<outline xmlUrl="http://127.0.0.1:1/mine"/>',
        '<outline xmlUrl="http://127.0.0.1:1/b"/>',
    )
    file.write_text(f"<opml>{one}{more}</opml>", "utf-8")
    field.file.click()
    assert dialog.trouble.isHidden()
    assert window._settings.feeds == ["http://127.0.0.1:1/mine", "http://127.0.0.1:1/b"]
    assert [row.place for row in field.rows] == window._settings.feeds
    field.file.click()
    assert dialog.trouble.text() == "You follow the feeds of this file already."


def test_of_a_file_with_very_many_feeds_the_first_are_followed_and_that_is_told(
    window, tmp_path: Path
):
    window.watching._closed = True  # nothing is fetched
    file, dialog = tmp_path / "feeds.opml", page(window)
    window.ask.feeds_to_import = lambda _parent: file
    many = "".join(f'<outline xmlUrl="http://127.0.0.1:1/{n}"/>' for n in range(1201))
    file.write_text(f"<opml>{many}</opml>", "utf-8")
    places(dialog, "feeds").file.click()
    assert dialog.trouble.text() == "This file names 1,201 feeds. You follow the first 200."
    assert window._settings.feeds == [f"http://127.0.0.1:1/{n}" for n in range(200)]


def test_what_stays_on_the_list_stays_as_it_is_and_in_the_order_that_is_wanted(window):
    field = places(page(window), "feeds")
    first, second, third = (f"http://127.0.0.1:1/{name}" for name in "abc")
    field.show_places([first, second])
    there = list(field.rows)
    field.show_places([third, second, first])
    QApplication.processEvents()
    assert field.rows[1:] == there[::-1]
    assert sorted(field.rows, key=lambda one: one.y()) == field.rows
    field.show_places([second])
    assert field.rows == there[1:]
    assert not there[0].isVisible()

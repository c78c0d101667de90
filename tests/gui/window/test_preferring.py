"""The preferences: each in force at once, kept for the next start, and given on as a file."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QScrollArea

from core import settings as preferences
from core.errors import Unreadable
from core.library import Library
from core.model import Article
from gui.dialogs.preferences import PreferencesDialog
from gui.verbs.known import known
from gui.window import Window


def opened(window: Window) -> PreferencesDialog:
    window.actions_["preferences"].trigger()
    return next(one for one in window.findChildren(PreferencesDialog) if one.isVisible())


@pytest.fixture
def page(window: Window) -> PreferencesDialog:
    return opened(window)


def choose(page: PreferencesDialog, name: str, value: str | int) -> None:
    box = page.rows[name].field
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def tick(page: PreferencesDialog, name: str) -> None:
    box = page.rows[name].field
    assert isinstance(box, QCheckBox)
    box.click()


def kept() -> dict[str, object]:
    told: dict[str, object] = json.loads(preferences.path().read_text("utf-8"))
    return told


def test_a_theme_is_put_on_at_once_and_kept(page, window):
    choose(page, "theme", "dark")
    assert window.actions_["dark"].isChecked()
    assert kept()["theme"] == "dark"
    choose(page, "theme", "light")


@pytest.mark.parametrize("percent", [100, 200])
def test_at_its_narrowest_nothing_has_to_be_scrolled_sideways(window, percent):
    window.dressing.size_text(percent)
    page = opened(window)
    page.resize(1, 500)
    QApplication.processEvents()
    (area,) = page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert page.width() < 560


def test_the_wheel_chooses_nothing_by_the_way(page):
    box = page.rows["lines"].field
    before, at, none = box.currentIndex(), QPointF(9, 9), Qt.MouseButton.NoButton
    for notch in (-120, 120):
        keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, notch), none, keys, phase, False)
        QApplication.sendEvent(box, event)
        assert not event.isAccepted(), "it is the page's"
    assert box.currentIndex() == before


def test_text_is_as_large_as_was_chosen_on_the_page_itself_too(page, window):
    usual = page.font().pointSizeF()
    choose(page, "text", 150)
    assert window.insights.view._drawn.style_of_text.claim.pointSizeF() == usual * 1.5
    assert page.font().pointSizeF() == usual * 1.5
    assert kept()["text"] == 150
    window.actions_["usual_size"].trigger()
    assert "text" not in kept()


def test_new_highlights_have_the_colour_that_was_chosen(page, window, library, article):
    choose(page, "colour", "blue")
    assert window.actions_["colour_blue"].isChecked()
    window.actions_["highlight"].trigger()
    (placed,) = library.annotated(article.id).placed
    assert placed.highlight.colour == "blue"


def test_times_are_shown_in_the_zone_that_was_chosen(page, window, article):
    byline = window.insights.heading._byline
    written = article.masthead.published
    choose(page, "zone", "written")
    assert byline.text().endswith(written)
    choose(page, "zone", "UTC")
    hour, minute = written[-5:].split(":")
    assert byline.text().endswith(f"{hour}:{minute}")
    choose(page, "zone", "Asia/Shanghai")
    assert byline.text().endswith(f"{(int(hour) + 8) % 24:02}:{minute}")
    assert kept()["zone"] == "Asia/Shanghai"


def test_a_switch_on_the_page_is_the_switch_of_the_menu(page, window):
    tick(page, "pinyin")
    assert window.actions_["show_pinyin"].isChecked()
    assert kept()["pinyin"] is True
    tick(page, "pinyin")
    assert not window.actions_["show_pinyin"].isChecked()


def test_deeds_are_signed_with_the_name_that_was_written(page, window, library: Library):
    line = page.rows["name"].field
    assert isinstance(line, QLineEdit)
    line.setText("Anna 安娜")
    line.editingFinished.emit()
    window.actions_["highlight"].trigger()
    assert [one.name for one in library.authors()] == ["Anna 安娜"]
    assert kept()["name"] == "Anna 安娜"


def test_all_are_there_when_the_page_is_opened_again(page, window):
    page.search.setText("traditional")
    page.close()
    assert all(row.field.isVisible() for row in opened(window).rows.values())


def test_one_can_type_at_once_whenever_the_page_is_opened(page, window):
    page.rows["name"].field.setFocus()
    page.close()
    again = opened(window)
    assert again.focusWidget() is again.search


def test_preferences_are_found_by_their_words_and_choices(page):
    page.search.setText("traditional")
    assert [name for name, row in page.rows.items() if row.field.isVisible()] == ["script"]
    page.search.setText("zzz")
    assert page.nothing.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("opml", "feeds"),
        ("proxy", "feeds"),
        ("rss", "feeds"),
        ("订阅", "feeds"),
        ("dingyue", "feeds"),
        ("font", "text"),
        ("字号", "text"),
        ("timezone", "zone"),
        ("night mode", "theme"),
        ("colour-blind", "underlines"),
        ("剪贴板", "clipboard"),
        ("简繁", "script"),
    ],
)
def test_preferences_are_found_by_what_other_programs_call_them(page, typed, found):
    page.search.setText(typed)
    assert [name for name, row in page.rows.items() if row.field.isVisible()] == [found]


def test_what_a_button_below_does_is_told_where_no_preference_is_called_so(page):
    page.search.setText("shortcuts")
    assert page.nothing.isVisible()
    assert page.nothing.text() == "Below: Keys…"
    page.search.setText("快捷键")
    assert page.nothing.text() == "Below: Keys…"


def test_only_what_is_on_the_page_has_other_names(page):
    assert known("preferences.csv").keys() == page.rows.keys() | page.buttons.keys()


def test_settings_go_from_one_machine_to_another_without_who_and_where(
    page, window, tmp_path: Path, article: Article
):
    choose(page, "colour", "green")
    place = tmp_path / "mine.json"
    window.ask.file_for_settings = lambda _parent: place
    window.ask.settings_to_import = lambda _parent: place
    page.exported.emit()
    told = json.loads(place.read_text("utf-8"))
    assert told["colour"] == "green"
    assert {"author", "name", "library"}.isdisjoint(told)
    assert window.notice.text() == "Settings exported to mine.json."
    window.ask.file_for_settings = lambda _parent: window.desk.reader.path
    before = window.desk.reader.path.read_bytes()
    page.exported.emit()
    assert window.desk.reader.path.read_bytes() == before
    told |= {"colour": "red", "theme": "no such", "keys": {"highlight": ["Ctrl+J"]}}
    place.write_text(json.dumps(told), "utf-8")
    page.imported.emit()
    assert window.actions_["colour_red"].isChecked()
    assert window.actions_["highlight"].shortcut().toString() == "Ctrl+J"
    assert kept()["keys"] == {"highlight": ["Ctrl+J"]}
    assert window.notice.text() == "Settings imported from mine.json."


def test_keys_that_two_commands_would_have_are_not_taken_from_a_file(page, window, tmp_path: Path):
    place = tmp_path / "newer.json"
    keys = {"highlight": ["t"], "tag": ["H"], "note": ["G"], "find": ["g"], "agree": ["Up"]}
    place.write_text(json.dumps({"keys": keys | {"fly": ["X"], "undo": ["Q"]}}), "utf-8")
    window.ask.settings_to_import = lambda _parent: place
    page.imported.emit()
    own = {"highlight": ["t"], "tag": ["H"], "note": ["G"], "undo": ["Q"]}
    assert kept()["keys"] == own
    now = {name: window.actions_[name].shortcut().toString() for name in (*keys, *own)}
    mine = {"highlight": "T", "tag": "H", "note": "G", "undo": "Q"}
    assert now == mine | {"find": "F", "agree": "+"}
    assert not window.actions_["show_quantities"].shortcuts(), "its key is the reader's own now"
    told = "Settings imported from newer.json, but not the keys of 3 commands."
    assert window.notice.text() == told


def test_another_language_is_asked_for_once_all_else_was_taken(page, window, tmp_path: Path):
    place = tmp_path / "mine.json"
    place.write_text('{"language": "zh", "zone": "Asia/Shanghai"}', "utf-8")
    window.ask.settings_to_import = lambda _parent: place
    asked: list[tuple[str, object]] = []
    window.speaking.asked.connect(lambda one: asked.append((one, kept()["zone"])))
    page.imported.emit()
    assert asked == [("zh", "Asia/Shanghai")]


def test_the_language_that_is_spoken_already_needs_no_other_window(page, window):
    asked: list[str] = []
    window.speaking.asked.connect(asked.append)
    choose(page, "language", "en")
    assert (asked, kept()["language"]) == ([], "en")
    assert window.actions_["language_en"].isChecked()
    window.actions_["language_system"].trigger()
    assert (asked, "language" in kept()) == ([], False)


def test_a_file_that_holds_no_settings_is_told_and_changes_nothing(page, window, tmp_path):
    place = tmp_path / "page.json"
    place.write_text("[1, 2]", "utf-8")
    window.ask.settings_to_import = lambda _parent: place
    page.imported.emit()
    assert page.trouble.text().startswith("page.json holds no preferences of Meipi.")
    with pytest.raises(Unreadable):
        preferences.exported(tmp_path / "not there.json")


def test_what_cannot_be_kept_is_told_until_something_else_is_wanted(page, tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("no folder")
    home = os.environ["MEIPI_HOME"]
    monkeypatch.setenv("MEIPI_HOME", str(file))
    choose(page, "zone", "UTC")
    choose(page, "zone", "Asia/Shanghai")
    assert page.trouble.isVisible()
    assert page.trouble.text().startswith("The preferences could not be saved: ")
    monkeypatch.setenv("MEIPI_HOME", home)
    choose(page, "zone", "UTC")
    assert not page.trouble.isVisible()


def test_a_preference_that_cannot_be_is_read_as_the_usual_one():
    preferences.path().parent.mkdir(parents=True, exist_ok=True)
    preferences.path().write_text('{"colour": "pink", "theme": 3, "zone": "Mars", "pinyin": true}')
    found = preferences.load()
    assert (found.colour, found.theme, found.zone, found.pinyin) == (
        *("yellow", "system", "local"),
        True,
    )


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_what_is_told_is_whole_in_letters_of_any_size(window: Window, percent: int) -> None:
    window.dressing.size_text(percent)
    window.actions_["preferences"].trigger()
    page = next(one for one in window.findChildren(PreferencesDialog) if one.isVisible())
    for width in (page.width(), page.width() * 2):
        page.resize(width, page.height())
        QApplication.processEvents()
        told = [one for one in page.findChildren(QLabel) if one.wordWrap() and one.isVisible()]
        assert told
        assert all(one.height() >= one.heightForWidth(one.width()) for one in told)

"""What comes by itself: pages saved in a folder."""

import json
import sqlite3
from base64 import b64encode
from contextlib import closing
from pathlib import Path

import pytest

from core import annotate
from core.watch import kept
from core.watch.kept import Told
from gui.verbs.arriving import MANY
from gui.window import Window
from tests.gui.window.coming import page, places, titles
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


def test_one_of_very_many_lines_comes_on_a_worker_as_well(
    qtbot, watched, folder, library, monkeypatch
):
    monkeypatch.setattr("gui.verbs.arriving.ROWS", 1)
    lent = list[bool]()
    monkeypatch.setattr(watched.desk, "lend", lambda: lent.append(True))
    (folder / "long.md").write_text(PAGE.format("long"), "utf-8")
    qtbot.waitUntil(lambda: "Magnets" in titles(library))
    assert lent == [True]


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
    qtbot.waitUntil(lambda: kept.load().files == seen)


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


def test_a_folder_that_is_watched_no_more_leaves_nothing_behind(qtbot, watched, folder, library):
    old, gone = str(folder / "old.md"), str(folder / "gone.md")
    watched.watching.kept.files[gone] = "1:2"
    watched.watching.look()
    qtbot.waitUntil(lambda: gone in watched.watching.kept.gone)
    watched.watching._save_now()
    assert kept.load().files.keys() == {old, gone}
    watched._settings.folders = []
    watched.watching.begin()
    assert (watched.watching.kept.files, watched.watching.kept.gone) == ({}, {})

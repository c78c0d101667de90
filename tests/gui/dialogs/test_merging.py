"""A share comes into the window: looked through, shown, ticked, merged as one deed, taken back."""

import os
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate, backup
from core.annotate import findings
from core.annotate.findings import Draft
from core.change import Record
from core.check import check
from core.finding import Evidence
from core.library import Library
from core.model import Article, Colour
from gui.dialogs.merging.dialog import NOTHING, SHOWN
from gui.dialogs.merging.picks import Filter
from tests.given import ANNA, made
from tests.gui.dialogs.conftest import FATAL, KEYS, Place, Sent, mark


def by_menu(place: Place, file: Path) -> None:
    place.ask.file = file
    place.window.actions_["merge"].trigger()


def by_key(place: Place, file: Path) -> None:
    place.ask.file = file
    QTest.keyClick(place.window, Qt.Key.Key_I, KEYS)


def by_drop(place: Place, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # newer versions of Qt want a QPointF, older ones a QPoint
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(400, 400), copy, data, left, none)
    QApplication.sendEvent(place.window, enter)
    drop = QDropEvent(QPointF(400, 400), copy, data, left, none)
    QApplication.sendEvent(place.window, drop)


def by_import(place: Place, file: Path) -> None:
    place.window.deeds.import_files([file])


@pytest.mark.parametrize("way", [by_menu, by_key, by_drop, by_import])
def test_a_share_is_shown_and_merged_as_one_deed_that_undo_takes_back(
    place: Place,
    library: Library,
    ben: Library,
    rare_earths: Article,
    sent: Sent,
    way: Callable[[Place, Path], None],
) -> None:
    new = mark(ben, rare_earths, "separated oxides", note="his", tags=["claim"])
    way(place, sent())
    dialog = place.open()
    assert dialog.page.maker.text() == "From Ben"
    assert "1 new highlight" in dialog.page.told.text()
    assert dialog.take.text() == "Merge 1 Highlight"
    before = library.undoable()
    place.take(dialog)
    assert library.highlight(new).note == "his"
    assert "Merged 1 highlight from from-ben.meipi" in place.window.notice.text()
    annotated = place.window.insights.view.annotated
    assert annotated is not None
    assert new in {one.highlight.id for one in annotated.placed}
    assert [one.reason for one in backup.copies(library.path)] == [backup.Reason.MERGE]
    undo = place.window.actions_["undo"]
    assert undo.text() == "Undo Merge from from-ben.meipi"
    undo.trigger()
    assert place.window.notice.text() == "Undone: merge from from-ben.meipi."
    assert library.undoable() == before
    assert "claim" not in {tag.path for tag in library.tags()}


def test_undo_names_the_merge_also_after_a_restart(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent, qtbot: QtBot
) -> None:
    mark(ben, rare_earths, "oxides")
    place.take(place.merge(sent()))
    place.window.close()
    with Library(library.path, ANNA) as again:
        other = Place(again, qtbot)
        assert other.window.actions_["undo"].text() == "Undo Merge from from-ben.meipi"
        other.window.close()


def test_nothing_is_written_until_it_is_accepted(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    seq, dialog = library.last_seq(), None
    dialog = place.merge(sent())
    folder = dialog._looked.folder.path if dialog._looked else Path()
    assert folder.is_dir()
    dialog.reject()
    assert library.last_seq() == seq
    assert backup.copies(library.path) == []
    assert not folder.exists()


def test_what_is_called_off_too_late_is_told_as_done(
    place: Place,
    library: Library,
    ben: Library,
    rare_earths: Article,
    sent: Sent,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is on the disk, and the reader cancels while it is looked what there is to settle."""
    there, go_on = threading.Event(), threading.Event()

    def settle(*_: object) -> int:
        there.set()
        go_on.wait()
        return 0

    monkeypatch.setattr("gui.dialogs.merging.dialog.to_settle", settle)
    one = mark(ben, rare_earths, "oxides")
    dialog = place.merge(sent())
    told: list[str] = []
    dialog.merged.connect(lambda _change, words: told.append(words))
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    place.qtbot.waitUntil(there.is_set, timeout=20_000)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    place.qtbot.waitUntil(lambda: dialog.promise.text().startswith("Taken over."))
    assert not dialog.cancel.isEnabled()
    go_on.set()
    place.qtbot.waitUntil(lambda: bool(told))
    assert library.highlight(one)
    assert place.window.notice.text() == told[0]


def test_enter_on_cancel_merges_nothing(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    seq = library.last_seq()
    dialog = place.merge(sent())
    dialog.cancel.setFocus()
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert library.last_seq() == seq


def test_each_state_is_listed_under_its_own_button(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    gone = mark(ben, rare_earths, "secure supply chain")
    with Library(library.path, ANNA) as anna:
        anna.merge(ben.path)
        anna.commit(annotate.note(anna.highlight(common), "hers"))
    ben.commit(annotate.note(ben.highlight(common), "his"))
    ben.commit(annotate.remove([ben.highlight(gone)]))
    mark(ben, rare_earths, "oxides")
    page = place.merge(sent()).page
    tester = QAbstractItemModelTester(page.marks.model(), FATAL)
    listed = {}
    for wanted, button in page.filters.items():
        if button.isVisible():
            button.click()
            place.qtbot.waitUntil(lambda: page._job is None)
            rows = range(page._marks.rowCount())
            listed[wanted] = [page._marks.row(n).chip for n in rows]
    assert listed == {
        Filter.NEWS: ["New", "Both changed", "Removed there"],
        Filter.NEW: ["New"],
        Filter.CONFLICTS: ["Both changed"],
        Filter.DELETED: ["Removed there"],
        Filter.ALL: ["New", "Both changed", "Removed there"],
    }
    assert tester.model() is not None


def test_both_texts_of_what_differs_are_shown_as_text(
    place: Place, library: Library, ben: Library, common: str, sent: Sent
) -> None:
    library.commit(annotate.note(library.highlight(common), "<b>hers</b>"))
    ben.commit(annotate.note(ben.highlight(common), "[his](http://example.org)"))
    dialog = place.merge(sent())
    shown = dialog.page.detail.toPlainText()
    assert "<b>hers</b>" in shown
    assert "[his](http://example.org)" in shown
    assert dialog.page._marks.row(0).second.endswith(" · his"), "in the list, as it is read"
    assert "Both of you changed this" in shown
    place.take(dialog)
    assert "1 conflict to settle" in place.window.notice.text()
    assert {head.value for head in library.conflicts(common)[0].heads} == {
        "<b>hers</b>",
        "[his](http://example.org)",
    }


def test_only_what_is_ticked_is_taken(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    first = mark(ben, rare_earths, "separated oxides")
    second = mark(ben, rare_earths, "China")
    other = made("另一篇", "Something else")
    ben.commit(ben.add([other]).change)
    dialog = place.merge(sent())
    page = dialog.page
    rows = range(page._articles.rowCount())
    at = {page._articles.article(n).id: n for n in rows}
    page.articles.setCurrentIndex(page._articles.index(at[other.id]))
    page.articles.setFocus()
    QTest.keyClick(page.articles, Qt.Key.Key_Space)
    page.articles.setCurrentIndex(page._articles.index(at[rare_earths.id]))
    place.settle(dialog)
    rows = range(page._marks.rowCount())
    row = next(n for n in rows if page._marks.mark(n).plan.id == second)
    box = page.marks.visualRect(page._marks.index(row)).topLeft() + QPoint(18, 20)
    QTest.mouseClick(page.marks.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert dialog.take.text() == "Merge 1 Highlight"
    assert page.all.checkState() is Qt.CheckState.PartiallyChecked
    place.take(dialog)
    there = {one.highlight.id for one in library.annotated(rare_earths.id).placed}
    assert first in there
    assert second not in there
    assert library.row(other.id) is None
    assert check(library.path).findings == ()


def test_with_nothing_ticked_there_is_nothing_to_merge(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    dialog = place.merge(sent())
    dialog.page.all.click()
    assert not dialog.take.isEnabled()
    dialog.page.marks.setFocus()
    QTest.keyClick(dialog.page.marks, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.take.text() == "Merge 1 Highlight"
    assert dialog.take.isEnabled()


def test_tags_of_one_name_become_one_where_the_reader_says_so(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    library.commit(annotate.tag([library.highlight(common)], "claim/forecast", library.tags()))
    one = mark(ben, rare_earths, "oxides", tags=["Claim/Forecast/near"])
    two = mark(ben, rare_earths, "China", tags=["claim/forecast"])
    draft = Draft("It takes long", (Evidence(two),), tags=("claim/forecast",))
    (found,) = ben.commit(findings.find(draft, ben.tags())).records(Record.FINDING)
    mine = {tag.path: tag.id for tag in library.tags()}
    dialog = place.merge(sent())
    shown = [dialog.page._pairs.row(n).first for n in range(dialog.page._pairs.rowCount())]
    assert shown == ["claim = Claim", "claim/forecast = Claim/Forecast"]
    assert dialog.page.pairs() == ()
    dialog.page.pair_list.setFocus()
    QTest.keyClick(dialog.page.pair_list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    place.take(dialog)
    tags = {tag.id: tag.path for tag in library.tags()}
    assert sorted(tags.values()) == ["claim", "claim/forecast", "claim/forecast/near"]
    assert library.highlight(two).tags == (mine["claim/forecast"],)
    assert library.finding(found).tags == (mine["claim/forecast"],)
    assert [tags[tag] for tag in library.highlight(one).tags] == ["claim/forecast/near"]
    assert library.contested() == ()
    assert check(library.path).findings == ()
    place.window.actions_["undo"].trigger()
    assert {tag.path: tag.id for tag in library.tags()} == mine
    assert check(library.path).findings == ()


def test_tags_that_are_not_ticked_stay_two(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    library.commit(annotate.tag([library.highlight(common)], "forecast", library.tags()))
    mark(ben, rare_earths, "oxides", tags=["forecast"])
    place.take(place.merge(sent()))
    assert [tag.path for tag in library.tags()] == ["forecast", "forecast"]


def test_what_was_removed_here_and_changed_there_comes_back(
    place: Place, library: Library, ben: Library, common: str, sent: Sent
) -> None:
    library.commit(annotate.remove([library.highlight(common)]))
    ben.commit(annotate.recolour([ben.highlight(common)], Colour.RED))
    dialog = place.merge(sent())
    assert dialog.page._marks.row(0).chip == "Comes back"
    place.take(dialog)
    assert library.highlight(common).colour is Colour.RED


def test_a_share_without_anything_new_says_so(place: Place, sent: Sent) -> None:
    dialog = place.merge(sent())
    assert dialog._pages.currentIndex() == NOTHING
    assert dialog.sentence.text() == "Nothing in from-ben.meipi is new to your library."
    assert dialog.remedy.text() == "All that it says is known here."
    assert not dialog.take.isVisible()


def _text(path: Path) -> None:
    path.write_text("not a library", "utf-8")


def _missing(_: Path) -> None:
    return


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("spoil", [_text, _missing, _folder])
def test_what_is_no_library_is_one_sentence_with_a_remedy_and_nothing_is_written(
    place: Place, library: Library, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(tmp_path / "bad.meipi")
    seq = library.last_seq()
    dialog = place.merge(tmp_path / "bad.meipi")
    assert dialog._pages.currentIndex() == NOTHING
    assert "bad.meipi" in dialog.sentence.text()
    assert dialog.remedy.text()
    assert library.last_seq() == seq
    assert backup.copies(library.path) == []


def test_a_long_and_hostile_name_does_not_break_the_dialog(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides", note="很长" * 20_000, tags=["x" * 80])
    hostile = "&amp;" if os.name == "nt" else "<img src=x>&"  # Windows has no name like that
    name = hostile + "很" * 60 + "\u202e.meipi"
    dialog = place.merge(sent(name))
    assert dialog._pages.currentIndex() == SHOWN
    assert dialog.width() <= 1000
    assert "\u202e" not in dialog.page.told.text()
    place.take(dialog)
    undo = place.window.actions_["undo"]
    assert "<img src=x>&&" in undo.text()
    assert "<img" not in undo.toolTip()


def test_a_full_disk_is_told_in_the_dialog_and_can_be_tried_again(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    new = mark(ben, rare_earths, "oxides")
    dialog = place.merge(sent())
    copies = backup.folder(library.path)
    copies.parent.mkdir(parents=True, exist_ok=True)
    copies.write_text("a file where the copies go")
    seq = library.last_seq()
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    place.qtbot.waitUntil(dialog.failed.isVisible, timeout=20_000)
    assert dialog.failed.text()
    assert library.last_seq() == seq
    assert dialog.take.hasFocus()
    copies.unlink()
    place.take(dialog)
    assert library.highlight(new)


def test_without_room_to_join_tags_that_is_told_and_nothing_is_merged(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    library.commit(annotate.tag([library.highlight(common)], "claim", library.tags()))
    mark(ben, rare_earths, "oxides", tags=["claim"])
    dialog = place.merge(sent())
    dialog.page.pair_list.setFocus()
    QTest.keyClick(dialog.page.pair_list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog._looked is not None
    (dialog._looked.folder.path / "joined.meipi").mkdir()
    seq = library.last_seq()
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    place.qtbot.waitUntil(dialog.failed.isVisible, timeout=20_000)
    assert dialog.failed.text().startswith("No copy could be made: ")
    assert library.last_seq() == seq


def test_several_files_are_merged_one_after_the_other(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    first, one = sent("one.meipi"), mark(ben, rare_earths, "oxides")
    second = sent("two.meipi")
    place.window.deeds.import_files([first, second])
    place.open().reject()
    place.take(place.open())
    assert library.highlight(one)

"""Shares that are not all sound, or say less than they could, in the window."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import annotate
from core.library import Library
from core.model import Article, Colour
from gui import tongue
from gui.dialogs.merging.picks import Filter
from tests.gui.dialogs.conftest import Place, Sent, mark


def spoil(share: Path, highlight: str) -> Path:
    """Give a highlight's colour another value than the one that its hash was made of."""
    with closing(sqlite3.connect(share)) as connection, connection:
        connection.execute(
            "UPDATE revisions SET value = 'red' WHERE record = ? AND field = 'colour'", [highlight]
        )
    return share


def test_what_was_refused_is_folded_and_told_row_by_row(
    place: Place, library: Library, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides", note="his")
    other = mark(ben, rare_earths, "China", colour=Colour.BLUE)
    dialog = place.merge(spoil(sent(), other))
    page = dialog.page
    assert page.refusals.head.text() == "1 row was refused"
    assert not page.refused.isVisible()
    page.refusals.head.setFocus()
    QTest.keyClick(page.refusals.head, Qt.Key.Key_Space)
    assert page.refused.isVisible()
    assert page.refused.toPlainText().strip()
    place.take(dialog)
    assert library.highlight(other).colour is Colour.YELLOW


def test_of_one_refused_row_and_nothing_else_it_speaks_in_the_singular(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    other = mark(ben, rare_earths, "oxides", colour=Colour.BLUE)
    share = sent()
    with closing(sqlite3.connect(share)) as connection, connection:
        connection.execute("DELETE FROM revisions WHERE record = ? AND field <> 'passage'", [other])
        connection.execute("UPDATE revisions SET value = 'no passage' WHERE record = ?", [other])
    dialog = place.merge(share)
    assert dialog.remedy.text().startswith("1 row in it was refused. The passage of highlight")


def test_notes_and_tags_that_look_like_markup_are_shown_as_text(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides", note="<img src='file:///etc/passwd'>", tags=["<b>bold"])
    page = place.merge(sent()).page
    assert "<img src='file:///etc/passwd'>" in page.detail.toPlainText()
    assert "<b>bold" in page.detail.toPlainText()


def test_a_highlight_removed_there_is_removed_here_where_it_is_ticked(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    ben.commit(annotate.remove([ben.highlight(common)]))
    dialog = place.merge(sent(history="current"))
    page = dialog.page
    page.filters[Filter.NEW].click()
    place.settle(dialog)
    page.marks.setFocus()
    QTest.keyClick(page.marks, Qt.Key.Key_Space)
    assert dialog.take.text() == "Merge 1 Highlight"
    place.take(dialog)
    left = library.annotated(rare_earths.id).placed
    assert left == ()


@pytest.mark.parametrize("size", [(640, 480), (1280, 800)])
def test_everything_has_room(
    place: Place, ben: Library, rare_earths: Article, sent: Sent, size: tuple[int, int]
) -> None:
    mark(ben, rare_earths, "oxides", note="word " * 5000)
    dialog = place.merge(sent())
    dialog.resize(*size)
    assert dialog.width() <= max(size[0], 820)
    assert dialog.take.visibleRegion().boundingRect().size() == dialog.take.size()
    assert dialog.page.detail.height() > 60


def test_every_control_of_the_dialog_has_a_name(
    place: Place, ben: Library, rare_earths: Article, sent: Sent
) -> None:
    mark(ben, rare_earths, "oxides")
    dialog = place.merge(sent())
    page = dialog.page
    for widget in (page.articles, page.marks, page.detail, page.all, page.refused, page.pair_list):
        assert widget.accessibleName()
    for button in (*page.filters.values(), dialog.take, dialog.cancel):
        assert button.text()


def test_what_a_merge_is_doing_is_said_in_the_language_of_the_window(
    place: Place, ben: Library, rare_earths: Article, sent: Sent, qapp: QApplication
) -> None:
    mark(ben, rare_earths, "oxides")
    dialog, said = place.merge(sent()), list[str]()
    tongue.wear(qapp, "zh")
    for stage in ("copy", "join", "came"):
        dialog._hear({"stage": stage})
        said.append(dialog.promise.text())
    dialog._at_work(True)
    dialog.reject()
    said.append(dialog.promise.text())
    dialog._at_work(False)
    tongue.wear(qapp, "en")
    assert all("一" <= one[0] <= "鿿" for one in said), said
    dialog.reject()

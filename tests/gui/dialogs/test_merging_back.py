"""What undo took away, or somebody removed, is offered by a merge and comes back if ticked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from core import annotate
from core.check import check
from core.library import Library
from core.model import Article, Colour
from gui.dialogs.merging.dialog import SHOWN
from gui.dialogs.merging.page import MergePage
from tests.gui.dialogs.conftest import FATAL, Place, Sent, mark


def told(page: MergePage) -> list[tuple[str, str, str, bool]]:
    rows = (page._backs.row(n) for n in range(page._backs.rowCount()))
    return [(one.first, one.second, one.chip, one.tick is Qt.CheckState.Checked) for one in rows]


def test_what_undo_took_away_is_ticked_where_there_is_nothing_else_and_comes_back(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    new = mark(ben, rare_earths, "separated oxides", note="his")
    ben.commit(annotate.note(ben.highlight(common), "because"))
    share = sent()
    place.take(place.merge(share))
    place.window.actions_["undo"].trigger()
    library.commit(annotate.recolour([library.highlight(common)], Colour.RED))
    dialog = place.merge(share)
    page = dialog.page
    tester = QAbstractItemModelTester(page.back_list.model(), FATAL)
    assert dialog._pages.currentIndex() == SHOWN
    assert page.told.text().endswith("Nothing in it is new to your library.")
    assert page.back_fold.head.text() == "2 that you took away with Undo: tick what comes back"
    title = rare_earths.title
    assert told(page) == [
        ("10 to 20 years", f"{title} · Note: why? → because", "Undone here", True),
        ("separated oxides", title, "Undone here", True),
    ]
    assert page.back_list.hasFocus()
    QTest.keyClick(page.back_list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.take.isEnabled()
    QTest.keyClick(page.back_list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.take.text() == "Bring Back 2"
    place.take(dialog)
    assert library.highlight(new).note == "his"
    assert (library.highlight(common).note, library.highlight(common).colour) == (
        "because",
        Colour.RED,
    )
    place.window.actions_["undo"].trigger()
    assert library.highlight(common).note == "why?"
    assert tester.model() is not None
    assert check(library.path).findings == ()


def test_what_is_spare_in_the_dialog_is_left_to_what_comes_back(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    library.commit(annotate.tag([library.highlight(common)], "claim/forecast", library.tags()))
    mark(ben, rare_earths, "separated oxides", tags=["claim/forecast"])
    share = sent()
    place.take(place.merge(share))
    place.window.actions_["undo"].trigger()
    page = place.merge(share).page
    assert page.pair_list.model().rowCount() == 2
    assert page.pair_list.verticalScrollBar().maximum() == 0
    place.qtbot.waitUntil(lambda: page.pair_fold.height() == page.pair_fold.sizeHint().height())
    assert page.back_list.height() > page.height() // 2


def test_beside_what_is_new_it_comes_back_only_where_it_is_ticked(
    place: Place, library: Library, ben: Library, common: str, rare_earths: Article, sent: Sent
) -> None:
    one = mark(ben, rare_earths, "separated oxides")
    place.take(place.merge(sent()))
    place.window.actions_["undo"].trigger()
    library.commit(annotate.remove([library.highlight(common)]))
    two = mark(ben, rare_earths, "secure supply chain")
    dialog = place.merge(sent("more.meipi"))
    page = dialog.page
    assert not page.back_list.isVisible()
    assert [row[2:] for row in told(page)] == [("Removed here", False), ("Undone here", False)]
    assert dialog.take.text() == "Merge 1 Highlight"
    page.back_fold.head.click()
    assert page.back_list.isVisible()
    page._backs.turn(1)
    assert dialog.take.text() == "Merge and Bring Back 1"
    place.take(dialog)
    there = {each.highlight.id for each in library.annotated(rare_earths.id).placed}
    assert there == {one, two}

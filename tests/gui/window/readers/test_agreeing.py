"""The table of agreement: what is reckoned, what is shown, and walking through differences."""

import csv
import itertools
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import annotate
from core.agreement import Mark, Readings, agree, alpha, kappa, raw
from core.anchor import describe
from core.annotate import vocabulary
from core.library import Library
from core.model import Article
from gui import work
from gui.dialogs.agreeing import AgreementDialog
from gui.dialogs.agreeing.compare import TOO_FEW, _together, compare
from gui.dialogs.agreeing.tables import ROW
from tests.given import BEN, made

CLAIMS = tuple(f"Claim {number} of twelve" for number in range(12))
#: Which claims each of them put under "claim/forecast".
HERS, HIS = (0, 1, 2, 3, 4), (0, 1, 2, 5)
FORMULA = "=SUM(A1)"
Key = Qt.Key


def tag(library: Library, article: Article, numbers: tuple[int, ...], path: str) -> None:
    for number in numbers:
        passage = describe(article, number + 1, 0, 7)
        library.commit(annotate.highlight(passage, tags=[path], known=library.tags()))


@pytest.fixture
def article(library: Library) -> Article:
    one = made("=中国稀土", *CLAIMS)
    library.commit(library.add([one, made("另一篇", "Something else")]).change)
    return one


@pytest.fixture
def merged(library: Library, article: Article, tmp_path: Path) -> Path:
    """Anna and Ben read the same article, each in their own library, and joined them."""
    for path in ("claim/forecast", FORMULA):  # the tags are older than the copy
        tag(library, article, (11,), path)
    library.commit(annotate.remove([one.highlight for one in library.annotated(article.id).placed]))
    his = tmp_path / "ben.meipi"
    shutil.copy(library.path, his)
    with Library(his, BEN, itertools.count(1_760_043_200_000, 1000).__next__) as ben:
        tag(ben, article, HIS, "claim/forecast")
        tag(ben, article, (7,), FORMULA)
    tag(library, article, HERS, "claim/forecast")
    tag(library, article, (7,), FORMULA)
    library.merge(his)
    return library.path


@pytest.fixture
def open_dialog(qtbot: QtBot, library: Library) -> Callable[[], AgreementDialog]:
    def opened() -> AgreementDialog:
        dialog = AgreementDialog(library.path)
        qtbot.addWidget(dialog)
        dialog.look()
        dialog.show()
        qtbot.waitUntil(lambda: dialog._job is None)
        return dialog

    return opened


def cells(dialog: AgreementDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


# What is reckoned


def test_the_measures_are_what_was_worked_out_by_hand(merged: Path) -> None:
    whole, formula, forecast = compare(merged).rows
    assert (forecast.readers, forecast.claims, forecast.differ) == (("Anna", "Ben"), 12, 3)
    # 9 of 12 alike; by chance 5/12 * 4/12 + 7/12 * 8/12 = 76/144.
    assert forecast.raw == 0.75
    assert forecast.kappa == pytest.approx((0.75 - 76 / 144) / (1 - 76 / 144))
    # Nine yes and fifteen no; three claims differ: 1 - 23 * 6 / (2 * 9 * 15).
    assert forecast.alpha == pytest.approx(1 - 23 * 6 / 270)
    assert [formula.raw, formula.kappa, formula.alpha] == pytest.approx([1, 1, 1])
    # Together 24 judgements, 21 of them alike; Anna said yes to six, Ben to five.
    assert (whole.claims, whole.differ, whole.raw) == (24, 3, 21 / 24)
    chance = 6 / 24 * 5 / 24 + 18 / 24 * 19 / 24
    assert whole.kappa == pytest.approx((21 / 24 - chance) / (1 - chance))


names = st.sampled_from("abcd")
marks = st.builds(Mark, st.sampled_from("xyz"), st.integers(0, 4), st.sampled_from("tu"), names)


@given(st.lists(marks, min_size=1, max_size=25, unique=True), st.sampled_from(("ab", "abcd")))
def test_all_tags_together_are_measured_as_a_list_of_all_judgements_would_be(
    found: list[Mark], who: str
) -> None:
    found = [mark for mark in found if mark.reader in who]
    readers = {
        article: frozenset({"a", "b"} | {m.reader for m in found if m.article == article})
        for article in "xyz"
    }
    readings = Readings(readers, {"x": (0, 1, 2), "y": (1,), "z": ()}, tuple(found))
    told = [*agree(readings)]
    if not told:
        return
    whole = _together(told, readings, {})
    said = {(m.article, m.node, m.tag, m.reader) for m in found}
    units = [
        [(article, node, one.tag, reader) in said for reader in sorted(readers[article])]
        for one in told
        for article, rows in readings.claims.items()
        for node in {*rows, *(p.node for p in one.places if p.article == article)}
    ]
    assert whole.claims == len(units) == sum(one.claims for one in told)
    assert whole.raw == pytest.approx(raw(units))
    assert whole.alpha == pytest.approx(alpha(units))
    if all(len(unit) == 2 for unit in units):
        assert whole.kappa == pytest.approx(kappa([(a, b) for a, b in units]))
    else:
        assert whole.kappa is None


def test_one_reader_alone_has_nobody_to_agree_with(
    open_dialog, library: Library, article: Article
) -> None:
    tag(library, article, HERS, "claim")
    dialog = open_dialog()
    assert "No two readers" in dialog.sentence.text()
    assert not dialog.parts.isVisible()
    assert not dialog.copy_table.isEnabled()


def test_of_a_few_claims_nothing_beyond_chance_is_told(
    open_dialog, library: Library, tmp_path: Path
) -> None:
    short = made("短", "One claim", "Another claim")
    library.commit(library.add([short]).change)
    tag(library, short, (0,), "claim")
    shutil.copy(library.path, tmp_path / "ben.meipi")
    with Library(tmp_path / "ben.meipi", BEN) as ben:
        tag(ben, short, (1,), "claim")
    library.merge(tmp_path / "ben.meipi")
    dialog = open_dialog()
    assert TOO_FEW in cells(dialog)[1]
    assert TOO_FEW in dialog.measures.text()
    tip = dialog.table.model().index(1, 6).data(Qt.ItemDataRole.ToolTipRole)
    assert "Only 2 claims" in tip


def test_to_compare_can_be_called_off(merged: Path) -> None:
    many = [0]

    def heard(_done: int, _total: int) -> None:
        many[0] += 1
        if many[0] == 4:
            raise work.Cancelled

    with pytest.raises(work.Cancelled):
        compare(merged, heard)


@pytest.mark.usefixtures("merged")
def test_who_closes_it_meanwhile_finds_all_of_it_once_more(qtbot: QtBot, library: Library) -> None:
    dialog = AgreementDialog(library.path)
    qtbot.addWidget(dialog)
    for _ in range(2):
        dialog.look()
        dialog.show()
        dialog.close()
    dialog.look()
    dialog.show()
    qtbot.waitUntil(lambda: len(cells(dialog)) == 3)


# What is shown


@pytest.mark.usefixtures("merged")
def test_tags_stand_by_the_value_of_their_numbers(open_dialog, library: Library) -> None:
    for path in ("week 10", "Week 9", "week 2"):
        tag(library, library.article(next(iter(library.readings().claims))), (1,), path)
    dialog = open_dialog()
    for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
        dialog.table.sortByColumn(0, order)
    assert [row[0] for row in cells(dialog)][-3:] == ["week 2", "Week 9", "week 10"]


@pytest.mark.usefixtures("merged")
def test_the_dialog_says_it_in_a_sentence_and_a_table(open_dialog) -> None:
    dialog = open_dialog()
    assert dialog.sentence.text() == "Anna and Ben agree on 88% of 24 judgements."
    assert "Cohen's kappa: 0.65" in dialog.measures.text()
    assert [row[0] for row in cells(dialog)] == ["All tags", FORMULA, "claim/forecast"]
    assert cells(dialog)[2][2:] == ["12", "3", "75%", "0.47", "0.49"]
    assert dialog.differ.text() == "We differ here: 3 claims"


def test_where_readers_differ_twice_on_a_claim_the_judgements_are_counted(
    merged: Path, library: Library, article: Article, open_dialog
) -> None:
    tag(library, article, HERS[3:4], "outlook")
    dialog = open_dialog()
    assert cells(dialog)[0][3] == "4"
    assert dialog.differ.text() == "We differ here: 4 judgements"


@pytest.mark.usefixtures("merged")
def test_the_table_is_sorted_by_any_column_and_all_tags_stay_on_top(open_dialog) -> None:
    dialog = open_dialog()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        dialog.table.sortByColumn(3, order)
        assert cells(dialog)[0][0] == "All tags"
        differ = [int(row[3]) for row in cells(dialog)[1:]]
        assert differ == sorted(differ, reverse=order is Qt.SortOrder.DescendingOrder)


@pytest.mark.usefixtures("merged")
def test_choosing_a_tag_shows_its_differences(open_dialog) -> None:
    dialog = open_dialog()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Key.Key_Down)
    assert dialog.differ.text() == "Nobody differs here."
    QTest.keyClick(dialog.table, Key.Key_Down)
    shown = [
        dialog.differences.index(row).data(ROW) for row in range(dialog.differences.rowCount())
    ]
    assert [(one.node, one.marked, one.unmarked) for one in shown] == [
        (4, ("Anna",), ("Ben",)),
        (5, ("Anna",), ("Ben",)),
        (6, ("Ben",), ("Anna",)),
    ]


@pytest.mark.usefixtures("merged")
def test_the_models_pass_for_models(open_dialog) -> None:
    dialog = open_dialog()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (dialog.tags, dialog.differences, dialog.table.model()):
        QAbstractItemModelTester(model, fatal, dialog)
    dialog.table.setCurrentIndex(dialog.table.model().index(1, 0))


@pytest.mark.usefixtures("merged")
def test_what_is_copied_is_csv_in_which_no_cell_is_a_formula(open_dialog) -> None:
    dialog = open_dialog()
    QTest.mouseClick(dialog.copy_table, Qt.MouseButton.LeftButton)
    rows = list(csv.reader(StringIO(QGuiApplication.clipboard().text())))
    assert rows[0] == ["Tag", "Readers", "Claims", "Differ", "Agree", "Kappa", "Alpha"]
    assert [row[0] for row in rows[1:]] == ["All tags", f"'{FORMULA}", "claim/forecast"]
    assert rows[3][1:5] == ["Anna, Ben", "12", "3", "0.75"]
    QTest.mouseClick(dialog.copy_claims, Qt.MouseButton.LeftButton)
    rows = list(csv.reader(StringIO(QGuiApplication.clipboard().text())))
    assert rows[1] == ["claim/forecast", CLAIMS[3], "Anna", "Ben", "'=中国稀土"]


# In the window


@pytest.mark.usefixtures("merged")
def test_enter_and_two_clicks_jump_to_a_claim_and_the_dialog_stays(
    library: Library, article: Article, open_window, qtbot: QtBot
) -> None:
    window = open_window(library)
    window._reading.stop()
    window.readers._looking.stop()
    window.articles.step(1)
    window.readers.hide(frozenset({BEN.id}))
    window.actions_["agreement"].trigger()
    dialog = window.readers._agreement.there
    assert dialog is not None
    assert not dialog.isModal()
    qtbot.waitUntil(lambda: bool(dialog.compared.rows))
    window.articles.choose(next(c.id for c in library.cards(library.order()) if c.id != article.id))
    QTest.keyClick(dialog.claims, Key.Key_End)
    QTest.keyClick(dialog.claims, Key.Key_Return)
    view = window.insights.view
    assert view.annotated is not None
    assert (view.annotated.article.id, view.position()) == (article.id, 6)
    assert len(view._rows.row(6).marks) == 1  # Ben's, hidden no longer
    spot = dialog.claims.visualRect(dialog.differences.index(0)).center()
    QTest.mouseClick(dialog.claims.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(dialog.claims.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.position() == 4
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.usefixtures("merged")
def test_what_is_tagged_meanwhile_is_reckoned_anew_at_the_same_place(
    library: Library, article: Article, open_window, qtbot: QtBot
) -> None:
    window = open_window(library)
    window.readers._looking.stop()
    window.readers.agreement()
    dialog = window.readers._agreement.there
    qtbot.waitUntil(lambda: bool(dialog.compared.rows))
    dialog.table.setCurrentIndex(dialog.table.model().index(2, 0))
    dialog.claims.setCurrentIndex(dialog.differences.index(2))
    passage = describe(article, 4, 0, 5)
    window.desk.commit(
        lambda: annotate.remove(
            [
                one.highlight
                for one in library.annotated(article.id).placed
                if one.node == passage.node
            ]
        )
    )
    qtbot.waitUntil(lambda: dialog.differences.rowCount() == 2)
    assert dialog._tag() == dialog.differences.rows[0].tag
    assert dialog._claim() == dialog.differences.rows[1]
    dialog.close()
    assert QApplication.activeModalWidget() is None


def test_what_could_not_be_compared_is_told_and_nothing_is_offered_to_be_copied(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = AgreementDialog(tmp_path / "gone.meipi")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.look()
    assert dialog.sentence.text() == "Comparing…"
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.sentence.text() == ""
    assert not dialog.copy_table.isEnabled()
    assert not dialog.copy_claims.isEnabled()


def test_who_joins_tags_or_takes_that_back_speaks_for_those_who_gave_them(
    library: Library, article: Article, tmp_path: Path
) -> None:
    his = tmp_path / "ben.meipi"
    shutil.copy(library.path, his)
    with Library(his, BEN, itertools.count(1_760_043_200_000, 1000).__next__) as ben:
        tag(ben, article, HIS, "forecast")
    tag(library, article, HERS, "claim/forecast")
    library.merge(his)
    known = {one.path: one for one in library.tags()}
    keep, drop = known["claim/forecast"], known["forecast"]

    def told() -> dict[str, tuple[int, float | None]]:
        return {one.path: (one.differ, one.raw) for one in compare(library.path).rows[1:]}

    apart = told()
    library.commit(vocabulary.join(keep, drop, library.tagged(drop.id), library.tags()))
    joined = {"claim/forecast": (3, 0.75)}
    assert told() == joined
    for way, expected in ((library.undo, apart), (library.redo, joined), (library.undo, apart)):
        way()
        assert told() == expected

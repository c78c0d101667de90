"""Proposals in the window: looked for on a worker, judged by a letter, remembered, jumped to."""

from itertools import count

import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot

from core.finding import Relation
from core.library import Library
from core.model import Article
from gui import work
from gui.ledger import LedgerPane, Tab
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import Open

LONG = "A secure rare earth supply chain could take 10 to 20 years to build"
SHORT = "Building a secure rare earth supply chain will take 5 years"
LATE = "It takes three years to build a secure rare earth supply chain"
OTHER = "Copper inventories in Chile fell in October"


def by(source: str, *texts: str) -> Article:
    return made("稀土", *texts, source=source)


@pytest.fixture
def two(library: Library) -> tuple[Article, Article]:
    pair = by("Caixin", OTHER, LONG), by("Reuters", SHORT)
    library.commit(library.add(pair).change)
    return pair


@pytest.fixture
def window(open_window: Open, library: Library, two: object) -> Window:
    window = open_window(library)
    window._reading.stop()
    window.bookkeeping.warm()
    return window


@pytest.fixture
def pane(window: Window, qtbot: QtBot) -> LedgerPane:
    """The ledger with its proposals in front, once they were looked for."""
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    pane.turn(Tab.PROPOSALS)
    until_looked(qtbot, window)
    return pane


def until_looked(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.bookkeeping.proposing._job is None)


def test_an_update_has_its_earlier_claim_first_whatever_their_ids(
    open_window: Open, library: Library, qtbot: QtBot
) -> None:
    sales = "Retail sales rose {} year-on-year in {} 2025"
    before, after = sales.format("3.0%", "September"), sales.format("2.9%", "October")
    earlier = made("零售", before, source="A", published="2025-10-20 10:00")
    some = (made(f"零售 {n}", after, source="A", published="2025-11-14 10:00") for n in count())
    later = next(one for one in some if one.id < earlier.id)
    library.commit(library.add([earlier, later]).change)
    window = open_window(library)
    window.bookkeeping.warm()
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    pane.turn(Tab.PROPOSALS)
    until_looked(qtbot, window)
    pair = pane.proposals.current()
    assert pair is not None
    assert (pair.relation, pair.one.text, pair.other.text) == ("update", before, after)
    assert "3.0%" in before[slice(*pair.one.spans[0])]


def test_two_claims_that_contradict_are_proposed_side_by_side(pane: LedgerPane) -> None:
    page = pane.proposals
    pair = page.current()
    assert pair is not None
    assert pair.relation == "contradiction"
    assert {pair.one.text, pair.other.text} == {LONG, SHORT}
    assert {pair.one.about, pair.other.about} == {"财新 · 9 Nov 2025", "Reuters · 9 Nov 2025"}
    assert "10 to 20" in " ".join(page.cards[0].marked() + page.cards[1].marked())
    assert pane.head.tabs.tabText(4) == "Proposals  1"


def test_a_later_figure_of_one_source_is_proposed_as_an_update_and_kept_as_one(
    pane: LedgerPane, window: Window, library: Library, qtbot: QtBot
) -> None:
    later = LONG.replace("10 to 20 years", "15 to 25 years")
    window.desk.add([made("稀土", later, source="Caixin", published="2025-12-01 08:00")])
    until_looked(qtbot, window)
    page, model = pane.proposals, pane.proposals.model
    (place,) = (n for n in range(model.rowCount()) if "update" in model.item(n).text())
    page.list.setCurrentIndex(model.index(place, 0))
    pair = page.current()
    assert pair is not None
    assert pair.reason.startswith("10–20 years on 2025-11-09, then 15–25 years on 2025-12-01: ")
    assert (pair.one.text, pair.other.text) == (LONG, later)
    assert page.confirm.text() == "Confirm the Update"
    page.confirm.click()
    assert [one.relation for one in library.pairs()] == [Relation.UPDATES]


@pytest.mark.parametrize(("key", "confirmed"), [(Qt.Key.Key_C, True), (Qt.Key.Key_D, False)])
def test_a_verdict_is_kept_not_asked_again_and_undone(
    pane: LedgerPane,
    window: Window,
    library: Library,
    qtbot: QtBot,
    key: Qt.Key,
    *,
    confirmed: bool,
) -> None:
    qtbot.keyClick(pane.proposals.list, key)
    (pair,) = library.pairs()
    assert (pair.relation, pair.confirmed) == (Relation.CONTRADICTS, confirmed)
    assert pane.proposals.current() is None
    assert pane.head.tabs.tabText(4) == "Proposals"
    window.notice.undo.click()
    assert library.pairs() == []
    assert pane.proposals.current() is not None


@pytest.mark.parametrize(
    ("key", "place", "told"),
    [(Qt.Key.Key_C, 1, "Confirmed by Anna, "), (Qt.Key.Key_D, 2, "Dismissed by Anna, ")],
)
def test_what_was_judged_is_shown_with_who_and_when_and_judged_anew(
    pane: LedgerPane, library: Library, qtbot: QtBot, key: Qt.Key, place: int, told: str
) -> None:
    page = pane.proposals
    qtbot.keyClick(page.list, key)
    pane.head.pairs.setCurrentIndex(place)
    pair = page.current()
    assert pair is not None
    assert pair.reason.startswith(told)
    assert {pair.one.text, pair.other.text} == {LONG, SHORT}
    assert (page.confirm.isHidden(), page.dismiss.isHidden()) == (place == 1, place == 2)
    before = library.pairs()[0].confirmed
    qtbot.keyClick(page.list, Qt.Key.Key_D if before else Qt.Key.Key_C)
    assert library.pairs()[0].confirmed is not before
    assert page.current() is None
    assert page.said.text().startswith("No pair was ")


def test_the_verdicts_are_in_sight_without_scrolling(pane: LedgerPane) -> None:
    for button in (pane.proposals.confirm, pane.proposals.dismiss):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_one_jumps_to_either_claim(
    pane: LedgerPane, window: Window, two: tuple[Article, Article], qtbot: QtBot
) -> None:
    seen = set()
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        pane.proposals.list.setFocus()
        qtbot.keyClick(pane.proposals.list, Qt.Key.Key_Return, modifier)
        shown = window.insights.view.annotated
        assert shown is not None
        row = window.insights.view.position()
        assert row is not None
        seen.add(shown.article.edition.nodes[row].text)
    assert seen == {LONG, SHORT}


def test_an_import_is_laid_beside_what_is_there(
    pane: LedgerPane, window: Window, qtbot: QtBot
) -> None:
    window.desk.add([by("AP", LATE)])
    until_looked(qtbot, window)
    assert pane.proposals.model.rowCount() >= 2


def test_an_import_is_looked_at_before_anybody_asks(window: Window, qtbot: QtBot) -> None:
    window.desk.add([by("AP", LATE)])
    until_looked(qtbot, window)
    assert window.bookkeeping.pane is None
    assert window.bookkeeping.proposing._found


def test_reading_an_article_looks_for_nothing(window: Window, two: tuple[Article, Article]) -> None:
    window.desk.read({two[0].id: False}, now=True)
    assert window.bookkeeping.proposing._job is None


def test_an_article_taken_away_takes_its_proposals_along(
    pane: LedgerPane, window: Window, two: tuple[Article, Article], qtbot: QtBot
) -> None:
    window.desk.take_away([two[0].id])
    assert pane.proposals.current() is None
    window.notice.undo.click()
    until_looked(qtbot, window)
    assert pane.proposals.current() is not None


def test_a_search_is_called_off_and_begun_again(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    pane.turn(Tab.PROPOSALS)
    pane.proposals.stop.click()
    until_looked(qtbot, window)
    assert pane.proposals.said.text() == "The search for pairs was called off."
    pane.turn(Tab.FINDINGS)
    pane.turn(Tab.PROPOSALS)
    until_looked(qtbot, window)
    assert pane.proposals.current() is not None
    qtbot.waitUntil(lambda: not work._running)


def test_an_article_that_went_while_pairs_were_looked_for_is_in_none(
    window: Window, two: tuple[Article, Article], qtbot: QtBot
) -> None:
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    pane.turn(Tab.PROPOSALS)
    QThreadPool.globalInstance().waitForDone()  # what was found is not heard of yet
    window.desk.take_away([two[1].id])
    until_looked(qtbot, window)
    assert pane.proposals.current() is None
    assert pane.head.tabs.tabText(4) == "Proposals"
    window.desk.undo()
    until_looked(qtbot, window)
    assert pane.head.tabs.tabText(4) == "Proposals  1"


def test_a_letter_with_a_modifier_judges_nothing(
    pane: LedgerPane, library: Library, qtbot: QtBot
) -> None:
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(pane.proposals.list, Qt.Key.Key_C, modifier)
    assert library.pairs() == []

"""What stands over the ledger has room for its words, in one line or in two."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from gui.ledger.head import LedgerHead
from gui.ledger.tab import Tab
from gui.look import sizing


@pytest.fixture
def head(qtbot: QtBot) -> Iterator[LedgerHead]:
    around = QWidget()
    qtbot.addWidget(around)
    made = LedgerHead(around)
    for tab in Tab:
        made.count(tab, 24)
    around.show()
    yield made
    sizing.apply(sizing.USUAL)


def seen(head: LedgerHead) -> list[QWidget]:
    kinds = (head.filter, *head.findChildren(QComboBox), head.table, head.save)
    return [one for one in kinds if one.isVisible()]


@pytest.mark.parametrize("tab", [*Tab])
@pytest.mark.parametrize("percent", [100, 200])
def test_where_the_tabs_take_the_line_the_rest_stands_below(
    head: LedgerHead, tab: Tab, percent: int
) -> None:
    sizing.apply(percent)
    head.turn(tab)
    sizing.finish()
    for width in (head.minimumSizeHint().width(), 3000):
        head.resize(width, head.height())
        QApplication.processEvents()
        assert head.tabs.width() == head.tabs.sizeHint().width()
        for one in seen(head):
            is_below = one.mapTo(head, one.rect().topLeft()).y() > head.tabs.geometry().bottom()
            assert is_below is (width < 3000)
            assert one.width() >= one.minimumSizeHint().width()


def test_a_choice_has_room_for_its_words_as_letters_grow_and_shrink(head: LedgerHead) -> None:
    usual = head.group.minimumSizeHint().width()
    for percent in (110, 125, 150, 175, 200):
        sizing.apply(percent)
    assert head.group.minimumSizeHint().width() > 1.7 * usual
    sizing.apply(100)
    assert head.group.minimumSizeHint().width() == usual

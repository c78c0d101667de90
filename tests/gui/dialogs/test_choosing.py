"""The finding that is meant, by some of its words or letters, also among very many."""

from core.finding import Stated
from gui.dialogs.choosing import fitting

MANY = [Stated(str(number), f"Finding {number}", "", "anna") for number in range(10_000)]


def statements(typed: str) -> list[str]:
    return [one.statement for one in fitting(MANY, typed)]


def test_whole_words_go_before_letters_in_turn() -> None:
    assert statements("finding 77")[0] == "Finding 77"
    assert statements("fd9999") == ["Finding 9999"]


def test_each_of_ten_thousand_is_looked_at_once() -> None:
    assert fitting(MANY, "") == MANY

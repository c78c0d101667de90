"""The finding that is meant, by some of its words or letters, also among very many."""

from core.finding import Stated
from gui.dialogs.choosing import fitting

MANY = [Stated(str(number), f"Finding {number}", "", "anna") for number in range(10_000)]


def statements(typed: str) -> list[str]:
    return [one.statement for one in fitting(MANY, typed)]


def test_a_finding_is_meant_by_words_or_by_letters_in_turn() -> None:
    assert statements("finding 77")[0] == "Finding 77"
    assert statements("fd9999") == ["Finding 9999"]


def test_letters_in_turn_are_looked_for_only_where_no_words_fit() -> None:
    assert statements("9999") == ["Finding 9999"]
    assert statements("finding 99")[-1] == "Finding 9999"
    loose = [Stated("a", "Self-made", "", "anna"), Stated("b", "Export is left", "", "anna")]
    assert [one.id for one in fitting(loose, "self")] == ["a"]


def test_each_of_ten_thousand_is_looked_at_once() -> None:
    assert fitting(MANY, "") == MANY

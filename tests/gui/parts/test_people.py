"""How readers are called and coloured, whoever they are."""

from core.model import Author
from gui.look import dyes
from gui.parts.people import hidden_words, people

ANNA, BEN = Author("0a0a0a0a-1", "Anna"), Author("0b0b0b0b-2", "Ben")


def test_readers_of_one_name_are_told_apart_by_their_ids() -> None:
    other = Author("0c0c0c0c-3", "anna")
    names = {one.id: one.name for one in people([ANNA, BEN, other]).values()}
    assert names == {ANNA.id: "Anna (0a0a0a0a)", BEN.id: "Ben", other.id: "anna (0c0c0c0c)"}


def test_a_reader_without_a_name_is_called_by_the_beginning_of_their_id() -> None:
    for nothing in ("", " \n", "\u202e\u200b"):
        (one,) = people([Author("0d0d0d0d-4", nothing)]).values()
        assert one.name == "0d0d0d0d"


def test_a_hostile_name_is_one_line_of_what_is_seen() -> None:
    (one,) = people([Author("x", "\u202eA\u0000b\n<b>c\U000e0041\ud800" + "z" * 10_000)]).values()
    assert one.name.startswith("A b <b>c z")
    assert len(one.name) == 48
    assert one.name.isprintable()


def test_an_ink_is_a_readers_own_and_the_same_every_time() -> None:
    few = [Author(f"{number}", f"Reader {number}") for number in range(len(dyes.INKS))]
    inks = {one.id: one.ink for one in people(few).values()}
    assert sorted(inks.values()) == list(range(len(dyes.INKS)))
    assert inks == {one.id: one.ink for one in people(reversed(few)).values()}
    many = people(Author(f"{number}", "") for number in range(100)).values()
    assert {one.ink for one in many} == set(range(len(dyes.INKS)))


def test_those_who_are_hidden_are_named_or_counted() -> None:
    anna, ben = people([ANNA, BEN]).values()
    assert hidden_words([]) == ""
    assert hidden_words([ben]) == "Marks of Ben are hidden"
    assert hidden_words([anna, ben]) == "Marks of Anna and Ben are hidden"
    assert hidden_words([anna, ben, ben]) == "Marks of 3 readers are hidden"

"""The words of a claim, as a double click and the keys find them; places in UTF-16 units."""

import pytest

from gui.insights.words import around, grapheme, word


@pytest.mark.parametrize(
    ("text", "offset", "found"),
    [
        ("rare earth magnets", 6, (5, 10)),
        ("出口 of 稀土磁体", 7, (6, 10)),
        ("重建稀土供应链要多久", 5, (4, 7)),
        ("😀𠮷野家 sells", 2, (2, 4)),  # 𠮷 is Chinese as well, and two units long
        ("rare earth", 4, (0, 4)),
        ("  rare", 1, (0, 2)),
        ("in 𠮷", 3, (3, 5)),
        ("", 0, (0, 0)),
    ],
)
def test_a_word_is_what_stands_around_a_place(
    text: str, offset: int, found: tuple[int, int]
) -> None:
    assert around(text, offset) == found


def test_keys_step_over_whole_characters_and_words() -> None:
    text = "a 👩\u200d👧 𠮷"
    assert [grapheme(text, at, 1) for at in (0, 2, 7, 8)] == [1, 7, 8, 10]
    assert grapheme(text, 7, -1) == 2
    assert (word("two words", 0, 1), word("two words", 9, -1)) == (3, 4)
    assert (word(text, 8, 1), word(text, 0, -1)) == (10, 0)

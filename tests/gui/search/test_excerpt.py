"""What is shown of a long text: the words that were found, whole, in two lines at most."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from gui.parts.lines import Face
from gui.search import excerpt
from gui.search.excerpt import Piece


def lit(made: Piece) -> list[str]:
    coded = made.text.text().encode("utf-16-le", "surrogatepass")
    cut = (coded[2 * i : 2 * (i + n)] for i, n in made.marks)
    return [one.decode("utf-16-le", "surrogatepass") for one in cut]


@pytest.fixture(scope="module")
def face(qapp: QGuiApplication) -> Face:
    return Face(qapp.font())


@pytest.mark.parametrize("width", [120, 250, 400])
@pytest.mark.parametrize(
    "filler", ["Output stays small and ", "产量仍然很小,", "🚀 𠮷 ", "W" * 30 + " "]
)
@pytest.mark.parametrize("before", [0, 1, 5, 40])
@pytest.mark.parametrize("word", ["rare earth", "稀土", "𠮷稀土🚀"])
def test_a_word_is_seen_whole_wherever_it_stands(
    face: Face, width: int, filler: str, before: int, word: str
) -> None:
    text = filler * before + word + (" " + filler) * 20
    start = len(filler * before)
    made = excerpt.piece(text, [(start, start + len(word))], face, width)
    assert lit(made)[0] == word
    assert made.text.lineCount() <= 2


def test_a_short_text_stands_as_it_is(face: Face) -> None:
    made = excerpt.piece("稀土 exports", [(0, 2)], face, 400)
    assert (made.text.text(), made.text.lineCount(), lit(made)) == ("稀土 exports", 1, ["稀土"])


def test_what_follows_the_beginning_is_shown_from_the_beginning(face: Face) -> None:
    made = excerpt.piece("The rare earth " + "is mined " * 30, [(4, 14)], face, 300)
    assert made.text.text().startswith("The rare earth")
    assert made.text.text().endswith("…")


def test_the_part_with_most_of_the_words_is_shown(face: Face) -> None:
    text = "rare " + "x " * 300 + "the rare earth magnets " + "y " * 300
    place = text.index("rare earth")
    marks = [(0, 4), (place, place + 4), (place + 5, place + 10), (place + 11, place + 18)]
    assert lit(excerpt.piece(text, marks, face, 300)) == ["rare", "earth", "magnets"]


def test_a_direction_turned_unseen_is_seen() -> None:
    assert excerpt.tidy("a\u202eb\nc\u3000d") == "a\ufffdb c d"


@settings(max_examples=60)
@given(st.text(max_size=900), st.integers(0, 900), st.integers(1, 30), st.integers(41, 500))
def test_any_text_is_laid_out(face: Face, text: str, start: int, size: int, width: int) -> None:
    span = (min(start, len(text)), min(start + size, len(text)))
    made = excerpt.piece(text, [span] if span[0] < span[1] else [], face, width)
    assert made.text.lineCount() <= 2
    assert all(length >= 0 for _, length in made.marks)

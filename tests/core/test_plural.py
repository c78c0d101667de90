"""One and many: the words of both directions, and that each rule answers the other."""

import pytest

from core.glossary.key import english
from core.plural import plural, singular
from core.quantity import quantities, spoken


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("shoes", "shoe"), ("heroes", "hero"), ("movies", "movie"), ("factories", "factory"),
        ("viruses", "virus"), ("wolves", "wolf"), ("children", "child"), ("boxes", "box"),
        ("robotaxis", "robotaxi"), ("ties", "tie"), ("crises", "crisis"),
    ],
)  # fmt: skip
def test_a_plural_has_one_singular(many, one):
    assert singular(many) == one
    assert singular(one) == one
    assert plural(one) == many


@pytest.mark.parametrize("word", ["glass", "virus", "basis", "series", "canvas", "us", "s", ""])
def test_what_is_no_plural_stays(word):
    assert singular(word) == word


def test_a_shoe_is_looked_up_as_shoes_are():
    assert english("leather shoes") == english("leather shoe")


@pytest.mark.parametrize(
    "text",
    [
        *("3 women", "7 series", "4 shelves", "12 people", "5 movies", "6 crew", "9 GPUs"),
        *("2 embargoes", "3 volcanoes", "5 monarchs"),
    ],
)
def test_what_is_counted_is_told_as_it_was_written(text):
    (one,) = quantities(text)
    assert spoken(one) == text


@pytest.mark.parametrize("word", ["aircraft", "people", "staff", "data"])
def test_what_is_many_without_an_ending_is_given_none(word):
    assert plural(word) == word

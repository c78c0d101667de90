"""The labelled phrases are read as well as is promised, and each half is what it says."""

import pytest

from tests.quantity.measure import ALL, HALVES, LABELLED, rows, score

FLOOR = 0.97


@pytest.mark.parametrize("half", ALL)
def test_precision_and_recall_hold_the_floor(half):
    one = score(half)
    assert one.precision >= FLOOR
    assert one.recall >= FLOOR


def test_there_are_four_hundred_phrases_and_a_third_counts_nothing():
    phrases = [row for half in HALVES for row in rows(half)]
    assert len(phrases) >= 400
    assert sum(not labels for _, labels in phrases) * 3 >= len(phrases) * 0.9


def test_no_phrase_is_labelled_twice():
    lines = LABELLED.read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines))

"""The labelled pairs are judged as well as is promised, and the file is what it says."""

import pytest

from core.finding import Relation
from core.relate import Table
from tests.relate.measure import (
    HALVES,
    LABELLED,
    PRECISION,
    RECALL,
    WILD,
    WILD_RECALL,
    WORDS,
    labels,
    score,
    told,
)


@pytest.mark.parametrize("half", HALVES)
def test_what_is_proposed_is_right_and_most_is_found(half):
    one = score(half)
    assert one.precision >= PRECISION
    assert one.recall >= RECALL


def test_of_what_comes_in_the_news_all_that_is_proposed_is_right():
    one = score(WILD)
    assert one.precision >= PRECISION
    assert one.recall >= WILD_RECALL


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("relation", Relation)
def test_of_either_relation_nine_in_ten_are_right(half, relation):
    assert score(half, relation).precision >= 0.9


def test_what_is_judged_to_belong_together_also_meets_in_a_table():
    judged = [one for half in (WORDS, WILD) for one in labels(half) if told(one)]
    lost = [one for one in judged if not Table().add([one.one, one.other])]
    assert lost == []


def test_there_are_150_pairs_and_more_hard_ones_that_are_none():
    pairs = [one for half in HALVES for one in labels(half)]
    assert sum(one.relation is not None for one in pairs) >= 150
    assert sum(one.relation is None for one in pairs) >= 250


def test_no_pair_is_labelled_twice():
    lines = LABELLED.read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines))

"""Searching finds what a reader of the corpus says it should, and little else."""

from collections import Counter

import pytest

from core.library import Library
from tests.search import quality


@pytest.fixture
def judged(library: Library) -> list[quality.Judged]:
    library.commit(library.add(quality.corpus()).change)
    return quality.judge(library)


def test_the_labelled_set_is_large_and_of_many_kinds():
    kinds = Counter(one.kind for one in quality.labels(a.title for a in quality.corpus()))
    assert kinds.total() >= 100
    assert len(kinds) >= 12


def test_what_is_wanted_is_found_and_little_else(judged):
    recall, precision = quality.means(judged)
    told = "\n".join(quality.report(judged))
    assert recall >= quality.RECALL, told
    assert precision >= quality.PRECISION, told


def test_a_city_and_a_river_are_not_found_for_half_their_name(judged):
    found = {one.label.query: "".join(sorted(one.found)) for one in judged}
    assert "铜川" not in found["copper"]
    assert "亚马逊" not in found["Central Asia"]
    assert "刚果" not in found["gold"]

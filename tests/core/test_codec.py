"""One spelling for one value: what is spelled is read again, and nothing else is."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import codec
from core.finding import Due, Figure, Outcome, Relation, Result
from core.model import Passage
from core.quantity import Bound, Direction, Kind, Precision

numbers = st.decimals(-(10**12), 10**12, allow_nan=False, places=6) | st.none()
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
figures = st.builds(
    lambda low, high, **rest: Figure(low=low, high=high, **rest),
    low=numbers,
    high=numbers,
    kind=st.sampled_from(Kind).map(str),
    unit=words,
    currency=st.sampled_from(["", "USD", "CNY"]),
    bound=st.sampled_from(Bound).map(str),
    direction=st.sampled_from(Direction).map(str),
    approximate=st.booleans(),
    hedged=st.booleans(),
    said=words,
).filter(lambda one: one.low is None or one.high is None or one.low <= one.high)
days = st.dates() | st.none()


def test_the_words_are_those_of_quantities() -> None:
    assert set(Kind) == codec.KINDS
    assert set(Bound) == codec.BOUNDS
    assert set(Direction) == codec.DIRECTIONS
    assert set(Precision) - {Precision.NONE} == codec.PRECISIONS


@given(figures)
def test_a_figure_is_read_as_it_was(one: Figure) -> None:
    assert codec.read_figure(codec.spell_figure(one)) == one


@given(days, days, st.sampled_from(sorted(codec.PRECISIONS)))
def test_days_are_read_as_they_were(first: date | None, last: date | None, exact: str) -> None:
    if (first or last) and not (first and last and last < first):
        due = Due(first, last, exact)
        assert codec.read_due(codec.spell_due(due)) == due


@given(st.sampled_from(Result), st.dates())
def test_an_outcome_is_read_as_it_was(result: Result, on: date) -> None:
    assert codec.read_outcome(codec.spell_outcome(Outcome(result, on))) == Outcome(result, on)


def test_equal_numbers_have_one_spelling() -> None:
    spelled = {codec.spell_figure(Figure("count", Decimal(one))) for one in ("10", "10.0", "1E1")}
    assert spelled == {'{"kind":"count","low":"10"}'}
    assert codec.spell_figure(Figure("count", Decimal("-0.0"))) == '{"kind":"count","low":"0"}'


@pytest.mark.parametrize("endless", ["NaN", "Infinity", "1E+40", "1E-40"])
def test_a_number_that_nobody_counts_to_is_not_spelled(endless: str) -> None:
    with pytest.raises(codec.Misspelt):
        codec.spell_figure(Figure("count", Decimal(endless)))


GOOD = {"high": "20", "kind": "duration", "low": "10", "unit": "year"}


@pytest.mark.parametrize(
    "wrong",
    [
        GOOD | {"low": "30"},
        GOOD | {"low": "1e1"},
        GOOD | {"low": 10},
        GOOD | {"low": "010"},
        GOOD | {"kind": "wish"},
        GOOD | {"approximate": 1},
        GOOD | {"approximate": False},
        GOOD | {"currency": "usd"},
        GOOD | {"unit": "x" * 81},
        GOOD | {"unit": "a\0b"},
        GOOD | {"more": "x"},
        {"low": "1"},
        [],
        None,
    ],
)
def test_a_figure_that_we_would_not_write_is_refused(wrong: object) -> None:
    with pytest.raises(codec.Misspelt):
        codec.read_figure(json.dumps(wrong, sort_keys=True, separators=(",", ":")))


@pytest.mark.parametrize(
    "wrong",
    [
        '{"precision":"year"}',
        '{"earliest":"2035-01-01","latest":"2034-01-01","precision":"year"}',
        '{"earliest":"20350101","precision":"year"}',
        '{"earliest":"2035-01-01","precision":"eon"}',
        '{"earliest":"2035-01-01","latest":null,"precision":"year"}',
        '{"precision":"year","earliest":"2035-01-01"}',
        '{"earliest":"2035-01-01","earliest":"2035-01-01","precision":"year"}',
        "[" * 100_000,
    ],
)
def test_days_that_we_would_not_write_are_refused(wrong: str) -> None:
    with pytest.raises(codec.Misspelt):
        codec.read_due(wrong)


PLACES = (("b", "abc"), ("a", "xyz"))


def test_claims_are_spelled_in_one_order() -> None:
    one, other = (Passage(article, "e" * 32, 1, 0, 3, quote) for article, quote in PLACES)
    text = codec.spell_claims(Relation.ECHOES, one, other)
    assert text == codec.spell_claims(Relation.ECHOES, other, one)
    assert codec.read_claims(text) == (Relation.ECHOES, other, one)
    for was, now in (('"node":1', '"node":true'), ('"end":3', '"end":4'), ('"abc"', '"a\\u0000c"')):
        with pytest.raises(codec.Misspelt):
            codec.read_claims(text.replace(was, now))

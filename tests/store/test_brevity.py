"""How short a text is stands in its number, and its number is told by it."""

from hypothesis import given
from hypothesis import strategies as st

from core.store.brevity import LEVELS, row

numbers, lengths = st.integers(1, 2**40), st.integers(0, 2**30)


@given(numbers, lengths)
def test_a_row_tells_whose_it_is(doc: int, terms: int) -> None:
    assert row(doc, terms) // LEVELS == doc


@given(numbers, lengths, lengths)
def test_a_shorter_text_weighs_as_much_or_more(doc: int, one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    assert row(doc, shorter) % LEVELS >= row(doc, longer) % LEVELS

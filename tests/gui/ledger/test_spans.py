"""Bars along time: all are seen, none meets another on its line, however close one looks."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gui.ledger.spans import Span, View, fit, pack

DAY = st.integers(min_value=700_000, max_value=760_000)
WIDE = 1200.0


@st.composite
def a_span(draw: st.DrawFn) -> Span:
    first, last = sorted((draw(DAY), draw(DAY)))
    words = draw(st.floats(min_value=20, max_value=400))
    ends = draw(st.sampled_from([(first, last + 1), (None, last), (first, None)]))
    return Span(*ends, words)


SPANS = st.lists(a_span(), min_size=1, max_size=30)


@given(SPANS, DAY)
def test_all_is_seen(spans: list[Span], today: int) -> None:
    view = fit(spans, today, WIDE)
    for span in spans:
        assert view.left(span) >= -1
        assert view.right(span) <= WIDE + 1
    assert -1 <= view.x(today) <= WIDE + 1


@given(SPANS, DAY, st.floats(min_value=1, max_value=500))
def test_none_meets_another_on_its_line(spans: list[Span], today: int, closer: float) -> None:
    whole = fit(spans, today, WIDE)
    lines = pack(spans, whole)
    view = View(whole.origin, whole.scale * closer)
    for (one, a), (other, b) in combinations(zip(spans, lines, strict=True), 2):
        if a == b:
            left, right = sorted((one, other), key=view.left)
            assert max(view.right(left), view.left(left) + left.words) <= view.left(right)


def test_what_follows_on_another_shares_its_line() -> None:
    spans = [Span(730_000, 731_000, 50), Span(735_000, 736_000, 50), Span(730_100, 730_900, 50)]
    assert pack(spans, fit(spans, 730_000, WIDE)) == [0, 0, 1]


def test_looking_closer_keeps_the_day_under_the_mouse() -> None:
    view = View(730_000, 0.5)
    assert view.zoomed(3, 400).day(400) == view.day(400)
    assert view.panned(100).x(view.day(0)) == 100

"""Figures, days and words as odd as a file can hold them: drawn, and nothing breaks."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.finding import Due, Figure, Status
from core.quantity import Kind
from gui.ledger import LedgerPane, Row, Tab, saving
from tests.gui.ledger.conftest import Show
from tests.gui.ledger.given_rows import TODAY, row

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False).filter(
    lambda number: abs(number.adjusted()) < 30
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    ends = draw(st.sampled_from([(low, high), (low, low), (None, high), (low, None)]))
    kind = draw(st.sampled_from(Kind))
    return Figure(
        kind.value,
        *ends,
        draw(st.sampled_from(["", "year", "t", "USD/kg", "个"])),
        draw(st.sampled_from(["", "USD"])),
        direction=draw(st.sampled_from(["", "rose", "fell"])),
        said=draw(st.text(max_size=40)),
    )


@st.composite
def rows(draw: st.DrawFn) -> Row:
    days = sorted((draw(st.dates()), draw(st.dates())))
    ends = draw(st.sampled_from([(days[0], days[1]), (None, days[1]), (days[0], None)]))
    due = Due(*ends, draw(st.sampled_from(["day", "month", "quarter", "half-year", "year"])))
    return row(
        draw(st.text(min_size=1, max_size=400)),
        draw(st.sampled_from([due, None])),
        draw(st.one_of(st.none(), figures())),
        status=draw(st.sampled_from(Status)),
        confidence=draw(st.one_of(st.none(), st.integers(0, 100))),
        tags=tuple(draw(st.lists(st.text(min_size=1, max_size=30), max_size=3))),
        source=draw(st.text(max_size=30)),
        published=draw(st.dates()),
        one=draw(st.uuids()).hex,
    )


@pytest.fixture
def shown(show: Show[LedgerPane]) -> LedgerPane:
    return show(LedgerPane(TODAY))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rows(), max_size=12), st.sampled_from([TODAY, date.min, date.max]))
def test_whatever_it_holds_every_page_is_drawn(
    shown: LedgerPane, some: list[Row], today: date
) -> None:
    shown.show_rows(some, today)
    shown.inbox.show_groups({"Overdue": some}, today)
    for tab in Tab:
        shown.turn(tab)
        shown.grab()
    for picture in (shown.horizons, shown.numbers):
        picture.step(1)
        assert saving.svg(picture)
    shown.horizons.zoom(1e6)
    shown.horizons.grab()
    shown.horizons.fit()

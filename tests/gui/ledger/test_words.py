"""Findings in words."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from core.finding import Due
from core.ledger.axes import Axis
from gui import tongue
from gui.ledger.words import away_words, axis_words
from gui.parts.horizons import due_words

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (Due(date(2035, 11, 9), date(2045, 11, 9), "year"), "2035–2045"),
        (Due(date(2026, 1, 1), date(2026, 12, 31), "year"), "2026"),
        (Due(None, date(2030, 12, 31), "year"), "by 2030"),
        (Due(date(2031, 1, 1), None, "decade"), "from 2031"),
        (Due(date(2026, 7, 1), date(2026, 9, 30), "quarter"), "Q3 2026"),
        (Due(date(2026, 1, 1), date(2026, 6, 30), "half-year"), "H1 2026"),
        (Due(date(2026, 3, 1), date(2026, 3, 31), "month"), "Mar 2026"),
        (Due(date(2026, 3, 9), date(2026, 3, 9), "day"), "9 Mar 2026"),
        (Due(None, None, "day"), ""),
        (None, ""),
    ],
)
def test_a_horizon_is_said_as_finely_as_it_was(due: Due | None, said: str) -> None:
    assert due_words(due) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "today"),
        (date(2026, 11, 30), "tomorrow"),
        (date(2026, 11, 28), "yesterday"),
        (date(2026, 12, 9), "in 10 days"),
        (date(2026, 9, 20), "2 months ago"),
        (date(2028, 1, 1), "in 1 year"),
    ],
)
def test_a_day_is_said_by_how_far_it_is(day: date, said: str) -> None:
    assert away_words(day, TODAY) == said


def test_an_axis_is_named_in_the_language_of_the_window(qapp: QApplication) -> None:
    years, tonnes = (Axis(*told, ()) for told in (("Duration", "", "years"), ("Mass", "", "t")))
    assert axis_words(years) == "Duration, years"
    tongue.wear(qapp, "zh")
    assert (axis_words(years), axis_words(tonnes)) == ("时长，年", "质量，t")
    tongue.wear(qapp, "en")

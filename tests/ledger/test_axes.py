"""The same quantity from several sources, on one axis and in one unit."""

from decimal import Decimal

from core.finding import Figure
from core.ledger.axes import Axis, axes


def figure(
    kind: str, low: str | None, high: str | None, unit: str = "", currency: str = ""
) -> Figure:
    first, last = (None if end is None else Decimal(end) for end in (low, high))
    return Figure(kind, first, last, unit, currency)


def laid(*figures: Figure) -> list[Axis]:
    return axes((str(n), "", one) for n, one in enumerate(figures))


def test_durations_stand_on_one_axis_in_the_unit_that_most_are_said_in() -> None:
    years, months = figure("duration", "10", "20", "year"), figure("duration", "6", "18", "month")
    (axis,) = laid(years, figure("duration", "3", "5", "year"), months)
    assert axis.title == "Duration, years"
    assert [(mark.finding, mark.low, mark.high) for mark in axis.marks] == [
        ("2", Decimal("0.5"), Decimal("1.5")),
        ("1", Decimal(3), Decimal(5)),
        ("0", Decimal(10), Decimal(20)),
    ]


def test_what_measures_something_else_stands_apart() -> None:
    found = laid(
        figure("money", "1", "1", currency="USD"),
        figure("money", "1", "1", currency="CNY"),
        figure("percent", "85", None),
        figure("mass", "2", "2", "t"),
        figure("mass", "2000", "2000", "kg"),
    )
    assert [axis.title for axis in found] == ["Mass, t", "Money, CNY", "Money, USD", "Share, %"]
    assert [mark.low for mark in found[0].marks] == [2, 2]


def test_what_fell_is_below_nothing_and_not_beside_shares() -> None:
    fell = Figure("percent", Decimal("20.3"), None, direction="fell")
    rose = Figure("percent", Decimal(5), Decimal(5), direction="rose")
    change, share = laid(fell, rose, figure("percent", "5", "5"))
    assert (change.title, share.title) == ("Change, %", "Share, %")
    assert [(mark.low, mark.high) for mark in change.marks] == [(None, Decimal("-20.3")), (5, 5)]


def test_subjects_are_kept_apart() -> None:
    five = figure("percent", "5", "5")
    found = axes([("1", "稀土", five), ("2", "芯片", five), ("3", "稀土", five)])
    assert [(axis.subject, len(axis.marks)) for axis in found] == [("稀土", 2), ("芯片", 1)]


def test_dates_and_what_has_no_value_stand_nowhere() -> None:
    assert laid(figure("date", None, None), figure("percent", None, None)) == []
    assert laid(Figure("of a kind nobody knows", Decimal(1), Decimal(1))) == []

"""Findings by hand, as a reader of minerals and chips would gather them."""

from datetime import date, timedelta
from decimal import Decimal

from core.finding import Bearing, Due, Evidence, Figure, Finding, Outcome, Result, Status
from gui.ledger.row import Row
from tests.given import ANNA

TODAY = date(2026, 11, 29)
START = 1_763_000_000_000


def figure(kind: str, low: str | None, high: str | None, said: str, **more: str) -> Figure:
    ends = (None if low is None else Decimal(low), None if high is None else Decimal(high))
    return Figure(kind, *ends, said=said, **more)  # type: ignore[arg-type]


def row(
    statement: str,
    due: Due | None = None,
    figure: Figure | None = None,
    *,
    status: Status = Status.OPEN,
    outcome: Outcome | None = None,
    confidence: int | None = None,
    tags: tuple[str, ...] = (),
    source: str = "观察者网",
    published: date = date(2025, 11, 9),
    one: str = "",
) -> Row:
    name = one or f"finding of {statement}"
    finding = Finding(
        id=name, statement=statement, evidence=(Evidence(f"mark of {name}", Bearing.SUPPORTS),),
        figure=figure, due=due, confidence=confidence, status=status, outcome=outcome, note="",
        tags=tags, author=ANNA.id, created=START, modified=START,
    )  # fmt: skip
    return Row(finding, (source,), published, tags, ANNA.name, f"mark of {name}")


def years(first: int | None, last: int | None, precision: str = "year") -> Due:
    return Due(
        date(first, 11, 9) if first else None, date(last, 11, 9) if last else None, precision
    )


YEARS = figure("duration", "10", "20", "10 to 20 years", unit="year")
ROWS = (
    row("10–20 years to self-sufficiency in separation", years(2035, 2045), YEARS,
        confidence=60, tags=("claim/forecast", "稀土")),
    row("重稀土分离产能三到五年内翻一番", years(2028, 2030),
        figure("duration", "3", "5", "三到五年", unit="year"), status=Status.WATCHED, confidence=70,
        tags=("claim/forecast", "稀土"), source="Caixin"),
    row("A magnet plant in Texas opens", Due(date(2026, 1, 1), date(2026, 6, 30), "half-year"),
        confidence=80, tags=("claim/forecast",), source="Reuters", published=date(2025, 6, 2)),
    row("Gallium prices stay above 500 USD/kg through the year",
        Due(date(2026, 1, 1), date(2026, 12, 31), "year"),
        figure("rate", "500", None, "above 500 USD/kg", unit="USD/kg", currency="USD"),
        tags=("claim/figure", "镓"), source="Argus", published=date(2025, 12, 20)),
    row("Export licences are lifted", Due(date(2026, 3, 1), date(2026, 3, 31), "month"),
        status=Status.SETTLED, outcome=Outcome(Result.FAILED, date(2026, 4, 2)), confidence=40,
        tags=("policy",), source="商务部", published=date(2025, 10, 9)),
    row("The first batch leaves the Lynas plant in Kalgoorlie",
        Due(date(2026, 2, 14), date(2026, 2, 14), "day"), status=Status.SETTLED,
        outcome=Outcome(Result.CAME_TRUE, date(2026, 2, 16)), confidence=90, tags=("policy",),
        source="Reuters", published=date(2026, 1, 3)),
    row("Over 85% of the world's capacity stays in China", years(None, 2030),
        figure("percent", "85", None, "over 85%", bound="over"), confidence=75,
        tags=("claim/figure", "稀土")),
    row("Recycling covers a fifth of demand", Due(date(2031, 1, 1), None, "year"),
        figure("percent", "20", "20", "20%"), status=Status.WATCHED, confidence=30,
        tags=("claim/forecast",), source="IEA", published=date(2025, 5, 21)),
    row("A generation of chemists has to be trained first", years(2045, 2055), None,
        status=Status.DROPPED, tags=("claim/forecast",)),
    row("三年内实现28纳米光刻机自主", years(2026, 2028),
        figure("duration", None, "3", "三年内", unit="year"), confidence=35, tags=("芯片",),
        source="财新网", published=date(2025, 8, 1)),
    row("15% to 20% of oxides are lost in the last stages", None,
        figure("percent", "15", "20", "15% to 20%"), tags=("claim/figure",), source="USGS"),
    row("At least a decade", years(2035, None), figure("duration", "10", None, "at least a decade",
        unit="year"), confidence=50, tags=("claim/forecast", "稀土"), source="The Economist",
        published=date(2025, 3, 8)),
    row("Quotas rise by a tenth", Due(date(2026, 7, 1), date(2026, 9, 30), "quarter"),
        figure("percent", "10", "10", "10%", direction="rose"), status=Status.SETTLED,
        outcome=Outcome(Result.PARTLY, date(2026, 10, 2)), confidence=55,
        tags=("policy", "稀土"), source="Reuters"),
)  # fmt: skip


def many(number: int) -> tuple[Row, ...]:
    """So many findings, spread over half a century."""
    made = []
    for n in range(number):
        first = date(2024, 1, 1) + timedelta(days=n * 7919 % 9000)
        due = Due(first, first + timedelta(days=n * 31 % 900), "day")
        status = tuple(Status)[n % 4]
        outcome = Outcome(tuple(Result)[n % 5], first) if status is Status.SETTLED else None
        share = figure("percent", str(n % 97), str(n % 97 + 3), f"{n % 97}–{n % 97 + 3}%")
        made.append(
            row(f"Finding {n} of many 发现{n}", due if n % 5 else None, share, status=status,
                outcome=outcome, confidence=n % 101, tags=(f"tag/{n % 7}",),
                source=f"Source {n % 11}", published=first, one=f"id{n:05}")
        )  # fmt: skip
    return tuple(made)

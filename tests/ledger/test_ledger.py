"""The ledger joins findings with where they come from, and tells what is due and who was right."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import ledger
from core.annotate import take_away
from core.finding import Bearing, Due, Figure, Finding, Outcome, Result, Status
from core.ledger import Standing, scores
from core.ledger.axes import axes
from core.ledger.axes_written import axes_written
from core.ledger.scores import FEW
from core.ledger.written import written
from core.quantity import quantities
from tests.given import ANNA

CLAIM = "A secure supply chain could take 10 to 20 years to build"
PUBLISHED = date(2025, 11, 9)


def finding(due: Due | None = None, **said: object) -> Finding:
    one = Finding(
        *("an id", "It will be so", (), None, due, None, Status.OPEN, None, "", ()),
        *(ANNA.id, 0, 0),
    )
    return replace(one, **said)  # type: ignore[arg-type]


def test_a_row_names_sources_articles_tags_and_the_author(library, two, judged):
    judged(two[0], tags=("b", "a"))
    (row,) = ledger.rows(library)
    assert row.sources == ("Guan Cha Zhe Wang",)
    assert row.articles == (two[0].id,)
    assert (row.tags, row.author, row.published) == (("a", "b"), "Anna", "2025-11-09 04:46")
    (cited,) = row.cited
    assert (cited.title, cited.shown) == (two[0].title, True)
    assert cited.quote == two[0].edition.nodes[1].text


def test_a_row_tells_of_an_article_that_was_taken_away(library, two, judged):
    judged(two[0])
    library.commit(take_away([two[0].id]))
    (row,) = ledger.rows(library)
    assert [(cited.title, cited.shown) for cited in row.cited] == [(two[0].title, False)]


def test_what_contradicts_is_no_source_of_a_finding(library, two, judged):
    judged(two[1], bearing=Bearing.CONTRADICTS)
    (row,) = ledger.rows(library)
    assert (row.sources, row.published, row.articles) == ((), None, (two[1].id,))


# Taken out of a claim


def test_figure_and_days_are_taken_out_of_a_claim():
    (quantity,) = quantities(CLAIM)
    figure = ledger.figure_of(quantity, CLAIM)
    low, high = Decimal(10), Decimal(20)
    assert figure == Figure("duration", low, high, "year", hedged=True, said="10 to 20 years")
    assert ledger.figure_words(figure) == "10–20 years"
    due = ledger.due_of(quantity, PUBLISHED)
    assert due == Due(date(2035, 11, 9), date(2045, 11, 9), "year")


def test_a_date_is_told_as_the_text_has_it():
    text = "Output will double by the end of 2026"
    one = next(one for one in quantities(text) if one.kind == "date")
    assert ledger.figure_words(ledger.figure_of(one, text)) == "by the end of 2026"
    assert ledger.due_of(one, PUBLISHED) == Due(PUBLISHED, date(2026, 12, 31), "year")


def test_a_part_of_a_whole_is_told_as_the_text_has_it():
    text = "Two thirds of the output is sold"
    (one,) = quantities(text)
    assert ledger.figure_words(ledger.figure_of(one, text)) == "Two thirds"


def test_what_points_nowhere_is_never_due():
    (quantity,) = quantities("It costs $8.5 billion")
    assert ledger.due_of(quantity, PUBLISHED) is None


# What is due


@pytest.mark.parametrize(
    ("due", "today", "stands"),
    [
        (None, date(2030, 1, 1), Standing.NEVER),
        (Due(date(2035, 1, 1), date(2045, 1, 1)), date(2034, 12, 31), Standing.AHEAD),
        (Due(date(2035, 1, 1), date(2045, 1, 1)), date(2035, 1, 1), Standing.RUNS),
        (Due(date(2035, 1, 1), date(2045, 1, 1)), date(2044, 12, 31), Standing.RUNS),
        (Due(date(2035, 1, 1), date(2045, 1, 1)), date(2045, 1, 1), Standing.OVER),
        (Due(None, date(2045, 1, 1)), date(2030, 1, 1), Standing.RUNS),
        (Due(date(2035, 1, 1), None), date(2030, 1, 1), Standing.AHEAD),
        (Due(date(2035, 1, 1), None), date(2035, 1, 1), Standing.OVER),
    ],
)
def test_a_finding_stands_to_a_day(due, today, stands):
    one = finding(due)
    assert ledger.standing(one, today) is stands
    assert bool(ledger.due([one], today)) is (stands is Standing.OVER)


def test_what_was_judged_or_dropped_is_not_due():
    past = Due(None, date(2020, 1, 1))
    judged = finding(past, outcome=Outcome(Result.FAILED, date(2021, 1, 1)))
    dropped = finding(past, status=Status.DROPPED)
    assert ledger.due([judged, dropped], date(2030, 1, 1)) == []
    assert ledger.standing(judged, date(2030, 1, 1)) is Standing.JUDGED
    assert ledger.standing(dropped, date(2030, 1, 1)) is Standing.CLOSED


def test_what_waits_longest_comes_first_and_what_comes_soon_can_be_asked_for():
    days = (date(2026, 3, 1), date(2026, 1, 1), date(2026, 2, 1))
    some = [finding(Due(None, day), id=str(day)) for day in days]
    today = date(2026, 2, 1)
    assert [one.id for one in ledger.due(some, today)] == ["2026-01-01", "2026-02-01"]
    soon = ledger.due(some, today, timedelta(days=28))
    assert [one.id for one in soon] == sorted(map(str, days))


@pytest.mark.parametrize("last", [date.min, date.max])
@pytest.mark.parametrize("today", [date.min, date.max])
def test_a_day_at_either_end_of_the_calendar_is_a_day(last, today):
    found = ledger.due([finding(Due(None, last))], today, timedelta(days=100_000))
    assert bool(found) is (last <= today)


# Who was right


def test_of_few_nothing_is_told():
    some = [finding(outcome=Outcome(Result.CAME_TRUE, PUBLISHED), confidence=90)] * (FEW - 1)
    told = scores.score("it", some)
    assert (told.judged, told.hits, told.confident) == (FEW - 1, FEW - 1, FEW - 1)
    assert told.rate is told.brier is None


def test_a_hit_rate_and_a_brier_score_are_those_of_their_definitions():
    results = [(Result.CAME_TRUE, 80)] * 6 + [(Result.FAILED, 30)] * 3 + [(Result.PARTLY, 50)]
    left_out = [(Result.UNCLEAR, 99), (Result.MOOT, 1), (None, 50)]
    some = [
        finding(outcome=result and Outcome(result, PUBLISHED), confidence=percent)
        for result, percent in results + left_out
    ]
    told = scores.score("it", some)
    assert (told.judged, told.hits, told.rate) == (10, 6.5, 0.65)
    assert told.brier == pytest.approx((6 * 0.2**2 + 3 * 0.3**2 + 0) / 10)


@given(st.lists(st.sampled_from(list(scores.HITS)), min_size=FEW, max_size=40))
def test_who_always_says_half_gets_a_quarter_at_most(results):
    some = [finding(outcome=Outcome(one, PUBLISHED), confidence=50) for one in results]
    assert (scores.score("it", some).brier or 0) <= 0.25


def test_scores_are_told_by_source_author_and_tag(library, two, judged):
    for number in range(FEW):
        judged(two[0], Result.CAME_TRUE if number % 2 else Result.FAILED, tags=("forecast",))
    judged(two[1], Result.CAME_TRUE)
    judged(two[1])
    rows = ledger.rows(library)
    sources = [(one.name, one.judged, one.rate) for one in scores.by_source(rows)]
    assert sources == [("Guan Cha Zhe Wang", FEW, 0.5), ("ZACKS", 1, None)]
    assert [(one.name, one.judged) for one in scores.by_author(rows)] == [("Anna", FEW + 1)]
    assert [(one.name, one.rate) for one in scores.by_tag(rows)] == [("forecast", 0.5)]


# CSV


def test_the_ledger_is_written_as_a_table(library, two, judged):
    figure = Figure("percent", Decimal("-20.3"), Decimal("-20.3"), said="-20.3%")
    due = Due(None, date(2030, 12, 31), "year")
    judged(two[0], Result.PARTLY, figure=figure, due=due, confidence=70, note="=1+1", tags=("a",))
    (told,) = csv.DictReader(written(ledger.rows(library)).splitlines())
    assert (told["statement"], told["kind"], told["low"]) == ("It will be so", "percent", "-20.3")
    assert (told["earliest"], told["latest"], told["confidence"]) == ("", "2030-12-31", "70")
    assert (told["outcome"], told["judged"], told["status"]) == ("partly", "2026-01-01", "settled")
    assert (told["sources"], told["tags"], told["note"]) == ("Guan Cha Zhe Wang", "a", "'=1+1")
    assert told["evidence"] == f"supports: {two[0].edition.nodes[1].text}"


def test_number_lines_are_written_as_a_table(library, two, judged):
    figure = Figure("percent", Decimal("20.3"), None, said="at least 20.3%")
    judged(two[0], Result.PARTLY, figure=figure)
    rows = {row.finding.id: row for row in ledger.rows(library)}
    laid = axes([(one, "=稀土", figure) for one in rows])
    (told,) = csv.DictReader(axes_written(laid, rows).splitlines())
    assert (told["measure"], told["subject"], told["unit"]) == ("Share", "'=稀土", "'%")
    assert (told["low"], told["high"], told["said"]) == ("20.3", "", "at least 20.3%")
    assert (told["statement"], told["sources"]) == ("It will be so", "Guan Cha Zhe Wang")
    assert told["id"] in rows

"""What holds of any two claims: no order, no self-contradiction, no pair by one word exchanged."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.finding import Claim, Relation
from core.relate.claim import whole
from core.relate.period import Heard, compared
from core.relate.read import read
from tests.relate.judge import judge
from tests.relate.measure import DAY, labels, lexicon

TEXTS = sorted({text for one in labels("developed") for text in (one.one.text, one.other.text)})
METALS = ("zinc", "copper", "nickel", "tin", "lead", "cobalt", "antimony", "tungsten")
PLACES = ("China", "Chile", "Japan", "Peru", "India", "Kazakhstan")
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def said(text: str, article: str, source: str, day: date | None = DAY):
    return read(Claim(whole(article, "e", 1, text), source=source, published=day), lexicon())


@settings(max_examples=300)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), DAYS)
def test_it_does_not_matter_which_is_heard_first(one, other, day):
    mine, theirs = said(one, "a", "S"), said(other, "b", "T", day)
    found, back = judge(mine, theirs), judge(theirs, mine)
    assert (found and found[0]) == (back and back[0])


@settings(max_examples=100)
@given(st.sampled_from(TEXTS))
def test_no_claim_contradicts_its_own_words(text):
    found = judge(said(text, "a", "S"), said(text, "b", "T"))
    assert found is None or found[0] is Relation.ECHOES


def test_what_is_longer_than_a_claim_says_nothing():
    """Else its sentences would be held against one another, with the square of their number."""
    one = said("Ore fell 5%. " * 50_000, "a", "S")
    assert not one.frames
    assert judge(one, said("Ore rose 5%", "b", "T")) is None


@settings(max_examples=100)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_laid_beside_one_another(one, other):
    judge(said(one, "a", "S"), said(other, "b", "T"))


def test_months_of_an_article_without_a_day_are_of_no_known_year():
    for when in ("in May", "in Q3"):
        text = f"Exports of tin fell 5% {when}"
        assert judge(said(text, "a", "S", None), said(text, "b", "T")) is None


def test_the_reason_says_which_rose_and_which_fell():
    rose, fell = (f"Exports of tin {way} in May 2025" for way in ("rose", "fell"))
    for one, other in ((rose, fell), (fell, rose)):
        found = judge(said(one, "a", "S"), said(other, "b", "T"))
        assert found
        ways = [text.split()[3] for text in (one, other)]
        assert found[1].words == f"It {ways[0]} here and {ways[1]} there: Exports of tin."


def test_the_period_before_is_as_long_as_the_one_that_is_spoken_of():
    def before(*until: int) -> str:
        return compared("period", frozenset({(date(2025, 7, 1), date(2025, *until))}))

    assert (before(7, 31), before(9, 30), before(12, 31)) == ("month", "quarter", "period")


@settings(max_examples=200)
@given(st.permutations(METALS), st.permutations(PLACES), st.integers(2, 90), st.integers(2, 90))
def test_another_thing_or_place_is_another_subject(metals, places, one, other):
    base = said(f"Output of {metals[0]} in {places[0]} rose {one}% in May", "a", "S")
    for metal, place in ((metals[1], places[0]), (metals[0], places[1])):
        text = f"Output of {metal} in {place} fell {other}% in May"
        assert judge(base, said(text, "b", "T")) is None


@settings(max_examples=200)
@given(st.sampled_from(METALS), st.integers(5, 40), st.integers(5, 40))
def test_spans_that_do_not_meet_contradict_and_those_that_do_not(metal, one, other):
    mine = said(f"A mine of {metal} in Peru takes {one} years to open", "a", "S")
    theirs = said(f"It takes {other} years to open a mine of {metal} in Peru", "b", "T")
    found = judge(mine, theirs)
    apart = abs(one - other) > max(one, other) / 10
    assert (found is not None and found[0] is Relation.CONTRADICTS) == apart


TOLD = (
    "The ministry said {} stocks would last 45 days",
    "Spot {} hit a record 19,500 yuan per ton, up 2.1% on the day",
    "China's {} exports reached 3.4 million tonnes in 2024, up 9%",
)
UNHEARD_OF = ("ferrosilicon", "glyphosate", "melamine", "titanium dioxide", "Zangge", "Yahua")
UNHEARD_OF_IN_CHINESE = ("草甘膦", "己内酰胺", "粘胶短纤", "麦芽糖", "盛和资源")


@given(st.sampled_from(TOLD), st.permutations(UNHEARD_OF), st.permutations(UNHEARD_OF_IN_CHINESE))
def test_what_nobody_knows_is_another_thing_in_the_same_sentence(told, things, others):
    one, other = (said(told.format(thing), thing, thing) for thing in things[:2])
    assert judge(one, other) is None
    one, other = (said(f"{thing}价格上涨3.5%至每吨8.2万元", thing, thing) for thing in others[:2])
    assert judge(one, other) is None


def test_a_figure_may_be_rounded_and_no_more():
    told = "BYD: 441,706 cars in October, +{}%"
    heard = said("BYD sold 441,706 cars in October, with growth of 12%", "b", "T")
    found = [judge(said(told.format(rate), "a", "S"), heard) for rate in ("12.1", "10")]
    assert [one and one[0] for one in found] == [Relation.ECHOES, None]


@pytest.mark.parametrize("day", ["january 9", "may 9", "october 9", "december 31"])
def test_a_day_is_a_time_where_nobody_knows_when_it_was_written(day: str) -> None:
    assert Heard(f"it ends on {day}", (), None).found


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("sales rose in january-october", 1, 10),
        ("jan-oct sales rose", 1, 10),
        ("10月70城房价下降", 10, 10),
        ("10月3.5万辆", 10, 10),
    ],
)
def test_months_are_heard_also_where_nothing_parts_them(when: str, first: int, last: int) -> None:
    ((since, until),) = Heard(when, (), DAY).between(0, len(when))
    assert since
    assert until
    assert (since.month, until.month) == (first, last)


def test_no_word_is_made_of_a_month_and_what_follows() -> None:
    for text in ("前10个月光伏装机增长12%", "11月光伏装机增长12%"):
        assert "光伏" in said(text, "a", "S").keys


def test_a_bank_moves_its_rate_to_one_range_once_in_some_days() -> None:
    told = "The FOMC {} to 4.00%-4.25% after six holds"
    heard = said("The Fed cut by 25 basis points to between 4.00% and 4.25%, its first", "b", "T")
    found = [judge(said(told.format(way), "a", "S"), heard) for way in ("cut", "rose", "stood")]
    assert [one and one[0] for one in found] == [Relation.ECHOES, None, None]
    boe = said("The Bank of England cut to 4.00%-4.25%", "c", "S")
    assert judge(boe, heard) is None


@pytest.mark.parametrize(
    ("month", "year"), [("in December", 2025), ("in January", 2025), ("from December", 2024)]
)
def test_a_month_is_the_next_where_that_is_near_or_else_the_last(month, year):
    named = f"{month.split()[1]} {year}"
    one = said(f"Lithium output in Chile rises 12% {month}", "a", "S")
    other = said(f"Lithium output in Chile rises 40% in {named}", "b", "T")
    assert one.periods == other.periods


@pytest.mark.parametrize("month", ["December", "January"])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_on_the_first_and_last_days_of_the_calendar_a_month_is_one_of_it(day, month):
    assert said(f"Lithium output in Chile rises 12% in {month}", "a", "S", day).periods

"""Two articles of some days that give one figure of one thing tell the same, in whatever words."""

import pytest

from core.finding import Claim, Relation
from core.relate import Table
from tests.relate import libraries
from tests.relate.measure import published

BUYS = "The deal values the assets at $82.7 billion with debt"
TAKEN = "Netflix takes the business of Warner Bros. at an enterprise value of $82.7 billion"
NAMED = "titles:Netflix_to_buy_Warner_Bros_studios|"


def told(one: str, other: str, setting: str = "") -> Relation | None:
    return related(*published(one, other, setting))


def related(*some: Claim) -> Relation | None:
    found = Table().add(some)
    return found[0].relation if found else None


def test_what_one_names_may_stand_above_the_other():
    assert told(BUYS, TAKEN, NAMED) is Relation.ECHOES
    assert told(BUYS, TAKEN) is None


@pytest.mark.parametrize("days", ["+20", "within"])
def test_it_is_told_again_in_the_news_of_some_days_and_in_another_article(days):
    assert told(BUYS, TAKEN, f"{NAMED} {days}") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Support was 83.4% for one option, under the 90% needed",
            "Vanke's top option won 83.4%, short of 90%",
        ),
        (
            "A fuselage panel fault hit 628 A320s",
            "Up to 628 jets need checks of panels",
        ),
        (
            "Foreign reserves rose to $3.3579 trillion",
            "China's forex reserves stood at 3.3579 trillion dollars, up $11.5 billion",
        ),
    ],
)
def test_each_may_tell_more_of_it_and_give_a_bound(one, other):
    assert told(one, other, "titles:Vanke_A320|Vanke_A320") is Relation.ECHOES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Copper stocks fell to 12.34 million tons", "Zinc stocks were at 12.34 million tons"),
        ("BYD sold 12.34 million cars", "Tesla delivered 12.34 million cars"),
        ("Weekly coal sales were 12.34 million tons", "Coal sales by month: 12.34 million monthly"),
        ("Net profit was 12.37 billion yuan, up 8%", "Net profit: 12.37 billion yuan, up 9%"),
        (
            "Eight out of nine buyers of copper name Chile as their sole or primary source",
            "Eight out of nine buyers of gold name Japan as their sole or primary source",
        ),
    ],
)
def test_nothing_speaks_against_it(one, other):
    assert told(one, other) is None


def test_figures_of_a_title_and_words_that_have_a_capital_there_name_nothing():
    setting = "titles:央行连增14个月|外储33464亿美元 under:Core_Viewpoint|Reserves_Outlook"
    one, other = "Gold reserves were 74.12 million ounces", "黄金储备为7412万盎司"
    assert told(one, other, setting) is Relation.ECHOES


def test_what_has_no_day_is_told_beside_what_has_one():
    one, other = published(
        "The Fed cut to 4.00%-4.25% after six holds",
        "A 25 basis point cut by the Fed to 4.00% to 4.25%",
        "",
    )
    undated = Claim(one.passage, one.title, one.heading, one.source)
    assert related(undated, other) is Relation.ECHOES
    later = Table()
    assert not later.add([other])
    assert [one.relation for one in later.add([undated])] == [Relation.ECHOES]


@pytest.mark.parametrize("half", [libraries.ODD, libraries.EVEN])
def test_in_small_libraries_most_of_what_is_proposed_is_right(half):
    one = libraries.score(half)
    assert one.precision >= 0.9
    assert one.recall >= 0.25

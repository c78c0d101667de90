"""A claim that leaves its subject to its heading or title is read with it, where that is sure."""

import pytest

from core.finding import Relation
from core.relate import Table
from tests.relate.measure import published

FELL = "Copper output fell 3% in 2025"


def told(one: str, other: str, setting: str) -> Relation | None:
    found = Table().add(published(one, other, setting))
    return found[0].relation if found else None


@pytest.mark.parametrize("setting", ["under:Copper_output|", "titles:Copper_output|"])
@pytest.mark.parametrize("one", ["It rose 12% in 2025", "Rose 12% in 2025", "2025年增长12%"])
def test_a_claim_is_about_what_stands_above_it(one, setting):
    assert told(one, FELL, setting) is Relation.CONTRADICTS


def test_a_heading_that_every_article_has_names_nothing_so_the_title_does():
    setting = "under:Outlook| titles:Copper_output|"
    assert told("It rose 12% in 2025", FELL, setting) is Relation.CONTRADICTS


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "under:Aluminium_output|",
        "under:Copper_output_in_Chile|",
        "under:Copper_output titles:Chile|",
        "under:Copper_output_and_prices|",
        "under:Copper_output_rises|",
    ],
)
def test_it_is_not_where_that_names_another_thing_or_several_or_tells_a_story(setting):
    setting = setting.replace("output titles", "output| titles")
    assert told("It rose 12% in 2025", FELL, setting) is None


def test_it_takes_ten_years_is_about_nothing_above():
    text = "It takes 10 years to open a mine of tin"
    other = "It takes 5 years to open a mine of tin"
    assert told(text, other, "under:Copper_output|") is Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("titles:BYD_overseas_sales|BYD_overseas_sales", Relation.CONTRADICTS),
        ("titles:BYD_overseas_sales|BYD_domestic_sales", None),
        ("titles:Overseas_sales|Overseas_sales", None),
        ("titles:Overseas_Sales|Overseas_Sales", None),
        ("titles:BYD_sales_in_Europe_overtake_Tesla|BYD_sales_in_Europe_overtake_Tesla", None),
        ("within titles:BYD_overseas_sales|BYD_overseas_sales", None),
    ],
)
def test_two_claims_are_about_what_stands_above_both_if_it_has_a_name(setting, expected):
    one, other = "They reached 131,000 units in November", "It sold 98,000 units in November"
    assert told(one, other, setting) is expected


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("under:Peru|", None),
        ("under:Peru|Peru", Relation.CONTRADICTS),
        ("under:Peru| titles:|Peru", Relation.CONTRADICTS),
        ("under:Market_Outlook|", Relation.CONTRADICTS),
    ],
)
def test_under_a_name_alone_all_is_of_it(setting, expected):
    assert told("Copper output rose 12% in 2025", FELL, setting) is expected


def test_the_reason_names_what_stands_above():
    one, other = "They reached 131,000 units in November", "They reached 98,000 units in November"
    title = "titles:BYD_overseas_sales|BYD_overseas_sales"
    (found,) = Table().add(published(one, other, title))
    assert found.reason.endswith(": BYD overseas sales.")

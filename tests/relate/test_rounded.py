"""Two figures that agree, though one is rounded, are one story, whatever else is told."""

import pytest

from core.finding import Relation
from core.relate import Table
from tests.relate.measure import published

LONG = "CATL's Q3 net profit rose 41.2% to 18.55 billion yuan"
SHORT = "CATL earned 18.5 billion yuan in the third quarter, up 41%"


def told(one: str, other: str, setting: str = "") -> Relation | None:
    found = Table().add(published(one, other, setting))
    return found[0].relation if found else None


def test_two_rounded_figures_of_one_name_are_one_story():
    assert told(LONG, SHORT) is Relation.ECHOES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, "BYD earned 18.5 billion yuan in the third quarter, up 41%"),
        (LONG, "CATL earned 18.4 billion yuan in the third quarter, up 41%"),
        (LONG, "CATL earned 18.5 billion yuan in the third quarter"),
        (
            "Guangdong's exports rose 4.1% to 8.6 trillion yuan in 2024",
            "Imports of Guangdong reached 8.6 trillion yuan in 2024, up 4.1%",
        ),
    ],
)
def test_of_another_name_figure_or_thing_they_are_not(one, other):
    assert told(one, other) is None


def test_they_are_not_told_again_after_weeks():
    assert told(LONG, SHORT, "+20") is None


def test_a_month_in_a_title_is_no_name_that_parts_two_claims():
    tons = "Rare earth exports were 5,493.9 tonnes in October, up 26.5% on the month"
    more = "China exported 5,494 tonnes of rare earths in October, up 26.5% on the month"
    assert told(tons, more, "titles:10月稀土出口|China's_rare_earth_exports") is Relation.ECHOES


def test_a_long_figure_of_a_named_month_is_retold_for_weeks():
    one = "Its Shanghai plant delivered 97,171 cars in December 2025"
    other = "Tesla China delivered 97,171 vehicles in December 2025"
    assert told(one, other, "titles:Tesla_in_China|Tesla +10") is Relation.ECHOES
    assert told(one, other, "titles:Tesla_in_China|Tesla +40") is None


def test_what_is_five_times_as_much_is_of_another_thing():
    moved = "Guangdong moved 2.0 million people"
    assert told(moved, "Guangdong moved 150,000 people", "same +11") is None
    assert told(moved, "Over 2.16 million people were moved in Guangdong", "same +1")

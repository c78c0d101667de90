"""Halted and resumed, 批准 and 否决: what one says done and the other undone, of one thing."""

from itertools import pairwise

import pytest

from core.finding import Relation
from core.quantity.plain import plain
from core.relate import Table
from core.relate.opposites import deeds
from tests.relate.measure import published

RESUMED = "First Quantum has resumed production at Cobre Panama"


def told(one: str, other: str, setting: str = "") -> Relation | None:
    """Give how two claims stand to one another, as a library would be told."""
    found = Table().add(published(one, other, setting))
    return found[0].relation if found else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("First Quantum has suspended production at the Cobre Panama mine", RESUMED),
        ("江西铜业旗下清远冶炼厂已停产", "江西铜业清远冶炼厂已复产"),
        ("Indonesia has banned exports of bauxite", "印尼允许铝土矿出口"),
        ("Indonesia has banned exports of bauxite", "Indonesia lifted its ban on bauxite exports"),
        ("Glencore halted the Mopani smelter in Zambia", "Glencore restarted Mopani in Zambia"),
        ("Volkswagen kept its Dresden plant closed", "Volkswagen reopened its Dresden plant"),
        ("Aramco will raise oil output in June", "Aramco will lower oil output in June"),
        ("The EU approved the takeover of Ansys", "The EU rejected the takeover of Ansys"),
        ("Vanke repaid the 2 billion yuan note", "Vanke defaulted on the 2 billion yuan note"),
        ("Wingtech won its case in The Hague", "Wingtech lost its case in The Hague"),
        ("Intel delayed its fab in Ohio", "Intel brought forward its fab in Ohio"),
        ("The copper market is in surplus in 2026", "The copper market is in deficit in 2026"),
        (
            "Volkswagen will keep its Dresden plant open",
            "Volkswagen plans to close its Dresden plant",
        ),
    ],
)
def test_opposite_deeds_contradict_one_another(one, other):
    assert told(one, other) is Relation.CONTRADICTS
    assert told(other, one) is Relation.CONTRADICTS


@pytest.mark.parametrize(
    "other",
    [
        "First Quantum has resumed production at Kansanshi",
        "First Quantum may have suspended production at Cobre Panama",
        "First Quantum has not suspended production at Cobre Panama",
        "First Quantum has suspended some production at Cobre Panama",
        "First Quantum has suspended production at Cobre Panama in May 2024",
        "First Quantum has suspended production at Cobre Panama, as a court ruled in May 2024",
        "First Quantum has nearly suspended production at Cobre Panama",
        "First Quantum suspended production at Cobre Panama, but resumed it",
        "First Quantum has suspended production at Cobre Panama with Glencore",
    ],
)
def test_another_thing_or_time_or_manner_is_no_opposite(other):
    assert told(RESUMED, other) is None
    assert told(RESUMED, "First Quantum has suspended production at Cobre Panama")


HALTED = "First Quantum has suspended production at Cobre Panama"


def test_what_is_halted_and_resumed_in_one_article_is_told_in_turn():
    assert told(HALTED, RESUMED, "within") is None


@pytest.mark.parametrize("setting", ["+1", "+90", "same +1"])
def test_what_is_resumed_days_later_is_news_of_the_halt(setting):
    assert told(HALTED, RESUMED, setting) is Relation.UPDATES
    assert told(RESUMED, HALTED, setting) is not Relation.UPDATES


@pytest.mark.parametrize(
    "resumed",
    [
        "First Quantum has opened production at Cobre Panama",
        "First Quantum may resume production at Cobre Panama",
        "First Quantum has resumed production at Kansanshi",
        "First Quantum has resumed some production at Cobre Panama",
        "First Quantum has resumed production at Cobre Panama with Glencore",
    ],
)
def test_what_is_begun_or_is_of_another_thing_is_no_news_of_a_halt(resumed):
    assert told(HALTED, resumed, "+90") is None


def test_the_reason_names_both_days():
    (found,) = Table().add(published(HALTED, RESUMED, "+90"))
    assert found.reason.startswith("It halted by 2025-11-09 and goes on by 2026-02-07: ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shareholders approved the merger", "Shareholders rejected the merger"),
        ("Moody's upgraded the bonds of China Vanke", "Fitch downgraded the bonds of China Vanke"),
    ],
)
def test_another_who_does_it_or_nobody_named_is_no_opposite(one, other):
    assert told(one, other) is None


def test_without_figures_a_deed_that_one_is_silent_of_is_no_echo():
    bid = "Novo Nordisk {} its bid for Metsera"
    assert told(bid.format("withdrew"), bid.format("raised")) is None
    assert told(bid.format("withdrew"), bid.format("withdrew")) is Relation.ECHOES


def test_who_will_expand_is_no_echo_of_who_plans_to_cut():
    will = "Samsung will expand HBM output in 2026"
    assert told(will, "Samsung plans to expand HBM output in 2026") is Relation.ECHOES
    assert told(will, "Samsung plans to cut HBM output in 2026") is None


def test_a_loan_of_another_sum_is_another_loan():
    repaid = "Vanke repaid the {} billion yuan note"
    assert told(repaid.format(3), "Vanke defaulted on the 2 billion yuan note") is None


def test_who_won_is_no_echo_of_who_lost():
    won = "The government of The Hague has {} the case against Wingtech, owner of Nexperia"
    assert told(*(won.format(word) for word in ("won", "won"))) is Relation.ECHOES
    assert told(*(won.format(word) for word in ("won", "lost"))) is Relation.CONTRADICTS


@pytest.mark.parametrize(
    "text", ["It cleared-out", "They barely won", "The bank's loss-leader", "恢复至"]
)
def test_a_word_within_another_is_no_deed(text):
    assert deeds(plain(text).low) == []


def test_deeds_of_a_text_do_not_overlap():
    low = "they kept the ban, then lifted the ban and reopened what was shut down, 并恢复出口"
    found = deeds(low)
    assert [low[one.start : one.end] for one in found] == [
        "kept", "lifted", "reopened", "shut down", "恢复"
    ]  # fmt: skip
    assert all(first.end <= second.start for first, second in pairwise(found))

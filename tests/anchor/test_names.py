"""Words about one thing are not put where they are about another, however alike the words are."""

import csv
from pathlib import Path

import pytest

from core.anchor import locate
from core.anchor.names import keep
from core.model import Anchoring
from tests.anchor.test_locate import article, quoted

#: Claims in two wordings, and whether they are of the same thing.
PAIRS = Path(__file__).parents[1] / "data" / "anchor" / "names.tsv"
ABOVE, BELOW = "Prices of tea fell as traders waited", "白酒库存连续两周下降,贸易商惜售"


def pairs(kind: str) -> list[tuple[str, str]]:
    rows = csv.reader(PAIRS.read_text("utf-8").splitlines(), delimiter="\t")
    return [(old, new) for is_of, old, new in rows if is_of == kind]


def keeps(old: str, new: str) -> bool:
    return keep((old, 0, len(old)), (new, 0, len(new)))


def placed(quote: str, old: str, new: str) -> Anchoring:
    before, after = article(ABOVE, old, BELOW), article(ABOVE, new, BELOW)
    return locate(quoted(before, quote), before.edition, after.edition).anchoring


@pytest.mark.parametrize(("old", "new"), pairs("same"))
def test_the_same_thing_in_other_words_is_the_same(old, new):
    assert keeps(old, new)
    assert keeps(new, old)


def test_nearly_every_other_thing_is_seen():
    missed = [pair for pair in pairs("other") if keeps(*pair)]
    assert len(missed) <= 4, missed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Copper prices rose 3% in May", "Nickel prices rose 3% in May"),
        ("铜价五月上涨3%,创年内新高", "镍价五月上涨3%,创年内新高"),
        (
            "A whole supply chain outside China takes years",
            "A whole supply chain outside Chile takes years",
        ),
        ("The Fed kept interest rates unchanged", "The ECB kept interest rates unchanged"),
        ("华为推出新款芯片,采用国产设备", "小米推出新款芯片,采用国产设备"),
        (
            "Rusal said it would cut output at two smelters",
            "Alcoa said it would cut output at two smelters",
        ),
    ],
)
def test_another_thing_is_no_place(old, new):
    assert placed(old, old, new) is Anchoring.NAME_CHANGED


@pytest.mark.parametrize(
    ("quote", "now"),
    [("allium stalled", "raphite stalled"), ("with gallium", "with graphite")],
)
def test_a_name_that_the_quote_cuts_counts_whole(quote, now):
    old = "Talks about trade with gallium stalled after they began"
    assert placed(quote, old, old.replace("gallium", "graphite")) is Anchoring.NAME_CHANGED
    assert now in old.replace("gallium", "graphite")


def test_a_name_beside_the_quote_may_change():
    old = "Copper prices rose as traders waited for the ministry"
    assert placed("traders waited", old, old.replace("Copper", "Nickel")) is Anchoring.SAME


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Indonesia exports nickel", "Indonsia exports nickel"),
        ("Supply And Demand For Output", "Demand And Price For Output"),
        ("Copper is scarce", "It is scarce"),
        ("It is scarce", "Copper is scarce"),
        ("Copper mines will close", "Copper may lead to closures"),
        ("President Xi spoke", "Chairman Xi spoke"),
        ("國產設備", "国产设备"),
    ],
)
def test_what_is_no_other_name(old, new):
    assert keeps(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("江波龙预计明年产能翻番", "德明利预计明年产能翻番"),
        ("机构上调赣锋锂业目标价,维持评级", "机构上调天齐锂业目标价,维持评级"),
        ("市场担心佰维存储面临价格战", "市场担心兆易创新面临价格战"),
    ],
)
def test_another_name_is_no_place_though_no_dictionary_knows_either(old, new):
    assert placed(old, old, new) is Anchoring.NAME_CHANGED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("江波龙预计明年产能翻番", "江波龙料来年产能翻番"),
        ("库存高企,价格承压", "库存居高不下,价格承压"),
        ("下游抢装带动需求", "下游补库带动需求"),
        ("机构上调赣锋锂业目标价", "机构调高赣锋锂业目标价"),
    ],
)
def test_jargon_in_other_words_names_nobody_else(old, new):
    assert keeps(old, new)

"""What names one thing, and where a text names it."""

from importlib.resources import files

import pytest

from core.glossary.concept import shipped
from core.glossary.naming import named
from core.glossary.thing import things


def names(text: str, beside: str = "") -> list[str]:
    return [text[one.start : one.end] for one in named(text, 0, len(text), beside)]


def test_all_goods_are_terms_of_the_field():
    goods = (files("resources") / "glossary" / "goods.txt").read_text("utf-8").split()
    assert set(goods) <= {one.chinese[0] for one in shipped()}
    assert len(goods) == len(set(goods))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Prices of copper rose", ["copper"]),
        (
            "After a quake in Kumamoto the Bank of Japan asked Wood Mackenzie about prices",
            ["Bank of Japan", "Kumamoto", "Wood Mackenzie"],
        ),
        ("those who trust us lead", []),
        ("The US waits", ["US"]),
        ("其中亚马逊和铜价", ["亚马逊", "铜价"]),
        ("昆明的工厂", ["昆明"]),
        ("A Heading That Has Capitals", []),
    ],
)
def test_names_in_a_text(text, told):
    assert sorted(names(text)) == sorted(told)


def test_what_the_other_text_has_too_is_left_out():
    assert names("Copper from Chile;中国,镍", "Nickel from Chile;中国,铜") == [
        "Copper",
        "镍",
    ]


def test_who_speaks_for_a_country_is_that_country():
    (beijing,), (china,) = things()["北京"], things()["china"]
    assert beijing.is_part_of(china) or china.is_part_of(beijing)

"""A question is cut where a reader would cut it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary import cut
from core.model import Term


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("rare earth export controls", ["rare earth", "export controls"]),
        ("稀土出口管制", ["稀土", "出口管制"]),
        ("中国稀土企业", ["中国", "稀土", "企业"]),
        ("其中亚马逊", ["其中", "亚马逊"]),
        ("xi tu chukou", ["xi tu", "chukou"]),
        ("5G手机 supply chain", ["5G", "手机", "supply chain"]),
        ("price of copper", ["price", "of", "copper"]),
        ("tariffs in the United States", ["tariffs", "in", "the", "United States"]),
        ("稀土ETF", ["稀土", "ETF"]),
        ("AI芯片 出口", ["AI芯片", "出口"]),
        ("Strait of Hormuz oil", ["Strait of Hormuz", "oil"]),
        ("", []),
    ],
)
def test_the_longest_known_pieces_stay_together(text, pieces):
    assert list(cut(text)) == pieces


def test_the_readers_own_terms_stay_together():
    mine = [Term("1", "永磁体厂", ("magnet works of Baotou",))]
    assert cut("包头永磁体厂", mine) == ("包头", "永磁体厂")
    assert cut("old magnet works of Baotou", mine) == ("old", "magnet works of Baotou")


@given(st.text(max_size=80))
def test_nothing_is_lost_but_spaces(text):
    assert "".join("".join(cut(text)).split()) == "".join(text.split())

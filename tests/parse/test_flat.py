"""A summary laid flat: where a claim ends that has no citations, or words behind them."""

import pytest

from core.parse import parse_text
from tests.parse.outlined import outlined


def rows(text: str) -> list[str]:
    (article,) = parse_text(f"镍\n雪球· 2025-09-10 08:08\n{text}").articles
    return outlined(article)


@pytest.mark.parametrize(
    ("flat", "claims"),
    [
        ("Up 9.6%. - Down [4]", ["- Up 9.6%.", "- Down[4]"]),
        ("Up a bit. - Down. - Off", ["- Up a bit.", "- Down.", "- Off (cut)"]),
        (
            "Ores of Sino Co. - Now Sino Ltd. - Fell [4]",
            ["- Ores of Sino Co. - Now Sino Ltd. - Fell[4]"],
        ),
        ("Flat at 4,150. - 4,250 [4]", ["- Flat at 4,150. - 4,250[4]"]),
        ("涨价。 - 停产[4]", ["- 涨价。", "- 停产[4]"]),
    ],
)
def test_a_dash_behind_a_full_stop_begins_another_claim(flat, claims):
    told = rows(f"Core Insights - Off [1]. Group 1: Ores - {flat}")
    assert told == [
        "lead: Core Insights",
        "  - Off[1]",
        "group: Group 1: Ores",
        *(f"  {one}" for one in claims),
    ]


def test_a_sentence_behind_the_last_citation_and_its_stop_is_no_claim():
    assert rows("Core Insights - Up [1]. - Down [2]. Made by a machine.")[1:] == [
        "  - Up[1]",
        "  - Down[2]",
        "  | Made by a machine.",
    ]
    assert rows("Core Insights - Up [1]. - Down [2], as said.")[-1] == "  - Down [2], as said.[2]"


def test_a_sheet_may_end_amid_a_claim_and_amid_the_heading_of_a_group():
    text = (
        "Core View - Stocks of ore rose to 142 million tons as mills cut their runs a\n\n- 4 -\n\n"
    )
    text += (
        "little [1][2]. Group\n1: Ships - Freight from Brazil fell to 21 dollars a ton [3]. - Up\n"
    )
    assert rows(f"{text}again [4].") == [
        "lead: Core View",
        "  - Stocks of ore rose to 142 million tons as mills cut their runs a little[1][2]",
        "group: Group 1: Ships",
        "  - Freight from Brazil fell to 21 dollars a ton[3]",
        "  - Up again[4]",
        "  | - 4 -",
    ]


def test_a_sheet_that_ends_behind_a_claim_ends_it():
    assert rows("Core View - Up [1].\n\n- 4 -\n\nGroup 1: Ships - Down [2].") == [
        "lead: Core View",
        "  - Up[1]",
        "group: Group 1: Ships",
        "  - Down[2]",
        "  | - 4 -",
    ]

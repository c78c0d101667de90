"""Lists within lists: what surely stands over others is their heading."""

import json

import pytest

from core.parse import parse_text
from tests.parse.outlined import outlined

TOP = "镍\n雪球·2025-09-10 08:08\n\n"
ROWS = [
    "named: {}Supply",
    "  - {}Ore exports fell 5%[2]",
    "  - {}Mines closed[3]",
    "named: {}Demand",
    "  - {}Batteries need more[4]",
]
UNCITED = [row.split("[")[0] for row in ROWS]
STYLES = [
    ("1. ", "- ", "- ", "2. ", "- "),
    ("1) ", "  - ", "  - ", "2) ", "  - "),
    ("I. ", "• ", "• ", "II. ", "• "),
    ("一、", "- ", "- ", "二、", "- "),
    ("1. ", "(a) ", "(b) ", "2. ", "(a) "),
    ("1. ", "   a. ", "   b. ", "2. ", "   a. "),
    ("1. ", "a) ", "b) ", "2. ", "a) "),
    ("1. ", "1) ", "2) ", "2. ", "1) "),
    ("A. ", "1. ", "2. ", "B. ", "1. "),
    ("一、", "（1）", "（2）", "二、", "（1）"),
    ("一、", "1、", "2、", "二、", "1、"),
    ("（一）", "1. ", "2. ", "（二）", "1. "),
    ("１．", "・", "・", "２．", "・"),
    ("1、", "①", "②", "2、", "①"),
    ("1. ", "1.1 ", "1.2 ", "2. ", "2.1 "),
]


def rows(text: str) -> list[str]:
    (article,) = parse_text(text).articles
    assert article.title == "镍"
    return outlined(article)


def laid(rows_: list[str], signs: tuple[str, ...]) -> tuple[str, list[str]]:
    """Give rows as lines with these signs, and as they are shown: a number stays, a bullet goes."""
    kept = [sign.strip() if sign.strip(" -•・") else "" for sign in signs]
    shown = [
        row.format(f"{sign} " if sign.isascii() and sign else sign)
        for row, sign in zip(rows_, kept, strict=True)
    ]
    bare = [row.split(": ")[-1].lstrip(" -") for row in rows_]
    lines = [row.format(sign) for row, sign in zip(bare, signs, strict=True)]
    return "\n".join(lines), shown


@pytest.mark.parametrize("signs", STYLES)
def test_the_outer_numbers_are_headings_and_the_inner_claims(signs):
    text, shown = laid(ROWS, signs)
    assert rows(TOP + text) == shown
    assert rows(TOP + text.replace("\n", "\n\n")) == shown
    assert rows(f"镍\n\n{text}") == shown
    assert rows(json.dumps({"title": "镍", "summary": text})) == shown


@pytest.mark.parametrize("signs", STYLES)
def test_claims_of_such_a_list_need_no_citations(signs):
    text, shown = laid(UNCITED, signs)
    assert rows(f"{TOP}{text}.") == [*shown[:-1], f"{shown[-1]}."]


def test_a_claim_without_citations_stands_among_those_with():
    assert rows(f"{TOP}1. Supply\n(a) Ore fell [2]\n(b) Mines closed\n2. Demand\n(a) Up [4]") == [
        "named: 1. Supply",
        "  - (a) Ore fell[2]",
        "  - (b) Mines closed",
        "named: 2. Demand",
        "  - (a) Up[4]",
    ]


def test_a_list_may_be_three_deep():
    text = "一、矿产\n（一）镍\n1. 下降5%；\n2. 关闭。\n（二）锡\n1. 增长。\n"
    text += "二、能源\n（一）油\n1. 平稳。"
    assert rows(TOP + text) == [
        "named: 一、矿产",
        "  named: （一）镍",
        "    - 1. 下降5%；",
        "    - 2. 关闭。",
        "  named: （二）锡",
        "    - 1. 增长。",
        "named: 二、能源",
        "  named: （一）油",
        "    - 1. 平稳。",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "1. Supply fell.\n(a) Ore fell 5%\n2. Demand rose.\n(a) Steel is flat",  # claims themselves
        "1. Supply\n(a) Ore fell 5%\n3. Demand\n(a) Steel is flat",  # a number is missing
        "1. Supply\n(a) Ore fell 5%\n2. Demand",  # nothing stands under the last
        "1. Supply\n(b) Ore fell 5%\n2. Demand\n(b) Steel is flat",
        "一、为了规范市场，制定本办法。\n（1）甲\n二、本办法自公布之日起施行。\n（1）乙",
    ],
)
def test_a_list_with_a_number_out_of_place_is_left_as_it_is(body):
    assert rows(TOP + body) == ["| " + body]


def test_a_list_amid_an_article_s_own_words_is_left_there():
    text = "The plan has two parts, it says.\n1. Supply\n(a) Ore\n2. Demand\n(a) Steel\nSo it is."
    assert rows(TOP + text) == [f"| {text}"]


NESTED = """- {}Supply{}
  - Ore exports fell 5% [2]
  - Mines closed [3]
- {}Demand{}
  - Batteries need more [4]"""
PLAIN = [row.format("") for row in ROWS]


@pytest.mark.parametrize(
    "about", [("", ""), ("**", "**"), ("**", ":**"), ("", "："), ("**", "**:")]
)
@pytest.mark.parametrize("inset", ["  ", "\t", "    ", "　　"])
def test_a_bullet_over_others_that_are_cited_is_their_heading(about, inset):
    assert rows(TOP + NESTED.format(*about, *about).replace("  -", f"{inset}-")) == PLAIN


@pytest.mark.parametrize("signs", ["▎•", "■-", "◆·", "●○"])
def test_a_bullet_over_others_of_another_sign_is_their_heading(signs):
    text = NESTED.format("", "", "", "").replace("\n- ", f"\n\n{signs[0]}").replace("  - ", "~")
    text = text.replace("- ", signs[0], 1).replace("~", f"{'  ' * (signs == '●○')}{signs[1]} ")
    assert rows(TOP + text) == PLAIN
    assert rows(f"{TOP}▎Supply\n• Ore exports fell 5% [2]\n\nPlain words.")[:2] == PLAIN[:2]


def test_a_plain_heading_may_stand_over_such_a_list():
    nested = NESTED.format("", "", "", "").replace("\n-", "\n●").replace("-", "●", 1)
    assert rows(f"{TOP}Core Insights\n● Short [1]\nGroups\n{nested}")[2:5] == [
        "named: Groups",
        "  named: Supply",
        "    - Ore exports fell 5%[2]",
    ]


def test_a_bold_number_is_a_heading_s_own():
    assert rows(f"{TOP}1. **Supply**\n- Ore [2]\n2. **Demand:**\n- Steel [3]")[::2] == [
        "named: 1. Supply",
        "named: 2. Demand",
    ]


def test_a_heading_of_which_a_part_is_bold_keeps_its_stars():
    assert rows(f"{TOP}**Supply**: tight:\n- Ore [2]")[0] == "named: **Supply**: tight"


def test_nested_bullets_stand_below_the_heading_over_them():
    text = f"{TOP}### Core Insights\n- Short [1]\n### Groups\n{NESTED.format('', '', '', '')}"
    assert rows(text)[2:4] == ["named: Groups", "  named: Supply"]


@pytest.mark.parametrize(
    "body",
    [
        "- Ore fell [1]\n  - Mines closed [2]\n- Steel is flat [3]\n  - Batteries [4]",
        "- Ore fell\n  - Mines closed [2]\n- Steel is flat [3]",
        "- Ore fell\n  - Mines closed [2]",
        "- Ore fell\n  - Mines closed\n- Steel is flat\n  - Batteries need more.",
    ],
)
def test_a_bullet_that_may_be_a_claim_stays_one(body):
    assert all(row.startswith("- ") for row in rows(TOP + body))


def test_a_list_in_a_list_of_a_web_page_has_headings():
    inner = "<ul><li>Ore exports fell 5% [2]</li><li><p>Mines closed [3]</p></li></ul>"
    items = f"<li>Supply{inner}</li><li><b>Demand</b><ul><li>Batteries need more [4]</ul></li>"
    page = f"<html><h1>镍</h1><p>雪球·2025-09-10 08:08</p><ol>{items}</ol></html>"
    assert rows(page) == PLAIN


def test_markdown_that_was_laid_on_one_line_has_its_headings():
    text = (
        "### Core Insights - Ore is found [1][3]. - Magnets wait [2] ### Group 1: Steps - Next [4]"
    )
    told = ["lead: Core Insights", "  - Ore is found[1][3]", "  - Magnets wait[2]"]
    told += ["group: Group 1: Steps", "  - Next[4]"]
    for one in (text, text.removeprefix("### "), text.replace("### C", "## C")):
        assert rows(TOP + one) == told
    assert rows(TOP + "### Group 1: Up - and down [1]\n- Ore [2]")[0] == (
        "group: Group 1: Up - and down [1]"
    )


def test_a_claim_that_ends_as_all_of_them_do_was_not_cut():
    assert rows(f"{TOP}Core Points\n- Tin rose\n- Zinc fell\n- Lead waits")[-1] == "  - Lead waits"
    for claims in ("- Tin rose.\n- Zinc fell\n- Lead wa", "- Tin rose\n- Lead wa"):
        assert rows(f"{TOP}Core Points\n{claims}")[-1] == "  - Lead wa (cut)"


def test_lists_over_and_over_end_soon():
    for unit in (
        "1. A\n(1) b\n",
        "一、甲\n",
        "- A\n  - b\n",
        "1. A\n2. B\n",
        "  - A\n",
        "- A\n\n  - b [1]\n",
    ):
        assert parse_text(TOP + unit * 20_000).articles


def test_a_summary_with_each_group_on_a_line_of_its_own_is_one():
    first = "Core Viewpoint - Prices fell [1].\nGroup 1: Yards - Orders last [2]. - They rose [3]."
    second = "Group 2: Steel - Plates cost 3,650 yuan [3]."
    below = "港口\n新华社· 2025-11-04 07:00\nCore Viewpoint - Up [1]."
    text = f"LNG船\n新华社· 2025-11-05 02:40\n{{}}\n{{}}\n{below}"
    for parted in (second, f"\n{second}"):
        one, other = parse_text(text.format(first, parted)).articles
        assert outlined(one) == [
            "lead: Core Viewpoint",
            "  - Prices fell[1]",
            "group: Group 1: Yards",
            "  - Orders last[2]",
            "  - They rose[3]",
            "group: Group 2: Steel",
            "  - Plates cost 3,650 yuan[3]",
        ]
        assert other.title == "港口"


def test_a_group_that_does_not_count_on_begins_another_summary():
    body = "Group 1 - Tin rose [1] Group 2 - Zinc fell [2]"
    assert len(parse_text(f"{body}\n{body}").articles) == 2
    assert len(parse_text(f"{body}\nGroup 4 - Lead fell [2]").articles) == 2

"""A table amid a summary is a heading and claims; its cells stay as they are written."""

import json

import pytest

from core.parse import parse_text
from tests.parse.outlined import outlined

TOP = "# 锡价\n\n雪球· 2025-09-10 08:08\n\n"
TABLE = """| Metal | 2024 | Change |
|---|---:|:---:|
| Tin | $30,000 | +2% [1] |
| Zinc | | -1% [2][3]. |
"""
BARE = """Metal | 2024 | Change
--- | --- | ---
Tin | $30,000 | +2% [1]
Zinc | | -1% [2][3].
"""
ROWS = ["named: Metal | 2024 | Change", "  - Tin | $30,000 | +2%[1]", "  - Zinc |  | -1%[2][3]"]


def rows(text: str) -> list[str]:
    (article,) = parse_text(text).articles
    return outlined(article)


def inner(rows_: list[str]) -> list[str]:
    return [f"  {row}" for row in rows_]


@pytest.mark.parametrize("table", [TABLE, BARE, TABLE.replace("\n", "\r\n"), f"  {TABLE}"])
def test_the_first_row_heads_the_others(table):
    summary = f"### Prices\n\n{table}\n### Outlook\n- Up [4]"
    told = ["named: Prices", *inner(ROWS), "named: Outlook", "  - Up[4]"]
    assert rows(TOP + summary) == told
    assert rows(json.dumps({"title": "锡价", "summary": summary})) == told
    assert rows(TOP + TABLE) == ROWS


@pytest.mark.parametrize("heading", ["### Prices", "Core Insights", "**Prices**", "1. Prices"])
@pytest.mark.parametrize("below", ["- Stocks fell [4]", "\n- Stocks fell [4].", "Stocks fell [4]"])
def test_what_follows_a_table_stands_where_the_table_does(heading, below):
    summary = f"{heading}\n- Up [5]\n\n{TABLE}{below}\n### Outlook\n- Up [6]"
    _, *told = rows(TOP + summary)
    expected = ["- Up[5]", *ROWS, "- Stocks fell[4]"]
    assert told == [*inner(expected), "named: Outlook", "  - Up[6]"]


def test_two_tables_in_a_row_stand_beside_one_another():
    summary = f"### Prices\n\n{TABLE}\n{TABLE}\n- Stocks fell [4]"
    assert rows(TOP + summary) == ["named: Prices", *inner([*ROWS, *ROWS, "- Stocks fell[4]"])]


def test_a_sentence_below_a_table_is_no_part_of_its_last_row():
    table = TABLE.replace("-1% [2][3].", "-1%")
    assert "    - Zinc |  | -1%" in rows(f"{TOP}### Prices\n{table}and stocks fell [4].")


def test_rows_need_no_citations_below_a_heading():
    table = "| 品种 | 价格 |\n|---|---|\n| 锡 | 3 \\| 4 |\n| 雪球 | 2025-09-10 08:08 |\n"
    table += "| 锌<br>铅 | 5。 |"
    assert rows(f"{TOP}## 价格\n{table}") == [
        "named: 价格",
        "  named: 品种 | 价格",
        "    - 锡 | 3 | 4",
        "    - 雪球 | 2025-09-10 08:08",
        "    - 锌 铅 | 5。",
    ]


def test_a_table_without_names_has_no_heading():
    assert rows(f"{TOP}### A\n| | |\n|---|---|\n| Tin | up [1] |") == [
        "named: A",
        "  - Tin | up[1]",
    ]


def test_a_table_amid_plain_text_is_text():
    table = TABLE.replace(" [1]", "").replace(" [2][3].", "")
    text = f"The market rose.\n\n{table}\nIt will rise further, it says."
    assert rows(TOP + text) == [f"| {text}".replace("\n\n", "\n")]


def test_what_only_looks_like_a_table_is_none():
    text = f"{TOP}### A\n- Tin | zinc [1]\n---\n- Lead | a [2]"
    assert rows(text) == ["named: A", "  - Tin | zinc[1]", "  - Lead | a[2]"]


PAGE = """<html><h1>锡价</h1><p>雪球· 2025-09-10 08:08</p><h3>Prices</h3>
<table class="x"><thead><tr><th>Metal</th><th scope="col">2024</th>
</tr></thead><tbody><tr><td><p>Tin</p></td><td>$30,000 [1]</td></tr>
<TR><td>Zinc<td>a|b<br>c [2]</tbody>
</table><h3>Outlook</h3><ul><li>Up [4]</li></ul></html>"""


def test_a_table_of_a_web_page_with_names_over_its_columns_is_one():
    assert rows(PAGE) == [
        "named: Prices",
        "  named: Metal | 2024",
        "    - Tin | $30,000[1]",
        "    - Zinc | a|b c[2]",
        "named: Outlook",
        "  - Up[4]",
    ]


def test_a_table_that_puts_boxes_in_their_places_is_none():
    boxes = (
        "<tr><td>锡价</td></tr><tr><td>雪球· 2025-09-10 08:08</td></tr><tr><td>- Up [1]</td></tr>"
    )
    for page in (
        f"<html><table>{boxes}</table></html>",
        f"<html><table><tr><td><table>{boxes}</table></td></tr></table></html>",
    ):
        (article,) = parse_text(page).articles
        assert (article.title, outlined(article)) == ("锡价", ["- Up[1]"])


@pytest.mark.parametrize(
    "unit", ["a|b\n|---|---|\n", "|", "|--", "|---|---|\n", "| a | b |\n", ":-|", "a | b\n- | -\n"]
)
def test_tables_over_and_over_end_soon(unit):
    assert parse_text(f"{TOP}### A\n" + unit * (300_000 // len(unit))).articles


@pytest.mark.parametrize(
    "unit", ["<table>", "<table><tr><th>", "<tr><th>a<th>b", "<table></table>"]
)
def test_tables_of_web_pages_over_and_over_end_soon(unit):
    assert parse_text("<html><p>x</p><th>" + unit * (300_000 // len(unit))).articles


@pytest.mark.parametrize(
    "below", ["The figures are for Thursday.", "Source: reports", "单位：万吨"]
)
def test_a_plain_line_between_a_table_and_a_claim_heads_nothing(below):
    assert rows(f"{TOP}## Stocks\n{TABLE}\n{below}\n\n- Up [2]\n## Power\n- Down [3]") == [
        "named: Stocks",
        *inner(ROWS),
        f"  | {below}",
        "  - Up[2]",
        "named: Power",
        "  - Down[3]",
    ]


def test_a_bold_line_below_a_table_is_a_heading_as_ever():
    told = rows(f"{TOP}## Stocks\n{TABLE}\n**Ports**\n- Up [2]")
    assert told[-2:] == ["named: Ports", "  - Up[2]"]

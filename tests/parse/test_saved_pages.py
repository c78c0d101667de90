"""Web pages as sites build them: hidden boxes, menus around the text, raised figures, tables."""

import pytest

from core.model import Article
from core.parse import parse_text
from tests.parse.outlined import outlined

TEXT = "<h1>镍价</h1><p>雪球·2025-09-10 08:08</p><h3>Core Insights</h3><ul><li>Up [1]</li></ul>"
ROWS = ["lead: Core Insights", "  - Up[1]"]


def only(body: str) -> Article:
    (article,) = parse_text(f"<!DOCTYPE html><html><body>{body}</body></html>").articles
    return article


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>Core Insights - No [9]<div>none</div></div>",
        "<div class=a style='color:red;display: none'>Core Insights - No [9]</div>",
        '<p style="display:none">What the mail is about<p>',
        "<ul><li hidden>No [8]<li hidden>No [9]</ul>",
        "<ul><li style='display:none'>No<ul><li>No [8]</li><li>No [9]</li></ul></li></ul>",
        "<p hidden>No [8]<p hidden>No [9]<p>",
        "<template><p>Core Insights - No [9]</p></template>",
    ],
)
def test_what_a_page_hides_is_not_read(hidden):
    article = only(f"{hidden}{TEXT}")
    assert (article.title, outlined(article)) == ("镍价", ROWS)


@pytest.mark.parametrize(
    "opens", ["<div id=app hidden>", "<main style='display:none'>", "<body style='display:none'>"]
)
def test_a_page_that_hides_all_until_a_script_runs_is_read(opens):
    name = opens[1:].split()[0].rstrip(">")
    article = only(f"{opens}{TEXT}</{name}><p>Loading</p>")
    assert outlined(article)[:2] == ROWS


def test_a_box_that_is_never_closed_hides_nothing():
    assert outlined(only(f"<div hidden>{TEXT}")) == ROWS


def test_menus_and_links_around_a_text_are_no_article():
    nav = "<nav><ul><li>Home<li>Prices</ul></nav>"
    aside = "<aside><h3>相关阅读</h3><ul><li><a>铜价</a></ul></aside>"
    article = only(f"<header>{nav}</header>{TEXT}{aside}<footer><ul><li>About</ul></footer>")
    assert article.title == "镍价"
    assert outlined(article) == [*ROWS, "  | 相关阅读\n铜价\nAbout\nHome\nPrices"]


def test_a_menu_that_is_never_closed_takes_no_marks_off_the_text():
    assert outlined(only(f"<nav>{TEXT}")) == ROWS


def test_raised_figures_are_citations_or_exponents():
    claims = "<li>Up to 2025<sup>1</sup><sup>12</sup><li>On 5 km<sup>2</sup>"
    claims += "<li>By 3%<sup><a href='#a'>2</a></sup>"
    head = TEXT.split("<ul>", maxsplit=1)[0]
    assert outlined(only(f"{head}<ul>{claims}</ul>")) == [
        "lead: Core Insights",
        "  - Up to 2025[1][12]",
        "  - On 5 km²",
        "  - By 3%[2]",
    ]


def test_a_table_may_have_signs_and_claims_in_cells():
    head = TEXT.split("<h3>", maxsplit=1)[0]
    table = "<tr><th colspan=2>Core Insights<tr><td>•<td>Up [1]<tr><td>•<td>Down [2]"
    assert outlined(only(f"{head}<table>{table}</table>")) == [*ROWS, "  - Down[2]"]

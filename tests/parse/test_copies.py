"""Pages copied out of PDFs, WeChat, Word and tables: broken lines, lone signs, page numbers."""

import textwrap

import pytest

from core.model import Article
from core.parse import parse_text
from tests.parse.outlined import outlined

TOP = "镍\n雪球·2025-09-10 08:08\n\n"


def only(text: str) -> Article:
    (article,) = parse_text(text).articles
    return article


def rows(text: str) -> list[str]:
    return outlined(only(TOP + text))


@pytest.mark.parametrize("sign", ["•", "●", "▎", "■", "◆", "➢", "\uf06e", "・", "o\t", "§\t", "☑"])
def test_a_sign_before_a_claim_may_touch_it(sign):
    assert rows(f"Core Insights\n{sign}Up 3% [1]\n{sign}And 4% [2]")[1:] == [
        "  - Up 3%[1]",
        "  - And 4%[2]",
    ]


@pytest.mark.parametrize("sign", ["•", "-", "·", "  •\t", "➢", "▶"])
def test_a_sign_alone_on_its_line_stands_before_the_next(sign):
    text = f"Core Insights\n{sign}\n2025 was up 3% [1]\n{sign}\nAnd 4% [2]"
    assert rows(text)[1:] == ["  - 2025 was up 3%[1]", "  - And 4%[2]"]


def test_source_dot_and_time_may_each_have_a_line():
    head = only("镍\n某某内参\n·\n2025-09-10 08:08\nCore Insights\n- Up [1]").masthead
    assert (head.title, head.source, head.published) == ("镍", "某某内参", "2025-09-10 08:08")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_citations_alone_on_their_lines_are_the_claim_s(between):
    text = f"Core Insights\nUp 3%{between}[1][2]\n- Down{between}[3]{between}[4]."
    assert rows(text)[1:] == ["  - Up 3%[1][2]", "  - Down[3][4]"]


def test_a_number_alone_stands_before_its_heading():
    assert rows("Core Insights\n- Up [1]\n\n01\n需求\n\n• Down [2]")[2:] == [
        "named: 01 需求",
        "  - Down[2]",
    ]


@pytest.mark.parametrize("text", ["- **{}**", "• {}", "* **{}**:"])
def test_a_heading_may_be_the_item_of_a_list_over_another(text):
    lead, group = text.format("Core Insights"), text.format("Group 1: Mines")
    assert rows(f"{lead}\n    - Up [1]\n{group}\n    - Down [2]") == [
        "lead: Core Insights",
        "  - Up[1]",
        "group: Group 1: Mines",
        "  - Down[2]",
    ]


@pytest.mark.parametrize("head", ["Market Dynamics", "一、市场概况", "Demand and Supply in Asia:"])
def test_a_summary_in_lines_may_begin_with_any_heading(head):
    assert rows(f"{head}\n• Up [1]") == [f"named: {head.rstrip(':')}", "  - Up[1]"]


def test_words_of_the_site_over_that_heading_are_no_part_of_the_summary():
    assert rows("Share\nMarket Dynamics\n- Up [1]") == [
        "named: Market Dynamics",
        "  - Up[1]",
        "  | Share",
    ]


def test_a_claim_may_be_broken_into_many_lines():
    text = "Core Insights\n• Tenders of the\nU.S. and its\nallies rose to\n515\ntons a day [1]\n"
    assert rows(f"{text}• Down [2]\nDemand\n• Up [3]")[1:] == [
        "  - Tenders of the U.S. and its allies rose to 515 tons a day[1]",
        "  - Down[2]",
        "named: Demand",
        "  - Up[3]",
    ]


def test_a_claim_in_chinese_is_broken_without_a_space():
    text = "核心观点\n• 新规把管制延伸到含稀土\n,境外企业须\n许可[1]\n第一组:要点\n• 十二\n种[2]"
    assert rows(text) == [
        "lead: 核心观点",
        "  - 新规把管制延伸到含稀土,境外企业须许可[1]",
        "group: 第一组:要点",
        "  - 十二种[2]",
    ]


def test_a_claim_without_a_sign_may_be_broken_too():
    assert rows("Core Insights\nTenders that were\nlong open closed [1]\nUp [2]")[1:] == [
        "  - Tenders that were long open closed[1]",
        "  - Up[2]",
    ]


def test_a_word_broken_at_a_hyphen_has_no_space_in_it():
    assert rows("Core Insights\n- A long-\nterm plan [1]")[1:] == ["  - A long-term plan[1]"]


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        ("Yards want ship-\nyards [1]", "Yards want shipyards"),  # of the dictionary
        ("A xenolith and a xeno-\n  lith [1]", "A xenolith and a xenolith"),  # of the text
        ("We re-export, and re-\nexport [1]", "We re-export, and re-export"),
        ("A Newcastle-\nmax [1]", "A Newcastle-max"),
        ("It rose year-on-\nyear [1]", "It rose year-on-year"),
    ],
)
def test_a_word_broken_at_a_hyphen_is_joined_where_it_is_known_to_be_one(parted, whole):
    assert rows(f"Core Insights\n- {parted}")[1:] == [f"  - {whole}[1]"]


def test_what_follows_a_broken_word_begins_no_bullet():
    text = "Core View - Yards are full [1]. Group 1: Ship-\nyards - Docks take more or-\nders "
    assert rows(f"{text}[2]. - Up [3]")[2:] == [
        "group: Group 1: Shipyards",
        "  - Docks take more orders[2]",
        "  - Up[3]",
    ]


def test_a_group_may_be_parted_from_its_title_by_the_end_of_a_sheet():
    text = "Group 1: Docks - Yards are full of ships for the coming three years [1].\n\n"
    sheet = "\fGroup 2:\nSteel - Plate for ships costs 3,860 yuan a ton, and is made for\nthem [4]"
    assert rows(f"{text}第 3 页 共 5 页\n\n{sheet}")[2:] == [
        "group: Group 2: Steel",
        "  - Plate for ships costs 3,860 yuan a ton, and is made for them[4]",
        "  | 第 3 页 共 5 页",
    ]


def test_a_short_line_that_ends_amid_a_sentence_ends_no_flat_summary():
    text = "Core View - Tenders of nickel rose for the third month in a row\nas stocks re-\n"
    assert rows(f"{text}main low [1]. Group 1: Asia - Up [2]. - Down\nthere [3]")[1:] == [
        "  - Tenders of nickel rose for the third month in a row as stocks remain low[1]",
        "group: Group 1: Asia",
        "  - Up[2]",
        "  - Down there[3]",
    ]


@pytest.mark.parametrize(
    "number",
    [
        *("- 1 -", "— 12 —", "Page 1 of 2", "第 3 页 共 9 页", "https://example.org/a 1/2"),
        *("Mining Week  |  Page 2 of 9", "Zinc, in short Page 3 of 9", "锌周报 第 3 页 共 9 页"),
    ],
)
def test_the_number_of_a_page_parts_no_claim(number):
    text = f"Core Insights\n- Up 3% in\n\n{number}\n\nSeptember [1]\n- Down [2]"
    assert rows(text)[1:] == ["  - Up 3% in September[1]", "  - Down[2]", f"  | {number}"]


@pytest.mark.parametrize("text", ["More on Page 3", "详见 第 3 页", "Tin on page 9"])
def test_a_text_that_names_a_page_is_no_number_of_one(text):
    assert rows(f"Core Insights\n- Up 3% in\n{text} [1]\n- {text}")[1:] == [
        f"  - Up 3% in {text}[1]",
        f"  - {text} (cut)",
    ]
    assert rows(f"甲{text}\n乙\n") == [f"| 甲{text}\n乙"]


def test_the_head_that_every_page_repeats_goes_with_its_number():
    page = "Daily Report\nPage {} of 2\n"
    text = f"{page.format(1)}{TOP}Core Insights\n- Up [1]\n{page.format(2)}Group 1\n- Down [2]"
    assert outlined(only(text)) == [
        "lead: Core Insights",
        "  - Up[1]",
        "group: Group 1",
        "  - Down[2]",
        "  | Daily Report\nPage 1 of 2\nDaily Report\nPage 2 of 2",
    ]


def test_out_of_a_pdf_no_head_or_number_at_the_edge_of_a_sheet_parts_a_body():
    title, time = "Zinc, in short", "雪球·2025-09-10 08:08"
    sheets = [
        f"{title}\n{time}\n\nCore Insights - Up 3% in\n\n1\n",
        f"{title}\n\nSeptember [1] - Down 4%\nin May [2] Group 1 - Flat in\n\n2\n",
        f"{title}\n\nJune [3]\n\n3\n",
    ]
    article = only("\f".join(sheets))
    assert article.masthead.title == title
    assert outlined(article) == [
        "lead: Core Insights",
        "  - Up 3% in September[1]",
        "  - Down 4% in May[2]",
        "group: Group 1",
        "  - Flat in June[3]",
        f"  | 1\n{title}\n2\n{title}\n3",
    ]


def test_articles_each_on_a_sheet_of_its_own_keep_their_titles():
    sheet = "锌\n雪球·2025-09-1{} 08:08\n\nCore Insights\n- Up [1]\n"
    articles = parse_text("\f".join(map(sheet.format, range(3)))).articles
    assert [one.masthead.title for one in articles] == ["锌"] * 3
    assert [len(one.edition.nodes) for one in articles] == [2] * 3


@pytest.mark.parametrize("stroke", ["---", "* * *", "==========", "————"])
def test_a_stroke_between_articles_is_no_text(stroke):
    one = f"{TOP}Core Insights\n- Up [1]\n"
    articles = parse_text(f"{one}\n{stroke}\n\n{one}").articles
    assert [outlined(article) for article in articles] == [rows("Core Insights\n- Up [1]")] * 2


def test_a_stroke_under_a_title_underlines_it():
    assert only("镍\n==\n===\n雪球·2025-09-10 08:08\n- Up [1]").title == "=="
    assert only("镍\n=====\n雪球·2025-09-10 08:08\n- Up [1]").title == "镍"


def test_wechat_tells_author_account_time_and_place_in_a_line():
    article = only("镍\n原创 张三 第一财经 2025年10月14日 03:30 上海\n核心观点\n▎涨[1]")
    head = article.masthead
    assert (head.title, head.source, head.published) == ("镍", "第一财经", "2025-10-14 03:30")
    assert outlined(article) == ["lead: 核心观点", "  - 涨[1]", "  | 原创 张三 上海"]


@pytest.mark.parametrize(
    "signs",
    [
        ("¹", "¹ ³", "²"),
        ("⁽¹⁾", "⁽¹⁾⁽³⁾", "⁽²⁾"),
        (" (1)", " (1)(3)", " (2)"),
        ("（1）", "（1，3）", "（2）"),
    ],
)
def test_citations_may_be_raised_or_in_round_brackets(signs):
    one, both, two = signs
    body = f"Core Insights - Up 3%{one} - 5 km² so far{both}. Group 1: A (B) - At 10⁶ tons{two}"
    assert rows(body) == [
        "lead: Core Insights",
        "  - Up 3%[1]",
        "  - 5 km² so far[1][3]",
        "group: Group 1: A (B)",
        "  - At 10⁶ tons[2]",
    ]


@pytest.mark.parametrize("text", ["10⁶", "km²", "x²", "(A+H)", "(2025)"])
def test_exponents_and_codes_are_no_citations(text):
    body = f"Core Insights\n- Up {text}\n- Down {text}\n- Up {text}"
    assert rows(body)[1:3] == [f"  - Up {text}", f"  - Down {text}"]


def test_beside_citations_in_square_brackets_other_signs_are_text():
    body = "Core Insights - Up (1) - Down (2) - Up (3) - So² - Too² [1]"
    assert rows(body)[-1] == "  - Up (1) - Down (2) - Up (3) - So² - Too²[1]"


def test_citations_may_be_escaped_as_markdown_has_it():
    assert rows("### Core Insights\n- Up \\[1\\]\\[3\\]")[1:] == ["  - Up[1][3]"]


def test_a_source_may_be_named_before_the_text_but_an_address_is_none():
    text = (
        "---\ntitle: 镍\nsource: {}\npublished: 2025-09-10 08:08\n---\n\n## Core Insights\n- Up [1]"
    )
    assert only(text.format("雪球")).masthead.source == "雪球"
    assert only(text.format("https://example.org/")).masthead.source is None


@pytest.mark.parametrize(
    "line",
    [
        "观察者网 2025-11-09 04:46",
        "观察者网 - 2025-11-09 04:46",
        "观察者网，2025-11-09 04:46",
        "2025-11-09 04:46 观察者网",
        "2025年11月9日 星期日 04:46 · 观察者网",
    ],
)
def test_a_source_that_is_known_may_stand_beside_its_time(line):
    head = only(f"镍\n{line}\nCore Insights - Up [1]").masthead
    assert (head.title, head.source, head.published) == ("镍", "观察者网", "2025-11-09 04:46")


@pytest.mark.parametrize("line", ["截至 2025-11-09 15:00", "2025-11-09 15:00 收盘", "2025-11-09"])
def test_words_beside_a_time_are_no_source(line):
    assert only(f"{TOP}{line}\nand so on").masthead.source == "雪球"


@pytest.mark.parametrize(
    ("zone", "published"),
    [
        ("Nov. 9, 2025 4:46 p.m. ET", "2025-11-09 21:46"),
        ("Jul 1, 2025 9:00 AM PT", "2025-07-01 16:00"),
    ],
)
def test_american_zones_have_summer_time(zone, published):
    assert only(f"镍\nZACKS · {zone}\nCore Insights - Up [1]").masthead.published == published


FLAT = (
    "Core Insights - Tenders of nickel rose in the U.S. and in Asia for the third month [1][3]. "
    "Group 1: Supply and Demand in the Ten Largest Economies - Stocks at the exchange fell by 3% - "
    "the most in ten years - and may fall on [2]. - Indonesia waits [4]."
)


@pytest.mark.parametrize("width", [40, 60, 76, 120])
def test_a_flat_summary_broken_into_lines_is_read_as_one(width):
    lines = "\n".join(textwrap.wrap(FLAT, width, break_on_hyphens=False))
    assert rows(lines) == rows(FLAT)
    below = parse_text(f"{TOP}{lines}\n铜价\n雪球· 2025-09-11 08:08\n{lines}\n锌价\n\n{FLAT}")
    assert [one.title for one in below.articles] == ["镍", "铜价", "锌价"]
    assert all(outlined(one) == rows(FLAT) for one in below.articles)


def test_a_flat_summary_in_chinese_is_broken_anywhere():
    flat = "核心观点 - 碳酸锂价格跌至7.2万元/吨,接近现金成本[1][2]。第一组:供给 - "
    flat += "江西停产影响约9000吨/月[3]。"
    lines = "\n".join(flat[at : at + 20] for at in range(0, len(flat), 20))
    assert rows(lines) == rows(flat)


def test_a_short_flat_summary_takes_no_title_below_it_for_its_own():
    text = f"Core Insights - Up\n铜价\n雪球·2025-09-11 08:08\n\n{TOP}Core Insights - Down [1]"
    assert [one.title for one in parse_text(text).articles] == ["铜价", "镍"]


def test_short_flat_summaries_without_citations_or_times_keep_their_titles():
    one = "Core Points - Tenders rose - Stocks fell"
    text = f"铜价今年以来第三次突破历史高点并且还在上涨之中\n{one}\n"
    assert len(parse_text(text * 3).articles) == 3


def test_a_heading_may_stand_in_the_line_of_the_claim_above():
    text = "Core Insights\n- Up 3% [1] Group 1: Demand\n- Down [2]\n- Off [3]. Risks\n- A [4]"
    assert rows(text)[1:] == [
        "  - Up 3%[1]",
        "group: Group 1: Demand",
        "  - Down[2]",
        "  - Off[3]",
        "named: Risks",
        "  - A[4]",
    ]


def test_two_hyphens_may_be_a_dash():
    assert rows("Core Insights -- Up [1] -- Down [2]. Group 1: Risks -- Off [3]") == [
        "lead: Core Insights",
        "  - Up[1]",
        "  - Down[2]",
        "group: Group 1: Risks",
        "  - Off[3]",
    ]


@pytest.mark.parametrize("number", ["{}、", "{}. ", "（{}）", "({}) "])
def test_numbered_lines_under_a_heading_are_claims(number):
    one, two = number.format(1), number.format(2)
    assert rows(f"核心观点\n{one}涨价\n\n{two}停产；\n第一组:风险\n{one}需求\n{two}库存") == [
        "lead: 核心观点",
        f"  - {one}涨价",
        f"  - {two}停产；",
        "group: 第一组:风险",
        f"  - {one}需求",
        f"  - {two}库存 (cut)",
    ]


def test_numbered_lines_of_an_article_s_own_words_stay_text():
    text = "铜价\n雪球· 2025-09-11 08:08\n今日要点如下,供参考,不构成投资建议。\n1、涨价\n2、停产"
    assert outlined(only(text)) == [f"| {text.split(chr(10), 2)[2]}"]


@pytest.mark.parametrize(
    "form", ["[[{}]]", "[citation:{}]", "[ref{}]", "[注{}]", "〔{}〕", "【{}†source】", "([{}])"]
)
def test_citations_as_machines_and_notes_mark_them(form):
    text = f"Core Insights\n- Up {form.format(1)}{form.format(3)}\n- Down {form.format(2)}"
    assert rows(text)[1:] == ["  - Up[1][3]", "  - Down[2]"]


def test_a_heading_with_a_colon_is_no_title_below_a_summary_on_one_line():
    text = "核心观点：出口增长7.1%[1]。\n区域变化：\n1. 对东盟增长14.7%[3]。\n"
    assert rows(text) == [
        "lead: 核心观点",
        "  - 出口增长7.1%[1]",
        "named: 区域变化",
        "  - 1. 对东盟增长14.7%[3]",
    ]

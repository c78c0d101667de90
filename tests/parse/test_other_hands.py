"""Pages that other hands and browsers wrote: other dashes, brackets, dates, spaces and scripts."""

import time

import pytest

from core.model import Article, Kind
from core.parse import parse_text
from tests.parse.outlined import outlined

TOP = "镍\n雪球·2025-09-10 08:08\n\n"


def only(text: str) -> Article:
    (article,) = parse_text(text).articles
    return article


def rows(text: str) -> list[str]:
    return outlined(only(text))


@pytest.mark.parametrize("dash", ["–", "—", "―", "－", "●", "▪", "◦", "·", "•", "−"])
def test_another_sign_parts_a_body_that_no_hyphen_parts(dash):
    assert rows(
        f"{TOP}Core Insights {dash} Brent rose - a bit - to $81 [1] {dash} e-VTOL flies [2]. "
        f"Group 1: Risks {dash} A closure [3]"
    ) == [
        "lead: Core Insights",
        "  - Brent rose - a bit - to $81[1]",
        "  - e-VTOL flies[2]",
        "group: Group 1: Risks",
        "  - A closure[3]",
    ]


def test_a_dash_in_a_heading_is_its_own_where_hyphens_part():
    text = "Core Insights - Up [1] Group 1: R&D – Pipeline and Partners - Three drugs – new [2]"
    assert rows(TOP + text)[2:] == [
        "group: Group 1: R&D – Pipeline and Partners",
        "  - Three drugs – new[2]",
    ]


def test_any_sign_may_stand_before_a_claim_in_lines():
    claims = "".join(f"{sign} Tenders rose [1]\n" for sign in "•●○–—―－·▪◦*+-")
    assert rows(f"{TOP}Core Insights\n{claims}")[1:] == ["  - Tenders rose[1]"] * 13


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("［1］［3］", "[1][3]"),
        ("【1】【3】。", "[1][3]"),
        ("[^1][^3]", "[1][3]"),
        ("［１２］", "[12]"),
        ("[1, 2]", "[1][2]"),
        ("[1,2,7].", "[1][2][7]"),
        ("[1]-[3]", "[1][2][3]"),
        ("[4-6]", "[4][5][6]"),
        ("[4–5][9]", "[4][5][9]"),
        ("[1],[3]", "[1][3]"),
        ("[1] [3];", "[1][3]"),
        ("\u00a0[1]\u00a0[3].\u200b", "[1][3]"),
        ("[7-3]", "[7][3]"),
    ],
)
def test_citations_in_odd_forms_name_the_same_passages(written, read):
    assert rows(f"{TOP}Core Insights - Up 3% {written} - Next [9] Group 1 - End [8]")[1:3] == [
        f"  - Up 3%{read}",
        "  - Next[9]",
    ]


@pytest.mark.parametrize(
    "code", ["[2025]", "[sic]", "[0]", "[1, 2024]", "[a-b]", "[1 000]", "【2025】"]
)
def test_what_is_no_passage_stays_text(code):
    assert (
        rows(f"{TOP}Core Insights - The plan {code} holds [1]")[1]
        == f"  - The plan {code} holds[1]"
    )


@pytest.mark.parametrize(
    ("line", "source", "published"),
    [
        ("人民日报·2025/03/05 07:08", "人民日报", "2025-03-05 07:08"),
        ("人民日报·2025.3.5 7:08:09", "人民日报", "2025-03-05 07:08"),
        ("人民日报· 2025年3月5日 07:08", "人民日报", "2025-03-05 07:08"),
        ("人民日报·2025年3月5日", "人民日报", "2025-03-05"),
        ("人民日报·2025-03-05T07:08", "人民日报", "2025-03-05 07:08"),
        ("人民日报·2025-03-05 15:08 (UTC+8)", "人民日报", "2025-03-05 07:08"),
        ("人民日报·2025-03-05T15:08:00+08:00", "人民日报", "2025-03-05 07:08"),
        ("人民日报·２０２５-０３-０５ ０７:０８", "人民日报", "2025-03-05 07:08"),
        ("人民日报\u200b·\u200b2025-03-05 07:08", "人民日报", "2025-03-05 07:08"),
        ("**人民日报** · 2025-03-05 07:08", "人民日报", "2025-03-05 07:08"),
        ("2025年3月5日 07:08", None, "2025-03-05 07:08"),
        ("来源：人民日报 2025-03-05 07:08", "人民日报", "2025-03-05 07:08"),
        ("人民日报 · Mar 5, 2025 07:08", "人民日报", "2025-03-05 07:08"),
        ("人民日报 · 5 March 2025", "人民日报", "2025-03-05"),
        ("2025-03-05 07:08 来源：人民日报", "人民日报", "2025-03-05 07:08"),
    ],
)
def test_a_time_written_in_another_way_is_the_same_time(line, source, published):
    head = only(f"社论\n{line}\nCore Insights - GDP may grow 5% [1]").masthead
    assert (head.title, head.source, head.published) == ("社论", source, published)


@pytest.mark.parametrize(
    "line", ["Fastmarkets — 5 November 2025, 14:00", "矿业研究 - 2025-11-05 14:00"]
)
def test_a_dash_parts_a_source_from_a_time_under_a_title(line):
    source = line.split(maxsplit=1)[0]
    head = only(f"Zinc charges\n{line}\n\nCore Insights\n- GDP may grow 5% [1]").masthead
    assert (head.title, head.source, head.published) == ("Zinc charges", source, "2025-11-05 14:00")
    alone = only(f"{line}\n\nCore Insights\n- GDP may grow 5% [1]").masthead
    assert (alone.title, alone.published) == (line, None)


@pytest.mark.parametrize("line", ["人民日报·2025-13-05 07:08", "人民日报·2025-02-30", "v2025.1"])
def test_a_day_that_never_was_is_no_time(line):
    assert only(f"社论\n{line}\n\nCore Insights - A [1]").masthead.published is None


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("Group 2 – Supply", 2, "Supply"),
        ("Group 2. Supply", 2, "Supply"),
        ("第2组：供给", 2, "供给"),
        ("第十二组：供给", 12, "供给"),
        ("第二組", 2, None),
        ("Group １２：Supply", 12, "Supply"),
    ],
)
def test_a_group_may_be_numbered_in_another_way(heading, number, title):
    (group,) = (
        node
        for node in only(f"{TOP}Core Insights - Up [1]. {heading} - Down [2]").edition.nodes
        if node.kind is Kind.GROUP
    )
    assert (group.text, group.number, group.title) == (heading, number, title)


def test_headings_may_be_all_in_capitals():
    body = "CORE VIEWPOINT\n- Up [1]\nGROUP 2: SUPPLY & DEMAND\n- Down [2]"
    (article,) = parse_text(f"锌\n雪球·2025-09-10 08:08\n\n{body}").articles
    heads = [node for node in article.edition.nodes if node.kind is not Kind.CLAIM]
    assert [(node.kind, node.number, node.title) for node in heads] == [
        (Kind.LEAD, None, None),
        (Kind.GROUP, 2, "SUPPLY & DEMAND"),
    ]


def test_a_short_summary_of_one_group_is_no_heading():
    assert rows(f"{TOP}Group 1: Prices - Up 9.8% [1]. - Makers stop [3].") == [
        "group: Group 1: Prices",
        "  - Up 9.8%[1]",
        "  - Makers stop[3]",
    ]


def test_a_title_may_end_in_a_number_in_brackets():
    article = only("深度系列[3]\n雪球·2025-09-10 08:08\n\nCore Insights - A [1]")
    assert article.title == "深度系列[3]"
    assert outlined(article) == ["lead: Core Insights", "  - A[1]"]


def test_a_page_in_traditional_chinese():
    page = parse_text(
        "半導體\n圖標\n搜尋文件\n台積電\n經濟日報· 2025-10-16 06:45\n"
        "核心觀點 - 資本支出420億美元[1][2]。 - 先進製程佔74%[3]。 "
        "產能擴張 - 提前量產[4]。 - 延後[5]。"
    )
    assert page.name == "半導體"
    assert outlined(page.articles[0]) == [
        "lead: 核心觀點",
        "  - 資本支出420億美元[1][2]",
        "  - 先進製程佔74%[3]",
        "named: 產能擴張",
        "  - 提前量產[4]",
        "  - 延後[5]",
    ]


def test_spaces_that_do_not_break_are_spaces():
    text = "Core Insights - Short [1] - Waits [2] Group 1 - Up [3]".replace(" ", "\u00a0")
    kinds = [row.strip().partition(":")[0] for row in rows(TOP + text)]
    assert kinds == ["lead", "- Short[1]", "- Waits[2]", "group", "- Up[3]"]


def test_an_answer_without_a_citation_ends_before_a_heading_known_by_name():
    text = "Investment Rating - Not mentioned in the text Core View - Rubber holds [1]"
    assert rows(TOP + text) == [
        "named: Investment Rating",
        "  | Not mentioned in the text",
        "lead: Core View",
        "  - Rubber holds[1]",
    ]


def test_a_heading_may_ask():
    assert rows(f"{TOP}Core Insights - A [1] What's Next? - B [2] 后市如何？ - C [3]")[2:] == [
        "named: What's Next?",
        "  - B[2]",
        "named: 后市如何？",
        "  - C[3]",
    ]


def test_a_deeper_heading_of_markdown_stands_under_the_one_above():
    text = "# 锡\n\n### Core Insights\n- A [1]\n### Demand\n- B [2]\n"
    text += "#### Storage\n- C [3]\n### Risks\n- D [4]"
    assert rows(text) == [
        "lead: Core Insights",
        "  - A[1]",
        "named: Demand",
        "  - B[2]",
        "  named: Storage",
        "    - C[3]",
        "named: Risks",
        "  - D[4]",
    ]


def test_a_piece_of_a_saved_page_is_read_as_one():
    text = "<div>Core Insights - Zinc fell [1]<br>- Lead rose [2]</div>"
    text += "<p>锌价</p><p>雪球·2025-01-02 03:04</p>"
    head = only(text).masthead
    assert (head.title, head.source) == ("锌价", "雪球")
    assert rows(text) == ["lead: Core Insights", "  - Zinc fell[1]", "  - Lead rose[2]"]


def test_the_search_box_of_a_saved_page_tells_its_name():
    page = parse_text(
        '<html><body><h1>稀土</h1><input type="text" placeholder="Search documents"><div>铜</div>'
        "<div>雪球· 2025-01-02 03:04</div><div>Core Insights - Up [1]</div></body></html>"
    )
    assert page.name == "稀土"
    assert [one.title for one in page.articles] == ["铜"]


WHOLE = """From: <Saved by Blink>
Subject: =?utf-8?Q?=E9=95=8D?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B"

------B
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html><html><head><title>=E9=95=8D - Repo=
rtify</title></head><body><h1>=E9=95=8D</h1><div>=E9=9B=AA=E7=90=83=C2=B720=
25-09-10 08:08</div><div>Core Insights - A [1] - B [2]</div></body></html>
------B
Content-Type: text/css
Content-Transfer-Encoding: base64

QUJDRA==
------B--
"""


@pytest.mark.parametrize("text", [WHOLE, WHOLE.replace("\n", "\r\n")])
def test_a_page_saved_as_one_file_is_the_page_in_it(text):
    head = only(text).masthead
    assert (head.title, head.source, head.published) == ("镍", "雪球", "2025-09-10 08:08")


def test_a_page_saved_on_a_day_that_is_no_text_is_read_all_the_same():
    text = WHOLE.replace("MIME-Version", "Date: \udcff\nMIME-Version", 1)
    assert only(text).masthead.title == "镍"
    assert rows(text) == ["lead: Core Insights", "  - A[1]", "  - B[2]"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes its zone from elsewhere")
def test_a_page_saved_where_the_clock_has_no_such_year_is_read_all_the_same(monkeypatch):
    with monkeypatch.context() as east:
        east.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        text = WHOLE.replace("MIME-Version", "Date: 31 Dec 9999 23:59:59 +0000\nMIME-Version", 1)
        assert only(text).masthead.title == "镍"
    time.tzset()


def test_what_only_begins_like_one_is_text():
    assert only("From: <Saved by nobody>\nmultipart/none\n\nCore Insights - A [1]")


@pytest.mark.parametrize("head", ["A Shares", "后市", "What's Next?"])
def test_a_heading_may_stand_at_the_end_with_nothing_under_it(head):
    assert rows(f"{TOP}Core Insights - Up [1] {head}")[2:] == [f"named: {head}"]


def test_a_long_heading_is_written_as_titles_are():
    head = "The Long Road of the Chinese Car Makers to Europe and What It Means for Us"
    assert rows(f"{TOP}Core Insights - A [1] {head} - B [2]")[2:] == [f"named: {head}", "  - B[2]"]
    plain = head.lower().capitalize()
    assert rows(f"{TOP}Core Insights - A [1] {plain} - B [2]")[1:] == [
        f"  - A [1] {plain} - B[1][2]"
    ]


def test_a_word_of_the_site_is_not_taken_for_an_article():
    article = only(f"登录\n{TOP}Core Insights - A [1]\n分享\n复制")
    assert article.title == "镍"
    assert outlined(article) == ["lead: Core Insights", "  - A[1]", "  | 分享\n复制\n登录"]


def test_a_box_to_tick_before_a_title_is_no_part_of_it():
    article = only("☐ 氢能重卡\n雪球·2025-09-10 08:08\n\nCore Viewpoint\n◦ Up 3% [1]")
    assert article.title == "氢能重卡"
    assert outlined(article) == ["lead: Core Viewpoint", "  - Up 3%[1]"]


def test_a_stop_alone_below_citations_alone_ends_the_claim():
    assert rows(f"{TOP}Core Insights\nUp by 3%\n[1]\n[2]\n.\nDown\n[3]\n。")[1:] == [
        "  - Up by 3%[1][2]",
        "  - Down[3]",
    ]

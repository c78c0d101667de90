"""Pages as readers paste them: where titles stand, how summaries are laid, what is furniture."""

import pytest

from core.errors import Unreadable
from core.model import Article, Body, Kind
from core.parse import looks_like_page, parse_text
from core.parse.flat import flat
from core.samples import sample_texts
from tests.parse.outlined import outlined

ONE = (
    "Core Viewpoint - Copper is short [1][3]. Group 1: Mines vs. Mills - Ore fell 3% [2]. "
    "- Mills wait [4]."
)
ONE_ROWS = [
    "lead: Core Viewpoint",
    "  - Copper is short[1][3]",
    "group: Group 1: Mines vs. Mills",
    "  - Ore fell 3%[2]",
    "  - Mills wait[4]",
]
TWO = "Core Insights - Tin rose [1] Group 1 - Stocks fell [2][6] - Demand holds [3]"


def heads(text: str) -> list[tuple[str, str | None, str | None]]:
    mastheads = [one.masthead for one in parse_text(text).articles]
    return [(head.title, head.source, head.published) for head in mastheads]


def only(text: str) -> Article:
    (article,) = parse_text(text).articles
    return article


def rows(text: str) -> list[str]:
    return outlined(only(text))


T, S = "铜\n雪球· 2025-09-10 08:08", "锡\n雪球· 2025-09-10 07:08"  # as list pages have it
A, B = T.replace("· ", "·"), S.replace("· ", "·")  # as article pages have it
FIRST = ("铜", "雪球", "2025-09-10 08:08")
SECOND = ("锡", "雪球", "2025-09-10 07:08")


@pytest.mark.parametrize(
    "text",
    [
        f"{T}\n{ONE}\n{S}\n{TWO}",
        f"{T}\n{ONE}\n{S}\n{TWO}\n".replace("\n", "\n\n"),
        f"{ONE}\n{A}\n{TWO}\n{B}",
        f"{ONE}\n{A}\n\n{TWO}\n{B}\n",
        f"Workflow\n{A}\n\n{ONE}\n\nWorkflow\n{B}\n\n{TWO}",
        f"{ONE}\n{A}\n有色\nSearch documents\n{S}\n{TWO}",
        f"{T}\n{ONE}\n{S}\n{TWO}".replace("·", "ยท").replace("\n", "\r\n"),
        f"{T}\n{ONE}\n{S}\n{TWO}".replace("·", "Â·").replace("\n", "\r"),
    ],
    ids=["list", "spaced", "below", "pasted", "above", "mixed", "mojibake", "latin"],
)
def test_title_source_and_time_go_with_their_summary(text):
    assert heads(text) == [FIRST, SECOND]
    first, second = parse_text(text).articles
    assert outlined(first) == ONE_ROWS
    assert outlined(second)[-1] == "  - Demand holds[3]"


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}\n铜",
        f"铜\n\n{ONE}",
        f"铜\n{ONE}",
        f"铜 - Reportify\n铜\n\n{ONE}",
        f"Workflow\n铜\n{ONE}",
    ],
)
def test_a_title_without_a_time_is_above_or_below(text):
    assert heads(text) == [("铜", None, None)]
    assert rows(text) == ONE_ROWS


def test_the_page_s_name_and_furniture_are_no_text():
    page = parse_text(
        f"Workflow\n稀土矿产\nicon\n\nSearch documents\n铜\n雪球· 2025-09-10 08:08\n{ONE}"
    )
    assert page.name == "稀土矿产"
    assert outlined(page.articles[0]) == ONE_ROWS
    assert parse_text(f"搜索文档\n铜\n雪球· 2025-09-10 08:08\n{ONE}").name is None


def test_a_page_pasted_below_another_has_its_own_name():
    page = parse_text(
        "".join(
            f"{name}\nSearch documents\n{name}价\n雪球· 2025-09-10 08:08\n{ONE}\n"
            for name in "镍锌"
        )
    )
    assert [(one.page, one.title) for one in page.articles] == [("镍", "镍价"), ("锌", "锌价")]


def test_a_page_in_chinese():
    assert rows(
        "核心观点 - 稀土价格上涨5.79%[1]。 - 供给偏紧[2][3]。 供需格局 - 需求增长[4]。\n稀土"
    ) == [
        "lead: 核心观点",
        "  - 稀土价格上涨5.79%[1]",
        "  - 供给偏紧[2][3]",
        "named: 供需格局",
        "  - 需求增长[4]",
    ]
    assert rows("核心观点：稀土上涨5.79%[1]。需求增长[2][3]。供给收缩[4]。")[1:] == [
        "  - 稀土上涨5.79%[1]",
        "  - 需求增长[2][3]",
        "  - 供给收缩[4]",
    ]


def test_company_and_symbol_stand_before_the_source_or_alone():
    head = only(f"又放大招!\nTeslaTesla(US:TSLA) 格隆汇APP·2025-06-29 08:12\n\n{ONE}").masthead
    assert (head.company, head.symbol, head.source) == ("TeslaTesla", "US:TSLA", "格隆汇APP")
    head = only(f"半年报\nTELLHOWTELLHOW(SH:600590)2018-08-14 16:00\n\n{ONE}").masthead
    assert (head.symbol, head.source, head.published) == ("SH:600590", None, "2018-08-14 16:00")
    head = only(f"{ONE}\n力鸿检验(00164) - 2022 - 年度财报\n2022-07-28 09:31").masthead
    assert (head.title, head.published) == ("力鸿检验(00164) - 2022 - 年度财报", "2022-07-28 09:31")


@pytest.mark.parametrize(
    ("hyphen", "claim"),
    [
        ("A short - term rise to 515 - 535 yuan", "A short - term rise to 515 - 535 yuan"),
        ("Down -20.3% - e-VTOL - like", "Down -20.3% - e-VTOL - like"),
        ('The "C5+1" and U.S.-Central Asia', 'The "C5+1" and U.S.-Central Asia'),
        ("Work for *ST Guandian", "Work for *ST Guandian"),
    ],
)
def test_a_hyphen_inside_a_claim_parts_nothing(hyphen, claim):
    assert rows(f"Core Insights - {hyphen} [1] - Next [2]")[1] == f"  - {claim}[1]"


def test_a_claim_may_begin_with_a_small_letter_after_citations():
    assert (
        rows("Group 1 - It is early [14]. - e-VTOL is tested [12]")[2] == "  - e-VTOL is tested[12]"
    )


def test_citations_keep_their_order_and_repeats():
    assert rows("Group 1 - A [6][5][12][12] - B[8].")[1:] == ["  - A[6][5][12][12]", "  - B[8]"]


def test_codes_in_brackets_are_no_citations():
    assert (
        rows("Group 1 - Index (931238) [sic] rose [0] [1]")[1]
        == "  - Index (931238) [sic] rose [0][1]"
    )


def test_wrappers_and_stacked_headings_hold_what_follows():
    assert rows(
        "Investment Rating - Positive [5] Core Views - It firms [3] "
        "Summary by Sections Supply: Less - Mines reopen [22] Risks - Prices [19]"
    ) == [
        "named: Investment Rating",
        "  - Positive[5]",
        "lead: Core Views",
        "  - It firms[3]",
        "super: Summary by Sections",
        "  named: Supply: Less",
        "    - Mines reopen[22]",
        "  named: Risks",
        "    - Prices[19]",
    ]
    long = "Introduction: AI Empowerment, Intelligent Driving Enters a New Era of the Car"
    assert rows(f"Core Points - A [2] Summary by Sections {long} - B is it [1]")[-2:] == [
        f"  named: {long}",
        "    - B is it[1]",
    ]
    assert rows("Core Points - A [1] Price Changes Overview Year-on-Year Changes - Food fell [1]")[
        2:
    ] == [
        "named: Price Changes Overview",
        "  named: Year-on-Year Changes",
        "    - Food fell[1]",
    ]


def test_numbered_headings_without_a_dash():
    article = only(
        "Report Summary 1. Investment Rating The report gives no rating. 2. Core View In August, "
        "with macro - economic gains, prices may firm [4]. 3. Summary by Section Macro - economic "
        "Analysis - **China**: M2 grew [6][8]. - **PP**: a 9 - 1 spread [13]"
    )
    assert article.edition.body is Body.RESEARCH
    assert outlined(article) == [
        "super: Report Summary",
        "  named: 1. Investment Rating",
        "    | The report gives no rating.",
        "  lead: 2. Core View",
        "    - In August, with macro - economic gains, prices may firm[4]",
        "  super: 3. Summary by Section",
        "    named: Macro - economic Analysis",
        "      - **China**: M2 grew[6][8]",
        "      - **PP**: a 9 - 1 spread[13]",
    ]


def test_without_any_citation_a_dash_parts_before_what_may_begin_a_claim():
    assert rows(
        "Core Insights - Prices rose. - A short - term dip. Group 1: Supply - Output is up."
    ) == [
        "lead: Core Insights",
        "  - Prices rose.",
        "  - A short - term dip.",
        "group: Group 1: Supply",
        "  - Output is up.",
    ]


def test_a_body_without_a_dash_is_parted_behind_its_citations():
    assert rows(f"{T}\nCore Insights Copper rose [1] Zinc fell [2] and so on") == [
        "lead: Core Insights",
        "  - Copper rose[1]",
        "  - Zinc fell[2]",
        "  | and so on",
    ]


def test_an_uncited_claim_ends_before_the_heading_of_a_group():
    assert rows(f"{T}\nCore Insights - Mines wait Group 1: Mills - Zinc fell [2]") == [
        "lead: Core Insights",
        "  - Mines wait",
        "group: Group 1: Mills",
        "  - Zinc fell[2]",
    ]


def test_citations_and_brackets_within_a_claim_stay_in_its_text():
    assert rows(f"{T}\nCore Insights - Ore 【2】 fell more [1] - Tin [a] rose [3]") == [
        "lead: Core Insights",
        "  - Ore 【2】 fell more[2][1]",
        "  - Tin [a] rose[3]",
    ]


def test_an_uncited_body_may_begin_with_any_heading():
    pieces = [(one.kind, one.text) for one in flat("Mines and Mills - Ore fell - Tin rose")]
    assert pieces == [
        (Kind.NAMED, "Mines and Mills"),
        (Kind.CLAIM, "Ore fell"),
        (Kind.CLAIM, "Tin rose"),
    ]


def test_text_eaten_by_latex_is_parted_and_said_to_be_damaged():
    article = only(
        "Core Insights - Over 2.3trillionsince2023[1]−Adip[2]Group1:AIandGPU−New[3]−one−shot[5]"
    )
    assert article.edition.body is Body.DAMAGED
    assert outlined(article)[2:] == [
        "  - Adip[2]",
        "group: Group1:AIandGPU",
        "  - New[3]",
        "  - one−shot[5]",
    ]


MARKDOWN = """# 铜
雪球·2025-09-10 08:08

### Core Insights
- The first claim [1][3].
- A second one
  goes on here [2].

### Group 1: U.S. Dependency
* Third - with a dash [4]
"""


def test_a_summary_in_lines_of_markdown():
    assert heads(MARKDOWN) == [FIRST]
    assert rows(MARKDOWN) == [
        "lead: Core Insights",
        "  - The first claim[1][3]",
        "  - A second one goes on here[2]",
        "group: Group 1: U.S. Dependency",
        "  - Third - with a dash[4]",
    ]


def test_a_summary_in_lines_without_its_marks():
    text = "铜\nCore Insights\nOne claim [1][3].\nGroup 1: Mines\nOre fell [2]\n"
    text += "Market Dynamics\n• It waits [4]"
    assert heads(text) == [("铜", None, None)]
    assert rows(text) == [
        "lead: Core Insights",
        "  - One claim[1][3]",
        "group: Group 1: Mines",
        "  - Ore fell[2]",
        "named: Market Dynamics",
        "  - It waits[4]",
    ]


def test_a_plain_line_over_claims_is_their_heading_and_under_them_a_text():
    assert rows(f"{T}\nCore Insights\nMines\n- Ore fell [1]\nMills\nTin rose [3]\nAnd so on") == [
        "lead: Core Insights",
        "named: Mines",
        "  - Ore fell[1]",
        "named: Mills",
        "  - Tin rose[3]",
        "  | And so on",
    ]


@pytest.mark.parametrize(
    ("end", "row"),
    [
        ("Mills wa", "  - Mills wa (cut)"),
        ("Mills wait [", "  - Mills wait [ (cut)"),
        ("Mills wait [12", "  - Mills wait (cut)"),
        ("Mills wait [sic", "  - Mills wait [sic (cut)"),
        ("Mills wait [1][", "  - Mills wait[1]"),
        ("Mills wait [1] Grou", "named: Grou"),
        ("Mills wait [1] -", "  - Mills wait[1]"),
        ("Mills wait [1]. –", "  - Mills wait[1]"),
        ("Mills wait -", "  - Mills wait - (cut)"),
        ("Mills wait.", "  - Mills wait."),
    ],
)
def test_a_text_cut_anywhere_keeps_what_there_is(end, row):
    assert rows(f"Group 1 - Ore fell 3% [2] - {end}")[-1] == row


def test_an_article_s_own_words_are_a_block():
    article = only(
        "早报\nBao Cheng Qi Huo· 2025-09-26 02:17\n证监许可【2011】0000 号 | 品种 | 震荡 ..."
    )
    assert article.edition.body is Body.RAW
    assert outlined(article) == ["| 证监许可【2011】0000 号 | 品种 | 震荡 ..."]


def test_what_belongs_to_no_article_is_kept_beside_one():
    text = f"Login\nPricing\nWorkflow\n铜\n雪球·2025-09-10 08:08\n\n{ONE}\nShare\nAbout us"
    assert heads(text) == [FIRST]
    assert rows(text) == [*ONE_ROWS, "  | Share\nAbout us\nLogin\nPricing"]


@pytest.mark.parametrize(
    "text", ["", " \n\n", "\ufeff", "Workflow\nicon\n搜索文档", "稀土\nSearch documents"]
)
def test_a_text_without_an_article_gets_one_sentence(text):
    with pytest.raises(Unreadable, match=r"There is no article in this text\. Open the page"):
        parse_text(text)


def test_the_same_text_gives_the_same_ids_and_another_title_others():
    (one,), (same,) = parse_text(f"{ONE}\n铜").articles, parse_text(f"铜\n\n{ONE}").articles
    assert (one.id, one.edition.id) == (same.id, same.edition.id)
    assert only(f"{ONE}\n锡").id != one.id


def test_a_page_is_told_from_a_word_to_search_for():
    assert all(map(looks_like_page, [*sample_texts(), MARKDOWN, f"{ONE}\n铜"]))
    assert not any(map(looks_like_page, ["", "稀土", "rare earths - and more [1]", "two\nwords"]))


def test_progress_is_told_and_can_stop_the_reading():
    heard = []
    parse_text(sample_texts()[0], lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[0][0] == 0
    assert heard[-1][0] == heard[-1][1]

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parse_text(sample_texts()[0], stop)


@pytest.mark.parametrize(
    "title", ["Group 5 is back", "Core Insights for the rest of us", "第三组的秘密"]
)
def test_a_title_may_begin_as_a_summary_does(title):
    body = "Core Insights - Up [1]"
    other = f"镍价\n雪球· 2025-09-10 08:08\n{body}"
    page = parse_text(f"音乐\nSearch documents\n{title}\n雪球· 2025-09-10 09:08\n{body}\n{other}")
    assert [one.masthead.title for one in page.articles] == [title, "镍价"]
    assert [len(one.edition.nodes) for one in page.articles] == [2, 2]

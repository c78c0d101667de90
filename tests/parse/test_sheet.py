"""Rows of a spreadsheet, pasted or opened, are read as the articles that they are."""

import csv
import io

import pytest

from core.errors import Unreadable
from core.parse import parse_bytes, parse_file, parse_text
from tests.parse.outlined import outlined

SUMMARY = """Core Insights
- Ore, cut by 5%, is "short" [1][3].
- Magnets wait [2]
Group 1: Steps
- Next [4]"""
ROWS = [
    "lead: Core Insights",
    '  - Ore, cut by 5%, is "short"[1][3]',
    "  - Magnets wait[2]",
    "group: Group 1: Steps",
    "  - Next[4]",
]
FIRST = {
    "title": "稀土的五道关",
    "source": "观察者网",
    "time": "2025-11-09 04:46",
    "summary": SUMMARY,
}
SECOND = {
    "title": "“低空”讲了多年",
    "source": "雪球",
    "time": "2025/9/10 8:08",
    "summary": "Tin rose.",
}
CHINESE = {"title": "标题", "source": "来源", "time": "发布时间", "summary": "摘要"}
ENGLISH = {name: name.title() for name in FIRST}


def table(*heads: str, sign: str = ",", names: dict[str, str] = ENGLISH) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=sign)
    writer.writerow([names[head] for head in heads])
    writer.writerows([[row[head] for head in heads] for row in (FIRST, SECOND)])
    return text.getvalue()


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    heads = [one.masthead for one in parse_text(text).articles]
    return [(head.title, head.source, head.published) for head in heads]


BOTH = [
    ("稀土的五道关", "观察者网", "2025-11-09 04:46"),
    ("“低空”讲了多年", "雪球", "2025-09-10 08:08"),
]


@pytest.mark.parametrize("names", [ENGLISH, CHINESE])
@pytest.mark.parametrize("sign", ["\t", ",", ";"])
@pytest.mark.parametrize(
    "heads", [("title", "source", "time", "summary"), ("time", "summary", "title", "source")]
)
def test_each_row_is_an_article(names, sign, heads):
    text = table(*heads, sign=sign, names=names)
    assert told(text) == BOTH
    first, second = parse_text(text).articles
    assert (outlined(first), outlined(second)) == (ROWS, ["| Tin rose."])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_table_is_opened_in_any_encoding(tmp_path, encoding):
    for suffix, sign in ((".csv", ","), (".tsv", "\t"), (".txt", "\t")):
        place = tmp_path / f"导出{suffix}"
        text = table("title", "source", "time", "summary", sign=sign, names=CHINESE)
        place.write_bytes(text.encode(encoding))
        assert parse_file(place).articles == parse_bytes(text.encode()).articles
        assert len(parse_file(place).articles) == 2


def test_quotes_that_are_a_title_s_own_stay():
    text = '标题\t来源\n"低空"讲了多年\t雪球\n"一"与"二"\t雪球'
    assert [title for title, *_ in told(text)] == ['"低空"讲了多年', '"一"与"二"']


def test_a_line_that_is_over_the_heading_row_and_blank_rows_do_not_disturb():
    text = f"sep=,\n导出于今天,,,\n\n{table('title', 'source', 'time', 'summary')}\n,,,\n"
    assert told(text) == BOTH
    assert outlined(parse_text(text).articles[0])[-1] == "| 导出于今天"


@pytest.mark.parametrize(
    ("head", "said", "published"),
    [
        ("Date", "2025-11-09", "2025-11-09"),
        ("日期", "2025年11月9日 12:46", "2025-11-09 12:46"),
        ("Date", "Nov 9, 2025 4:46 PM", "2025-11-09 16:46"),
        ("Published At", "2025-11-09T12:46:00+08:00", "2025-11-09 04:46"),
        ("published_at", "1762663560000", "2025-11-09 04:46"),
        ("时间（北京时间）", "2025-11-09 12:46", "2025-11-09 04:46"),
        ("Time (UTC+8)", "2025-11-09 12:46", "2025-11-09 04:46"),
        ("Time (UTC+8)", "2025-11-09T04:46:00Z", "2025-11-09 04:46"),
        ("Time (latest)", "2025-11-09 04:46", "2025-11-09 04:46"),
    ],
)
def test_a_time_is_read_with_the_zone_of_its_column(head, said, published):
    text = f'Title\t{head}\n甲\t"{said}"'
    assert told(text) == [("甲", None, published)]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Date", "11/9/2025 4:46"),
        ("Date", "45970.198"),
        ("Time (AEST)", "2025-11-09 12:46"),
        ("时间（悉尼时间）", "2025-11-09 12:46"),
        ("时间", "2025-13-09 12:46"),
    ],
)
def test_a_time_that_may_be_another_is_text(head, said):
    (article,) = parse_text(f"Title\t{head}\n甲\t{said}").articles
    assert article.masthead.published is None
    assert outlined(article) == [f"| {head}: {said}"]


def test_a_day_and_its_clock_may_stand_in_two_columns():
    assert told("标题,日期,时间\n甲,2025-11-09,04:46") == [("甲", None, "2025-11-09 04:46")]


def test_other_columns_are_kept_and_numbers_of_rows_are_not():
    text = (
        "序号\t标题\t来源\t备注\t链接\n1\t甲\t财新\t重要\thttps://example.org/1\t又及\n2\t乙\t财新"
    )
    first, second = parse_text(text).articles
    assert (first.masthead.url, outlined(first)) == (
        "https://example.org/1",
        ["| 备注: 重要\n又及"],
    )
    assert outlined(second) == []


def test_what_is_no_address_in_a_column_of_links_is_kept_as_text():
    first, second = parse_text(
        "标题\t来源\t链接\t网址\n甲\t财新\t见附件\thttps://a.example\n乙\t财新\twww.b.example"
    ).articles
    assert (first.masthead.url, outlined(first)) == ("https://a.example", ["| 链接: 见附件"])
    assert (second.masthead.url, outlined(second)) == (None, ["| 链接: www.b.example"])


def test_a_cell_that_is_safe_from_formulas_is_what_it_was():
    assert told("Title,Source\n'-20% 之后,财新")[0][0] == "-20% 之后"


def test_the_content_of_an_article_may_be_its_summary():
    told_, own = parse_text(
        "Title\tContent\tSource\n甲\tCore Points - Up [1] - Down [2]\t财新\n乙\t第一段\t财新"
    ).articles
    assert outlined(told_) == ["lead: Core Points", "  - Up[1]", "  - Down[2]"]
    assert outlined(own) == ["| 第一段"]


TABLE = """| **标题** | 来源 | 时间 | 摘要 |
|:--|---|---|---|
| 稀土的五道关 | 观察者网 | 2025-11-09 04:46 | Core Insights<br>- Ore \\| oxide [1]<br>- "Up" [2] |
| “低空”讲了多年 | 雪球 | 2025/9/10 8:08 | Tin rose. |
"""


@pytest.mark.parametrize(
    "over", ["", "Here they are:\n\n", "# Found\n\nTwo of them\n\nas asked\n\n\n"]
)
@pytest.mark.parametrize("below", ["", "\nShall I look for more?"])
def test_a_table_in_markdown_is_read_as_its_rows(over, below):
    assert told(over + TABLE + below) == BOTH
    first, second = parse_text(over + TABLE + below).articles
    assert outlined(first)[:3] == ["lead: Core Insights", "  - Ore | oxide[1]", '  - "Up"[2]']
    assert ("| " + over.strip() in outlined(first)) == bool(over)
    assert outlined(second) == ["| Tin rose.", *([f"| {below.strip()}"] if below else [])]


def test_a_web_page_s_table_of_articles_is_read_as_its_rows():
    names = "".join(f"<th>{name}</th>" for name in ("标题", "来源", "时间"))
    cells = "".join("<td>" + "</td><td>".join(filter(None, row)) + "</td></tr><tr>" for row in BOTH)
    assert (
        told(f"<html><body><table><tr>{names}</tr><tr>{cells}</tr></table></body></html>") == BOTH
    )


def test_a_table_of_other_things_in_markdown_is_none():
    text = TABLE.replace("标题", "品种")
    assert len(parse_text(text).articles) == 1


def test_a_page_below_a_table_is_not_taken_for_words_about_it():
    page = "镍\n雪球· 2025-09-10 08:08\nCore Insights - Up [1] - Down [2]"
    assert "镍" in [title for title, *_ in told(f"{TABLE}\n{page}")]


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", "title\n甲\n", "Title,Source\n", "标题,时间\n以下是正文。\n没有表格。\n"]
)
def test_a_file_of_other_rows_gets_one_sentence(tmp_path, text):
    place = tmp_path / "rows.csv"
    place.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match="no heading row"):
        parse_file(place)


def test_a_text_that_only_begins_so_is_a_page():
    text = "标题,时间\n雪球· 2025-09-10 08:08\nCore Insights - Tin rose [1] - Zinc fell [2]"
    (article,) = parse_text(text).articles
    assert article.title == "标题,时间"


@pytest.mark.parametrize(
    "unit", ['"', '"a\n', '""', '"a,"\n', "a,b\n", ",", '""a\n', "\n", '"a"b,']
)
def test_a_table_of_one_thing_over_and_over_ends_soon(unit):
    text = "Title,Source\na,b\n" + unit * (300_000 // len(unit))
    assert len(parse_text(text).articles) >= 1


def test_a_cell_without_end_gets_one_sentence():
    with pytest.raises(Unreadable, match="cell of this table is longer"):
        parse_text(f'Title,Source\na,"{"b" * 1_000_001}"')


def test_a_row_of_more_cells_than_any_sheet_has_is_refused(tmp_path):
    table = tmp_path / "wide.tsv"
    table.write_text("title\ttime\tsummary\na\t2025-09-10 08:08\tUp [1]" + "\t" * 16_384)
    with pytest.raises(Unreadable, match="more than 16,384 cells"):
        parse_file(table)
    text = f"锡价\n雪球· 2025-09-10 08:08\nCore Insights - Up{',' * 16_384} [1]"
    assert [one.title for one in parse_text(text).articles] == ["锡价"]
    assert len(parse_text(f"锡{',' * 16_384}\n" * 2).articles) == 1

"""Rows of a spreadsheet without a heading row are read where it is sure which column is which."""

import csv
import io
from itertools import permutations

import pytest

from core.errors import Unreadable
from core.parse import parse_file, parse_text
from tests.parse.outlined import outlined

CELLS = {
    "title": ("稀土的五道关", "“低空”讲了多年"),
    "source": ("Guan Cha Zhe Wang", "雪球"),
    "time": ("2025-11-09 04:46", "2025/9/10 8:08"),
    "summary": (
        "Core Insights - Ore, cut by 5% [1][3]. Group 1 - Magnets wait [2]",
        "Core Points\n- Drones wait [2]",
    ),
    "url": ("https://example.org/1", "https://example.org/2"),
    "count": ("1", "2"),
    "company": ("北方稀土", "中信海直"),
}
BOTH = [
    ("稀土的五道关", "Guan Cha Zhe Wang", "2025-11-09 04:46"),
    ("“低空”讲了多年", "雪球", "2025-09-10 08:08"),
]


def rows(*names: str, sign: str = "\t") -> str:
    text = io.StringIO()
    cells = [CELLS[name] for name in names]
    csv.writer(text, delimiter=sign).writerows(zip(*cells, strict=True))
    return text.getvalue()


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    heads = [one.masthead for one in parse_text(text).articles]
    return [(head.title, head.source, head.published) for head in heads]


@pytest.mark.parametrize("sign", ["\t", ",", ";"])
@pytest.mark.parametrize("names", [*permutations(("title", "source", "time", "summary"))])
def test_columns_may_stand_in_any_order(names, sign):
    text = rows(*names, sign=sign)
    assert told(text) == BOTH
    first, second = parse_text(text).articles
    assert outlined(first)[1] == "  - Ore, cut by 5%[1][3]"
    assert outlined(second) == ["lead: Core Points", "  - Drones wait[2]"]


def test_one_row_is_enough():
    line = rows("title", "source", "time", "summary").split("\r\n")[0]
    assert told(line) == BOTH[:1]


def test_addresses_are_taken_and_what_is_not_known_is_kept_as_text():
    first, second = parse_text(rows("count", "title", "time", "url", "summary")).articles
    assert [first.masthead.url, second.masthead.url] == list(CELLS["url"])
    assert first.masthead.source is None
    assert outlined(first)[-1] == "| 1"


def test_a_first_row_of_other_words_is_kept_beside_the_first_article():
    text = "名\t谁\t何时\t文\n" + rows("title", "source", "time", "summary")
    assert told(text) == BOTH
    assert outlined(parse_text(text).articles[0])[-1] == "| 名 谁 何时 文"


@pytest.mark.parametrize(
    "names",
    [
        ("source", "time", "summary"),  # which would be the title
        ("title", "company", "source", "time", "summary"),
        ("title", "source", "summary"),
        ("title", "source", "time", "time", "summary"),
        ("title", "source", "count", "summary"),
    ],
)
@pytest.mark.parametrize(("suffix", "sign"), [("csv", ","), ("tsv", "\t"), ("txt", "\t")])
def test_what_is_not_sure_is_said_to_be_so(tmp_path, names, suffix, sign):
    place = tmp_path / f"rows.{suffix}"
    place.write_text(rows(*names, sign=sign), "utf-8")
    with pytest.raises(Unreadable, match="no heading row"):
        parse_file(place)


def test_lines_with_tabs_in_them_are_a_page():
    text = "锡价\t涨\n雪球·2025-09-10 08:08\n\nCore Insights\n-\tTin rose [1]\n-\tZinc fell [2]"
    (article,) = parse_text(text).articles
    assert article.title == "锡价\t涨"

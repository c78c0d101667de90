"""Files in the encodings that readers have, JSON of the service, and saved web pages."""

import json
from contextlib import suppress

import pytest

from core.encoding import decode
from core.errors import Unreadable
from core.model import Body
from core.parse import parse_bytes, parse_file, parse_text
from core.samples import sample_texts
from tests.parse.outlined import outlined

SIMPLE = [
    "稀土",
    "联通",
    "中国稀土替代品",
    "降息25个基点",
    "“低空”讲了多年",
    "煤焦早报-20250926",
    "锡",
]
FULL = ["稀土", "國家統計局", "美國與中亞五國談能源礦產", "關鍵礦產", "臺積電"]
SAMPLES = sample_texts()


@pytest.mark.parametrize("text", [*SIMPLE, *SAMPLES], ids=lambda text: text[:8])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_simplified_chinese_is_read_in_every_encoding(text, encoding):
    assert parse_bytes(text.encode(encoding)) == parse_text(text)


@pytest.mark.parametrize("text", FULL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big5"])
def test_traditional_chinese_is_read_in_every_encoding(text, encoding):
    assert parse_bytes(text.encode(encoding)) == parse_text(text)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_needs_no_byte_order_mark(encoding):
    assert parse_bytes(SAMPLES[0].encode(encoding)) == parse_text(SAMPLES[0])


@pytest.mark.parametrize(
    "text", ["ZACKS· 10:00", "A·B·C", "Caf\u00e9\u00a0·\u00a0naïve", "5 ± 2 °C × 3"]
)
def test_signs_and_accents_in_english_are_not_taken_for_chinese(text):
    assert decode(text.encode()) == text


def test_western_text_is_not_taken_for_chinese():
    assert outlined(parse_bytes("Café résumé naïve".encode()).articles[0]) == [
        "| Café résumé naïve"
    ]
    quoted = "He said \u201cyes\u201d and left the café"
    assert outlined(parse_bytes(quoted.encode("cp1252")).articles[0]) == [f"| {quoted}"]


@pytest.mark.parametrize("length", range(300, 320))
def test_utf8_cut_inside_a_character_is_still_utf8(length):
    cut = SAMPLES[0].encode()[:length]
    whole = cut.decode("utf-8", "ignore")
    assert parse_bytes(cut).articles[0].title == parse_text(whole).articles[0].title


@pytest.mark.parametrize("noise", ["été".encode("cp1252"), b"\x80\x81a"])
def test_bytes_that_may_be_text_give_an_article(noise):
    assert parse_bytes(noise).articles


@pytest.mark.parametrize("noise", [bytes(range(256)) * 8, b"\0" * 500, b"\xff" * 999])
def test_bytes_that_are_no_text_give_one_sentence(noise):
    with pytest.raises(Unreadable, match=r"This file holds no text\."):
        parse_bytes(noise)


@pytest.mark.parametrize(
    "own",
    [
        rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\f0 Core Insights - A [1]\par}",
        b"%PDF-1.4\n1 0 obj\n<< /Length 44 >>\nstream\n(Core Insights - A [1]) Tj\nendstream",
    ],
)
def test_a_file_of_another_program_gets_one_sentence(own):
    with pytest.raises(Unreadable, match="holds no text"):
        parse_bytes(own)


def test_a_file_that_cannot_be_read_gets_one_sentence(tmp_path):
    with pytest.raises(Unreadable, match=r"gone\.txt is not there\. Check"):
        parse_file(tmp_path / "gone.txt")
    with pytest.raises(Unreadable, match="is not a file"):
        parse_file(tmp_path)


DOCUMENT = {
    "doc_id": "1",
    "title": "稀土的五道关",
    "summary": "### Core Insights\n- Ore is found [1][3].\n### Group 1: Steps\n- Magnets wait",
    "published_at": 1730390400000,
    "companies": [{"name": "Tesla", "stocks": [{"symbol": "US:TSLA"}]}],
    "url": "https://example.org/news/1",
}
ROWS = [
    "lead: Core Insights",
    "  - Ore is found[1][3]",
    "group: Group 1: Steps",
    "  - Magnets wait",
]


@pytest.mark.parametrize(
    "value",
    [
        {"docs": [DOCUMENT], "total_count": 1},
        {"data": {"docs": [DOCUMENT]}},
        {"code": 0, "data": {"list": [DOCUMENT]}},
        [DOCUMENT],
        DOCUMENT,
        {"chunks": [{"content": "x", "doc": DOCUMENT}]}["chunks"][0] | DOCUMENT,
    ],
    ids=["search", "wrapped", "listed", "list", "one", "flat"],
)
def test_the_service_s_json_is_read_in_its_shapes(value):
    article = parse_text(json.dumps(value)).articles[0]
    head = article.masthead
    assert (head.title, head.published, head.zone) == ("稀土的五道关", "2024-10-31 16:00", "UTC")
    assert (head.company, head.symbol, head.url) == ("Tesla", "US:TSLA", DOCUMENT["url"])
    assert outlined(article)[:4] == ROWS


def test_json_of_one_object_a_line_and_of_a_timeline():
    lines = "\n".join(json.dumps(DOCUMENT | {"title": title}) for title in ("甲", "乙"))
    assert [one.title for one in parse_text(lines).articles] == ["甲", "乙"]
    told = {
        "docs": [{"title": "丙", "source": "财新", "published_at": "2025-11-09T12:46:00+08:00"}]
    }
    head = parse_text(json.dumps(told)).articles[0].masthead
    assert (head.source, head.published) == ("财新", "2025-11-09 04:46")


@pytest.mark.parametrize("between", ["", "\n", "\n\n", " "])
def test_json_may_be_several_objects_one_after_another(between):
    written = json.dumps(DOCUMENT, indent=1)
    assert len(parse_text(f"{written}{between}[{written}]{between}{WHOLE}").articles) == 3


def test_json_may_be_written_as_json_once_more(tmp_path):
    place = tmp_path / "page.json"
    place.write_text(json.dumps(json.dumps({"docs": [DOCUMENT]})), "utf-8")
    assert parse_file(place).articles == parse_text(WHOLE).articles
    place.write_text('"稀土"', "utf-8")
    with pytest.raises(Unreadable, match="no article in this JSON"):
        parse_file(place)


def test_a_summary_may_come_with_tags_in_json():
    tagged = "<h3>Core Insights</h3><ul><li>Tin &amp; zinc rose [1]</li></ul><p>Group 1</p>"
    (article,) = parse_text(json.dumps({"title": "锡", "summary": tagged})).articles
    assert outlined(article) == ["lead: Core Insights", "  - Tin & zinc rose[1]", "group: Group 1"]
    (article,) = parse_text(
        json.dumps({"title": "锡", "content": "<p>Tin</p><p>rose</p>"})
    ).articles
    assert [node.text.split() for node in article.edition.nodes] == [["Tin", "rose"]]


def test_chunks_and_contents_are_the_article_s_own_words():
    told = {
        "title": "丁",
        "chunks": [{"content": "第一段"}, {"summary": "第二段"}],
        "content": "全文",
    }
    assert outlined(parse_text(json.dumps(told)).articles[0]) == ["| 全文", "| 第一段", "| 第二段"]


@pytest.mark.parametrize(
    "text", ['{"a": 1}', "[{}]", '["稀土"]', '{"docs": []}', '{"docs": [3, null]}']
)
def test_json_without_documents_gets_one_sentence(text):
    with pytest.raises(Unreadable, match=r"There is no article in this JSON\."):
        parse_text(text)


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "[1, 3]", "[1] 稀土", "[1]\n[2]", "{not json", '{"稀土" 是什么}', "[稀土]"],
)
def test_what_only_begins_like_json_is_text(text):
    assert parse_text(text).articles


WHOLE = json.dumps(DOCUMENT)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"docs": "x"', 1),
        ('{"a":' * 50_000, 1),
        (f'{{"docs": [{"9" * 5_000}]}}', 1),
        (json.dumps({"docs": [DOCUMENT]}, indent=1)[:-9], 18),
        (f"{WHOLE}\n{WHOLE[:40]}\n{WHOLE}", 2),
    ],
)
def test_json_that_is_damaged_is_told_with_its_line(text, line):
    with pytest.raises(Unreadable, match=f"This JSON is damaged in line {line}, or ends there"):
        parse_text(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[1,2,3]", "There is no article in this JSON"),
        ("[1]\n[2]", "damaged in line 2"),
        ("", "damaged in line 1"),
        ("稀土", "damaged in line 1"),
    ],
)
def test_a_file_that_is_called_json_is_json(tmp_path, text, why):
    place = tmp_path / "page.json"
    place.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match=why):
        parse_file(place)


@pytest.mark.parametrize(
    "value", [1730390400000, "1730390400000", "2024-10-31T16:00Z", "Thu, 31 Oct 2024 16:00:00 GMT"]
)
def test_a_time_is_read_as_services_write_it(value):
    article = parse_text(json.dumps(DOCUMENT | {"published_at": value})).articles[0]
    assert article.masthead.published == "2024-10-31 16:00"


@pytest.mark.parametrize(
    ("value", "told"), [("20251109", "2025-11-09 00:00"), ("2025", "2025"), ("9" * 17, "9" * 17)]
)
def test_digits_that_are_no_milliseconds_are_no_time_of_1970(value, told):
    article = parse_text(json.dumps(DOCUMENT | {"published_at": value})).articles[0]
    assert article.masthead.published == told


STRANGE = [10**30, -1, "soon", {}, [], True, 1e308, -9e13, float("nan"), "²", "9" * 5000]
ENDS = ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]


@pytest.mark.parametrize("value", [*STRANGE, *ENDS])
def test_a_strange_time_spoils_no_document(value):
    article = parse_text(json.dumps(DOCUMENT | {"published_at": value})).articles[0]
    assert outlined(article) == ROWS


SAVED = """<!DOCTYPE html><html><head><title>稀土 - Reportify</title><style>p{color:red}</style>
</head><body><nav>Workflow</nav><h1>稀土</h1><div><span>雪球</span>·2025-09-10 08:08</div>
<script>alert(1)</script><h3>Core Insights</h3><ul><li>Ore &amp; oxide [1][3].</li><li>Magnets
wait [2]</li></ul></body></html>"""


def test_a_saved_page_is_read_as_if_it_were_copied():
    article = parse_text(SAVED).articles[0]
    assert (article.title, article.masthead.published) == ("稀土", "2025-09-10 08:08")
    assert outlined(article) == [
        "lead: Core Insights",
        "  - Ore & oxide[1][3]",
        "  - Magnets wait[2]",
    ]
    assert article.edition.body is Body.SUMMARY


UNITS = (
    *(" - ", "[1]", "[", "]", " ", "\n", " - a claim [1]", "Core Insights ", "Group 1: ", "1. "),
    *("标题\n", "雪球· 2025-09-10 08:08\n", "- a\n", "# ", "]−", "(", "<html><a", "<html><!--"),
    *("<html><script ", "{", '{"a":', " Market Overview Aa Bb", "\r", "\0", "[999]x"),
    *(" Summary by Sections", " – ", "［1］", "[1, ", "[1]-", "]-[", "· ", "2025/", "<div "),
    *("Group 1000: t - c [1] ", "Group 7: t - c ", "[1] A? ", "Core\u00a0", "**"),
    *("<!-- x -->", "<?a?>", "【1】", "第十", "昨天", " - 组", "\n>a", "<html><p><", "[1],"),
    *("¹,", "a¹ ", "(1)", "- a (1) ", "• \n", "a\n·\n", "- 1 -\n", "a\n[1]\n", "([1]", "【1†"),
    *("<p hidden>x", "<nav>", "<sup>1</sup>", '<a b="', "plain text\n", "Core Insights - a b\n"),
    *("1、甲\n", "2025-01-02 03:04 甲\n", "Date: 2025-01-02 03:04\n", "来源：甲\n", "From: a\n"),
    *("1. A\n(a) b\n", "一、甲\n", "- A\n  - b [1]\n", "a ### A - b ", "- A\n  - b\n    - c\n"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_a_text_of_one_thing_over_and_over_ends_soon(unit):
    """Nothing here is quadratic: else these would take minutes, and the time limit strike."""
    with suppress(Unreadable):
        assert parse_text(unit * (300_000 // len(unit))).articles


def test_a_line_without_end_gets_one_sentence():
    with pytest.raises(Unreadable, match="longer than a million characters"):
        parse_text(f"锡\n雪球· 2025-09-10 08:08\nCore Points - {'a' * 1_000_001}")


def test_what_follows_a_title_over_and_over_ends_soon():
    for unit in ("plain words\n", "Plain words\n", "甲乙\n", "- a\nPlain words\n" + "B c\n" * 48):
        text = f"锡\n雪球· 2025-09-10 08:08\n- a claim\n{unit * (600_000 // len(unit))}"
        assert parse_text(text).articles


def test_lines_without_end_get_one_sentence():
    mail = "MIME-Version: 1.0\n\n"
    for head, most in (("", 500_000), (mail, 1_000_000), (mail, 500_000)):
        with pytest.raises(Unreadable, match=f"more than {most:,} lines"):
            parse_text(head + "a\n" * (most + 600))


@pytest.mark.parametrize("unit", ["Group 1\n", "- a [1]\n", "## A\n"])
def test_claims_without_end_get_one_sentence(unit):
    body = unit * 50_001
    for text in (body, json.dumps({"title": "锡", "summary": body})):
        with pytest.raises(Unreadable, match="more than 50,000 claims"):
            parse_text(text)


@pytest.mark.parametrize("text", ["锡\n雪球· 2025-09-10 08:08\n", '{"title": "锡"}\n'])
def test_a_crowd_of_articles_gets_one_sentence(text):
    with pytest.raises(Unreadable, match="more than 100,000 articles"):
        parse_text(text * 100_001)


def test_the_reading_of_json_can_be_stopped():
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        parse_text('{"title": "锡"}\n' * 300, stop)


def test_dashes_that_part_nothing_are_read_in_one_walk():
    """Else this would take minutes, as above."""
    (article,) = parse_text(f"锡\n雪球· 2025-09-10 08:08\nCore Points {'- a ' * 200_000}").articles
    assert len(article.edition.nodes) == 2

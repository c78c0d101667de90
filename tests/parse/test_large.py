"""What a large text takes while it is read is little more than its articles take afterwards."""

import tracemalloc

import pytest

from core.errors import Unreadable
from core.parse import parse_text

FLAT = "标题 {0}\n雪球· 2025-09-10 08:08\nCore Points - Tin rose {0} [1]\n"
MAIL = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
MARKDOWN = "# 标题 {0}\n\n雪球· 2025-09-10 08:08\n\n## Core Points\n\n- Tin rose {0} [1]\n\n"


def test_lines_go_as_their_articles_are_made():
    for one in (FLAT, MARKDOWN):
        text = "".join(one.format(number) for number in range(2_000))
        assert parse_text(one).articles  # what is loaded for it is loaded now
        tracemalloc.start()
        page = parse_text(text)
        kept, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(page.articles) == 2_000
        assert most < 1.4 * kept


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("```json\n" + '{"title": "a", "url": "b"}\n' * 100_001, "100,000 articles"),
        ('{"docs": [' + '{"title": "a"}, ' * 200_001 + "{}]}", "100,000 articles"),
        ("Title,Source\n" + "a,b\n" * 100_001, "100,000 articles"),
        ("<html>" + "<ul><li>a" * 1_000_001, "2,000,000 lines"),
        ("a\n\n\n\n\n\n\n\n" * 300_000, "2,000,000 lines"),
        (f"{MAIL}\n" + "--b\n\na\n" * 50_001, "50,000 parts"),
    ],
)
def test_what_no_reader_has_is_refused_before_it_is_made(text, why):
    tracemalloc.start()
    with pytest.raises(Unreadable, match=why):
        parse_text(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 60_000_000


def test_a_mail_is_taken_apart_in_little_more_room_than_it_takes():
    picture = "--b\nContent-Type: image/png\n\n" + f"{'a' * 799}\n" * 20_000
    text = f"{MAIL}\n{picture}--b\n\n{FLAT}--b--\n"
    assert parse_text(MAIL + FLAT).articles  # what is loaded for it is loaded now
    tracemalloc.start()
    assert parse_text(text).articles
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * len(text)


def test_what_only_begins_like_json_over_and_over_is_read_once():
    with pytest.raises(Unreadable, match="500,000 lines"):
        parse_text("```json\n{\n" * 300_000)


def test_claims_on_one_line_without_end_get_one_sentence():
    with pytest.raises(Unreadable, match="more than 50,000 claims"):
        parse_text(f"Core Points - {'a [1] - ' * 50_001}b [2]")


def test_an_article_without_end_gets_one_sentence():
    with pytest.raises(Unreadable, match="longer than 10,000,000 characters"):
        parse_text("锡\n雪球· 2025-09-10 08:08\n" + ("a" * 900_000 + "\n") * 12)


def test_claims_of_many_articles_without_end_get_one_sentence(monkeypatch):
    text = "".join(FLAT.format(number) for number in range(4))
    monkeypatch.setattr("core.parse.text.MOST_ROWS", 8)
    assert len(parse_text(text).articles) == 4
    monkeypatch.setattr("core.parse.text.MOST_ROWS", 7)
    with pytest.raises(Unreadable, match="more than 7 claims in this text"):
        parse_text(text)

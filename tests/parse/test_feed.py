"""Feeds read as articles, and what is not safe to read refused."""

import pytest

from core.errors import Unreadable
from core.model import Kind
from core.parse.feed import LONGEST, read_feed

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>观察者网 &amp; more</title>
<item><title>稀土 &lt;b&gt;出口&lt;/b&gt;</title><link>https://example.org/1</link>
<pubDate>Sun, 09 Nov 2025 12:46:00 +0800</pubDate>
<description>
<![CDATA[<p>First.</p><script>x()</script><p>Second&nbsp;one.</p>]]></description></item>
<item><title>A list</title><link>javascript:x()</link>
<description>
<![CDATA[<h3>Supply</h3><ul><li>One [1]</li><li>Two [2]</li></ul>]]></description></item>
<item></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>One</title>
<updated>2025-11-09T04:46:00Z</updated><summary>short</summary>
<content type="html">&lt;p&gt;The whole text&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_is_an_article_of_its_feed():
    page = read_feed(RSS.encode())
    first, listed = page.articles
    assert page.name == "观察者网 & more"
    assert (first.title, first.masthead.source) == ("稀土 出口", "观察者网 & more")
    assert first.masthead.published == "2025-11-09 04:46"
    assert first.masthead.url == "https://example.org/1"
    assert [(n.kind, n.text) for n in first.edition.nodes] == [
        (Kind.BLOCK, "First."),
        (Kind.BLOCK, "Second one."),
    ]
    assert listed.masthead.url is None
    assert [(n.kind, n.citations) for n in listed.edition.nodes][1:] == [
        (Kind.CLAIM, (1,)),
        (Kind.CLAIM, (2,)),
    ]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("<source url='http://r.example/feed'>路透 &amp; Co</source>", "路透 & Co"),
        ("<source url='http://r.example/feed'/>", "观察者网 & more"),
        ("<source> </source>", "观察者网 & more"),
    ],
)
def test_an_entry_that_came_from_elsewhere_is_of_that_source(said: str, source: str):
    page = read_feed(RSS.replace("<item><title>稀土", f"<item>{said}<title>稀土").encode())
    first, other = page.articles
    assert (first.masthead.source, first.page) == (source, "观察者网 & more")
    assert other.masthead.source == "观察者网 & more"


def test_an_entry_of_atom_is_of_the_feed_it_came_from():
    said = "<entry><source><id>tag:2</id><title>Elsewhere</title></source>"
    (one,) = read_feed(ATOM.replace("<entry>", said).encode()).articles
    assert one.masthead.source == "Elsewhere"


def test_a_summary_in_an_entry_is_read_as_one():
    told = "<p>Core Insights - One [1] Group 1: Mines - Two [2]</p>"
    text = RSS.replace("<p>First.</p>", told).replace("<p>Second&nbsp;one.</p>", "")
    assert [(n.kind, n.text) for n in read_feed(text.encode()).articles[0].edition.nodes] == [
        (Kind.LEAD, "Core Insights"),
        (Kind.CLAIM, "One"),
        (Kind.GROUP, "Group 1: Mines"),
        (Kind.CLAIM, "Two"),
    ]


def test_the_whole_text_of_an_atom_entry_goes_before_its_summary():
    (one,) = read_feed(ATOM.encode()).articles
    assert [node.text for node in one.edition.nodes] == ["The whole text"]


def test_a_feed_in_an_older_chinese_encoding_is_the_same_feed():
    older = RSS.replace('"1.0"?', '"1.0" encoding="gb2312"?').encode("gb18030")
    assert read_feed(older) == read_feed(RSS.encode())


def test_a_feed_that_is_not_well_formed_is_read_all_the_same():
    assert [one.title for one in read_feed(RSS.replace("</rss>", "<").encode()).articles] == [
        "稀土 出口",
        "A list",
    ]


SAID = [("", "utf-8"), ("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("punycode", "utf-8")]
SAID += [("", "gbk"), ("utf-8", "gbk"), ("gb2312", "gbk"), ("x-none", "gbk"), ("gb\0", "gbk")]


@pytest.mark.parametrize("head", ['<?xml version="1.0" encoding="utf-8"?>', ""])
@pytest.mark.parametrize(("charset", "written"), SAID)
def test_a_feed_is_read_in_what_it_is_written_in_whatever_is_said(head, charset, written):
    text = RSS.replace('<?xml version="1.0"?>', head)
    assert read_feed(text.encode(written), charset=charset) == read_feed(RSS.encode())


def test_links_are_told_from_where_the_feed_was_found_and_ids_are_none():
    said = ("<link>/a/1</link>", "<link>b</link>", "<guid>x3</guid>", "<guid>https://h/4</guid>")
    items = "".join(f"<item><title>{n}</title>{one}</item>" for n, one in enumerate(said))
    page = read_feed(RSS.replace("<item></item>", items).encode(), base="http://h.example/x/feed")
    links = [one.masthead.url for one in page.articles[2:]]
    assert links == ["http://h.example/a/1", "http://h.example/x/b", None, "https://h/4"]


def test_what_a_feed_is_called_fits_into_a_line():
    page = read_feed(RSS.replace("&amp; more", "x" * 10**6).encode())
    assert page.name is not None
    assert len(page.name) == LONGEST
    assert page.articles[0].page == page.articles[0].masthead.source == page.name


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<rss version="2.0"><channel><title>&b;</title></channel></rss>'
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<rss version='2.0'><channel><title>&a;</title></channel></rss>"
)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, BOMB + "<", "<" + OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_declares_entities_is_refused(text, encoding):
    with pytest.raises(Unreadable, match="not safe to read"):
        read_feed(text.encode(encoding))


NO_FEEDS = [b"", b"hello", b"{}", b"<html><p>x</p></html>", b"\x00\xff" * 9, b"<rss><channel><ti"]
NO_FEEDS.append(b"<rss><channel><title>x</title><item><title>")  # cut off in its first entry


@pytest.mark.parametrize("read", NO_FEEDS)
def test_what_is_no_feed_is_told(read):
    with pytest.raises(Unreadable, match="no feed"):
        read_feed(read)


@pytest.mark.parametrize(
    "day", ["0000-00-00T00:00:00Z", "Sun, 99 Nov 99999 99:99:99 +9999", "9" * 999]
)
def test_a_day_that_no_calendar_has_spoils_no_entry(day):
    text = RSS.replace("Sun, 09 Nov 2025 12:46:00 +0800", day)
    assert read_feed(text.encode()).articles[0].title == "稀土 出口"


@pytest.mark.parametrize(
    "made",
    [
        "<a>" * 1000 + "</a>" * 1000,
        "".join(f'<item xmlns:n{number}="u{number}"/>' for number in range(1000)),
    ],
)
def test_what_would_be_long_in_the_reading_is_refused(made):
    with pytest.raises(Unreadable, match="not safe to read"):
        read_feed(RSS.replace("<item></item>", made).encode())


def test_an_element_of_very_many_attributes_is_refused():
    many = " ".join(f'a{number}="1"' for number in range(100_000))
    with pytest.raises(Unreadable, match="not safe to read"):
        read_feed(RSS.replace("<item></item>", f"<item {many}/>").encode())

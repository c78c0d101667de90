"""A feed that was saved, or copied from a browser, is read as the feed that it is."""

from contextlib import suppress

import pytest

from core.errors import Unreadable
from core.parse import parse_file, parse_text
from tests.parse.outlined import outlined

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="/feed.xsl"?>\n'
MARKDOWN = (
    "### Core Insights\n- Ore is found [1][3].\n- Magnets wait\n### Group 1: Steps\n- Next [4]"
)
ITEMS = f"""<item><title>稀土的五道关</title><link>https://example.org/1</link>
<pubDate>Sun, 09 Nov 2025 12:46:00 +0800</pubDate><description>{MARKDOWN}</description></item>
<item><title>锡</title><description><![CDATA[<p>Tin &amp; zinc</p>]]></description></item>"""
RSS = f'<rss version="2.0"><channel><title>矿产</title>\n{ITEMS}\n</channel></rss>\n'
ENTRIES = f"""<entry><title>稀土的五道关</title><link href="https://example.org/1"/>
<updated>2025-11-09T12:46:00+08:00</updated><summary>{MARKDOWN}</summary></entry>
<entry><title>锡</title>
<content type="html">&lt;p&gt;Tin &amp;amp; zinc&lt;/p&gt;</content></entry>"""
SPACE = "http://www.w3.org/2005/Atom"
ATOM = f'<feed xmlns="{SPACE}"><title>矿产</title>\n{ENTRIES}\n</feed>'
ROWS = [
    "lead: Core Insights",
    "  - Ore is found[1][3]",
    "  - Magnets wait",
    "group: Group 1: Steps",
    "  - Next[4]",
]
NO_STYLE = (
    "This XML file does not appear to have any style information associated with it. "
    "The document tree is shown below.\n"
)
NO_STYLE_ZH = "此 XML 文件似乎没有任何关联的样式信息。文档树显示如下。\n\n"
DOCTYPE = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://a.example/rss">\n'


def prefixed(atom: str) -> str:
    for name in ("feed", "entry", "title", "link", "updated", "summary", "content"):
        atom = atom.replace(f"<{name}", f"<a:{name}").replace(f"</{name}", f"</a:{name}")
    return atom.replace("xmlns=", "xmlns:a=")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + RSS,
        HEAD + ATOM,
        HEAD + DOCTYPE + RSS,
        HEAD + prefixed(ATOM),
        NO_STYLE + RSS,
        NO_STYLE_ZH + ATOM,
        f"```xml\n{HEAD}{RSS}```\n",
        "\n".join(f"    {line}" for line in f"{NO_STYLE}{RSS}".split("\n")),
        ITEMS,
        ENTRIES,
    ],
)
def test_each_entry_is_an_article(text):
    first, second = parse_text(text).articles
    assert (first.title, first.masthead.published) == ("稀土的五道关", "2025-11-09 04:46")
    assert first.masthead.url == "https://example.org/1"
    assert outlined(first) == ROWS
    assert (second.title, outlined(second)) == ("锡", ["| Tin & zinc"])


def test_a_feed_opens_as_a_file_of_any_name(tmp_path):
    for name in ("feed.xml", "rss", "矿产.atom"):
        place = tmp_path / name
        place.write_text(HEAD + ATOM, "utf-8")
        page = parse_file(place)
        assert (page.name, len(page.articles)) == ("矿产", 2)


def test_words_about_a_feed_stay_with_its_articles():
    first, second = parse_text(f"Look at these\n\n{RSS}\nand tell me").articles
    assert outlined(first) == [*ROWS, "| Look at these"]
    assert outlined(second) == ["| Tin & zinc", "| and tell me"]


@pytest.mark.parametrize("text", [HEAD + RSS, HEAD + ATOM, ITEMS])
@pytest.mark.parametrize("end", ["锡</ti", "zinc", "amp; z", "Tin"])
def test_a_feed_that_was_cut_off_keeps_what_is_there(text, end):
    first, second = parse_text(text[: text.rindex(end) + len(end)]).articles
    assert outlined(first) == ROWS
    assert second.title == "锡"


def test_a_feed_cut_off_amid_an_entry_keeps_its_words():
    cut = RSS[: RSS.index("wait") + 4]
    assert outlined(parse_text(cut).articles[0]) == ROWS[:3]
    assert outlined(parse_text(RSS[: RSS.index(" zinc")]).articles[1]) == ["| Tin &"]


def test_lines_that_tags_lay_out_are_joined():
    wrapped = "<p>Tin\n- and zinc -\nrose</p>"
    text = RSS.replace("<p>Tin &amp; zinc</p>", wrapped)
    assert outlined(parse_text(text).articles[1]) == ["| Tin - and zinc - rose"]


@pytest.mark.parametrize(
    "text",
    [
        f'{HEAD}<opml version="2.0"><body><outline text="a"/></body></opml>',
        f"{HEAD}<urlset><url><loc>https://example.org/</loc></url></urlset>",
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
    ],
)
def test_other_xml_gets_one_sentence(text):
    with pytest.raises(Unreadable, match="no feed and no web page"):
        parse_text(text)


@pytest.mark.parametrize(
    "over", [HEAD[:39], HEAD, f"{HEAD}<!-- saved -->\n<!DOCTYPE html>", "<!-- <svg> -->"]
)
def test_a_web_page_is_one_whatever_is_said_to_programs_over_it(over):
    page = f"{over}<html xmlns='x'><body><h3>Core Insights</h3><p>- Tin [1]</p></body></html>"
    assert outlined(parse_text(page).articles[0]) == ["lead: Core Insights", "  - Tin[1]"]


@pytest.mark.parametrize("unit", ["<![CDATA[", "<item>", "<a ", "</a>", "]]>", "<a></b>", "<!-- "])
def test_a_feed_of_one_thing_over_and_over_ends_soon(unit):
    with suppress(Unreadable):
        parse_text("<rss><channel><item><title>x</title>" + unit * (600_000 // len(unit)))

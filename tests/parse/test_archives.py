"""Pages and feeds that other programs saved as one file, or put on the clipboard."""

import plistlib

import pytest

from core.errors import Unreadable
from core.parse import parse_bytes, parse_text
from tests.parse.outlined import outlined

PAGE = (
    "<html><body><h1>镍</h1><div>雪球·2025-09-10 08:08</div>"
    "<div>Core Insights - A [1] - B [2]</div></body></html>"
)
ROWS = ["lead: Core Insights", "  - A[1]", "  - B[2]"]


def archived(encoding: str = "utf-8", **held: object) -> bytes:
    page = {
        "WebResourceData": PAGE.encode(encoding),
        "WebResourceTextEncodingName": encoding,
        "WebResourceMIMEType": "text/html",
        **held,
    }
    whole = {"WebMainResource": page, "WebSubresources": [{"WebResourceData": b"GIF89a"}]}
    return plistlib.dumps(whole, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_an_archive_of_safari_is_the_page_in_it(encoding):
    (one,) = parse_bytes(archived(encoding)).articles
    assert (one.title, one.masthead.source) == ("镍", "雪球")
    assert outlined(one) == ROWS


@pytest.mark.parametrize(
    "read",
    [
        archived()[:200],
        archived(WebResourceData="text"),
        archived(WebResourceTextEncodingName="rot13"),
        plistlib.dumps({"WebMainResource": 1}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps([], fmt=plistlib.FMT_BINARY),
        plistlib.dumps({"a": 1}),
        b"bplist00",
    ],
)
def test_an_archive_without_a_page_gets_one_sentence(read):
    with pytest.raises(Unreadable, match="There is no web page in this Safari archive"):
        parse_bytes(read)


def test_what_windows_puts_before_a_copied_page_is_no_text():
    head = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000400\r\nStartFragment:00000131\r\n"
    text = f"{head}SourceURL:https://example.org/\r\n<!--StartFragment-->{PAGE}<!--EndFragment-->"
    (one,) = parse_text(text).articles
    assert one.title == "镍"
    assert outlined(one) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_feed_that_was_saved_is_read_whole(encoding):
    item = (
        "<item><title>镍{}</title><description>Core Insights - A [1] - B [2]</description></item>"
    )
    items = "".join(item.format(number) for number in range(600))
    text = f'<?xml version="1.0" encoding="{encoding}"?><!-- made --><rss version="2.0"><channel>'
    page = parse_bytes(f"{text}<title>金属</title>{items}</channel></rss>".encode(encoding))
    assert (page.name, len(page.articles)) == ("金属", 600)
    assert outlined(page.articles[-1]) == ROWS


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rss><channel></channel></rss>',
        "<rss ",
        "<feed></feed>",
        f"<rss version='2.0'><channel>{'<item/>' * 10_001}</channel></rss>",
    ],
)
def test_a_feed_that_is_damaged_gets_one_sentence(text):
    with pytest.raises(Unreadable):
        parse_text(text)

"""The feeds that another program exported as OPML."""

from pathlib import Path

import pytest

from core.errors import Unreadable
from core.watch.outlines import LARGEST, feeds_in

OPML = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Subscriptions</title></head><body>
<outline text="财经" title="财经">
  <outline type="rss" text="财新" xmlUrl=" https://a.example/rss?a=1&amp;b=2 " htmlUrl="https://a.example"/>
  <outline type="rss" text="again" xmlUrl="https://a.example/rss?a=1&amp;b=2"/>
</outline>
<outline text="b" xmlUrl="http://b.example/atom"/>
<outline text="odd" xmlUrl="file:///etc/passwd"/><outline text="none"/>
</body></opml>"""


def file(folder: Path, text: str) -> Path:
    place = folder / "feeds.opml"
    place.write_text(text, "utf-8")
    return place


def test_each_feed_is_named_once_in_the_order_of_the_file(tmp_path: Path):
    assert feeds_in(file(tmp_path, OPML)) == (
        "https://a.example/rss?a=1&b=2",
        "http://b.example/atom",
    )


def test_a_file_is_read_in_the_encoding_that_it_is_in(tmp_path: Path):
    place = tmp_path / "feeds.opml"
    place.write_bytes(OPML.replace("UTF-8", "gb18030").encode("gb18030"))
    assert feeds_in(place)[1:] == ("http://b.example/atom",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "names no feed"),
        ("hello", "names no feed"),
        ("<opml><body/></opml>", "names no feed"),
        ("<opml><outline xmlUrl=", "names no feed"),
        (
            '<!DOCTYPE x [<!ENTITY a "http://a">]><opml><outline xmlUrl="&a;"/></opml>',
            "names no feed",
        ),
        ("<opml>" + " " * LARGEST + "</opml>", "larger than 2 MB"),
    ],
)
def test_what_names_none_is_told(tmp_path: Path, text: str, told: str):
    with pytest.raises(Unreadable, match=told):
        feeds_in(file(tmp_path, text))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(Unreadable, match="could not be read"):
        feeds_in(tmp_path)
    with pytest.raises(Unreadable, match="could not be read"):
        feeds_in(tmp_path / "gone.opml")

"""An entry of a feed that comes again with another time: the article that it was."""

import pytest

from core.library import Library
from core.model import Article
from core.parse.feed import read_feed

TEXT = "Rates fell by 5% on all routes, and ships wait outside the ports."
ENTRY = (
    '<entry><title>{}</title><link href="{}"/><updated>2025-11-{:02}T04:46:00Z</updated>'
    "<summary>{}</summary></entry>"
)


def entry(day: int, text: str = TEXT, title: str = "海运", link: str = "http://h.example/1") -> str:
    return ENTRY.format(title, link, day, text)


def read(*entries: str) -> tuple[Article, ...]:
    feed = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>{"".join(entries)}</feed>'
    )
    return read_feed(feed.encode()).articles


def add(library: Library, *entries: str) -> tuple[int, int, int]:
    """Put entries on the shelf; tell how many of them are new, changed and known."""
    done = library.add(library.followed(read(*entries)))
    library.commit(done.change)
    return len(done.added), len(done.updated), len(done.unchanged)


def test_an_entry_that_is_dated_anew_is_the_same_article(library: Library):
    assert add(library, entry(9)) == (1, 0, 0)
    assert add(library, entry(10)) == (0, 0, 1)
    (card,) = library.cards(library.order())
    assert card.published == "2025-11-09 04:46"


@pytest.mark.parametrize("text", [TEXT.replace("5%", "6%"), f"{TEXT} More below.", TEXT[:30]])
def test_an_entry_that_was_edited_gets_another_text_unless_it_was_cut(library: Library, text: str):
    add(library, entry(9))
    assert add(library, entry(10, text)) == ((0, 0, 1) if len(text) < len(TEXT) else (0, 1, 0))
    assert len(library.order()) == 1


@pytest.mark.parametrize(
    "other",
    [
        entry(10, "Nothing of this was in the other one at all."),
        entry(10, title="空运"),
        entry(10, link="http://h.example/2"),
        entry(10, link=""),
        entry(10) + entry(11),
    ],
)
def test_what_may_be_another_entry_is_another_article(library: Library, other: str):
    add(library, entry(9))
    added, *_ = add(library, other)
    assert added == other.count("<entry>")


def test_an_entry_whose_like_is_there_twice_is_another_article(library: Library):
    add(library, entry(8), entry(9))
    assert add(library, entry(10)) == (1, 0, 0)
    assert add(library, entry(9)) == (0, 0, 1)

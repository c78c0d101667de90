"""An entry of a feed that comes again with another time or title: the article that it was."""

import re
from pathlib import Path

import pytest

from core import annotate
from core.anchor import describe
from core.check import check
from core.followed import remembered
from core.library import Library
from core.model import Colour, Page
from core.parse.feed import read_feed

TEXT = "Rates fell by 5% on all routes, and ships wait outside the ports."
ENTRY = (
    '<entry><title>{}</title><link href="{}"/><updated>2025-11-{:02}T04:46:00Z</updated>'
    "<summary>{}</summary></entry>"
)


def entry(day: int, text: str = TEXT, title: str = "海运", link: str = "http://h.example/1") -> str:
    return ENTRY.format(title, link, day, text)


class Feed:
    """A feed that is followed, and what is remembered of its entries."""

    def __init__(self, library: Library) -> None:
        self.library, self.before = library, dict[str, str]()

    def add(self, *entries: str) -> tuple[int, int, int]:
        """Put entries on the shelf; tell how many of them are new, changed and known."""
        page = read(*entries)
        articles = self.library.followed(page, self.before)
        self.before = remembered(page, articles)
        done = self.library.add(articles)
        self.library.commit(done.change)
        return len(done.added), len(done.updated), len(done.unchanged)


@pytest.fixture
def feed(library: Library) -> Feed:
    return Feed(library)


def read(*entries: str) -> Page:
    feed = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>{"".join(entries)}</feed>'
    )
    return read_feed(feed.encode())


def add(library: Library, *entries: str) -> tuple[int, int, int]:
    """Put entries on the shelf of a feed that nothing is remembered of."""
    return Feed(library).add(*entries)


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
        entry(10, title="空运", text="Nothing of this was in the other one at all."),
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


def told(day: int, guid: str, text: str = TEXT, title: str = "海运", link: str = "") -> str:
    """An entry that its feed tells by an id."""
    return entry(day, text, title, link).replace("<entry>", f"<entry><id>{guid}</id>")


def shown(library: Library) -> list[str]:
    (card,) = library.cards(library.order())
    return [node.text for node in library.article(card.id).edition.nodes]


OTHER = "Nothing of this was in the other one at all."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (entry(9), entry(9, title="海运与空运")),
        (entry(9), entry(10, title="海运与空运")),
        (told(9, "tag:1"), told(9, "tag:1", title="海运与空运")),
        (told(9, "tag:1"), told(9, "tag:1", OTHER, title="海运与空运")),
        (told(9, "tag:1", link="http://h.example/a"), told(10, "tag:1", title="海运与空运")),
        (told(9, "http://h.example/"), told(10, "http://h.example/", title="海运与空运")),
        (entry(9, ""), entry(9, "", title="海运 ")),
        (entry(9, "", "Freight rates fall"), entry(9, "", "Freight rates fall again")),
    ],
)
def test_an_entry_whose_title_was_edited_is_the_article_it_was(feed: Feed, before, after):
    assert feed.add(before) == (1, 0, 0)
    added, *_ = feed.add(after)
    assert (added, len(feed.library.order())) == (0, 1)
    assert feed.add(after) == (0, 0, 1)
    assert not check(Path(feed.library.path)).findings


def test_another_title_stands_over_the_text_and_marks_stay_where_they_are(feed: Feed):
    library = feed.library
    feed.add(told(9, "tag:1"))
    (card,) = library.cards(library.order())
    article = library.article(card.id)
    passage = describe(article, 0, 11, 13)
    library.commit(annotate.highlight(passage, Colour.RED, note="so little"))
    feed.add(told(9, "tag:1", title="海运与空运"))
    assert shown(library) == ["海运与空运", TEXT]
    (placed,) = library.annotated(card.id).placed
    assert (placed.node, placed.start, placed.end) == (1, 11, 13)
    feed.add(told(9, "tag:1"))
    assert shown(library) == [TEXT], "where its title is again what it was"


@pytest.mark.parametrize("time", ["<updated>.*?</updated>", "none"])
def test_an_entry_that_now_tells_its_source_is_the_article_it_was(library: Library, time: str):
    one = re.sub(time, "", entry(9))
    add(library, one)
    told = one.replace("<entry>", "<entry><source><title>Elsewhere</title></source>")
    assert add(library, told)[0] == 0


FRONT = ["http://h.example", "http://h.example/", "https://h.example/index.html#top"]


@pytest.mark.parametrize("front", FRONT)
def test_two_at_the_front_page_of_a_site_are_two(feed: Feed, front: str):
    feed.add(entry(9, link=front))
    assert feed.add(entry(9, title="空运", link=front)) == (1, 0, 0)


FIRST = told(9, "tag:1", link="http://h.example/1")


@pytest.mark.parametrize(
    ("after", "there"),
    [
        (told(9, "tag:2", title="空运", link="http://h.example/1"), 2),
        (FIRST + told(9, "tag:2", title="空运", link="http://h.example/1"), 2),
        (FIRST + entry(9, title="空运"), 2),
        (told(10, "tag:1", OTHER, title="空运"), 2),
        (told(9, "tag:1", title="空运") + told(9, "tag:1", title="水运"), 3),
    ],
)
def test_what_its_feed_does_not_tell_by_that_id_is_another_article(feed: Feed, after, there):
    feed.add(FIRST)
    feed.add(after)
    assert len(feed.library.order()) == there


def test_an_entry_without_a_time_hangs_on_its_title(feed: Feed):
    def undated(title: str) -> str:
        return re.sub("<updated>.*?</updated>", "", told(9, "tag:1", title=title))

    feed.add(undated("海运"))
    assert feed.add(undated("海运与空运")) == (1, 0, 0)


def test_what_is_remembered_of_another_library_is_of_no_use(feed: Feed):
    feed.before = remembered(read(told(9, "tag:1")), read(told(9, "tag:1")).articles)
    assert feed.add(told(9, "tag:1", title="空运")) == (1, 0, 0)

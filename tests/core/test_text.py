"""What people type: kept to the letter where a file can hold it, or refused in words."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from core import annotate, settings
from core.check import check
from core.errors import DiskTrouble, Refused
from core.library import Library
from core.model import Article, Author, Body, Colour, Kind, Masthead, Node, Passage
from core.outline import compose
from tests.given import ANNA, made

ODD = (
    "𠮷野家 😀 👨‍👩‍👧 e\u0301 \U0001f1e8\U0001f1f3",
    "שלום עולם \u202eabc\u202c",
    "tab\tand\nline\u2028and\u2029more",
    "\ufeffbom \u200b zero \ufffe \x00 nul \x1f unit \x7f",
    "'; DROP TABLE revisions; --",
    "100% _ \\ [x] ==y== <b>",
)


@pytest.mark.parametrize("text", ODD)
def test_any_text_comes_back_as_it_was(path: Path, library: Library, text: str) -> None:
    article = made(text, text, text * 3, source=text)
    library.commit(library.add([article]).change)
    passage = Passage(article.id, article.edition.id, 1, 0, len(text), text, text, text)
    new = library.commit(annotate.highlight(passage, note=text)).edits[0].record
    assert library.article(article.id) == article
    assert library.highlight(new).passage == passage
    assert library.highlight(new).note == text.replace("\0", "")
    assert check(path).findings == ()


def test_half_a_surrogate_pair_is_replaced_and_breaks_nothing(path: Path, library: Library) -> None:
    head = Masthead("a\ud83d title", "s\udc00", None, url="u\ud800")
    rows = [
        Node(0, 0, Kind.GROUP, "Group 1: \ud800", "\ud800", 1),
        Node(1, 1, Kind.CLAIM, "x\udfff"),
    ]
    article = compose(head, rows, "all \ud83d of it", Body.SUMMARY)
    library.commit(library.add([article]).change)
    assert library.article(article.id) == article
    assert article.edition.nodes[1].text == "x\ufffd"
    passage = Passage(article.id, article.edition.id, 1, 0, 2, "x\ufffd")
    change = annotate.highlight(passage, note="n\ud800", tags=["t\udc00a"])
    new = library.commit(change).edits[0].record
    assert library.highlight(new).note == "n\ufffd"
    assert [tag.path for tag in library.tags()] == ["t a"]
    assert len(library.order("title\ud83d")) == 0
    assert check(path).findings == ()


def test_a_name_of_odd_bytes_can_sign(path: Path) -> None:
    with Library(path, Author("x", "Ann\udce4")) as library:
        library.commit(library.add([made("t", "c")]).change)
        library.undo()
        assert [one.name for one in library.authors()] == ["Ann"]
        assert [past.name for past in library.history()] == ["import", "import", "sign"]


def test_a_note_of_a_million_characters_is_kept_and_one_more_refused(library: Library) -> None:
    article = made("t", "A claim")
    library.commit(library.add([article]).change)
    passage = Passage(article.id, article.edition.id, 1, 0, 1, "A")
    new = library.commit(annotate.highlight(passage, note="眉" * 1_000_000)).edits[0].record
    assert len(library.highlight(new).note) == 1_000_000
    with pytest.raises(Refused, match="longer than a million"):
        annotate.note(library.highlight(new), "眉" * 1_000_001)


def test_a_note_that_only_ends_its_lines_otherwise_is_no_change(library: Library) -> None:
    article = made("t", "A claim")
    library.commit(library.add([article]).change)
    passage = Passage(article.id, article.edition.id, 1, 0, 1, "A")
    new = library.commit(annotate.highlight(passage, note="a\nb")).edits[0].record
    assert not annotate.note(library.highlight(new), "a\r\nb")


@pytest.mark.parametrize(
    ("path_", "names"),
    [
        ("claim/forecast", ["claim", "forecast"]),
        ("a//b/", ["a", "b"]),
        (" /  a  b / ", ["a b"]),
        ("矿产／稀土", ["矿产", "稀土"]),
        ("a\x00b\u202ec\nd", ["a b c d"]),
        ("👨‍👩‍👧", ["👨‍👩‍👧"]),
        ("x" * 80, ["x" * 80]),
    ],
)
def test_a_tag_is_made_of_names(path_: str, names: list[str]) -> None:
    assert annotate.segments(path_) == names


@pytest.mark.parametrize(
    "path_", ["", "//", " / ", "\u200b", "\x07", "\u200d", "x" * 81, "a/" * 17]
)
def test_what_cannot_be_a_tag_is_refused_in_a_sentence(path_: str) -> None:
    with pytest.raises(Refused) as told:
        annotate.segments(path_)
    assert told.value.remedy


def test_one_tag_has_one_spelling(library: Library) -> None:
    article = made("t", "A claim")
    library.commit(library.add([article]).change)
    passage = Passage(article.id, article.edition.id, 1, 0, 1, "A")
    for tags in (["Claim/Forecast"], ["claim/ FORECAST", "ｃｌａｉｍ/forecast"]):
        library.commit(annotate.highlight(passage, tags=tags, known=library.tags()))
    assert [(tag.path, tag.uses) for tag in library.tags()] == [("Claim", 0), ("Claim/Forecast", 2)]


@pytest.mark.parametrize("query", ["x" * 60_000, "稀" * 20_000, "a " * 3000, "%" * 500, "\0", "'"])
def test_a_search_for_anything_is_answered(library: Library, query: str) -> None:
    library.commit(library.add([made("t", "A claim")]).change)
    assert len(library.order(query)) in (0, 1)


# Ids


def test_two_readers_who_import_one_page_have_the_same_ids(tmp_path: Path) -> None:
    ids = []
    for name in ("a", "b"):
        with Library(tmp_path / name, replace(ANNA, id=name)) as library:
            article = made("中国稀土", "A claim", "Another")
            library.commit(library.add([article]).change)
            seen = library.article(article.id)
            ids.append((seen.id, seen.edition.id))
    assert ids[0] == ids[1]


def test_width_case_and_white_space_of_a_masthead_tell_no_articles_apart() -> None:
    same = {made(title, "x").id for title in ("ＡＢ 稀土", "ab  稀土 ", "AB\u3000稀土")}
    assert len(same) == 1
    assert made("AB 稀土", "x", source="ZACKS").id not in same


def test_a_cut_copy_brings_a_taken_away_article_back_whole(
    path: Path, library: Library, rare_earths: Article
) -> None:
    library.commit(library.add([rare_earths]).change)
    library.commit(annotate.take_away([rare_earths.id]))
    nodes = rare_earths.edition.nodes[:2]
    cut = compose(rare_earths.masthead, nodes, rare_earths.edition.text[:40] + " ...", Body.SUMMARY)
    assert cut.id == rare_earths.id
    addition = library.add([cut])
    assert addition.added == (cut.id,)
    library.commit(addition.change)
    assert library.article(cut.id) == rare_earths
    assert check(path).findings == ()


def test_of_two_copies_in_one_import_the_fuller_is_kept(
    library: Library, rare_earths: Article
) -> None:
    nodes = rare_earths.edition.nodes[:2]
    cut = compose(rare_earths.masthead, nodes, rare_earths.edition.text[:40], Body.SUMMARY)
    for pair in ((cut, rare_earths), (rare_earths, cut)):
        addition = library.add(pair)
        assert addition.change.articles == (rare_earths,)


# Preferences


def test_the_colour_preferred_is_one_of_the_colours_there_are() -> None:
    assert settings.CHOICES["colour"] == tuple(Colour)


def test_preferences_keep_what_differs_and_what_a_newer_meipi_wrote() -> None:
    settings.path().write_text('{"theme": "dark", "wings": 2}', "utf-8")
    mine = settings.load()
    assert mine.theme == "dark"
    mine.theme, mine.colour = "system", "red"
    settings.save(mine)
    assert json.loads(settings.path().read_text("utf-8")) == {"wings": 2, "colour": "red"}


@pytest.mark.parametrize("spoilt", ["{", "[1]", "\udc80", "[" * 100_000])
def test_spoilt_preferences_are_laid_aside(spoilt: str) -> None:
    settings.path().write_bytes(spoilt.encode("utf-8", "surrogateescape"))
    assert settings.load() == settings.Settings()
    me = settings.identify(settings.load())
    assert settings.load().author == me.author
    aside = settings.path().with_suffix(".spoilt.json")
    assert aside.read_bytes() == spoilt.encode("utf-8", "surrogateescape")


def test_what_two_windows_prefer_is_kept_of_both() -> None:
    settings.save(settings.Settings(author="x", theme="dark", text=150))
    one, other = settings.load(), settings.load()
    one.theme, other.text, other.rules = "light", 100, ["r"]
    settings.save(one)
    settings.save(other)
    assert settings.load() == settings.Settings(author="x", theme="light", rules=["r"])
    one.theme = "system"
    settings.save(one)
    assert settings.load() == settings.Settings(author="x", rules=["r"])


def test_what_two_windows_add_to_a_list_is_kept_of_both() -> None:
    settings.save(settings.Settings(rules=["old", "gone"], keys={"tag": ["T"], "note": ["M"]}))
    one, other = settings.load(), settings.load()
    one.rules, one.keys = ["old", "gone", "one"], {"tag": ["Q"], "note": ["M"]}
    one.folders = ["/a"]
    settings.save(one)
    other.rules, other.keys = ["old", "other"], {"tag": ["T"], "find": ["W"]}
    other.folders = ["/b"]
    settings.save(other)
    now = settings.load()
    assert (now.rules, now.folders) == (["old", "one", "other"], ["/a", "/b"])
    assert now.keys == {"tag": ["Q"], "find": ["W"]}


def test_a_rule_that_is_used_again_is_the_last_one_used_at_the_next_start() -> None:
    settings.save(settings.Settings(rules=["a", "b", "c"]))
    one, other = settings.load(), settings.load()
    one.rules = ["b", "c", "a"]
    settings.save(one)
    assert settings.load().rules == ["b", "c", "a"]
    other.rules = ["a", "c", "b"]
    settings.save(other)
    assert settings.load().rules == ["c", "a", "b"]


def test_of_two_programs_that_start_at_once_the_first_says_who_the_reader_is() -> None:
    one, other = settings.load(), settings.load()
    first = settings.identify(one).author
    assert settings.identify(other).author == first
    assert settings.load().author == first


@pytest.fixture
def full_up() -> Callable[[], AbstractContextManager[None]]:
    """Give a while in which this program may open no more files, as on a share that is away."""
    resource = pytest.importorskip("resource")
    usual, most = resource.getrlimit(resource.RLIMIT_NOFILE)

    @contextmanager
    def while_so() -> Iterator[None]:
        free = os.open(os.devnull, os.O_RDONLY)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, most))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (usual, most))

    return while_so


def test_preferences_that_cannot_be_read_just_now_are_left_alone(
    full_up: Callable[[], AbstractContextManager[None]],
) -> None:
    settings.save(settings.Settings(author="x", name="Anna", theme="dark"))
    before = settings.path().read_bytes()
    with full_up():
        mine = settings.load()
        with pytest.raises(DiskTrouble, match="preferences could not be saved"):
            settings.identify(mine)
    assert settings.path().read_bytes() == before
    assert list(settings.path().parent.iterdir()) == [settings.path()]
    mine.text = 150
    settings.save(mine)
    assert settings.load() == settings.Settings(author="x", name="Anna", theme="dark", text=150)


def test_preferences_that_no_file_can_be_called_are_not_taken() -> None:
    settings.path().write_text('{"library": "a\\u0000b", "known": ["/a", "\\u0000"]}', "utf-8")
    found = settings.load()
    assert (found.library, found.known) == ("", ["/a"])


def test_preferences_of_another_kind_are_not_taken() -> None:
    settings.path().write_text('{"theme": 7, "pinyin": "yes", "name": null}', "utf-8")
    assert settings.load() == settings.Settings()


def test_where_preferences_cannot_be_kept_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MEIPI_HOME", str(tmp_path / "file"))
    with pytest.raises(DiskTrouble, match="preferences could not be saved"):
        settings.identify(settings.load())

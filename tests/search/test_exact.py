"""What a plain scan of the texts finds, the index finds, and nothing else."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core import annotate
from core.library import Library
from core.search import search
from core.words import phrase, terms
from tests.generate import mark
from tests.given import ANNA, made

PIECES = st.sampled_from(
    (
        *("稀土", "铜", "川", "中亚", "其中亚马逊", "臺灣", "rare", "earths", "Earth", "policies"),
        *("policy", "import", "important", "refining", "U.S.", "5G", "é", "Ｇ７", "1,234", "8.5"),
        *("10–20", "20", "%", "-20.3%", "187.4", "亿元", " ", " ", ", ", "。", "(", ")", "’s", "—"),
    )
)
TEXTS = st.lists(PIECES, min_size=1, max_size=10).map("".join)
QUERIES = st.lists(PIECES, min_size=1, max_size=3).map("".join)
USUAL = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
number = count()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Give a library for all examples: each adds articles of its own."""
    with Library(tmp_path_factory.mktemp("shelf") / "l.meipi", ANNA) as opened:
        yield opened


def says(text: str, query: str, start: int = 0, end: int | None = None) -> bool:
    """Scan a text, or a part of it as it stands there, for a query, term by term."""
    wanted, is_open = phrase(query)
    end = len(text) if end is None else end
    cut = [one.text for one in terms(text) if start <= one.start and one.end <= end]
    for at in range(len(cut) - len(wanted) + 1):
        row = cut[at : at + len(wanted)]
        last = row[-1].startswith(wanted[-1]) if is_open else row[-1] == wanted[-1]
        if row[:-1] == wanted[:-1] and last:
            return True
    return False


def found(library: Library, query: str, field: str = "") -> set[str]:
    asked = f'{field}"{query}"'
    return {hit.article for hit in search(library, asked, literal=True, limit=10_000).hits}


def asked(queries: list[str]) -> Iterator[str]:
    return (query for query in queries if any(map(str.isalnum, query)))


@USUAL
@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(QUERIES, min_size=1, max_size=8))
def test_the_index_finds_what_a_scan_finds(shelf, texts: list[str], queries: list[str]) -> None:
    some = [made(f"t{next(number)}q", text) for text in texts]
    shelf.commit(shelf.add(some).change)
    ids = {one.id for one in some}
    for query in asked([*queries, *texts]):
        scanned = {
            one.id
            for one in some
            if any(says(node.text, query) for node in one.edition.nodes)
            or says(one.title, query)
            or says(one.masthead.source or "", query)
        }
        assert found(shelf, query) & ids == scanned, query


@USUAL
@given(st.lists(TEXTS, min_size=1, max_size=5), st.lists(QUERIES, min_size=1, max_size=8))
def test_the_index_finds_what_a_scan_of_notes_finds(
    shelf, notes: list[str], queries: list[str]
) -> None:
    some = [made(f"t{next(number)}q", "nothing here") for _ in notes]
    shelf.commit(shelf.add(some).change)
    for article, note in zip(some, notes, strict=True):
        one = shelf.commit(mark(article)).edits[0].record
        shelf.commit(annotate.note(shelf.highlight(one), note))
    ids = {one.id for one in some}
    for query in asked(queries):
        scanned = {one.id for one, note in zip(some, notes, strict=True) if says(note, query)}
        assert found(shelf, query, "note:") & ids == scanned, query


@USUAL
@given(TEXTS, st.lists(QUERIES, min_size=1, max_size=6))
@example("稀土-20.3%", ["稀土 —"])
def test_what_is_marked_is_what_was_found(shelf, text: str, queries: list[str]) -> None:
    article = made(f"t{next(number)}q", text)
    shelf.commit(shelf.add([article]).change)
    for query in asked(queries):
        for hit in search(shelf, f'"{query}"', literal=True, limit=10_000).hits:
            if hit.article == article.id:
                marked = [(row.text, span) for row in hit.rows for span in row.marks]
                assert marked, query
                for words, (start, end) in marked:  # what is a minus shows beside it
                    alone = says(words[start:end], query)
                    assert alone or says(words, query, start, end), (query, words, start, end)

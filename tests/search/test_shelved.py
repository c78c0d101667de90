"""Tags, pages and sources counted all at once: as many as the query for each finds."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import annotate
from core.library import Library
from core.model import Passage
from core.search import rows, shelved
from tests.generate import mark
from tests.given import made

PATHS = (
    "claim",
    "claim/forecast",
    "forecast",
    "稀土",
    "a b/c",
    'with "quotes"',
    "CLAIM two",
    "⭐",
    "⭐/铜",
    "铜",
    "25%",
)
NAMES = ("Guan Cha Zhe Wang", "观察者网", "Zheng Quan Shi Bao", "Zheng Quan Shi Bao Wang", "ZACKS")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(NAMES)), min_size=1, max_size=8))
def test_every_shelf_counts_what_its_query_finds(
    library: Library, given: list[tuple[str, str]]
) -> None:
    for number, (path, source) in enumerate(given):
        article = made(f"{library.count()} {number}", "A claim", source=source)
        article = replace(article, page=path if number % 2 else "")
        library.commit(library.add([article]).change)
        change = mark(article)
        library.commit(change)
        placed = library.annotated(article.id).placed
        library.commit(annotate.tag([p.highlight for p in placed], path, library.tags()))
    found = shelved(library)
    assert {one.tag.path for one in found.tags if one.tag} >= {path for path, _ in given}
    for one in (*found.tags, *found.sources, *found.pages):
        assert one.count == len(rows(library, one.query)), one.query


def test_thousands_of_tags_are_counted_each_by_the_few_that_it_may_mean(library: Library) -> None:
    article = made("一", "A claim")
    library.commit(library.add([article]).change)
    paths = [f"theme {number % 50}/forecast {number}" for number in range(4000)]
    place = Passage(article.id, article.edition.id, 0, 0, 1, "A")
    library.commit(annotate.highlight(place, tags=paths))
    found = shelved(library).tags  # each held against each would take minutes
    assert len(found) == 4050
    assert all(one.count == 1 for one in found)

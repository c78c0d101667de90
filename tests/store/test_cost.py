"""What a deed costs does not grow with the library: counted in steps of SQLite, not in time."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from core import annotate
from core.annotate import findings
from core.annotate.findings import Draft
from core.change import Change, Edit, Record
from core.finding import Evidence
from core.library import Library, Reader
from core.model import Article, Colour
from core.names import page_field
from core.store import fold
from tests.generate import articles, mark
from tests.given import ANNA

FEW, MANY = 20, 1200


def filled(path: Path, number: int) -> Library:
    """Make a library with so many articles, highlights, findings and tags."""
    library = Library(path, ANNA)
    some = list(articles(number))
    library.commit(library.add(some).change)
    marks = [mark(article) for article in some]
    edits = tuple(edit for change in marks for edit in change.edits)
    library.commit(Change("highlight", edits))
    found = (findings.find(Draft(f"Finding {i}", rests(one))) for i, one in enumerate(marks))
    library.commit(Change("find", tuple(edit for change in found for edit in change.edits)))
    tags = [Edit(Record.TAG, f"tag {i}", "name", None, f"name {i}") for i in range(number)]
    library.commit(Change("tag", tuple(tags)))
    return library


def rests(made: Change) -> tuple[Evidence, ...]:
    """Rest a finding on the highlight that a change makes."""
    return (Evidence(made.records(Record.HIGHLIGHT)[0]),)


def steps(library: Reader, deed: Callable[[], object]) -> int:
    """Count what SQLite does for a deed."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    library._connection.set_progress_handler(count, 1)
    deed()
    library._connection.set_progress_handler(None, 1)
    return counted


def costs(path: Path, number: int) -> dict[str, int]:
    with filled(path, number) as library:
        card = library.cards(library.order()[:1])[0]
        article: Article = library.article(card.id)
        one = library.annotated(card.id).placed[0].highlight
        made = mark(article)
        (resting,) = library.of_highlight(one.id)
        deeds: dict[str, Callable[[], object]] = {
            "highlight": lambda: library.commit(made),
            "recolour": lambda: library.commit(annotate.recolour([one], Colour.RED)),
            "note": lambda: library.commit(annotate.note(one, "why?")),
            "tag": lambda: library.commit(annotate.tag([one], "new/one", ())),
            "undo": library.undo,
            "redo": library.redo,
            "read": lambda: library.commit(annotate.read({card.id: False}, now=True)),
            "import": lambda: library.commit(library.add(articles(1, seed=7)).change),
            "conclude": lambda: library.commit(findings.find(Draft("New", resting.evidence))),
            "mend": lambda: library.commit(findings.mend(resting, replace(resting, note="x"))),
            "of a highlight": lambda: library.of_highlight(one.id),
            "finding": lambda: library.finding(resting.id),
            "find": lambda: library.find(card.id[:8]),
            "history": lambda: library.history(20),
            "since": lambda: library.since(library.last_seq() - 3),
        }
        told = {name: steps(library, deed) for name, deed in deeds.items()}
    with Reader(path) as reader:
        return told | {"look": steps(reader, lambda: reader.highlight(one.id))}


def test_a_deed_costs_as_much_in_a_large_library_as_in_a_small_one(tmp_path: Path) -> None:
    few, many = costs(tmp_path / "few", FEW), costs(tmp_path / "many", MANY)
    grown = {name: (few[name], many[name]) for name in few if many[name] > 1.3 * few[name] + 50}
    assert grown == {}


def test_pages_of_one_article_cost_no_more_each_the_more_they_are(tmp_path: Path) -> None:
    few, many = (paging(tmp_path / f"{number}.meipi", number) for number in (100, 400))
    assert few * 4 * 1.5 > many


def paging(path: Path, number: int) -> int:
    """Count the steps of a deed that brings an article to so many pages, and of making it anew."""
    (article,) = articles(1)
    names = [f"page {i}" for i in range(number)]
    with Library(path, ANNA) as library:
        library.commit(library.add([article]).change)
        pages = (Edit(Record.ARTICLE, article.id, page_field(name), None, name) for name in names)
        change = Change("import", tuple(pages))
        anew = partial(fold.rebuild, library._connection)
        told = steps(library, lambda: library.commit(change)) + steps(library, anew)
        assert len(library.pages_of([article.id])[article.id]) == number
    return told

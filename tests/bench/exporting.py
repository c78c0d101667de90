"""Articles with their highlights to Markdown, against joining the same text."""

from collections.abc import Iterator
from pathlib import Path

from core.export import markdown
from core.library import Library
from tests.bench.timing import Result, in_turn, seconds
from tests.generate import articles, mark
from tests.given import ANNA

ARTICLES = 1_000


def bench(folder: Path, _size: int) -> Iterator[Result]:
    made = list(articles(ARTICLES))
    with Library(folder / "export.meipi", ANNA) as library:
        library.commit(library.add(made).change)
        for one in made[:200]:
            library.commit(mark(one))
        whole = [library.annotated(one.id) for one in made]
    texts = [one.edition.text for one in made]
    ours, bare = in_turn(
        lambda: seconds(lambda: markdown(whole)), lambda: seconds(lambda: "\n\n".join(texts)), 3
    )
    yield Result("1,000 articles to Markdown", ours, bare)

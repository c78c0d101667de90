"""Ten thousand highlights to Markdown, against joining the same lines."""

from collections.abc import Iterator
from pathlib import Path

from core import annotate
from core.change import Change, Edit
from core.export import markdown
from core.library import Library
from core.model import Article, Kind, Passage
from tests.bench.timing import Result, in_turn, seconds
from tests.generate import articles
from tests.given import ANNA

ARTICLES = 1_250  # of eight claims each
TIMES = 3


def bench(folder: Path, _size: int) -> Iterator[Result]:
    made = list(articles(ARTICLES))
    marked = tuple(edit for article in made for edit in _mark_all(article))
    with Library(folder / "export.meipi", ANNA) as library:
        library.commit(library.add(made).change)
        library.commit(Change("highlight", marked))
        whole = [library.annotated(one.id) for one in made]
    lines = markdown(whole).split("\n")
    ours, bare = in_turn(
        lambda: seconds(lambda: markdown(whole)), lambda: seconds(lambda: "\n".join(lines)), TIMES
    )
    yield Result("10,000 highlights to Markdown", ours, bare)


def _mark_all(article: Article) -> Iterator[Edit]:
    """Highlight the first words of every claim."""
    for node in article.edition.nodes:
        if node.kind is Kind.CLAIM:
            quote = " ".join(node.text.split()[:4])
            place = (article.id, article.edition.id, node.position, 0, len(quote))
            yield from annotate.highlight(Passage(*place, quote)).edits

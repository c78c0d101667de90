"""What the library has of articles that are about to be imported, or had."""

import sqlite3
from collections.abc import Iterable, Iterator

from core.model import Known, Masthead
from core.store.batch import batches


def known(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, Known]:
    """Give, of these articles, those that the library has or had."""
    found = dict[str, Known]()
    for marks, some in batches(articles):
        shown = {one: told for one, *told in connection.execute(KNOWN.format(marks), some)}
        texts = dict[str, dict[str, str]]()
        pages = dict[str, set[str]]()
        if shown:
            for one, edition, text in connection.execute(TEXTS.format(marks), some):
                texts.setdefault(one, {})[edition] = text
            for one, field in connection.execute(PAGES.format(marks), some):
                pages.setdefault(one, set()).add(field)
        found |= {
            one: Known(told[0], texts[one], bool(told[1]), frozenset(pages.get(one, ())))
            for one, told in shown.items()
        }
    return found


def at(connection: sqlite3.Connection, addresses: Iterable[str]) -> Iterator[tuple[str, Masthead]]:
    """Walk the articles that have one of these addresses, with their ids."""
    return _heads(connection, "url", addresses)


def over(connection: sqlite3.Connection, articles: Iterable[str]) -> Iterator[tuple[str, Masthead]]:
    """Walk what stands over articles, with their ids."""
    return _heads(connection, "id", articles)


def _heads(
    connection: sqlite3.Connection, column: str, values: Iterable[str]
) -> Iterator[tuple[str, Masthead]]:
    for marks, some in batches(values):
        for one, *head in connection.execute(HEADS.format(column, marks), some):
            yield one, Masthead(*head)


#: The last of an article's rows counts: it tells what is shown, or else what was said last.
KNOWN = """
SELECT s.article, e.id, s.edition IS NOT NULL FROM shelf s
JOIN heads h ON h.record = s.article AND h.field = 'edition'
JOIN revisions r ON r.rev = h.rev JOIN editions e ON e.id = r.value
WHERE s.article IN ({}) ORDER BY e.id = s.edition, r.clock
"""
TEXTS = "SELECT article, id, text FROM editions WHERE article IN ({})"
#: By the log, for of what was taken away the cache tells no page.
PAGES = """
SELECT h.record, h.field FROM heads h JOIN revisions r ON r.rev = h.rev
WHERE h.record IN ({}) AND h.field GLOB 'page:*' AND r.value <> ''
"""
HEADS = """
SELECT id, title, source, published, zone, company, symbol, url FROM articles WHERE {} IN ({})
"""

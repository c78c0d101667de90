"""Are these the articles that their ids say? Mastheads, texts and rows of a stranger's file.

An article's id is made of its title, source and time, an edition's of its rows: both are made
again. What else stands in those tables only has to be possible.
"""

import re
import sqlite3
from collections.abc import Iterator

from core.model import Body, Edition, Kind, Masthead, Node
from core.outline import article_id, claims, edition_id, gist
from core.share.values import Wrong, is_edition, is_id, text

LONG = 5_000_000  # characters of a text
SHORT = 5_000  # characters of a title
MOST_NODES = 20_000
LARGEST_EDITION = 20_000_000  # characters of all its rows
DEEPEST = 64
_is_zone = re.compile(r"[A-Za-z0-9_+-]{1,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}").fullmatch
_are_citations = re.compile(r"(?:\d{1,9}(?: \d{1,9})*)?").fullmatch

ARTICLES = "SELECT id, title, source, published, zone, company, symbol, url FROM articles"
EDITIONS = "SELECT id, article, body, gist, claims, text FROM editions"
NODES = (
    "SELECT position, depth, kind, text, title, number, citations, truncated FROM nodes"
    f" WHERE edition = CAST(? AS TEXT) ORDER BY position LIMIT {MOST_NODES + 1}"
)


def masthead(row: tuple[object, ...]) -> tuple[str, Masthead]:
    """Read an article's id and masthead, each column possible."""
    if not isinstance(row[0], bytes) or not is_id(row[0]):
        raise Wrong("has no id")
    maybe = [None if part is None else text(part, SHORT) for part in row[1:]]
    title, source, published, zone, company, symbol, url = maybe
    if title is None or zone is None or not _is_zone(zone):
        raise Wrong("lacks a title or the zone of its time")
    if url and not url.startswith(("http://", "https://")):
        raise Wrong("has an address that is none of the web")
    return row[0].decode(), Masthead(title, source, published, zone, company, symbol, url)


def needs_text(head: Masthead) -> bool:
    """Tell whether an article's id is made of its text as well."""
    return not (head.title and head.published)


def check_id(article: str, head: Masthead, body: str = "") -> None:
    if article_id(head, body) != article:
        raise Wrong("has not the title, source or time that it was imported with")


def edition(foreign: sqlite3.Connection, row: tuple[object, ...]) -> tuple[str, str, Edition]:
    """Read an edition with its rows; give its article's id, its gist, and itself."""
    called, article, body, words, count, whole = row
    if not (isinstance(called, bytes) and is_edition(called)):
        raise Wrong("has no id")
    if body not in BODIES or not isinstance(article, bytes):
        raise Wrong("is of no kind that Meipi knows")
    nodes = tuple(_nodes(foreign, called))
    one = Edition(called.decode(), BODIES[body], text(whole, LONG), nodes)
    of = article.decode(errors="replace")
    if edition_id(of, nodes) != one.id:
        raise Wrong("is not the text that was imported")
    if text(words, SHORT) != gist(nodes) or count != sum(1 for _ in claims(nodes)):
        raise Wrong("is summed up wrongly")
    return of, gist(nodes), one


BODIES: dict[object, Body] = {body.value.encode(): body for body in Body}
KINDS: dict[object, Kind] = {kind.value.encode(): kind for kind in Kind}


def _nodes(foreign: sqlite3.Connection, edition: bytes) -> Iterator[Node]:
    size = 0
    for at, row in enumerate(foreign.execute(NODES, [edition])):
        node = _node(row)
        size += len(node.text) + len(node.title or "")
        if node.position != at or at >= MOST_NODES or size > LARGEST_EDITION:
            raise Wrong("has rows out of order, or too many")
        yield node


def _node(row: tuple[object, ...]) -> Node:
    position, depth, kind, said, title, number, citations, truncated = row
    if not (isinstance(position, int) and isinstance(depth, int) and 0 <= depth <= DEEPEST):
        raise Wrong("has a row that stands nowhere")
    if kind not in KINDS or truncated not in (0, 1):
        raise Wrong("has a row of no kind that Meipi knows")
    if not (number is None or (isinstance(number, int) and 0 <= number < 1_000_000_000)):
        raise Wrong("has a row with an impossible number")
    cited = text(citations, SHORT)
    if not _are_citations(cited):
        raise Wrong("has a row with impossible citations")
    heading = None if title is None else text(title, LONG)
    numbers = tuple(map(int, cited.split()))
    body = text(said, LONG)
    return Node(position, depth, KINDS[kind], body, heading, number, numbers, bool(truncated))

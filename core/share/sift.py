"""From a stranger's file into a library of our own, row by row: what is sound goes over.

Every row is checked by itself here, by `values` and `texts`; whether rows go together is `agree`'s.
A wrong row is refused alone, with a sentence, and keeps no other from being taken.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

from core.errors import Unreadable
from core.model import Edition, Masthead
from core.outline import claims
from core.revision import LATEST
from core.share import agree, texts, values
from core.share.refusals import Refusals
from core.share.values import Wrong, is_id, name, text

Tell = Callable[[dict[str, Any]], None]
EVERY = 20_000  # rows after which a sign of life is given
#: So much may be said of what is neither article nor highlight, and so many names of tags: before a
#: merge, each is told by itself, and a tag's path is made of all those above it.
MOST_BESIDE, MOST_NAMES = 200_000, 20_000
#: A revision replaces one or two others; a removal all heads of what it removes, so many may be
#: named besides.
MOST_REPLACED = 100_000
TOLD = ("articles", "editions", "changes", "revisions")


def look(foreign: sqlite3.Connection, clean: sqlite3.Connection) -> dict[str, Any]:
    """Take the manifest over; give it, and how many rows of each kind the file holds."""
    manifest = dict(_manifest(foreign))
    clean.executemany("INSERT INTO manifest VALUES (?, ?)", sorted(manifest.items()))
    counts = {
        table: foreign.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchone()[0]
        for table in TOLD
    }
    return {"manifest": manifest, "counts": counts}


def sift(
    foreign: sqlite3.Connection, clean: sqlite3.Connection, refusals: Refusals, tell: Tell
) -> None:
    """Take over all that is sound."""
    _texts(foreign, clean, refusals, tell)
    clean.executemany(
        "INSERT OR IGNORE INTO changes (id, name, count, author, clock, reverses)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        _changes(foreign, refusals),
    )
    clean.executemany(
        "INSERT OR IGNORE INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _revisions(foreign, refusals, tell),
    )
    agree.refuse_strays(clean, refusals)
    tell({"stage": "state"})


def _manifest(foreign: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Walk the lines of the manifest that say something possible; the others are left."""
    for key, value in foreign.execute("SELECT key, value FROM manifest"):
        try:
            said = text(value, 100_000)
            RULES[key](said)
        except (KeyError, Wrong, ValueError, RecursionError):
            continue
        yield key.decode(), said


def _shaped(pattern: str) -> Callable[[str], None]:
    def rule(said: str) -> None:
        if not re.fullmatch(pattern, said):
            raise Wrong("has a value that Meipi does not know")

    return rule


def _sentences(said: str) -> None:
    sentences = json.loads(said)
    if not (isinstance(sentences, list) and all(isinstance(one, str) for one in sentences)):
        raise Wrong("is no list of sentences")
    for one in sentences:
        name(one.encode())


_number = _shaped(r"\d{1,9}")
RULES: dict[bytes, Callable[[str], None]] = {
    b"kind": _shaped("share"),
    b"made": _shaped(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    b"by": _shaped("[0-9a-f-]{36}"),
    b"name": lambda said: void(name(said.encode())),
    b"schema": _number,
    b"articles": _number,
    b"highlights": _number,
    b"findings": _number,
    b"revisions": _number,
    b"history": _shaped("full|current"),
    b"left_out": _sentences,
}


def void(_: object) -> None:
    """Take a value for its checks alone."""


def _texts(
    foreign: sqlite3.Connection, clean: sqlite3.Connection, refusals: Refusals, tell: Tell
) -> None:
    """Take over articles and editions, each article that needs a text with the first of them."""
    waiting = dict[str, Masthead]()
    taken = set[str]()

    def put(article: str, head: Masthead, body: str = "") -> None:
        texts.check_id(article, head, body)
        row = (head.title, head.source, head.published, head.zone, head.company, head.symbol)
        clean.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (article, *row, head.url)
        )
        taken.add(article)

    for row in foreign.execute(texts.ARTICLES):
        with refusals.of("Article", row[0]):
            article, head = texts.masthead(row)
            if article in taken or article in waiting:
                raise Wrong("is there twice")
            if texts.needs_text(head):
                waiting[article] = head
            else:
                put(article, head)
    for at, row in enumerate(foreign.execute(texts.EDITIONS)):
        if not at % 500:
            tell({"stage": "texts", "at": at})
        with refusals.of("Text", row[0]):
            of, gist, one = texts.edition(foreign, row)
            if of in waiting:
                put(of, waiting.pop(of), one.text)
            if of not in taken:
                raise Wrong("is of no article in the file")
            _put_edition(clean, of, gist, one)
    for article in waiting:
        refusals.add(f"Article {article} has no text to know it by.")


def _put_edition(clean: sqlite3.Connection, of: str, gist: str, one: Edition) -> None:
    many = sum(1 for _ in claims(one.nodes))
    added = clean.execute(
        "INSERT OR IGNORE INTO editions VALUES (?, ?, ?, ?, ?, ?)",
        (one.id, of, one.body.value, gist, many, one.text),
    )
    if not added.rowcount:
        raise Wrong("is there twice")
    clean.executemany(
        "INSERT INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(one.id, n.position, n.depth, n.kind.value, n.number, n.title, n.text),
                *(" ".join(map(str, n.citations)), int(n.truncated)),
            )
            for n in one.nodes
        ),
    )


def _changes(foreign: sqlite3.Connection, refusals: Refusals) -> Iterator[tuple[object, ...]]:
    rows = foreign.execute(
        "SELECT id, name, count, author, clock, reverses FROM changes NOT INDEXED"
    )
    for row in rows:
        with refusals.of("Deed", row[0]):
            called, what, count, author, clock, reverses = row
            if not (isinstance(called, bytes) and isinstance(author, bytes)):
                raise Wrong("has a value of the wrong kind")
            if not (is_id(called) and is_id(author)):
                raise Wrong("has no id or no author")
            if reverses is not None and not (isinstance(reverses, bytes) and is_id(reverses)):
                raise Wrong("takes back what is no deed")
            if not (isinstance(count, int) and 0 <= count < 1_000_000_000):
                raise Wrong("has an impossible number")
            if not (isinstance(clock, int) and 0 <= clock <= LATEST):
                raise Wrong("has a time that no calendar has")
            back = reverses.decode() if reverses else None
            yield called.decode(), name(what), count, author.decode(), clock, back


def _revisions(
    foreign: sqlite3.Connection, refusals: Refusals, tell: Tell
) -> Iterator[tuple[object, ...]]:
    check = values.check
    rows = foreign.execute(
        "SELECT rev, kind, record, field, parents, clock, author, value, change FROM revisions"
    )
    beside = names = replaced = 0
    for at, row in enumerate(rows):
        if not at % EVERY:
            tell({"stage": "revisions", "at": at})
        try:
            check(row)
        except Wrong as wrong:
            refusals.add(f"{_called(row)} {wrong}.")
            continue
        replaced += len(row[4]) // 16
        if replaced > MOST_REPLACED + 4 * at:
            raise Unreadable("The file replaces more than it says.", "Ask for a smaller share.")
        if row[1] not in MANY:
            beside, names = beside + 1, names + (row[1] == b"tag" and row[3] == b"name")
            _must_not_be_many(beside, names)
        rev, kind, record, field, parents, clock, author, value, change = row
        yield (
            *(rev, kind.decode(), record.decode(), field.decode(), parents, clock),
            *(author.decode(), None if value is None else value.decode(), change.decode()),
        )


MANY = (b"article", b"highlight")


def _must_not_be_many(beside: int, names: int) -> None:
    if beside > MOST_BESIDE or names > MOST_NAMES:
        of = "names of tags" if names > MOST_NAMES else "changes of tags, terms and the like"
        many = MOST_NAMES if names > MOST_NAMES else MOST_BESIDE
        raise Unreadable(f"The file holds more than {many:,} {of}.", "Ask for a smaller share.")


def _called(row: tuple[object, ...]) -> str:
    kind, record, field = (agree.seen(part) for part in row[1:4])
    return f"The {field} of {kind} {record}"

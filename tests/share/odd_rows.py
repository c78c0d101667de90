"""Shares with rows that no Meipi wrote: each function makes one and gives its path."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core import codec
from core.codec import pair_id
from core.finding import Relation
from core.model import Passage
from tests.share.attacks import WHO, Attack, called, say


def wrong_texts(a: Attack) -> Path:
    record = called(1)
    return a.saying(
        (b"highlight", record, b"note", b"\xff\xfe not UTF-8"),
        (b"highlight", record, b"note", b"before\0after"),
        (b"highlight", record, b"colour", b"ultraviolet"),
        (b"highlight", record, b"passage", b"[" * 5000),
        (b"mountain", record, b"note", b"x"),
        (b"tag", called(2), b"colour", b"<script>"),
    )


def tampered(a: Attack) -> Path:
    """A rev that is not its row's."""
    with a.opened() as connection:
        connection.execute("UPDATE revisions SET value = 'agreed!' WHERE field = 'note'")
    return a.path


def outside(a: Attack) -> Path:
    """Spans outside of the text, before it, and of no length."""
    with a.opened() as connection:
        (text,) = connection.execute(
            "SELECT value FROM revisions WHERE field = 'passage' LIMIT 1"
        ).fetchone()
        for at, (start, end) in enumerate(((5000, 5008), (-3, 5), (9, 9), (1, 9), (0, 10**15))):
            where = json.loads(text) | {"start": start, "end": end}
            value = json.dumps(where, ensure_ascii=False).encode()
            say(connection, b"highlight", called(at + 1), b"passage", value)
    return a.path


def ring_of_tags(a: Attack) -> Path:
    tags = [called(i) for i in range(3)]
    rows = []
    for at, tag in enumerate(tags):
        rows.append((b"tag", tag, b"name", b"ring %d" % at))
        rows.append((b"tag", tag, b"parent", tags[(at + 1) % 3]))
    return a.saying(*rows)


def turned_names(a: Attack) -> Path:
    """Names with marks that turn a line round, ring a bell, or cannot be seen."""
    return a.saying(
        (b"tag", called(1), b"name", "good\u202edab".encode()),
        (b"tag", called(2), b"name", b"bell\x07"),
        (b"tag", called(3), b"name", "un\u200bseen".encode()),
        (b"author", WHO, b"name", "Anna\u2066".encode()),
    )


def lone_tag(a: Attack) -> Path:
    return a.saying((b"highlight", called(1), b"tag:" + called(9), b"1"))


def lone_article(a: Attack) -> Path:
    """An article on the shelf without any text, and a text of no article."""
    with a.opened() as connection:
        connection.execute("DELETE FROM nodes")
        connection.execute("DELETE FROM editions")
        say(connection, b"article", called(7), b"edition", b"0" * 32)
    return a.path


def other_title(a: Attack) -> Path:
    return a.by("UPDATE articles SET title = 'Something else'")


def other_text(a: Attack) -> Path:
    return a.by("UPDATE nodes SET text = replace(text, '10 to 20', '1 to 2')")


def two_kinds(a: Attack) -> Path:
    with a.opened() as connection:
        (record,) = connection.execute("SELECT id FROM highlights LIMIT 1").fetchone()
        say(connection, b"tag", record.encode(), b"name", b"both")
    return a.path


#: Taken but for the rows that are wrong.
FIGURE = {"high": "20", "kind": "duration", "low": "10", "unit": "year"}


def wrong_findings(a: Attack) -> Path:
    """Findings that say what cannot be, each value in a record of its own."""
    values = (
        (b"statement", "turned\u202eround".encode()),
        (b"statement", b"x" * 1001),
        (b"figure", spelled(FIGURE | {"low": "9" * 31})),
        (b"figure", spelled(FIGURE | {"low": "1e999999999"})),
        (b"figure", spelled(FIGURE | {"kind": "spell"})),
        (b"figure", spelled(FIGURE) + b" "),
        (b"due", b'{"earliest":"9999-99-99","precision":"year"}'),
        (b"due", b"[" * 5000),
        (b"outcome", b'{"on":"2030-01-01","result":"glory"}'),
        (b"confidence", b"101"),
        (b"confidence", b"007"),
        (b"status", b"<script>"),
        (b"private", b"yes"),
        (b"evidence:" + called(99), b"supports"),
        (b"evidence:" + called(99), b"proves"),
        (b"evidence:x", b"supports"),
        (b"tag:" + called(99), b"1"),
    )
    records = [(b"finding", called(100 + at), *one) for at, one in enumerate(values)]
    return a.saying(*records)


def wrong_pairs(a: Attack) -> Path:
    """A pair of other claims than its id says, of words that do not stand there, and of none."""
    with a.opened() as connection:
        (text,) = connection.execute(
            "SELECT value FROM revisions WHERE field = 'passage' LIMIT 1"
        ).fetchone()
        one = Passage(**json.loads(text))
        lie = replace(one, quote="x" * len(one.quote))
        for record, pair in (
            (called(1), (one, one)),
            (pair_id(Relation.ECHOES, one, lie).encode(), (one, lie)),
        ):
            said = codec.spell_claims(Relation.ECHOES, *pair).encode()
            say(connection, b"pair", record, b"claims", said)
            say(connection, b"pair", record, b"verdict", b"maybe")
        say(connection, b"pair", called(2), b"claims", b'{"one":{},"other":{},"relation":"echoes"}')
        far = codec.spell_claims(Relation.ECHOES, one, replace(lie, edition="../../etc"))
        say(connection, b"pair", called(3), b"claims", far.encode())
    return a.path


def spelled(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


ROWS: tuple[Callable[[Attack], Path], ...] = (
    *(wrong_texts, tampered, outside, ring_of_tags, turned_names, lone_tag, lone_article),
    *(other_title, other_text, two_kinds, wrong_findings, wrong_pairs),
)

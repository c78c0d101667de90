"""The union of two logs: what another library says and this one does not, added to this one.

Set by set in SQL, for a hundred thousand highlights may come at once; inside one deed, with the
other library attached as `theirs`. Revisions go over as they are. What each merge brought is noted
in `merged`, so that `turn` can take it back.
"""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import replace

from core.change import Change, Edit, Record, Take
from core.errors import Unreadable
from core.revision import cut, sealed
from core.store import bring_back, fold
from core.store.chosen import choose
from core.store.story import Deed
from core.store.write import Role, Stamp, forget_undone, put_deed, put_revisions, stored

COLUMNS = "kind, record, field, parents, clock, author, value, change"
KINDS = {kind.value: kind for kind in Record}
#: A deed that was done here is whole: what others say belongs to it does not.
OWN = (
    "SELECT id FROM main.changes WHERE state IS NOT NULL"
    " UNION SELECT last FROM main.changes WHERE last IS NOT NULL"
)


#: A finding that rests on what stays there is not told to do so here.
CHOSEN = (
    "record IN temp.chosen AND NOT (kind = 'finding' AND field GLOB 'evidence:*'"
    " AND substr(field, 10) NOT IN temp.chosen"
    " AND NOT EXISTS (SELECT 1 FROM main.heads WHERE record = substr(t.field, 10)))"
)


def brings(connection: sqlite3.Connection, take: Take) -> bool:
    """Tell whether there is anything to bring."""
    choose(connection, take)
    found = connection.execute(f"SELECT 1 WHERE EXISTS ({_new(take)})").fetchone()
    connection.execute("DROP TABLE temp.chosen")
    return found is not None or bring_back.brings(connection, take.bring_back)


def find(connection: sqlite3.Connection, take: Take, change: str) -> None:
    """Note in `merged` what there is to bring."""
    choose(connection, take)
    connection.execute(
        f"INSERT INTO main.merged SELECT ?, rev FROM ({_new(take)} ORDER BY rev)", [change]
    )
    connection.execute("DROP TABLE temp.chosen")


def _new(take: Take) -> str:
    """Spell the question for the revisions that are taken and are not here yet.

    A highlight stays one, whatever a stranger says of its id.
    """
    return (
        "SELECT rev FROM theirs.revisions t"
        f" WHERE {'1' if take.everything else CHOSEN}"
        " AND NOT EXISTS (SELECT 1 FROM main.revisions WHERE rev = t.rev)"
        f" AND change NOT IN ({OWN})"
        " AND NOT EXISTS (SELECT 1 FROM main.revisions o"
        "  WHERE o.record = t.record AND o.kind <> t.kind)"
    )


def join(
    connection: sqlite3.Connection, change: Change, stamp: Stamp, wanted: Collection[str] = ()
) -> Change:
    """Bring what was found as one deed, and fold what it touches; give the deed with its edits.

    `wanted` are records that were taken away here and are to come back.
    """
    forget_undone(connection)
    _refuse_tampered(connection, change.id)
    _note_fresh(connection, change.id)
    _put_texts(connection)
    _put_deeds(connection, change.id)
    connection.execute(
        f"INSERT INTO main.revisions SELECT t.rev, {COLUMNS.replace('change', 't.change')}"
        " FROM main.merged m CROSS JOIN theirs.revisions t ON t.rev = m.rev WHERE m.change = ?",
        [change.id],
    )
    _move_heads(connection)
    rows = connection.execute("SELECT DISTINCT kind, record, field FROM temp.fresh").fetchall()
    rows += _bring_back(connection, wanted, Deed(stamp.author, stamp.clock, change.id))
    touched = dict.fromkeys(rows)
    edits = tuple(Edit(KINDS[kind], record, field, None, None) for kind, record, field in touched)
    for table in ("fresh", "touched", "replaced"):
        connection.execute(f"DROP TABLE temp.{table}")
    fold.fold(connection, edits)
    made = replace(change, edits=edits)
    put_deed(connection, made, stamp, Role(None, "done", change.id))
    return made


def _bring_back(
    connection: sqlite3.Connection, wanted: Collection[str], deed: Deed
) -> list[tuple[str, str, str]]:
    """Say again what is wanted; what the merge says itself goes when the merge is undone."""
    said = list(bring_back.say(connection, wanted, deed))
    put_revisions(connection, said)
    connection.executemany(
        "INSERT INTO main.merged VALUES (?, ?)", ((deed.change, one.rev) for one in said)
    )
    return [(one.kind, one.record, one.field) for one in said]


def _refuse_tampered(connection: sqlite3.Connection, change: str) -> None:
    """Hash again what is about to enter the log."""
    asked = (
        f"SELECT {stored('t')}, t.rev FROM main.merged m"
        " CROSS JOIN theirs.revisions t ON t.rev = m.rev WHERE m.change = ?"
    )
    with closing(connection.execute(asked, [change])) as rows:
        for *said, rev in rows:
            if sealed(tuple(said)) != rev:
                raise Unreadable("What was to be merged is damaged.", "Nothing was changed.")


def _note_fresh(connection: sqlite3.Connection, change: str) -> None:
    """Note the fields that are touched (`fresh`), and the records known before (`touched`)."""
    connection.execute(
        "CREATE TEMP TABLE fresh AS SELECT kind, record, field, t.rev AS rev, parents"
        " FROM main.merged m CROSS JOIN theirs.revisions t ON t.rev = m.rev WHERE m.change = ?"
        " ORDER BY record, field, t.rev",
        [change],
    )
    connection.execute("CREATE TEMP TABLE touched (record TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(
        "INSERT INTO temp.touched SELECT DISTINCT record FROM temp.fresh f"
        " WHERE EXISTS (SELECT 1 FROM main.heads WHERE record = f.record)"
    )


def _put_texts(connection: sqlite3.Connection) -> None:
    """Bring the articles that are touched, with all their texts, and those of the passages."""
    connection.execute(
        "CREATE TEMP TABLE texts AS SELECT DISTINCT record AS id FROM temp.fresh"
        " WHERE kind = 'article' UNION"
        " SELECT DISTINCT json_extract(r.value, '$.article') FROM temp.fresh f"
        " JOIN theirs.revisions r ON r.rev = f.rev WHERE f.field = 'passage'"
    )
    for table, which in (
        ("articles", "id IN temp.texts"),
        ("editions", "article IN temp.texts"),
        ("nodes", "edition IN (SELECT id FROM theirs.editions WHERE article IN temp.texts)"),
    ):
        connection.execute(
            f"INSERT OR IGNORE INTO main.{table} SELECT * FROM theirs.{table} WHERE {which}"
        )
    connection.execute("DROP TABLE temp.texts")


def _put_deeds(connection: sqlite3.Connection, change: str) -> None:
    """Bring the deeds of which these are the revisions. Nobody but who did them can undo them."""
    connection.execute(
        "INSERT OR IGNORE INTO main.changes (id, name, count, author, clock, reverses, via)"
        " SELECT id, name, count, author, clock, reverses, :change FROM theirs.changes WHERE id IN"
        " (SELECT t.change FROM main.merged m CROSS JOIN theirs.revisions t ON t.rev = m.rev"
        "  WHERE m.change = :change) ORDER BY seq",
        {"change": change},
    )


def _move_heads(connection: sqlite3.Connection) -> None:
    """Make heads of what no other replaces, and take what is replaced from among them."""
    replaced = connection.execute(
        "SELECT record, field, parents FROM temp.fresh WHERE parents <> x''"
    ).fetchall()
    gone = [(record, field, rev) for record, field, parents in replaced for rev in cut(parents)]
    connection.executemany("DELETE FROM heads WHERE record = ? AND field = ? AND rev = ?", gone)
    # Of a library that has but the present state, the past may come later than what replaced it.
    known = connection.execute(
        "SELECT r.record, r.field, r.parents FROM temp.touched t CROSS JOIN main.revisions r"
        " ON r.record = t.record WHERE r.parents <> x''"
    ).fetchall()
    gone += [(record, field, rev) for record, field, parents in known for rev in cut(parents)]
    connection.execute(
        "CREATE TEMP TABLE replaced (record TEXT, field TEXT, rev BLOB,"
        " PRIMARY KEY (record, field, rev)) WITHOUT ROWID"
    )
    connection.executemany("INSERT OR IGNORE INTO temp.replaced VALUES (?, ?, ?)", gone)
    connection.execute(
        "INSERT INTO main.heads SELECT record, field, rev FROM temp.fresh f WHERE NOT EXISTS"
        " (SELECT 1 FROM temp.replaced p"
        "  WHERE p.record = f.record AND p.field = f.field AND p.rev = f.rev)"
    )

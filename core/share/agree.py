"""Do the rows of a log go together? In a library that was filled with rows each sound by itself.

Refused are revisions that name what is not there, whose words do not stand in their text, and tags
that stand under themselves. This is asked of our own file, by SQL.
"""

import sqlite3

from core.annotate.tags import TAG_DEPTH
from core.codec import pair_id, read_claims
from core.model import Passage
from core.revision import Revision, cut, heads
from core.share.refusals import Refusals, seen

__all__ = ["refuse_strays", "seen"]

#: What is refused, and what is said of it; each statement gives rev, kind, record and field.
OF_TWO_KINDS = (
    "WITH others AS (SELECT DISTINCT record, kind FROM revisions WHERE kind <> 'highlight'),"
    " twice AS (SELECT record FROM others GROUP BY record HAVING count(*) > 1)"
    " SELECT rev, kind, record, field FROM revisions WHERE record IN (SELECT record FROM twice)"
    " OR (kind = 'highlight' AND record IN (SELECT record FROM others))"
)
OF_NO_ARTICLE = (
    "SELECT rev, kind, record, field FROM revisions WHERE kind = 'article'"
    " AND record NOT IN (SELECT id FROM articles)"
)
WITHOUT_TEXT = (
    "SELECT rev, kind, record, field FROM revisions WHERE kind = 'article' AND field = 'edition'"
    " AND value IS NOT NULL"
    " AND (value, record) NOT IN (SELECT id, article FROM editions)"
)
OUTSIDE = (
    "SELECT r.rev, r.kind, r.record, r.field FROM revisions r"
    " JOIN editions e ON e.id = json_extract(r.value, '$.edition')"
    " LEFT JOIN nodes n ON n.edition = e.id AND n.position = json_extract(r.value, '$.node')"
    " WHERE r.kind = 'highlight' AND r.field = 'passage' AND r.value IS NOT NULL AND ("
    " n.text IS NULL OR e.article <> json_extract(r.value, '$.article')"
    " OR substr(n.text, json_extract(r.value, '$.start') + 1,"
    " json_extract(r.value, '$.end') - json_extract(r.value, '$.start'))"
    " <> json_extract(r.value, '$.quote'))"
)
WITHOUT_TAG = (
    "SELECT rev, kind, record, field FROM revisions WHERE kind IN ('highlight', 'finding')"
    " AND field GLOB 'tag:*' AND value IS NOT NULL AND substr(field, 5) NOT IN"
    " (SELECT record FROM revisions WHERE kind = 'tag' AND field = 'name' AND value IS NOT NULL)"
)
WITHOUT_HIGHLIGHT = (
    "SELECT rev, kind, record, field FROM revisions WHERE kind = 'finding'"
    " AND field GLOB 'evidence:*' AND value IS NOT NULL AND substr(field, 10) NOT IN"
    " (SELECT record FROM revisions WHERE kind = 'highlight')"
)
QUESTIONS = (
    (OF_TWO_KINDS, "is about what is of two kinds at once"),
    (OF_NO_ARTICLE, "is about an article that is not in the file"),
    (WITHOUT_TEXT, "names a text that is not in the file"),
    (OUTSIDE, "does not stand in its text"),
    (WITHOUT_TAG, "names a tag that is not in the file"),
    (WITHOUT_HIGHLIGHT, "names a highlight that is not in the file"),
)


def refuse_strays(connection: sqlite3.Connection, refusals: Refusals) -> None:
    """Take out of the log what does not go with the rest of it."""
    for question, why in QUESTIONS:
        rows = connection.execute(question).fetchall()
        for _, kind, record, field in rows:
            refusals.add(f"The {seen(field)} of {kind} {record} {why}.")
        _forget(connection, [row[0] for row in rows])
    _refuse_pairs(connection, refusals)
    _refuse_rings(connection, refusals)
    _refuse_depths(connection, refusals)


#: A stranger may have said of tags so often that they stand under one another; after so many rounds
#: nothing is taken of where these stand.
ROUNDS = 5


def _refuse_rings(connection: sqlite3.Connection, refusals: Refusals) -> None:
    """Take out what puts tags under themselves, as it is shown, until nothing does."""
    rounds = 0
    while rings := _rings(_parents(connection)):
        rounds += 1
        for revision in rings:
            refusals.add(f"The parent of tag {revision.record} makes it stand under itself.")
        if rounds < ROUNDS:
            _forget(connection, [revision.rev for revision in rings])
        else:
            _forget_parents(connection, rings)


def _refuse_depths(connection: sqlite3.Connection, refusals: Refusals) -> None:
    """Take out what puts tags deeper than anybody does; each path is made of all above it."""
    under = _parents(connection)
    deep = [under[tag] for tag, depth in _depths(under).items() if depth == TAG_DEPTH]
    for revision in deep:
        refusals.add(f"Tag {revision.record} stands too deep under others.")
    _forget_parents(connection, deep)


def _forget_parents(connection: sqlite3.Connection, of: list[Revision]) -> None:
    connection.executemany(
        "DELETE FROM revisions WHERE record = ? AND kind = 'tag' AND field = 'parent'",
        [(revision.record,) for revision in of],
    )


def _refuse_pairs(connection: sqlite3.Connection, refusals: Refusals) -> None:
    """Take out pairs that are not of their claims, or whose claims do not stand in their texts."""
    rows = connection.execute(
        "SELECT rev, record, value FROM revisions"
        " WHERE kind = 'pair' AND field = 'claims' AND value IS NOT NULL"
    ).fetchall()
    for rev, record, value in rows:
        relation, *claims = read_claims(value)
        if pair_id(relation, *claims) != record:
            refusals.add(f"The claims of pair {record} are not those it is of.")
        elif not all(_stands(connection, claim) for claim in claims):
            refusals.add(f"The claims of pair {record} do not stand in their texts.")
        else:
            continue
        _forget(connection, [rev])


def _stands(connection: sqlite3.Connection, claim: Passage) -> bool:
    """Tell whether a claim stands in its text, where that is in the file."""
    row = connection.execute(
        "SELECT article, (SELECT text FROM nodes WHERE edition = id AND position = ?)"
        " FROM editions WHERE id = ?",
        [claim.node, claim.edition],
    ).fetchone()
    if row is None:
        return True
    of, said = row
    return of == claim.article and (said or "")[claim.start : claim.end] == claim.quote


def _forget(connection: sqlite3.Connection, revs: list[bytes]) -> None:
    connection.executemany("DELETE FROM revisions WHERE rev = ?", [(rev,) for rev in revs])


def _rings(under: dict[str, Revision]) -> list[Revision]:
    """Give what puts tags under themselves: a revision for each tag in a ring."""
    found, after = list[Revision](), set[str]()
    for tag in under:
        path = dict[str, None]()
        at: str = tag
        while at in under and at not in path and at not in after:
            path[at] = None
            at = under[at].value or ""
        if at in path:
            names = list(path)
            found += [under[name] for name in names[names.index(at) :]]
        after.update(path)
    return found


def _depths(under: dict[str, Revision]) -> dict[str, int]:
    """Count above each tag those that it stands under, modulo what is cut: there are no rings."""
    depths = dict[str, int]()
    for tag in under:
        path, at = list[str](), tag
        while at in under and at not in depths:
            path.append(at)
            at = under[at].value or ""
        depth = depths.get(at, 0)
        for name in reversed(path):
            depth = depth + 1 if depth < TAG_DEPTH else 1
            depths[name] = depth
    return depths


def _parents(connection: sqlite3.Connection) -> dict[str, Revision]:
    """Give of every tag that stands under another the revision that says so."""
    said = dict[str, list[Revision]]()
    rows = connection.execute(
        "SELECT record, parents, clock, author, value, change FROM revisions"
        " WHERE kind = 'tag' AND field = 'parent' ORDER BY record"
    )
    for record, parents, *rest in rows:
        one = Revision("tag", record, "parent", cut(parents), *rest)
        said.setdefault(record, []).append(one)
    shown = {record: heads(revisions)[0] for record, revisions in said.items()}
    return {record: one for record, one in shown.items() if one.value}

"""The log's heads folded into the current state: shelf, highlights, findings, tags, terms, authors.

A record is hidden when it was removed and the removal has seen every head it has now; an edit
made elsewhere, unseen, brings it back, and so does a use of a tag, or a mark on an article of which
the removal of the article knew nothing. Of many records at once `state` says the same sooner.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from core.change import Edit, Record
from core.names import ALIAS, PAGE
from core.progress import Progress, silent
from core.revision import cut
from core.store import conclude, index
from core.store.batch import batches
from core.store.shown import CAME, Shown, State, born, iso, states
from core.store.state import PASSAGE, fill, mark, shelve

CACHE = (
    *("heads", "evidence", "finding_tags", "findings", "pairs", "taggings", "highlights", "tags"),
    *("aliases", "terms", "searches", "authors", "pages"),
)
#: More records than that are folded set by set.
MANY = 200


def fold(
    connection: sqlite3.Connection, edits: Iterable[Edit], progress: Progress = silent
) -> None:
    """Bring cache and index up to date for the records that these edits touched."""
    touched: dict[Record, dict[str, None]] = {}
    for edit in edits:
        touched.setdefault(edit.kind, {})[edit.record] = None
    marks, articles = (tuple(touched.get(one, ())) for one in (Record.HIGHLIGHT, Record.ARTICLE))
    for article in taken_away(connection, marks, articles):
        touched.setdefault(Record.ARTICLE, {})[article] = None
    own = index.own(connection)
    for kind, folded in FOLDS.items():
        if kind in touched:
            folded(connection, list(touched[kind]))
    index.follow(connection, touched, own, progress)


def taken_away(
    connection: sqlite3.Connection, highlights: Sequence[str], but: Iterable[str]
) -> list[str]:
    """Name the articles of these highlights, but some, that were taken away.

    They may be back by a mark.
    """
    named = set(but)
    if len(highlights) > MANY and named.issuperset(a for (a,) in connection.execute(AWAY)):
        return []
    found = dict[str, None]()
    for asked_for, some in batches(highlights):
        rows = connection.execute(AWAY + THEIRS.format(asked_for), some)
        found.update((article, None) for (article,) in rows)
    return [article for article in found if article not in named]


AWAY = (
    "SELECT DISTINCT s.article FROM shelf s"
    " CROSS JOIN heads h ON h.record = s.article AND h.field = 'removed'"
    " JOIN revisions r ON r.rev = h.rev WHERE r.value IS NOT NULL"
)
THEIRS = (
    " AND s.article IN (SELECT json_extract(p.value, '$.article') FROM heads m"
    " JOIN revisions p ON p.rev = m.rev WHERE m.field = 'passage' AND m.record IN ({}))"
)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make heads and cache anew from the log alone; the index is made of them, by `index`.

    An article keeps its row on the shelf: a window beside may be showing it by that number.
    """
    for table in CACHE:
        connection.execute(f"DELETE FROM {table}")
    connection.execute(f"DELETE FROM shelf WHERE article NOT IN ({LOGGED})")
    fill(connection)


LOGGED = "SELECT record FROM revisions WHERE kind = 'article'"


def _authors(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    names = ((record, state.value("name") or "") for record, state in states(connection, records))
    connection.executemany(PUT_AUTHOR, list(names))


PUT_AUTHOR = (
    "INSERT INTO authors (id, name) VALUES (?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name"
)


def _shelf(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    """Put articles on the shelf as they are now; the marks on them were folded before."""
    connection.executemany("DELETE FROM pages WHERE article = ?", [(record,) for record in records])
    if len(records) > MANY:
        shelve(connection, records)
        return
    found = [(one, _shown(connection, one, known)) for one, known in states(connection, records)]
    connection.executemany(
        "INSERT INTO shelf (article, edition, sort, read) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (article) DO UPDATE"
        " SET edition = excluded.edition, sort = excluded.sort, read = excluded.read",
        [_on_shelf(connection, record, known) for record, known in found],
    )
    pages = ((one, *page) for one, known in found for page in _pages(connection, one, known))
    connection.executemany("INSERT INTO pages VALUES (?, ?, ?, ?)", list(pages))


def _shown(connection: sqlite3.Connection, record: str, known: State) -> State:
    """Show an article that was taken away as long as a mark on it says so."""
    if not known.hidden:
        return known
    removals = connection.execute(REMOVALS, [record])
    seen = {rev for (parents,) in removals for rev in cut(parents)}
    marks = connection.execute(MARKS, [record])
    return State(known.heads, hidden=all(rev in seen for (rev,) in marks))


REMOVALS = (
    "SELECT r.parents FROM heads h JOIN revisions r ON r.rev = h.rev"
    " WHERE h.record = ? AND h.field = 'removed' AND r.value IS NOT NULL"
)
#: The heads of the marks on an article.
MARKS = (
    "SELECT h.rev FROM highlights m JOIN heads h ON h.record = m.id"
    " WHERE m.article = ? AND h.field <> 'removed'"
)


def _on_shelf(
    connection: sqlite3.Connection, record: str, known: State
) -> tuple[str | int | None, ...]:
    published, added = connection.execute(
        f"SELECT (SELECT published FROM articles WHERE id = :record), {CAME.format('')}"
        " FROM revisions WHERE record = :record",
        {"record": record},
    ).fetchone()
    sort = published or iso(added)[:16].replace("T", " ")
    return (record, known.value("edition"), sort, int(known.value("read") == "1"))


def _pages(connection: sqlite3.Connection, record: str, known: State) -> Iterator[tuple[str, ...]]:
    """Give the pages that an article was on, and when it was first seen there."""
    told = tuple(_many(known, PAGE))
    first = dict[str, int](connection.execute(FIRST, [record]).fetchall()) if told else {}
    for page, shown in told:
        yield page, shown.value or "", iso(first[f"{PAGE}{page}"])


FIRST = (
    "SELECT field, min(clock) FROM revisions WHERE record = ? AND field GLOB 'page:*'"
    " AND value <> '' GROUP BY field"
)


def _many(state: State, field: str) -> Iterator[tuple[str, Shown]]:
    """Give the values of a field of which there may be many (`tag:`), by what follows the colon."""
    for name, told in state.heads.items():
        if name.startswith(field) and told.value and not state.hidden:
            yield name.removeprefix(field), told


def _highlights(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    """Write highlights anew; those that are hidden go from the cache with their taggings."""
    had = _tagged(connection, records)
    if len(records) > MANY:
        mark(connection, records)
    else:
        _each_highlight(connection, records)
    _show_used(connection, had | _tagged(connection, records))


def _each_highlight(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    rows, tagged, gone = list[Row](), list[tuple[str, str]](), list[tuple[str]]()
    first = born(connection, records, "passage")
    for record, known in states(connection, records):
        passage = known.value("passage")
        if passage is None:
            gone.append((record,))
            continue
        where = json.loads(passage)
        rows.append((record, *(where[name] for name in PASSAGE), *_said(known, first[record])))
        said = known.heads.items()
        tagged += [(record, name[4:]) for name, head in said if head.value and name[:4] == "tag:"]
    execute = connection.executemany
    execute("DELETE FROM taggings WHERE highlight = ?", [(record,) for record in records])
    execute("DELETE FROM highlights WHERE id = ?", gone)
    execute(f"INSERT OR REPLACE INTO highlights VALUES ({','.join('?' * 16)})", rows)
    execute("INSERT INTO taggings VALUES (?, ?)", tagged)


Row = tuple[str | int, ...]


def _said(state: State, first: tuple[str, str]) -> Row:
    """Give colour, note, stance, private, author, created and modified."""
    author, created = first
    modified = max(shown.clock for shown in state.heads.values())
    said = (state.value("colour") or "yellow", state.value("note"), state.value("stance"))
    private = int(state.value("private") == "1")
    return (*(value or "" for value in said), private, author, created, iso(modified))


def _tagged(connection: sqlite3.Connection, records: Sequence[str]) -> set[str]:
    """Give the tags that these highlights or findings have as yet."""
    found = set[str]()
    for marks, some in batches(records):
        for table, whose in (("taggings", "highlight"), ("finding_tags", "finding")):
            asked = f"SELECT tag FROM {table} WHERE {whose} IN ({marks})"
            found.update(tag for (tag,) in connection.execute(asked, some))
    return found


def _show_used(connection: sqlite3.Connection, tags: Iterable[str]) -> None:
    """Look again at tags that came into use or fell out of it."""
    asked = f"SELECT EXISTS (SELECT 1 FROM tags WHERE id = :tag) <> EXISTS ({USES})"
    odd = [tag for tag in sorted(tags) if connection.execute(asked, {"tag": tag}).fetchone()[0]]
    if odd:
        _tags(connection, odd)


def _tags(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    """Write tags anew. One that was removed is there as long as somebody uses it."""
    rows, gone = list[dict[str, str | None]](), list[tuple[str]]()
    names = list[Row]()
    for record, known in states(connection, records):
        state = State(known.heads, known.hidden and not _is_used(connection, record))
        name = state.value("name")
        if name is None:
            gone.append((record,))
            continue
        row = {"id": record, "name": name, "parent": state.value("parent"), "path": name}
        rows.append(row | {key: state.value(key) or "" for key in ("zh", "en", "colour")})
        names += [(record, alias, told.value or "") for alias, told in _many(state, ALIAS)]
    connection.executemany("DELETE FROM tags WHERE id = ?", gone)
    connection.executemany("DELETE FROM aliases WHERE tag = ?", [(record,) for record in records])
    connection.executemany(PUT_TAG, rows)
    connection.executemany("INSERT INTO aliases VALUES (?, ?, ?)", names)
    _spell_paths(connection, records)


PUT_TAG = (
    "INSERT INTO tags (id, name, parent, path, zh, en, colour)"
    " VALUES (:id, :name, :parent, :path, :zh, :en, :colour) ON CONFLICT (id) DO UPDATE"
    " SET name = excluded.name, parent = excluded.parent, path = excluded.path,"
    " zh = excluded.zh, en = excluded.en, colour = excluded.colour"
)


def _is_used(connection: sqlite3.Connection, tag: str) -> bool:
    return connection.execute(USES, {"tag": tag}).fetchone() is not None


USES = (
    "SELECT 1 FROM taggings WHERE tag = :tag UNION ALL SELECT 1 FROM finding_tags WHERE tag = :tag"
)


def _spell_paths(connection: sqlite3.Connection, records: Iterable[str]) -> None:
    """Write anew the paths of these tags, and of all below those whose path is another now."""
    spelt = level = {tag: _path(connection, tag) for tag in records}
    while level:
        below = dict[str, str | None]()
        for asked, some in batches(level):
            for tag, parent, name, had in connection.execute(BELOW.format(asked), some):
                above = level[parent]
                now = name if above == "" else above and f"{above}/{name}"
                if tag not in spelt and (now is None or now != had):
                    below[tag] = now
        spelt, level = spelt | below, below
    rows = [(path or _top(connection, tag), tag) for tag, path in spelt.items()]
    connection.executemany("UPDATE tags SET path = ? WHERE id = ?", rows)


BELOW = "SELECT id, parent, name, path FROM tags WHERE parent IN ({})"


def _path(connection: sqlite3.Connection, tag: str) -> str | None:
    """Spell a tag's path; None where its parents run in a ring, "" where it is not there."""
    names, seen, at = list[str](), set[str](), tag
    while row := connection.execute("SELECT name, parent FROM tags WHERE id = ?", [at]).fetchone():
        if at in seen:
            return None
        seen.add(at)
        names.append(row[0])
        at = row[1] or ""
    return "/".join(reversed(names))


def _top(connection: sqlite3.Connection, tag: str) -> str:
    """Name a tag that stands at the top, for its parents run in a ring."""
    row = connection.execute("SELECT name FROM tags WHERE id = ?", [tag]).fetchone()
    return str(row[0]) if row else ""


def _findings(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    had = _tagged(connection, records)
    conclude.findings(connection, records)
    _show_used(connection, had | _tagged(connection, records))


def _pairs(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    conclude.pairs(connection, records)


def _terms(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    rows, gone = list[Row](), list[tuple[str]]()
    for record, state in states(connection, records):
        zh = state.value("zh")
        if zh is None:
            gone.append((record,))
            continue
        said = (state.value("en") or "", state.value("note") or "")
        rows.append((record, zh, *said, int(state.value("whole") == "1")))
    connection.executemany("DELETE FROM terms WHERE id = ?", gone)
    connection.executemany("INSERT OR REPLACE INTO terms VALUES (?, ?, ?, ?, ?)", rows)


def _searches(connection: sqlite3.Connection, records: Sequence[str]) -> None:
    rows, gone = list[Row](), list[tuple[str]]()
    for record, state in states(connection, records):
        query = state.value("query")
        if query is None:
            gone.append((record,))
        else:
            rows.append((record, state.value("name") or query, query))
    connection.executemany("DELETE FROM searches WHERE id = ?", gone)
    connection.executemany("INSERT OR REPLACE INTO searches VALUES (?, ?, ?)", rows)


#: In this order: a tag is there while something uses it, an article while a mark is on it.
FOLDS: dict[Record, Callable[[sqlite3.Connection, Sequence[str]], None]] = {
    Record.AUTHOR: _authors,
    Record.TAG: _tags,
    Record.TERM: _terms,
    Record.SEARCH: _searches,
    Record.HIGHLIGHT: _highlights,
    Record.FINDING: _findings,
    Record.PAIR: _pairs,
    Record.ARTICLE: _shelf,
}

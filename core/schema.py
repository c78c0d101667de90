"""The file format on a page: tables, what each column means, and migrations.

What was read (articles, editions, nodes) is immutable. What readers did is the append-only log
(changes, revisions); authors, shelf, pages, highlights, tags, aliases, taggings, findings,
evidence, finding_tags, pairs, terms and searches are a cache of its heads, which can be made anew
from it and is what people query. Times ending in Z are ISO 8601, UTC.

SQLite keeps each statement letter for letter, comments too, and `share` takes no other: what stands
here is changed by another version alone. (The relation of a pair may also be "updates".)
"""

import re
import sqlite3

APPLICATION_ID = 0x4D656970  # "Meip"
SHARE_ID = 0x4D656973  # "Meis": of a share, which is sent to others
VERSION = 4

TABLES = """
CREATE TABLE articles (
  id TEXT PRIMARY KEY,             -- uuid5 over source, title and time
  title TEXT NOT NULL,
  source TEXT,                     -- as the page wrote it, often in pinyin
  published TEXT,                  -- "YYYY-MM-DD HH:MM", in zone
  zone TEXT NOT NULL,
  company TEXT,
  symbol TEXT,
  url TEXT
) STRICT;
CREATE TABLE editions (
  id TEXT PRIMARY KEY,             -- half a SHA-256 over the article's id and its rows
  article TEXT NOT NULL REFERENCES articles(id),
  body TEXT NOT NULL,              -- summary, raw, research or damaged
  gist TEXT NOT NULL,              -- its first words, for the list
  claims INTEGER NOT NULL,
  text TEXT NOT NULL               -- the body as it came
) STRICT;
CREATE TABLE nodes (
  edition TEXT NOT NULL REFERENCES editions(id),
  position INTEGER NOT NULL,       -- row of the insight tree, in reading order from 0
  depth INTEGER NOT NULL,
  kind TEXT NOT NULL,              -- lead, group, named, super, claim or block
  number INTEGER,
  title TEXT,
  text TEXT NOT NULL,
  citations TEXT NOT NULL,         -- "1 3": numbers of passages in this article alone
  truncated INTEGER NOT NULL,
  PRIMARY KEY (edition, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY,         -- order in this library
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,          -- records it touches
  author TEXT NOT NULL,
  clock INTEGER NOT NULL,          -- milliseconds since 1970, UTC
  reverses TEXT,                   -- the change whose edits this one takes back
  state TEXT,                      -- done, undone or dropped; null: not for undo
  last TEXT,                       -- the change that did or undid it last
  source TEXT,                     -- of a merge: the file it came from
  via TEXT                         -- the merge that brought it; null: it was done here
) STRICT;
CREATE TABLE revisions (
  rev BLOB PRIMARY KEY,            -- 16 bytes of SHA-256 over the other columns
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  parents BLOB NOT NULL,           -- the revisions it replaces, 16 bytes each
  clock INTEGER NOT NULL,
  author TEXT NOT NULL,
  value TEXT,                      -- null: nothing
  change TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE heads (
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  rev BLOB NOT NULL,
  PRIMARY KEY (record, field, rev)
) STRICT, WITHOUT ROWID;
CREATE TABLE merged (
  change TEXT NOT NULL,            -- the merge
  rev BLOB NOT NULL,               -- a revision that it brought
  PRIMARY KEY (change, rev)
) STRICT, WITHOUT ROWID;
CREATE TABLE manifest (
  key TEXT PRIMARY KEY,            -- empty in a library; in a share: by whom, when, what is in it
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE authors (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE shelf (
  row INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE REFERENCES articles(id),
  edition TEXT REFERENCES editions(id),   -- the one shown; null: taken away
  sort TEXT NOT NULL,                     -- when it was published, else when it was added
  read INTEGER NOT NULL
) STRICT;
CREATE TABLE pages (
  article TEXT NOT NULL,
  page TEXT NOT NULL,              -- uuid5 of the name, however wide or large it is written
  name TEXT NOT NULL,              -- of a page of articles that it was imported from
  seen TEXT NOT NULL,              -- when that was first
  PRIMARY KEY (article, page)
) STRICT, WITHOUT ROWID;
CREATE TABLE highlights (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  edition TEXT NOT NULL,           -- the text it was made on
  node INTEGER NOT NULL,           -- nodes.position
  start INTEGER NOT NULL,          -- code points, end not included
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  colour TEXT NOT NULL,
  note TEXT NOT NULL,              -- Markdown
  stance TEXT NOT NULL,            -- agree, doubt, check or nothing
  private INTEGER NOT NULL,        -- 1: it stays home when a share is made
  author TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;
CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  parent TEXT,
  path TEXT NOT NULL,              -- "claim/forecast"
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  colour TEXT NOT NULL
) STRICT;
CREATE TABLE aliases (
  tag TEXT NOT NULL,
  alias TEXT NOT NULL,             -- uuid5 of the name, however wide or large it is written
  name TEXT NOT NULL,              -- one more that the tag is called by, in any language
  PRIMARY KEY (tag, alias)
) STRICT, WITHOUT ROWID;
CREATE TABLE taggings (
  highlight TEXT NOT NULL REFERENCES highlights(id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (highlight, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE terms (
  id TEXT PRIMARY KEY,
  zh TEXT NOT NULL,
  en TEXT NOT NULL,                -- "rare earth; rare earths", the usual name first
  note TEXT NOT NULL,
  whole INTEGER NOT NULL           -- 1: one word, where text is cut into words
) STRICT;
CREATE TABLE searches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL              -- as the reader typed it
) STRICT;
CREATE TABLE findings (
  id TEXT PRIMARY KEY,
  statement TEXT NOT NULL,         -- in the reader's own words
  figure TEXT,                     -- its quantity as JSON: {"high":"20","kind":"duration",...}
  earliest TEXT,                   -- the days between which it is to be judged, both included
  latest TEXT,
  precision TEXT NOT NULL,         -- of these days: day, month, year...; nothing: never due
  confidence INTEGER,              -- in per cent
  status TEXT NOT NULL,            -- open, watched, settled or dropped
  outcome TEXT NOT NULL,           -- came true, failed, partly, unclear, moot or nothing
  judged TEXT,                     -- the day of the outcome
  note TEXT NOT NULL,              -- Markdown
  private INTEGER NOT NULL,        -- 1: it stays home when a share is made
  author TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;
CREATE TABLE evidence (
  finding TEXT NOT NULL REFERENCES findings(id) ON DELETE CASCADE,
  highlight TEXT NOT NULL,
  bearing TEXT NOT NULL,           -- supports, contradicts or decides
  PRIMARY KEY (finding, highlight)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_tags (
  finding TEXT NOT NULL REFERENCES findings(id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (finding, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE pairs (
  id TEXT PRIMARY KEY,             -- uuid5 over the relation and both claims
  relation TEXT NOT NULL,          -- contradicts or echoes
  verdict TEXT NOT NULL,           -- confirmed or dismissed
  claims TEXT NOT NULL,            -- both, as JSON: {"one":{"article":...,"quote":...},"other":...}
  author TEXT NOT NULL,            -- whose verdict it is
  modified TEXT NOT NULL
) STRICT;
CREATE INDEX editions_article ON editions(article);
CREATE INDEX changes_state ON changes(state, seq) WHERE state IS NOT NULL;
CREATE INDEX revisions_record ON revisions(record);
CREATE INDEX revisions_change ON revisions(change);
CREATE INDEX shelf_order ON shelf(sort DESC, row) WHERE edition IS NOT NULL;
CREATE INDEX pages_page ON pages(page);
CREATE INDEX highlights_article ON highlights(article);
CREATE INDEX tags_parent ON tags(parent);
CREATE INDEX taggings_tag ON taggings(tag);
CREATE INDEX terms_whole ON terms(zh) WHERE whole;
CREATE INDEX evidence_highlight ON evidence(highlight);
CREATE INDEX finding_tags_tag ON finding_tags(tag);
"""
#: What is searched: made anew from the texts and notes at any time, and no part of a share. A row
#: of `texts` or `notes` is never changed, for SQLite would have to be told what it said; what it
#: was about gets another row, and what no row of `docs` or `noted` names is passed over. How long
#: each text is, SQLite need not keep (`columnsize`): `store.brevity` has it in the text's number.
INDEX = """
CREATE VIRTUAL TABLE texts USING fts5(
  title, source, body,             -- terms, as core.words spells them
  title_words, words,              -- Han words
  content='', columnsize=0, tokenize="ascii tokenchars '.%-|'"
);
CREATE VIRTUAL TABLE notes USING fts5(
  note, words, content='', columnsize=0, tokenize="ascii tokenchars '.%-|'"
);
CREATE TABLE docs (
  doc INTEGER PRIMARY KEY,         -- the text's number: its row of texts is 16 times that or more
  edition TEXT UNIQUE,             -- null: it was cut anew since, and has another number
  row INTEGER,                     -- of the shelf, where this edition is shown; null: it is not
  sort TEXT NOT NULL,              -- as on the shelf
  source TEXT NOT NULL,
  sum INTEGER NOT NULL             -- CRC-32 of what was put in, for check
) STRICT;
CREATE TABLE noted (
  row INTEGER PRIMARY KEY,         -- row of notes
  highlight TEXT UNIQUE,           -- null: it says something else since, or nothing
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX docs_row ON docs(row);
-- A text of nobody's: bm25 without lengths needs an average that is not near nothing.
INSERT INTO texts (rowid, body) VALUES (0, replace(hex(zeroblob(1000)), '00', '|-| '));
-- So many bytes are gathered before they are written: ten thousand articles in a few pieces.
INSERT INTO texts (texts, rank) VALUES ('hashsize', 8388608);
"""
#: What a version brought, besides the index. No table that was there before was changed by one.
ADDED = {
    2: (
        *("terms", "searches", "findings", "evidence", "finding_tags", "pairs"),
        *("terms_whole", "evidence_highlight", "finding_tags_tag"),
    ),
    3: ("aliases", "pages", "pages_page"),
}


def names() -> frozenset[str]:
    """Name the tables: without one of them, a file is no library."""
    return frozenset(re.findall(r"^CREATE TABLE (\w+)", TABLES, re.MULTILINE))


def settle(connection: sqlite3.Connection) -> None:
    """Set what SQLite forgets with every connection.

    TRUNCATE with FULL leaves one self-contained file, and lost no acknowledged save in any
    simulated power cut; the cost is about a millisecond a deed.
    """
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = 1")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")


def version(connection: sqlite3.Connection) -> tuple[int, int]:
    """Read the application id and the version of the format."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return application, connection.execute("PRAGMA user_version").fetchone()[0]


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in a file, all or none of them; where another program was first, none."""
    _make(connection, TABLES + INDEX)


def create_bare(connection: sqlite3.Connection) -> None:
    """Make the tables without the index: what is sent to others has none."""
    _make(connection, TABLES)


def add(connection: sqlite3.Connection, version: int) -> None:
    """Make the tables that a version brought, those of them that are not there, within a deed."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for statement in TABLES.split(";\n"):
        name = statement.split(maxsplit=3)[2:3]
        if name and name[0] in ADDED[version] and name[0] not in there:
            connection.execute(statement)


def add_index(connection: sqlite3.Connection) -> None:
    """Make an empty index in a file that came without one, as part of a deed."""
    for statement in INDEX.split(";\n"):
        connection.execute(statement)


def _make(connection: sqlite3.Connection, statements: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if version(connection) == (0, 0):
        for statement in statements.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")

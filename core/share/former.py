"""The index of libraries of former versions, word for word: who sends one of them may have it.

It is looked at by name alone, as every stranger's index, and is never asked anything.
"""

import sqlite3

from core import schema

#: Of version 2, and of some of the first.
INDEX = """
CREATE VIRTUAL TABLE texts USING fts5(
  title, source, body,             -- terms, as core.words spells them
  title_words, words,              -- Han words
  content='', tokenize="ascii tokenchars '.%-|'"
);
CREATE VIRTUAL TABLE notes USING fts5(
  note, words, content='', tokenize="ascii tokenchars '.%-|'"
);
CREATE TABLE docs (
  doc INTEGER PRIMARY KEY,         -- row of texts
  edition TEXT NOT NULL UNIQUE,
  row INTEGER,                     -- of the shelf, where this edition is shown; null: it is not
  sort TEXT NOT NULL,              -- as on the shelf
  source TEXT NOT NULL,
  sum INTEGER NOT NULL             -- CRC-32 of what was put in, for check
) STRICT;
CREATE TABLE noted (
  row INTEGER PRIMARY KEY,         -- row of notes
  highlight TEXT NOT NULL UNIQUE,
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX docs_row ON docs(row);
"""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of a library with the index that it had before version 3."""
    schema.create_bare(connection)
    for statement in INDEX.split(";\n"):
        connection.execute(statement)

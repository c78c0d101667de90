"""Which records of another library are taken: those asked for, and those they cannot do without.

The answer is a temporary table of ids; the other library is attached as `theirs`.
"""

import json
import sqlite3

from core.change import Take


def choose(connection: sqlite3.Connection, take: Take) -> None:
    """Fill `chosen`; it is not needed where everything is taken."""
    connection.execute("CREATE TEMP TABLE chosen (id TEXT PRIMARY KEY) WITHOUT ROWID")
    if take.everything:
        return
    articles, highlights, others = (
        json.dumps([*(ids or ())]) for ids in (take.articles, take.highlights, take.others)
    )
    asked = {"articles": articles, "highlights": highlights}
    connection.execute(HIGHLIGHTS, asked)
    connection.execute(OTHERS, [others])
    connection.execute(EVIDENCE)
    connection.execute(ARTICLES, asked)
    connection.execute(TAGS)
    connection.execute(AUTHORS)


#: A highlight is chosen by itself or by its article, also one that was taken away: of that, a share
#: of the present state tells nothing else, and where it stood is known here alone.
HIGHLIGHTS = """
INSERT INTO temp.chosen SELECT DISTINCT record FROM theirs.revisions
  WHERE kind = 'highlight' AND (
    record IN (SELECT value FROM json_each(:highlights))
    OR field = 'passage'
      AND json_extract(value, '$.article') IN (SELECT value FROM json_each(:articles))
    OR field = 'removed' AND record IN (SELECT id FROM main.highlights
      WHERE article IN (SELECT value FROM json_each(:articles))))
"""
#: An article is chosen by itself, or by a highlight where this library does not know it.
ARTICLES = """
INSERT OR IGNORE INTO temp.chosen SELECT value FROM json_each(:articles)
UNION SELECT json_extract(value, '$.article') AS article FROM theirs.revisions
  WHERE kind = 'highlight' AND field = 'passage' AND record IN temp.chosen
  AND NOT EXISTS (SELECT 1 FROM main.heads
    WHERE record = json_extract(theirs.revisions.value, '$.article'))
"""
#: What is neither is chosen by itself alone.
OTHERS = """
INSERT OR IGNORE INTO temp.chosen SELECT value FROM json_each(?)
  WHERE value NOT IN (SELECT record FROM theirs.revisions WHERE kind IN ('article', 'highlight'))
"""
#: A finding is taken with what it rests on there and is not known here.
EVIDENCE = """
INSERT OR IGNORE INTO temp.chosen SELECT e.highlight FROM theirs.evidence e
  JOIN theirs.highlights h ON h.id = e.highlight
  WHERE e.finding IN temp.chosen
  AND NOT EXISTS (SELECT 1 FROM main.heads WHERE record = e.highlight)
"""
#: The tags that these have or had, and those they stand under.
TAGS = """
INSERT OR IGNORE INTO temp.chosen WITH RECURSIVE used(id) AS (
  SELECT substr(field, 5) FROM theirs.revisions
    WHERE kind IN ('highlight', 'finding') AND field GLOB 'tag:*' AND record IN temp.chosen
  UNION SELECT record FROM theirs.revisions WHERE kind = 'tag' AND record IN temp.chosen
  UNION SELECT r.value FROM theirs.revisions r JOIN used ON r.record = used.id
    WHERE r.kind = 'tag' AND r.field = 'parent' AND r.value IS NOT NULL)
  SELECT id FROM used
"""
AUTHORS = """
INSERT OR IGNORE INTO temp.chosen
  SELECT DISTINCT author FROM theirs.revisions WHERE record IN temp.chosen
"""

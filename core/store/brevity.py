"""How short a text is, kept in its number: of two that say the same, the shorter is about it more.

SQLite's bm25 would look up how long each text is that it weighs, which takes most of a search. It
is told of no lengths, and takes all texts for very short ones; by `SCORE` each weighs what bm25
would give it for one word. What is searched for is `seek`'s.
"""

#: A text has this many rows to be put in, of which it takes one.
LEVELS = 16
#: So many terms has a text that weighs as it is; what bm25 calls the average.
ORDINARY = 250
LEAST, STEP = 0.3, 0.09
#: What bm25 is made with: how soon another of the same word tells no more, and what length tells.
SOON, LENGTH = 1.2, 0.75

#: How much a word weighs in title, source, body, and as a Han word of title and body: a quarter of
#: what it would where lengths are known, since 1 - LENGTH is all that is left of them.
WEIGHTS = "2.5, 1.0, 0.25, 2.0, 0.25"
#: The number of a text, and how well it says what was asked for: less is better.
DOC = f"(texts.rowid / {LEVELS})"
SCORE = f"bm25(texts, {WEIGHTS}) * (texts.rowid % {LEVELS} * {STEP} + {LEAST})"


def row(doc: int, terms: int) -> int:
    """Give the row of the index for a text of so many terms."""
    length = 1 - LENGTH + LENGTH * terms / ORDINARY
    weighs = (1 + SOON) / (1 + SOON * length)
    return doc * LEVELS + min(LEVELS - 1, max(0, round((weighs - LEAST) / STEP)))

"""Where in one article the words of a query stand: in all of its rows, not in the best alone."""

from collections import defaultdict
from collections.abc import Sequence

from core.library import Reader
from core.query import parse
from core.search.marks import Hay, Span, joined
from core.search.wanted import Known, wanted


def light(
    reader: Reader, text: str, rows: Sequence[str], *, literal: bool = False
) -> dict[int, tuple[Span, ...]]:
    """Give the places of words, and of other names for them, by the rows that have some.

    What was wanted in a field is no matter of rows. `literal` is as for `search`.
    """
    known, found = Known(reader, literal), defaultdict[int, list[Span]](list)
    hay = Hay([[row] for row in rows], known.own)
    clauses = (clause for clause in wanted(parse(text), known) if not clause.negated)
    for want in (want for clause in clauses for want in clause.wants):
        for needle in (one for group in (*want.literal, want.meanings) for one in group):
            for row, start, end in () if needle.field else hay.spans(needle):
                found[row].append((start, end))
    return {row: joined(hay.outward(row, spans)) for row, spans in sorted(found.items())}

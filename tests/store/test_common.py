"""What most texts say is left out of what is weighed, and nothing weighs more or less by that."""

import pytest

from core.library import Library
from core.query import parse
from core.search.wanted import Known, wanted
from core.store import common, facets
from core.store.brevity import DOC, SCORE
from core.store.needle import match
from core.store.seek import FEW
from tests.given import made


@pytest.fixture
def clauses(library: Library):
    """Fill a library with many texts on gallium, of which some speak of zinc."""
    some = FEW + 50
    zinc = (made(f"{n}", "Gallium is scarce", *["Zinc is"] * (n % 7 + 1)) for n in range(some))
    rest = (made(f"no {n}", "Gallium is scarce") for n in range(some + 50))
    library.commit(library.add([*zinc, *rest]).change)
    return wanted(parse("gallium zinc"), Known(library, literal=True))


def test_what_most_texts_say_is_common_and_what_fewer_say_is_not(library, clauses):
    connection = library._connection
    told = [common.is_common(connection, facets.of(connection), c, meant=True) for c in clauses]
    assert told == [True, False]


def test_texts_weigh_the_same_without_what_is_common(library, clauses):
    weighed = dict(
        library._connection.execute(
            f"SELECT {DOC}, -{SCORE} FROM texts WHERE texts MATCH ?", [match(clauses, meant=True)]
        )
    )
    with library.searching(clauses, lambda: False) as asked:
        best = asked.best(50)
        assert asked.counted().total == len(weighed)
    assert [one.score for one in best] == pytest.approx(
        [weighed[one.doc] for one in best], abs=1e-3
    )
    assert [one.score for one in best] == pytest.approx(
        sorted(weighed.values(), reverse=True)[:50], abs=1e-3
    )

"""A library with something in it, and the share that is made of it."""

import itertools
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core import annotate
from core.anchor import describe
from core.annotate import findings, pairs
from core.annotate.findings import Draft
from core.finding import Bearing, Due, Evidence, Figure, Outcome, Relation, Result
from core.library import Library
from core.share.make import Choice, make
from tests.given import ANNA, made
from tests.share.attacks import Attack

ARTICLE = made(
    "中国稀土替代品要找多久",
    "Output of separated oxides outside China stays small",
    "A secure supply chain could take 10 to 20 years to build",
)


def shared(folder: Path) -> Path:
    """Make a library in a folder, and a share of it."""
    clock = itertools.count(1_760_000_000_000, 1000).__next__
    with Library(folder / "library.meipi", ANNA, clock) as library:
        library.commit(library.add([ARTICLE]).change)
        for node, start, end in ((1, 0, 6), (2, 0, 8), (2, 31, 45)):
            passage = describe(ARTICLE, node, start, end)
            library.commit(
                annotate.highlight(
                    passage, note="says **who**?", tags=["claim/forecast"], known=library.tags()
                )
            )
        _conclude(library)
    made_of = make(folder / "library.meipi", folder / "share.meipi", Choice(), ANNA)
    assert made_of.highlights == 3
    return folder / "share.meipi"


def _conclude(library: Library) -> None:
    """Make a finding that says something of everything, and judge a pair."""
    (first, *_) = library.annotated(ARTICLE.id).placed
    draft = Draft(
        "自给 takes 10 to 20 years",
        (Evidence(first.highlight.id, Bearing.CONTRADICTS),),
        figure=Figure("duration", Decimal(10), Decimal(20), "year", said="10 to 20 years"),
        due=Due(date(2035, 11, 9), date(2045, 11, 9), "year"),
        confidence=70,
        note="says **who**?",
        tags=("claim/forecast",),
    )
    library.commit(findings.find(draft, library.tags()))
    outcome = Outcome(Result.PARTLY, date(2046, 1, 1))
    library.commit(findings.judge(library.findings()[0], outcome))
    claims = (findings.whole(ARTICLE, 1), findings.whole(ARTICLE, 2))
    library.commit(pairs.relate(Relation.ECHOES, claims, {}, confirmed=True))


@pytest.fixture(scope="session")
def good(tmp_path_factory) -> Path:
    """Give a share that Anna made; it is copied, never changed."""
    return shared(tmp_path_factory.mktemp("good"))


@pytest.fixture
def private(tmp_path) -> Path:
    folder: Path = tmp_path / "private"
    folder.mkdir()
    return folder


@pytest.fixture
def hostile(tmp_path, good) -> Attack:
    """Give a folder with a file in it, made by an attack."""
    folder = tmp_path / "from elsewhere"
    folder.mkdir()
    return Attack(folder, good)

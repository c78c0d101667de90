"""The ledger follows deeds one by one, and says after each what it would say if read anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from core import annotate
from core.annotate import findings, vocabulary
from core.annotate.findings import Draft
from core.change import Change
from core.finding import Bearing, Due, Evidence, Finding, Outcome, Result
from core.library import Library
from core.model import Article
from gui.verbs.findings.accounts import Accounts
from tests.generate import mark

DUE = Due(date(2026, 1, 1), date(2026, 6, 30), "half-year")


@pytest.fixture
def marked(library: Library, article: Article) -> str:
    return library.commit(mark(article)).edits[0].record


@pytest.fixture
def one(library: Library, marked: str) -> Finding:
    draft = Draft("It takes long", evidence=(Evidence(marked),), due=DUE, tags=("claim",))
    library.commit(findings.find(draft, library.tags()))
    library.commit(findings.find(Draft("It is soon done"), library.tags()))
    return library.findings()[-1]


def retagged(library: Library) -> Change:
    tag = library.tags()[0]
    return vocabulary.rename(tag, "outlook", library.tags())


Deed = Callable[[Library, Finding], Change]
DEEDS: dict[str, Deed] = {
    "mended": lambda _, one: findings.mend(one, replace(one, confidence=70)),
    "judged": lambda _, one: findings.judge(one, Outcome(Result.FAILED, date(2026, 7, 1))),
    "tagged": lambda of, one: findings.tag([one], "new/tag", of.tags()),
    "retagged": lambda of, _: retagged(of),
    "contradicted": lambda _, one: findings.support(
        one, [one.evidence[0].highlight], Bearing.CONTRADICTS
    ),
    "made": lambda of, one: findings.find(Draft("Another", evidence=one.evidence), of.tags()),
    "removed": lambda _, one: findings.remove([one]),
    "mark removed": lambda of, one: annotate.remove([of.highlight(one.evidence[0].highlight)]),
    "article taken away": lambda of, one: annotate.take_away(
        [of.highlight(one.evidence[0].highlight).passage.article]
    ),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_what_is_followed_is_what_would_be_read(library: Library, one: Finding, deed: Deed) -> None:
    followed, read = Accounts(library), Accounts(library)
    followed.load()
    done = [library.commit(deed(library, one))]
    for turn in (lambda: done[-1], library.undo, library.redo, library.undo):
        change = turn()
        assert change
        followed.hear(change)
        read.load()
        assert list(followed.entries.items()) == list(read.entries.items())
        assert list(followed.rows.items()) == list(read.rows.items())


def test_a_mark_on_which_nothing_rests_is_no_news(library: Library, article: Article) -> None:
    accounts = Accounts(library)
    accounts.load()
    assert not accounts.hear(library.commit(mark(article)))

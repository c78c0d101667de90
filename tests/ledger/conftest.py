"""A library with two articles of two sources, to conclude on."""

from collections.abc import Callable
from datetime import date

import pytest

from core.annotate import findings
from core.annotate.findings import Draft
from core.finding import Bearing, Outcome, Result
from core.library import Library
from core.model import Article
from tests.given import made

ON = date(2026, 1, 1)


@pytest.fixture
def two(library: Library, rare_earths: Article) -> tuple[Article, Article]:
    other = made("Copper", "Copper will rise", source="ZACKS")
    library.commit(library.add([rare_earths, other]).change)
    return rare_earths, other


Judged = Callable[..., str]


@pytest.fixture
def judged(library: Library) -> Judged:
    """Make a finding on the first claim of an article, judged if a result is given."""

    def make(article: Article, result: Result | None = None, **said: object) -> str:
        passages = ((findings.whole(article, 1), said.pop("bearing", Bearing.SUPPORTS)),)
        draft = Draft("It will be so", passages=passages, **said)  # type: ignore[arg-type]
        change = library.commit(findings.find(draft, library.tags()))
        (one,) = [edit.record for edit in change.edits if edit.field == "statement"]
        if result:
            library.commit(findings.judge(library.finding(one), Outcome(result, ON)))
        return one

    return make

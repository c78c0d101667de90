"""What a merge brought, in words."""

from pathlib import Path

import pytest

from core.change import BIRTH, Change, Edit, Record
from core.merge import ArticlePlan, Counts, Plan
from gui.dialogs.merging import said

MANY = 100_000


@pytest.mark.timeout(30)  # a look at all of them for each of them takes minutes
def test_a_hundred_thousand_articles_that_a_merge_brought_are_counted_in_one_go():
    ids = [str(number) for number in range(MANY)]
    new = tuple(ArticlePlan(one, "稀土", "new", False, Counts()) for one in ids)
    plan = Plan(Path(), Path(), Counts(), new, (), (), ())
    born = BIRTH[Record.ARTICLE]
    change = Change("merge", tuple(Edit(Record.ARTICLE, one, born, None, "") for one in ids))
    assert said.done(change, 0, plan).startswith("Merged 100,000 articles")

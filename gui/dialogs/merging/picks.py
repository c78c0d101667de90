"""What is ticked of a merge: articles, and single highlights of some of them. No widgets."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt

from core.change import EVERYTHING, Record, Take
from core.merge import ArticlePlan, BackPlan, Counts, OtherPlan, State
from gui.dialogs.merging.look import Mark
from gui.tongue import phrase

ON, PARTLY, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class Filter(StrEnum):
    """What is listed; the value is what the reader is shown."""

    NEWS = phrase("New or different")
    NEW = phrase("New")
    CONFLICTS = phrase("Conflicts")
    CHANGED = phrase("Changed")
    DELETED = phrase("Removed")
    ALL = phrase("All")


#: Of each filter, the field of the counts and the state of highlights that it lists.
LISTED = {
    Filter.NEW: ("new", State.NEW),
    Filter.CONFLICTS: ("conflicts", State.CONFLICT),
    Filter.CHANGED: ("changed", State.CHANGED),
    Filter.DELETED: ("deleted", State.DELETED),
}


def news(counts: Counts) -> int:
    """Count the highlights of which something would change."""
    return counts.new + counts.changed + counts.conflicts + counts.deleted


def brings(one: ArticlePlan) -> bool:
    """Tell whether there is anything to take of an article."""
    other = one.other_text or one.paged or one.text is not None
    return other or one.state == "new" or news(one.counts) > 0


def lists(wanted: Filter, one: ArticlePlan) -> bool:
    """Tell whether a filter lists an article."""
    if wanted is Filter.ALL:
        return True
    if wanted is Filter.NEWS:
        return brings(one)
    added = wanted is Filter.NEW and (one.state == "new" or one.other_text)
    return added or getattr(one.counts, LISTED[wanted][0]) > 0


def lists_mark(wanted: Filter, mark: Mark) -> bool:
    """Tell whether a filter lists a highlight."""
    if wanted is Filter.ALL:
        return True
    if wanted is Filter.NEWS:
        return mark.plan.state is not State.SAME
    return mark.plan.state is LISTED[wanted][1]


class Picks:
    """What is wanted of a plan: at first all of its articles and other records.

    What was taken away here is not wanted at first, unless the file brings nothing else: then what
    undo took away is.
    """

    def __init__(
        self,
        articles: Iterable[ArticlePlan],
        others: Iterable[OtherPlan] = (),
        backs: Iterable[BackPlan] = (),
    ) -> None:
        self._all, self.others, self.backs = tuple(articles), tuple(others), tuple(backs)
        self._left = set[str]()  # of the others, those that are not wanted
        self._again = set[str]()
        self._offered = [one for one in self._all if brings(one)]
        self._none = set[str]()
        self._some = dict[str, frozenset[str]]()  # highlights wanted, where not all are
        if not self.anything():
            self._again = {one.id for one in self.backs if one.undone}

    def state(self, article: ArticlePlan) -> Qt.CheckState | None:
        if not brings(article):
            return None
        if article.id in self._none:
            return OFF
        return PARTLY if article.id in self._some else ON

    def turn(self, article: ArticlePlan) -> None:
        """Take all of an article, or nothing of it."""
        wanted = self.state(article) is not ON
        self._some.pop(article.id, None)
        (self._none.discard if wanted else self._none.add)(article.id)

    def wants(self, article: ArticlePlan, mark: Mark) -> bool:
        if article.id in self._some:
            return mark.plan.id in self._some[article.id]
        return article.id not in self._none

    def turn_marks(
        self, article: ArticlePlan, turned: Iterable[Mark], of: Iterable[Mark], *, wanted: bool
    ) -> None:
        """Take some highlights of an article, or leave them; `of` are all that it has."""
        movable = [one for one in of if one.plan.state is not State.SAME]
        now = {one.plan.id for one in movable if self.wants(article, one)}
        ids = {one.plan.id for one in turned if one.plan.state is not State.SAME}
        now = now | ids if wanted else now - ids
        self._none.discard(article.id)
        self._some.pop(article.id, None)
        if not now:
            self._none.add(article.id)
        elif len(now) < len(movable):
            self._some[article.id] = frozenset(now)

    # All of it

    def all_state(self) -> Qt.CheckState:
        if len(self._none) == len(self._offered):
            return OFF
        return PARTLY if self._none or self._some else ON

    def turn_all(self) -> None:
        wanted = self.all_state() is not ON
        self._some.clear()
        self._none = set() if wanted else {one.id for one in self._offered}

    def articles(self) -> int:
        """Count the articles of which something is wanted."""
        return len(self._offered) - len(self._none)

    def offered(self) -> int:
        return len(self._offered)

    def highlights(self) -> int:
        """Count the highlights wanted."""
        whole = (one for one in self._offered if self.state(one) is ON)
        return sum(news(one.counts) for one in whole) + sum(map(len, self._some.values()))

    def anything(self) -> bool:
        """Tell whether anything at all is wanted."""
        return self.brings() or bool(self._again)

    def brings(self) -> bool:
        """Tell whether anything is wanted that is not known here."""
        return self.articles() > 0 or len(self._left) < len(self.others)

    def take(self) -> Take:
        again = frozenset(self._again)
        if not (self._none or self._some or self._left):
            return replace(EVERYTHING, bring_back=again)
        left = self._none | self._some.keys() | self._left
        whole = {one.id for one in self._all if one.id not in left}
        some = frozenset(one for some in self._some.values() for one in some)
        wanted = [one for one in self.others if self.wants_other(one)]
        whole |= {one.id for one in wanted if one.kind is Record.ARTICLE}
        others = frozenset(one.id for one in wanted if one.kind is not Record.ARTICLE)
        return Take(frozenset(whole), some, others, again)

    # Other than highlights

    def wants_other(self, other: OtherPlan) -> bool:
        return other.id not in self._left

    def turn_other(self, other: OtherPlan) -> None:
        self._left ^= {other.id}

    def turn_others(self) -> None:
        """Take all of these, or none."""
        self._left = set() if self._left else {one.id for one in self.others}

    # What was taken away here

    def wants_back(self, back: BackPlan) -> bool:
        return back.id in self._again

    def returning(self) -> int:
        """Count what comes back."""
        return len(self._again)

    def turn_back(self, back: BackPlan) -> None:
        self._again ^= {back.id}

    def turn_backs(self) -> None:
        """Bring all of these back, or none."""
        every = {one.id for one in self.backs}
        self._again = set() if self._again == every else every

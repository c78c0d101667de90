"""Qt's view of a merge: articles, the highlights of one, and tags that could be one.

What is ticked is kept by `picks`; how rows are painted is `ticks`'.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from core import link
from core.merge import Alike, ArticlePlan, Plan, State
from gui.dialogs.merging.look import Mark
from gui.dialogs.merging.picks import Filter, Picks, lists, lists_mark, news
from gui.dialogs.ticks import Choices, Row, TickModel
from gui.parts.lines import unstarred
from gui.parts.unmarked import unmarked
from gui.tongue import phrase, tr

Index = QModelIndex | QPersistentModelIndex
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
STATES = {
    State.NEW: phrase("New"),
    State.CHANGED: phrase("Changed there"),
    State.CONFLICT: phrase("Both changed"),
    State.DELETED: phrase("Removed there"),
    State.SAME: phrase("The same"),
}
COUNTED = {
    "new": phrase("new"),
    "changed": phrase("changed"),
    "conflicts": phrase("changed by both"),
    "deleted": phrase("removed there"),
    "same": phrase("the same"),
}


class ArticleRows(TickModel):
    """The articles of a plan that a filter lists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picks = Picks(())
        self._listed: Sequence[ArticlePlan] = ()

    def show(self, plan: Plan, picks: Picks, wanted: Filter) -> None:
        self.beginResetModel()
        self.picks = picks
        self._listed = [one for one in plan.articles if lists(wanted, one)]
        self.endResetModel()

    def article(self, number: int) -> ArticlePlan:
        return self._listed[number]

    def row(self, number: int) -> Row:
        one, tick = self._listed[number], self.picks.state(self._listed[number])
        name = one.title or tr("Without a title")
        return Row(name, _counted(one), _shelved(one), tick, quiet=tick is None)

    def turn(self, number: int) -> None:
        self.picks.turn(self._listed[number])
        self.tell_ticked()

    def turn_all(self) -> None:
        self.picks.turn_all()
        self.tell_ticked()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._listed)


def _shelved(one: ArticlePlan) -> str:
    """Say what becomes of an article itself, in a word or two."""
    if one.state == "new":
        return tr("New")
    if one.state == "away":
        return tr("Comes back") if news(one.counts) else tr("Taken away here")
    if one.text is not None:
        return tr("Two texts")
    if one.other_text:
        return tr("Another text")
    return tr("Another page") if one.paged else ""


def _counted(one: ArticlePlan) -> str:
    """Say it: "3 new, 1 changed by both, 2 the same"."""
    told = ((getattr(one.counts, name), said) for name, said in COUNTED.items())
    many = tr(", ").join(f"{number:,} {tr(said)}" for number, said in told if number)
    return many or tr("No highlights")


class MarkRows(TickModel):
    """The highlights of one article that a filter lists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picks = Picks(())
        self._article: ArticlePlan | None = None
        self._all: Sequence[Mark] = ()
        self._listed: Sequence[Mark] = ()

    def clear(self) -> None:
        self.beginResetModel()
        self._article, self._all, self._listed = None, (), ()
        self.endResetModel()

    def show(
        self, article: ArticlePlan, marks: Sequence[Mark], picks: Picks, wanted: Filter
    ) -> None:
        self.beginResetModel()
        self._article, self._all, self._picks = article, marks, picks
        self._listed = [one for one in marks if lists_mark(wanted, one)]
        self.endResetModel()

    def mark(self, number: int) -> Mark:
        return self._listed[number]

    def row(self, number: int) -> Row:
        one = self._listed[number]
        same = one.plan.state is State.SAME
        chip = tr("Comes back") if one.returns else tr(STATES[one.plan.state])
        loud = one.plan.state is State.CONFLICT
        return Row(
            unstarred(one.plan.quote), _by(one), chip, self._tick(one), quiet=same, loud=loud
        )

    def _tick(self, one: Mark) -> Qt.CheckState | None:
        if one.plan.state is State.SAME or self._article is None:
            return None
        return ON if self._picks.wants(self._article, one) else OFF

    def turn(self, number: int) -> None:
        one = self._listed[number]
        self._turn([one], wanted=self._tick(one) is not ON)

    def turn_all(self) -> None:
        wanted = any(self._tick(one) is OFF for one in self._listed)
        self._turn(self._listed, wanted=wanted)

    def _turn(self, marks: Sequence[Mark], *, wanted: bool) -> None:
        if self._article is not None:
            self._picks.turn_marks(self._article, marks, self._all, wanted=wanted)
            self.tell_ticked()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._listed)


def _by(one: Mark) -> str:
    """Say who made a highlight, and how its note begins where there is one to take."""
    notes = [each for each in one.plan.fields if each.field == "note"]
    note = (notes[0].theirs or "").strip() if notes else ""
    return " · ".join(filter(None, (one.plan.author or tr("Somebody"), _as_read(note))))


def _as_read(note: str) -> str:
    return " ".join(unmarked(link.plain(note[:400]))[0].split())[:200]


class PairRows(Choices[Alike]):
    """Tags of both libraries that could be one; none is, until it is ticked."""

    def show(self, pairs: Sequence[Alike]) -> None:
        self.offer(pairs, [False] * len(pairs))

    def wanted(self) -> tuple[Alike, ...]:
        return tuple(self.chosen())

    def row(self, number: int) -> Row:
        pair = self._offered[number]
        uses = tr("{uses:,} there").format(uses=pair.theirs.uses)
        words = f"{pair.ours.path} = {pair.theirs.path}"
        return Row(words, "", uses, self.tick(number), calm=True)


def how_many(plan: Plan, wanted: Filter) -> int:
    """Count the highlights that a filter lists."""
    counts = plan.counts
    return {
        Filter.NEWS: news(counts),
        Filter.NEW: counts.new,
        Filter.CONFLICTS: counts.conflicts,
        Filter.CHANGED: counts.changed,
        Filter.DELETED: counts.deleted,
        Filter.ALL: news(counts) + counts.same,
    }[wanted]

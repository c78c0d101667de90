"""The tags kept in memory are those on the disk, whatever deed came between, and whoever did it."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core import annotate
from core.annotate import vocabulary
from core.change import Change, Edit, Record
from core.check import check
from core.errors import MeipiError
from core.library import Library, Reader
from core.model import Highlight, Tag
from tests.given import ANNA, BEN, made
from tests.store import said

ARTICLE = made("稀土", "One claim", "Another claim")
PATHS = ("claim", "claim/forecast", "claim/forecast/long", "矿产", "b 9", "b 10", "claim b")


class Vocabulary(RuleBasedStateMachine):
    """Two readers, who put one vocabulary in order by turns."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.meipi"
        self.anna, self.ben = Library(self.path, ANNA), Library(self.path, BEN)
        self.anna.commit(self.anna.add([ARTICLE]).change)
        for _ in range(3):
            self.anna.commit(annotate.highlight(said.passage(ARTICLE)))

    def teardown(self) -> None:
        self.anna.close()
        self.ben.close()
        self.folder.cleanup()

    @invariant()
    def both_know_the_tags_that_there_are(self) -> None:
        with Reader(self.path) as fresh:
            there = fresh.tags()
        assert self.anna.tags() == there

    def do(self, make: Callable[[Library], Change], data: st.DataObject) -> None:
        library = data.draw(st.sampled_from((self.anna, self.ben)))
        try:
            library.commit(make(library))
        except MeipiError:
            return

    def marks(self, data: st.DataObject) -> list[Highlight]:
        there = [placed.highlight for placed in self.anna.annotated(ARTICLE.id).placed]
        return data.draw(st.lists(st.sampled_from(there), unique_by=_id)) if there else []

    def one(self, data: st.DataObject) -> Tag | None:
        there = self.anna.tags()
        return data.draw(st.sampled_from(there)) if there else None

    @rule(path=st.sampled_from(PATHS), data=st.data())
    def tag(self, path: str, data: st.DataObject) -> None:
        marks = self.marks(data)
        self.do(lambda library: annotate.tag(marks, path, library.tags()), data)

    @rule(data=st.data())
    def untag(self, data: st.DataObject) -> None:
        marks, one = self.marks(data), self.one(data)
        if one:
            self.do(lambda _: annotate.untag(marks, one.id), data)

    @rule(path=st.sampled_from(PATHS), data=st.data())
    def rename(self, path: str, data: st.DataObject) -> None:
        if one := self.one(data):
            self.do(lambda library: vocabulary.rename(one, path, library.tags()), data)

    @rule(zh=st.sampled_from(("", "预测")), data=st.data())
    def describe(self, zh: str, data: st.DataObject) -> None:
        if one := self.one(data):
            self.do(lambda _: vocabulary.describe(one, zh=zh), data)

    @rule(names=st.sets(st.sampled_from(("guess", "🙂"))), data=st.data())
    def call(self, names: set[str], data: st.DataObject) -> None:
        if one := self.one(data):
            self.do(lambda library: vocabulary.call(one, names, library.tags()), data)

    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        keep, drop = self.one(data), self.one(data)
        if keep and drop and keep.id != drop.id:
            used = self.anna.tagged(drop.id)
            self.do(lambda library: vocabulary.join(keep, drop, used, library.tags()), data)

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        if one := self.one(data):
            known = self.anna.tags()
            below = vocabulary.family(one, known)
            used = {use.id: use for each in below for use in self.anna.tagged(each.id)}
            self.do(lambda _: vocabulary.remove(one, used.values(), known), data)

    @rule(data=st.data())
    def remove_highlights(self, data: st.DataObject) -> None:
        marks = self.marks(data)
        self.do(lambda _: annotate.remove(marks), data)

    @precondition(lambda self: self.anna.count())
    @rule()
    def take_the_article_away_and_bring_it_back(self) -> None:
        self.anna.commit(annotate.take_away([ARTICLE.id]))
        self.both_know_the_tags_that_there_are()
        self.ben.undo()

    @rule()
    def undo(self) -> None:
        past = self.anna.undoable()
        if past and past.name != "import":
            self.anna.undo()

    @rule()
    def redo(self) -> None:
        past = self.ben.redoable()
        if past and past.name != annotate.take_away([ARTICLE.id]).name:
            self.ben.redo()


def _id(one: Highlight) -> str:
    return one.id


Vocabulary.TestCase.settings = settings(
    max_examples=12 * int(os.environ.get("MEIPI_SOAK", "1")),
    stateful_step_count=30,
    suppress_health_check=list(HealthCheck),
)
test_the_tags_kept_in_memory_are_those_on_the_disk = Vocabulary.TestCase


def test_what_stands_below_a_tag_goes_with_its_name(tmp_path: Path) -> None:
    with Library(tmp_path / "a.meipi", ANNA) as anna, Library(tmp_path / "a.meipi", BEN) as ben:
        anna.commit(anna.add([ARTICLE]).change)
        anna.commit(annotate.highlight(said.passage(ARTICLE), tags=("claim/forecast",)))
        claim, _ = anna.tags()
        ben.commit(vocabulary.rename(claim, "guess", ben.tags()))
        assert [tag.path for tag in anna.tags()] == ["guess", "guess/forecast"]


def test_tags_whose_parents_run_in_a_ring_stand_at_the_top(tmp_path: Path) -> None:
    with Library(tmp_path / "a.meipi", ANNA) as anna:
        anna.commit(anna.add([ARTICLE]).change)
        anna.commit(annotate.highlight(said.passage(ARTICLE), tags=("a/b/c",)))
        a, b, _ = anna.tags()
        anna.commit(Change("rename tag", (Edit(Record.TAG, a.id, "parent", None, b.id),)))
        assert [tag.path for tag in anna.tags()] == ["a", "b", "c"]
        assert check(anna.path).findings == ()
        anna.undo()
        assert [tag.path for tag in anna.tags()] == ["a", "a/b", "a/b/c"]
        assert check(anna.path).findings == ()

"""A merge that was undone is merged again: what undo took away comes back, if it is asked for."""

import itertools
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import annotate
from core.annotate import findings
from core.annotate.findings import Draft
from core.change import Change, Edit, Record, Take
from core.check import check
from core.errors import NotFound
from core.finding import Evidence
from core.ident import fresh
from core.library import Library
from core.merge import BackPlan, plan
from core.model import Article, Author, Colour, Highlight
from tests.given import ANNA, BEN, made, passage
from tests.merge.told import conflicts, log, meaning


def backs(anna: Library, ben: Library) -> tuple[BackPlan, ...]:
    return plan(anna.path, ben.path).backs


def again(anna: Library, ben: Library, *, removed: bool = False) -> Change:
    """Merge what is new, and bring back what undo took away, or all that was removed."""
    wanted = frozenset(one.id for one in backs(anna, ben) if one.undone or removed)
    return anna.merge(ben.path, Take(bring_back=wanted))


def undone(anna: Library, ben: Library, mark: str) -> None:
    """Anna merges Ben's library, takes that back, and goes on."""
    anna.merge(ben.path)
    anna.undo()
    anna.commit(annotate.recolour([anna.highlight(mark)], Colour.RED))


def test_what_undo_took_away_is_told_and_comes_back_when_it_is_asked_for(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"), note="his", tags=["矿产"]))
    ben.commit(ben.add([made("另一篇", "Something else")]).change)
    ben.commit(annotate.note(ben.highlight(mark), "better"))
    undone(anna, ben, mark)
    told = {(one.kind, one.name, one.within, one.undone) for one in backs(anna, ben)}
    quote = "10 to 20 years"
    assert told == {
        (Record.HIGHLIGHT, "oxides", rare_earths.title, True),
        (Record.HIGHLIGHT, quote, rare_earths.title, True),
        (Record.ARTICLE, "另一篇", "另一篇", True),
        (Record.TAG, "矿产", "", True),
    }
    assert not anna.merge(ben.path), "nothing comes back unasked"
    before = meaning(anna.path), conflicts(anna.path)
    again(anna, ben)
    assert anna.highlight(new.edits[0].record).note == "his"
    assert (anna.highlight(mark).note, anna.highlight(mark).colour) == ("better", Colour.RED)
    assert conflicts(anna.path) == {}
    assert {card.title for card in anna.cards(anna.order())} == {rare_earths.title, "另一篇"}
    assert "矿产" in {tag.path for tag in anna.tags()}
    assert backs(anna, ben) == ()
    assert not again(anna, ben), "once is enough"
    after = meaning(anna.path), conflicts(anna.path)
    anna.undo()
    assert (meaning(anna.path), conflicts(anna.path)) == before
    anna.redo()
    assert (meaning(anna.path), conflicts(anna.path)) == after
    assert check(anna.path).findings == ()


def test_what_the_reader_wrote_since_stays_beside_what_comes_back(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    anna.merge(ben.path)
    anna.undo()
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    (told,) = backs(anna, ben)
    assert [(one.ours, one.theirs, one.conflict) for one in told.fields] == [("hers", "his", True)]
    again(anna, ben)
    assert conflicts(anna.path) == {(mark, "note"): frozenset({"hers", "his"})}
    anna.undo()
    assert anna.highlight(mark).note == "hers"
    assert conflicts(anna.path) == {}


def test_what_came_back_and_was_settled_is_not_offered_again(
    anna: Library, ben: Library, mark: str
) -> None:
    ben.commit(annotate.note(ben.highlight(mark), "his"))
    undone(anna, ben, mark)
    again(anna, ben)
    anna.commit(annotate.note(anna.highlight(mark), "hers"))
    assert backs(anna, ben) == ()
    anna.undo()
    anna.undo()
    anna.commit(annotate.recolour([anna.highlight(mark)], Colour.BLUE))
    assert [one.id for one in backs(anna, ben)] == [mark]
    again(anna, ben)
    assert anna.highlight(mark).note == "his"


def test_what_was_removed_by_hand_stays_away_unless_it_is_asked_for(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    anna.commit(annotate.remove([anna.highlight(mark)]))
    (told,) = backs(anna, ben)
    assert (told.id, told.undone) == (mark, False)
    assert not again(anna, ben)
    again(anna, ben, removed=True)
    assert anna.highlight(mark).note == "why?"
    anna.undo()
    with pytest.raises(NotFound):
        anna.highlight(mark)
    anna.undo()
    anna.commit(annotate.take_away([rare_earths.id]))
    assert [(one.kind, one.undone) for one in backs(anna, ben)] == [(Record.ARTICLE, False)]
    again(anna, ben, removed=True)
    assert anna.annotated(rare_earths.id).placed[0].highlight.id == mark
    anna.undo()
    assert anna.row(rare_earths.id) is None
    assert check(anna.path).findings == ()


def test_one_that_was_removed_by_hand_after_it_came_back_is_told_as_removed(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    undone(anna, ben, mark)
    again(anna, ben)
    anna.commit(annotate.remove([anna.highlight(new)]))
    assert [(one.id, one.undone) for one in backs(anna, ben)] == [(new, False)]


def test_a_finding_comes_back_with_what_it_rests_on_and_the_article_of_that(
    anna: Library, ben: Library, mark: str
) -> None:
    other = made("另一篇", "Something else")
    ben.commit(ben.add([other]).change)
    place = annotate.highlight(passage(other, "Something"), tags=["矿产"], known=ben.tags())
    rests = ben.commit(place).edits[0].record
    draft = Draft("It is so", (Evidence(rests),))
    finding = ben.commit(findings.find(draft, ben.tags())).records(Record.FINDING)[0]
    undone(anna, ben, mark)
    anna.merge(ben.path, Take(bring_back=frozenset({finding})))
    assert [one.highlight for one in anna.finding(finding).evidence] == [rests]
    assert anna.row(other.id) is not None
    assert "矿产" in {tag.path for tag in anna.tags()}


def test_one_of_two_is_brought_back_alone(
    anna: Library, ben: Library, mark: str, rare_earths: Article
) -> None:
    one, two = (
        ben.commit(annotate.highlight(passage(rare_earths, words))).edits[0].record
        for words in ("oxides", "secure supply chain")
    )
    undone(anna, ben, mark)
    anna.merge(ben.path, Take(bring_back=frozenset({one})))
    assert anna.highlight(one).passage.quote == "oxides"
    with pytest.raises(NotFound):
        anna.highlight(two)


def test_it_comes_back_to_who_merges_with_who_brought_it_back(
    anna: Library, ben: Library, mark: str, rare_earths: Article, tmp_path: Path
) -> None:
    new = ben.commit(annotate.highlight(passage(rare_earths, "oxides"))).edits[0].record
    shutil.copy(ben.path, tmp_path / "sent.meipi")
    undone(anna, ben, mark)
    ben.merge(anna.path)
    with pytest.raises(NotFound):
        ben.highlight(new)
    anna.merge(tmp_path / "sent.meipi", Take(bring_back=frozenset({new})))
    ben.merge(anna.path)
    assert ben.highlight(new).passage.quote == "oxides"
    assert log(anna.path) == log(ben.path)
    assert meaning(anna.path) == meaning(ben.path)


#: What somebody does with a highlight: to one that was removed, nothing.
DEEDS = st.one_of(
    st.tuples(st.just("note"), st.sampled_from(["", "one", "two", "three"])),
    st.tuples(st.just("colour"), st.sampled_from(["red", "blue"])),
    st.tuples(st.just("tag"), st.sampled_from(["claim", "矿产"])),
    st.tuples(st.just("untag"), st.just("")),
    st.tuples(st.just("remove"), st.just("")),
)
MANY = settings(
    max_examples=25 * int(os.environ.get("MEIPI_SOAK", "1")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def act(library: Library, mark: str, deed: tuple[str, str]) -> None:
    try:
        one = library.highlight(mark)
    except NotFound:
        return
    library.commit(_changed(one, *deed, library))


def _changed(one: Highlight, verb: str, what: str, library: Library) -> Change:
    if verb == "note":
        return annotate.note(one, what)
    if verb == "colour":
        return annotate.recolour([one], Colour(what))
    if verb == "tag":
        return annotate.tag([one], what, library.tags())
    if verb == "untag":
        return annotate.untag([one], one.tags[0]) if one.tags else Change("untag", ())
    return annotate.remove([one])


def opened(path: Path, author: Author) -> Library:
    return Library(path, author, itertools.count(1_760_000_000_000, 1000).__next__)


class Apart:
    """Anna and Ben go on from one library: Anna merges, undoes, and goes on; Ben goes on."""

    def __init__(self, folder: str) -> None:
        start, text = Path(folder) / "start.meipi", made("稀土", "10 to 20 years, and oxides")
        with opened(start, ANNA) as library:
            library.commit(library.add([text]).change)
            place = annotate.highlight(passage(text), note="why?", tags=["claim", "矿产"])
            self.mark = library.commit(place).edits[0].record
        self.text, self.start = text, start
        self.anna, self.ben = self.copy("anna", ANNA), self.copy("ben", BEN)

    def copy(self, name: str, author: Author, of: Library | None = None) -> Library:
        source = of.path if of else self.start
        return opened(Path(shutil.copy(source, self.start.with_stem(name))), author)

    def act(self, library: Library, deeds: Iterable[tuple[str, str]]) -> None:
        for deed in deeds:
            act(library, self.mark, deed)

    def said(self, library: Library) -> set[tuple[str, str | None]]:
        """Give what the heads of the highlight say, whether it is shown or not."""
        with closing(sqlite3.connect(library.path)) as connection:
            return set(
                connection.execute(
                    "SELECT h.field, value FROM heads h JOIN revisions USING (rev)"
                    " WHERE h.record = ? AND h.field <> 'removed'",
                    [self.mark],
                )
            )


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[Callable[[], Apart]]:
    """Begin anew, as often as one likes."""
    with ExitStack() as stack:

        def begin() -> Apart:
            one = Apart(stack.enter_context(tempfile.TemporaryDirectory(dir=tmp_path)))
            for library in (one.anna, one.ben):
                stack.callback(library.close)
            return one

        yield begin


SINCE = DEEDS.filter(lambda deed: deed[0] != "remove")


@MANY
@given(
    here=st.lists(DEEDS, max_size=3),
    there=st.lists(SINCE, max_size=4),
    since=st.lists(SINCE, max_size=3),
)
def test_what_comes_back_is_as_if_the_merge_had_come_later(
    apart: Callable[[], Apart],
    here: list[tuple[str, str]],
    there: list[tuple[str, str]],
    since: list[tuple[str, str]],
) -> None:
    two = apart()
    anna, ben = two.anna, two.ben
    two.act(anna, here)
    two.act(ben, there)
    new = ben.commit(annotate.highlight(passage(two.text, "oxides"), note="new")).edits[0].record
    hers = two.said(anna)
    with two.copy("later", ANNA, of=anna) as later:
        two.act(later, since)
        later.merge(ben.path)
        anna.merge(ben.path)
        anna.undo()
        two.act(anna, since)
        anna.commit(later_deed())
        again(anna, ben)
        assert anna.highlight(new).note == "new"
        assert two.said(anna) <= two.said(later)
        assert two.said(later) - two.said(anna) <= hers, "she had said it, too, and thought better"


@MANY
@given(
    here=st.lists(DEEDS, max_size=3),
    there=st.lists(DEEDS, max_size=4),
    since=st.lists(DEEDS, max_size=3),
    more=st.lists(DEEDS, max_size=2),
)
def test_bringing_back_loses_nothing_happens_once_and_is_undone_as_one(
    apart: Callable[[], Apart],
    here: list[tuple[str, str]],
    there: list[tuple[str, str]],
    since: list[tuple[str, str]],
    more: list[tuple[str, str]],
) -> None:
    two = apart()
    anna, ben = two.anna, two.ben
    two.act(anna, here)
    two.act(ben, there)
    anna.merge(ben.path)
    anna.undo()
    two.act(anna, since)
    two.act(ben, more)
    anna.commit(later_deed())
    before = meaning(anna.path), conflicts(anna.path)
    if again(anna, ben, removed=True):
        after = meaning(anna.path), conflicts(anna.path)
        assert backs(anna, ben) == ()
        assert not again(anna, ben, removed=True)
        for turn, told in ((anna.undo, before), (anna.redo, after), (anna.undo, before)):
            turn()
            assert (meaning(anna.path), conflicts(anna.path)) == told
    assert check(anna.path).findings == ()


def later_deed() -> Change:
    """What ends the redo of anything."""
    return Change("search", (Edit(Record.SEARCH, fresh(), "query", None, "oxides"),))

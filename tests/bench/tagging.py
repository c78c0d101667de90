"""What a reader of ten thousand tags waits for: a tag given, found, put in order, counted.

As in `keys`, told is what the main thread works, also where a worker comes back to it; the longest
turn counts. Half of the tags stand below one, as many in trees of three levels, a few on their own.
"""

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from core import annotate
from core.anchor import describe
from core.annotate import vocabulary
from core.annotate.tags import Vocabulary
from core.change import Change, Edit, Record
from core.library import Library
from core.model import Colour, Kind
from gui.tags import TagPopup
from tests.bench.keys import Hand, opened, rest, timed
from tests.bench.timing import Result, work
from tests.generate import articles
from tests.given import ANNA

ARTICLES, MARKS, BELOW = 2_000, 20_000, 5_000
TIMES = 4
PROMISE, LARGE = 0.05, 0.2
BIG = "关键矿产 critical minerals"


def bench(folder: Path, _size: int) -> Iterator[Result]:
    path = folder / "tags.meipi"
    _fill(path)
    with opened(path) as hand:
        yield from _given(hand)
        yield from _side_bar(hand)
        yield from _list(hand)
        yield from _together(hand)


def _longest(hand: Hand, what: str, *deeds: Callable[[], object]) -> Result:
    """Give the longest turn of the main thread, from deeds until all rests."""
    return timed(f"10,000 tags: {what}", partial(_turns, hand, *deeds), TIMES)


def _turns(hand: Hand, *deeds: Callable[[], object]) -> float:
    def done() -> None:
        for deed in deeds:
            deed()
        hand.app.processEvents()

    return max(work(done), rest(hand.app))


def _given(hand: Hand) -> Iterator[Result]:
    window, desk = hand.window, hand.window.desk
    tree = window.insights.view
    mark = next(iter(tree.annotated.placed)).highlight.id if tree.annotated else ""
    window.choose_highlight(mark)
    rest(hand.app)
    paths = iter([tag.path for tag in desk.reader.tags()][100:])
    new = iter(range(1000))
    yield _longest(hand, "one given", lambda: desk.tag(mark, next(paths)))
    yield _longest(hand, "a new one given", lambda: desk.tag(mark, f"new/{next(new)}"))
    yield _longest(hand, "undo", window.actions_["undo"].trigger)
    yield timed("10,000 tags: T, the field", partial(hand.press, tree, "T"), TIMES)
    window.actions_["tag"].trigger()
    field = window.findChildren(TagPopup)[-1].field
    words = iter("itemfldp" * TIMES)
    yield _longest(hand, "a letter in the field", lambda: field.textEdited.emit(_put(field, words)))
    field.left.emit()


def _put(field: "object", words: Iterator[str]) -> str:
    word = next(words)
    field.setText(word)  # type: ignore[attr-defined]  # a line to write in
    return word


def _side_bar(hand: Hand) -> Iterator[Result]:
    shelving = hand.window.shelving
    bar = shelving.bar
    assert bar is not None
    yield _longest(hand, "the side bar counted anew", shelving._count)
    yield _longest(hand, "all folded, unfolded", lambda: bar.view.turn(bar.model.place("tags")))
    finder = bar.finder
    assert finder is not None
    words = iter("itemfldp" * TIMES)
    yield _longest(hand, "a letter to find one by", lambda: finder.setText(next(words)))
    finder.clear()
    rest(hand.app)


def _list(hand: Hand) -> Iterator[Result]:
    window = hand.window
    tagging, desk = window.tagging, window.desk
    yield timed("10,000 tags: the list opened", partial(_shut, hand, tagging.tags), TIMES)
    tagging.tags()
    dialog = tagging._beside.there
    assert dialog is not None
    words = iter(["item", "field", ""] * TIMES)
    yield _longest(hand, "a letter in the list", lambda: dialog.search.setText(next(words)))
    dialog.search.clear()
    rest(hand.app)
    big = next(tag for tag in desk.reader.tags() if tag.path == BIG)
    colours = iter([*Colour] * TIMES)
    coloured = lambda: tagging._describe(big.id, {"colour": next(colours)})  # noqa: E731
    yield _longest(hand, "one coloured", coloured)
    dialog.close()
    names = iter(range(1000))
    renamed = _longest(hand, "5,000 renamed by one", lambda: _rename(hand, big.id, next(names)))
    yield Result(renamed.what, renamed.ours, None, LARGE)


def _shut(hand: Hand, deed: Callable[[], object]) -> float:
    """Give the longest turn until what a deed opens is there, and close it."""
    spent = _turns(hand, deed)
    hand._tidy()
    return spent


def _rename(hand: Hand, tag: str, number: int) -> None:
    known = hand.window.desk.reader.tags()
    one = next(each for each in known if each.id == tag)
    hand.window.desk.commit(lambda: vocabulary.rename(one, f"renamed {number}", known))


def _together(hand: Hand) -> Iterator[Result]:
    verb = hand.window.together
    yield timed(
        "10,000 tags: those together opened", partial(_shut, hand, verb.tags_together), TIMES
    )
    verb.tags_together()
    rest(hand.app)
    dialog = verb._beside.there
    assert dialog is not None
    words = iter(["item", "field", ""] * TIMES)
    yield _longest(hand, "a letter among pairs", lambda: _found(dialog.search, words, verb))
    yield _longest(hand, "pairs sorted", lambda: dialog._sort(0), verb._arrange)
    views = iter([dialog.as_square, dialog.as_table] * TIMES)
    yield _longest(hand, "the square, or the table", lambda: next(views).setChecked(True))
    hand._tidy()


def _found(search: "object", words: Iterator[str], verb: "object") -> None:
    search.setText(next(words))  # type: ignore[attr-defined]
    verb._arrange()  # type: ignore[attr-defined]  # what waits for a pause in typing


def _fill(path: Path) -> None:
    """Make a library of ten thousand tags, and marks that have two each."""
    chance, words = random.Random(1), Vocabulary(())
    tags = [words.find_or_make(one) for one in _paths()]
    some = list(articles(ARTICLES))
    places = [(one, node) for one in some for node in one.edition.nodes if node.kind is Kind.CLAIM]
    edits = list(words.made)
    for number in range(MARKS):
        article, node = places[number % len(places)]
        mark = annotate.highlight(describe(article, node.position, 0, 8))
        these = {chance.choice(tags), chance.choice(tags[:50])}
        made = mark.edits[0].record
        edits += mark.edits
        edits += (Edit(Record.HIGHLIGHT, made, f"tag:{tag}", None, "1") for tag in these)
    with Library(path, ANNA) as library:
        library.commit(library.add(some).change)
        library.commit(Change("highlight", tuple(edits)))


def _paths() -> Iterator[str]:
    for number in range(4_000):
        top, middle, last = number // 200, number // 10 % 20, number % 10
        yield f"topic {top:02}/field {top:02}.{middle:02}/预测 {top:02}.{middle:02}.{last}"
    for number in range(BELOW):
        yield f"{BIG}/item {number:04} 稀土"
    for number in range(580):
        yield f"flat {number} 一个很长的中文标签名字 with a long English name {number}"

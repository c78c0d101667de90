"""What has no key, in a large library: every command that is in a menu alone, another order of the
list and deeds in it, all articles chosen, and claims collected across articles.

Told is what the main thread works, as in `keys`; of what a worker does, the longest turn of the
main thread.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from core import annotate
from core.anchor import describe
from core.change import Change
from core.library import Library
from core.model import Colour, Kind
from gui.commands import Command, commands
from tests.bench.keys import Hand, opened, rest, timed
from tests.bench.libraries import filled
from tests.bench.timing import Result
from tests.bench.timing import work as worked
from tests.generate import articles
from tests.given import ANNA

#: They close the window and open another.
NOT_HERE = ("language_system", "language_en", "language_zh")
CLAIMS = 10_000
STILL = 0.1  # seconds
FEW = 5  # times that an order is worked out, which takes a second or two beside the window


def bench(folder: Path, size: int) -> Iterator[Result]:
    path = Path(shutil.copy(filled(folder, size), folder / "menus.meipi"))
    with opened(path) as hand:
        for command in commands():
            if not command.keys and command.name not in NOT_HERE:
                yield _of_a_menu(hand, command)
        yield from _deeds(hand)
    _mark_all(path)
    with opened(path) as hand:
        yield Result(f"longest turn, {CLAIMS:,} claims collected", _collected(hand), None, STILL)
        tree = hand.window.insights.view
        for what, deed in (
            ("all chosen", tree.pick_all),
            ("one no longer", lambda: tree.pick_too(tree._rows.claims()[5])),
            ("none any more", tree.pick_none),
        ):
            spent = worked(lambda deed=deed: (deed(), hand.app.processEvents()))  # type: ignore[misc]
            yield Result(f"{what}, of {CLAIMS:,} claims", spent, None, STILL)
    path.unlink()


def _of_a_menu(hand: Hand, command: Command) -> Result:
    what = command.words.rstrip("…")
    if command.group in ("group", "sort"):
        return timed(what, partial(_ordered, hand, command.name), FEW)
    done = timed(what, partial(hand.until_painted, hand.window.actions_[command.name].trigger))
    return replace(done, promise=STILL) if command.group == "theme" else done


def _ordered(hand: Hand, name: str) -> float:
    """Give the longest turn until the list stands in another order than the usual one."""
    for usual in ("group_none", "sort_date"):
        hand.window.actions_[usual].trigger()
        rest(hand.app)
    return _to_rest(hand, hand.window.actions_[name].trigger)


def _deeds(hand: Hand) -> Iterator[Result]:
    """Take one article out of the list, or put one in, in several states of it."""
    window = hand.window
    new = articles(1000, seed=4711)
    arrives = partial(_to_rest, hand, lambda: window.desk.add([next(new)]))
    away = partial(_to_rest, hand, window.actions_["take_away"].trigger)
    for name in ("sort_date", "sort_title"):
        for order in ("group_none", name):
            window.actions_[order].trigger()
        rest(hand.app)
        yield timed(f"an article arrives, {name}", arrives)
        yield timed(f"one is taken away, {name}", away)
    window.actions_["sort_date"].trigger()
    window.articles.search.setText("is:unread")
    rest(hand.app)
    yield timed("an article arrives, unread ones shown", arrives)
    window.articles.search.clear()
    window.articles.list.selectAll()
    yield timed("an article arrives, all chosen", arrives)


def _to_rest(hand: Hand, deed: Callable[[], object]) -> float:
    """Give the longest turn: until it is seen, or of what comes of it later."""
    return max(worked(lambda: (deed(), hand.app.processEvents())), rest(hand.app))


def _mark_all(path: Path) -> None:
    """Highlight so many claims, as one deed."""
    with Library(path, ANNA) as library:
        some = (library.article(card.id) for card in library.cards(library.order()[:CLAIMS]))
        claims = (
            (one, node.position)
            for one in some
            for node in one.edition.nodes
            if node.kind is Kind.CLAIM
        )
        marks = (
            annotate.highlight(describe(one, at, 0, 8), Colour.YELLOW)
            for one, at in islice(claims, CLAIMS)
        )
        library.commit(Change("highlight", tuple(edit for one in marks for edit in one.edits)))


def _collected(hand: Hand) -> float:
    """Collect all that is highlighted, to the last article."""
    pane = hand.window.insights
    hand.window.collecting.show("is:highlighted")
    longest = rest(hand.app)
    hand.window.collecting._of[pane].rest()
    while len(pane.view._rows.claims()) < CLAIMS:
        longest = max(longest, rest(hand.app))
    return longest

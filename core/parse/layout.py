"""Things to articles: which title and time belong to which body, before it or after it.

On list pages title, source and time stand before the summary; on article pages often after it; and
several pages may be pasted in a row. So tops are paired with the bodies beside them with the least
strain over the whole page. What is neither is kept with the article it stands by.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

from core.parse.things import Body, Furniture, Loose, Thing, Top

_ALONE = {"body": 2.0, "raw": 1.0, "top": 4.0}
_SCRAP = 200  # characters
_GAP, _AFTER, _LIST_AFTER, _SCANT = 3.0, 1.0, 9.0, 9.0


@dataclass(slots=True)
class Found:
    """One article as it lies on the page; `loose` is text beside it that no rule could place.

    `page` is the page's name.
    """

    top: Top | None = None
    body: Body | None = None
    loose: list[str] = field(default_factory=list)
    page: str = ""

    def undated(self) -> list[str]:
        """Give the time over it that names no day, if one stands there: so it is kept as text."""
        return [self.top.meta.said] if self.top and self.top.meta and self.top.meta.said else []

    def words(self) -> list[str]:
        """Give all its lines."""
        title = [self.top.title] if self.top and self.top.title else []
        body = [line.text for line in self.body.lines] if self.body else []
        return [*title, *body, *self.loose]

    def is_scrap(self) -> bool:
        """Tell whether it is too little, and too plain, to be an article."""
        if (self.top and self.top.meta) or (self.body and not self.body.raw):
            return False
        return sum(map(len, self.words())) < _SCRAP


def lay_out(things: Iterable[Thing]) -> list[Found]:
    """Make articles of a page's things, in order."""
    found: list[Found] = []
    run: list[Thing] = []
    page = ""
    for thing in (*things, Furniture()):
        if not isinstance(thing, Furniture):
            run.append(thing)
            continue
        if run:
            _Pairing(found, page).pair(run)
            run = []
        page = page if thing.page is None else thing.page
    return _without_scraps(found)


def _without_scraps(found: list[Found]) -> list[Found]:
    """Keep a few words of the site itself with the article beside them, not as one of their own."""
    kept, waiting = list[Found](), list[str]()
    for one in found:
        if one.is_scrap() and len(found) > 1:
            waiting += one.words()
        else:
            one.loose += waiting
            kept.append(one)
            waiting = []
    if waiting and kept:
        kept[-1].loose += waiting
    return kept or found


class _Pairing:
    """One stretch of a page between two pieces of its furniture."""

    def __init__(self, found: list[Found], page: str) -> None:
        self._found, self._page = found, page
        self._begun = len(found)
        self._waiting: list[str] = []  # loose text before the first article

    def pair(self, run: Sequence[Thing]) -> None:
        parts = [thing for thing in run if isinstance(thing, (Body, Top))]
        pairs = iter(_pairs(parts))
        skip = False
        for thing in run:
            if isinstance(thing, Loose):
                self._keep(thing.lines)
            elif skip:
                skip = False
            else:
                skip = self._begin(next(pairs))
        if self._waiting:
            self._found.append(Found(loose=self._waiting, page=self._page))

    def _begin(self, pair: tuple[Body | Top, ...]) -> bool:
        """Begin an article; tell whether it took two things. A title of nobody's is loose."""
        top = next((thing for thing in pair if isinstance(thing, Top)), None)
        body = next((thing for thing in pair if isinstance(thing, Body)), None)
        if body is None and top is not None and top.meta is None:
            self._keep([top.title])
        elif body is not None and body.raw and top is None and len(self._found) > self._begun:
            self._keep([line.text for line in body.lines])
        else:
            self._found.append(Found(top, body, self._waiting, self._page))
            self._waiting = []
        return len(pair) > 1

    def _keep(self, lines: Iterable[str]) -> None:
        if len(self._found) > self._begun:
            self._found[-1].loose.extend(lines)
        else:
            self._waiting.extend(lines)


def _pairs(parts: Sequence[Body | Top]) -> list[tuple[Body | Top, ...]]:
    """Part a row of tops and bodies into ones and twos, with the least strain over all."""
    costs, sizes = [0.0], [0]
    for place, part in enumerate(parts):
        alone = costs[place] + _alone(part)
        paired = costs[place - 1] + _strain(parts[place - 1], part) if place else inf
        costs.append(min(alone, paired))
        sizes.append(2 if paired < alone else 1)
    pairs = []
    end = len(parts)
    while end:
        pairs.append(tuple(parts[end - sizes[end] : end]))
        end -= sizes[end]
    return pairs[::-1]


def _alone(part: Body | Top) -> float:
    if isinstance(part, Top):
        return _ALONE["top"]
    return _ALONE["raw" if part.raw else "body"]


def _strain(first: Body | Top, second: Body | Top) -> float:
    """Say how ill two neighbours go together as one article."""
    if isinstance(first, Top) and isinstance(second, Body):
        if first.meta is not None and first.meta.of_list:
            return 0.0
        return 0.0 if second.gap else 1.0
    if isinstance(first, Body) and isinstance(second, Top):
        strain = _AFTER + _GAP * second.gap + _SCANT * first.is_scant()
        listed = second.meta is not None and second.meta.of_list
        return strain + _LIST_AFTER if listed else strain
    return inf

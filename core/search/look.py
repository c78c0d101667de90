"""An article that was found, looked into: which of its rows say what is wanted, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.search.marks import Hay, Span, joined, snippet
from core.search.wanted import Known
from core.store.found import Doc, Shown
from core.store.needle import Needle, Want

#: So many rows of an article are given, the best of them.
ROWS = 3
#: What an article gains that says all in one row, in words side by side, and where a reader marked
#: one of its best rows.
TOGETHER, CLOSE, MARKED = 1.5, 1.0, 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an article that was found. `node` is its place in the tree; a title has none.

    `kind` is title, source, note, tag, or that of the node. `marks` are places in the text,
    `snippet_marks` in the snippet: code points, the end not included. `why` says how words came in
    that were not typed ("稀土 → rare earth"). Of a note or tag, `highlight` is whose it is.
    """

    node: int | None
    kind: str
    text: str
    marks: tuple[Span, ...]
    snippet: str
    snippet_marks: tuple[Span, ...]
    why: tuple[str, ...]
    score: float
    highlight: str = ""


class Place(NamedTuple):
    """A text of an article: where it stands, and whose it is."""

    node: int | None
    kind: str
    text: str
    highlight: str = ""
    tag: str = ""


class Told:
    """What stands in one text of an article."""

    __slots__ = ("parts", "spans", "why")

    def __init__(self, wants: int) -> None:
        self.spans: list[Span] = []
        self.why: dict[str, None] = {}
        self.parts = [0.0] * wants

    @property
    def score(self) -> float:
        return sum(self.parts)


#: Another name counts for so much of what was typed.
MEANT = 0.9


class Looked:
    """An article that was found, looked into: all of its texts at once, for most say nothing."""

    def __init__(self, doc: Doc, shown: Shown, wants: Sequence[Want], known: Known) -> None:
        self.doc, self.shown, self._wants, self._known = doc, shown, wants, known
        self._places = list(_places(shown, known))
        self._hay = Hay([place.text for place in self._places], known.own)
        self._told = dict[int, Told]()
        for number, want in enumerate(wants):
            self._look_for(number, want)
        self._best = sorted(self._told, key=lambda at: (-self._told[at].score, at))
        self.score = doc.score + self._bonus()

    def _look_for(self, number: int, want: Want) -> None:
        share = 1 / len(want.literal) if want.literal else 0.0
        for group in want.literal:
            seen = {at for one in group for at in self._note(one)}
            for at in seen:
                self._told[at].parts[number] += share
        for one in want.meanings:
            for at in self._note(one):
                self._mean(self._told[at], number, one.why)
        for at, place in enumerate(self._places) if want.tags else ():
            if place.tag in want.tags:
                self._at(at).parts[number] = 1.0

    def _note(self, needle: Needle) -> set[int]:
        """Note where a needle stands; give the places."""
        seen = set[int]()
        for at, start, end in self._hay.spans(needle):
            if not needle.field or needle.field == self._places[at].kind:
                self._at(at).spans.append((start, end))
                seen.add(at)
        return seen

    def _at(self, place: int) -> Told:
        told = self._told.get(place)
        if told is None:
            told = self._told[place] = Told(len(self._wants))
        return told

    @staticmethod
    def _mean(told: Told, number: int, why: str) -> None:
        """Note another name, and its reason where what was typed is not there as a whole."""
        told.parts[number] = max(told.parts[number], MEANT)
        if told.parts[number] == MEANT:
            told.why[why] = None

    def _bonus(self) -> float:
        """Give what it gains by all that stands in one place, and by a mark there."""
        if not self._best:
            return 0.0
        best = self._told[self._best[0]].score
        together = len(self._wants) > 1 and best > len(self._wants) * MEANT - 0.01
        close = together and self._is_close(self._told[self._best[0]])
        marked = any(self._places[at].node in self.shown.marked for at in self._best[:ROWS])
        return TOGETHER * together + CLOSE * close + MARKED * marked

    def _is_close(self, told: Told) -> bool:
        """Tell whether as many words stand side by side as are wanted."""
        row, end = 0, -2
        for start, stop in sorted(told.spans):
            row = row + 1 if 0 <= start - end <= 1 else 1
            end = stop
            if row == len(self._wants):
                return True
        return False

    @property
    def many(self) -> int:
        """Count the texts that say some of it."""
        return len(self._told)

    def rows(self) -> tuple[Row, ...]:
        """Give the best rows, the best first and of equals in reading order."""
        return tuple(self._row(at) for at in self._best[:ROWS])

    def _row(self, at: int) -> Row:
        place, told = self._places[at], self._told[at]
        marks = joined(self._hay.outward(at, told.spans))
        said = (place.text, marks, *snippet(place.text, marks), tuple(told.why))
        return Row(place.node, place.kind, *said, round(told.score, 2), place.highlight)


def _places(shown: Shown, known: Known) -> Iterator[Place]:
    """Give the texts of an article in reading order."""
    yield Place(None, "title", shown.title)
    if shown.source:
        yield Place(None, "source", shown.source)
    yield from map(Place._make, ((*node, "", "") for node in shown.nodes))
    for highlight, node, note in shown.notes:
        yield Place(node, "note", note, highlight)
    paths = {tag.id: tag.path for tag in known.tags} if shown.tags else {}
    for highlight, node, tag in shown.tags:
        yield Place(node, "tag", paths.get(tag, ""), highlight, tag)

"""An article that was found, looked into: which of its rows say what is wanted, and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from core.search.marks import Hay, Span, joined, snippet
from core.search.wanted import Known
from core.store.found import Doc, Shown
from core.store.needle import Needle, Want
from core.words import Own

#: So many rows of an article are given, the best of them.
ROWS = 3
#: What an article gains that says all in one row, in words side by side, and where a reader marked
#: one of its best rows.
TOGETHER, CLOSE, MARKED = 1.5, 1.0, 1.0


class Row(NamedTuple):
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
    """A text of an article: where it stands, and whose it is.

    It begins as a row of `Shown.nodes`, so that very many of them need not be made places.
    """

    doc: int
    node: int | None
    kind: str
    text: str
    highlight: str = ""
    tag: str = ""


KIND: Final = 2
TEXT: Final = 3
Node = tuple[int, int, str, str]
#: Another name counts for so much of what was typed.
MEANT = 0.9


class Page:
    """The texts of the articles that were found, looked through all at once: most say nothing.

    By the place of a text, for those that say something: where in it, how well, and by which names.
    """

    def __init__(
        self, articles: Sequence[Sequence[Place | Node]], wants: Sequence[Want], own: Own
    ) -> None:
        self._places = [place for places in articles for place in places]
        self.hay = Hay([[place[TEXT] for place in places] for places in articles], own)
        self.spans = dict[int, list[Span]]()
        self.scores = dict[int, float]()
        self.why = dict[int, dict[str, None]]()
        for want in wants:
            for at, part in self._parts(want).items():
                self.scores[at] = self.scores.get(at, 0.0) + part

    def place(self, at: int) -> Place:
        return Place(*self._places[at])

    def _parts(self, want: Want) -> dict[int, float]:
        """Give how much of what is wanted each place says, from 0 to 1."""
        parts, share = dict[int, float](), 1 / (len(want.literal) or 1)
        for group in want.literal:
            for at in {at for one in group for at in self._note(one)}:
                parts[at] = parts.get(at, 0.0) + share
        for one in want.meanings:
            for at in self._note(one):
                if parts.setdefault(at, MEANT) <= MEANT:
                    parts[at] = MEANT
                    self.why.setdefault(at, {})[one.why] = None
        for at, place in enumerate(self._places) if want.tags else ():
            if isinstance(place, Place) and place.tag in want.tags:
                parts[at] = 1.0
        return parts

    def _note(self, needle: Needle) -> set[int]:
        """Note where a needle stands; give the places."""
        seen, spans, field = set[int](), self.spans, needle.field
        for at, start, end in self.hay.spans(needle):
            if field and field != self._places[at][KIND]:
                continue
            if at in spans:
                spans[at].append((start, end))
            else:
                spans[at] = [(start, end)]
            seen.add(at)
        return seen


class Looked:
    """An article that was found, looked into: its score, and which of its rows say it best."""

    def __init__(
        self, doc: Doc, shown: Shown, page: Page, places: Iterable[int], wants: Sequence[Want]
    ) -> None:
        self.doc, self.shown, self._page = doc, shown, page
        self._all, self._words = len(wants), sum(len(want.literal) or 1 for want in wants)
        self._best = sorted(places, key=page.scores.__getitem__, reverse=True)
        self.score = doc.score + self._bonus()

    def _bonus(self) -> float:
        """Give what it gains by all that stands in one place, and by a mark there."""
        if not self._best:
            return 0.0
        best, page = self._best[0], self._page
        together = self._words > 1 and page.scores[best] > self._all * MEANT - 0.01
        close = together and _is_close(page.spans.get(best, ()), self._words)
        nodes = (page.place(at).node for at in self._best[:ROWS])
        marked = bool(self.shown.marked) and not self.shown.marked.isdisjoint(nodes)
        return TOGETHER * together + CLOSE * close + MARKED * marked

    @property
    def many(self) -> int:
        """Count the texts that say some of it."""
        return len(self._best)

    def rows(self) -> tuple[Row, ...]:
        """Give the best rows, the best first and of equals in reading order."""
        return tuple(map(self._row, self._best[:ROWS]))

    def _row(self, at: int) -> Row:
        page, place = self._page, self._page.place(at)
        marks = joined(page.hay.outward(at, page.spans.get(at, ())))
        said = (place.text, marks, *snippet(place.text, marks), tuple(page.why.get(at, ())))
        return Row(place.node, place.kind, *said, round(page.scores[at], 2), place.highlight)


def _is_close(spans: Iterable[Span], words: int) -> bool:
    """Tell whether as many words stand side by side as are wanted."""
    row, end = 0, -2
    for start, stop in sorted(spans):
        row = row + 1 if 0 <= start - end <= 1 else 1
        end = stop
        if row == words:
            return True
    return False


def look(
    docs: Sequence[Doc], shown: Mapping[int, Shown], wants: Sequence[Want], known: Known
) -> list[Looked]:
    """Look into the articles that are shown of these."""
    kept = [doc for doc in docs if doc.doc in shown]
    articles = [list(_places(shown[doc.doc], known)) for doc in kept]
    page, looked, first = Page(articles, wants, known.own), list[Looked](), 0
    for doc, places in zip(kept, articles, strict=True):
        last = first + len(places)
        there = [at for at in range(first, last) if at in page.scores]
        looked.append(Looked(doc, shown[doc.doc], page, there, wants))
        first = last
    return looked


def _places(shown: Shown, known: Known) -> Iterator[Place | Node]:
    """Give the texts of an article in reading order."""
    yield Place(0, None, "title", shown.title)
    if shown.source:
        yield Place(0, None, "source", shown.source)
    yield from shown.nodes
    for highlight, node, note in shown.notes:
        yield Place(0, node, "note", note, highlight)
    paths = {tag.id: tag.path for tag in known.tags} if shown.tags else {}
    for highlight, node, tag in shown.tags:
        yield Place(0, node, "tag", paths.get(tag, ""), highlight, tag)

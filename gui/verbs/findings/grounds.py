"""What a finding rests on, or would rest on: passages chosen in the text, and where they stand.

Nothing is committed here; what is written on them is `gathering`'s.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.anchor import describe
from core.annotate.several import targets
from core.errors import NotFound
from core.finding import Bearing, Finding
from core.library import Reader
from core.model import Annotated, Article, Body, Colour, Highlight, Passage, Placed
from core.quantity import Quantity, quantities
from gui.highlights.finding.shown import Cited, Read
from gui.insights import counted
from gui.insights.counted import published
from gui.tongue import tr
from gui.tongue.days import day_words

if TYPE_CHECKING:
    from gui.insights.view import InsightView


@dataclass(frozen=True, slots=True)
class Ground:
    """A passage that is evidence or would be; `highlight` is "" while it is not highlighted."""

    passage: Passage
    highlight: str = ""
    colour: Colour = Colour.YELLOW
    bearing: Bearing = Bearing.SUPPORTS

    @property
    def key(self) -> str:
        return self.highlight or self.place

    @property
    def place(self) -> str:
        at = self.passage
        return f"{at.edition}:{at.node}:{at.start}:{at.end}"


# What is chosen


def chosen(view: "InsightView", highlights: Sequence[str]) -> tuple[Ground, ...]:
    """Give what a finding would rest on now.

    That is the highlights or claims selected side by side, else the quantity pointed at, the words
    chosen, the highlight chosen, the quantity the caret stands in, or the whole claim.
    """
    annotated, counting = view.annotated, view.counting()
    if annotated is None:
        return ()
    apart = len(highlights) > 1
    if view.picked() and not apart:
        return tuple(_claims(view))
    if counting and not apart and (view.pointed() or not (view.has_words() or highlights)):
        start, end = counting.quantity.start, counting.quantity.end
        passage = describe(annotated.article, view.node_of(counting.position), start, end)
        return (_ground(annotated, passage),)
    if highlights and (apart or not view.has_words()):
        return tuple(_marked(p) for p in annotated.placed if p.highlight.id in highlights)
    passage_here = view.passage()
    return (_ground(annotated, passage_here),) if passage_here else ()


def _claims(view: "InsightView") -> Iterator[Ground]:
    """Take every claim chosen, or what is highlighted of it."""
    for row in view.picked():
        annotated = view.annotated_at(row)
        for target in targets(annotated, (view.node_of(row),)) if annotated else ():
            yield marked(target) if isinstance(target, Highlight) else Ground(target)


def _ground(annotated: Annotated, passage: Passage) -> Ground:
    """Take the highlight of the very same words where there is one."""
    span = passage.node, passage.start, passage.end
    same = (p for p in annotated.placed if (p.node, p.start, p.end) == span)
    return next((_marked(placed) for placed in same), Ground(passage))


def _marked(placed: Placed) -> Ground:
    return marked(placed.highlight)


def marked(one: Highlight, bearing: Bearing = Bearing.SUPPORTS) -> Ground:
    return Ground(one.passage, one.id, one.colour, bearing)


# Where they stand


class Sources:
    """The articles that passages stand in, each looked up once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, Article | None] = {}

    def article(self, ground: Ground) -> Article | None:
        """Give the article of a passage; None where it was taken off the shelf."""
        one = ground.passage.article
        if one not in self._known:
            try:
                self._known[one] = self._reader.article(one)
            except NotFound:
                self._known[one] = None
        return self._known[one]

    def claim(self, ground: Ground) -> tuple[Article, int] | None:
        """Give the article and the row of a passage; None where another text is shown now."""
        article, at = self.article(ground), ground.passage
        return (article, at.node) if article and article.edition.id == at.edition else None

    def text(self, ground: Ground) -> str:
        """Give the text of the claim a passage stands in; of another edition, the passage."""
        claim = self.claim(ground)
        if claim is None:
            return ground.passage.quote
        article, position = claim
        return article.edition.nodes[position].text

    def read(self, ground: Ground) -> list[Read]:
        """Give the quantities of the claim a passage stands in, those of the passage first.

        There are none until they can be read without a wait.
        """
        article, text = self.article(ground), self.text(ground)
        is_sound = article is not None and article.edition.body is not Body.DAMAGED
        if article is None or not is_sound or not counted.is_loaded():
            return []
        found = sorted(quantities(text), key=lambda one: not overlaps(one, ground, text))
        return [Read(one, text, published(article)) for one in found]

    def cited(self, ground: Ground) -> Cited:
        article, at = self.article(ground), ground.passage
        title = article.title if article else tr("This article was taken away.")
        origin = " · ".join(filter(None, (_when(article), title)))
        return Cited(ground.key, at.quote, origin, ground.bearing, ground.colour, bool(article))


def _when(article: Article | None) -> str:
    return day_words(published(article)) if article else ""


def grounds_of(reader: Reader, finding: Finding) -> tuple[Ground, ...]:
    """Give the evidence of a finding."""
    return tuple(marked(reader.highlight(e.highlight), e.bearing) for e in finding.evidence)


def overlaps(one: Quantity, ground: Ground, words: str) -> bool:
    """Tell whether a quantity of these words stands in a passage, at least in part."""
    at = ground.passage
    start, end = (0, len(words)) if words == at.quote else (at.start, at.end)
    return one.start < end and start < one.end

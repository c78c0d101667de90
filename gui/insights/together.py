"""Claims of several articles as the rows of one tree: a head for each article, its rows below.

Which claims these are is told by core; how a head is said, by who shows them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from core.model import Annotated, Kind, Node
from core.outline import parents
from core.search import Part
from gui.insights.layout import Row
from gui.tongue import tr

#: The node of a head: it stands above all of its article.
HEAD = -1
Key = tuple[str, int]
#: What is said under the title of an article: its first words, and where they come from.
Under = Callable[[Annotated], tuple[str, ...]]
Made = Callable[[Annotated], Iterable[Row]]


def nothing_under(_annotated: Annotated) -> tuple[str, ...]:
    return ()


class Block(NamedTuple):
    """The rows of one article; of each, the row it stands under, and its key."""

    part: Part
    rows: list[Row]
    parents: list[int | None]
    keys: list[Key]


@dataclass(slots=True)
class Together:
    """The parts shown, and the rows made of them: what stays as it is is not made again.

    A key names a row so that it is known again wherever it stands.
    """

    parts: Sequence[Part] = ()
    under: Under = nothing_under
    rows: list[Row] = field(default_factory=list)
    whose: list[Part] = field(default_factory=list)
    parents: list[int | None] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)
    _made: dict[str, Block] = field(default_factory=dict)

    def take(self, parts: Sequence[Part], made: Made) -> None:
        """Show these."""
        self.parts = parts
        before, self._made = self._made, {}
        self.rows, self.whose, self.parents, self.keys = [], [], [], []
        for part in parts:
            one = part.annotated.article.id
            block = before.get(one)
            if block is None or block.part is not part:
                block = self._block(part, made)
            self._made[one] = block
            start = len(self.rows)
            self.parents += [None if above is None else above + start for above in block.parents]
            self.rows += block.rows
            self.keys += block.keys
            self.whose += [part] * len(block.rows)

    def is_head(self, row: int) -> bool:
        """Tell whether an article begins at a row, or would if there were one more."""
        return row == len(self.rows) or self.rows[row].is_head

    def forget(self) -> None:
        """Make every row anew when next shown."""
        self._made.clear()

    def _block(self, part: Part, made: Made) -> Block:
        one, rows = part.annotated.article.id, list(self._rows(part, made))
        above = parents([replace(row.node, position=n) for n, row in enumerate(rows)])
        return Block(part, rows, above, [(one, row.node.position) for row in rows])

    def _rows(self, part: Part, made: Made) -> Iterator[Row]:
        title = part.annotated.article.title or tr("(no title)")
        yield Row(Node(HEAD, 0, Kind.NAMED, title), under=self.under(part.annotated))
        rows = list(made(part.annotated))
        for place in part.rows:
            row = rows[place]
            yield replace(row, node=replace(row.node, depth=row.node.depth + 1))

    def lit(self) -> dict[int, Sequence[tuple[int, int]]]:
        """Give the words that were asked for, by row."""
        found, start = dict[int, Sequence[tuple[int, int]]](), 0
        for part in self.parts:
            keys = self._made[part.annotated.article.id].keys
            for row, (_, node) in enumerate(keys, start) if part.lit else ():
                if spans := part.lit.get(node):
                    found[row] = spans
            start += len(keys)
        return found

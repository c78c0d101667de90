"""Draw up a sheet: an article with all that readers did to it, in the words that templates use."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from core import sources
from core.day import at
from core.export import note
from core.export.escape import Markdown, one_line
from core.export.hashtag import hashtag, shown
from core.export.marks import Span, marked, paragraphs
from core.export.name import hexadecimal
from core.export.sheet import Label, Mark, Row, Sheet
from core.model import Anchoring, Annotated, Kind, Node, Placed, Tag
from core.natural import natural
from core.outline import gist

NAME_LENGTH = 120
TOP, DEEPEST = 2, 6  # the levels of headings under an article's title


def draw(one: Annotated, mine: str = "", pages: Sequence[str] = ()) -> Sheet:
    """Draw up an article; `mine` is the id of the author whose notes are Markdown, not text."""
    article, head = one.article, one.article.masthead
    marks = [(placed, _mark(placed, one, mine)) for placed in one.placed]
    tags = {label.path: label for _, mark in marks for label in mark.tags}
    return Sheet(
        id=article.id,
        name=name(one),
        title=article.title,
        source=head.source or "",
        source_zh=sources.name(head.source) or "",
        published=head.published or "",
        zone=head.zone,
        company=sources.company(head.company) or "",
        symbol=head.symbol or "",
        url=head.url or "",
        pages=tuple(pages),
        body=article.edition.body.value,
        read=one.read,
        rows=tuple(_rows(article.id, article.edition.nodes, marks)),
        marks=tuple(mark for _, mark in marks),
        lost=tuple(mark for placed, mark in marks if not placed.has_place),
        tags=tuple(tags[path] for path in sorted(tags, key=natural)),
    )


def name(one: Annotated) -> str:
    """Give what an article is called: its title, or how it begins."""
    title = one_line(one.article.title).strip()
    return title or gist(one.article.edition.nodes)[:NAME_LENGTH].strip() or "Untitled"


def _mark(placed: Placed, of: Annotated, mine: str) -> Mark:
    one, nodes = placed.highlight, of.article.edition.nodes
    author = of.authors.get(one.author)
    own = bool(mine) and one.author == mine
    state = "" if placed.anchoring in (Anchoring.SAME, Anchoring.MOVED) else placed.anchoring.value
    near = state and placed.near and nodes[placed.near[0]].text
    return Mark(
        id=one.id,
        anchor=anchor("h", one.id),
        quote=one.passage.quote,
        colour=one.colour.value,
        stance=one.stance.value,
        tags=_labels(one.tags, of.tags),
        note=note.own(one.note) if own else note.foreign(one.note),
        written=one.note,
        author=(author and author.name) or one.author,
        mine=own,
        private=one.private,
        state=state,
        near=near or "",
        created=moment(one.created),
        modified=moment(one.modified),
    )


def anchor(letter: str, identity: str) -> str:
    """Give the id of a block that tells of a record, the same in every export."""
    return f"{letter}-{hexadecimal(identity)[:8]}"


def _labels(ids: Sequence[str], tags: Mapping[str, Tag]) -> tuple[Label, ...]:
    known = (tags[tag] for tag in ids if tag in tags)
    return tuple(_label(tag) for tag in sorted(known, key=lambda tag: natural(tag.path)))


@lru_cache(maxsize=1024)
def _label(tag: Tag) -> Label:
    return Label(tag.path, hashtag(tag.path), shown(tag), tag.zh, tag.en, tag.colour, tag.aliases)


def moment(milliseconds: int) -> str:
    return f"{at(milliseconds):%Y-%m-%d %H:%M} UTC"


def _rows(
    article: str, nodes: Sequence[Node], marks: Sequence[tuple[Placed, Mark]]
) -> Iterator[Row]:
    spans, here = defaultdict[int, list[Span]](list), defaultdict[int, list[Mark]](list)
    for placed, mark in marks:
        if placed.node is not None and placed.has_place:
            spans[placed.node].append((placed.start, placed.end))
            here[placed.node].append(mark)
    seen = Counter[str]()
    for node in nodes:
        seen[node.text] += 1
        anchor = _anchor(article, node.text, seen[node.text])
        yield _row(node, anchor, spans.get(node.position, []), here.get(node.position, []))


def _anchor(article: str, text: str, time: int) -> str:
    """Give the id of a row's text, the same in every edition that holds it."""
    content = f"{article}\x1f{text}\x1f{time}".encode("utf-8", "surrogatepass")
    return f"c-{sha256(content).hexdigest()[:8]}"


def _row(node: Node, anchor: str, spans: Sequence[Span], marks: Sequence[Mark]) -> Row:
    cited = tuple(dict.fromkeys(node.citations))
    is_block = node.kind is Kind.BLOCK
    return Row(
        kind=node.kind.value,
        depth=node.depth,
        level=min(TOP + node.depth, DEEPEST),
        text=node.text,
        title=node.title or "",
        number=node.number,
        citations=cited,
        truncated=node.truncated,
        anchor=anchor,
        marked=marked(node.text, spans),
        lines=paragraphs(node.text, spans) if is_block else (),
        cited=Markdown("".join(f"[{number}]" for number in cited)),
        marks=tuple(marks),
    )

"""Values to the JSON shapes that docs/cli.md promises to scripts.

An absent thing is null, and so is an empty text; only a title may be empty.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from core import sources
from core.arrival import Addition
from core.model import (
    Annotated,
    Article,
    Card,
    Highlight,
    Kind,
    Node,
    OnPage,
    Placed,
    Tag,
)
from core.natural import natural
from core.outline import claims, parents
from core.store.shown import iso

if TYPE_CHECKING:
    from core.library.steps import Step
    from core.together import Pair

Shape = dict[str, Any]


def article(one: Article) -> Shape:
    return _article(one, _claim)


def _article(one: Article, tell: Callable[[Node], Shape]) -> Shape:
    head = one.masthead
    return {
        "title": head.title,
        "source": head.source or None,
        "source_zh": sources.name(head.source) or None,
        "published": head.published or None,
        "company": head.company or None,
        "symbol": head.symbol or None,
        "body": one.edition.body.value,
        "sections": _sections(one.edition.nodes, tell),
        "blocks": [node.text for node in one.edition.nodes if node.kind is Kind.BLOCK],
    }


def _sections(nodes: Sequence[Node], tell: Callable[[Node], Shape]) -> list[Shape]:
    """Lay the tree flat; claims under no heading make a lead section of their own."""
    above = parents(nodes)
    sections, at = list[Shape](), dict[int, Shape]()
    for node in nodes:
        if node.kind.is_section:
            at[node.position] = _section(node)
            sections.append(at[node.position])
        elif node.kind is Kind.CLAIM:
            over = above[node.position]
            while over is not None and over not in at:
                over = above[over]
            if over is None and not (sections and sections[-1] is at.get(-1)):
                at[-1] = _section(Node(-1, 0, Kind.LEAD, ""))
                sections.append(at[-1])
            at[-1 if over is None else over]["claims"].append(tell(node))
    return sections


def _section(node: Node) -> Shape:
    return {
        "kind": node.kind.value,
        "number": node.number,
        "title": (node.title or None) if node.kind is Kind.GROUP else None,
        "heading": node.text or None,
        "claims": [],
    }


def _claim(node: Node) -> Shape:
    return {"text": node.text, "citations": list(node.citations), "truncated": node.truncated}


def annotated(one: Annotated, pages: Sequence[OnPage]) -> Shape:
    """Give an article with its highlights; those in no claim stand at its end, none is left out."""
    nodes, edition = one.article.edition.nodes, one.article.edition.id
    marks, elsewhere, unplaced = defaultdict[int, list[Shape]](list), list[Shape](), list[Shape]()
    for placed in one.placed:
        shape = marked(placed, one)
        if placed.node is None or not placed.has_place:
            unplaced.append(_unplaced(shape, placed, nodes))
        elif nodes[placed.node].kind is Kind.CLAIM:
            marks[placed.node].append(shape)
        else:
            node = nodes[placed.node]
            elsewhere.append({**shape, "kind": node.kind.value, "text": node.text})

    def tell(node: Node) -> Shape:
        known = {"id": f"{edition}:{node.position}", **_claim(node)}
        return {**known, "highlights": marks[node.position]}

    whole = {"id": one.article.id, **_article(one.article, tell), "pages": _pages(pages)}
    return {**whole, "elsewhere": elsewhere, "unplaced": unplaced}


def marked(placed: Placed, of: Annotated) -> Shape:
    """Give a highlight; its offsets count code points of the text it stands in."""
    one = placed.highlight
    author = of.authors.get(one.author)
    return {
        "id": one.id,
        "start": placed.start,
        "end": placed.end,
        "quote": one.passage.quote,
        "colour": one.colour.value,
        "tags": paths(one, of.tags),
        "note": one.note or None,
        "author": (author and author.name) or one.author,
    }


def paths(one: Highlight, tags: Mapping[str, Tag]) -> list[str]:
    return sorted((tags[tag].path for tag in one.tags if tag in tags), key=natural)


def _unplaced(shape: Shape, placed: Placed, nodes: Sequence[Node]) -> Shape:
    near = nodes[placed.near[0]].text if placed.near else None
    return {**shape, "start": None, "end": None, "state": placed.anchoring.value, "near": near}


def _pages(some: Sequence[OnPage]) -> list[Shape]:
    return [{"name": page.name, "seen": page.seen} for page in some]


def card(one: Card, pages: Sequence[OnPage]) -> Shape:
    return {
        "id": one.id,
        "title": one.title,
        "source": one.source or None,
        "source_zh": sources.name(one.source) or None,
        "published": one.published or None,
        "claims": one.claims,
        "highlights": one.highlights,
        "read": one.read,
        "pages": _pages(pages),
    }


def addition(done: Addition, articles: Sequence[Article]) -> Shape:
    rows = [node for one in articles for node in one.edition.nodes]
    return {
        "added": len(done.added),
        "updated": len(done.updated),
        "unchanged": len(done.unchanged),
        "claims": sum(1 for _ in claims(rows)),
        "blocks": sum(1 for node in rows if node.kind is Kind.BLOCK),
        "articles": [one.id for one in articles],
    }


def tag(one: Tag) -> Shape:
    said = {"zh": one.zh or None, "en": one.en or None, "colour": one.colour or None}
    return {
        "id": one.id,
        "path": one.path,
        "name": one.name,
        **said,
        "aliases": list(one.aliases),
        "uses": one.uses,
        "findings": one.findings,
    }


def pair(one: "Pair") -> Shape:
    counts = {"highlights": one.highlights, "articles": one.articles}
    return {"tags": [one.one.path, one.other.path], **counts}


def step(one: "Step", names: Mapping[str, str]) -> Shape:
    past = one.past
    return {
        "seq": past.seq,
        "id": past.id,
        "name": past.name,
        "way": one.way,
        "count": past.count,
        "author": names.get(past.author) or past.author,
        "time": iso(past.clock),
        "state": past.state,
        "source": one.source,
    }


def number(value: Decimal | None) -> int | float | None:
    """Give a number as JSON has it: whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)

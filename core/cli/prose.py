"""Values to plain lines for people: what the verbs say without `--json`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from core import deeds, sources
from core.arrival import Addition
from core.cli.screen import plain, table
from core.cli.shapes import paths
from core.model import Annotated, Article, Card, Kind, Masthead, Node, OnPage, Placed, Tag
from core.names import SHORT_ID
from core.outline import claims
from core.store.shown import iso

if TYPE_CHECKING:
    from core.library.steps import Step
    from core.together import Pair


def count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def cards(some: Iterable[Card]) -> list[str]:
    rows = [_card(card) for card in some]
    return table(("id", "published", "claims", "marks", "source", "title"), rows)


def _card(card: Card) -> tuple[str, ...]:
    source = sources.name(card.source) or card.source or ""
    marks = str(card.highlights or "")
    title = card.title or card.gist
    return (card.id[:SHORT_ID], card.published or "", str(card.claims), marks, source, title)


def addition(done: Addition, articles: Sequence[Article]) -> Iterator[str]:
    groups = ((done.added, "added"), (done.updated, "updated"), (done.unchanged, "unchanged"))
    yield ", ".join(f"{len(ids)} {word}" for ids, word in groups if ids) + "."
    words = {one: word for ids, word in groups for one in ids}
    for one in articles:
        claimed = count(sum(1 for _ in claims(one.edition.nodes)), "claim")
        unread = sum(1 for node in one.edition.nodes if node.kind is Kind.BLOCK)
        tail = f", {count(unread, 'block')} of plain text" if unread else ""
        name = plain(one.title or "(no title)")
        yield f"  {one.id[:SHORT_ID]}  {words[one.id]:<9}  {name} ({claimed}{tail})"


def articles(some: Iterable[Article]) -> Iterator[str]:
    """Tell articles: masthead, headings, numbered claims, and what no rule could place."""
    for number, one in enumerate(some):
        if number:
            yield ""
        yield from _masthead(one.masthead)
        yield from _tree(one.edition.nodes, {})


def annotated(one: Annotated, pages: Sequence[OnPage]) -> Iterator[str]:
    """Tell an article with its highlights, each under the words it marks."""
    nodes = one.article.edition.nodes
    marks: dict[int, list[str]] = {}
    lost = []
    for placed in one.placed:
        if placed.node is None or not placed.has_place:
            lost.append(placed)
        else:
            marks.setdefault(placed.node, []).extend(marked(placed, one))
    yield from _masthead(one.article.masthead)
    yield f"id {one.article.id}"
    if pages:
        yield plain(f"page {' · '.join(page.name for page in pages)}")
    yield from _tree(nodes, marks)
    if lost:
        yield from ("", f"Not found again in this text ({len(lost)}):")
        for placed in lost:
            yield from marked(placed, one, f" [{placed.anchoring.value}]")


def _masthead(head: Masthead) -> Iterator[str]:
    yield plain(head.title or "(no title)")
    known = sources.name(head.source)
    source = head.source if known in (None, head.source) else f"{known} ({head.source})"
    company = f"{sources.company(head.company) or ''} {head.symbol or ''}".strip()
    published = f"{head.published} {head.zone}" if head.published else ""
    line = " · ".join(part for part in (source, company, published) if part)
    if line:
        yield plain(line)


def _tree(nodes: Sequence[Node], marks: dict[int, list[str]]) -> Iterator[str]:
    number = 0
    for node in nodes:
        if node.kind.is_section:
            yield ""
            yield "  " * node.depth + plain(node.text)
        elif node.kind is Kind.BLOCK:
            yield "     | " + plain(node.text)
        else:
            number += 1
            yield f"{number:>4} " + plain(node.text) + _cited(node)
        yield from marks.get(node.position, ())


def _cited(node: Node) -> str:
    cited = "".join(f"[{number}]" for number in node.citations)
    return (f" {cited}" if cited else "") + (" (cut off)" if node.truncated else "")


def marked(placed: Placed, one: Annotated, state: str = "") -> Iterator[str]:
    """Tell a highlight."""
    mark = placed.highlight
    tags = "".join(f"  #{plain(path)}" for path in paths(mark, one.tags))
    quote = plain(mark.passage.quote)
    yield f"     > “{quote}”  {mark.colour.value}{tags}{state}"
    for line in mark.note.splitlines():
        yield f"       {plain(line)}"


def tags(some: Iterable[Tag]) -> list[str]:
    rows = [
        (tag.path, str(tag.uses), str(tag.findings), tag.zh, tag.en, ", ".join(tag.aliases))
        for tag in some
    ]
    return table(("tag", "uses", "findings", "zh", "en", "also"), rows)


def together(some: "Iterable[Pair]") -> list[str]:
    rows = [(p.one.path, p.other.path, str(p.highlights), str(p.articles)) for p in some]
    return table(("tag", "with", "highlights", "articles"), rows)


def steps(some: "Iterable[Step]", names: Mapping[str, str]) -> list[str]:
    rows = [_step(step, names) for step in some]
    return table(("time", "state", "count", "deed", "author"), rows)


def _step(step: "Step", names: Mapping[str, str]) -> tuple[str, ...]:
    past, author = step.past, names.get(step.past.author) or step.past.author
    state = "undone" if past.state == "dropped" else past.state or ""
    said = deed(past.name, past.count, step.source)
    said = said if step.way == "do" else f"{step.way.capitalize()}: {said}"
    return (iso(past.clock), state, str(past.count), said, author)


def deed(name: str, count: int, source: str | None) -> str:
    """Say a deed as the window does."""
    return f"{deeds.words(name, 1)} from {source}" if source else deeds.words(name, count)

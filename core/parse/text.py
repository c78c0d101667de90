"""A page of text to its articles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from core import collector
from core.errors import Unreadable
from core.model import Article, Body, Kind, Node, Page
from core.outline import compose
from core.parse import forwarded, hyphens, layout, matter, numbered, paper, signs, things
from core.parse.arranged import arranged
from core.parse.flat import flat, is_damaged
from core.parse.lined import lined
from core.parse.lines import LONGEST, Line, Look, canonical, read_lines
from core.parse.pieces import Piece, block, gather
from core.parse.times import day_meant
from core.progress import Progress

MOST = 100_000  # articles
MOST_LINES = 500_000
_MOST_BREAKS = 4 * MOST_LINES  # with blank lines, of many of which few are kept
MOST_CLAIMS = 50_000  # of one article, with their headings
MOST_ROWS = 1_000_000  # of all
LONGEST_ARTICLE = 10_000_000  # characters
DIVIDE = "Divide it, and import the parts."
LINES_A_WORD = 500  # lines after which we say how far it is
_RESEARCH = re.compile(r"Investment Rating|Report|Core Views\b|投资评级")


def read_page(
    text: str,
    progress: Progress,
    copied: datetime | None = None,
    beside: Sequence[str] = (),
) -> Page:
    """Read a page's text, `copied` then; a page without any gives no articles.

    `beside` is what is known of its first article ("title: …"), if that has no title of its own.
    """
    with collector.at_rest():
        return _read(text, progress, copied, beside)


def _read(text: str, progress: Progress, copied: datetime | None, beside: Sequence[str]) -> Page:
    """Read it in two walks, over its lines and over its articles, each half of the way.

    Lines that were read go as soon as they are an article's: a large text has many of them.
    """
    found, names = _found(text, progress, beside)
    half, done = max(1, len(text)), 0
    refuse_crowds(len(found))
    articles, rows = list[Article](), 0
    found.reverse()
    while found:
        progress(half + done, 2 * half)
        articles.append(_article(found.pop(), copied))
        done = min(half, done + len(articles[-1].edition.text))
        rows += len(articles[-1].edition.nodes)
        if rows > MOST_ROWS:
            raise Unreadable(f"There are more than {MOST_ROWS:,} claims in this text.", DIVIDE)
    progress(2 * half, 2 * half)
    return Page(" · ".join(dict.fromkeys(names)) or None, tuple(articles))


def _found(
    text: str, progress: Progress, beside: Sequence[str]
) -> tuple[list[layout.Found], list[str]]:
    """Find what lies on a page, and the page's names."""
    refuse_length(text.count("\n"), _MOST_BREAKS)
    text, heads = paper.in_one(text)
    lines, own = matter.taken_out(numbered.listed(list(_lines(text, progress))))
    lines, letters = forwarded.taken_out(lines)
    lines, folios = paper.without_folios(paper.without_strokes(lines))
    told, names = things.without_names(arranged(things.without_site(lines)))
    found = layout.lay_out(things.find_things(told))
    is_titled = bool(found and found[0].top and found[0].top.title)
    found = matter.told(found, own or ([] if is_titled else beside))
    if letters:
        found = found or [layout.Found()]
        found[0].loose[:0] = letters
    if heads or folios:
        found = found or [layout.Found()]
        found[-1].loose += [*heads, *folios]
    return found, names


def kept_beside(article: Article, words: str) -> Article:
    """Keep words that stand by an article with it."""
    edition = article.edition
    block = Node(len(edition.nodes), 0, Kind.BLOCK, words)
    text = f"{edition.text}\n{words}".strip()
    return compose(article.masthead, [*edition.nodes, block], text, edition.body, article.page)


def refuse_crowds(count: int) -> None:
    """Refuse more articles in one text than a machine of a reader's holds at once with ease."""
    if count > MOST:
        raise Unreadable(f"There are more than {MOST:,} articles in this text.", DIVIDE)


def refuse_length(lines: int, most: int = MOST_LINES) -> None:
    """Refuse more lines than a machine of a reader's holds at once with ease."""
    if lines > most:
        raise Unreadable(f"There are more than {most:,} lines in this text.", DIVIDE)


def _lines(text: str, progress: Progress) -> Iterator[Line]:
    half, done, articles = max(1, len(text)), 0, 0
    above = Look.BLANK
    for number, line in enumerate(read_lines(signs.usual(hyphens.joined(canonical(text))))):
        articles += line.look is Look.META or (line.look is Look.FLAT and above is Look.FLAT)
        above = line.look
        if number % LINES_A_WORD == 0:
            progress(min(done, half), 2 * half)
            refuse_crowds(articles)
            refuse_length(number)
        if len(line.text) > LONGEST:
            raise Unreadable("A line of this text is longer than a million characters.", DIVIDE)
        done += len(line.text) + 1
        yield line


def _article(found: layout.Found, copied: datetime | None) -> Article:
    read = [line.text for line in found.body.lines] if found.body else []
    read += found.loose
    if sum(map(len, read)) > LONGEST_ARTICLE:
        raise Unreadable(
            f"An article in this text is longer than {LONGEST_ARTICLE:,} characters.", DIVIDE
        )
    rows, body = _rows(found)
    masthead = (found.top or things.Top()).masthead()
    if copied and found.undated():
        masthead = replace(masthead, published=day_meant(found.undated()[0], copied))
    text = "\n".join(read)  # its time is another tomorrow
    return compose(masthead, rows, text, body, found.page)


def _rows(found: layout.Found) -> tuple[list[Node], Body]:
    pieces, kind = list(map(block, found.undated())), Body.RAW
    if found.body is not None and not found.body.raw:
        told, kind = summary(found.body.lines)
        pieces += told
    elif found.body is not None:
        pieces.append(block("\n".join(line.text for line in found.body.lines)))
    if found.loose:
        pieces.append(block("\n".join(found.loose)))
    return gather(pieces, last_is_cut=not found.loose), kind


def summary(read: Sequence[Line]) -> tuple[list[Piece], Body]:
    """Find the pieces of a summary, and say what kind of body it is."""
    if len(read) > MOST_CLAIMS:
        _refuse_claims(sum(one.look is not Look.TEXT for one in read))
    alone = read[0] if len(read) == 1 and read[0].look is Look.FLAT else None
    pieces = flat(alone.text) if alone is not None else list(lined(read))
    _refuse_claims(len(pieces))
    if alone is not None and is_damaged(alone.text):
        return pieces, Body.DAMAGED
    heads = [piece.text for piece in pieces if piece.kind is Kind.NAMED]
    research = any(_RESEARCH.search(head) for head in heads)
    return pieces, Body.RESEARCH if research else Body.SUMMARY


def _refuse_claims(count: int) -> None:
    if count > MOST_CLAIMS:
        raise Unreadable(f"An article in this text has more than {MOST_CLAIMS:,} claims.", DIVIDE)

"""The verb relate: claims that contradict, echo or update one another, and the verdict on them."""

from collections.abc import Sequence
from dataclasses import dataclass

import click

from core.annotate.pairs import relate as joined
from core.cli.options import Asked, common, examples, find, words
from core.cli.screen import plain, progress
from core.errors import NotFound
from core.finding import Claim, Pair
from core.library import Library, Reader
from core.model import Passage
from core.relate import Proposal, propose

#: So much of an id is shown; the beginning of one names it.
SHORT = 8


@dataclass(frozen=True, slots=True)
class ListedPair:
    """A pair as it is listed: proposed, or judged before."""

    pair: Proposal | Pair
    reason: str
    claims: tuple[Claim | None, Claim | None]


@click.command(
    epilog=examples(
        "meipi relate",
        "meipi relate --article 3f2a --json",
        "meipi relate --dismiss 5c1d09e2",
    )
)
@click.option("--article", type=words, metavar="A", help="Pairs with a claim of this article.")
@click.option("--confirm", type=words, metavar="ID", help="This pair belongs together.")
@click.option("--dismiss", type=words, metavar="ID", help="It does not; it is not proposed again.")
@common
def relate(*, article: str | None, confirm: str | None, dismiss: str | None, asked: Asked) -> int:
    """List claims that contradict, echo or update one another, with the reason.

    What you judged is not listed again. An ID may be the beginning of one.
    """
    if len([one for one in (article, confirm, dismiss) if one]) > 1:
        raise click.UsageError("Give one of --article, --confirm and --dismiss.")
    if verdict := confirm or dismiss:
        with asked.change() as library:
            found = [_judge(library, verdict, confirmed=bool(confirm))]
    else:
        with asked.look() as reader:
            found = _proposed(reader, find(reader, article) if article else None)
    asked.answer([_shape(one) for one in found], _lines(found))
    return 0


def _proposed(reader: Reader, article: str | None) -> list[ListedPair]:
    some = [
        one
        for one in _propose(reader)
        if article is None or article in (one.one.article, one.other.article)
    ]
    return _told(reader, some)


def _propose(reader: Reader) -> list[Proposal]:
    with progress() as tell:
        return propose(
            reader,
            reader.pairs(),
            lambda done, total: tell(f"Reading {done:,} of {total:,} claims"),
        )


def _judge(library: Library, name: str, *, confirmed: bool) -> ListedPair:
    """Confirm or dismiss a pair that is proposed, or judge anew one that was judged."""
    known: Sequence[Proposal | Pair] = library.pairs()
    one = _named(known, name) or _named(_propose(library), name)
    if one is None:
        raise NotFound(f"No pair has the id {name!r}.", "`meipi relate` lists them.")
    library.commit(
        joined(one.relation, (one.one, one.other), library.said(one.id), confirmed=confirmed)
    )
    return _told(library, [one])[0]


def _named(some: Sequence[Proposal | Pair], name: str) -> Proposal | Pair | None:
    found = [one for one in some if one.id.startswith(name.lower())]
    if len(found) > 1:
        raise NotFound(f"Several pairs have an id that begins {name!r}.", "Give more of it.")
    return found[0] if found else None


def _told(reader: Reader, some: Sequence[Proposal | Pair]) -> list[ListedPair]:
    """Put to each pair the claims as they stand in their articles."""
    articles = {passage.article for one in some for passage in (one.one, one.other)}
    claims = {_place(one.passage): one for one in reader.claims(articles)}
    return [
        ListedPair(
            one,
            one.reason if isinstance(one, Proposal) else "",
            (claims.get(_place(one.one)), claims.get(_place(one.other))),
        )
        for one in some
    ]


def _place(passage: Passage) -> tuple[str, str, int]:
    return passage.article, passage.edition, passage.node


def _shape(one: ListedPair) -> dict[str, object]:
    pair = one.pair
    spans = (pair.one_span, pair.other_span) if isinstance(pair, Proposal) else (None, None)
    sides = zip((pair.one, pair.other), one.claims, spans, strict=True)
    return {
        "id": pair.id,
        "relation": pair.relation.value,
        "reason": one.reason or None,
        "claims": [_side(passage, claim, span) for passage, claim, span in sides],
    }


def _side(passage: Passage, claim: Claim | None, span: tuple[int, int] | None) -> dict[str, object]:
    return {
        "article": passage.article,
        "node": passage.node,
        "text": passage.quote,
        "title": claim.title if claim else None,
        "source": (claim.source or None) if claim else None,
        "published": claim.published.isoformat() if claim and claim.published else None,
        "start": span[0] if span else None,
        "end": span[1] if span else None,
    }


def _lines(found: Sequence[ListedPair]) -> list[str]:
    lines = [line for one in found for line in _told_in_lines(one)]
    return lines or ["No claims contradict, echo or update one another for sure."]


def _told_in_lines(one: ListedPair) -> list[str]:
    pair = one.pair
    head = f"{pair.id[:SHORT]}  {pair.relation.value}: {one.reason}".rstrip(": ")
    sides = zip((pair.one, pair.other), one.claims, strict=True)
    return [plain(head), *(_line(passage, claim) for passage, claim in sides)]


def _line(passage: Passage, claim: Claim | None) -> str:
    day = f" {claim.published}" if claim and claim.published else ""
    source = f" ({claim.source}{day})" if claim and claim.source else ""
    return f"  {passage.article[:6]}  {plain(passage.quote)}{plain(source)}"

"""A rule of the reader's: which claims it proposes for a tag or a colour. Nothing is marked here.

A claim answers to a rule when it says the words, in the search's own way, and counts something of
the kind. One that has the tag and the colour already is not proposed again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.finding import Claim
from core.library import Reader
from core.model import Highlight
from core.query import Atom, parse
from core.search.collect import collect
from core.search.find import rows
from core.search.light import light
from core.search.wanted import Known, wanted

#: So many claims are proposed at once; what is beyond comes when the rule is asked again.
MOST = 10_000
STEP = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """Words as they are searched, a kind of quantity ("duration"), a tag's path, and a colour."""

    words: str = ""
    kind: str = ""
    tag: str = ""
    colour: str = ""


def proposed(reader: Reader, rule: Rule, tell: Callable[[int, int], object]) -> list[Claim]:
    """Give the claims that a rule proposes. `tell` hears how far it is, and may call it off."""
    tell(0, 0)
    found: list[Claim] = []
    claims = _said(reader, rule.words)
    had = frozenset(_had(reader, rule))
    for start in range(0, len(claims), STEP):
        tell(start, len(claims))
        some = (one for one in claims[start : start + STEP] if _place(one) not in had)
        found += (one for one in some if _counts(one, rule.kind))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _said(reader: Reader, words: str) -> Sequence[Claim]:
    """Give the claims that say the words, of the articles that a search for them finds."""
    if not words.strip():
        return reader.claims()
    claims = reader.claims(_ids(reader, words))
    if not any(one.wants and not one.negated for one in wanted(parse(words), Known(reader))):
        return claims
    lit = light(reader, words, [one.text for one in claims])
    return [one for number, one in enumerate(claims) if number in lit]


def _counts(claim: Claim, kind: str) -> bool:
    if not kind:
        return True
    from core.quantity import quantities  # a hundred patterns, when one is asked for

    return any(one.kind == kind for one in quantities(claim.text))


def _had(reader: Reader, rule: Rule) -> Iterator[tuple[str, int]]:
    """Give the claims that are as the rule wants them already."""
    if not rule.tag:
        query = str(Atom(rule.colour, "colour"))
        for part in collect(reader, query, _ids(reader, query)):
            edition = part.annotated.article.edition.id
            yield from ((edition, node) for node in part.claims)
        return
    uses = (use for tag in reader.tags() if tag.path == rule.tag for use in reader.tagged(tag.id))
    for use in uses:
        if isinstance(use, Highlight) and rule.colour in ("", use.colour):
            yield use.passage.edition, use.passage.node


def _ids(reader: Reader, query: str) -> Iterator[str]:
    return (card.id for card in reader.cards(rows(reader, query)))


def _place(claim: Claim) -> tuple[str, int]:
    return claim.passage.edition, claim.passage.node

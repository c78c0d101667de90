"""Find the words a user quotes in an article: as written first, then as they would be read aloud.

Reading folds white space, width, case, dashes and quotation marks, and keeps where every character
came from, so that what is marked is what stands in the text.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.errors import MeipiError, NotFound
from core.model import Article, Kind, Node
from core.outline import claims

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
QUOTES = {ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"}
SHOWN = "`meipi show` tells its words, with the number of each claim."
HINT_LENGTH = 80
HINT_TEXT = 100_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A span of code points in one node."""

    node: Node
    start: int
    end: int


class Several(MeipiError):
    """A quote that stands in more than one place."""


def find(article: Article, quote: str | None, claim: int | None) -> Spot:
    """Give the place of a quote, of its first in the claim of this number, or a whole claim."""
    numbers = {node.position: i for i, node in enumerate(claims(article.edition.nodes), 1)}
    nodes = [node for node in article.edition.nodes if not node.kind.is_section]
    if claim is not None:
        nodes = [node for node in nodes if numbers.get(node.position) == claim]
        if not nodes:
            raise NotFound(f"There is no claim {claim}; this article has {len(numbers)}.", SHOWN)
        if quote is None:
            return Spot(nodes[0], 0, len(nodes[0].text))
    assert quote is not None, "the command line asks for a quote or a claim"
    spots = _exact(nodes, quote) or _folded(nodes, quote)
    if not spots:
        raise NotFound(_missing(nodes, quote, numbers), SHOWN)
    if len(spots) > 1 and claim is None:
        raise _several(spots, numbers)
    return spots[0]


def _exact(nodes: Sequence[Node], quote: str) -> list[Spot]:
    return [
        Spot(node, at, at + len(quote)) for node in nodes for at in _occurrences(node.text, quote)
    ]


def _folded(nodes: Sequence[Node], quote: str) -> list[Spot]:
    wanted = fold(quote)[0].strip()
    return [spot for node in nodes for spot in _folded_in(node, wanted)] if wanted else []


def _folded_in(node: Node, wanted: str) -> Iterator[Spot]:
    text, origins = fold(node.text)
    for at in _occurrences(text, wanted):
        end = origins[at + len(wanted) - 1] + 1
        while end < len(node.text) and unicodedata.combining(node.text[end]):
            end += 1
        yield Spot(node, origins[at], end)


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))


def fold(text: str) -> tuple[str, list[int]]:
    """Give text as it would be read aloud, and for each character of it where it came from."""
    chars, origins = list[str](), list[int]()
    for at, char in enumerate(text):
        for plain in unicodedata.normalize("NFKD", char).casefold().translate(DASHES | QUOTES):
            if plain.isspace() and chars and chars[-1] == " ":
                continue
            chars.append(" " if plain.isspace() else plain)
            origins.append(at)
    return "".join(chars), origins


def _several(spots: Sequence[Spot], numbers: dict[int, int]) -> Several:
    found = sorted({numbers[s.node.position] for s in spots if s.node.kind is Kind.CLAIM})
    if not found:
        return Several(
            f"This quote stands {len(spots)} times in this article.", "Quote more of it."
        )
    where = f"claim {found[0]}" if len(found) == 1 else f"claims {_listed(found)}"
    if any(spot.node.kind is Kind.BLOCK for spot in spots):
        where += " and outside the claims"
    return Several(
        f"This quote stands {len(spots)} times, in {where}.", "Give the number of one with --claim."
    )


def _listed(numbers: Sequence[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}"


def _missing(nodes: Sequence[Node], quote: str, numbers: dict[int, int]) -> str:
    sentence = "These words are not in this article"
    if len(nodes) == 1 and nodes[0].position in numbers and len(numbers) > 1:
        sentence = f"These words are not in claim {numbers[nodes[0].position]}"
    near = _nearest(nodes, quote)
    if near is None:
        return f"{sentence}."
    node, words = near
    place = f" in claim {numbers[node.position]}" if node.position in numbers else ""
    return f"{sentence}; the nearest are “{words}”{place}."


def _nearest(nodes: Sequence[Node], quote: str) -> tuple[Node, str] | None:
    """Give the node that shares the longest run of characters with a quote, and that run."""
    if sum(len(node.text) for node in nodes) * len(quote) > HINT_TEXT * HINT_LENGTH:
        return None
    wanted = fold(quote)[0].strip()
    best, found = 0, None
    for node in nodes:
        text, origins = fold(node.text)
        match = SequenceMatcher(None, wanted, text, autojunk=False).find_longest_match()
        if match.size > best:
            best = match.size
            last = origins[match.b + match.size - 1] + 1
            found = node, node.text[origins[match.b] : last].strip()
    if found is None or best * 2 < len(wanted):
        return None
    return found[0], found[1][:HINT_LENGTH]

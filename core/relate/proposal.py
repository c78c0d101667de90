"""A pair that is proposed to the reader: two claims, how they stand to one another, and why."""

from dataclasses import dataclass

from core.codec import pair_id
from core.finding import Claim, Relation
from core.model import Passage
from core.relate.reason import Reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two claims that seem to belong together. `id` is the id that the pair will have.

    `reason` is one plain sentence. The spans are what in each claim speaks for it, a figure or a
    clause, in code points.
    """

    id: str
    relation: Relation
    one: Passage
    other: Passage
    reason: str
    one_span: tuple[int, int]
    other_span: tuple[int, int]


def proposal(said: Claim, heard: Claim, relation: Relation, reason: Reason) -> Proposal:
    """Make the proposal, its claims in the order in which a pair has them."""
    one, other = said.passage, heard.passage
    mine, theirs = reason.mine, reason.theirs
    if (other.article, other.node) < (one.article, one.node):
        one, other, mine, theirs = other, one, theirs, mine
    return Proposal(pair_id(relation, one, other), relation, one, other, reason.words, mine, theirs)

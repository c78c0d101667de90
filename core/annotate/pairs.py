"""Two claims joined by a reader, or kept apart: a proposal is confirmed or dismissed.

A pair has the same id wherever it is judged, so one that was judged before, and taken back, is
judged anew; `said` is what the log says of it, as `Reader.said` gives it.
"""

from collections.abc import Mapping

from core import codec
from core.change import Change, Edit, Record
from core.finding import Relation
from core.model import Passage

VERDICTS = {True: "confirmed", False: "dismissed"}


def relate(
    relation: Relation,
    claims: tuple[Passage, Passage],
    said: Mapping[str, str | None],
    *,
    confirmed: bool,
) -> Change:
    """Join two claims, or say that they do not belong together; `said` is of `codec.pair_id`."""
    pair, verdict = codec.pair_id(relation, *claims), VERDICTS[confirmed]
    edits = list[Edit]()
    if said.get("removed"):
        edits.append(_edit(pair, "removed", said["removed"], None))
    if not said.get("claims"):
        edits.append(_edit(pair, "claims", None, codec.spell_claims(relation, *claims)))
    if said.get("verdict") != verdict:
        edits.append(_edit(pair, "verdict", said.get("verdict"), verdict))
    return Change("relate" if confirmed else "keep apart", tuple(edits))


def _edit(pair: str, field: str, before: str | None, after: str | None) -> Edit:
    return Edit(Record.PAIR, pair, field, before, after)

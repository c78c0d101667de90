"""What a merge could bring back: what was taken away here, and is shown in the other library.

Nobody hears of it again by a merge alone, for all of it is known here; a reader may ask for it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.change import BIRTH, Record
from core.codec import read_claims
from core.merge.state import FieldPlan
from core.revision import Said, fields
from core.store.bring_back import Found


@dataclass(frozen=True, slots=True)
class BackPlan:
    """A record taken away here, as a whole or in some fields, by undoing a merge or by hand.

    `article` is the one that a highlight stands in, `within` that article's title. `fields` are
    those that undo changed in a record that is still there; one that is gone has none.
    """

    kind: Record
    id: str
    name: str
    article: str
    within: str
    undone: bool
    fields: tuple[FieldPlan, ...] = ()


def backs(found: Iterable[Found], titles: Mapping[str, str]) -> Iterator[BackPlan]:
    """Tell what could come back; `titles` are those of articles by their ids."""
    for one in found:
        told, lacking = one.told, one.lacking
        name, article = _named(one.kind, told.record, told.theirs, titles)
        whole = bool(lacking.removals)
        changed = () if whole else tuple(_changed(one))
        where = (article, titles.get(article, ""))
        yield BackPlan(one.kind, told.record, name, *where, lacking.undone, changed)


def _changed(one: Found) -> Iterator[FieldPlan]:
    here = fields(one.told.all_said)
    for said, over in one.lacking.sayings:
        now = here.get(said.field, ())
        both = any(head.rev not in over for head in now)
        yield FieldPlan(said.field, now[0].value if now else None, said.value, both)


def _named(
    kind: Record, record: str, theirs: Iterable[Said], titles: Mapping[str, str]
) -> tuple[str, str]:
    """Give what a record is called there, and the article that it is in."""
    if kind is Record.ARTICLE:
        return titles.get(record, ""), record
    heads = fields(theirs)
    named = heads.get("name") or heads.get(BIRTH[kind]) or ()
    value = named[0].value if named else None
    if not value:
        return "", ""
    if kind is Record.HIGHLIGHT:
        passage = json.loads(value)
        return passage["quote"], passage["article"]
    if kind is Record.PAIR:
        _, first, second = read_claims(value)
        return f"{first.quote} / {second.quote}", ""
    return value, ""

"""What else a merge brings: tags, terms, searches, findings, names, and articles taken away there.

Of highlights and of the articles that hold them `plan` tells.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.change import BIRTH, Record
from core.codec import read_claims
from core.merge.state import FieldPlan, State, weigh_other
from core.revision import Said, fields, hidden
from core.store.compare import InBoth


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A record that is no highlight, of which the merge would change something that is seen.

    An article is among them where it was taken away there: its state is DELETED. `articles` are
    those that a finding rests on, here or there.
    """

    kind: Record
    id: str
    name: str
    state: State
    fields: tuple[FieldPlan, ...] = ()
    articles: tuple[str, ...] = ()


def others(
    told_of: Iterable[tuple[Record, InBoth]],
    paths: Mapping[str, str],
    resting: Mapping[str, tuple[str, ...]],
) -> Iterator[OtherPlan]:
    """Tell what would become of tags, terms, searches, findings, names.

    `paths` are the tags', `resting` the articles that findings rest on.
    """
    for kind, told in told_of:
        weighed = weigh_other(BIRTH[kind], told.ours, told.theirs)
        if weighed is None or (kind is Record.AUTHOR and weighed[0] is State.NEW):
            continue  # who is new comes along with what they marked
        name = paths.get(told.record) or _name(kind, told)
        yield OtherPlan(kind, told.record, name, *weighed, resting.get(told.record, ()))


def _name(kind: Record, told: InBoth) -> str:
    """Give what a record is called there, else here."""
    for said in (told.theirs, told.ours):
        heads = fields(said)
        for field in ("name", BIRTH[kind]):
            if heads.get(field) and heads[field][0].value:
                value = heads[field][0].value or ""
                return _claims(value) if kind is Record.PAIR else value
    return ""


def _claims(value: str) -> str:
    """Call a pair by both of its claims."""
    _, one, other = read_claims(value)
    return f"{one.quote} / {other.quote}"


def taken_away(going: Iterable[tuple[str, InBoth, list[InBoth]]]) -> Iterator[OtherPlan]:
    """Tell which articles that are shown here would go, since they were taken away there."""
    for title, told, marks in going:
        union = told.all_said
        if hidden(_heads(union)) and _all_seen(union, marks):
            yield OtherPlan(Record.ARTICLE, told.record, title, State.DELETED)


def _all_seen(article: Iterable[Said], marks: Iterable[InBoth]) -> bool:
    """Tell whether the removals of an article have seen all that will be said of marks on it."""
    removals = (one for one in _heads(article) if one.field == "removed" and one.value)
    seen = {parent for one in removals for parent in one.parents}
    heads = [head for told in marks for head in _heads(told.all_said)]
    return all(one.rev in seen or one.field == "removed" for one in heads)


def _heads(said: Iterable[Said]) -> list[Said]:
    return [one for heads in fields(said).values() for one in heads]

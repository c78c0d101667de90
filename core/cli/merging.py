"""The verbs for several readers: merge takes over another's library, agreement compares theirs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core import agreement as agreeing
from core import backup
from core import merge as merging
from core.agreement import Agreement
from core.backup import Reason
from core.change import EVERYTHING, Take
from core.cli import options, returning
from core.cli.naming import under
from core.cli.options import Asked, common, examples, refuse_lost
from core.cli.prose import count
from core.cli.screen import plain, progress, table
from core.errors import NotFound
from core.library import Reader
from core.merge import ArticlePlan, Counts, OtherPlan, Plan, State
from core.names import SHORT_ID
from core.natural import natural
from core.scratch import Scratch
from core.settings import myself

if TYPE_CHECKING:
    from core.share.guard import Guarded

LISTED = 200  # tags, terms and the like that are told one by one


@click.command(
    epilog=examples(
        "meipi merge from-ben.meipi --dry-run",
        "meipi merge from-ben.meipi",
        "meipi merge from-ben.meipi --article 3f2a",
        "meipi merge from-ben.meipi --undone",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@options.articles(help="Only this article; repeatable.")
@click.option("--undone", is_flag=True, help="Bring back what you took away with Undo, too.")
@click.option("--removed", is_flag=True, help="Bring back what was removed here, too.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken, and take nothing.")
@common
def merge(
    file: Path,
    articles: tuple[str, ...],
    undone: bool,
    removed: bool,
    dry_run: bool,
    asked: Asked,
) -> int:
    """Merge FILE, a share or another library; one undo takes it all back.

    Nothing of yours is lost: where both of you changed the same thing, both versions are kept and
    counted as a conflict. What is not sound in FILE is refused, row by row. What was taken away
    here stays away, unless you say otherwise.
    """
    if dry_run or asked.path.exists():
        asked.look().close()
    else:
        refuse_lost(asked.path)
    with Scratch() as folder, progress() as tell:
        guarded = _guarded(file, folder.path / "clean.meipi", tell)
        clean = guarded.path
        if not dry_run:
            asked.make_or_change().close()  # not before the file is known to be sound
        tell("Comparing …")
        plan = merging.plan(asked.path, clean)
        chosen = _chosen(plan, articles)
        others = _resting(plan, chosen) if articles else plan.others
        backs = returning.within(plan, chosen) if articles else plan.backs
        again = [one for one in backs if (undone if one.undone else removed)]
        if not dry_run:
            tell("Merging …")
            ids = (frozenset(one.id for one in some) for some in (chosen, (), others))
            take = replace(Take(*ids) if articles else EVERYTHING, bring_back=returning.ids(again))
            _take(asked, clean, take, file.name)
    told = (*_told(file.name, plan, chosen, dry_run), *_told_refused(guarded))
    back = (*returning.told(again, dry_run=dry_run), *returning.stays(backs, again))
    shape = {**_shape(chosen, guarded.rows_refused, others), "back": returning.shape(backs, again)}
    asked.answer(shape, (*told, *_told_others(others), *back, *_told_to_beware(plan)))
    return 0


def _guarded(file: Path, into: Path, tell: Callable[[str], None]) -> "Guarded":
    from core.share.guard import open_guarded  # a process of its own is started

    tell(f"Looking through {file.name} …")
    return open_guarded(file, into)


def _chosen(plan: Plan, names: Iterable[str]) -> list[ArticlePlan]:
    """Give the articles of these ids, beginnings of ids, or titles; of no names, all."""
    wanted = [_find(plan, name) for name in names]
    return wanted or list(plan.articles)


def _find(plan: Plan, name: str) -> ArticlePlan:
    found = [one for one in plan.articles if name and one.id.startswith(name.lower())]
    found = found or [one for one in plan.articles if one.title == name]
    if not found:
        raise NotFound(f"No article in the file has the id {name!r}.", "--dry-run shows them all.")
    if len(found) > 1:
        raise NotFound(f"Several articles in the file are {name!r}.", "Give more of the id.")
    return found[0]


def _resting(plan: Plan, chosen: Iterable[ArticlePlan]) -> tuple[OtherPlan, ...]:
    """Give the findings that rest on these articles."""
    wanted = {one.id for one in chosen}
    return tuple(one for one in plan.others if not wanted.isdisjoint(one.articles))


def _take(asked: Asked, clean: Path, take: Take, source: str) -> None:
    with asked.change() as library:
        library.merge(clean, take, source, first=_copy)


def _copy(library: Path) -> None:
    backup.take(library, Reason.MERGE)


def _shape(
    articles: Sequence[ArticlePlan], refused: int, others: Sequence[OtherPlan]
) -> dict[str, object]:
    listed = [
        {"id": one.id, "title": one.title, "state": one.state, **asdict(one.counts)}
        for one in articles
    ]
    beside = [
        {"kind": one.kind.value, "id": one.id, "name": one.name, "state": one.state.value}
        for one in others
    ]
    counts = asdict(merging.total(articles))
    return {**counts, "refused": refused, "articles": listed, "others": beside}


def _told_others(others: Iterable[OtherPlan]) -> Iterator[str]:
    """List the records that are no highlights: kind, what becomes of it, and name."""
    others = list(others)
    for one in others[:LISTED]:
        what = WORDS[STATES[one.state]]
        yield f"  {one.kind.value}, {what}: {plain(one.name or '(no name)')}"
    if len(others) > LISTED:
        yield f"  and {len(others) - LISTED:,} more."


def _told_to_beware(plan: Plan) -> Iterator[str]:
    """Beware of what one may not expect of somebody else's file."""
    many = plan.signed.get(myself().id, 0)
    if many:
        is_there = f"{count(many, 'change')} in it {'is' if many == 1 else 'are'}"
        yield f"{is_there} signed with your name, and not known here: made on another computer?"
    if paged := sum(one.paged and one.state != "new" for one in plan.articles):
        yield f"{count(paged, 'article')} of yours came from a page that was not known here."
    if plan.turned:
        yield f"It marks {count(plan.turned, 'article')} of yours as read, or as unread."


#: The count that each state is told by.
STATES = {
    State.NEW: "new",
    State.CHANGED: "changed",
    State.CONFLICT: "conflicts",
    State.DELETED: "deleted",
    State.SAME: "same",
}


WORDS = {
    "new": "new",
    "changed": "changed",
    "conflicts": "in conflict",
    "deleted": "deleted there",
    "same": "the same",
}


def _told(file: str, plan: Plan, articles: Sequence[ArticlePlan], dry_run: bool) -> Iterator[str]:
    does = "Would merge" if dry_run else "Merged"
    yield f"{does} {plain(file)}: {_counted(merging.total(articles))}."
    for one in articles:
        news = _counted(one.counts, but="same")
        if news or one.state == "new":
            name = plain(one.title or "(no title)")
            yield f"  {one.id[:SHORT_ID]}  {one.state:<5}  {name} ({news or 'no highlights'})"
    for pair in plan.alike:
        yield f"Two tags have one name: {plain(pair.ours.path)}, {plain(pair.theirs.path)}."


def _told_refused(guarded: "Guarded") -> Iterator[str]:
    if guarded.refused:
        yield f"Refused {count(guarded.rows_refused, 'row')}:"
        yield from (f"  {plain(line)}" for line in guarded.refused)


def _counted(counts: Counts, but: str = "") -> str:
    told = ((getattr(counts, key), word) for key, word in WORDS.items() if key != but)
    return ", ".join(f"{many} {word}" for many, word in told if many) or (
        "" if but else "no highlights"
    )


@click.command(
    epilog=examples("meipi agreement", "meipi agreement --tag claim/forecast --json"),
)
@options.tags(help="Only this tag; repeatable.")
@common
def agreement(tags: tuple[str, ...], asked: Asked) -> int:
    """Say how far readers agree on what they tagged, and where they differ.

    It counts the claims of articles that two or more of them marked. Cohen's kappa is for two
    readers, Krippendorff's alpha for any number; 1 is agreement, 0 is chance. --tag takes the tags
    under it, too.
    """
    with asked.look() as reader:
        known = reader.tags()
        paths = {tag.id: tag.path for tag in known}
        wanted = under(known, tags) if tags else set(paths)
        told = [one for one in agreeing.agree(reader.readings()) if one.tag in wanted]
        told.sort(key=lambda one: natural(paths[one.tag]))
        shapes = [_agreed(one, paths[one.tag], reader) for one in told]
    lines = _measured(shapes) if shapes else ["No two readers have marked the same article."]
    asked.answer({"tags": shapes}, lines)
    return 0


Shape = dict[str, Any]


def _agreed(one: Agreement, path: str, reader: Reader) -> Shape:
    names = _names(reader)

    def called(ids: Iterable[str]) -> list[str]:
        return [names.get(who) or who for who in ids]

    return {
        "tag": path,
        "readers": called(one.readers),
        "claims": one.claims,
        "agreement": one.raw,
        "kappa": one.kappa,
        "alpha": one.alpha,
        "differ": [
            {
                "article": place.article,
                "node": place.node,
                "text": reader.article(place.article).edition.nodes[place.node].text,
                "marked": called(place.marked),
                "unmarked": called(place.unmarked),
            }
            for place in one.differences
        ],
    }


def _names(reader: Reader) -> dict[str, str]:
    """Give the names of authors by id."""
    return {one.id: one.name for one in reader.authors()}


def _measured(shapes: Sequence[Shape]) -> Iterator[str]:
    head = ("claims", "agree", "kappa", "alpha", "differ", "tag")
    yield from table(head, (_row(one) for one in shapes))
    for one in shapes:
        for place in one["differ"]:
            who = f"{', '.join(place['marked'])}, not {', '.join(place['unmarked'])}"
            yield plain(f"{one['tag']}: {who}: {place['text']}")


def _row(one: Shape) -> tuple[str, ...]:
    measures = (_figure(one[key]) for key in ("agreement", "kappa", "alpha"))
    return (str(one["claims"]), *measures, str(len(one["differ"])), str(one["tag"]))


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"

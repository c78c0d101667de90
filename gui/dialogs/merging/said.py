"""What a file says of itself, and what a merge would do or did, in sentences. No widgets."""

import json
from datetime import UTC, datetime

from core.change import Change, Record
from core.merge import Plan
from core.model import Author
from gui.dialogs.merging.others import KINDS, counted, counted_kind
from gui.dialogs.merging.picks import Picks, news
from gui.highlights.words import moment
from gui.parts.lines import one_line
from gui.tongue import tr
from gui.tongue.said import explained

NAME = 60
LEFT_OUT = 600


def author(manifest: dict[str, str]) -> str:
    """Give who made a share, short enough for a line; a library does not say."""
    return one_line(manifest.get("name", ""), NAME)


def made(manifest: dict[str, str], file: str) -> str:
    """Say whose file this is, and when it was made."""
    when = manifest.get("made", "")
    try:
        then = datetime.strptime(when, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return file
    return tr("{file}, made on {0}").format(moment(int(then.timestamp() * 1000)), file=file)


def origin(manifest: dict[str, str], file: str) -> str:
    """Say whose file is open: "A share from Ben: for-anna.meipi, made on 9 Nov 2025, 12:00."."""
    name = author(manifest)
    return _from(is_share=manifest.get("kind") == "share", name=name).format(
        name=name, made=made(manifest, file)
    )


def _from(*, is_share: bool, name: str) -> str:
    if is_share:
        return tr("A share from {name}: {made}.") if name else tr("A share: {made}.")
    return tr("A library from {name}: {made}.") if name else tr("A library: {made}.")


def left_out(manifest: dict[str, str]) -> str:
    """Give the sentences that tell what stayed with its maker."""
    try:
        told = json.loads(manifest.get("left_out", "[]"))
    except ValueError:
        return ""
    if not isinstance(told, list):
        return ""
    return one_line(" ".join(explained(str(one)) for one in told), LEFT_OUT)


def held(counts: dict[str, int], manifest: dict[str, str]) -> str:
    """Say what a file holds, as far as it is known after its first look."""
    many = [tr("%n article(s)", "", counts.get("articles", 0))]
    if manifest.get("highlights", "").isdigit():
        many.append(tr("%n highlight(s)", "", int(manifest["highlights"])))
    if manifest.get("findings", "0").isdigit() and int(manifest.get("findings", "0")):
        many.append(tr("%n finding(s)", "", int(manifest["findings"])))
    return tr(", ").join(many)


def comparing(new: int) -> str:
    """Say what is being weighed, once it is known how many highlights just come along."""
    if not new:
        return tr("Comparing it with your library…")
    return tr("%n highlight(s) (is|are) new. Comparing the rest with your library…", "", new)


class Far:
    """How far a file is looked through, as far as that is known from what it holds."""

    TEXT, REVISION = 8, 1  # how long each takes beside the other
    A_SECOND = 30_000  # revisions, on a laptop

    def __init__(self, counts: dict[str, int]) -> None:
        self._texts = counts.get("editions", 0) * self.TEXT
        self._all = self._texts + counts.get("revisions", 0) * self.REVISION

    @property
    def seconds(self) -> float:
        return self._all / self.A_SECOND

    def at(self, line: dict[str, object]) -> int | None:
        """Give so many of a hundred; None where a line does not tell."""
        at = line.get("at")
        if not isinstance(at, int) or not self._all:
            return None
        texts = line.get("stage") == "texts"
        done = at * self.TEXT if texts else self._texts + at * self.REVISION
        return min(99, done * 100 // self._all)


def summed(plan: Plan) -> str:
    """Say what a plan brings: "3 highlights are new, 1 was changed by both of you"."""
    counts, added = plan.counts, sum(one.state == "new" for one in plan.articles)
    told = (
        (added, tr("%n new article(s)", "", added)),
        (counts.new, tr("%n new highlight(s)", "", counts.new)),
        (counts.changed, tr("%n changed there", "", counts.changed)),
        (counts.conflicts, tr("%n changed by both of you", "", counts.conflicts)),
        (counts.deleted, tr("%n removed there", "", counts.deleted)),
        (counts.same, tr("%n the same", "", counts.same)),
    )
    said = [words for many, words in told if many]
    alone = not (added or news(counts))
    return tr(", ").join([counted(plan.others), *said] if alone else said)


def warned(plan: Plan, by: Author) -> str:
    """Say what a reader may not expect of somebody else's file."""
    return " ".join(filter(None, (signed(plan, by), turned(plan))))


def turned(plan: Plan) -> str:
    """Say that the file has a word on what was read here; a share that Meipi made has none."""
    if not plan.turned:
        return ""
    return tr("It marks %n article(s) of yours as read, or as unread.", "", plan.turned)


def signed(plan: Plan, by: Author) -> str:
    """Say that there is something with the reader's own name on it that is not known here."""
    many = plan.signed.get(by.id, 0)
    if not many:
        return ""
    return tr(
        "%n change(s) in it (is|are) signed with your name, and not known here. Take them only if"
        " you made them, on another computer.",
        "",
        many,
    )


def offered(picks: Picks) -> str:
    """Say what the main button would do."""
    if picks.returning():
        many = picks.returning()
        return (
            tr("Merge and Bring Back %n", "", many)
            if picks.brings()
            else tr("Bring Back %n", "", many)
        )
    marks, articles = picks.highlights(), picks.articles()
    if marks or articles:
        return (
            tr("Merge %n Highlight(s)", "", marks)
            if marks
            else tr("Merge %n Article(s)", "", articles)
        )
    wanted = [one for one in picks.others if picks.wants_other(one)]
    alike = len({one.kind for one in wanted} | {Record.ARTICLE}) == 2
    return tr("Merge {0}").format(counted(wanted)) if alike else tr("Merge")


def done(change: Change, conflicts: int, plan: Plan) -> str:
    """Say what a merge brought, and in how many records both sides said something else.

    Of an article that both have, it brings at least that the other imported it, too.
    """
    if not change:
        return tr("There was nothing new in {source}.").format(source=change.source)
    articles, marks = _moved(change, plan), len(change.records(Record.HIGHLIGHT))
    brought = [tr("%n article(s)", "", articles)] if articles else []
    brought += [tr("%n highlight(s)", "", marks)] if marks else []
    if not brought:
        kinds = (kind for kind in KINDS if kind != Record.AUTHOR)
        many = ((kind, len(change.records(kind))) for kind in kinds)
        brought = [counted_kind(kind, number) for kind, number in many if number]
    said = tr("Merged {brought} from {source}.").format(
        brought=tr(", ").join(brought) or tr("names of readers"), source=change.source
    )
    return (
        tr("{said} %n conflict(s) to settle.", "", conflicts).format(said=said)
        if conflicts
        else said
    )


def _moved(change: Change, plan: Plan) -> int:
    """Count the articles that are new, have another text, or are on the shelf again or off it."""
    moved = {one.id for one in plan.articles if one.state == "new" or one.other_text}
    moved |= {one.record for one in change.edits if one.field == "removed"}
    return sum(one in moved for one in change.records(Record.ARTICLE))

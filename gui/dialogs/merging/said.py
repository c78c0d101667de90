"""What a file says of itself, and what a merge would do or did, in sentences. No widgets."""

import json
from datetime import UTC, datetime

from core.change import Change, Record
from core.merge import Plan
from core.model import Author
from gui.dialogs.merging.others import KINDS, counted
from gui.dialogs.merging.picks import Picks, news
from gui.dialogs.parts import count
from gui.highlights.words import moment, one_line

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
    return f"{file}, made on {moment(int(then.timestamp() * 1000))}"


def origin(manifest: dict[str, str], file: str) -> str:
    """Say whose file is open: "A share from Ben: for-anna.meipi, made on 9 Nov 2025, 12:00."."""
    name = author(manifest)
    what = "A share" if manifest.get("kind") == "share" else "A library"
    return f"{what}{f' from {name}' if name else ''}: {made(manifest, file)}."


def left_out(manifest: dict[str, str]) -> str:
    """Give the sentences that tell what stayed with its maker."""
    try:
        told = json.loads(manifest.get("left_out", "[]"))
    except ValueError:
        return ""
    return one_line(" ".join(map(str, told)) if isinstance(told, list) else "", LEFT_OUT)


def held(counts: dict[str, int], manifest: dict[str, str]) -> str:
    """Say what a file holds, as far as it is known after its first look."""
    many = [count(counts.get("articles", 0), "article")]
    if manifest.get("highlights", "").isdigit():
        many.append(count(int(manifest["highlights"]), "highlight"))
    if manifest.get("findings", "0").isdigit() and int(manifest.get("findings", "0")):
        many.append(count(int(manifest["findings"]), "finding"))
    return ", ".join(many)


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
        (added, "new article", "new articles"),
        (counts.new, "new highlight", "new highlights"),
        (counts.changed, "changed there", "changed there"),
        (counts.conflicts, "changed by both of you", "changed by both of you"),
        (counts.deleted, "removed there", "removed there"),
        (counts.same, "the same", "the same"),
    )
    said = [count(many, *words) for many, *words in told if many]
    alone = not (added or news(counts))
    return ", ".join([counted(plan.others), *said] if alone else said)


def signed(plan: Plan, by: Author) -> str:
    """Say that there is something with the reader's own name on it that is not known here."""
    many = plan.signed.get(by.id, 0)
    if not many:
        return ""
    is_there = f"{count(many, 'change')} in it {'is' if many == 1 else 'are'} signed with your name"
    return f"{is_there}, and not known here. Take them only if you made them, on another computer."


def offered(picks: Picks) -> str:
    """Say what the main button would do."""
    marks, articles = picks.highlights(), picks.articles()
    if marks or articles:
        return f"Merge {count(marks, 'highlight') if marks else count(articles, 'article')}"
    wanted = [one for one in picks.others if picks.wants_other(one)]
    alike = len({one.kind for one in wanted} | {Record.ARTICLE}) == 2
    return f"Merge {counted(wanted)}" if alike else "Merge"


def done(change: Change, plan: Plan) -> str:
    """Say what a merge brought."""
    if not change:
        return f"There was nothing new in {change.source}."
    many = {
        ("article", "articles"): len(change.records(Record.ARTICLE)),
        ("highlight", "highlights"): len(change.records(Record.HIGHLIGHT)),
    }
    if not any(many.values()):
        many = {KINDS[kind]: len(change.records(kind)) for kind in KINDS if kind != Record.AUTHOR}
    brought = ", ".join(count(number, *name) for name, number in many.items() if number)
    said = f"Merged {brought or 'names of readers'} from {change.source}."
    conflicts = plan.counts.conflicts
    return f"{said} {count(conflicts, 'conflict')} to settle." if conflicts else said

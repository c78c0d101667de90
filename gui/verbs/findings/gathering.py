"""The finding that is being written, and all that is shown around a finding.

Nothing is committed here; the verbs are in `concluding`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.annotate.findings import Draft
from core.cites import only_passage
from core.figure import due_of
from core.finding import Bearing, Due, Evidence, Figure, Finding, Status
from core.library import Reader
from core.model import Article, Tag
from core.quantity import Kind, quantities
from gui.highlights.finding.figures import figure_in
from gui.highlights.finding.sayings import told
from gui.highlights.finding.shown import Shown
from gui.insights.counted import published
from gui.parts.lines import unstarred
from gui.tongue import tr
from gui.verbs.findings.grounds import Ground, Sources, overlaps

LONGEST = 300  # characters of a claim that are proposed as a statement
POINTING = (Kind.DURATION, Kind.DATE)


@dataclass(frozen=True, slots=True)
class Writing:
    """A finding that is not made yet, and what it is to rest on; `new_tags` are to be made.

    Once it `is_read`, what its passages count was proposed. Of its words, these are `proposed`.
    Its horizon is the one in its statement, else the one in a passage; or what the reader said, if
    it `is_timed`.
    """

    finding: Finding
    grounds: tuple[Ground, ...]
    new_tags: tuple[Tag, ...] = ()
    is_read: bool = False
    proposed: str = ""
    due_in_passage: Due | None = None
    is_timed: bool = False

    def read(self, reader: Reader) -> "Writing":
        """Propose the first quantity in a passage, where the reader said none before."""
        if self.is_read:
            return self
        one, (figure, due) = self.finding, _counted(Sources(reader), self.grounds)
        said = replace(one, figure=one.figure or figure, due=one.due or due)
        return replace(self, finding=said, is_read=True, due_in_passage=due)

    def stated(self, statement: str, reader: Reader) -> "Writing":
        """Have the reader's statement; and the horizon that it names, if any."""
        said = self.saying("statement", statement)
        if self.is_timed or statement == self.proposed:
            return said
        due = _named(statement, Sources(reader), self.grounds) or self.due_in_passage
        return replace(said, finding=replace(said.finding, due=due))

    def with_grounds(self, grounds: Iterable[Ground]) -> "Writing":
        """Rest it on more passages; on the same one only once, also if it was marked meanwhile."""
        there = {one.key: one for one in self.grounds}
        for one in grounds:
            had = there.pop(one.place, None) if one.highlight else None
            there.setdefault(one.key, replace(one, bearing=had.bearing) if had else one)
        return replace(self, grounds=tuple(there.values()))

    def with_tag(self, path: str, known: Iterable[Tag]) -> "Writing":
        found = next((tag for tag in known if tag.path == path), None)
        tag = found or Tag(path, path.rpartition("/")[2], None, path)
        if tag.id in self.finding.tags:
            return self
        finding = replace(self.finding, tags=(*self.finding.tags, tag.id))
        return replace(self, finding=finding, new_tags=(*self.new_tags, *(() if found else (tag,))))

    def without_tag(self, one: str) -> "Writing":
        left = tuple(tag for tag in self.finding.tags if tag != one)
        return replace(self, finding=replace(self.finding, tags=left))

    def saying(self, field: str, value: object) -> "Writing":
        said: dict[str, object] = {field: value}
        finding = replace(self.finding, **said)  # type: ignore[arg-type]
        return replace(self, finding=finding, is_timed=self.is_timed or field == "due")

    def bearing(self, key: str, bearing: Bearing) -> "Writing":
        grounds = (replace(g, bearing=bearing) if g.key == key else g for g in self.grounds)
        return replace(self, grounds=tuple(grounds))

    def without(self, key: str) -> "Writing":
        return replace(self, grounds=tuple(g for g in self.grounds if g.key != key))

    def shown(self, reader: Reader) -> Shown:
        return show(reader, self.finding, self.grounds, self.new_tags)

    def says_more(self, reader: Reader) -> bool:
        """Tell whether the reader wrote anything of it, beyond what was proposed."""
        one, texts = self.finding, map(Sources(reader).text, self.grounds)
        return bool(one.note or one.tags) or one.statement not in map(_proposed, texts)

    def draft(self, known: Iterable[Tag]) -> Draft:
        """Give what the verb that makes it wants."""
        one, paths = self.finding, {tag.id: tag.path for tag in (*known, *self.new_tags)}
        return Draft(
            statement=one.statement,
            evidence=tuple(Evidence(g.highlight, g.bearing) for g in self.grounds if g.highlight),
            passages=tuple((g.passage, g.bearing) for g in self.grounds if not g.highlight),
            figure=one.figure,
            due=one.due,
            confidence=one.confidence,
            status=one.status,
            note=one.note,
            tags=tuple(paths[tag] for tag in one.tags if tag in paths),
            private=one.private,
        )


def begin(reader: Reader, grounds: Sequence[Ground]) -> Writing:
    """Propose a finding: the words of the first claim."""
    proposed = _proposed(Sources(reader).text(grounds[0]))
    return Writing(
        Finding(
            id="",
            statement=proposed,
            evidence=(),
            figure=None,
            due=None,
            confidence=None,
            status=Status.OPEN,
            outcome=None,
            note="",
            tags=(),
            author="",
            created=0,
            modified=0,
        ),
        tuple(grounds),
        proposed=proposed,
    )


def _counted(sources: Sources, grounds: Iterable[Ground]) -> tuple[Figure | None, Due | None]:
    """Give the first quantity in a passage, of times before all others, and when it is due."""
    inside = [
        one
        for ground in grounds
        for one in sources.read(ground)
        if overlaps(one.quantity, ground, one.words)
    ]
    pointing = (one for one in inside if one.quantity.kind in POINTING)
    first = next(pointing, next(iter(inside), None))
    if first is None:
        return None, None
    day = first.published
    return figure_in(first.quantity, first.words), due_of(first.quantity, day) if day else None


def _named(statement: str, sources: Sources, grounds: Iterable[Ground]) -> Due | None:
    """Give when a statement comes due, after what it rests on was published."""
    days = (published(article) for one in grounds if (article := sources.article(one)))
    day = next((day for day in days if day), None)
    if day is None:
        return None
    dues = (due_of(one, day) for one in quantities(statement) if one.kind in POINTING)
    return next((due for due in dues if due and (due.latest is None or due.latest > day)), None)


def _proposed(text: str) -> str:
    """Give a text on one line, cut between words where it is long."""
    line = " ".join(unstarred(text).split())
    if len(line) <= LONGEST:
        return line
    cut = line[:LONGEST]
    return f"{cut.rpartition(' ')[0] or cut}…"


def show(
    reader: Reader,
    finding: Finding,
    grounds: Sequence[Ground],
    new_tags: Sequence[Tag] = (),
) -> Shown:
    """Put together all that is shown around a finding."""
    sources = Sources(reader)
    tags = {tag.id: tag for tag in (*reader.tags(), *new_tags)}
    quotes = {ground.key: ground.passage.quote for ground in grounds}
    days = (published(article) for one in grounds if (article := sources.article(one)))
    return Shown(
        finding=finding,
        evidence=tuple(sources.cited(ground) for ground in grounds),
        read=tuple(read for one in grounds for read in sources.read(one)),
        published=next((day for day in days if day), None),
        warning=_warning([sources.claim(one) for one in grounds]),
        tags=tags,
        authors={one.id: one for one in reader.authors()},
        told=tuple(told(reader.sayings(finding.id), tags, quotes)) if finding.id else (),
        conflicts=reader.conflicts(finding.id) if finding.id else (),
    )


def _warning(claims: Sequence[tuple[Article, int] | None]) -> str:
    """Say it where all evidence goes back to one passage of one article."""
    there = [claim for claim in claims if claim]
    found = only_passage(there) if len(there) == len(claims) else None
    return _one_passage(found[1]) if found else ""


def _one_passage(number: int) -> str:
    return tr("It rests on one passage: [{number}] of one article.").format(number=number)

"""Draw up findings in the words that templates use: with an article, or in a note of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core import sources
from core.export import note
from core.export.draw import anchor, moment
from core.export.hashtag import hashtag, shown
from core.export.sheet import Conclusion, Label, Sheet, Witness
from core.figure import figure_words
from core.finding import Cited, Row
from core.model import Tag
from core.quantity import when

#: The files of marks, by their ids; a name that is empty is the document itself. Of an article of
#: which but some claims are exported, only their marks can be led to.
Files = Mapping[str, str]


def resting(sheet: Sheet, rows: Iterable[Row], mine: str, files: Files) -> Sheet:
    """Give an article's sheet the findings that rest on it."""
    found = (row for row in rows if sheet.id in row.articles)
    return replace(sheet, findings=tuple(conclude(row, mine, files) for row in found))


def conclude(row: Row, mine: str, files: Files) -> Conclusion:
    """Draw up a finding; `mine` is the id of the author whose notes are Markdown, not text."""
    one, own = row.finding, bool(mine) and row.finding.author == mine
    due = when(one.due.earliest, one.due.latest, one.due.precision) if one.due else ""
    return Conclusion(
        id=one.id,
        anchor=anchor("f", one.id),
        statement=one.statement,
        quantity=figure_words(one.figure) if one.figure else "",
        due=due,
        confidence="" if one.confidence is None else f"{one.confidence} %",
        status=one.status.value,
        outcome=one.outcome.result.value if one.outcome else "",
        judged=one.outcome.on.isoformat() if one.outcome else "",
        tags=tuple(map(_label, row.tags)),
        note=note.own(one.note) if own else note.foreign(one.note),
        written=one.note,
        author=row.author or one.author,
        mine=own,
        private=one.private,
        evidence=tuple(_witness(cited, files) for cited in row.cited),
        created=moment(one.created),
        modified=moment(one.modified),
    )


def _label(path: str) -> Label:
    tag = Tag("", path.rpartition("/")[2], None, path)
    return Label(path, hashtag(path), shown(tag), "", "", "")


def _witness(cited: Cited, files: Files) -> Witness:
    source = sources.name(cited.source) or cited.source
    place = files.get(cited.highlight)
    return Witness(
        bearing=cited.bearing.value,
        quote=cited.quote,
        article=cited.article,
        title=cited.title,
        origin=" · ".join(filter(None, (source, cited.published))),
        file=place or "",
        anchor="" if place is None else anchor("h", cited.highlight),
    )

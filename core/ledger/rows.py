"""The rows of the ledger: findings with what they rest on, joined with article, source and day."""

from collections import defaultdict
from dataclasses import dataclass

from core.finding import Bearing, Cited, Finding
from core.library import Reader


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, what it rests on, the paths of its tags and the name of its author."""

    finding: Finding
    cited: tuple[Cited, ...]
    tags: tuple[str, ...]
    author: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Name the sources that say so, each once, as their pages wrote them."""
        said = (one.source for one in self.cited if one.bearing is Bearing.SUPPORTS)
        return tuple(dict.fromkeys(source for source in said if source))

    @property
    def articles(self) -> tuple[str, ...]:
        """Name the articles that it rests on, each once."""
        return tuple(dict.fromkeys(one.article for one in self.cited))

    @property
    def published(self) -> str | None:
        """Give when the first article that supports it was published, as on its page."""
        days = (one.published for one in self.cited if one.bearing is Bearing.SUPPORTS)
        return min(filter(None, days), default=None)


def rows(reader: Reader) -> list[Row]:
    """Give a row for every finding, the newest first."""
    findings = reader.findings()
    if not findings:
        return []
    cited = defaultdict[str, list[Cited]](list)
    for one in reader.cited():
        cited[one.finding].append(one)
    paths = {tag.id: tag.path for tag in reader.tags()}
    names = {author.id: author.name for author in reader.authors()}
    return [
        Row(
            finding,
            tuple(cited[finding.id]),
            tuple(sorted(paths[tag] for tag in finding.tags if tag in paths)),
            names.get(finding.author, ""),
        )
        for finding in findings
    ]

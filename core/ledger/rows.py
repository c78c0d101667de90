"""The rows of the ledger: findings with what they rest on, joined with article, source and day."""

from collections import defaultdict

from core.finding import Cited, Row
from core.library import Reader

__all__ = ["Row", "rows"]


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

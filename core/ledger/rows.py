"""The rows of the ledger: findings with what they rest on, joined with article, source and day."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress

from core.errors import NotFound
from core.finding import Cited, Finding, Row
from core.library import Reader
from core.natural import natural

__all__ = ["Row", "rows", "rows_of"]


def rows(reader: Reader) -> list[Row]:
    """Give a row for every finding, the newest first."""
    findings = reader.findings()
    if not findings:
        return []
    return _rows(reader, findings, reader.cited())


def rows_of(reader: Reader, findings: Iterable[str]) -> list[Row]:
    """Give the rows of a few findings; those that are not there are left out."""
    there, cited = list[Finding](), list[Cited]()
    for one in findings:
        with suppress(NotFound):
            there.append(reader.finding(one))
            cited += reader.cited(one)
    return _rows(reader, there, cited) if there else []


def _rows(reader: Reader, findings: Iterable[Finding], all_cited: Iterable[Cited]) -> list[Row]:
    cited = defaultdict[str, list[Cited]](list)
    for one in all_cited:
        cited[one.finding].append(one)
    paths = {tag.id: tag.path for tag in reader.tags()}
    names = {author.id: author.name for author in reader.authors()}
    return [
        Row(
            finding,
            tuple(cited[finding.id]),
            tuple(sorted((paths[tag] for tag in finding.tags if tag in paths), key=natural)),
            names.get(finding.author, ""),
        )
        for finding in findings
    ]

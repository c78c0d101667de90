"""How well searching finds what it should: recall and precision over a labelled set.

    python tests/search/quality.py [--all]

The set is labelled.csv: a query, its class, and by words of their titles the articles that speak of
what is wanted, and those that one may find or miss. The labels were given by reading the articles,
which are the samples and tests/search/corpus. With --all every query with what was missed and what
was found in vain is printed, else those alone that are not perfect.
"""

import csv
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.library import Library, Reader  # noqa: E402
from core.model import Article, Author  # noqa: E402
from core.parse import parse_text  # noqa: E402
from core.samples import sample_texts  # noqa: E402
from core.search import search  # noqa: E402

HERE = Path(__file__).parent
READER = Author("0a0a0a0a-0000-4000-8000-00000000000f", "Quality")
#: What the set as a whole has to reach.
RECALL, PRECISION = 0.95, 0.9


@dataclass(frozen=True, slots=True)
class Label:
    """A query, and the titles of articles that it should find, and of those that it may."""

    kind: str
    query: str
    wanted: frozenset[str]
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a query missed, and what it found in vain."""

    label: Label
    found: frozenset[str]

    @property
    def missed(self) -> frozenset[str]:
        return self.label.wanted - self.found

    @property
    def vain(self) -> frozenset[str]:
        return self.found - self.label.wanted - self.label.allowed

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / len(self.label.wanted) if self.label.wanted else 1.0

    @property
    def precision(self) -> float:
        counted = len(self.found - self.label.allowed)
        return 1 - len(self.vain) / counted if counted else 1.0


def corpus() -> list[Article]:
    """Read the samples and the corpus."""
    paths = sorted((HERE / "corpus").glob("*.txt"))
    texts = [*sample_texts(), *(path.read_text("utf-8") for path in paths)]
    return [article for text in texts for article in parse_text(text).articles]


def labels(titles: Iterable[str]) -> Iterator[Label]:
    """Read the set; what names no title or several is a mistake in it."""
    known = list(titles)
    with (HERE / "labelled.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wanted, allowed = (_titles(known, row[column]) for column in ("wanted", "also"))
            yield Label(row["class"], row["query"], wanted, allowed)


def _titles(known: list[str], words: str) -> frozenset[str]:
    found = []
    for word in filter(None, words.split("|")):
        (title,) = (title for title in known if word in title)
        found.append(title)
    return frozenset(found)


def judge(reader: Reader) -> list[Judged]:
    """Ask every query of a library that holds the corpus."""
    return [Judged(one, _found(reader, one.query)) for one in labels(a.title for a in corpus())]


def _found(reader: Reader, query: str) -> frozenset[str]:
    return frozenset(reader.article(hit.article).title for hit in search(reader, query).hits)


def report(judged: Iterable[Judged], *, every: bool = False) -> Iterator[str]:
    """Tell recall and precision, mean over queries, by class and in all."""
    groups = defaultdict[str, list[Judged]](list)
    for one in judged:
        groups[one.label.kind].append(one)
        groups["all"].append(one)
    groups["all"] = groups.pop("all")
    yield f"{'class':<16}{'queries':>8}{'recall':>9}{'precision':>11}"
    for kind, some in groups.items():
        recall, precision = means(some)
        yield f"{kind:<16}{len(some):>8}{recall:>9.3f}{precision:>11.3f}"
    for one in groups["all"]:
        if every or one.missed or one.vain:
            missed, vain = (", ".join(sorted(some)) or "-" for some in (one.missed, one.vain))
            yield f"  {one.label.query}: missed {missed}; in vain {vain}"


def means(judged: list[Judged]) -> tuple[float, float]:
    number = len(judged) or 1
    return sum(j.recall for j in judged) / number, sum(j.precision for j in judged) / number


def main(words: list[str]) -> int:
    with (
        tempfile.TemporaryDirectory() as folder,
        Library(Path(folder) / "quality.meipi", READER) as library,
    ):
        library.commit(library.add(corpus()).change)
        judged = judge(library)
    print("\n".join(report(judged, every="--all" in words)))
    recall, precision = means(judged)
    return 0 if recall >= RECALL and precision >= PRECISION else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What could be added, as rows to tick: the candidates, and which of them the reader wants."""

from collections.abc import Sequence

from core import sources
from core.model import Article
from core.outline import gist
from gui.articles.dates import spoken
from gui.dialogs.reading import Candidate, Standing
from gui.dialogs.ticks import Choices, Row
from gui.tongue import tr

SHOWN = 300  # characters of a title worth measuring


class CandidateModel(Choices[Candidate]):
    """Candidates, and which of them the reader wants. Those already here are never ticked."""

    possible = 0
    zone = "local"  # that times are said in

    def show(self, candidates: Sequence[Candidate]) -> None:
        new = [one.standing is not Standing.KNOWN for one in candidates]
        self.possible = sum(new)
        self.offer(candidates, new)

    def candidate(self, row: int) -> Candidate:
        return self._offered[row]

    def wanted(self) -> tuple[Article, ...]:
        return tuple(text for one in self.chosen() for text in (*one.texts, *one.also))

    def row(self, number: int) -> Row:
        one = self._offered[number]
        known = one.standing is Standing.KNOWN
        what = (title(one.article), origin(one.article, self.zone), one.told())
        return Row(*what, tick=None if known else self.tick(number), quiet=known)

    def turn_all(self) -> None:
        """Tick all that can be added; none, if all are ticked."""
        wanted = self.count() < self.possible
        self._wanted = [wanted and one.standing is not Standing.KNOWN for one in self._offered]
        self.tell_ticked()


def title(article: Article) -> str:
    """Give an article's title on one line; without one, how it begins."""
    plain = " ".join((article.title[:SHOWN] or gist(article.edition.nodes)).split())
    return plain or tr("Without a title")


def origin(article: Article, zone: str) -> str:
    """Say where and when an article was published, as far as it says so itself."""
    head = article.masthead
    source = sources.name(head.source) or head.source
    return " · ".join(each for each in (source, spoken(head, zone)) if each)

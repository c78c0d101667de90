"""What stands under the names of tags and pages, and what deeds were about, as a Reader tells it.

What it needs is loaded with the first question, as in `concluded`.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from core.library.asking import Asking

if TYPE_CHECKING:
    from core.model import OnPage, Stand
    from core.store.write import Past


RECENT = 8  # tags
FEW = 8  # records, after which a deed is about no single one


class Named(Asking):
    """The questions about pages, about tags that stand together, single articles and deeds."""

    def stands(self, articles: Iterable[str]) -> "list[Stand]":
        """Tell where these articles stand in the list, in its order; also of those taken away."""
        from core.store import stand

        return self._ask(stand.stands, articles)

    def pages_of(self, articles: Iterable[str]) -> "dict[str, tuple[OnPage, ...]]":
        """Give the pages that each of these articles was on; one that was on none is left out."""
        from core.store import paged

        return self._ask(paged.of, articles)

    def page_names(self, article: str) -> tuple[str, ...]:
        """Give the names of the pages that an article was on."""
        return tuple(page.name for page in self.pages_of([article]).get(article, ()))

    def pages(self) -> list[tuple[str, str]]:
        """Give the id and the name of every page that articles came from."""
        from core.store import paged

        return self._ask(paged.names)

    def together(self, most: int) -> list[tuple[str, str, int, int]]:
        """Give two tags that stand together, on so many highlights and articles; the `most`."""
        from core.store import together

        return self._ask(together.pairs, most)

    def uses(self, tag: str, limit: int) -> list[tuple[str, ...]]:
        """Give (kind, id, words, article, title) of what carries a tag: findings, highlights."""
        from core.store import uses

        return self._ask(uses.uses, tag, limit)

    def subjects(self, deeds: "Iterable[Past]") -> dict[str, str]:
        """Give by the ids of deeds what they were about: words marked, a title, a statement."""
        from core.store import subjects

        return self._ask(subjects.subjects, [one.id for one in deeds if one.count <= FEW])

    def recent_tags(self) -> list[str]:
        """Give the ids of the tags that were given last, the latest first."""
        from core.store import uses

        return self._ask(uses.recent, RECENT)

    def makers(self, tags: Iterable[str]) -> dict[str, str]:
        """Give by the ids of tags the names of the readers who made them."""
        from core.store import uses

        return self._ask(uses.makers, tags)

    def worn(self, tag: str | None = None) -> dict[str, tuple[int, int]]:
        """Count the highlights and the articles that each tag, or one, is on, if it is on any."""
        from core.store import uses

        return self._ask(uses.worn, tag)

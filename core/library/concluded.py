"""What readers concluded, as a Reader tells it: findings, what rests on what, pairs, and links.

What it needs is loaded with the first question: no window asks one before
its first picture.
"""

from typing import TYPE_CHECKING

from core.errors import NotFound
from core.library.asking import Asking

if TYPE_CHECKING:
    from core.finding import Cited, Finding, Pair, Stated
    from core.link import Target
    from core.model import Highlight


class Concluded(Asking):
    """The questions about findings, pairs and the links in notes."""

    def findings(self) -> "list[Finding]":
        """Give every finding, the newest first."""
        from core.store import conclusions

        return self._ask(conclusions.findings)

    def stated(self) -> "list[Stated]":
        """Give what every finding says in words, the newest first."""
        from core.store import conclusions

        return self._ask(conclusions.stated)

    def finding(self, finding: str) -> "Finding":
        from core.store import conclusions

        found = self._ask(conclusions.finding, finding)
        if not found:
            raise NotFound("This finding is no longer there.", "Undo may bring it back.")
        return found[0]

    def of_highlight(self, highlight: str) -> "list[Finding]":
        """Give the findings that rest on a highlight, the newest first."""
        from core.store import conclusions

        return self._ask(conclusions.of_highlight, highlight)

    def tagged(self, tag: str) -> "list[Highlight | Finding]":
        """Give what carries a tag: highlights, and then findings."""
        from core.store import conclusions

        return self._ask(conclusions.tagged, tag)

    def cited(self, finding: str = "") -> "list[Cited]":
        """Give what every finding rests on, or one, with where it stands."""
        from core.store import conclusions

        return self._ask(conclusions.cited, finding)

    def marks_named(self, beginning: str) -> list[str]:
        """Give the ids of highlights that begin so, at most three."""
        from core.store import conclusions

        return self._ask(conclusions.marks_named, beginning) if beginning else []

    def pairs(self) -> "list[Pair]":
        """Give the pairs of claims that were confirmed or dismissed, the newest verdict first."""
        from core.store import conclusions

        return self._ask(conclusions.pairs)

    def said(self, record: str) -> dict[str, str | None]:
        """Give what every field of a record shows, be it there or taken away: see `annotate`."""
        from core.store import conclusions

        return self._ask(conclusions.said, record)

    def named(self, beginning: str) -> "Target":
        """Give the one record whose id begins so; refuse where there is none, or several."""
        from core.store import linked

        found = self._ask(linked.named, beginning)
        if len(found) != 1:
            raise NotFound("What this link leads to is no longer here.", "Undo may bring it back.")
        return found[0]

    def mentioning(self, record: str) -> "list[Target]":
        """Give the highlights and findings whose notes link to a record, the newest first."""
        from core.store import linked

        return self._ask(linked.mentioning, record)

    def linkable(self, words: str) -> "list[Target]":
        """Give the records a note could link to: those with all of these words, newest first."""
        from core.store import linked

        return self._ask(linked.linkable, words)

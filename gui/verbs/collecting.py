"""The verbs of claims collected across articles: a tag, a colour, a shelf or a search as one tree.

While a pane shows them, the commands that go from claim to claim and from article to article go
through it; all others do there what they do in one article. What is shown is `collection`'s.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from core.change import Change
from core.model import Annotated
from gui.insights.model import HEAD
from gui.tongue import phrase, tr
from gui.verbs.collection import Collected, Wish

if TYPE_CHECKING:
    from gui.insights import InsightPane
    from gui.window import Window

HIGHLIGHTED = "is:highlighted"
NO_CLAIM = phrase("No claim matches.")


class Collecting(QObject):
    """The commands, for `actions` to tie by their names."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._of: dict[InsightPane, Collected] = {}
        self._told: Annotated | None = None  # what the inspector was told of last
        window.articles.head.collected.connect(self.collect)

    def tie_pane(self, pane: "InsightPane") -> None:
        """Tie what a pane tells while it shows claims of several articles."""
        tree = pane.view
        tree.opened.connect(self.open_article)
        tree.chosen.connect(lambda _row: self._follow_row(pane))
        tree.end_near.connect(lambda: self._go_on(pane))
        tree.all_picked.connect(lambda: self._pick_rest(pane))

    # The commands

    def collect(self) -> None:
        """Show the claims that the search line asks for; if it is empty, the highlighted ones."""
        self.show(self._window.articles.search.text().strip() or HIGHLIGHTED)

    def show(self, query: str, article: str = "", node: int = HEAD) -> None:
        """Show the claims that a query is about, at one of them."""
        window, pane = self._window, self._window.insights
        window.inspector.flush()
        window.trail.leave()
        self.leave(pane)
        wish = Wish(self._desk.reader.path, query, window.readers.hidden)
        self._of[pane] = one = Collected(self._desk.reader, wish, self)
        one.shown.connect(lambda: self._show(pane, one, (article, node)))
        one.failed.connect(window.notice.warn)
        one.begin(article)

    def next_claim(self) -> None:
        self._step(1) if self._is_on() else self._window.deeds.next_claim()

    def previous_claim(self) -> None:
        self._step(-1) if self._is_on() else self._window.deeds.previous_claim()

    def _step(self, by: int) -> None:
        self._window.insights.view.step(by)

    def next_article(self) -> None:
        self._step_article(1) if self._is_on() else self._window.deeds.next_article()

    def previous_article(self) -> None:
        self._step_article(-1) if self._is_on() else self._window.deeds.previous_article()

    def _step_article(self, by: int) -> None:
        self._window.insights.view.step_article(by)

    def read_on(self) -> None:
        """Count the article of the current claim as read, and go to the next one."""
        shown = self._window.insights.view.annotated if self._is_on() else None
        if shown is None:
            self._window.deeds.read_on()
            return
        self._step_article(1)
        self._desk.read({shown.article.id: shown.read}, now=True)

    def open_article(self) -> None:
        """Open the article of the current row, at that claim."""
        tree = self._window.insights.view
        shown, node = tree.annotated, tree.node()
        if not self._is_on() or shown is None or node is None:
            self._window.deeds.open_article()
            return
        part = next(p for p in tree.parts() if p.annotated.article.id == shown.article.id)
        self._window.readers.show_article(shown.article.id)
        tree.go_to(min(part.claims, default=0) if node == HEAD else node)
        tree.setFocus()

    def export(self) -> None:
        """Offer to export the claims collected, or what is chosen in the list."""
        one = self.query(self._window.insights) if self._is_on() else ""
        self._window.deeds.export(claims=one)

    # What panes show

    def query(self, pane: "InsightPane") -> str:
        """Give what the claims that a pane shows were collected by; "" for an article."""
        one = self._of.get(pane)
        return one.wish.query if one and pane.view.is_together else ""

    def tag(self, pane: "InsightPane") -> str:
        """Give the id of the tag that they were collected by, if it was one."""
        one = self._of.get(pane)
        return one.tag if one and pane.view.is_together else ""

    def leave(self, pane: "InsightPane") -> None:
        """Let a pane show something else."""
        one = self._of.pop(pane, None)
        if one:
            one.end()

    def close(self) -> None:
        """Look for nothing any more: the window closes, and its library with it."""
        for pane in tuple(self._of):
            self.leave(pane)

    def follow(self, pane: "InsightPane", change: Change | None) -> bool:
        """Show what a deed made of what a pane shows; False where that is an article."""
        one = self._of.get(pane)
        if one is None:
            return False
        if change is None:
            one.look_again()
        else:
            one.follow(change)
        if pane.view.is_together and pane is self._window.insights:
            self._inspect()
        return pane.view.is_together

    def hide(self, hidden: frozenset[str]) -> None:
        """Leave out the marks of these readers."""
        for one in self._of.values():
            one.hide(hidden)

    def activate(self) -> None:
        """Go on in a pane that shows claims collected."""
        self._window.articles.leave()
        self._inspect()

    def _is_on(self) -> bool:
        """Tell whether commands are about claims collected: they are shown, and have the keys."""
        return self._window.insights.view.is_together and not self._window.articles.has_keys()

    def _inspect(self) -> None:
        """Show in the inspector the highlight that is chosen, else the article of the claim."""
        window = self._window
        shown, current = window.insights.view.annotated, window.inspector.current()
        self._told = shown
        if shown is None:
            window.inspector.show_article(None)
            return
        there = {one.highlight.id for one in shown.placed}
        window.choose_highlight(current if current in there else None)

    def _follow_row(self, pane: "InsightPane") -> None:
        shown = pane.view.annotated if pane.view.is_together else None
        told = self._told.article.id if self._told else None
        if shown and pane is self._window.insights and shown.article.id != told:
            self._inspect()

    def _show(self, pane: "InsightPane", one: Collected, at: tuple[str, int]) -> None:
        if self._of.get(pane) is not one:
            return
        if one.is_seen:
            pane.view.exchange(one.parts())
            if pane is self._window.insights and pane.view.annotated != self._told:
                self._inspect()
        else:
            self._begin(pane, one, at)
        pane.heading.show_words(self._name(one.wish.query), _said(one))
        QTimer.singleShot(0, pane, lambda: self._look_on(pane, one))

    def _look_on(self, pane: "InsightPane", one: Collected) -> None:
        """Look for more, where what is shown now ends soon."""
        if self._of.get(pane) is one and pane.view.wants_more():
            one.more()

    def _begin(self, pane: "InsightPane", one: Collected, at: tuple[str, int]) -> None:
        window = self._window
        one.is_seen = True
        window.show_middle()
        pane.show_parts(one.parts(), window.when)
        if at[0]:
            pane.view.go_to_key(at)
        if pane is window.insights:
            self.activate()
            pane.view.setFocus()

    def _name(self, query: str) -> str:
        """Say a query: by the name of its saved search, tag or shelf, where it has one."""
        from core.query import form, spelt  # not for the first picture
        from gui.sidebar.shelf import fixed

        reader, wanted = self._desk.reader, form(query)
        tags = ((spelt("tag", tag.path), tag.path) for tag in reader.tags())
        shelves = ((shelf.query, shelf.name) for shelf in fixed())
        kept = ((one.query, one.name) for one in reader.searches())
        names = {form(asked): name for asked, name in (*tags, *shelves, *kept)}
        bar = self._window.shelving.bar
        return names.get(wanted) or (bar and bar.name(query)) or query

    def _go_on(self, pane: "InsightPane") -> None:
        one = self._of.get(pane)
        if one:
            one.more()

    def _pick_rest(self, pane: "InsightPane") -> None:
        """Choose also the claims that are not there yet, unless others are chosen meanwhile."""
        one, chosen = self._of.get(pane), pane.view.picked_apart()

        def go_on() -> None:
            if pane.view.picked_apart() == chosen:
                pane.view.pick_there()

        if one and pane.view.is_together and not one.is_complete:
            self._window.notice.say(tr("Looking through the other articles…"))
            one.complete.connect(go_on, Qt.ConnectionType.SingleShotConnection)
            one.rest()


def _said(one: Collected) -> str:
    """Say how many claims there are, and in how many articles."""
    parts = one.parts()
    claims = tr("%n claim(s)", "", sum(len(part.claims) for part in parts))
    if not parts:
        return tr(NO_CLAIM)
    articles = tr("%n article(s)", "", len(parts) if one.is_complete else one.articles)
    if one.is_complete:
        return tr("{claims} in {articles}").format(claims=claims, articles=articles)
    said = tr("{articles}, with {claims} in the first {shown}")
    return said.format(articles=articles, shown=len(parts), claims=claims)

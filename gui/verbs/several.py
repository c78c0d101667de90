"""The deeds over several at once: highlights or claims chosen side by side, or articles.

Each is one change with one undo. Where fewer than two are chosen, the deed is `deeds`'. What is
large is done on a worker.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from core.change import Change
from core.errors import MeipiError, taken_away
from core.library import Library, Reader
from core.model import Article, Colour, Highlight, Stance
from core.settings import Settings
from gui.parts.drag import ARTICLES, CLAIMS
from gui.tongue import phrase, tr
from gui.verbs import turning
from gui.verbs.lending import PATIENCE, committed

if TYPE_CHECKING:
    from core.annotate.several import Target, Verb
    from core.search.rule import Rule
    from gui.insights import InsightPane
    from gui.window import Window

EACH = 3  # revisions of a claim that is highlighted, coloured, and what it is done for
MANY = 25  # articles, which are looked into in less than the twentieth part of a second
SO_ALREADY = phrase("There is nothing to change here: it is like this already.")
NO_MARKS = phrase("There is no highlight in what is chosen.")


Place = tuple[str, str, tuple[int, ...]]  # claims of an article, in one edition of it


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen: highlights, or claims by their articles, or articles by their rows."""

    highlights: tuple[str, ...] = ()
    articles: Sequence[int] = ()
    places: tuple[Place, ...] = ()

    def __len__(self) -> int:
        claims = sum(len(claims) for *_, claims in self.places)
        return len(self.highlights) or claims or len(self.articles)

    @property
    def is_large(self) -> bool:
        return max(len(self.articles), len(self.places)) > MANY or len(self) * EACH > turning.LARGE


class Several(QObject):
    """The commands that may be about several, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings, self._desk = window, settings, window.desk
        self._said = ""
        for colour in Colour:
            setattr(self, f"colour_{colour.value}", partial(self._colour, colour))
        window.articles.list.several.connect(self.say_articles)
        window.articles.list.tag_dropped.connect(self._tag_articles)

    def _tag_articles(self, path: str, rows: Sequence[int]) -> None:
        """Give articles a tag that was dropped on one of them."""
        self.tag_all(Chosen(articles=rows), path)

    def tie_pane(self, pane: "InsightPane") -> None:
        """Tie what a pane of an article says of how many are chosen, and of tags dropped on it."""
        pane.view.several.connect(partial(self._say, pane))
        pane.view.tag_dropped.connect(partial(self._take_tag, pane))

    def _take_tag(self, pane: "InsightPane", path: str) -> None:
        self._window.panes.activate(pane)
        self.tag_taken(path, CLAIMS)

    def chosen(self) -> Chosen:
        """Give what is chosen side by side; less than two is nothing."""
        window = self._window
        marks = window.inspector.chosen()
        if len(marks) > 1:
            return Chosen(highlights=tuple(marks))
        if window.articles.has_keys():
            articles = window.articles.selected_rows()
            return Chosen(articles=articles) if len(articles) > 1 else Chosen()
        return Chosen(places=window.insights.view.picked_apart())

    def _say(self, pane: "InsightPane", many: int) -> None:
        """Say how many claims are chosen where one reads; no highlight in one of them is, then."""
        if pane is not self._window.insights:
            return
        if many:
            self._window.choose_highlight(None)
        seen = tr("%n claim(s) chosen.", "", many)
        unseen = tr("%n claim(s) chosen that (is|are) folded away.", "", many)
        said = unseen if pane.view.picks_unseen() else seen
        self._say_chosen(said if many else "")

    def say_articles(self, many: int) -> None:
        """Say how many articles are chosen, where it is more than the one that is read."""
        self._say_chosen(tr("%n article(s) chosen.", "", many) if many > 1 else "")

    def _say_chosen(self, said: str) -> None:
        """Say it as long as it is so; with nothing to say, leave what went wrong meanwhile."""
        notice = self._window.notice
        if said:
            self._said = said
            notice.say(said)
        elif notice.text() == self._said:
            notice.clear()

    # The commands

    def highlight(self) -> None:
        from core.annotate.several import nothing  # not for the first picture

        colour = Colour(self._settings.colour)
        self._either(self._window.deeds.highlight, "highlight", nothing, colour)

    def _colour(self, colour: Colour) -> None:
        from core import annotate

        alone = partial(self._window.deeds.mark_in, colour)
        self._either(alone, "colour claims", partial(annotate.recolour, colour=colour), colour)

    def tag(self) -> None:
        chosen = self.chosen()
        if chosen:
            self._window.ask_for_tag(partial(self.tag_all, chosen))
        else:
            self._window.deeds.tag()

    def tag_all(self, chosen: Chosen, path: str) -> None:
        """Give a tag to all of these."""
        tag = self._tag(path)
        if tag:
            self._do(chosen, "tag claims", tag)

    def _tag(self, path: str) -> "Verb | None":
        """Give the verb that gives a tag; a name that cannot be is refused before all is begun."""
        from core import annotate

        tag = partial(annotate.tag, path=path, known=self._desk.reader.tags())
        try:
            tag(())
        except MeipiError as error:
            self._desk.failed.emit(error)
            return None
        return tag

    def tag_taken(self, path: str, kind: str) -> None:
        """Give a tag to what was taken to it by the mouse: the claims or articles chosen."""
        window = self._window
        tree, shown = window.insights.view, window.insights.view.annotated
        here = tree.node()
        if kind == ARTICLES:
            chosen = Chosen(articles=window.articles.selected_rows())
        elif shown and here is not None:
            several = self.chosen()
            one = shown.article
            chosen = several or Chosen(places=((one.id, one.edition.id, (here,)),))
        else:
            return
        self.tag_all(chosen, path)

    def tag_by_rule(self) -> None:
        """Tag or colour what a rule proposes."""
        self.tag_by(None)

    def tag_by(self, rule: "Rule | None") -> None:
        """Show a rule, or let one be said, and mark what it proposes."""
        from gui.verbs.ruling import Ruling

        Ruling(self._window, self._settings, self.mark_places).ask(rule)

    def mark_places(self, places: tuple[Place, ...], path: str, colour: str) -> None:
        """Give claims of several articles a tag, a colour, or both."""
        from core import annotate

        chosen = Chosen(places=places)
        if not colour:
            self.tag_all(chosen, path)
            return
        recolour = partial(annotate.recolour, colour=Colour(colour))
        if not path:
            self._do(chosen, "colour claims", recolour, Colour(colour))
            return
        tag = self._tag(path)
        if tag:
            self._do(chosen, "tag claims", partial(_both, tag, recolour), Colour(colour))

    def agree(self) -> None:
        self._judge(self._window.deeds.agree, Stance.AGREE)

    def doubt(self) -> None:
        self._judge(self._window.deeds.doubt, Stance.DOUBT)

    def check(self) -> None:
        self._judge(self._window.deeds.check, Stance.CHECK)

    def _judge(self, alone: Callable[[], None], wanted: Stance) -> None:
        from core.annotate.several import judge_or_not

        self._either(alone, "judge claims", partial(judge_or_not, wanted=wanted))

    def keep_private(self) -> None:
        from core.annotate.several import keep_private_or_not

        self._either(self._window.deeds.keep_private, "keep private", keep_private_or_not)

    def remove(self) -> None:
        """Remove every highlight in what is chosen."""
        from gui.dialogs.words import deed_words

        chosen = self.chosen()
        if chosen:
            self._window.inspector.flush()
            self._commit(chosen, deed_words("remove", len(chosen)), _removal, NO_MARKS)
        else:
            self._window.deeds.remove()

    def copy(self) -> None:
        """Copy the claims chosen, each on a line."""
        self._copy(self._window.deeds.copy, lambda text, _node, _article: text)

    def copy_cited(self) -> None:
        """Copy the claims chosen, each with where it is from."""
        from gui.verbs.deeds import cited

        self._copy(self._window.deeds.copy_cited, cited)

    def _copy(self, alone: Callable[[], None], said: Callable[[str, int, Article], str]) -> None:
        from gui.verbs.deeds import selected_text

        tree = self._window.insights.view
        rows = () if self._window.articles.has_keys() or selected_text() else tree.picked()
        if not rows:
            alone()
            return
        lines = list[str]()
        for row, node in ((row, tree.node_of(row)) for row in rows):
            annotated = tree.annotated_at(row)
            assert annotated, "a row is of an article"
            article = annotated.article
            lines.append(said(article.edition.nodes[node].text, node, article))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._window.notice.say(tr("Copied %n claim(s).", "", len(lines)))

    def turn_unread(self) -> None:
        """Mark articles as read or unread."""
        self._over_articles("read", _reading)

    def take_away(self) -> None:
        """Take articles off the shelf."""
        self._over_articles("take away", _taking_away)

    def _over_articles(self, name: str, make: "Callable[[Reader, Chosen], Change]") -> None:
        from gui.dialogs.words import deed_words

        window, reader = self._window, self._desk.reader
        rows, shown = window.articles.selected_rows(), window.insights.view.annotated
        if not rows and shown and window.insights.view.is_together:
            rows = [row] if (row := reader.row(shown.article.id)) else []
        chosen, what = Chosen(articles=rows), deed_words(name, len(rows))
        if len(rows) > turning.LARGE:
            self._commit(chosen, what, make, SO_ALREADY)
        elif rows:
            self._desk.commit(lambda: make(reader, chosen))

    # How they are done

    def _either(
        self,
        alone: Callable[[], None],
        name: str,
        verb: "Verb",
        colour: Colour = Colour.YELLOW,
    ) -> None:
        chosen = self.chosen()
        if chosen:
            self._do(chosen, name, verb, colour)
        else:
            alone()

    def _do(self, chosen: Chosen, name: str, verb: "Verb", colour: Colour | None = None) -> None:
        """Do to every claim chosen what is done to a highlight."""
        from gui.dialogs.words import deed_words

        colour = colour or Colour(self._settings.colour)
        make = partial(_over, verb=verb, name=name, colour=colour)
        self._commit(chosen, deed_words(name, len(chosen)), make, SO_ALREADY)

    def _commit(
        self, chosen: Chosen, what: str, make: "Callable[[Reader, Chosen], Change]", none: str
    ) -> None:
        reader = self._desk.reader

        def done(change: Change | None) -> None:
            if change is not None and not change:
                self._window.notice.say(tr(none))

        if not (chosen.is_large and isinstance(reader, Library)):
            done(self._desk.commit(lambda: make(reader, chosen)))
        elif self._desk.free:
            deed = partial(committed, reader.path, reader.author, lambda there: make(there, chosen))
            many = len(chosen) * EACH
            lending = self._window.turning.lending
            lending.begin(what, deed, done, revisions=many, patience=PATIENCE)


def _over(reader: Reader, chosen: Chosen, verb: "Verb", name: str, colour: Colour) -> Change:
    from core.annotate.several import over

    return over(_targets(reader, chosen), verb, name, colour)


def _targets(reader: Reader, chosen: Chosen) -> "Iterator[Target]":
    """Give what a deed is done to; an article is marked at its first claim."""
    from core.annotate.several import first_claim, targets, unchanged

    yield from map(reader.highlight, chosen.highlights)
    for article, edition, claims in chosen.places:
        yield from targets(unchanged(reader.annotated(article), edition), claims)
    for annotated in map(reader.annotated, _articles(reader, chosen)):
        first = first_claim(annotated.article)
        yield from targets(annotated, () if first is None else (first,))


def _both(one: "Verb", other: "Verb", marks: Sequence[Highlight]) -> Change:
    return Change("", (*one(marks).edits, *other(marks).edits))


def _removal(reader: Reader, chosen: Chosen) -> Change:
    from core import annotate

    return annotate.remove(_marks(reader, chosen))


def _marks(reader: Reader, chosen: Chosen) -> Iterator[Highlight]:
    """Give every highlight in what is chosen."""
    from core.annotate.several import unchanged

    yield from map(reader.highlight, chosen.highlights)
    for article, edition, claims in chosen.places:
        placed = unchanged(reader.annotated(article), edition).placed
        yield from (one.highlight for one in placed if one.node in claims)
    for article in _articles(reader, chosen):
        yield from (one.highlight for one in reader.annotated(article).placed)


def _articles(reader: Reader, chosen: Chosen) -> list[str]:
    found = [card.id for card in reader.cards(chosen.articles)]
    if chosen.articles and not found:
        raise taken_away()
    return found


def _taking_away(reader: Reader, chosen: Chosen) -> Change:
    from core import annotate

    return annotate.take_away(_articles(reader, chosen))


def _reading(reader: Reader, chosen: Chosen) -> Change:
    """Mark articles as read, or as unread where all of them are read already."""
    from core import annotate

    were = {card.id: card.read for card in reader.cards(chosen.articles)}
    return annotate.read(were, now=not all(were.values()))

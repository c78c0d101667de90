"""A one-line field to give a tag by typing any part of any of its names.

What is typed or chosen is told by `given`; whether it makes a tag is core's to say.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.model import Tag
from gui.parts import aloud
from gui.parts.drag import let_files_by
from gui.parts.keys import held
from gui.parts.pressed import ENTER
from gui.parts.telling import Telling
from gui.tags.offer_list import FloatingOffers, OfferList
from gui.tags.offers import Offer
from gui.tags.ranking import Vocabulary, clean
from gui.tongue import tr

Key = Qt.Key


class TagField(QLineEdit):
    """Enter gives the chosen row or what is typed, Tab and Right complete, Esc leaves.

    `recent` tells the ids of the tags that were given last. What is refused while it is given is
    in the field again.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, offers: OfferList | None = None) -> None:
        super().__init__(parent)
        self._words = Vocabulary()
        self.recent: Callable[[], Sequence[str]] = tuple
        self._own, self._telling = offers, Telling[str]()
        let_files_by(self)
        self.setMaxLength(400)
        self.textEdited.connect(self._offer)
        if offers:
            self._tie(offers)
        self._say()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Tell which tags there are."""
        self._words = Vocabulary(tags, self.recent)
        if self._own and self._own.isVisible():
            self._offer()

    @property
    def offers(self) -> OfferList:
        """The list of what fits; a floating one is made when it is first needed."""
        if self._own is None:
            self._own = FloatingOffers(self)
            self._tie(self._own)
        return self._own

    def _tie(self, offers: OfferList) -> None:
        offers.taken.connect(self._take)
        aloud.follow(offers, self)

    def offer_all(self) -> None:
        """Show what there is to choose from before anything is typed."""
        self._offer()

    def _offer(self) -> None:
        self.offers.offer(self.text(), self._words)

    def _take(self, offer: Offer) -> None:
        self._give(offer.path)

    def path(self) -> str:
        """Give the row chosen, or the tag that is called what is typed, or what is typed."""
        chosen = self._own.chosen() if self._own and self._own.isVisible() else None
        known = self._words.called(self.text())
        return chosen.path if chosen else known.path if known else clean(self.text())

    def _enter(self) -> bool:
        self._give(self.path())
        return True

    def _give(self, path: str) -> None:
        self.clear()
        self._close_up()
        if path:
            with self._telling.of(path):
                self.given.emit(path)

    def refuse(self) -> None:
        """Hear that something could not be done; if it is what was given, it may be mended."""
        if handed := self._telling.refuse():
            self.setText(handed)

    def _leave(self) -> bool:
        self.clear()
        self._close_up()
        self.left.emit()
        return True

    def _close_up(self) -> None:
        if self._own:
            self._own.close_up()

    def _complete(self) -> bool:
        """Write out the row that fits best, if there is more to it than is typed."""
        best = self.offers.best() if self.text() else None
        if best is None or best.path == self.text():
            return False
        self.setText(best.path)
        self._offer()
        return True

    def _move(self, step: int) -> None:
        if not self.offers.isVisible():
            self._offer()
        self.offers.go(step)

    def _obey(self, key: int) -> bool:
        """Do what a key of ours asks for; tell whether it was one."""
        if key in ENTER:
            return self._enter()
        if key == Key.Key_Escape:
            return self._leave()
        if key in (Key.Key_Down, Key.Key_Up):
            self._move(1 if key == Key.Key_Down else -1)
        else:
            at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
            wanted = key == Key.Key_Tab or (key == Key.Key_Right and at_end)
            return wanted and self._complete()
        return True

    def _say(self) -> None:
        self.setPlaceholderText(tr("Add a tag"))
        self.setAccessibleName(tr("Add a tag"))
        self.setAccessibleDescription(tr("Type a name; use / to go down the hierarchy"))

    # Qt's questions

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not held(event):
            ours = event.key() in (*ENTER, Key.Key_Escape)
            if event.type() == QEvent.Type.ShortcutOverride and ours:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._obey(event.key()):
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close_up()
        super().focusOutEvent(event)


class TagAmong(TagField):
    """A field for one of the tags there are: Enter gives what fits best, and nothing else."""

    def _tie(self, offers: OfferList) -> None:
        super()._tie(offers)
        offers.offers.among = True

    def path(self) -> str:
        path = super().path()
        best = None if self._words.at(path) or not self.text() else self.offers.best()
        return best.path if best else path

    def _say(self) -> None:
        super()._say()
        self.setPlaceholderText(tr("Choose a tag"))
        self.setAccessibleName(tr("Choose a tag"))


class TagChoice(TagField):
    """The field of a form: what is chosen stays in it, and Enter and Esc are the form's next."""

    def _give(self, path: str) -> None:
        self.setText(path)
        self._close_up()
        self.given.emit(path)

    def _enter(self) -> bool:
        chosen = self._own is not None and self._own.isVisible() and self._own.chosen() is not None
        self._give(self.path())
        return chosen

    def _leave(self) -> bool:
        was_open = self._own is not None and self._own.isVisible()
        self._close_up()
        return was_open

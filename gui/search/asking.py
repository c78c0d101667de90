"""A question to the library, asked on a worker; a newer one stops it, and only the last is heard.

One question is at work at a time: the next waits until the one before it has heard that nobody
waits for it, which takes it a few milliseconds.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.errors import MeipiError, NotALibrary
from core.library import Reader
from core.model import Card
from core.search import Concluded, Found, Stopped, conclusions, rows, search
from gui import work
from gui.search import refine
from gui.work.connection import looking

PAGE = 30
SAID = 10  # findings shown over the articles
By = Literal["best", "date"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `first` hits are not wanted again, `many` are."""

    text: str
    by: By = "best"
    literal: bool = False
    first: int = 0
    many: int = PAGE

    def is_like(self, other: "Question") -> bool:
        """Tell whether both ask for the same, though maybe for another page of it."""
        same = (self.text, self.by, self.literal)
        return same == (other.text, other.by, other.literal)


@dataclass(frozen=True, slots=True)
class Answer:
    """Articles with their places; `tags` are the names of those counted.

    `begun` is a word that was found only as the beginning of longer ones. `said` are the best of so
    many findings (`concluded`).
    """

    question: Question
    found: Found
    cards: dict[int, Card]
    tags: dict[str, str] = field(default_factory=dict)
    begun: str = ""
    said: tuple[Concluded, ...] = ()
    concluded: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows of the shelf, for a question that needs no more than a list."""

    question: Question
    rows: "array[int]"


class Asker(QObject):
    """Asks one question at a time; `answered` tells the answer to the last one."""

    answered = Signal(object)  # Answer or Listed
    failed = Signal(object)  # MeipiError

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._wanted: Question | None = None
        self._stop = Event()
        self._at_work: Question | None = None

    def ask(self, question: Question) -> None:
        """Ask this, and nothing that was asked before."""
        self._wanted = question
        self._stop.set()
        if self._at_work is None:
            self._begin(question)

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._wanted = None
        self._stop.set()

    def is_waiting(self) -> bool:
        return self._wanted is not None

    def _begin(self, question: Question) -> None:
        path, stop = self._path, Event()
        self._stop, self._at_work = stop, question
        # Slots of its own, so that nothing is heard once this is gone.
        work.run(
            lambda _progress: answer(path, question, stop.is_set),
            self._hear,
            self._fail,
            ended=self._go_on,
        )

    def _hear(self, told: "Answer | Listed | None") -> None:
        if self._is_wanted() and told is not None:
            self.answered.emit(told)

    def _fail(self, error: MeipiError) -> None:
        if self._is_wanted():
            self.failed.emit(error)

    def _is_wanted(self) -> bool:
        """Tell whether the question at work is the last that was asked; if so, it is answered."""
        is_last = self._wanted is self._at_work
        if is_last:
            self._wanted = None
        return is_last

    def _go_on(self) -> None:
        """Ask what was asked meanwhile."""
        before, self._at_work = self._at_work, None
        if self._wanted is before:
            self._wanted = None
        if self._wanted is not None:
            self._begin(self._wanted)


def answer(path: Path, question: Question, stop: Callable[[], bool]) -> Answer | Listed | None:
    """Answer a question with a reader of one's own; with None if nobody waits any more."""
    with looking(path) as reader:
        try:
            if question.first:
                return _found(reader, question, stop)
            said = _concluded(reader, question, stop)
            if refine.says_nothing(question.text) and not said:
                return Listed(question, rows(reader, question.text, stop))
            found = _found(reader, question, stop)
            return replace(found, said=tuple(said[:SAID]), concluded=len(said))
        except Stopped:
            return None
        except NotALibrary:  # without an index: one that came from elsewhere, opened to look
            return Listed(question, reader.order(question.text))


def _concluded(reader: Reader, question: Question, stop: Callable[[], bool]) -> list[Concluded]:
    """Give the findings that speak of it, or of what begins so."""
    for text in (question.text, refine.with_open_end(question.text)):
        said = conclusions(reader, text, literal=question.literal, stop=stop) if text else []
        if said:
            return said
    return []


def _found(reader: Reader, question: Question, stop: Callable[[], bool]) -> Answer:
    found, begun = _search(reader, question, stop), ""
    open_ended = refine.with_open_end(question.text)
    if not found.total and open_ended:
        begun = refine.last_word(question.text)
        found = _search(reader, replace(question, text=open_ended), stop)
        begun = begun if found.total else ""
    cards = {card.row: card for card in reader.cards([hit.row for hit in found.hits])}
    tags = {tag.id: tag.path for tag in reader.tags()} if found.counts.tags else {}
    return Answer(question, found, cards, tags, begun)


def _search(reader: Reader, question: Question, stop: Callable[[], bool]) -> Found:
    return search(
        reader,
        question.text,
        limit=question.many,
        offset=question.first,
        literal=question.literal,
        by=question.by,
        stop=stop,
    )

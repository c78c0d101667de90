"""A Chinese word pointed at: found where the text is cut, looked up, and its card painted.

The reader has many terms of her own, which go before all others.
"""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from core.glossary import look_up, word_at
from core.model import Term
from gui.glossary import WordCard, WordInfo
from tests.bench.deed import dressed
from tests.bench.timing import Result, seconds
from tests.generate import articles

TERMS, TITLES = 5_000, 40
PROMISE = 0.020  # seconds


def bench(_folder: Path, _size: int) -> Iterator[Result]:
    app = dressed()
    own = tuple(Term(str(n), f"国产{chr(0x4E00 + n)}", ("name",)) for n in range(TERMS))
    titles = [one.title for one in islice(articles(200), TITLES)]
    places = [(title, place) for title in titles for place in range(0, len(title), 3)]
    looked = [seconds(partial(_look, title, place, own)) for title, place in places]
    yield Result("find and look up the word pointed at", median(looked), None, PROMISE / 4)
    window = QWidget()
    window.resize(800, 600)
    window.show()
    card = WordCard(window)
    told = WordInfo("稀土", "", "xī tǔ", ("REE",), ("rare earth",), ("rare earth (chemistry)",))
    here = QRect(window.mapToGlobal(window.rect().center()), card.size())
    painted = [
        seconds(lambda: card.open(told, here, held=False), app.processEvents) for _ in range(20)
    ]
    yield Result("the same, and its card painted", median(looked) + median(painted), None, PROMISE)
    window.close()


def _look(text: str, place: int, own: tuple[Term, ...]) -> None:
    found = word_at(text, place, own)
    if found:
        look_up(found.text, own)

"""A frame of scrolling, in the list of a large library and in a long tree."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from core.library import Reader
from core.model import Annotated
from core.quantity import quantities
from gui.articles import ArticlePane
from gui.articles.arrangement import Arrangement
from gui.insights import InsightPane
from gui.search.pane import ResultsPane
from tests.bench.deed import dressed
from tests.bench.libraries import filled
from tests.bench.timing import Result, seconds
from tests.bench.tree import long_article

FRAMES = 120
STEP = 97  # pixels, so that rows do not fall into step with frames
PROMISE = 0.008


def bench(folder: Path, size: int) -> Iterator[Result]:
    app = dressed()
    with Reader(filled(folder, size)) as reader:
        pane = ArticlePane(reader, ResultsPane)
        pane.resize(360, 760)
        pane.show()
        app.processEvents()
        yield Result(
            f"a frame of the list, {size:,} articles", _frame(app, pane.list), None, PROMISE
        )
        pane.list.verticalScrollBar().setValue(0)
        pane.arrange(Arrangement("day"))
        yield Result("the same, by day", _frame(app, pane.list), None, PROMISE)
        pane.close()
    tree = InsightPane()
    tree.resize(700, 760)
    tree.show()
    tree.show_article(Annotated(long_article(), (), {}, {}, read=False))
    app.processEvents()
    yield Result("a frame of the tree, 1,000 claims", _frame(app, tree.view), None, PROMISE)
    tree.view.verticalScrollBar().setValue(0)
    quantities("10 years")  # the reader of quantities is loaded before they are shown
    tree.view.show_quantities(True)
    yield Result("the same, with quantities underlined", _frame(app, tree.view), None, PROMISE)
    tree.close()


def _frame(app: QApplication, area: QAbstractScrollArea) -> float:
    """Give the median time from a step of the scroll bar to the repainted viewport.

    What waits between frames, such as measuring rows further on, has its turn, and is not counted.
    """
    bar, frames = area.verticalScrollBar(), list[float]()
    for _ in range(FRAMES):
        step = partial(bar.setValue, bar.value() + STEP)
        frames.append(seconds(step, area.viewport().repaint))
        app.processEvents()
    return median(frames)

"""From the release of the mouse to durable and painted, against the bare durable transaction."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import schema
from core.library import Library
from core.model import Kind
from core.settings import Settings
from gui import theme
from gui.desk import Desk
from gui.insights import pane
from gui.insights.bar import ColourButton
from gui.insights.view import InsightView
from gui.window import Window
from tests.bench.timing import Result, in_turn, seconds
from tests.generate import articles
from tests.given import ANNA
from tests.gui import mouse

TIMES = 40
PROMISE = 3.0
Rows = Sequence[tuple[object, ...]]
ID, TEXT = ANNA.id, "10 to 20 years"


def bench(folder: Path, _size: int) -> Iterator[Result]:
    app = dressed()
    with Library(folder / "deed.meipi", ANNA) as library:
        library.commit(library.add(articles(20)).change)
        vars(pane)["InsightView"] = Heard
        window = Window(Desk(library), Settings(author=ANNA.id, name=ANNA.name, theme="light"))
        window.show()
        app.processEvents()
        bare = _bare(folder / "bare.db")
        ours, durable = in_turn(lambda: _highlight(window, app), lambda: seconds(bare), TIMES)
        window.close()
    yield Result("mouse release to durable and painted", ours, durable, PROMISE)


def dressed() -> QApplication:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts(app)
    theme.apply(app, "light")
    return app


def _highlight(window: Window, app: QApplication) -> float:
    """Choose words by dragging, mark them by the bar, and wait until they are painted."""
    view = window.insights.view
    nodes = mouse.article_in(view).edition.nodes
    claim = next(node.position for node in nodes if node.kind is Kind.CLAIM)
    mouse.drag(view, claim, 0, 12)
    app.processEvents()
    button, left = window.insights.findChildren(ColourButton)[0], Qt.MouseButton.LeftButton
    QTest.mousePress(button, left)
    begun = time.perf_counter()
    QTest.mouseRelease(button, left)
    assert isinstance(view, Heard), "the window was made with it"
    spent = view.painted - begun
    assert spent > 0, "the mark is painted before the release is over"
    app.processEvents()
    window.turning.undo()
    app.processEvents()
    return spent


class Heard(InsightView):
    """The tree, telling when it has painted."""

    painted = 0.0

    def viewportEvent(self, event: QEvent) -> bool:
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.Paint:
            self.painted = time.perf_counter()
        return done


def _bare(path: Path) -> Callable[[], None]:
    """Give a job that writes the rows of a highlight, and nothing else, in one transaction."""
    connection = sqlite3.connect(path, isolation_level=None)
    schema.settle(connection)
    schema.create(connection)
    number = count()
    tables = ("changes", "revisions", "heads", "highlights")
    changes, revisions, heads, highlights = (inserting(connection, table) for table in tables)

    def save() -> None:
        n = next(number)
        revs = [n.to_bytes(15, "big") + bytes([field]) for field in range(2)]
        connection.execute("BEGIN IMMEDIATE")
        changes([(n, str(n), "highlight", 1, ID, n, None, "done", str(n))])
        said = [(rev, "highlight", str(n), rev.hex(), b"", n, ID, TEXT, str(n)) for rev in revs]
        revisions(said)
        heads([(str(n), rev.hex(), rev) for rev in revs])
        mark = (str(n), ID, ID, 1, 0, 12, TEXT, TEXT, TEXT, "yellow", "", "", 0, ID, TEXT, TEXT)
        highlights([mark])
        connection.execute("COMMIT")

    return save


def inserting(connection: sqlite3.Connection, table: str) -> Callable[[Rows], None]:
    """Give a job that inserts rows, short of some last columns, into a table."""
    columns = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)
    statement = f"INSERT INTO {table} VALUES ({','.join('?' * columns)})"

    def insert(rows: Rows) -> None:
        connection.executemany(statement, [(*row, *[0] * (columns - len(row))) for row in rows])

    return insert

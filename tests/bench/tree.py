"""An article of a thousand claims shown, against a QTextEdit with the same text."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextEdit

from core.model import Annotated, Article, Body, Kind, Masthead, Node
from core.outline import compose
from gui.insights import InsightPane
from tests.bench.deed import dressed
from tests.bench.timing import Result, in_turn, seconds
from tests.generate import articles

CLAIMS = 1_000
TIMES = 9
PROMISE = 1.5


def bench(_folder: Path, _size: int) -> Iterator[Result]:
    app, article = dressed(), long_article()
    text = "\n".join(node.text for node in article.edition.nodes)
    ours, bare = in_turn(
        lambda: _pane(app, article),
        lambda: _edit(app, text),
        TIMES,
    )
    yield Result("show an article of 1,000 claims", ours, bare, PROMISE)


def long_article() -> Article:
    """Make one article of a thousand claims, ten to a group."""
    some = (n for one in articles(200) for n in one.edition.nodes if n.kind is Kind.CLAIM)
    rows: list[Node] = []
    for number, claim in zip(range(CLAIMS), some, strict=False):
        if number % 10 == 0:
            title = f"Group {number // 10 + 1}: Part"
            rows.append(Node(len(rows), 0, Kind.GROUP, title, "Part", number // 10 + 1))
        rows.append(Node(len(rows), 1, Kind.CLAIM, claim.text, citations=claim.citations))
    return compose(Masthead("长文"), rows, "", Body.SUMMARY)


def _pane(app: QApplication, article: Article) -> float:
    pane = InsightPane()
    pane.resize(700, 700)
    pane.show()
    app.processEvents()
    shown = Annotated(article, (), {}, {}, read=False)
    spent = seconds(lambda: pane.show_article(shown), app.processEvents, pane.grab)
    pane.close()
    return spent


def _edit(app: QApplication, text: str) -> float:
    edit = QTextEdit()
    edit.resize(700, 700)
    edit.show()
    app.processEvents()
    spent = seconds(
        lambda: edit.setPlainText(text), edit.document().size, app.processEvents, edit.grab
    )
    edit.close()
    return spent

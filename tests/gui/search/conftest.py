"""A window over articles that speak of rare earths in both languages, and of other things."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Article
from gui.window import Window
from tests.given import made
from tests.gui.window.conftest import open_window, settings_of_anna

__all__ = ["open_window"]

MAGNETS = "Output of rare earth magnets outside China stays small"
YEARS = "A secure supply chain could take 10 to 20 years to build"
LATE = "Nobody expects much before the end of the decade, " * 6 + "least of all in rare earths"


@pytest.fixture
def minerals(library: Library) -> list[Article]:
    """Four articles; in the first a claim is marked, with a tag and a note."""
    articles = [
        made("中国稀土替代品要找多久", MAGNETS, YEARS, LATE),
        made("美国芯片出口管制", "Export controls on chips widen", "Chips stay scarce"),
        made("铜价上涨", "Copper rose again", "Smelters wait", source="ZACKS"),
        made("Magnets and motors", "Motors need rare earths", source="Huan Qiu Shi Bao"),
    ]
    library.commit(library.add(articles).change)
    first = articles[0]
    passage = describe(first, 2, 0, len(YEARS))
    library.commit(annotate.highlight(passage, note="Ask the smelters", tags=("claim/forecast",)))
    return articles


@pytest.fixture
def window(
    open_window: Callable[..., Window],
    library: Library,
    minerals: list[Article],
    qtbot: QtBot,
) -> Window:
    window = open_window(library, settings_of_anna())
    window._reading.stop()
    return window

"""Shelves to show in the side bar, and what it shows of them."""

from PySide6.QtCore import QModelIndex

from gui.sidebar import Shelf, Sidebar

MINERALS = Shelf("关键矿产", "稀土 OR 镓", id="a")
CHIPS = Shelf("<b>Chips</b>", "芯片", id="b")
TAGS = (
    Shelf("claim", 'tag:"claim"', id="c", tag="claim"),
    Shelf("forecast", 'tag:"claim/forecast"', id="f", tag="claim/forecast", also="预测"),
    Shelf("稀土", 'tag:"稀土"', id="d", tag="稀土"),
)
SOURCES = (Shelf("观察者网", 'source:"Guan Cha Zhe Wang"', "source"),)


def names(sidebar: Sidebar) -> list[str]:
    rows = (sidebar.model.index(row) for row in range(sidebar.model.rowCount()))
    return [str(one.data()) for one in rows]


def at(sidebar: Sidebar, name: str) -> QModelIndex:
    return sidebar.model.index(names(sidebar).index(name))

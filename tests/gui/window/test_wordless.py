"""Letters are commands in every view, with an input method on, whatever row is current."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodQueryEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QLineEdit
from pytestqt.qtbot import QtBot

from core.annotate import findings
from core.library import Library
from gui.ledger.table import Table
from gui.sidebar.view import Shelves
from gui.window import Window

ENABLED = Qt.InputMethodQuery.ImEnabled


def takes_words(view: QAbstractItemView) -> bool:
    """Ask as Qt does before it hands a key to an input method."""
    asked = QInputMethodQueryEvent(ENABLED)
    QApplication.sendEvent(view, asked)
    return bool(asked.value(ENABLED))


def cells(view: QAbstractItemView) -> list[QModelIndex]:
    model, first = view.model(), view.indexAt(view.viewport().rect().topLeft())
    columns = model.columnCount(QModelIndex()) if isinstance(view, Table) else 1
    return [first.siblingAtRow(row).siblingAtColumn(n) for row in range(8) for n in range(columns)]


def test_no_view_gives_letters_to_an_input_method(
    window: Window, library: Library, qtbot: QtBot
) -> None:
    window.actions_["highlight"].trigger()
    window.desk.tag(window.inspector.current() or "", "claim/forecast")
    library.commit(findings.find(findings.Draft("It takes years")))
    window.desk.look_again()
    window.actions_["show_ledger"].trigger()
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar
    qtbot.waitUntil(lambda: bar.model.shelf('tag:"claim/forecast"') is not None)
    views = [one for one in window.findChildren(QAbstractItemView) if one.isVisible()]
    asked = [one for one in views if not isinstance(one, QHeaderView)]
    assert {Table, Shelves} < {type(one) for one in asked}
    for view in asked:
        view.setFocus()
        for cell in filter(QModelIndex.isValid, cells(view)):
            view.setCurrentIndex(cell)
            assert not takes_words(view), (view, cell.row(), cell.column())


def test_the_field_that_a_row_is_renamed_in_takes_them(window: Window, qtbot: QtBot) -> None:
    window.actions_["highlight"].trigger()
    window.desk.tag(window.inspector.current() or "", "forecast")
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar
    qtbot.waitUntil(lambda: bar.model.shelf('tag:"forecast"') is not None)
    shelf = bar.model.shelf('tag:"forecast"')
    assert shelf
    bar.rename(shelf.key)
    field = bar.view.viewport().findChild(QLineEdit)
    assert field
    assert field.inputMethodQuery(ENABLED)

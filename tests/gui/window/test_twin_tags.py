"""Two readers made a tag of one name before a merge: which is which, and how they become one."""

import itertools
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core import annotate
from core.library import Library
from core.model import Article, Tag
from gui.dialogs.tags import TagsDialog
from gui.sidebar import Sidebar
from gui.sidebar.model import COUNT
from gui.window import Window
from tests.generate import mark
from tests.given import BEN
from tests.gui.sidebar.given_shelves import at, names
from tests.gui.window.conftest import Open

Role = Qt.ItemDataRole


@pytest.fixture
def library(library: Library, rare_earths: Article, tmp_path: Path) -> Library:
    """Anna's library with Ben's merged: each made a tag `forecast`, and Ben one below it."""
    library.commit(library.add([rare_earths]).change)
    other = tmp_path / "ben.meipi"
    shutil.copy(library.path, other)
    with Library(other, BEN, itertools.count(1_760_043_200_000, 1000).__next__) as ben:
        for path in ("forecast", "forecast/energy"):
            one = ben.commit(mark(rare_earths)).edits[0].record
            ben.commit(annotate.tag([ben.highlight(one)], path, ben.tags()))
    for _ in range(3):
        one = library.commit(mark(rare_earths)).edits[0].record
        library.commit(annotate.tag([library.highlight(one)], "forecast", library.tags()))
    library.merge(other)
    return library


@pytest.fixture
def window(open_window: Open, library: Library) -> Window:
    return open_window(library)


@pytest.fixture
def bar(window: Window, qtbot: QtBot) -> Sidebar:
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar is not None
    qtbot.waitUntil(lambda: bool(bar._found.get("tags")))
    return bar


def twins(library: Library, path: str = "forecast") -> list[Tag]:
    return [tag for tag in library.tags() if tag.path == path]


def test_they_are_one_row_that_finds_and_counts_what_either_is_on(bar: Sidebar) -> None:
    assert names(bar).count("forecast") == 1
    row = at(bar, "forecast")
    assert row.data(COUNT) == 1
    assert "2 tags have this name, made by" in row.data(Role.ToolTipRole)
    assert {"Anna", "Ben"} == {one for one in ("Anna", "Ben") if one in row.data(Role.ToolTipRole)}
    assert "2 tags of this name" in row.data(Role.AccessibleTextRole)
    assert "tags of this name" not in at(bar, "energy").data(Role.AccessibleTextRole)


def test_the_row_is_renamed_with_all_that_it_stands_for(
    bar: Sidebar, window: Window, library: Library, qtbot: QtBot
) -> None:
    bar.model.setData(at(bar, "forecast"), "claim/outlook")
    qtbot.waitUntil(lambda: len(twins(library, "claim/outlook")) == 2)
    assert [tag.path for tag in library.tags()] == [
        "claim", "claim/outlook", "claim/outlook", "claim/outlook/energy",
    ]  # fmt: skip
    window.actions_["undo"].trigger()
    assert len(twins(library)) == 2


def test_its_menu_makes_them_one_and_one_undo_two_again(
    bar: Sidebar, window: Window, library: Library, qtbot: QtBot
) -> None:
    mine = max(twins(library), key=lambda tag: tag.uses)
    bar.view.menu_asked.emit(at(bar, "forecast"), bar.mapToGlobal(QPoint(9, 9)))
    menu = bar.findChildren(QMenu)[-1]
    next(one for one in menu.actions() if one.text() == "Make Them One Tag").trigger()
    menu.close()
    (one,) = twins(library)
    assert (one.id, one.uses) == (mine.id, 4)
    assert [tag.path for tag in library.tags()] == ["forecast", "forecast/energy"]
    qtbot.waitUntil(lambda: "tags" not in (at(bar, "forecast").data(Role.ToolTipRole) or ""))
    bar.view.menu_asked.emit(at(bar, "forecast"), bar.mapToGlobal(QPoint(9, 9)))
    menu = bar.findChildren(QMenu)[-1]
    assert "Make Them One Tag" not in [one.text() for one in menu.actions()]
    menu.close()
    window.actions_["undo"].trigger()
    assert len(twins(library)) == 2


def test_the_list_of_tags_tells_whose_each_is_and_does_what_is_asked_to_that(
    window: Window, library: Library
) -> None:
    window.actions_["tags"].trigger()
    (dialog,) = window.findChildren(TagsDialog)
    rows = [dialog.model.index(row).data(Role.AccessibleTextRole) for row in range(2)]
    assert sorted(row.split(", ")[1] for row in rows) == ["Anna", "Ben"]
    his = next(tag for tag in twins(library) if tag.uses == 1)
    dialog.list.setCurrentIndex(dialog.model.index(dialog.model.place(his.id)))
    assert dialog.form.shared.text().startswith("Ben made this one;")
    dialog.form.path.setText("outlook")
    dialog.form.path.editingFinished.emit()
    assert [tag.id for tag in library.tags() if tag.path == "outlook"] == [his.id]
    assert dialog.form.shared.isHidden()
    dialog.close()


def test_a_search_stays_with_the_name_while_one_of_them_has_it(
    window: Window, library: Library
) -> None:
    for query in ("tag:forecast risk", "tag:forecast/energy"):
        library.commit(annotate.keep_search(query, query))
    window.actions_["tags"].trigger()
    (dialog,) = window.findChildren(TagsDialog)
    for uses, path, asked in (
        (1, "outlook", ["tag:forecast risk", "tag:outlook/energy"]),
        (3, "ahead", ["tag:ahead risk", "tag:outlook/energy"]),
    ):
        one = next(tag for tag in twins(library) if tag.uses == uses)
        dialog.list.setCurrentIndex(dialog.model.index(dialog.model.place(one.id)))
        dialog.form.path.setText(path)
        dialog.form.path.editingFinished.emit()
        assert sorted(one.query for one in library.searches()) == sorted(asked)
    dialog.close()


def test_the_name_means_the_one_that_is_used_most(window: Window, library: Library) -> None:
    mine = max(twins(library), key=lambda tag: tag.uses)
    window.actions_["highlight"].trigger()
    window.desk.tag(window.inspector.current() or "", "forecast")
    assert library.highlight(window.inspector.current() or "").tags == (mine.id,)

"""Wherever tags are listed, week 2 stands before week 10, and what is below a tag under it."""

import re

import pytest
from pytestqt.qtbot import QtBot

from core.export import markdown
from core.library import Library
from core.model import Article, Colour
from gui.dialogs.tags import TagsDialog
from gui.tags.chips import Chip
from gui.window import Window

GIVEN = ("week 10", "week", "week/9", "week 2", "week/10")
ORDER = ["week", "week/9", "week/10", "week 2", "week 10"]


@pytest.fixture
def tagged(window: Window) -> Window:
    """One highlight with the tags, and the window as it is then."""
    passage = window.insights.view.passage()
    assert passage is not None
    mark = window.desk.highlight(passage, Colour.GREEN)
    assert mark is not None
    for path in GIVEN:
        window.desk.tag(mark, path)
    window.choose_highlight(mark)
    return window


def test_in_the_library_and_beside_the_claim_and_the_highlight(
    tagged: Window, library: Library
) -> None:
    assert [tag.path for tag in library.tags()] == ORDER
    (row,) = (row for row in tagged.insights.view._rows._rows if row.tags)
    assert [path for _, path in row.tags] == ORDER
    assert [chip.tag.path for chip in tagged.findChildren(Chip) if chip.isVisible()] == ORDER


def test_in_the_side_bar(tagged: Window, qtbot: QtBot) -> None:
    tagged.shelving.fill()
    bar = tagged.shelving.bar
    assert bar is not None
    qtbot.waitUntil(lambda: [one.tag for one in bar._found.get("tags", ())] == ORDER)


def test_in_the_list_of_tags(tagged: Window) -> None:
    tagged.actions_["tags"].trigger()
    (dialog,) = (each for each in tagged.findChildren(TagsDialog) if each.isVisible())
    assert [tag.path for tag in dialog.model._rows] == ORDER


def test_among_tags_that_stand_together(tagged: Window, qtbot: QtBot) -> None:
    tagged.actions_["tags_together"].trigger()
    dialog = tagged.together._beside.there
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.pairs()) == 10)
    assert [pair.other.path for pair in dialog.pairs()[:4]] == ORDER[1:]
    assert [tag.path for tag in dialog.matrix.tags()] == ORDER


def test_in_what_is_exported(tagged: Window, library: Library, article: Article) -> None:
    document = markdown([library.annotated(article.id)])
    hashtags = ["week", "week/9", "week/10", "week-2", "week-10"]
    assert re.findall(r"^ *- (week\S*)$", document, re.MULTILINE) == hashtags
    assert re.findall(r"#(week\S*)", document) == hashtags

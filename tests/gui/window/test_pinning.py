"""Nine tags under Ctrl+1 to Ctrl+9."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import settings as preferences
from core.annotate import vocabulary
from core.library import Library
from core.model import Article, Kind, Tag
from gui.dialogs.tags import TagsDialog
from gui.window import Window
from tests.generate import mark

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def forecast(window: Window, library: Library, article: Article) -> Tag:
    """A tag of the library, under Ctrl+2."""
    change = window.desk.commit(lambda: mark(article))
    assert change
    window.desk.tag(change.edits[0].record, "claim/forecast")
    (one,) = (tag for tag in library.tags() if tag.path == "claim/forecast")
    window.pinning.pin(one.id, 2)
    return one


def press(window: Window, key: Key) -> None:
    QTest.keyClick(window.insights.view, key, CTRL)


def tags(library: Library, article: Article) -> list[tuple[str, ...]]:
    return [placed.highlight.tags for placed in library.annotated(article.id).placed]


def test_a_key_gives_its_tag_to_the_claim_and_takes_it_off_again(
    window, library, article, forecast
):
    window.choose_highlight(None)
    window.insights.view.go_to(2)
    press(window, Key.Key_2)
    assert tags(library, article).count((forecast.id,)) == 2
    press(window, Key.Key_2)
    assert tags(library, article).count((forecast.id,)) == 1


def test_the_menu_shows_what_is_pinned_by_its_name_as_it_is_now(window, library, forecast):
    shown = window.actions_["pinned_2"]
    assert shown.isVisible()
    assert shown.text() == "claim/forecast"
    assert not window.actions_["pinned_1"].isVisible()
    known = library.tags()
    window.desk.commit(lambda: vocabulary.rename(forecast, "outlook", known))
    assert shown.text() == "outlook"
    with Library(library.path, library.author) as other:
        (one,) = (tag for tag in other.tags() if tag.path == "outlook")
        other.commit(vocabulary.rename(one, "prospect", other.tags()))
    window.desk.look_again()
    assert shown.text() == "prospect"


def test_the_palette_offers_what_is_pinned_and_no_empty_place(window, forecast):
    names = {one.name: one.words for one in window.commanding._entries()}
    assert names["pinned_2"] == "claim/forecast"
    assert "pinned_1" not in names


def test_a_key_without_a_tag_says_where_to_give_it_one(window, forecast, library):
    before = library.last_seq()
    window.actions_["pinned_5"].trigger()
    assert "Tags > All Tags" in window.notice.text()
    assert library.last_seq() == before


def test_a_tag_has_one_key_and_a_key_one_tag_and_both_are_kept(window, library, forecast, article):
    window.actions_["tags"].trigger()
    dialog = next(one for one in window.findChildren(TagsDialog) if one.isVisible())
    row = next(row for row, one in enumerate(dialog.model._rows) if one.id == forecast.id)
    dialog.list.setCurrentIndex(dialog.model.index(row))
    assert dialog.form.key.currentText() == "Ctrl+2"
    dialog.form.key.activated.emit(7)
    assert dialog.form.key.currentText() == "Ctrl+7"
    kept = json.loads(preferences.path().read_text("utf-8"))["pinned"]
    assert kept == [*[""] * 6, forecast.id, "", ""]
    assert not window.actions_["pinned_2"].isVisible()
    dialog.choose("claim")
    assert dialog.form.key.itemText(7) == "Ctrl+7  claim/forecast", "and no key is taken unseen"


def test_several_claims_are_tagged_at_once(window, library, article, forecast):
    window.insights.view.pick_all()
    press(window, Key.Key_2)
    claims = [node for node in article.edition.nodes if node.kind is Kind.CLAIM]
    assert [forecast.id in one for one in tags(library, article)] == [True] * len(claims)
    window.actions_["undo"].trigger()
    assert tags(library, article) == [(forecast.id,)]


def test_the_key_of_a_tag_that_is_joined_goes_to_the_other(window, library, forecast):
    uses = library.tagged(forecast.id)
    window.desk.tag(uses[0].id, "outlook")
    (outlook,) = (tag for tag in library.tags() if tag.path == "outlook")
    uses, known = library.tagged(forecast.id), library.tags()
    window.desk.commit(lambda: vocabulary.join(outlook, forecast, uses, known))
    assert window.pinning.pins().index(outlook.id) + 1 == 2
    assert window.actions_["pinned_2"].text() == "outlook"
    for way, name in (("undo", "claim/forecast"), ("redo", "outlook"), ("undo", "claim/forecast")):
        window.actions_[way].trigger()
        assert window.actions_["pinned_2"].text() == name, "and comes back with it"

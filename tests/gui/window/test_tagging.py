"""The list of tags beside the window: what is asked there is done, and undone by one key."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core import annotate
from core.annotate import findings, vocabulary
from core.change import Change, Edit, Record
from core.ident import fresh
from core.library import Library
from core.model import Colour, Tag
from core.settings import load, save
from gui.dialogs.tags import TagsDialog, TagsModel
from gui.tags.popup import AmongPopup, TagPopup
from gui.verbs import turning
from gui.window import Window
from tests.generate import mark
from tests.gui.over import shown_over

Key = Qt.Key


@pytest.fixture
def dialog(window: Window, library: Library, article) -> TagsDialog:
    """The list, with three tags, of which the first is used."""
    change = window.desk.commit(lambda: mark(article))
    assert change
    one = change.edits[0].record
    for path in ("claim/forecast", "outlook"):
        window.desk.tag(one, path)
    window.actions_["tags"].trigger()
    return next(each for each in window.findChildren(TagsDialog) if each.isVisible())


def choose(dialog: TagsDialog, path: str) -> None:
    row = next(row for row, one in enumerate(dialog.model._rows) if one.path == path)
    dialog.list.setCurrentIndex(dialog.model.index(row))


def paths(library: Library) -> list[str]:
    return [tag.path for tag in library.tags()]


def at(library: Library, path: str) -> Tag:
    return next(tag for tag in library.tags() if tag.path == path)


def write(field, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def test_a_tag_is_renamed_and_moved_by_its_name(dialog, window, library):
    choose(dialog, "claim/forecast")
    write(dialog.form.path, "later/outlook")
    assert paths(library) == ["claim", "later", "later/outlook", "outlook"]
    assert dialog.form.path.text() == "later/outlook"
    assert window.notice.text() == "Renamed the tag."
    window.actions_["undo"].trigger()
    assert paths(library) == ["claim", "claim/forecast", "outlook"]
    assert dialog.form.path.text() == "claim/forecast"


def test_of_a_tag_that_is_no_longer_found_nothing_is_offered(dialog, library):
    choose(dialog, "claim/forecast")
    QTest.keyClicks(dialog.search, "outlook")
    assert dialog.form.isHidden()
    assert not dialog.pick.isHidden()
    choose(dialog, "outlook")
    dialog.search.clear()
    assert dialog.form.path.text() == "outlook"


def test_a_tag_renamed_out_of_what_is_looked_for_stays_chosen_until_more_is_typed(dialog, library):
    QTest.keyClicks(dialog.search, "outlook")
    choose(dialog, "outlook")
    write(dialog.form.path, "prospect")
    assert [one.path for one in dialog.model._rows] == ["prospect"]
    assert dialog.form.path.text() == "prospect"
    QTest.keyClicks(dialog.search, "s")
    assert dialog.form.isHidden()


def test_a_name_being_typed_is_kept_when_another_program_renames_the_tag(dialog, window, library):
    QTest.keyClicks(dialog.search, "outlook")
    choose(dialog, "outlook")
    dialog.form.path.setFocus()
    QTest.keyClicks(dialog.form.path, "s")
    with Library(library.path, library.author) as other:
        other.commit(vocabulary.rename(at(other, "outlook"), "prospect", other.tags()))
    window.desk.look_again()
    assert (dialog.form.path.text(), dialog.trouble.text()) == ("outlooks", "")
    QTest.keyClick(dialog.form.path, Key.Key_Return)
    assert "outlooks" in paths(library)


def test_what_uses_a_tag_is_asked_once_for_a_change(dialog, library):
    choose(dialog, "outlook")
    asked: list[str] = []
    dialog.used_asked.connect(asked.append)
    dialog.show_tags(library.tags())
    assert asked == [at(library, "outlook").id]


def test_a_name_that_is_taken_is_refused_in_the_list_and_nothing_changes(dialog, library):
    choose(dialog, "claim/forecast")
    write(dialog.form.path, "Outlook")
    assert "Join the two instead" in dialog.trouble.text()
    assert dialog.form.path.text() == "Outlook"
    assert paths(library) == ["claim", "claim/forecast", "outlook"]


def test_names_in_both_languages_and_a_colour_are_given(dialog, library):
    choose(dialog, "outlook")
    dialog.form.zh.setText("展望")
    dialog.form.zh.editingFinished.emit()
    write(dialog.form.en, "outlook")
    dialog.form.colours.buttons[Colour.BLUE].click()
    one = at(library, "outlook")
    assert (one.zh, one.en, one.colour) == ("展望", "outlook", Colour.BLUE)
    dialog.form.plain.click()
    assert at(library, "outlook").colour == ""
    dialog.search.setText("展")
    assert [tag.path for tag in dialog.model._rows] == ["outlook"]


def test_two_tags_are_joined_into_one_of_the_list(dialog, window, library, article):
    choose(dialog, "outlook")
    dialog.joined.emit(at(library, "outlook").id, "claim/forecast")
    assert paths(library) == ["claim", "claim/forecast"]
    (placed,) = library.annotated(article.id).placed
    assert placed.highlight.tags == (at(library, "claim/forecast").id,)
    dialog.joined.emit(at(library, "claim").id, "no such tag")
    assert "There is no tag" in dialog.trouble.text()


@pytest.mark.parametrize("which", [0, 1])
def test_two_tags_of_one_name_are_joined_from_either(dialog, library, which):
    library.commit(Change("merge", (Edit(Record.TAG, fresh(), "name", None, "outlook"),)))
    dialog.show_tags(library.tags())
    both = [one.id for one in library.tags() if one.path == "outlook"]
    gone, kept = both[which], both[1 - which]
    dialog.list.setCurrentIndex(dialog.model.index(dialog.model.place(gone)))
    QTest.mouseClick(dialog.form.join, Qt.MouseButton.LeftButton)
    (popup,) = dialog.findChildren(AmongPopup)
    QTest.keyClicks(popup.field, "outlook")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert [one.id for one in library.tags() if one.path == "outlook"] == [kept]


def test_a_tag_is_removed_from_what_carries_it_and_comes_back_with_one_undo(
    dialog, window, library, article
):
    choose(dialog, "outlook")
    dialog.form.remove.click()
    assert paths(library) == ["claim", "claim/forecast"]
    assert not dialog.form.isVisible()
    window.actions_["undo"].trigger()
    (placed,) = library.annotated(article.id).placed
    assert at(library, "outlook").id in placed.highlight.tags


@pytest.mark.parametrize("way", ["removed", "joined"])
def test_a_tag_of_many_is_removed_or_joined_on_a_worker(
    qtbot, dialog, window, library, monkeypatch, way
):
    monkeypatch.setattr(turning, "LARGE", 0)
    one = at(library, "outlook").id
    if way == "removed":
        dialog.removed.emit(one)
    else:
        dialog.joined.emit(one, "claim/forecast")
    assert not window.desk.free, "it is lent"
    qtbot.waitUntil(lambda: window.desk.free)
    assert paths(library) == ["claim", "claim/forecast"]
    assert [dialog.model._rows[row].path for row in range(2)] == paths(library)


def test_what_carries_a_tag_is_shown_in_the_window(qtbot, dialog, window):
    choose(dialog, "claim/forecast")
    assert dialog.form.uses.text() == "1 highlight"
    dialog.form.look.click()
    assert window.articles.search.text() == 'tag:"claim/forecast"'
    qtbot.waitUntil(lambda: len(window.articles.list.articles.rows) == 1)


def test_a_tag_given_in_the_window_is_in_the_list_at_once(dialog, window, library, article):
    (placed,) = library.annotated(article.id).placed
    known = library.tags()
    window.desk.commit(lambda: annotate.tag([placed.highlight], "new one", known))
    assert [tag.path for tag in dialog.model._rows][-2:] == ["new one", "outlook"]


def test_the_model_keeps_qts_rules(library):
    model = TagsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.keep([Tag("a", "a", None, "a"), Tag("b", "b", None, "b", zh="乙")])
    model.find("")
    assert model.rowCount() == 2
    model.find("乙")
    assert tester.model() is model
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "b, 乙, 0 highlights"


def test_a_tag_that_another_program_took_away_is_told_and_no_longer_listed(dialog, library):
    gone = at(library, "outlook")
    with Library(library.path, library.author) as other:
        other.commit(vocabulary.remove(gone, other.tagged(gone.id), other.tags()))
    dialog.renamed.emit(gone.id, "prospect")
    assert "no longer there" in dialog.trouble.text()
    assert paths(library) == ["claim", "claim/forecast"]
    assert [one.path for one in dialog.model._rows] == ["claim", "claim/forecast"]


def test_findings_that_carry_a_tag_are_counted_beside_highlights(dialog, window, library):
    draft = findings.Draft("It takes long", tags=("outlook",))
    window.desk.commit(lambda: findings.find(draft, library.tags()))
    choose(dialog, "outlook")
    assert dialog.form.uses.text() == "1 highlight, 1 finding"
    window.desk.undo()
    assert dialog.form.uses.text() == "1 highlight"


def test_a_tag_with_signs_in_it_is_looked_for_as_it_is(qtbot, dialog, window, library, article):
    (placed,) = library.annotated(article.id).placed
    window.desk.tag(placed.highlight.id, 'risk (China) "now"*')
    choose(dialog, 'risk (China) "now"*')
    dialog.form.look.click()
    assert window.articles.search.text() == 'tag:"risk (China) now *"'
    qtbot.waitUntil(lambda: len(window.articles.list.articles.rows) == 1)


def test_other_names_are_given_kept_and_found_by(dialog, window, library):
    choose(dialog, "outlook")
    dialog.form.names.setFocus()
    dialog.form.names.insertPlainText("prospect, 展望、 ")
    QTest.keyClick(dialog.form.names, Key.Key_Return)
    assert set(at(library, "outlook").aliases) == {"prospect", "展望"}
    dialog.search.setText("展")
    assert [tag.path for tag in dialog.model._rows] == ["outlook"]
    dialog.search.clear()
    choose(dialog, "outlook")
    window.actions_["undo"].trigger()
    assert at(library, "outlook").aliases == ()
    assert dialog.form.names.toPlainText() == ""


def test_any_name_gives_the_tag_by_the_key_for_tags(dialog, window, library, article):
    choose(dialog, "claim")
    dialog.called.emit(at(library, "claim").id, ("thesis", "论点"))
    dialog.close()
    (placed,) = library.annotated(article.id).placed
    window.choose_highlight(placed.highlight.id)
    window.actions_["tag"].trigger()
    (popup,) = (one for one in window.findChildren(TagPopup) if one.isVisible())
    QTest.keyClicks(popup.field, "THESIS")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert at(library, "claim").id in library.highlight(placed.highlight.id).tags
    assert paths(library) == ["claim", "claim/forecast", "outlook"]


def test_a_name_of_another_tag_is_refused_with_a_word(dialog, library):
    choose(dialog, "outlook")
    dialog.form.names.setFocus()
    QTest.keyClicks(dialog.form.names, "claim/forecast")
    QTest.keyClick(dialog.form.names, Key.Key_Return)
    assert "is called “claim/forecast” already" in dialog.trouble.text()
    assert at(library, "outlook").aliases == ()
    assert dialog.form.names.toPlainText() == "claim/forecast"
    dialog.form.names.selectAll()
    QTest.keyClicks(dialog.form.names, "prospect")
    QTest.keyClick(dialog.form.names, Key.Key_Return)
    assert at(library, "outlook").aliases == ("prospect",)
    assert not dialog.trouble.isVisible()


def test_what_uses_a_tag_is_listed_and_leads_there(qtbot, dialog, window, library, article):
    window.desk.commit(lambda: annotate.keep_search("Mine", "tag:outlook copper"))
    draft = findings.Draft("It takes long", tags=("outlook",))
    window.desk.commit(lambda: findings.find(draft, library.tags()))
    settings = load()
    settings.rules = [json.dumps(["copper", "duration", "outlook"])]
    save(settings)
    choose(dialog, "claim/forecast")
    choose(dialog, "outlook")
    (placed,) = library.annotated(article.id).placed
    quote = placed.highlight.passage.quote
    wanted = [
        ("articles", "1 article"),
        ("search", "Mine"),
        ("rule", "copper · duration"),
        ("finding", "It takes long"),
        ("highlight", quote),
    ]
    qtbot.waitUntil(lambda: dialog.used.rows() == wanted)
    window.choose_highlight(None)
    used = dialog.used.list
    used.itemActivated.emit(used.item(4))
    assert window.inspector.current() == placed.highlight.id
    used.itemActivated.emit(used.item(1))
    assert window.articles.search.text() == "tag:outlook copper"
    used.itemActivated.emit(used.item(0))
    assert window.articles.search.text() == 'tag:"outlook"'
    qtbot.waitUntil(lambda: not window.articles._results.asker.is_waiting())
    choose(dialog, "claim")
    qtbot.waitUntil(lambda: dialog.used.rows() == [])
    assert dialog.used.head.text() == "Nothing uses it."


def test_a_name_that_two_tags_have_since_a_merge_is_told(dialog, window, library):
    twice = (
        edit
        for path in ("outlook", "claim/forecast")
        for edit in vocabulary.call(at(library, path), ["prospect"], ()).edits
    )
    window.desk.commit(lambda: Change("merge", tuple(twice)))
    choose(dialog, "outlook")
    assert "“prospect” is a name of the tag “claim/forecast”, too" in dialog.form.shared.text()
    dialog.called.emit(at(library, "outlook").id, ())
    assert dialog.form.shared.isHidden()


def test_a_tag_is_moved_in_the_side_bar_and_told_of_where_it_cannot_be(
    window: Window, library: Library
) -> None:
    window.actions_["highlight"].trigger()
    window.desk.tag(window.inspector.current() or "", "claim/forecast")
    window.desk.tag(window.inspector.current() or "", "forecast")
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar
    bar.moved.emit("claim", "thesis")
    assert [tag.path for tag in library.tags()] == ["forecast", "thesis", "thesis/forecast"]
    bar.moved.emit("forecast", "thesis/forecast")
    assert "There is a tag" in window.notice.text()
    bar.moved.emit("claim", "elsewhere")
    assert "no longer there" in window.notice.text()
    window.actions_["undo"].trigger()
    assert [tag.path for tag in library.tags()] == ["claim", "claim/forecast", "forecast"]


def test_the_side_bar_leads_to_all_that_is_said_of_a_tag(window: Window, qtbot: QtBot) -> None:
    window.actions_["highlight"].trigger()
    window.desk.tag(window.inspector.current() or "", "claim/forecast")
    window.shelving.fill()
    bar = window.shelving.bar
    assert bar
    qtbot.waitUntil(lambda: bar.model.shelf('tag:"claim/forecast"') is not None)
    (tag,) = (one.id for one in window.desk.reader.tags() if one.path == "claim/forecast")
    bar.view.menu_asked.emit(bar.model.place(tag), bar.mapToGlobal(QPoint(9, 9)))
    (menu,) = bar.findChildren(QMenu)
    deeds = {one.text(): one for one in menu.actions()}
    assert {"Show", "Rename", "Colour, Names, Join…"} <= deeds.keys()
    deeds["Colour, Names, Join…"].trigger()
    dialog = window.tagging._beside.there
    assert dialog
    assert dialog.form.path.text() == "claim/forecast"
    menu.close()
    dialog.close()


def test_an_empty_list_says_how_to_fill_it_and_one_that_finds_nothing_says_so(dialog, window):
    assert not dialog.none.isVisible()
    QTest.keyClicks(dialog.search, "copper")
    assert dialog.none.isVisible()
    assert dialog.none.text() == "No tag is called that."
    dialog.search.clear()
    for one in dialog.model.all():
        dialog.removed.emit(one.id)
    assert "press T" in dialog.none.text()
    assert not dialog.pick.isVisible(), "there is none to choose"


def test_the_field_for_a_tag_stays_in_a_window_that_becomes_smaller(
    window: Window, qtbot: QtBot
) -> None:
    window.actions_["highlight"].trigger()
    window.actions_["tag"].trigger()
    popup = shown_over(TagPopup)
    popup.stand(QPoint(window.width(), window.height()))
    window.resize(window.minimumSizeHint().width(), 400)
    qtbot.waitUntil(lambda: window.rect().contains(popup.geometry()))


def test_a_join_is_undone_by_key_and_leads_to_the_tag_that_stays(dialog, library):
    choose(dialog, "outlook")
    QTest.mouseClick(dialog.form.join, Qt.MouseButton.LeftButton)
    (popup,) = dialog.findChildren(AmongPopup)
    QTest.keyClicks(popup.field, "forecast")
    QTest.keyClick(popup.field, Key.Key_Return)
    assert dialog.form.path.text() == "claim/forecast"
    QTest.keyClick(dialog.list, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert paths(library) == ["claim", "claim/forecast", "outlook"]

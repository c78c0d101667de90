"""Two versions beside one another: what is set apart, what is offered, and hostile values."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.model import Conflict, Head, Tag
from gui.highlights.third import third
from gui.highlights.values import LONGEST, field_name, value_words
from gui.highlights.version import other_words
from gui.highlights.versions import Versions

NARROWEST = 258  # of an inspector that is 300 pixels wide, between its margins
TAG = Tag("t", "forecast", None, "claim/forecast")


def conflict(field: str, *values: str | None, kind: str = "highlight") -> Conflict:
    heads = (Head(bytes([n]), value, 1000 - n, f"author {n}") for n, value in enumerate(values))
    return Conflict(kind, "r", field, tuple(heads))


def apart(text: str, against: str) -> list[str]:
    units = text.encode("utf-16-le")
    return [units[2 * a : 2 * b].decode("utf-16-le") for a, b in other_words(text, against)]


@pytest.fixture
def panel(qtbot: QtBot) -> Versions:
    panel = Versions()
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_only_the_words_that_differ_are_set_apart() -> None:
    assert apart("it takes 10 years to build", "it takes 20 years to build") == ["10"]
    assert apart("稀土供应链要十年", "稀土供应链要廿年") == ["十"]
    assert apart("😀𠮷 is small here", "😀𠮷 is large here") == ["small"]
    assert apart("the same", "the same") == []


def test_two_other_texts_are_not_set_apart_at_all() -> None:
    assert apart("completely different", "稀土与磁体") == []


@pytest.mark.parametrize(
    ("field", "value", "name", "said"),
    [
        ("note", "why?", "Note", "why?"),
        ("note", None, "Note", "(empty)"),
        ("colour", "red", "Colour", "Red"),
        ("colour", "mauve", "Colour", "mauve"),
        ("stance", "doubt", "Judgement", "Doubt"),
        ("stance", None, "Judgement", "(empty)"),
        ("private", "1", "Private", "Yes"),
        ("private", None, "Private", "No"),
        ("tag:t", "1", "Tag claim/forecast", "Given"),
        ("tag:gone", None, "Tag ?", "Dropped"),
        ("parent", "t", "Stands under", "claim/forecast"),
        ("passage", '{"quote": "10 to 20"}', "Passage", "10 to 20"),
        ("passage", "no JSON", "Passage", "no JSON"),
        ("edition", "3f2a", "Text", "3f2a"),
        ("something", "new", "something", "new"),
    ],
)
def test_every_field_has_a_name_and_its_values_words(
    field: str, value: str | None, name: str, said: str
) -> None:
    one, tags = conflict(field, value), {"t": TAG}
    assert (field_name(one, tags), value_words(one, value, tags)) == (name, said)


def test_a_note_offers_both_and_another_and_a_colour_does_not(panel: Versions) -> None:
    panel.show_conflicts([conflict("colour", "red", "blue"), conflict("note", "a", "b")], {}, {})
    note, colour = panel.fields
    offered = [
        [button.isVisibleTo(field) for button in (field.both, field.another, field.editor)]
        for field in (note, colour)
    ]
    assert offered == [[True, True, False], [False, False, False]]


def test_of_three_versions_each_can_be_kept(panel: Versions, qtbot: QtBot) -> None:
    one = conflict("note", "a", "b", None)
    panel.show_conflicts([one], {}, {})
    kept: list[object] = []
    panel.settled.connect(lambda _conflict, value: kept.append(value))
    for version in panel.fields[0].versions:
        qtbot.mouseClick(version.keep, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.fields[0].both, Qt.MouseButton.LeftButton)
    assert kept == ["a", "b", None, "b\n\na"]


def test_there_is_nothing_to_see_when_nothing_is_contested(panel: Versions) -> None:
    panel.show_conflicts([conflict("note", "a", "b")], {}, {})
    panel.show_conflicts([], {}, {})
    assert not panel.isVisible()
    assert not panel.write("note")


def test_two_stand_side_by_side_where_there_is_room_and_under_one_another_else(
    panel: Versions, qtbot: QtBot
) -> None:
    panel.show_conflicts([conflict("note", "first", "second")], {}, {})
    first, second = panel.fields[0].versions

    def are_beside() -> bool:
        return first.y() == second.y()

    panel.resize(700, 500)
    qtbot.waitUntil(are_beside)
    panel.resize(NARROWEST, 500)
    qtbot.waitUntil(lambda: not are_beside())
    assert panel.width() == NARROWEST


def test_a_huge_and_hostile_text_is_shown_in_part_and_kept_whole(
    panel: Versions, qtbot: QtBot
) -> None:
    huge = "\u202e<img src=file:///etc/passwd>稀" * 30_000
    panel.show_conflicts([conflict("note", huge, huge + "!")], {}, {})
    shown = panel.fields[0].versions[0].text
    assert len(shown.toPlainText()) == LONGEST + 1
    assert "<img" in shown.toPlainText()
    with qtbot.waitSignal(panel.settled) as told:
        qtbot.mouseClick(panel.fields[0].versions[0].keep, Qt.MouseButton.LeftButton)
    assert told.args is not None
    assert told.args[1] == huge


@pytest.mark.parametrize(
    ("kind", "field", "written", "kept"),
    [
        ("highlight", "note", "two\nlines", "two\nlines"),
        ("tag", "name", " two\nlines ", "two lines"),
        ("tag", "name", "claim/forecast", None),
        ("tag", "name", "a\u202eb", "a b"),
        ("tag", "zh", "", ""),
        ("term", "zh", "  ", None),
        ("term", "en", "rare earth; rare earths", "rare earth; rare earths"),
        ("search", "query", "稀土 2026", "稀土 2026"),
        ("finding", "statement", "x" * 1001, None),
    ],
)
def test_a_third_text_is_kept_as_the_field_can_hold_it(
    kind: str, field: str, written: str, kept: str | None
) -> None:
    assert third(conflict(field, "one", "other", kind=kind), written) == kept


def test_a_name_can_be_given_a_third_text_and_a_colour_cannot(panel: Versions) -> None:
    told = list[tuple[Conflict, str]]()
    panel.settled.connect(lambda *said: told.append(said))
    name = conflict("name", "稀土", "rare earths", kind="tag")
    panel.show_conflicts([name, conflict("colour", "red", "blue", kind="tag")], {}, {})
    of_name, of_colour = panel.fields
    assert not of_colour.another.isVisible()
    assert not of_name.both.isVisible()
    of_name.another.click()
    of_name.editor.setPlainText("no/name")
    assert not of_name.keep.isEnabled()
    of_name.editor.setPlainText("稀土 rare earths")
    of_name.keep.click()
    assert told == [(name, "稀土 rare earths")]

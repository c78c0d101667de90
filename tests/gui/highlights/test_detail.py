"""All about one highlight: what is shown, and what each control tells."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core import annotate
from core.anchor import describe
from core.model import Colour, Stance
from gui.highlights import Inspector

TOLD = [
    (1_000, "Anna", "highlighted in yellow"),
    (3_000, "<b>王</b>", "note: why"),
    (2_000, "Anna", "tagged"),
]
SIGNALS = ("recoloured", "noted", "judged", "tagged", "untagged", "removed", "jumped", "copied")


def told(inspector: Inspector) -> list[tuple[object, ...]]:
    """Gather what every signal tells, its name first."""
    heard: list[tuple[object, ...]] = []
    for name in SIGNALS:
        signal = getattr(inspector, name)
        signal.connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_choosing_shows_all_that_is_stored(chosen: Inspector, place) -> None:
    detail = chosen.detail()
    assert chosen.current() == place.years
    assert detail.quote.text.toPlainText() == place.library.highlight(place.years).passage.quote
    assert detail.quote.place.text() == "Group 1: Supply"
    assert detail.colours.buttons[Colour.RED].isChecked()
    assert detail.stances.buttons[Stance.DOUBT].isChecked()
    assert detail.note.editor.toPlainText() == place.library.highlight(place.years).note
    assert "Anna" in detail.footer.text()
    assert not detail.quote.trouble.isVisible()


def test_only_the_stored_choices_are_ticked(chosen: Inspector) -> None:
    for row in (chosen.detail().colours, chosen.detail().stances):
        assert sum(button.isChecked() for button in row.buttons.values()) == 1


def test_its_tags_are_shown(chosen: Inspector) -> None:
    from gui.tags.chips import Chip

    assert [chip.tag.path for chip in chosen.findChildren(Chip)] == ["claim/forecast", "稀土"]


@pytest.mark.parametrize("colour", [colour for colour in Colour if colour is not Colour.RED])
def test_a_colour_recolours(qtbot: QtBot, chosen: Inspector, place, colour: Colour) -> None:
    heard = told(chosen)
    click(qtbot, chosen.detail().colours.buttons[colour])
    assert heard == [("recoloured", place.years, colour)]
    assert isinstance(heard[0][2], Colour)


@pytest.mark.parametrize("stance", [Stance.NONE, Stance.AGREE, Stance.CHECK])
def test_a_stance_judges(qtbot: QtBot, chosen: Inspector, place, stance: Stance) -> None:
    heard = told(chosen)
    click(qtbot, chosen.detail().stances.buttons[stance])
    assert heard == [("judged", place.years, stance)]


def test_what_is_in_force_already_tells_nothing(qtbot: QtBot, chosen: Inspector) -> None:
    heard = told(chosen)
    click(qtbot, chosen.detail().colours.buttons[Colour.RED])
    click(qtbot, chosen.detail().stances.buttons[Stance.DOUBT])
    assert heard == []
    assert chosen.detail().colours.buttons[Colour.RED].isChecked()


def test_arrows_walk_over_colours_and_space_takes_one(
    qtbot: QtBot, chosen: Inspector, place
) -> None:
    heard, buttons = told(chosen), chosen.detail().colours.buttons
    buttons[Colour.RED].setFocus()
    qtbot.keyClick(buttons[Colour.RED], Qt.Key.Key_Right)
    assert buttons[Colour.GREEN].hasFocus()
    assert heard == []
    qtbot.keyClick(buttons[Colour.GREEN], Qt.Key.Key_Space)
    assert heard == [("recoloured", place.years, Colour.GREEN)]


def test_enter_takes_a_stance(qtbot: QtBot, chosen: Inspector, place) -> None:
    heard, buttons = told(chosen), chosen.detail().stances.buttons
    qtbot.keyClick(buttons[Stance.DOUBT], Qt.Key.Key_Left)
    qtbot.keyClick(buttons[Stance.AGREE], Qt.Key.Key_Return)
    assert heard == [("judged", place.years, Stance.AGREE)]


def test_a_tag_is_given_and_dropped(qtbot: QtBot, chosen: Inspector, place) -> None:
    from gui.tags import TagField
    from gui.tags.chips import Chip

    heard, field = told(chosen), chosen.findChild(TagField)
    qtbot.keyClicks(field, "policy")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(chosen.findChildren(Chip)[0], Qt.Key.Key_Delete)
    tag = next(tag.id for tag in place.library.tags() if tag.path == "claim/forecast")
    assert heard == [("tagged", place.years, "policy"), ("untagged", place.years, tag)]


@pytest.mark.parametrize("name", ["jump", "copy", "remove"])
def test_the_header_tells_its_deeds(qtbot: QtBot, chosen: Inspector, place, name: str) -> None:
    heard = told(chosen)
    click(qtbot, getattr(chosen.detail(), f"{name}_button"))
    deed = {"jump": "jumped", "copy": "copied", "remove": "removed"}[name]
    assert heard == [(deed, place.years)]


def test_back_lists_all_and_stands_on_the_one_shown(qtbot: QtBot, chosen: Inspector) -> None:
    click(qtbot, chosen.detail().back_button)
    assert chosen.current() is None
    assert chosen.page.list.isVisible()
    assert chosen.page.list.currentIndex().row() == 1
    assert chosen.page.list.hasFocus()


@pytest.mark.parametrize("unknown", [None, "no such id"])
def test_a_highlight_that_is_not_there_shows_the_list(chosen: Inspector, place, unknown) -> None:
    chosen.show_highlight(place.annotated(), unknown)
    assert chosen.current() is None


def test_history_unfolds_newest_first(qtbot: QtBot, inspector: Inspector, place) -> None:
    inspector.show_highlight(place.annotated(), place.years, TOLD)
    history = inspector.detail().history
    assert history.head.text() == "History (3)"
    assert not history._body.isVisible()
    click(qtbot, history.head)
    words = [label.text() for label in history._body.findChildren(QLabel)]
    assert words[0::2] == ["note: why", "tagged", "highlighted in yellow"]
    assert "<b>王</b>" in words[1]


def test_another_highlight_begins_with_its_history_folded(
    qtbot: QtBot, inspector: Inspector, place
) -> None:
    inspector.show_highlight(place.annotated(), place.years, TOLD)
    click(qtbot, inspector.detail().history.head)
    inspector.show_highlight(place.annotated(), place.oxides, TOLD[:1])
    assert not inspector.detail().history._body.isVisible()


def test_new_words_are_shown_beside_the_old_ones(inspector: Inspector, place) -> None:
    quote = place.library.highlight(place.years).passage.quote
    rest = [node.text for node in place.article.edition.nodes[1:]]
    place.import_again(*(text.replace("secure", "safe") for text in rest))
    inspector.show_highlight(place.annotated(), place.years)
    assert inspector.detail().quote.trouble.text() == "The words have changed"
    assert "A safe supply chain" in inspector.detail().quote.now.text()
    assert inspector.detail().quote.text.toPlainText() == quote


def test_a_changed_number_is_said(inspector: Inspector, place) -> None:
    quote = place.library.highlight(place.years).passage.quote
    place.import_again("Something else", quote.replace("20", "30"))
    inspector.show_highlight(place.annotated(), place.years)
    shown = inspector.detail().quote
    assert shown.trouble.text() == "A number changed"
    assert shown.now.text() == f"Now: {quote.replace('20', '30')}"
    assert shown.accept.isVisible()


def test_what_is_bold_now_is_shown_without_its_stars(inspector: Inspector, place) -> None:
    quote = place.library.highlight(place.years).passage.quote
    place.import_again("Something else", quote.replace("20", "**30**"))
    inspector.show_highlight(place.annotated(), place.years)
    assert inspector.detail().quote.now.text() == f"Now: {quote.replace('20', '30')}"


def test_another_name_is_said(inspector: Inspector, place) -> None:
    node = next(node for node in place.article.edition.nodes if "oxides" in node.text)
    passage = describe(place.article, node.position, 0, len(node.text))
    highlight = place.library.commit(annotate.highlight(passage)).edits[0].record
    place.import_again("Something else", node.text.replace("China", "Chile"))
    inspector.show_highlight(place.annotated(), highlight)
    assert inspector.detail().quote.trouble.text() == "A name changed"
    assert "Chile" in inspector.detail().quote.now.text()


def test_an_orphan_is_shown_without_a_place(inspector: Inspector, place) -> None:
    place.import_again("Something else altogether")
    inspector.show_highlight(place.annotated(), place.oxides)
    assert inspector.detail().quote.trouble.text() == "Not found in the new text"
    assert not inspector.detail().quote.place.isVisible()
    assert not inspector.detail().quote.accept.isVisible()


def test_the_window_gives_the_focus_to_the_note(chosen: Inspector) -> None:
    chosen.focus_note()
    assert chosen.detail().note.editor.hasFocus()


def test_without_a_highlight_there_is_nothing_to_focus_or_flush(inspector: Inspector) -> None:
    inspector.focus_note()
    inspector.flush()
    inspector.note_kept("x")
    assert inspector.current() is None


def test_esc_in_the_tag_field_leaves(qtbot: QtBot, chosen: Inspector) -> None:
    (field,) = (
        one for one in chosen.findChildren(QLineEdit) if one.accessibleName() == "Add a tag"
    )
    field.setFocus()
    with qtbot.waitSignal(chosen.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_everything_to_focus_has_a_name(qtbot: QtBot, inspector: Inspector, place) -> None:
    inspector.show_highlight(place.annotated(), place.years, TOLD)
    unnamed = [
        widget
        for widget in inspector.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() and not widget.accessibleName()
    ]
    assert [widget for widget in unnamed if not widget.objectName().startswith("qt_")] == []


def test_tab_goes_from_top_to_bottom(chosen: Inspector) -> None:
    detail = chosen.detail()
    order: list[QWidget | None] = []
    widget: QWidget | None = detail.back_button
    for _ in range(60):
        order.append(widget)
        assert widget is not None
        widget = widget.nextInFocusChain()
    wanted = [detail.back_button, detail.quote.text, detail.colours.buttons[Colour.RED]]
    wanted += [detail.stances.buttons[Stance.DOUBT], detail.note.editor]
    places = [order.index(each) for each in wanted]
    assert places == sorted(places)


def test_a_refresh_keeps_the_selected_words(chosen: Inspector, place) -> None:
    chosen.detail().quote.text.selectAll()
    chosen.show_highlight(place.annotated(), place.years)
    assert chosen.detail().quote.text.textCursor().hasSelection()


def test_hostile_words_stay_words(inspector: Inspector, place) -> None:
    bad = "<img src=file:///etc/passwd><script>x</script>"
    annotated = place.annotated()
    one = annotated.placed[0]
    passage = replace(one.highlight.passage, quote=bad)
    placed = replace(one, highlight=replace(one.highlight, passage=passage))
    authors = {key: replace(who, name=bad) for key, who in annotated.authors.items()}
    inspector.show_highlight(
        replace(annotated, placed=(placed,), authors=authors), place.oxides, [(1, bad, bad)]
    )
    assert inspector.detail().quote.text.toPlainText() == bad
    labels = inspector.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_change_of_theme_is_followed(inspector: Inspector, place, qapp: QApplication) -> None:
    from gui import theme

    inspector.show_highlight(place.annotated(), place.years)
    below = QPoint(5, inspector.height() - 10)
    light = inspector.grab().toImage().pixelColor(below)
    try:
        theme.apply(qapp, "dark")
        dark = inspector.grab().toImage().pixelColor(below)
    finally:
        theme.apply(qapp, "light")
    assert dark.lightness() < 100 < light.lightness()

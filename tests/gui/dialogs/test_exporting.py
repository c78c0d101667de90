"""The export dialog over a real library, with an Ask that answers by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from core.library import Library
from core.model import Article
from gui import work
from gui.dialogs import exported
from gui.dialogs.exporting import ExportDialog
from tests.generate import mark

Fill = Callable[..., list[Article]]


@dataclass
class Answers:
    """Answers given beforehand, and the names that were offered."""

    file: Path | None = None
    folder: Path | None = None
    own: Path | None = None
    offered: list[str] = field(default_factory=list)

    def file_to_export(self, _: QWidget | None, name: str) -> Path | None:
        self.offered.append(name)
        return self.file

    def folder_to_export(self, _: QWidget | None) -> Path | None:
        return self.folder

    def template(self, _: QWidget | None) -> Path | None:
        return self.own


@dataclass
class Place:
    """A library of three articles, the first of them marked, and answers."""

    library: Library
    articles: list[Article]
    ask: Answers
    qtbot: QtBot
    window: QWidget

    def open(self, current: int | None = 0, selected: tuple[int, ...] = (0,)) -> ExportDialog:
        ids = [self.articles[each].id for each in selected]
        here = None if current is None else self.articles[current].id
        dialog = ExportDialog(self.library, here, ids, self.ask, self.window)
        self.qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    def click(self, button: QAbstractButton) -> None:
        """Click where a button's words begin: a radio button takes no click beside them."""
        spot = QPoint(10, button.height() // 2)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=spot)

    def export(self, dialog: ExportDialog) -> list[object]:
        with self.qtbot.waitSignal(dialog.exported) as heard:
            self.click(dialog.export)
        assert not dialog.isVisible()
        (done,) = heard.args or []
        return [done.place, done.files, *[done.left] * bool(done.left)]


@pytest.fixture
def place(library: Library, fill: Fill, qtbot: QtBot, tmp_path: Path) -> Place:
    articles = fill(3)
    library.commit(mark(articles[0]))
    window = QWidget()
    qtbot.addWidget(window)
    return Place(library, articles, Answers(tmp_path / "out.md", tmp_path / "notes"), qtbot, window)


def test_the_article_shown_goes_into_one_file(place, tmp_path):
    dialog = place.open()
    assert dialog.this.isChecked()
    assert dialog.file.isChecked()
    assert not dialog.these.isVisible()
    assert place.export(dialog) == [tmp_path / "out.md", 1]
    text = (tmp_path / "out.md").read_text("utf-8")
    assert f"article_id: {place.articles[0].id}" in text
    assert "- ==" in text
    assert place.ask.offered[0].endswith(f" {place.articles[0].id[:8]}.md")


def test_what_is_selected_goes_into_a_folder_of_notes(place, tmp_path):
    dialog = place.open(1, (1, 2))
    assert dialog.these.isChecked()
    assert dialog.these.text() == "The 2 selected"
    place.click(dialog.folder)
    assert place.export(dialog) == [tmp_path / "notes", 2]
    names = sorted(path.name for path in (tmp_path / "notes").glob("*.md"))
    assert len(names) == 3
    assert "Meipi index.md" in names
    first = tmp_path / "notes" / next(name for name in names if place.articles[1].id[:8] in name)
    first.write_text("my own words", "utf-8")
    place.library.commit(mark(place.articles[1]))
    dialog = place.open(1, (1, 2))
    place.click(dialog.folder)
    assert place.export(dialog) == [tmp_path / "notes", 2, 1]
    assert first.read_text("utf-8") == "my own words"


def test_the_whole_library_goes_into_one_file(place, tmp_path):
    dialog = place.open(None, ())
    assert dialog.all.isChecked()
    assert not dialog.this.isEnabled()
    assert dialog.all.text() == "The whole library (3 articles)"
    assert place.export(dialog) == [tmp_path / "out.md", 1]
    text = (tmp_path / "out.md").read_text("utf-8")
    assert text.count("\n# ") == 3
    assert place.ask.offered == ["library.md"]


def test_the_preview_shows_what_will_be_written(place):
    dialog = place.open(0, (0, 1))
    assert f"article_id: {place.articles[0].id}" in dialog.preview.toPlainText()
    place.click(dialog.this)
    assert dialog.shown.text() == "It will look like this:"
    place.click(dialog.all)
    assert dialog.shown.text() == "The first will look like this:"
    assert dialog.export.isEnabled()


def test_the_pages_that_an_article_came_from_are_shown_and_written(place, tmp_path):
    one = replace(place.articles[0], page="稀土矿产")
    place.library.commit(place.library.add([one]).change)
    dialog = place.open()
    assert "From the page: 稀土矿产" in dialog.preview.toPlainText()
    place.export(dialog)
    assert "From the page: 稀土矿产" in (tmp_path / "out.md").read_text("utf-8")


def test_a_template_of_the_readers_own_is_used(place, tmp_path):
    place.ask.own = tmp_path / "mine.j2"
    place.ask.own.write_text("Mine: {{ document.title }}", "utf-8")
    dialog = place.open()
    place.click(dialog.other)
    assert dialog.other.isChecked()
    assert dialog.other.text() == "mine.j2"
    assert dialog.preview.toPlainText().startswith("Mine: ")
    place.export(dialog)
    assert (tmp_path / "out.md").read_text("utf-8").startswith("Mine: ")


def test_a_template_with_a_mistake_is_told_and_the_own_one_helps(place, tmp_path):
    place.ask.own = tmp_path / "bad.j2"
    place.ask.own.write_text("\n{{ nothing }}", "utf-8")
    dialog = place.open()
    place.click(dialog.other)
    assert "line 2 of the template bad.j2" in dialog.failed.text()
    assert dialog.failed.isVisible()
    assert not dialog.export.isEnabled()
    place.click(dialog.own)
    assert not dialog.failed.isVisible()
    assert dialog.export.isEnabled()


def test_a_reader_who_names_no_template_keeps_the_own_one(place):
    dialog = place.open()
    place.click(dialog.other)
    assert dialog.own.isChecked()
    assert dialog.preview.toPlainText()


def test_a_reader_who_names_no_place_is_back_at_the_choices(place):
    place.ask.file = None
    dialog = place.open()
    place.click(dialog.export)
    assert dialog.isVisible()
    assert dialog.choices.isEnabled()


def test_what_cannot_be_written_is_told_and_can_be_tried_again(place, tmp_path):
    place.ask.file = tmp_path / "nowhere" / "out.md"
    dialog = place.open()
    place.click(dialog.export)
    place.qtbot.waitUntil(dialog.failed.isVisible)
    assert "could not be written" in dialog.failed.text()
    assert not dialog.progress.isVisible()
    assert dialog.export.hasFocus()
    place.ask.file = tmp_path / "out.md"
    with place.qtbot.waitSignal(dialog.exported):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_a_name_without_an_end_gets_one_but_writes_over_nothing(place, tmp_path):
    place.ask.file = tmp_path / "bare"
    assert place.export(place.open()) == [tmp_path / "bare.md", 1]
    (tmp_path / "bare.md").write_text("hers", "utf-8")
    assert place.export(place.open()) == [tmp_path / "bare", 1]
    assert (tmp_path / "bare.md").read_text("utf-8") == "hers"


def test_an_export_called_off_writes_no_file_and_tells_nothing(place, tmp_path, qtbot):
    dialog = place.open(None, ())
    heard = []
    dialog.exported.connect(lambda *told: heard.append(told))
    place.click(dialog.export)
    job = dialog._job
    assert job is not None
    place.click(dialog.cancel)
    qtbot.waitUntil(lambda: job not in work._running)
    assert heard == []
    assert not dialog.isVisible()


def test_an_empty_library_has_nothing_to_export(library, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ExportDialog(library, None, [], Answers(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.export.isEnabled()
    assert dialog.preview.toPlainText() == ""


def test_the_first_dialog_is_there_before_documents_can_be_drawn(place, qtbot):
    exported.load.cache_clear()  # as where nothing has been exported yet
    dialog = place.open()
    assert not dialog.export.isEnabled()
    qtbot.waitUntil(lambda: bool(dialog.preview.toPlainText()))
    assert dialog.export.isEnabled()

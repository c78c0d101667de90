"""The boxes that ask for a file, as Qt draws them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QLineEdit, QListView

from gui.ask import Ask
from gui.window import Window
from tests.gui.window.starting import do


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """What a reader is going to type into the next box, without an end."""
    place = tmp_path / "mine"

    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line
        line.setText(str(place))
        dialog.accept()

    do((QFileDialog, answer))
    return place


@pytest.mark.parametrize("name", ["Tags Together.csv", "Tags Together.svg", "v1.2 of it.png"])
def test_a_file_that_is_saved_has_the_end_of_its_kind(
    window: Window, typed: Path, name: str
) -> None:
    saved = Ask().file_to_save(window, name)
    assert saved == typed.with_suffix(Path(name).suffix)


def test_a_share_has_its_own(window: Window, typed: Path) -> None:
    assert Ask().file_to_share(window, "library-share.meipi") == typed.with_suffix(".meipi")


def test_of_a_folder_and_the_one_above_it_the_folder_is_chosen(
    window: Window, tmp_path: Path
) -> None:
    """So Qt has it where a reader types the folder's whole name."""
    folder = tmp_path / "saved"
    folder.mkdir()

    def answer(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(tmp_path))
        view = dialog.findChild(QListView, "listView")
        assert view
        model = view.model()
        assert isinstance(model, QFileSystemModel)
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().clear()
        for place in (tmp_path, folder):
            view.selectionModel().select(model.index(str(place)), rows)
        dialog.done(QFileDialog.DialogCode.Accepted)

    do((QFileDialog, answer))
    assert Ask().folder_to_watch(window) == folder

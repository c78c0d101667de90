"""The boxes that ask for a file, as Qt draws them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

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

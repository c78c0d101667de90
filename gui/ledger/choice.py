"""A box with a few words, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget


class Choice(QComboBox):
    """A combo box with a name, which is said on pointing as well."""

    def __init__(self, name: str, words: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems(list(words))
        self.setAccessibleName(name)
        self.setToolTip(name)

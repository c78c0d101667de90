"""What one tag is called, coloured and reached by, in fields."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from core.model import Colour, Tag
from gui.actions import native
from gui.dialogs.parts import BESIDE, GAP, beside
from gui.dialogs.tags.model import uses
from gui.dialogs.tags.names import NamesField
from gui.highlights.choices import ColourRow
from gui.parts.choice_box import ChoiceBox
from gui.parts.labels import faint, words
from gui.parts.pressed import by_itself
from gui.parts.telling import Telling
from gui.tongue import tr

LONGEST = 24  # characters of a tag's path beside its key


class TagForm(QWidget):
    """What one tag is called and how it is coloured; a field tells of itself when it is left."""

    renamed = Signal(str)
    described = Signal(dict)
    looked_for = Signal()
    joining = Signal()
    removed = Signal()
    pinned = Signal(int)
    called = Signal(tuple)  # all its other names

    def __init__(self) -> None:
        super().__init__()
        self._tag = Tag("", "", None, "")
        self._telling = Telling[tuple[QLineEdit, str]]()
        self.path, self.zh, self.en = QLineEdit(), QLineEdit(), QLineEdit()
        self.path.editingFinished.connect(self._rename)
        self.zh.editingFinished.connect(lambda: self._call("zh", self.zh))
        self.en.editingFinished.connect(lambda: self._call("en", self.en))
        self.names = NamesField()
        self.names.given.connect(self.called)
        self.shared = faint(wrap=True)
        self.colours = ColourRow()
        self.colours.chosen.connect(lambda colour: self._describe("colour", colour))
        self.plain = QPushButton(tr("No Colour"))
        self.plain.clicked.connect(lambda: self._describe("colour", ""))
        self.key = ChoiceBox()
        self.key.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.key.addItems([tr("None"), *map(_key, range(1, 10))])
        self.key.activated.connect(self.pinned)
        self.uses = words()
        self.look = QPushButton(tr("Show Them"))
        self.look.clicked.connect(self.looked_for)
        self.join = QPushButton(tr("Join with…"))
        self.join.clicked.connect(self.joining)
        self.remove = QPushButton(tr("Remove"))
        self.remove.clicked.connect(self.removed)
        self._put_together()

    def _put_together(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        self.names.setAccessibleName(tr("Other names"))
        self.key.setAccessibleName(tr("Key"))
        fields = ((tr("Name"), self.path), ("中文", self.zh), (tr("English"), self.en))
        for name, field in fields:
            field.setAccessibleName(name)
        rows = (
            *fields,
            (tr("Other names"), self.names),
            ("", self.shared),
            (tr("Colour"), self.colours),
            ("", _row(self.plain)),
            (tr("Key"), _row(self.key)),
            (tr("Used"), _row(self.uses, self.look)),
            ("", _row(self.join, self.remove, apart=BESIDE)),
        )
        for name, row in rows:
            form.addRow(beside(faint(name), row) if name else "", row)
        for button in (self.plain, self.look, self.join, self.remove):
            by_itself(button)

    def show_shared(self, both: tuple[str, str] | None, maker: str) -> None:
        """Say that a name of the tag means another one, too; of its own name, whose this one is."""
        twin = tr("{0} made this one; another tag has its name. “Join with…” makes them one.")
        name = tr("“{0}” is a name of the tag “{1}”, too. Take it off one of them.")
        told = (twin.format(maker) if maker else "", name.format(*both) if both else "")
        self.shared.setText(" ".join(filter(None, told)))
        self.shared.setVisible(any(told))

    def close_to_writing(self) -> None:
        """Let the tag be looked at alone."""
        written = (self.path, self.zh, self.en, self.names, self.colours, self.plain)
        for one in (*written, self.join, self.remove):
            one.setEnabled(False)

    def show_keys(self, taken: Sequence[str]) -> None:
        """Say beside each key which other tag has it, and would lose it."""
        for place, path in enumerate(taken, 1):
            short = path if len(path) <= LONGEST else f"{path[: LONGEST - 1]}…"
            self.key.setItemText(place, f"{_key(place)}  {short}".rstrip())

    def show_tag(self, one: Tag, place: int) -> None:
        is_same, self._tag = one.id == self._tag.id, one
        self.key.setCurrentIndex(place)
        for field, text in ((self.path, one.path), (self.zh, one.zh), (self.en, one.en)):
            if not (is_same and field.isModified()):
                field.setText(text)
        self.names.show_names(one.aliases)
        named = one.colour in set(Colour)
        self.colours.show_value(Colour(one.colour) if named else None)
        self.plain.setEnabled(bool(one.colour) and self.path.isEnabled())
        self.uses.setText(uses(one))
        self.look.setEnabled(one.uses + one.findings > 0)

    def show_given(self) -> None:
        """Show again what is told just now and was not taken, for the reader to mend."""
        self.names.show_given()
        if given := self._telling.refuse():
            field, typed = given
            field.setText(typed)
            field.setModified(True)

    def _rename(self) -> None:
        path = self.path.text()
        self.path.setModified(False)
        if path != self._tag.path:
            with self._telling.of((self.path, path)):
                self.renamed.emit(path)

    def _call(self, name: str, field: QLineEdit) -> None:
        field.setModified(False)
        with self._telling.of((field, field.text())):
            self._describe(name, field.text())

    def _describe(self, name: str, value: str) -> None:
        if value != getattr(self._tag, name):
            self.described.emit({name: value})


def _key(place: int) -> str:
    return native(QKeySequence(f"Ctrl+{place}"))


def _row(*widgets: QWidget, apart: int = GAP) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(apart)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row

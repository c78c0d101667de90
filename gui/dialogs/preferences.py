"""The preferences on one page, found by their words; each is in force as soon as it is changed.

The page shows what is in force and tells what is wanted; the window sees to it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.boxes import TickBox
from gui.dialogs.parts import BESIDE, GAP, MARGIN, beside, room, trouble
from gui.dialogs.watched import WatchedList
from gui.highlights.parts import Column
from gui.look import letters, sizing
from gui.parts.choice_box import ChoiceBox
from gui.parts.labels import faint, larger, words
from gui.parts.pressed import by_itself
from gui.parts.search_field import SearchField
from gui.tongue import tr

FIELD, WIDEST = 240, 420  # pixels
Value = str | int | bool | list[str]


@dataclass(frozen=True, slots=True)
class Preference:
    """One preference: its name in the settings, its words, a sentence, and what can be chosen.

    `choices` are (value, words); without any it is a switch, or with `text` a line to write in.
    With `many` it is a list of folders, or of addresses; `many` says what to write there.
    """

    name: str
    group: str
    words: str
    told: str = ""
    choices: tuple[tuple[str | int, str], ...] = ()
    text: bool = False
    many: str = ""


class PreferencesDialog(QDialog):
    """Stays open beside the window. `wanted` tells of a preference and its new value."""

    wanted = Signal(str, object)
    keys_asked = Signal()
    folder_asked = Signal()
    feeds_asked = Signal()
    exported = Signal()
    imported = Signal()

    def __init__(
        self,
        preferences: Sequence[Preference],
        known: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        """Show these; `known` are the words by which others know them, and what buttons do."""
        super().__init__(parent)
        self._known = {
            name: " ".join(word.replace(" ", "") for word in words).casefold()
            for name, words in known.items()
        }
        self.setWindowTitle(tr("Preferences"))
        room(self, 600, 780)
        self.search = SearchField(tr("Find a preference"))
        self.search.textChanged.connect(self._find)
        self.nothing = faint()
        self.nothing.hide()
        self.trouble = trouble()
        self.buttons: dict[str, QPushButton] = {}
        inside = self._put_together()
        self.rows = {one.name: _Row(one, inside) for one in preferences}
        self._heads: dict[str, QLabel] = {}
        self._fill(QFormLayout(inside))
        self._column.addLayout(self._buttons())  # after the rows, for whoever comes by Tab
        for row in self.rows.values():
            row.changed.connect(self._forgive)
            row.changed.connect(self.wanted)
            if isinstance(row.field, WatchedList):
                for asked, told in (
                    (row.field.folder_asked, self.folder_asked),
                    (row.field.file_asked, self.feeds_asked),
                ):
                    asked.connect(self._forgive)
                    asked.connect(told)
                row.field.refused.connect(self.refuse)

    def _put_together(self) -> QWidget:
        """Lay out what the rows come into.

        They come into it last: Qt looks up the rules of style for all that is in a widget, once
        more, with each widget that it is put into.
        """
        area, inside = Column(self, widgetResizable=True), QWidget()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(area, 1)
        column.addWidget(self.trouble)
        return inside

    def _fill(self, form: QFormLayout) -> None:
        self._form = form
        self._form.setContentsMargins(0, 0, GAP, 0)
        self._form.setVerticalSpacing(GAP)
        self._form.setHorizontalSpacing(MARGIN)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for row in self.rows.values():
            if row.one.group not in self._heads:
                self._heads[row.one.group] = head = larger(words(row.one.group), letters.SECTION)
                head.setContentsMargins(0, GAP if self._form.rowCount() else 0, 0, 0)
                self._form.addRow(head)
            is_tick = isinstance(row.field, QCheckBox)
            self._form.addRow("" if is_tick else beside(words(row.one.words), row), row)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        for name, text, signal in (
            ("keys", tr("Keys…"), self.keys_asked),
            ("export", tr("Export…"), self.exported),
            ("import", tr("Import…"), self.imported),
        ):
            button = self.buttons[name] = QPushButton(text)
            by_itself(button)
            button.clicked.connect(self._forgive)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        close = QPushButton(tr("Close"))
        by_itself(close)
        close.clicked.connect(self.close)
        row.addWidget(close)
        return row

    def show_states(self, state: Callable[[str], str]) -> None:
        """Show beside folders and feeds how it went with them."""
        for row in self.rows.values():
            if isinstance(row.field, WatchedList):
                row.field.show_states(state)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show what is in force."""
        for name, row in self.rows.items():
            row.show_value(values[name])

    def refuse(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _forgive(self, *_: object) -> None:
        """Tell no more of what went wrong before, now that something else is wanted."""
        self.refuse("")

    def _find(self, typed: str) -> None:
        wanted = typed.casefold().split()
        shown = {
            name
            for name, row in self.rows.items()
            if _holds(f"{row.said()} {self._known.get(name, '')}", wanted)
        }
        for name, row in self.rows.items():
            self._form.setRowVisible(row, name in shown)
        for group, head in self._heads.items():
            self._form.setRowVisible(head, any(self.rows[n].one.group == group for n in shown))
        self.nothing.setText(self._elsewhere(wanted) or tr("No preference is called that."))
        self.nothing.setVisible(not shown)

    def _elsewhere(self, wanted: Sequence[str]) -> str:
        """Say which of the buttons below are called so, if any are."""
        called = [
            button.text()
            for name, button in self.buttons.items()
            if _holds(f"{button.text().casefold()} {self._known.get(name, '')}", wanted)
        ]
        return tr("Below: {0}").format(tr(", ").join(called)) if called else ""


class _Row(QWidget):
    """The field of one preference, and under it what there is to tell."""

    changed = Signal(str, object)

    def __init__(self, one: Preference, parent: QWidget) -> None:
        super().__init__(parent)
        self.one = one
        self.field = self._field()
        self.field.setAccessibleName(one.words)
        self.field.setAccessibleDescription(one.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        stretches = isinstance(self.field, WatchedList)
        side = Qt.AlignmentFlag(0) if stretches else Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.field, 0, side)
        if one.told:
            told = faint(one.told, wrap=True)
            told.setMinimumWidth(min(sizing.px(FIELD), WIDEST))
            column.addWidget(told)
        column.addStretch(1)  # what is too much room stands below, not between the two

    def _field(self) -> QWidget:
        if self.one.many:
            places = WatchedList(self.one.many)
            places.changed.connect(self._tell)
            return places
        if self.one.text:
            line = QLineEdit()
            line.setMinimumWidth(min(sizing.px(FIELD), WIDEST))
            line.editingFinished.connect(lambda: self._tell(line.text()))
            return line
        if self.one.choices:
            box = ChoiceBox()
            box.setMinimumWidth(min(sizing.px(FIELD), WIDEST))
            for value, text in self.one.choices:
                box.addItem(text, value)
            box.activated.connect(lambda place: self._tell(box.itemData(place)))
            return box
        tick = TickBox(self.one.words)
        tick.clicked.connect(self._tell)
        return tick

    def _tell(self, value: Value) -> None:
        self.changed.emit(self.one.name, value)

    def show_value(self, value: Value) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setText(str(value))
        elif isinstance(self.field, QComboBox):
            self.field.setCurrentIndex(max(0, self.field.findData(value)))
            self.field.setAccessibleName(self.one.words)  # tells that another is chosen, too
        elif isinstance(self.field, QCheckBox):
            self.field.setChecked(bool(value))
        elif isinstance(self.field, WatchedList) and isinstance(value, list):
            self.field.show_places(value)

    def said(self) -> str:
        """Give all that the preference says of itself, to be looked through."""
        choices = " ".join(text for _, text in self.one.choices)
        return f"{self.one.group} {self.one.words} {self.one.told} {choices}".casefold()


def _holds(said: str, wanted: Sequence[str]) -> bool:
    return all(word in said for word in wanted)

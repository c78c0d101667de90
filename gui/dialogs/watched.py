"""Folders to watch or feeds to follow, one under the other, each with how it went the last time.

The list tells what the reader wants of it by `changed`; what is in force is shown to it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.watch.secret import shown
from gui.dialogs.parts import above
from gui.look import sizing
from gui.parts.labels import faint, words
from gui.parts.later import later
from gui.parts.pressed import by_itself
from gui.parts.tip import tip
from gui.tongue import tr

FOLDERS = "folders"
WIDTH, LEAST = 380, 420  # pixels: the second however large the letters are
AT_ONCE = 10  # rows, which take some hundredths of a second
LONGEST = 2000  # letters of an address
SCHEMES = ("http://", "https://")
FEED = "feed:"  # what a page's button for subscribing may give


class WatchedList(QWidget):
    """`many` is FOLDERS, which are chosen by a dialog elsewhere, or says what address to write."""

    changed = Signal(object)  # list[str]
    refused = Signal(str)  # why what was written cannot be added; nothing once it is changed
    folder_asked = Signal()
    file_asked = Signal()  # that names feeds

    def __init__(self, many: str) -> None:
        super().__init__()
        self._places: list[str] = []
        self.rows: list[_Place] = []
        self._state: Callable[[str], str] = str
        self._filling = later(self, 0, self._fill)
        self.setMinimumWidth(min(sizing.px(WIDTH), LEAST))
        self.setMaximumWidth(sizing.px(WIDTH))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.line: QLineEdit | None = None
        self.add = QPushButton(tr("Add Folder…") if many == FOLDERS else tr("Add"))
        by_itself(self.add)
        foot = QHBoxLayout()
        if many == FOLDERS:
            self.add.clicked.connect(self.folder_asked)
        else:
            self.line = _Line(many)
            self.line.entered.connect(self._add_typed)
            self.line.textChanged.connect(lambda _text: self._offer())
            self.line.textChanged.connect(lambda _text: self.refused.emit(""))
            self.add.clicked.connect(self._add_typed)
            foot.addWidget(self.line, 1)
        foot.addWidget(self.add)
        foot.addStretch(0 if self.line else 1)
        self._column.addLayout(foot)
        if self.line:
            self._column.addLayout(self._file_row())
        self._offer()

    def _file_row(self) -> QHBoxLayout:
        self.file = QPushButton(tr("Import OPML…"))
        by_itself(self.file)
        self.file.clicked.connect(self.file_asked)
        row = QHBoxLayout()
        row.addWidget(self.file)
        row.addStretch(1)
        return row

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        (self.line or self.add).setAccessibleName(f"{name}: {self.add.text()}")

    def show_places(self, places: Sequence[str]) -> None:
        if list(places) == self._places:
            return
        self._places = list(places)
        for row in self.rows:
            if row.place not in self._places:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        self._fill()

    def _fill(self) -> None:
        """Have a row for each place, a few at a time: the window would stand still for many."""
        there = {row.place: row for row in self.rows}
        missing = [one for one in self._places if one not in there]
        there |= {one: self._row(one) for one in missing[:AT_ONCE]}
        self.rows = [there[one] for one in self._places if one in there]
        for number, row in enumerate(self.rows):
            if self._column.indexOf(row) != number:
                self._column.insertWidget(number, row)
        if len(missing) > AT_ONCE:
            self._filling.start()
        else:
            self._come_by_tab()

    def _row(self, place: str) -> "_Place":
        row = _Place(place)
        row.removed.connect(self._remove)
        row.show_state(self._state(place))
        return row

    def _come_by_tab(self) -> None:
        """Have Tab come by the places before it comes to what adds another."""
        before = _before(self.line or self.add)
        for row in self.rows:
            QWidget.setTabOrder(before, row.remove)
            before = row.remove

    def show_states(self, state: Callable[[str], str]) -> None:
        """Show how it went with each."""
        self._state = state
        for row in self.rows:
            row.show_state(state(row.place))

    def add_place(self, place: str) -> None:
        if place not in self._places:
            self.changed.emit([*self._places, place])

    def _remove(self, place: str) -> None:
        self.changed.emit([one for one in self._places if one != place])

    def _typed(self) -> str:
        """Give the address that is written, if it can be one."""
        text = _whole(self.line.text().strip()) if self.line else ""
        begun = text.lower().startswith(SCHEMES) and len(text) > len("https://")
        return text if begun and " " not in text else ""

    def _offer(self) -> None:
        if self.line is not None:
            self.add.setEnabled(bool(self._typed()))

    def _add_typed(self) -> None:
        place = self._typed()
        if place and self.line is not None:
            self.line.clear()
            self.add_place(place)
        elif self.line is not None and self.line.text().strip():
            self.refused.emit(tr("A feed has an address that begins with http:// or https://."))


def _whole(address: str) -> str:
    """Give an address as a server is asked by it; browsers leave out how it begins."""
    if address.lower().startswith(FEED):
        rest = address[len(FEED) :]
        return rest if rest.lower().startswith(SCHEMES) else f"http://{rest.removeprefix('//')}"
    host = address.partition("/")[0]
    bare = ":" not in address and "." in host.strip(".")
    return f"https://{address}" if bare else address


def _before(widget: QWidget) -> QWidget:
    """Give what Tab comes by before this; Qt puts nothing after a widget that takes no keys."""
    one = widget.previousInFocusChain()
    while one is not None and one.focusPolicy() == Qt.FocusPolicy.NoFocus:
        one = one.previousInFocusChain()
    return one or widget


class _Line(QLineEdit):
    """Enter adds what is written, and closes nothing."""

    entered = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(placeholderText=hint)
        self.setMaxLength(LONGEST)

    # Qt's questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Place(QFrame):
    """One of them: its name, how it went, and a button that takes it off the list."""

    removed = Signal(str)

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._shown = shown(place)
        self.name = words(self._shown)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name.setAccessibleName(self._shown)
        self.state = faint("", wrap=True)
        self.remove = remove = QPushButton(tr("Remove"))
        by_itself(remove)
        remove.setAccessibleName(tr("Remove {name}").format(name=self._shown))
        remove.clicked.connect(lambda: self.removed.emit(self.place))
        column = QVBoxLayout()
        column.setContentsMargins(0, above(self.name, remove), 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, told: str) -> None:
        if told != self.state.text():
            self.state.setText(told)
            self._make_room()

    def _show_name(self) -> None:
        """Show as much of the name as there is room for, and the whole of it when pointed at."""
        metrics, cut = self.name.fontMetrics(), Qt.TextElideMode.ElideMiddle
        told = metrics.elidedText(self._shown, cut, self.name.width())
        self.name.setText(told)
        self.name.setToolTip("" if told == self._shown else tip(self._shown))

    def _make_room(self) -> None:
        """Be as high as the words are: the form around does not ask for that."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.state.setMinimumHeight(0)  # of which no label takes less
        self.state.setMinimumHeight(max(0, self.state.heightForWidth(self.state.width())))

    # Qt's questions

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_room()
            self._show_name()

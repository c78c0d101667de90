"""What the dialogs are put together from: labels for what is set apart, buttons and bars."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTextEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gui.look import sizing
from gui.parts import screens
from gui.parts.labels import larger, words
from gui.parts.pressed import by_itself
from gui.tongue import tr

MARGIN = 20
GAP = 12
BESIDE = 6  # between buttons, as in the boxes that Qt puts together
INSIDE = 10  # pixels, from the edge of a field of many lines to what is written in it
LINES = QComboBox | QLineEdit | QPlainTextEdit | QPushButton
MOST = 0.92  # of the screen that a dialog takes by itself


def room(dialog: QDialog, width: int, height: int) -> None:
    """Open a dialog as large as its text asks for, at the usual size so many pixels."""
    most = screens.space(dialog.parentWidget()) * MOST
    dialog.resize(QSize(sizing.px(width), sizing.px(height)).boundedTo(most))


def trouble() -> QLabel:
    """Make a label for what went wrong, hidden until something does."""
    label = words(wrap=True)
    label.setForegroundRole(QPalette.ColorRole.Link)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    return label


def beside(label: QLabel, field: QWidget | QLayout) -> QLabel:
    """Let a label of a form stand beside the first line of its field, not above it, and name it."""
    if isinstance(field, QLayout):
        items = (field.itemAt(number) for number in range(field.count()))
        first = [one for item in items if item and (one := item.widget())]
    else:
        label.setBuddy(field.findChild(QComboBox) or field)
        inside = (field.findChild(kind) for kind in (QComboBox, QLineEdit, QPushButton))
        first = [next((one for one in (field, *inside) if isinstance(one, LINES)), field)]
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(0, max(above(label, one) for one in first), 0, 0)
    return label


def above(label: QLabel, field: QWidget) -> int:
    """Give how far a label stands below the top of a field, to be on the line with its words."""
    if isinstance(field, QPlainTextEdit):
        return INSIDE
    field.ensurePolished()
    return max(0, (field.sizeHint().height() - label.sizeHint().height()) // 2)


def bar(name: str, width: int) -> QProgressBar:
    """Make a bar for work of which nobody knows how long it takes, until it is given a range."""
    made = QProgressBar()
    made.setTextVisible(False)
    made.setRange(0, 0)
    made.setFixedWidth(sizing.px(width))
    made.setAccessibleName(name)
    return made


def in_the_middle(*widgets: QWidget) -> QWidget:
    """Make a page with these under one another, a little above its middle."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(GAP)
    column.addStretch(2)
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return page


class Unfilled(QLabel):
    """Says in the middle of a list why it is empty; what heads the columns is hidden meanwhile."""

    def __init__(self, view: QAbstractItemView, sentence: str) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(sentence)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setMargin(MARGIN)
        view.viewport().installEventFilter(self)

    def show_if(self, *, empty: bool) -> None:
        self.setVisible(empty)
        if isinstance(self._view, QTreeView):
            self._view.header().setHidden(empty)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().rect())
        return super().eventFilter(watched, event)


def centred(*labels: QLabel, width: int = 520) -> None:
    """Have these labels wrap and stand in the middle, so wide."""
    for label in labels:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setFixedWidth(sizing.px(width))


def as_high_as_its_words(dialog: QDialog) -> None:
    """Make a dialog as high as its words are when they wrap at its width."""
    layout = dialog.layout()
    assert layout is not None
    width = max(dialog.minimumWidth(), layout.minimumSize().width())
    high = max(layout.totalHeightForWidth(width), layout.minimumSize().height())
    dialog.setMinimumHeight(high)
    dialog.resize(width, high)


def one_of(column: QVBoxLayout, name: str, buttons: Sequence[QAbstractButton]) -> QButtonGroup:
    """Put buttons into a column under a heading; one of them is chosen."""
    group = QButtonGroup(column)
    if column.count():
        column.addSpacing(GAP)
    column.addWidget(larger(words(name), 1.0))
    for button in buttons:
        button.setAccessibleDescription(name)
        group.addButton(button)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return group


def only_read(text: QTextEdit, name: str, margin: int) -> None:
    """Have a text be read and copied, by mouse and by keys, and not written."""
    text.setReadOnly(True)
    text.setFrameShape(QTextEdit.Shape.NoFrame)
    text.setUndoRedoEnabled(False)
    text.setTabChangesFocus(True)
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.document().setDocumentMargin(margin)
    text.setAccessibleName(name)


def cancel(buttons: QDialogButtonBox, dialog: QDialog) -> QPushButton:
    """Give a dialog the button by which it is left as if it had not been asked for."""
    button = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    by_itself(button)
    buttons.rejected.connect(dialog.reject)
    return button


def offer(button: QPushButton, text: str, *, possible: bool) -> None:
    """Let a dialog's main button say what it will do, and look the part only when it can."""
    button.setText(text)
    button.setEnabled(possible)
    button.setDefault(possible)


def how_long(seconds: float) -> str:
    """Say about how long something takes; that it takes moments is not worth a word."""
    steps = ((3, ""), (8, tr("a few seconds")), (40, tr("half a minute")), (90, tr("a minute")))
    for most, told in steps:
        if seconds < most:
            return tr("This may take {told}.").format(told=told) if told else ""
    return tr("This may take %n minute(s).", "", round(seconds / 60))

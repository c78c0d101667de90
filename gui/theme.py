"""How it looks: the theme in force, its rules of style, fonts and icons.

Every colour in the window comes from here; panes ask `tones()` while they paint, so that a change
of theme needs no more than a repaint. The colours themselves are in `tones`.
"""

from functools import cache, lru_cache
from string import Template
from typing import Literal

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from core.model import Colour
from gui.look.dyes import FILLS, INKS, LIT, STRONG
from gui.look.tones import ALL, NAMED, Tones
from resources import HERE

Mode = Literal["system", "light", "dark", "contrast_light", "contrast_dark"]


LATIN = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans")
CHINESE = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei")
#: What a palette cannot say; a word after $ is one of the tones.
SHEET = Template("""
QSplitter::handle { background: $line; }
QDialog QSplitter::handle { background: transparent; }
QToolBar { background: $window; border: 0; border-bottom: 1px solid $line;
            padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: $line; width: 1px; margin: 7px 7px; }
QToolButton { border: ${wide}px solid transparent; border-radius: 6px; padding: ${thin}px;
    color: $text; }
QToolButton:focus { border-color: $accent; }
QToolButton:hover { background: $chip; }
QToolButton:pressed, QToolButton:checked { background: $chosen; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }
QToolButton#qt_menubar_ext_button, QToolButton#qt_toolbar_ext_button { border: 0; padding: 0; }
QToolButton#writing { background: $chosen; border-radius: 0; padding: 7px; }
QToolButton#chip { background: $chip; border-radius: 10px; padding: 2px 6px 2px 8px; }
QToolButton#chip:hover, QToolButton#chip:focus { background: $chosen; }
QLineEdit, QPlainTextEdit, QComboBox { background: $base;
    border: ${wide}px solid $edge; border-radius: 7px; padding: ${slim}px ${side}px;
    selection-background-color: $accent; selection-color: $base; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QPlainTextEdit[readOnly="true"] {
    background: transparent; border-color: $line; }
QComboBox::drop-down { border: 0; width: 1.4em; }
QComboBox::down-arrow { image: url("$arrow"); width: 0.8em; height: 0.8em; }
QComboBox QLineEdit { border: 0; padding: 0; background: transparent; }
QComboBox { padding-left: ${more}px; selection-background-color: $chosen; selection-color: $text; }
QComboBox:editable { padding-left: ${side}px; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent;
    padding: 5px 9px; margin: 0 1px; color: $faint; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; background: $chip; }
QPushButton { background: $chip; border: ${wide}px solid $line; border-radius: 7px;
    padding: 6px 14px; outline: 0; dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:hover { border-color: $faint; }
QPushButton:pressed { background: $chosen; }
QPushButton:default { background: $accent; border-color: $accent; color: $base; }
QPushButton:default:hover { border-color: $text; }
QPushButton:default:pressed { background: $chosen; color: $text; }
QPushButton:disabled { color: $faint; border-style: $off; }
QPushButton:default:disabled { background: $chip; border-color: $line; color: $faint; }
QPushButton:focus { border-color: $accent; }
QPushButton:default:focus { border-color: $text; }
QPushButton#quiet { background: transparent; border: 0; padding: 3px 0 1px; color: $accent; }
QPushButton#quiet:hover, QPushButton#quiet:focus { text-decoration: underline; }
QMenuBar { background: $window; }
QMenuBar::item { padding: 4px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $chosen; }
QMenu { background: $base; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 4px 28px 4px 10px; border-radius: 5px; min-height: 16px; }
QMenu::item:selected { background: $chosen; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QStatusBar { background: $window; border-top: 1px solid $line; color: $faint; }
QStatusBar::item { border: 0; }
QToolTip { background: $base; color: $text; border: 1px solid $line; padding: 3px 6px; }
QTreeView { show-decoration-selected: 0; }
QAbstractItemView { border: 0; outline: 0; background: $base; }
QDialog QAbstractItemView, QDialog QTextEdit, TogetherDialog QScrollArea { padding: 2px;
    border: ${wide}px solid $line; border-radius: 7px; background: $base; }
QDialog QAbstractItemView:focus, QDialog QTextEdit:focus { border-color: $accent; }
QDialog QHeaderView { border: 0; }
QDialog QHeaderView::section { padding: 6px 10px 6px 6px; }
SafeText:focus { background: $chosen; border-radius: 4px; }
QDialog SafeText, QDialog SafeText:focus { border: 0; padding: 0; background: transparent; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus { border: 1px solid $edge;
    border-radius: 0; padding: 3px; }
QDialog QTreeView::item { padding: 5px; }
QDialog QTreeView::item:selected { background: $chosen; color: $text; }
LedgerPane QTreeView { padding: 0 8px; }
QHeaderView::section { background: $base; color: $faint; border: 0;
    border-bottom: 1px solid $line; padding: 6px 8px; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 2px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 4px 2px 3px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px 4px 2px; }
QScrollBar::handle:hover { background: $faint; border-radius: 3px; }
QScrollBar::handle:vertical:hover { margin: 2px 3px 2px 2px; }
QScrollBar::handle:horizontal:hover { margin: 2px 2px 3px 2px; }
QProgressBar { background: $chip; border: 0; border-radius: 4px; height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
""")


class _State:
    mode: Mode = "system"


def mode(name: str) -> Mode:
    """Give the theme of this name; an unknown one follows the system."""
    return name if name in NAMED else "system"  # type: ignore[return-value]


def tones() -> Tones:
    """Give the colours of the theme in force."""
    if _State.mode == "system":
        return ALL[_system_is_dark() + 2 * _system_wants_contrast()]
    return ALL[NAMED.index(_State.mode)]


def name() -> str:
    """Name the theme in force."""
    return NAMED[tones().place]


def is_dark() -> bool:
    return tones().dark


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def fill(colour: Colour) -> QColor:
    """Give the colour painted behind highlighted text."""
    return QColor(FILLS[colour][tones().place])


def strong(colour: Colour) -> QColor:
    """Give the same colour for dots, edges and underlines."""
    return QColor(STRONG[colour][tones().place])


def lit() -> QColor:
    """Give the tint over words that a search has found, on whatever ground they stand."""
    name, share = LIT[tones().place]
    colour = QColor(name)
    colour.setAlphaF(share)
    return colour


def ink(number: int) -> QColor:
    """Give one of the colours that readers are told apart by."""
    return QColor(INKS[number % len(INKS)][is_dark()])


def apply(app: QApplication, wanted: Mode) -> None:
    """Dress the program in a theme; "system" follows the desktop.

    Qt gives new rules for old ones to each widget as often as it has others above it: to take the
    old ones away first, and give the new ones then, is twice.
    """
    _State.mode = wanted
    app.setPalette(palette(tones()))
    app.setStyleSheet("")
    app.setStyleSheet(sheet(tones()))


def palette(t: Tones) -> QPalette:
    made = QPalette(t.window)
    role = QPalette.ColorRole
    for colour, roles in (
        (t.window, (role.Window, role.AlternateBase)),
        (t.base, (role.Base, role.ToolTipBase)),
        (t.chip, (role.Button, role.Midlight)),
        (t.text, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (t.text, (role.HighlightedText,)),
        (t.chosen, (role.Highlight,)),
        (t.accent, (role.Link, role.Accent)),
        (t.faint, (role.PlaceholderText,)),
        (t.line, (role.Mid, role.Dark)),
    ):
        for each in roles:
            made.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, t.faint)
    return made


def sheet(t: Tones) -> str:
    """Give the few rules of style that a palette cannot say."""
    names = ("window", "base", "text", "faint", "line", "accent", "chosen", "chip", "edge")
    arrow = (HERE / "arrow.svg").as_posix()
    colours = {name: getattr(t, name).name() for name in names}
    wide = 1 + t.contrast  # pixels
    return SHEET.substitute(
        colours,
        arrow=arrow,
        wide=wide,
        thin=5 - wide,
        slim=6 - wide,
        side=9 - wide,
        more=11 - wide,
        off="dashed" if t.contrast else "solid",  # there, faint is nearly as strong as text
    )


def load_fonts(app: QApplication) -> None:
    """Make sure that Chinese is shown: the system's font where there is one, else our own.

    The families are named, for the system's choice may be a Japanese font with Japanese forms. One
    whose quotation marks are as wide as Chinese characters stands behind one made for Latin.
    """
    number = QFontDatabase.addApplicationFont(str(HERE / "fonts" / "MeipiSansSC-Regular.otf"))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    font, found = app.font(), QFontInfo(app.font())
    first = () if _is_narrow(font, found.pixelSize()) else (*filter(_is_there, LATIN), *families)
    font.setFamilies([*first[:1], found.family(), *CHINESE, *families])
    font.setPointSizeF(found.pointSizeF())  # where the system gives pixels, too
    app.setFont(font)


def _is_narrow(font: QFont, em: int) -> bool:
    return QFontMetricsF(font).horizontalAdvance("“") < 0.8 * em


def _is_there(family: str) -> bool:
    return QFontDatabase.hasFamily(family)


@cache
def _svg(name: str) -> str:
    return (HERE / "icons" / f"{name}.svg").read_text("utf-8")


class Drawn(QIconEngine):
    """An icon drawn by `paint` when it is asked for: sharp at any scale, in the tones of now."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if pixmap.isNull():
            return pixmap  # of a button that has no room just now
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            self.paint(painter, pixmap.rect(), mode, state)
        return pixmap

    def clone(self) -> QIconEngine:
        return type(self)(self.name)


class _Line(Drawn):
    """One of the drawings in resources/icons, in the colour of the text."""

    tone = "text"

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        colour = tones().faint if mode is QIcon.Mode.Disabled else getattr(tones(), self.tone)
        scale = painter.deviceTransform().m11()
        painter.setOpacity(0.45 if mode is QIcon.Mode.Disabled else 1.0)
        painter.drawPixmap(rect, _line(self.name, colour.name(), rect.width() * scale))
        painter.setOpacity(1.0)


class _Pale(_Line):
    """The same, on the accent."""

    tone = "base"


@lru_cache(maxsize=256)
def _line(name: str, colour: str, size: float) -> QPixmap:
    """Draw a line drawing once for a colour and a size in the screen's own pixels."""
    from PySide6.QtSvg import QSvgRenderer  # loaded with the first icon

    pixmap = QPixmap(round(size), round(size))
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = _svg(name).replace("currentColor", colour)
    with QPainter(pixmap) as painter:
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    return pixmap


def icon(name: str) -> QIcon:
    """Give one of the icons in resources/icons, by its file's name."""
    return QIcon(_Line(name))


def fold_icon(*, is_open: bool) -> QIcon:
    """Give the sign before what opens and closes."""
    return icon("down" if is_open else "right")


def icon_on_accent(name: str) -> QIcon:
    """Give it as it is seen on the button that is meant first."""
    return QIcon(_Pale(name))

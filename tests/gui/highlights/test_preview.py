"""How a note will read; and that no note can reach a file, an address or the reader's time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.highlights import Inspector
from gui.highlights.preview import Preview
from gui.highlights.rendering import is_plain, to_html
from gui.highlights.safe_text import SafeText

RED = QColor("#ff0000")
SCHEMES = ("http", "https", "file", "mailto")


class Opened(QObject):
    """Stands where the desktop's browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    @Slot(QUrl)
    def on_url(self, address: QUrl) -> None:
        self.addresses.append(address.toString())


@pytest.fixture
def opened() -> Iterator[Opened]:
    opened = Opened()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, opened, "on_url")  # type: ignore[arg-type]  # takes str
    yield opened
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def picture(tmp_path: Path) -> str:
    """A red picture on disk."""
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(RED)
    image.save(str(tmp_path / "red.png"))
    return QUrl.fromLocalFile(str(tmp_path / "red.png")).toString()


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    return preview


def has_red(text: SafeText) -> bool:
    image = text.viewport().grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
    return any(image.pixelColor(*place) == RED for place in places)


def test_markdown_is_rendered() -> None:
    html = to_html("专家称**“芯片自给”**需要 *ten*\n\n- one\n- `two`\n\n> said") or ""
    for piece in (
        "<strong>“芯片自给”</strong>",
        "<em>ten</em>",
        "<li>one</li>",
        "<code>two</code>",
    ):
        assert piece in html
    assert "<blockquote>" in html


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Seen:\n- one\n- two", "<p>Seen:</p><ul><li>one</li><li>two</li></ul>"),
        ("Steps\n1. ore\n2. oxide", "<p>Steps</p><ol><li>ore</li><li>oxide</li></ol>"),
        ("- one\n  more\n- two", "<ul><li>one<br>  more</li><li>two</li></ul>"),
        ("```\na\n- b\n```", "<pre><code>a- b</code></pre>"),
        ("from 3\n2. of them", "<p>from 3<br>2. of them</p>"),
    ],
)
def test_a_list_may_begin_right_below_a_line(note: str, shown: str) -> None:
    assert (to_html(note) or "").replace("\n", "") == shown


def test_code_ends_with_its_last_line(preview: Preview) -> None:
    preview.show_note("```\none\ntwo\n```")
    assert preview.text.toPlainText() == "one\ntwo"


def test_tables_and_links_are_rendered() -> None:
    html = to_html("| a | b |\n|---|---:|\n| 1 | [*x*](https://a.b/?c=1&d=2) |") or ""
    assert '<td align="right"><a href="https://a.b/?c=1&amp;d=2"><em>x</em></a></td>' in html


@pytest.mark.parametrize("note", ["", "plain words, 10–20 years", "两行\n文字", "3.5% of it"])
def test_plain_words_need_no_preview(qtbot: QtBot, preview: Preview, note: str) -> None:
    assert is_plain(note)
    preview.show_note(note)
    assert preview.isHidden()


@pytest.mark.parametrize("note", ["**a**", "# a", "- a", "1. a", "> a", "a\n\nb", "|a|", "`a`"])
def test_marks_need_one(note: str) -> None:
    assert not is_plain(note)


HOSTILE = [
    "<img src={0}>",
    "![x]({0})",
    "![x][1]\n\n[1]: {0}",
    "<script>alert(1)</script>",
    "<p style='background: url({0})'>x</p>",
    "<table background='{0}'><tr><td>x</table>",
    "<style>@import url({0});</style>",
    "<link rel=stylesheet href={0}>",
    "<iframe src={0}></iframe><object data={0}></object>",
    "<img src='data:image/png;base64,iVBORw0KGgo='>",
    "<img src=http://evil.example/x.png>",
    "[x]({0}) [y](javascript:alert(1)) [z](//host/share)",
    "<{0}>",
    "<![<<",
    "</p></body></html>",
]


@pytest.mark.parametrize("note", HOSTILE)
def test_what_could_do_harm_is_shown_as_text(
    qtbot: QtBot, preview: Preview, opened: Opened, picture: str, note: str
) -> None:
    html = to_html(note.format(picture)) or ""
    for tag in ("<img", "<script", "<style", "<link", "<iframe", "<object", "<a ", "<p "):
        assert tag not in html
    preview.show_note(note.format(picture))
    preview.show()
    assert not has_red(preview.text)
    assert opened.addresses == []


def test_even_raw_html_gets_no_picture(qtbot: QtBot, picture: str) -> None:
    text = SafeText()
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.show()
    text.setHtml(f"<img src='{picture}'><table background='{picture}'><tr><td>x</td></tr></table>")
    assert not has_red(text)


def test_a_plain_browser_would_have_shown_it(qtbot: QtBot, picture: str) -> None:
    from PySide6.QtWidgets import QTextBrowser

    text = QTextBrowser()
    qtbot.addWidget(text)
    text.setHtml(f"<img src='{picture}'>")
    text.show()
    assert has_red(text)  # type: ignore[arg-type]  # or the tests above would prove nothing


def test_a_click_on_a_link_tells_it_and_opens_nothing(
    qtbot: QtBot, opened: Opened, chosen: Inspector
) -> None:
    text = chosen.detail().note.preview.text
    cursor = text.document().find("IEA")
    place = text.cursorRect(cursor).center() - QPoint(6, 0)
    with qtbot.waitSignal(chosen.link_clicked) as told:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["https://iea.org/x"]
    assert opened.addresses == []


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:x", "//host/x", "x.html"])
def test_no_other_address_is_told(qtbot: QtBot, preview: Preview, address: str) -> None:
    with qtbot.assertNotEmitted(preview.link_clicked):
        preview.text.anchorClicked.emit(QUrl(address))


TOO_MUCH = {
    "long": "**a** " * 10_000,
    "lines": "- a\n" * 4_000,
    "quotes": ">" * 3_000 + " a",
    "lists": "\n".join("    " * depth + "- a" for depth in range(60)),
}


@pytest.mark.parametrize("kind", TOO_MUCH)
def test_too_much_is_not_rendered_but_said(qtbot: QtBot, preview: Preview, kind: str) -> None:
    assert to_html(TOO_MUCH[kind]) is None
    preview.show_note(TOO_MUCH[kind])
    assert preview.text.toPlainText() == "This note is too long or too deep to preview."


SLOW = ["[", "![", "[a](", "*a", "**_", "`*_[\\", "<![<<", "<a", "&", "[a][b]", "\\", "<table>"]


@pytest.mark.parametrize("piece", SLOW)
def test_no_note_hangs_it(qtbot: QtBot, preview: Preview, piece: str) -> None:
    preview.show_note((piece * 50_000)[:50_000])
    preview.show()
    assert not preview.grab().isNull()


def test_twenty_two_nested_tables_stay_text(qtbot: QtBot, chosen: Inspector, place) -> None:
    place.write(place.years, "<table><tr><td>" * 22 + "<img src=file:///etc/passwd>")
    chosen.show_highlight(place.annotated(), place.years)
    assert chosen.detail().note.preview.text.toPlainText().count("<table>") == 22


def test_the_preview_follows_what_is_typed(qtbot: QtBot, chosen: Inspector) -> None:
    pane = chosen.detail().note
    pane.editor.selectAll()
    qtbot.keyClicks(pane.editor, "now **bold**")
    qtbot.waitUntil(lambda: pane.preview.text.toPlainText() == "now bold")


def test_the_preview_can_be_put_away(qtbot: QtBot, chosen: Inspector) -> None:
    pane = chosen.detail().note
    assert pane.preview.isVisible()
    qtbot.mouseClick(pane._switch, Qt.MouseButton.LeftButton)
    assert not pane.preview.isVisible()


def test_the_colours_change_with_the_theme_while_it_is_out_of_sight(
    chosen: Inspector, qapp: QApplication
) -> None:
    from gui import theme

    pane = chosen.detail().note
    pane.preview.show_note("a [word](https://example.org)")
    chosen.hide()
    theme.apply(qapp, "dark")
    chosen.show()
    link = pane.preview.text.document().find("word").charFormat()
    assert link.foreground().color() == theme.tones().accent


def test_the_desktop_would_have_been_heard(opened: Opened) -> None:
    QDesktopServices.openUrl(QUrl("https://a.b/"))
    assert opened.addresses == ["https://a.b/"]

"""Take the pictures in docs/pictures anew:  python tests/pictures.py

The same library, size, font, clock and zone each time, so that a picture differs only where the
window does.
"""

import itertools
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, cast

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, Qt  # noqa: E402  the platform is named first
from PySide6.QtGui import QFontDatabase, QHelpEvent, QImage  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from core import annotate  # noqa: E402
from core import settings as preferences  # noqa: E402
from core.anchor import describe  # noqa: E402
from core.day import at  # noqa: E402
from core.library import Library  # noqa: E402
from core.model import Article, Colour, Stance  # noqa: E402
from core.parse import parse_text  # noqa: E402
from core.samples import sample_texts  # noqa: E402
from core.settings import Settings  # noqa: E402
from core.share.choose import Choice  # noqa: E402
from core.share.make import make  # noqa: E402
from gui import theme, tongue, work  # noqa: E402
from gui.desk import Desk  # noqa: E402
from gui.dialogs.merging.dialog import MergeDialog  # noqa: E402
from gui.dialogs.preferences import PreferencesDialog  # noqa: E402
from gui.glossary import WordCard  # noqa: E402
from gui.look.dyes import INKS  # noqa: E402
from gui.sidebar.model import COUNT  # noqa: E402
from gui.startup.furnish import dressed  # noqa: E402
from gui.window import Window  # noqa: E402
from tests.generate import articles, mark, page  # noqa: E402
from tests.given import ANNA, BEN, YEARS, place  # noqa: E402
from tests.gui.mouse import point  # noqa: E402
from tests.pictures_coming import take_coming  # noqa: E402
from tests.pictures_desk import take_desk  # noqa: E402
from tests.pictures_dialogs import take_dialogs, take_found, take_places, take_themes  # noqa: E402
from tests.pictures_dress import DRESS, EVERY, take_every  # noqa: E402
from tests.pictures_ledger import TODAY, gather  # noqa: E402
from tests.pictures_tags import RULE, take_tags  # noqa: E402
from tests.pictures_tags import fill as fill_with_tags  # noqa: E402

PICTURES = DRESS.folder or ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1280, 800
START = 1_763_000_000_000  # 13 November 2025, in milliseconds
NOTE = "Which of the five steps is the **slow** one?\n\n- separation\n- training people"
#: What is marked: words, their colour, tags and note.
MARKS = (
    (YEARS, Colour.YELLOW, ("claim/forecast", "稀土"), NOTE),
    ("over 85% of the world's capacity", Colour.RED, ("claim/figure",), ""),
    ("hundreds of mixing and settling stages, and over", Colour.BLUE, (), ""),
    ("three to five years", Colour.GREEN, ("claim/forecast",), ""),
    ("a generation of chemists", Colour.PURPLE, (), "The same in the interview of 2023"),
    ("15% to 20%", Colour.ORANGE, ("claim/figure",), ""),
    ("at least a decade", Colour.GREY, (), ""),
)


def main() -> int:
    if EVERY in sys.argv:
        return take_every(__file__)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MEIPI_HOME"] = folder
        os.chdir(folder)  # the welcome shows where the library is
        settings = Settings(
            author=ANNA.id, name=ANNA.name, theme=DRESS.usual, zone="UTC", language=DRESS.language
        )
        app = dressed(settings)
        _use_own_font(app)
        PICTURES.mkdir(parents=True, exist_ok=True)
        clock = itertools.count(START, 60_000).__next__
        with Library(Path("Critical minerals.meipi"), ANNA, clock) as library:
            take_all(app, library, settings)
        if DRESS.scale:
            return 0
        with Library(Path("Ledger.meipi"), ANNA, clock) as library:
            ledger(app, library, settings)
        with Library(Path("Tags.meipi"), ANNA, clock) as library:
            tags(app, library, settings)
        with Library(Path("library.meipi"), ANNA, clock) as library:
            window = shown(library, settings)
            take(app, window, "welcome")
            take_coming(app, window, take, save)
        if DRESS.folder:
            return 0
        tongue.wear(app, "zh")
        with Library(Path("Ledger.meipi"), ANNA, clock) as library:
            in_chinese(app, library, settings)
    return 0


def in_chinese(app: QApplication, library: Library, settings: Settings) -> None:
    """Take the window that speaks Chinese, its ledger, and its preferences."""
    settings.language = "zh"
    window = shown(library, settings)
    window.articles.step(1)
    window.actions_["show_ledger"].trigger()
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"in-chinese-{mode}")
    window.dress(DRESS.usual)
    window.actions_["preferences"].trigger()
    page = window.findChild(PreferencesDialog)
    assert page is not None
    save(page, "preferences-in-chinese")
    page.close()


def take_all(app: QApplication, library: Library, settings: Settings) -> None:
    article = fill(library)
    window = shown(library, settings)
    window.articles.choose(article.id)
    found = (one.highlight for one in library.annotated(article.id).placed)
    window.choose_highlight(next(one.id for one in found if one.passage.quote == YEARS))
    window.insights.view.setFocus()
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"window-{mode}")
    window.dress(DRESS.usual)
    if DRESS.scale:
        return
    take_themes(app, window, save)
    take_places(app, window, save)
    take_dialogs(app, window, save, DRESS.dialogs)
    preview(app, window)
    take_found(app, window, save)
    citing(app, window, article)
    search(app, window)
    chinese(app, window)
    readers(app, window, article)
    finding(app, window, article)
    take_desk(app, window, article, take, save)


def tags(app: QApplication, library: Library, settings: Settings) -> None:
    """Take the list of tags, and which stand together."""
    fill_with_tags(library)
    preferences.save(replace(settings, rules=[RULE]))
    take_tags(app, shown(library, settings), save, DRESS.dialogs)


def citing(app: QApplication, window: Window, article: Article) -> None:
    """Take the claims that stand on the same passages, lit."""
    tree = window.insights.view
    window.choose_highlight(None)
    tree.go_to(next(one.position for one in article.edition.nodes if "Separation" in one.text))
    window.actions_["same_passage"].trigger()
    _until(app, lambda: not tree._settling.isActive())
    save(window.insights, "citations-light")
    tree.light({})


def search(app: QApplication, window: Window) -> None:
    """Take what a search found, in light and dark, with a search that is kept in the side bar."""
    library = window.desk
    library.commit(lambda: annotate.keep_search("关键矿产", "稀土 OR gallium"))
    library.commit(lambda: annotate.keep_search("Forecasts", "tag:forecast"))
    _until_counted(app, window)
    window.articles.search.setText("稀土")
    _until(app, lambda: not cast("Any", window.articles._results).asker.is_waiting())
    window.articles.step(1)
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"search-{mode}")
    window.dress(DRESS.usual)
    window.articles.search.clear()


def chinese(app: QApplication, window: Window) -> None:
    """Take the card of a word, and titles in traditional characters with pinyin over them."""
    aim = window.insights.heading.title.aim()
    assert aim is not None
    window.desk.commit(lambda: annotate.define("供应链", ["supply chain", "chain of supply"]))
    place = aim.text.index("供应链")
    for mode in DRESS.modes:
        window.dress(mode)
        window.aids.point(replace(aim, place=place))
        card = window.findChild(WordCard)
        assert card is not None
        card.wait()
        take(app, window, f"word-{mode}")
        card.leave()
    window.actions_["show_pinyin"].trigger()
    window.actions_["script_traditional"].trigger()
    for mode in DRESS.modes[::-1]:
        window.dress(mode)
        take(app, window, f"pinyin-{mode}")
    window.actions_["show_pinyin"].trigger()
    window.actions_["script_written"].trigger()


def readers(app: QApplication, window: Window, article: Article) -> None:
    """Take a merge before it is done, and the window with the marks of two readers after it."""
    mine = window.desk.reader.path
    clock = itertools.count(START + 9_000_000, 60_000).__next__
    made = at(START + 10_000_000)
    with Library(Path("ben.meipi"), BEN, clock) as ben:
        ben.merge(mine)
        first = next(p.highlight for p in ben.annotated(article.id).placed if p.highlight.note)
        ben.commit(annotate.note(first, "Separation, says the interview of 2023."))
        _mark(ben, article, "Planners now speak of decades", Colour.MAGENTA, ("doubtful",), "Who?")
        make(ben.path, Path("from-ben.meipi"), Choice(), BEN, lambda: made)
    mine_now = window.desk.reader.highlight(first.id)
    window.desk.commit(lambda: annotate.note(mine_now, NOTE + "\n- permits"))
    window.sharing.merge_files([Path("from-ben.meipi")])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    _until(app, lambda: dialog._pages.currentIndex() == 1 and dialog.page._job is None)
    save(dialog, "merge")
    with_merged = []
    dialog.merged.connect(lambda *_: with_merged.append(True))
    dialog.accept()
    _until(app, lambda: bool(with_merged))
    window.articles.choose(article.id)
    window.choose_highlight(first.id)
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"readers-{mode}")
    window.dress(DRESS.usual)


def finding(app: QApplication, window: Window, article: Article) -> None:
    """Take quantities in the text with a card over one, and a finding that rests on two claims."""
    tree, concluding = window.insights.view, window.concluding
    window.articles.choose(article.id)
    concluding.fill()
    window.actions_["show_quantities"].trigger()
    _until(app, lambda: tree._drawn.counted is not None)
    first = next(node for node in article.edition.nodes if YEARS in node.text)
    for node in (first.position, first.position + 1):
        window.choose_highlight(None)
        tree.go_to(node)
        window.actions_["find"].trigger()
        tree.setFocus()
    page = concluding.stating.page
    page.statement.replace("Self-sufficiency in rare earths takes 10 to 20 years 稀土自给")
    page.confidence.given.emit(70)
    page.tagged.emit("claim/forecast")
    page.make_button.click()
    for mode in DRESS.modes:
        window.dress(mode)
        take(app, window, f"finding-{mode}")
    window.dress(DRESS.usual)
    spot = point(tree, first.position, first.text.index(YEARS) + 5)
    asked = QHelpEvent(QEvent.Type.ToolTip, spot, tree.viewport().mapToGlobal(spot))
    QApplication.sendEvent(tree.viewport(), asked)
    take(app, window, "quantities")


def ledger(app: QApplication, library: Library, settings: Settings) -> None:
    """Take every page of the ledger, the pictures in dark as well, and the timeline empty."""
    from gui.ledger import Tab

    article = fill(library)
    window = shown(library, settings)
    window.articles.choose(article.id)
    window.bookkeeping.warm()
    window.actions_["show_ledger"].trigger()
    pane = window.bookkeeping.pane
    assert pane is not None
    pane.turn(Tab.TIMELINE)
    take(app, window, "ledger-empty")
    years = next(p.highlight.id for p in library.annotated(article.id).placed)
    gather(library, years)
    window.bookkeeping.show_all()
    for tab in Tab:
        pane.turn(tab)
        _until(app, lambda: not work._running)
        pane.choose(library.findings()[0].id)
        if tab is Tab.PROPOSALS:
            QTest.keyClick(pane.proposals.list, Qt.Key.Key_End)
        drawn = tab in (Tab.TIMELINE, Tab.NUMBERS)
        for mode in DRESS.modes[: 1 + drawn]:
            window.dress(mode)
            _until(app, lambda: not window.insights.view._settling.isActive())
            save(window if drawn else pane, f"ledger-{tab.value.lower()}-{mode}")
        window.dress(DRESS.usual)


def preview(app: QApplication, window: Window) -> None:
    """Take the preview of an import, once it has read the page."""
    from gui.dialogs.importing import ImportDialog

    window.deeds.import_text(page(4, seed=3))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    _until(app, lambda: dialog._pages.currentIndex() > 0)
    save(dialog, "import")
    dialog.reject()


def fill(library: Library) -> Article:
    """Put the sample and some others into the library, and mark what is worth it."""
    sample = [article for text in sample_texts() for article in parse_text(text).articles]
    older = (one for one in articles(400) if (one.masthead.published or "") < "2025-11-03")
    others = list(islice(older, 24))
    library.commit(library.add([*sample, *others]).change)
    for other in others[::5]:
        library.commit(mark(other))
    library.commit(annotate.read({other.id: False for other in others[4:]}, now=True))
    article = next(one for one in sample if any(YEARS in n.text for n in one.edition.nodes))
    for words, colour, tags, note in MARKS:
        _mark(library, article, words, colour, tags, note)
    doubtful = [one.highlight for one in library.annotated(article.id).placed][-1:]
    library.commit(annotate.judge(doubtful, Stance.DOUBT))
    return article


def _mark(
    library: Library, article: Article, words: str, colour: Colour, tags: tuple[str, ...], note: str
) -> None:
    passage = describe(article, *place(article, words))
    library.commit(annotate.highlight(passage, colour, note=note, tags=tags, known=library.tags()))


def shown(library: Library, settings: Settings) -> Window:
    window = Window(Desk(library), settings, today=lambda: TODAY)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.shelving.fill()
    window._reading.setInterval(1 << 30)  # how long pictures take says nothing of reading
    return window


def _until_counted(app: QApplication, window: Window) -> None:
    bar = window.shelving.bar
    assert bar is not None
    _until(app, lambda: bar.model.index(bar.model.rowCount() - 1).data(COUNT) is not None)


def take(app: QApplication, window: Window, name: str) -> None:
    _until_counted(app, window)
    _until(app, lambda: not window.insights.view._settling.isActive())
    save(window, name)


def save(widget: QWidget, name: str) -> None:
    """Save in the 256 colours that are most used: a third of the bytes, and no eye can tell."""
    if DRESS.folder and not name.endswith(DRESS.usual):
        name = f"{name}-{DRESS.usual}"
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    used = Counter(memoryview(image.constBits()).cast("I"))
    table = list(dict.fromkeys([*_theme(), *(colour for colour, _ in used.most_common(256))]))
    few = image.convertToFormat(QImage.Format.Format_Indexed8, table[:256])
    few.save(str(PICTURES / f"{name}.png"), quality=0)
    print(f"{PICTURES.name}/{name}.png")


def _theme() -> list[int]:
    """Give the colours that must stay as they are, however little there is of them."""
    marks = [colour for each in Colour for colour in (theme.fill(each), theme.strong(each))]
    t = theme.tones()
    tones = (t.window, t.base, t.text, t.faint, t.line, t.accent, t.chosen, t.chip)
    inks = [theme.ink(number) for number in range(len(INKS))]
    return [colour.rgb() for colour in (*tones, *marks, *inks)]


def _until(app: QApplication, is_so: Callable[[], bool]) -> None:
    for _ in range(5):
        app.processEvents()
    while not is_so():
        app.processEvents()


def _use_own_font(app: QApplication) -> None:
    """Show every letter in the font that comes with Meipi, whatever this machine has."""
    own = [family for family in QFontDatabase.families() if family.startswith("Meipi")]
    font = app.font()
    font.setFamilies(own)
    font.setPointSizeF(9.75)
    app.setFont(font)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # at its end Python would take windows down in no good order

"""From the command to the window and back: files that are missing, foreign, or another library."""

import os
import signal
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import annotate, collector
from core.library import Library, Reader
from core.model import Article, Passage
from core.progress import Progress
from core.settings import Settings, default_library, load, save
from gui import theme, tongue, work
from gui.__main__ import main
from gui.headless import run
from gui.look import sizing
from gui.startup.ending import Ending, close_unasked
from gui.startup.frame import Frame
from gui.startup.opening import open_library
from gui.startup.places import Places
from gui.window import Window
from tests.given import ANNA
from tests.gui.window.conftest import Open
from tests.gui.window.starting import do


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    theme.apply(qapp, "light")
    tongue.wear(qapp, "en")


def windows() -> list[Window]:
    found = [one for one in sizing.every_widget() if isinstance(one, Window)]
    return [one for one in found if one.isVisible()]


def test_a_missing_file_is_answered_kindly(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.meipi")
    assert main([missing]) == 1
    assert capsys.readouterr().err.startswith(f"There is no file {missing}.")


def test_a_text_is_no_library_and_stays_as_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("some notes", "utf-8")
    assert main([str(text)]) == 1
    told = capsys.readouterr().err
    assert "notes.txt is not a Meipi library." in told
    assert "import it" in told
    assert text.read_text("utf-8") == "some notes"


def test_help_is_the_command_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "opens its window" in capsys.readouterr().out


def test_without_a_word_the_readers_own_library_is_opened() -> None:
    do((Window, Window.close))
    assert main([]) == 0
    assert default_library().exists()
    assert load().author


def test_where_nothing_can_be_kept_of_the_preferences_the_window_opens_and_says_so(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.write_text("no folder", "utf-8")
    monkeypatch.setenv("MEIPI_HOME", str(home))
    Library(path, ANNA).close()
    told: list[str] = []

    def hear(window: Window) -> None:
        told.append(window.notice.text())
        window.close()

    do((Window, hear))
    assert main([str(path)]) == 0
    assert told[0].startswith("The preferences could not be saved: ")


def test_another_library_takes_the_place_of_the_first(path: Path, library: Library) -> None:
    shown: list[str] = []

    def close() -> None:
        if not windows():
            QTimer.singleShot(0, close)
            return
        shown.append(windows()[0].desk.reader.path.name)
        windows()[0].close()

    def change(window: Window) -> None:
        shown.append(window.desk.reader.path.name)
        QTimer.singleShot(0, close)
        window.deeds.library_asked.emit(path.with_name("other.meipi"))

    do((Window, change))
    assert main([str(path)]) == 0
    assert shown == ["library.meipi", "other.meipi"]
    assert load().library == str(path.with_name("other.meipi"))


def test_a_window_is_gone_before_the_library_that_it_looks_into_is_closed(
    path: Path, library: Library
) -> None:
    told: list[int] = []

    def change(window: Window) -> None:
        reader = window.desk.reader
        window.destroyed.connect(lambda: told.append(reader.count()))
        do((Window, Window.close))
        window.deeds.library_asked.emit(path.with_name("other.meipi"))

    do((Window, change))
    assert main([str(path)]) == 0
    assert told == [0]


def until_called_off(heard: Progress) -> str:
    while True:
        heard(0, 0)


def test_nothing_is_left_of_a_window_once_another_is_shown(path: Path, library: Library) -> None:
    first: list[weakref.ref[Window]] = []
    told: list[tuple[str, bool]] = []

    def change(window: Window) -> None:
        first.append(weakref.ref(window))
        collector.begin()  # as once it was painted
        work.run(until_called_off, window.notice.say, window.notice.warn)
        do((Window, see))
        window.deeds.library_asked.emit(path.with_name("other.meipi"))

    def see(window: Window) -> None:
        told.append((window.desk.reader.path.name, first[0]() is None))
        window.close()

    do((Window, change))
    assert main([str(path)]) == 0
    assert told == [("other.meipi", True)]


def test_the_window_speaks_another_language_at_once(path: Path, library: Library) -> None:
    said: list[tuple[str, ...]] = []

    def look() -> None:
        if not windows():
            QTimer.singleShot(0, look)
            return
        window = windows()[0]
        titles = [action.text() for action in window.menuBar().actions()]
        shown = "preferences" if window.preferring.is_shown() else ""
        said.append((titles[0], window.actions_["undo"].toolTip().split(" (")[0], shown))
        language = ("zh", "en")[len(said) - 1] if len(said) < 3 else ""
        QTimer.singleShot(0, look) if language else window.close()
        if len(said) == 1:
            window.actions_["preferences"].trigger()
        if language:
            window.actions_[f"language_{language}"].trigger()

    QTimer.singleShot(0, look)
    assert main([str(path)]) == 0
    assert said == [
        ("&File", "Undo", ""),
        ("文件(&F)", "撤销", "preferences"),
        ("&File", "Undo", "preferences"),
    ]
    assert load().language == "en"


def writing(window: Window) -> QWidget:
    """Give what has the keys in a window."""
    there = window.focusWidget()
    return there or window


def test_in_another_language_one_goes_on_writing(
    path: Path, library: Library, rare_earths: Article
) -> None:
    save(Settings(author=ANNA.id, library=str(path)))
    library.commit(library.add([rare_earths]).change)
    node = rare_earths.edition.nodes[2]
    place = (rare_earths.id, rare_earths.edition.id, node.position)
    passage = Passage(*place, 0, len(node.text), node.text)
    library.commit(annotate.highlight(passage, note="因为"))
    said: list[tuple[str, ...]] = []

    def write(window: Window) -> None:
        window.choose_highlight(library.annotated(rare_earths.id).placed[0].highlight.id)
        window.inspector.focus_note()
        QTest.keyClicks(writing(window), "why")
        window.actions_["language_zh"].trigger()

    def write_on(window: Window) -> None:
        QTest.keyClicks(writing(window), "?")
        title = window.menuBar().actions()[0].text()
        window.close()
        note = library.annotated(rare_earths.id).placed[0].highlight.note
        said.append((title, note))

    do((Window, write), (Window, write_on))
    assert main([str(path)]) == 0
    assert said == [("文件(&F)", "因为why?")]


@pytest.mark.skipif(os.name != "posix", reason="Windows ends programs in another way")
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_what_is_being_written_is_kept_when_the_session_ends(
    path: Path, library: Library, rare_earths: Article, asked: str
) -> None:
    save(Settings(author=ANNA.id, library=str(path)))
    library.commit(library.add([rare_earths]).change)
    number = getattr(signal, asked)
    outside = signal.signal(number, signal.SIG_DFL)  # a shell may have had it ignored

    def end() -> None:
        if signal.getsignal(number) is signal.SIG_DFL:
            QTimer.singleShot(2, end)
        else:
            os.kill(os.getpid(), number)

    def write(window: Window) -> None:
        window.insights.view.go_to(2)
        window.actions_["note"].trigger()
        QTest.keyClicks(writing(window), "why")
        window.actions_["find"].trigger()  # which nobody is asked about
        QTest.keyClicks(writing(window), "In my words")
        end()

    do((Window, write))
    assert main([str(path)]) == 0
    assert library.annotated(rare_earths.id).placed[0].highlight.note == "why"
    assert [one.statement for one in library.findings()] == ["In my words"]
    assert signal.signal(number, outside) is signal.SIG_DFL


def test_what_is_being_written_is_kept_when_windows_ends_the_session(
    path: Path, library: Library, rare_earths: Article
) -> None:
    """It asks first, and another program may prevent it; then it tells, and waits for nobody."""
    save(Settings(author=ANNA.id, library=str(path)))
    library.commit(library.add([rare_earths]).change)
    said: list[object] = []

    def write(window: Window) -> None:
        frame, app = window.window(), QApplication.instance()
        ending = frame.findChild(Ending)
        assert app
        assert ending
        assert isinstance(frame, Frame)
        window.insights.view.go_to(2)
        window.actions_["note"].trigger()
        QTest.keyClicks(writing(window), "why")
        window.actions_["find"].trigger()
        QTest.keyClicks(writing(window), "In my words")
        ending.may_end()
        said.append((window.isVisible(), [one.statement for one in library.findings()]))
        app.aboutToQuit.emit()
        said.append((frame.isVisible(), [one.statement for one in library.findings()]))
        close_unasked(frame)

    do((Window, write))
    assert main([str(path)]) == 0
    assert said == [(True, []), (False, ["In my words"])]
    assert library.annotated(rare_earths.id).placed[0].highlight.note == "why"


def test_what_is_being_written_is_kept_when_the_screen_goes(
    path: Path, library: Library, rare_earths: Article
) -> None:
    save(Settings(author=ANNA.id, library=str(path)))
    library.commit(library.add([rare_earths]).change)

    def write(window: Window) -> None:
        window.insights.view.go_to(2)
        window.actions_["note"].trigger()
        QTest.keyClicks(writing(window), "why")
        window.actions_["find"].trigger()  # of which nothing is written
        QApplication.exit(1)  # as Qt does then

    do((Window, write))
    assert main([str(path)]) == 1
    assert library.annotated(rare_earths.id).placed[0].highlight.note == "why"
    assert not library.findings()


def test_what_is_no_library_leaves_the_one_that_is_open(path: Path, library: Library) -> None:
    text = path.with_name("notes.txt")
    text.write_text("some notes", "utf-8")
    told: list[str] = []

    def ask(window: Window) -> None:
        window.deeds.library_asked.emit(text)
        told.append(window.notice.text())
        window.close()

    do((Window, ask))
    assert main([str(path)]) == 0
    assert "not a Meipi library" in told[0]
    assert load().library == ""


def test_a_file_that_may_only_be_read_is_opened_to_look(
    path: Path, library: Library, rare_earths: Article
) -> None:
    library.commit(library.add([rare_earths]).change)
    path.chmod(0o444)
    with open_library(path, Settings(author=ANNA.id)) as opened:
        assert isinstance(opened, Reader)
        assert opened.count() == 1


def test_the_main_job_is_done_without_a_display(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(tmp_path / "out") == 0
    assert str(tmp_path / "out" / "sample.md") in capsys.readouterr().out
    notes = (tmp_path / "out" / "sample.md").read_text("utf-8")
    assert notes.count("==10 to 20 years==") == 1
    assert "claim/forecast" in notes
    assert "- 10–20 years to self-sufficiency · 10–20 years · 2035–2045 · open" in notes
    with Reader(tmp_path / "out" / "sample.meipi") as reader:
        assert len(reader.findings()) == 1
        assert [tag.path for tag in reader.tags()] == ["claim", "claim/forecast"]
    picture = QImage(str(tmp_path / "out" / "window.png"))
    assert (picture.width(), picture.height()) == (1280, 800)


def test_without_a_display_the_readers_own_window_is_left_as_it_stood(tmp_path: Path) -> None:
    def picture() -> QImage:
        assert run(tmp_path / "out") == 0
        return QImage(str(tmp_path / "out" / "window.png"))

    first, stood = picture(), "[General]\nledger=true\npanes=184, 330, 304\n"
    assert not Places.path().exists()
    Places.path().write_text(stood, "utf-8")
    assert picture() == first
    assert Places.path().read_text("utf-8") == stood


def test_after_a_crash_one_is_where_one_rested_last(
    window: Window, article: Article, open_window: Open, library: Library
) -> None:
    window.insights.view.go_to(1)
    window._places._rests.timeout.emit()
    window.articles.list.setFocus()
    again = open_window(library)  # and the first was never closed
    shown = again.insights.view.annotated
    assert shown
    assert shown.article.id == article.id
    assert again.insights.view.node() == 1

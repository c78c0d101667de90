"""From the start to an open library, whatever lay in its place: damaged, a stranger's, newer."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import annotate, backup, schema
from core.backup import Reason
from core.backup.migrate import STEPS
from core.check import check
from core.library import Library, Reader
from core.settings import default_library, load, remember
from gui.dialogs.keeping.backups import BackupsDialog
from gui.dialogs.keeping.owning import OwningDialog
from gui.dialogs.keeping.rescue import RescueDialog
from gui.dialogs.keeping.restoring import RestoringDialog
from gui.dialogs.question import Question
from gui.libraries import Shared
from gui.startup.opening import NotOpened, open_library
from gui.startup.start import start
from gui.window import Window
from tests.data.keep import FOLDER
from tests.given import ANNA, made
from tests.gui.window.conftest import Answers, settings_of_anna
from tests.gui.window.starting import do

pytestmark = pytest.mark.usefixtures("as_before")


def damage(path: Path) -> bytes:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    return bytes(content)


# What does not open


def test_a_damaged_library_is_offered_its_copies_and_one_is_put_back(kept: Path) -> None:
    damaged, told = damage(kept), list[str]()

    def restore(dialog: RescueDialog) -> None:
        told.append(dialog.accessibleName())
        assert kept.read_bytes() == damaged, "it is not touched before a copy is chosen"
        assert dialog.list.model().rowCount() == 1
        dialog.back.click()

    def look(window: Window) -> None:
        told.append(window.notice.text())
        assert window.desk.reader.writable
        window.close()

    do((RescueDialog, restore), (Window, look))
    assert start(kept, Answers()) == 0
    assert told[0] == "library.meipi is damaged or no library."
    assert "Went back to the copy of today" in told[1]
    (aside,) = backup.folder(kept).glob("*-damaged.sqlite")
    assert aside.name in told[1]
    assert aside.read_bytes() == damaged
    assert check(kept).sound
    with Reader(kept) as reader:
        assert reader.count() == 1


def test_another_library_may_be_opened_instead_and_the_damaged_one_stays(kept: Path) -> None:
    damaged, other = damage(kept), kept.with_name("other.meipi")
    answers = Answers()
    answers.library = other
    opened: list[Path] = []

    def look(window: Window) -> None:
        opened.append(window.desk.reader.path)
        window.close()

    do((RescueDialog, lambda dialog: dialog.another.click()), (Window, look))
    assert start(kept, answers) == 0
    assert opened == [other]
    assert kept.read_bytes() == damaged
    assert load().library == str(other)


def test_a_reader_may_give_up(kept: Path) -> None:
    damaged = damage(kept)
    do((RescueDialog, lambda dialog: dialog.reject()))
    assert start(kept, Answers()) == 1
    assert kept.read_bytes() == damaged


def test_without_a_screen_the_sentence_names_the_copy_and_the_command(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(kept)
    assert start(kept) == 1
    told = capsys.readouterr().err
    (copy,) = backup.copies(kept)
    assert "library.meipi is damaged or no library. The newest copy is of" in told
    assert f"`meipi restore --library {kept} {copy.path}`" in told


def test_without_copies_the_sentence_and_the_remedy_are_all(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("some notes", "utf-8")
    told: list[str] = []

    def look(dialog: RescueDialog) -> None:
        assert not dialog.list.isVisible()
        assert not dialog.back.isVisible()
        told.append(dialog.accessibleName())
        dialog.reject()

    do((RescueDialog, look))
    assert start(text, Answers()) == 1
    assert told == ["notes.txt is not a Meipi library."]


def test_a_damaged_library_opened_from_a_window_is_offered_its_copies_too(kept: Path) -> None:
    damage(kept)
    places: list[Path] = []

    def look(window: Window) -> None:
        places.append(window.desk.reader.path)
        if places[-1] == kept:
            window.close()
        else:  # the first window, still
            do((Window, look))

    do(
        (Window, lambda window: window.deeds.library_asked.emit(kept)),
        (RescueDialog, lambda dialog: dialog.back.click()),
        (Window, look),
    )
    assert start(None, Answers()) == 0
    assert places[-1] == kept
    assert load().library == str(kept)


# Going back


def test_going_back_by_the_window_closes_it_and_opens_it_over_the_copy(kept: Path) -> None:
    told: list[str] = []

    def remove(window: Window) -> None:
        library = window.desk.reader
        (card,) = library.cards(library.order())
        window.desk.take_away([card.id])
        window.actions_["backups"].trigger()

    def look(window: Window) -> None:
        told.append(window.notice.text())
        assert window.articles.count() == 1
        window.close()

    do(
        (Window, remove),
        (BackupsDialog, lambda dialog: dialog.back.click()),
        (Question, lambda question: question.accept()),
        (Window, look),
    )
    assert start(kept, Answers()) == 0
    assert "Went back to the copy of today" in told[0]
    newest, _daily = backup.copies(kept)
    assert newest.reason is Reason.RESTORE
    assert newest.path.name in told[0]
    with Reader(newest.path) as before:
        assert before.count() == 0


def test_a_copy_that_turns_out_spoilt_leaves_the_library_and_says_so(kept: Path) -> None:
    (copy,) = backup.copies(kept)
    before, told = kept.read_bytes(), list[str]()

    def go_back(window: Window) -> None:
        copy.path.write_bytes(copy.path.read_bytes()[:5000])
        window.keeping.restore_asked.emit(copy)

    def look(window: Window) -> None:
        told.append(window.notice.text())
        assert window.articles.count() == 1
        window.close()

    do((Window, go_back), (Window, look))
    assert start(kept, Answers()) == 0
    assert "Choose another copy" in told[0]
    assert kept.read_bytes() == before


def test_a_mistake_of_ours_while_restoring_keeps_nobody_in_the_dialog(
    kept: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def restore(*_: object) -> None:
        raise ZeroDivisionError

    (copy,) = backup.copies(kept)
    monkeypatch.setattr(backup, "restore", restore)
    dialog = RestoringDialog(kept, copy.path)
    qtbot.addWidget(dialog)
    with qtbot.captureExceptions() as caught:
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert (dialog.restored, dialog.failed) == (None, None)


# Whose it is


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A library that was never opened here."""
    place = tmp_path / "sent.meipi"
    with Library(place, ANNA) as library:
        library.commit(library.add([made("别人的", "Somebody else's claim")]).change)
    return place


class Says(Answers):
    def __init__(self, mine: bool | None) -> None:
        super().__init__()
        self.mine, self.asked = mine, 0

    def is_mine(self, parent: QWidget | None, library: Path) -> bool | None:  # noqa: ARG002
        self.asked += 1
        return self.mine


def test_a_strangers_library_is_shown_of_a_clean_copy(sent: Path) -> None:
    before = sent.read_bytes()
    settings, says = settings_of_anna(), Says(False)
    with open_library(sent, settings, says) as reader:
        assert isinstance(reader, Shared)
        assert not reader.writable
        assert reader.path != sent
        assert reader.count() == 1
    open_library(sent, settings, says).close()
    assert says.asked == 2, "it is asked again"
    assert sent.read_bytes() == before


def test_without_anybody_to_ask_it_is_a_strangers(sent: Path) -> None:
    with open_library(sent, settings_of_anna()) as reader:
        assert isinstance(reader, Shared)


def test_a_library_said_to_be_mine_is_opened_to_write_and_not_asked_for_again(sent: Path) -> None:
    says = Says(True)
    for settings in (settings_of_anna, load):
        with open_library(sent, settings(), says) as library:
            assert isinstance(library, Library)
    assert says.asked == 1


def test_a_reader_may_rather_not_open_it(sent: Path) -> None:
    with pytest.raises(NotOpened):
        open_library(sent, settings_of_anna(), Says(None))
    assert start(sent, Says(None)) == 1


def test_what_was_made_here_is_the_readers_own(tmp_path: Path) -> None:
    settings, says = settings_of_anna(), Says(False)
    place = tmp_path / "new.meipi"
    for _ in range(2):
        with open_library(place, settings, says) as library:
            assert library.writable
    with open_library(None, settings, says) as usual:
        assert usual.path == default_library()
    assert says.asked == 0


def test_a_trap_in_a_strangers_library_is_told_and_nothing_runs(sent: Path) -> None:
    with closing(sqlite3.connect(sent)) as connection:
        connection.execute(
            "CREATE TRIGGER trap AFTER INSERT ON changes BEGIN DELETE FROM articles; END"
        )
    do((RescueDialog, lambda dialog: dialog.reject()))
    assert start(sent, Says(False)) == 1


@pytest.mark.parametrize(
    ("press", "mine"), [("look", False), ("own", True), ("out", None)], ids=["look", "own", "out"]
)
def test_the_question_has_three_answers(sent: Path, press: str, mine: bool | None) -> None:
    from gui.ask import Ask

    do((OwningDialog, lambda dialog: getattr(dialog, press).click()))
    assert Ask().is_mine(None, sent) is mine


def test_enter_alone_looks_into_it(sent: Path) -> None:
    dialog = OwningDialog(sent)
    assert dialog.look.isDefault()
    dialog.look.click()
    assert not dialog.mine


# Formats


def test_a_newer_library_is_shown_and_says_why_nothing_is_kept(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before, told = kept.read_bytes(), list[str]()

    def look(window: Window) -> None:
        told.append(window.notice.text())
        window.notice.clear()
        (placed,) = window.desk.reader.annotated(_only(window.desk.reader)).placed
        window.desk.commit(lambda: annotate.remove([placed.highlight]))
        told.append(window.notice.text())
        window.close()

    do((Window, look))
    assert start(kept, Answers()) == 0
    sentence = "library.meipi was written by a newer Meipi and can only be read."
    assert told == [f"{sentence} Install that version to change it."] * 2
    assert kept.read_bytes() == before


def _only(reader: Reader) -> str:
    (card,) = reader.cards(reader.order())
    return card.id


def test_a_library_of_the_first_version_opens_in_the_second(tmp_path: Path) -> None:
    old = tmp_path / "old.meipi"
    shutil.copyfile(FOLDER / "library-1.meipi", old)
    remember(load(), old)
    with open_library(old, load()) as library:
        assert library.writable
        assert (library.count(), library.findings()) == (3, [])
    assert check(old).findings == ()
    assert backup.copies(old)[0].reason is Reason.MIGRATE


def test_an_older_library_is_brought_up_to_date_with_a_copy_first(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("ALTER TABLE tags DROP COLUMN zh")
        connection.execute("PRAGMA user_version = 0")

    def step(connection: sqlite3.Connection) -> None:
        (tags,) = (one for one in schema.TABLES.split(";\n") if "CREATE TABLE tags" in one)
        connection.execute("DROP TABLE tags")
        connection.execute(tags)
        connection.execute("CREATE INDEX tags_parent ON tags(parent)")

    monkeypatch.setitem(STEPS, 0, step)
    with open_library(kept, load()) as library:
        assert library.writable
    assert check(kept).sound
    assert backup.copies(kept)[0].reason is Reason.MIGRATE

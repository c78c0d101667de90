"""What is being written and is in no library yet outlives a program that is killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import disk
from core.library import Library
from gui.dialogs.report import Report
from gui.verbs import drafting
from gui.window import Window
from tests.gui.found import make, the
from tests.gui.window.test_marking import press

ROOT = Path(__file__).parents[3]
KEEPS = """
import os, signal
from core import disk
from core.scratch import Scratch
from gui.verbs import drafting
disk.write(Scratch(drafting.place()).path / drafting.NAME, "In my own words".encode())
os.kill(os.getpid(), signal.SIGTERM)
"""


def kept() -> list[str]:
    """Give what is on the disk now."""
    return [path.read_text("utf-8") for path in drafting.place().rglob(drafting.NAME)]


@pytest.fixture
def written(window: Window) -> Window:
    """A window in which a finding is being written."""
    press(window, "F")
    window.drafting.keep()
    assert kept() == [], "nobody wrote what is only proposed"
    page = window.concluding.stating.page
    page.statement.replace("In my own words")
    QTest.keyClicks(page.note.editor, "for now")
    window.drafting.keep()
    return window


def test_a_finding_that_is_being_written_is_kept_until_it_is_made(
    written: Window, library: Library
) -> None:
    assert kept() == ["In my own words\n\nfor now"]
    make(written.concluding.stating.page)
    assert the(library).note == "for now"
    written.drafting.keep()
    assert kept() == []


def test_who_closes_and_is_asked_loses_it_for_good(written: Window) -> None:
    written.close()
    assert written.isVisible()
    assert kept()
    written.ask.lose_note = True  # type: ignore[attr-defined]
    assert written.close()
    assert kept() == []


def test_where_nobody_is_there_it_stays(written: Window) -> None:
    page = written.concluding.stating.page
    page.statement.replace("In the words of nobody")
    written.ask.nobody = True
    written.ask.lose_note = True  # type: ignore[attr-defined]
    assert written.close()
    assert kept() == ["In the words of nobody\n\nfor now"]


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in another way")
def test_the_next_start_offers_what_a_killed_program_kept_once(window: Window) -> None:
    subprocess.run([sys.executable, "-c", KEEPS], cwd=ROOT, check=False)
    assert kept() == ["In my own words"]
    window.drafting.begin()
    assert window.notice.text() == drafting.BEFORE
    window.notice.clear()
    window.drafting.begin()
    QTest.mouseClick(window.notice.other, Qt.MouseButton.LeftButton)
    (report,) = window.findChildren(Report)
    assert report.text.toPlainText() == "In my own words"
    assert kept() == ["In my own words"], "it may be killed again before that is copied"
    report.accept()
    assert kept() == []
    window.notice.clear()
    window.drafting.begin()
    assert window.notice.text() == ""


def test_what_cannot_be_read_just_now_is_offered_once_it_can(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run([sys.executable, "-c", KEEPS], cwd=ROOT, check=False)

    def refuse(_place: Path, _most: int) -> bytes:
        raise PermissionError(13, "Another program has it")

    with monkeypatch.context() as refusing:
        refusing.setattr(disk, "read", refuse)
        window.drafting.begin()
        assert window.notice.text() == ""
    assert kept() == ["In my own words"]
    window.drafting.begin()
    assert window.notice.text() == drafting.BEFORE


def test_what_another_window_is_keeping_is_not_offered(written: Window) -> None:
    written.notice.clear()
    written.drafting._offer()
    assert written.notice.text() == ""
    assert kept()


def test_a_note_is_kept_while_one_writes_without_a_pause(window: Window) -> None:
    press(window, "H")
    note = window.inspector.detail().note
    QTest.keyClicks(note.editor, "On and on")
    assert note.pause.isActive()
    window.drafting.keep()
    assert kept() == ["On and on"]
    note.pause.timeout.emit()
    assert window.desk.reader.highlight(window.inspector.current() or "").note == "On and on"
    window.drafting.keep()
    assert kept() == []


def test_a_note_that_waits_for_a_large_deed_is_kept_meanwhile(window: Window) -> None:
    press(window, "H")
    press(window, "N")
    note = window.inspector.detail().note
    QTest.keyClicks(note.editor, "mine")
    window.desk.lend()
    note.flush()
    window.drafting.keep()
    assert kept() == ["mine"]
    window.desk.take_back()
    window.drafting.keep()
    assert kept() == []


def test_a_note_that_still_waits_when_the_window_is_closed_stays(window: Window) -> None:
    press(window, "H")
    press(window, "N")
    QTest.keyClicks(window.inspector.detail().note.editor, "mine")
    window.desk.lend()
    window.ask.nobody = True
    window.ask.lose_note = True  # type: ignore[attr-defined]
    assert window.close()
    assert kept() == ["mine"]

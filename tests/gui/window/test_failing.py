"""What went wrong: details to copy, and a report of what nobody foresaw, offered once."""

import io
import sys

import pytest
from PySide6.QtGui import QGuiApplication

from core.errors import DiskTrouble
from gui.__main__ import main
from gui.dialogs.report import Report
from gui.startup import failing
from gui.startup.failing import Failing
from gui.window import Window
from tests.gui.window.starting import do


@pytest.fixture
def told(window: Window) -> Failing:
    return Failing(window)


def page(window: Window) -> Report:
    return next(one for one in window.findChildren(Report) if one.isVisible())


def stumble() -> None:
    """Meet something that nobody foresaw."""
    error = ZeroDivisionError("a figure of 稀土")
    failing.report(type(error), error, None)


def full_disk() -> DiskTrouble:
    error = DiskTrouble("The disk is full.", "Make room.")
    error.__cause__ = OSError(28, "No space left")
    return error


@pytest.mark.usefixtures("told")
def test_an_error_with_something_behind_it_has_details_to_copy(window: Window) -> None:
    window.notice.warn(full_disk())
    assert window.notice.text() == "The disk is full. Make room."
    window.notice.other.click()
    page(window).copy.click()
    assert "No space left" in QGuiApplication.clipboard().text()


@pytest.mark.usefixtures("told")
def test_an_error_that_says_it_all_has_no_details(window: Window) -> None:
    window.notice.warn(DiskTrouble("The disk is full.", "Make room."))
    assert not window.notice.other.isVisible()


@pytest.mark.usefixtures("told")
def test_what_a_reader_can_mend_is_told_as_that_wherever_it_comes_up(window: Window) -> None:
    error = full_disk()
    failing.report(type(error), error, None)
    assert window.notice.text() == "The disk is full. Make room."
    assert not failing.unseen()


@pytest.mark.usefixtures("told")
def test_what_nobody_foresaw_is_told_and_kept(
    window: Window, capsys: pytest.CaptureFixture[str]
) -> None:
    stumble()
    assert window.notice.text() == failing.UNFORESEEN
    assert "ZeroDivisionError: a figure of 稀土" in failing.place().read_text("utf-8")
    assert "ZeroDivisionError" in capsys.readouterr().err
    window.notice.other.click()
    assert "ZeroDivisionError" in page(window).text.toPlainText()


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("terminal", ["none", "closed"])
def test_a_report_is_kept_where_there_is_no_terminal(
    window: Window, monkeypatch: pytest.MonkeyPatch, terminal: str
) -> None:
    """A program of Windows without a console has no stream; a terminal may be closed meanwhile."""
    gone = io.StringIO()
    gone.close()
    monkeypatch.setattr(sys, "stderr", None if terminal == "none" else gone)
    stumble()
    assert window.notice.text() == failing.UNFORESEEN
    assert "ZeroDivisionError" in failing.unseen()


def test_a_report_is_offered_until_it_was_seen(window: Window, told: Failing) -> None:
    told.offer()
    assert window.notice.text() == ""
    stumble()
    window.notice.clear()
    for _ in range(2):
        told.offer()
        assert window.notice.text() == failing.BEFORE
    window.notice.other.click()
    page(window).accept()
    told.offer()
    assert window.notice.text() == ""
    assert "ZeroDivisionError" in failing.place().with_stem("crash-seen").read_text("utf-8")


HEARD = """Windows fatal exception: code 0x8001010d

Thread 0x00001a2c (most recent call first):
  File "gui/desk.py", line 80 in run

Current thread 0x00000b54 (most recent call first):
  File "gui/startup/furnish.py", line 108 in _show
  <no Python frame>

Extension modules: PySide6.QtCore, shiboken6.Shiboken (total: 2)
"""
ENDED = HEARD.replace("code 0x8001010d", "access violation")


def test_what_parts_of_windows_say_to_one_another_is_no_end_of_meipi(
    window: Window, told: Failing
) -> None:
    failing.place().write_text(2 * HEARD, "utf-8")
    told.offer()
    assert window.notice.text() == ""
    assert not failing.place().read_text("utf-8"), "it does not grow from start to start"
    failing.place().write_text(
        f"{HEARD}Traceback (most recent call last):\n  of ours\n{HEARD}{ENDED}"
    )
    assert failing.unseen() == f"Traceback (most recent call last):\n  of ours\n{ENDED}".strip()
    told.offer()
    assert window.notice.text() == failing.BEFORE


def test_an_end_that_has_a_number_only_is_offered(window: Window, told: Failing) -> None:
    failing.place().write_text(HEARD.replace("8001010d", "80000003"), "utf-8")  # a breakpoint
    told.offer()
    assert window.notice.text() == failing.BEFORE


@pytest.mark.usefixtures("as_before")
def test_the_next_start_offers_it() -> None:
    failing.place().parent.mkdir(parents=True, exist_ok=True)
    failing.place().write_text("Fatal Python error: Segmentation fault\n")
    said: list[str] = []

    def look(window: Window) -> None:
        said.append(window.notice.text())
        window.close()

    do((Window, look))
    assert main([]) == 0
    assert said == [failing.BEFORE]

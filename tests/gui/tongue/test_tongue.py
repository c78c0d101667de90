"""The two languages: nothing is left without Chinese, and what is said is said right in both."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from gui import tongue
from gui.tongue import tr
from gui.tongue.days import day_words, month_of, short_day

PLACE = Path(__file__).resolve().parents[3] / "resources" / "translations"
VALUES = re.compile(r"\{[^}]*\}|%n")
CLAIMS = "%n claim(s)"


@pytest.fixture
def in_chinese(qapp: QApplication) -> Iterator[None]:
    tongue.wear(qapp, "zh")
    yield
    tongue.wear(qapp, "en")


def messages() -> Iterator[tuple[str, str, str, bool]]:
    """Give each sentence: English, what tells it from another, Chinese, and if it is finished."""
    for one in ET.parse(PLACE / "meipi_zh_CN.ts").iter("message"):
        said = one.find("translation")
        assert said is not None
        words = said.findtext("numerusform") or said.text or ""
        done = said.get("type") is None
        yield one.findtext("source", ""), one.findtext("comment", ""), words, done


def test_on_a_mac_keys_are_named_as_they_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongue, "platform", "darwin")
    assert tr("Copy (Ctrl+C)") == "Copy (⌘C)"
    assert tr("Open the page, select all of it (Ctrl+A), copy it (Ctrl+C), and paste it here.") == (
        "Open the page, select all of it (⌘A), copy it (⌘C), and paste it here."
    )
    monkeypatch.setattr(tongue, "platform", "linux")
    assert tr("Copy (Ctrl+C)") == "Copy (Ctrl+C)"


def test_every_sentence_has_its_chinese() -> None:
    left = [english for english, _, chinese, done in messages() if not (done and chinese)]
    assert not left, "write it into the .ts, then `make translations`:\n" + "\n".join(left)


def test_chinese_names_the_values_that_english_names() -> None:
    for english, _, chinese, _ in messages():
        assert sorted(VALUES.findall(english)) == sorted(VALUES.findall(chinese)), english


def test_what_qt_reads_is_made_of_what_is_written() -> None:
    made = QTranslator()
    assert made.load(str(PLACE / "meipi_zh_CN.qm"))
    for english, about, chinese, _ in messages():
        number = 2 if "%n" in english else -1
        assert made.translate("", english, about, number) == chinese


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (31024, "31,024 claims")]
)
def test_english_has_one_and_several(number: int, said: str) -> None:
    assert tr(CLAIMS, "", number) == said


def test_english_endings_that_are_no_s() -> None:
    assert tr("%n saved search(es)", "", 2) == "2 saved searches"
    assert tr("%n row(s) (was|were) refused", "", 1) == "1 row was refused"
    assert tr("%n row(s) (was|were) refused", "", 3) == "3 rows were refused"
    assert tr("%n name(s) of (a reader|readers)", "", 2) == "2 names of readers"


@pytest.mark.usefixtures("in_chinese")
def test_chinese_counts_with_its_own_words() -> None:
    assert tr(CLAIMS, "", 1) == "1 条论断"
    assert tr(CLAIMS, "", 31024) == "31,024 条论断"


def test_days_are_said_in_either_language(qapp: QApplication) -> None:
    day = date(2025, 11, 9)
    assert (day_words(day), short_day(day), month_of(2025, 11)) == (
        *("9 Nov 2025", "9 Nov"),
        "Nov 2025",
    )
    tongue.wear(qapp, "zh")
    assert (day_words(day), short_day(day), month_of(2025, 11)) == (
        *("2025年11月9日", "11月9日"),
        "2025年11月",
    )
    tongue.wear(qapp, "en")
    assert day_words(None) == ""


@pytest.mark.usefixtures("in_chinese")
def test_qts_own_buttons_speak_chinese_too() -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    assert QLocale().language() is QLocale.Language.Chinese


def test_english_comes_back_whole(qapp: QApplication) -> None:
    tongue.wear(qapp, "zh")
    tongue.wear(qapp, "en")
    assert tr("Highlights") == "Highlights"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"

"""A finding that two readers changed apart: both are kept, shown on its page, and settled there."""

import itertools
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.annotate import findings
from core.finding import Due, Finding
from core.library import Library
from gui.highlights.finding.page import FindingPage
from gui.window import Window
from tests.given import BEN
from tests.gui.found import write_into

Change = Callable[..., None]


@pytest.fixture
def change_apart(
    window: Window, library: Library, one: Finding, tmp_path: Path, qtbot: QtBot
) -> Change:
    """Let Ben change the finding in a copy, and Anna in the window; then merge his."""

    def changed(his: dict[str, object], hers: Callable[[], None]) -> None:
        path = tmp_path / "ben.meipi"
        shutil.copy(library.path, path)
        with Library(path, BEN, itertools.count(1_760_043_200_000, 1000).__next__) as ben:
            ben.commit(findings.mend(one, replace(one, **his)))  # type: ignore[arg-type]
        hers()
        library.merge(path)
        window.desk.look_again()
        qtbot.waitUntil(lambda: bool(window.readers.contested.spots))

    return changed


def shown(page: FindingPage) -> list[str]:
    """Say what is to be settled, field by field."""
    if page.versions.isHidden():
        return []
    return [
        f"{field.name}: {' | '.join(one.text.toPlainText() for one in field.versions)}"
        for field in page.versions.fields
    ]


def test_two_confidences_are_shown_and_one_is_kept(
    window: Window, library: Library, page: FindingPage, one: Finding, change_apart: Change
) -> None:
    change_apart({"confidence": 90}, lambda: write_into(page.confidence, "40"))
    window.concluding.show(one.id)
    assert shown(page) == ["Confidence: 90% | 40%"]
    page.versions.fields[0].versions[1].keep.click()
    assert library.finding(one.id).confidence == 40
    assert shown(page) == []
    window.actions_["undo"].trigger()
    (field,) = page.versions.fields
    assert {one.text.toPlainText() for one in field.versions} == {"90%", "40%"}


def test_the_key_for_conflicts_leads_to_the_finding(
    window: Window, page: FindingPage, one: Finding, change_apart: Change
) -> None:
    change_apart(
        {"due": Due(None, date(2030, 12, 31), "year")}, lambda: write_into(page.due, "by 2040")
    )
    page.back_button.click()
    window.insights.view.setFocus()
    QTest.keyClick(window.insights.view, Qt.Key.Key_F8)
    assert window.inspector.shows_finding()
    assert shown(page) == ["Horizon: by 2030 | by 2040"]
    assert window.notice.text() == "1 of 1 to settle."


def test_two_statements_are_compared_and_two_notes_joined(
    window: Window, library: Library, page: FindingPage, one: Finding, change_apart: Change
) -> None:
    def hers() -> None:
        page.statement.replace("It takes two decades")
        page.flush()
        page.note.editor.setPlainText("hers")
        page.flush()

    change_apart({"statement": "It takes three decades", "note": "his"}, hers)
    window.concluding.show(one.id)
    assert shown(page) == [
        "Note: his | hers",
        "Statement: It takes three decades | It takes two decades",
    ]
    assert not page.note.isVisible()
    page.versions.fields[0].both.click()
    assert library.finding(one.id).note == "hers\n\nhis"
    assert page.note.isVisible()

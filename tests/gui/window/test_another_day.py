"""Another day comes while the window is open."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from core.library import Library
from core.model import Article
from tests.gui.window.conftest import Open


def test_it_is_seen_on_coming_back(
    open_window: Open, library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [date(2026, 6, 29)]
    window = open_window(library, today=lambda: days[0])
    window.bookkeeping.warm()
    monkeypatch.setattr(window, "when", lambda _shown: f"{days[0]:%d} days")
    window.bookkeeping.look_at_the_day()
    byline = window.insights.heading._byline
    assert "days" not in byline.text()
    days[0] = date(2026, 6, 30)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert byline.text().endswith("30 days")

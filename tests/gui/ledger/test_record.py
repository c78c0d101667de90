"""The record: whose forecasts came true, and when there are too few to say."""

from core.ledger.scores import Score
from gui.ledger.record import Record
from tests.gui.ledger.conftest import Show

MANY = Score("Reuters", 12, 8.5, 0.708, 11, 0.19)
FEW = Score("观察者网", 2, 1, None, 0, None)


def test_scores_are_told_and_too_few_are_too_few(show: Show[Record]) -> None:
    record = show(Record())
    record.show_scores({"By source": [MANY, FEW], "By tag": []})
    assert [line.cells for line in record.sheet.sheet.lines] == [
        ("Reuters", "12", "8.5", "71%", "11", "0.190"),
        ("观察者网", "2", "1", "too few to say", "0", "too few to say"),
    ]
    assert record.sheet.sheet.heads[0].name == "Source"
    record.by.setCurrentText("By tag")
    assert record.sheet.sheet.lines == ()


def test_what_it_is_grouped_by_stays_when_news_come(show: Show[Record]) -> None:
    record = show(Record())
    record.show_scores({"By source": [MANY], "By tag": [FEW]})
    record.by.setCurrentText("By tag")
    record.show_scores({"By source": [MANY], "By tag": [MANY]})
    assert record.by.count() == 2
    assert record.by.currentText() == "By tag"
    assert record.sheet.sheet.lines[0].cells[0] == "Reuters"


def test_nothing_judged_is_said(show: Show[Record]) -> None:
    record = show(Record())
    record.show_scores({"By source": []})
    assert record.empty.isVisible()

"""A screen outlives what was opened on it."""

from tests.gui.apart import told_by

#: A dialog that knew the screen is left to the collector, after another that had known it first.
GONE = """
import gc
from gui.startup.frame import Frame, application
from gui.startup.picture import Picture
from gui.dialogs.report import Report
from core.settings import Settings

app = application()
first = Report("It went wrong", "a report")
second = Report("It went wrong", "a report")
second.itself = second
del second
gc.collect()
print(Frame(Picture(Settings())).size().isEmpty(), len(app.screens()))
"""


def test_a_window_can_be_made_after_a_dialog_is_gone() -> None:
    assert told_by(GONE).split() == ["False", "1"]

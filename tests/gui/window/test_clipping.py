"""Articles that were copied in another program are offered."""

from PySide6.QtCore import QMimeData, QThreadPool
from PySide6.QtWidgets import QApplication, QCheckBox

from core.samples import sample_texts
from gui.dialogs.importing import ImportDialog
from tests.generate import page as list_page
from tests.gui.window.coming import page


def test_an_article_that_is_copied_elsewhere_is_offered(qtbot, window, library):
    before, clipping = library.count(), window.watching.clipping
    box = page(window).rows["clipboard"].field
    assert isinstance(box, QCheckBox)
    box.click()
    assert clipping._hears
    data = QMimeData()
    data.setText(sample_texts()[2])
    clipping.hear(data)
    qtbot.waitUntil(lambda: window.notice.text().startswith("Add “稀土永磁行业专题"))
    assert window.notice.other.text() == "Add"
    window.notice.other.click()
    dialog = window.findChild(ImportDialog)
    qtbot.waitUntil(dialog.add.isEnabled)
    dialog.add.click()
    assert library.count() > before
    window.notice.clear()
    clipping.hear(data)  # the same once more
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert window.notice.text() == ""
    box.click()
    assert not clipping._hears


def test_a_word_that_is_copied_is_not_offered(window):
    data = QMimeData()
    data.setText("稀土")
    window.watching.clipping.hear(data)
    assert window.notice.text() == ""


def test_of_several_it_says_how_many(qtbot, window):
    window.watching.clipping._hears = True
    data = QMimeData()
    data.setText(list_page(3))
    window.watching.clipping.hear(data)
    qtbot.waitUntil(lambda: window.notice.text() == "Add 3 articles?")
    assert window.notice.other.text() == "Add"

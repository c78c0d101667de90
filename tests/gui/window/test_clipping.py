"""Articles that were copied in another program are offered."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QCheckBox

from core.samples import sample_texts
from gui.dialogs.importing import ImportDialog
from tests.gui.window.coming import page


def test_an_article_that_is_copied_elsewhere_is_offered(qtbot, window, library):
    before, clipping = library.count(), window.watching.clipping
    box = page(window).rows["clipboard"].field
    assert isinstance(box, QCheckBox)
    box.click()
    assert clipping._hears
    data = QMimeData()
    data.setText(sample_texts()[0])
    clipping.hear(data)
    assert window.notice.text() == "Add this article?"
    assert window.notice.other.text() == "Add"
    window.notice.other.click()
    dialog = window.findChild(ImportDialog)
    qtbot.waitUntil(dialog.add.isEnabled)
    dialog.add.click()
    assert library.count() > before
    window.notice.clear()
    clipping.hear(data)  # the same once more
    assert window.notice.text() == ""
    box.click()
    assert not clipping._hears


def test_a_word_that_is_copied_is_not_offered(window):
    data = QMimeData()
    data.setText("稀土")
    window.watching.clipping.hear(data)
    assert window.notice.text() == ""

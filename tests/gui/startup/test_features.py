"""What PySide does unasked, and does not do in Meipi."""

from tests.gui.apart import told_by

LEAN = """
import linecache, sys
from gui.startup import features
features.want_none()
"""
STARTED = f"""{LEAN}
import gui.startup.furnish
print([one for one in linecache.cache if one.endswith("furnish.py")])
"""
#: What PySide loads with its first module, for messages alone.
TOLD = ("shibokensupport.signature.parser", "shibokensupport.feature", "argparse", "zipfile")
LOADED = f"""{LEAN}
from PySide6.QtWidgets import QLabel
print([one for one in {TOLD} if one in sys.modules])
"""
WRONG = """
from PySide6.QtCore import QObject, QSize
for wrong in (lambda: QSize("wide"), lambda: QSize().scale(1), lambda: QObject(nothing=1)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error), error)
print(QSize.__doc__)
import zipfile
print(zipfile.ZipFile)
"""


def test_no_text_of_a_module_is_read_and_kept_at_the_start() -> None:
    assert told_by(STARTED) == "[]\n"


def test_what_spells_messages_is_not_loaded_before_there_is_one() -> None:
    assert told_by(LOADED) == "[]\n"


def test_a_wrong_argument_is_told_as_pyside_tells_it() -> None:
    assert told_by(LEAN + WRONG) == told_by(WRONG)
    assert "Supported signatures" in told_by(LEAN + WRONG)


def test_where_pyside_is_loaded_already_no_module_is_asked_either() -> None:
    assert told_by("from PySide6 import QtCore" + STARTED) == "[]\n"


def test_a_version_of_pyside_that_was_not_tried_is_loaded_as_it_is() -> None:
    other = LEAN.replace("features.want_none()", "features.TRIED = b'0.0.'; features.want_none()")
    loaded = LOADED.replace(LEAN, other)
    assert "shibokensupport.signature.parser" in told_by(loaded)
    assert told_by(STARTED.replace(LEAN, other)) == "[]\n"

"""What PySide does unasked, and does not do in Meipi."""

import subprocess
import sys

STARTED = """
import linecache
from gui.startup import features
features.want_none()
import gui.startup.furnish
print([one for one in linecache.cache if "gui" in one])
"""


def test_no_text_of_a_module_is_read_and_kept_at_the_start() -> None:
    run = subprocess.run(
        [sys.executable, "-c", STARTED], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"

"""Jobs off the main thread: what becomes of those that are at work when the program ends."""

import subprocess
import sys

AT_WORK = """
import time
from PySide6.QtCore import QCoreApplication, QTimer
from gui import work

def job(progress):
    while True:
        time.sleep(0.005)
        progress(0, 0)

app = QCoreApplication([])
work.run(job, print, print, lambda done, total: None)
QTimer.singleShot(50, app.quit)
app.exec()
"""


def test_a_program_that_ends_calls_its_jobs_off_in_silence() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", AT_WORK], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")

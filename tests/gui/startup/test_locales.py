"""The window is made whatever language and letters the system has chosen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TURKISH = "tr_TR.UTF-8"


@pytest.fixture
def turkish(tmp_path: Path) -> dict[str, str]:
    """Have glibc make a locale that many machines lack, and give what chooses it."""
    if not (make := shutil.which("localedef")):
        pytest.skip("no localedef")
    words = [make, "-i", "tr_TR", "-f", "UTF-8", str(tmp_path / TURKISH)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("there is nothing to make Turkish of")
    return {"LOCPATH": str(tmp_path), "LC_ALL": TURKISH}


def test_the_main_job_is_done_in_turkish_and_on_an_old_console(
    turkish: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gui", "--headless", tmp_path / "页面"],
        capture_output=True,
        check=False,
        env=os.environ | turkish | {"PYTHONIOENCODING": "cp1252"},
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "页面/window.png" in done.stdout.decode()
    assert (tmp_path / "页面" / "window.png").stat().st_size

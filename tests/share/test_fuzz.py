"""A thousand damaged files, by a program of their own; and proof that it would notice."""

import subprocess
import sys
from pathlib import Path

import pytest

FUZZ = Path(__file__).with_name("fuzz.py")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fuzzer forks")


def fuzz(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(FUZZ), *words], capture_output=True, text=True, check=False
    )


@pytest.mark.timeout(400)  # beside other work
def test_hundreds_of_damaged_files_end_in_clean_rows_or_one_sentence():
    done = fuzz("400", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "refused" in done.stdout


def test_without_the_guard_the_same_files_do_harm():
    done = fuzz("60", "1", "--naive")
    assert done.returncode == 1
    assert "surprise" in done.stdout

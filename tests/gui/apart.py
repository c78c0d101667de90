"""A program with Qt in a process of its own, without a screen: what it loads is not ours."""

import os
import subprocess
import sys
from pathlib import Path


def told_by(program: str, *words: Path) -> str:
    """Run it, and give what it prints."""
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ).stdout

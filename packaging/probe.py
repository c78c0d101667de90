"""Ask the dynamic linker whether Qt can be loaded, for a window or for drawing without a screen.

    python packaging/probe.py x11|wayland|offscreen

Says nothing when all is well, else what is missing, and ends with 1.
"""

import ctypes
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtDBus")
PLATFORMS = {"offscreen": "qoffscreen", "x11": "qxcb", "wayland": "qwayland"}


def libraries(kind: str) -> Iterator[Path]:
    """Name the files to load: Python's modules, which load Qt's libraries, and the platform."""
    spec = importlib.util.find_spec("PySide6")
    assert spec, "setup.sh installs PySide6 before this is asked"
    assert spec.origin, "PySide6 is a package with an __init__.py"
    home = Path(spec.origin).parent
    yield from (home / f"{name}.abi3.so" for name in MODULES)
    yield home / "Qt/plugins/platforms" / f"lib{PLATFORMS[kind]}.so"


def main(kind: str) -> int:
    for path in libraries(kind):
        try:
            ctypes.CDLL(str(path))
        except OSError as error:
            print(error)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""What pictures are taken in: two themes and English, or one theme and one language for all.

`--every FOLDER` takes each picture in every theme and both languages, to be looked at and not kept.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from gui.look.tones import NAMED

EVERY, ONLY = "--every", "--only"
SHARP = ("1.5", "2")  # scales of the screen


@dataclass(frozen=True, slots=True)
class Dress:
    """The themes of pictures, of dialogs, of the window; with a `scale` the window is alone."""

    modes: tuple[str, ...] = ("light", "dark")
    dialogs: tuple[str, ...] = NAMED[::3]
    themes: tuple[str, ...] = NAMED[2:]
    language: str = "en"
    folder: Path | None = None
    scale: str = ""

    @property
    def usual(self) -> str:
        return self.modes[0]


def asked() -> Dress:
    """Give the dress that the command line asks for: --only THEME LANGUAGE FOLDER SCALE."""
    if ONLY not in sys.argv:
        return Dress()
    theme, language, folder, scale = sys.argv[sys.argv.index(ONLY) + 1 :][:4]
    one = (theme,)
    return Dress(one, one, one, language, Path(folder), scale.removeprefix("1x"))


def take_every(script: str) -> int:
    """Run the script once for each theme and language, and for the window on sharp screens."""
    folder = Path(sys.argv[sys.argv.index(EVERY) + 1]).resolve()
    for language in ("en", "zh"):
        for theme in NAMED:
            _run(script, theme, language, folder / language, "1x")
    for scale in SHARP:
        for theme in NAMED:
            _run(script, theme, "en", folder / f"{scale}x", scale)
    return 0


def _run(script: str, theme: str, language: str, folder: Path, scale: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    env = os.environ | ({"QT_SCALE_FACTOR": scale} if scale in SHARP else {})
    words = (script, ONLY, theme, language, str(folder), scale)
    subprocess.run([sys.executable, *words], env=env, check=True)


DRESS = asked()

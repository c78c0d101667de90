"""Bring what the window says into the files of its translations, and make what Qt reads of them.

    python packaging/make_translations.py

lupdate and lrelease come with PySide6-Essentials, for developers only. What is no longer said goes;
what is new is unfinished until somebody gives it words, and a test tells of it.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "resources" / "translations"
#: Comments of the code that stand near a sentence by chance.
REMARK = re.compile(r" *<extracomment>.*?</extracomment>\n", re.DOTALL)


def main() -> int:
    tools = Path(sys.executable).parent
    speaking = (*(ROOT / "gui").rglob("*.py"), ROOT / "core" / "deeds.py")
    said = sorted(str(path.relative_to(ROOT)) for path in speaking)
    for words in sorted(PLACE.glob("meipi_*.ts")):
        gather = ("-tr-function-alias", "QT_TR_NOOP+=phrase", "-locations", "none", "-no-obsolete")
        options = (*gather, "-sort-messages", "-ts", str(words.relative_to(ROOT)))
        run(tools / "pyside6-lupdate", *said, *options)
        words.write_text(REMARK.sub("", words.read_text("utf-8")), "utf-8")
        run(tools / "pyside6-lrelease", str(words), "-qm", str(words.with_suffix(".qm")))
    return 0


def run(*command: str | Path) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())

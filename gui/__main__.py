"""Starts Meipi: the window, or the command line when the first word is a verb."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

MISSING = (
    "There is no file {name}. Check its name; a new library is made from the window,"
    " by File, Open Library."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window over a library, or hand over to the command line."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--headless"]:
        from gui.headless import run

        return run(Path(words[1] if len(words) > 1 else "out"))
    if words[:1] == ["--guard"]:
        from core.share.child import main as look_through  # where it is frozen

        return look_through(words[1:])
    if words[:1] == ["--read-claims"]:
        from core.relate.ahead import main as read_claims  # where it is frozen

        return read_claims(words[1:])
    if len(words) == 1 and _names_a_file(words[0]):
        if not Path(words[0]).exists():
            from gui.startup import terminal

            terminal.tell(MISSING.format(name=words[0]) + "\n")
            return 1
    elif words:
        from core.cli import main as command_line

        return command_line(words)
    gc.disable()  # until the first picture: what is loaded before it is there to stay
    from gui.startup import features, overriding

    features.want_none()
    overriding.keep_whole()
    from gui.startup.start import start

    return start(Path(words[0]) if words else None)


def _names_a_file(word: str) -> bool:
    """Tell a file from a verb or an option: it is there, or has a folder or a suffix."""
    from core.cli import VERBS

    if word in VERBS or word.startswith("-"):
        return False
    return Path(word).exists() or bool(Path(word).suffix) or len(Path(word).parts) > 1


if __name__ == "__main__":
    sys.exit(main())

"""The same verbs without a window, for scripts and for servers without a screen.

`main` takes the words after the program's name and gives the exit code: 0, 1 for what the user can
mend (one sentence on stderr), 2 for a wrong use of the command line, 130 when stopped. The verbs
themselves are loaded when one is asked for, so that a window may look at `VERBS` for nothing.
"""

import sys
from collections.abc import Sequence

VERBS = (
    "import",
    "parse",
    "list",
    "show",
    "search",
    "quantities",
    "highlight",
    "findings",
    "due",
    "judge",
    "relate",
    "tags",
    "glossary",
    "export",
    "share",
    "merge",
    "agreement",
    "undo",
    "redo",
    "history",
    "check",
    "backup",
    "restore",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says and give the exit code."""
    try:
        from core.cli.command import run  # click is not loaded for a window
    except KeyboardInterrupt:  # loading is most of what a small verb takes
        sys.stderr.write("Stopped; the library is as it was.\n")
        return 130

    return run(argv)

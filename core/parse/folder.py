"""Which files of a folder are read, in which order; what is in them is for others."""

import re
from pathlib import Path

from core import disk
from core.errors import Unreadable

SUFFIXES = (
    *(".txt", ".md", ".json", ".jsonl", ".html", ".htm", ".mhtml", ".mht", ".webarchive"),
    *(".eml", ".mbox", ".rss", ".atom", ".xml", ".csv", ".tsv"),
)
HEAD = 4096  # bytes in which a note tells what it is
OURS = re.compile(rb"^(?:article_id|meipi): ", re.MULTILINE)
#: How a library written as text begins.
AS_TEXT = '{"format": "meipi"'
#: And tables of findings, of figures, and of terms.
TABLES = ("statement,quantity,kind,", "measure,subject,unit,", "\ufeffzh,en,note,")
_BEGIN = tuple(begun.encode() for begun in (AS_TEXT, *TABLES))


def files_of(path: Path) -> list[Path]:
    """Give the files of text in a folder, in order of their names; of anything else, itself.

    What Meipi exported to it is left out: it tells of articles, and is none. Raises
    Unreadable where a folder holds nothing else, or cannot be looked into.
    """
    if not path.is_dir():
        return [path]
    try:
        inside = sorted(one for one in path.iterdir() if _is_text(one) and not is_note(one))
    except OSError as error:
        raise Unreadable(
            f"{path.name} could not be looked into: {error.strerror}.",
            "Choose the files in it, or another folder.",
        ) from error
    if not inside:
        raise Unreadable(
            f"There is no file of text in {path.name} ({', '.join(SUFFIXES)}).",
            "Choose the folder that holds them.",
        )
    return inside


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.name[0] != "." and path.is_file()


def is_note(path: Path) -> bool:
    """Tell whether Meipi itself exported this file: as a note, a table, or a library's text."""
    try:
        head = disk.read(path, HEAD)
    except OSError:
        return False  # which reading it will tell
    is_note = head.startswith((b"---\n", b"---\r\n")) and OURS.search(head) is not None
    return is_note or head.startswith(_BEGIN)

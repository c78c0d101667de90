"""What a file says that it is: the application id, in its first page.

It is asked through SQLite, which looks at that page alone, so that nothing in the file is run and
no lock of another connection of this program is let go.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from core import schema
from core.store.connect import address


def is_share(path: Path) -> bool:
    """Tell whether a file says that it is a share. What it holds is not looked at."""
    return _said(path) == schema.SHARE_ID


def is_library(path: Path) -> bool:
    """Tell whether a file says that it is a library, somebody's. What it holds is not looked at."""
    return _said(path) == schema.APPLICATION_ID


def is_ours(path: Path) -> bool:
    """Tell whether a file says that it is one or the other."""
    return _said(path) in (schema.SHARE_ID, schema.APPLICATION_ID)


def _said(path: Path) -> int:
    if not path.is_file():
        return 0
    try:
        with closing(sqlite3.connect(address(path, "mode=ro&immutable=1"), uri=True)) as looked:
            (found,) = looked.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error:
        return 0
    return int(found)

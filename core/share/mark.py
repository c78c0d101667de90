"""What tells a share from a reader's own library: its application id, in the first page.

It is asked through SQLite, which looks at that page alone, so that nothing in the file is run and
no lock of another connection of this program is let go.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote_from_bytes

APPLICATION_ID = 0x4D656973  # "Meis"


def is_share(path: Path) -> bool:
    """Tell whether a file says that it is a share. What it holds is not looked at."""
    if not path.is_file():
        return False
    spelled = quote_from_bytes(os.fsencode(path.absolute().as_posix()))
    address = f"file://{'' if spelled[0] == '/' else '/'}{spelled}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as looked:
            (found,) = looked.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error:
        return False
    return bool(found == APPLICATION_ID)

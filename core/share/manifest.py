"""What a share says of itself, read again from the clean copy that the guard made of it."""

from contextlib import closing
from pathlib import Path

from core.store.connect import connect_to_look, trouble

__all__ = ["manifest"]


def manifest(clean: Path) -> dict[str, str]:
    """Give the lines of a manifest by key; a library has none. Never of a stranger's file."""
    with trouble(clean), closing(connect_to_look(clean)) as connection:
        return dict(connection.execute("SELECT key, value FROM manifest").fetchall())

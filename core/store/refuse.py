"""What is refused: an edit of something that was changed or taken away meanwhile.

Somebody looks, thinks, and acts; meanwhile another window may have acted. Asked inside the deed's
own transaction.
"""

import sqlite3

from core.change import BIRTH, Change, Edit, Record
from core.errors import Stale


def refuse_hidden(connection: sqlite3.Connection, change: Change) -> None:
    """Refuse edits of records that are hidden, or that name such: these would come back by it.

    A change that brings a record into being, or back, may say more of it. A tag that was there
    for a use of it alone went with that, and is there again when this is taken back.
    """
    shown = {edit.record for edit in change.edits if _shows(edit)}
    for edit in change.edits:
        if edit.record not in shown:
            _refuse_unless_live(connection, edit.kind, edit.record)
            shown.add(edit.record)
        kind, named = _named(edit)
        if named and named not in shown and not (edit.replaces and kind is Record.TAG):
            _refuse_unless_live(connection, kind, named)
            shown.add(named)


def _shows(edit: Edit) -> bool:
    if edit.after is None:
        return edit.field == "removed"
    return edit.field == BIRTH[edit.kind]


def _named(edit: Edit) -> tuple[Record, str]:
    """Give the tag that a record is put under, or the highlight a finding is put on, if it is."""
    what, _, other = edit.field.partition(":")
    if what == "evidence":
        return Record.HIGHLIGHT, other if edit.after else ""
    if what == "tag":
        return Record.TAG, other if edit.after else ""
    under = edit.kind is Record.TAG and edit.field == "parent"
    return Record.TAG, (edit.after or "") if under else ""


def _refuse_unless_live(connection: sqlite3.Connection, kind: Record, record: str) -> None:
    if not is_live(connection, kind, record):
        raise Stale(f"This {kind.value} was taken away meanwhile.", "Undo may bring it back.")


def is_live(connection: sqlite3.Connection, kind: Record, record: str) -> bool:
    """Tell whether a record is there and not hidden, as the cache has it."""
    return connection.execute(LIVE[kind], [record]).fetchone() is not None


LIVE = {
    Record.ARTICLE: "SELECT 1 FROM shelf WHERE article = ? AND edition IS NOT NULL",
    Record.HIGHLIGHT: "SELECT 1 FROM highlights WHERE id = ?",
    Record.FINDING: "SELECT 1 FROM findings WHERE id = ?",
    Record.PAIR: "SELECT 1 FROM pairs WHERE id = ?",
    Record.TAG: "SELECT 1 FROM tags WHERE id = ?",
    Record.TERM: "SELECT 1 FROM terms WHERE id = ?",
    Record.SEARCH: "SELECT 1 FROM searches WHERE id = ?",
    Record.AUTHOR: "SELECT 1 FROM authors WHERE id = ?",
}


def changed(edit: Edit) -> Stale:
    """Give the trouble of an edit whose field is no longer what it was."""
    return Stale(f"This {edit.kind.value} was changed meanwhile.", "Look at it again, then repeat.")

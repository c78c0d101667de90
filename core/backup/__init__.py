"""Copies of a library: taken and proved, kept by age, put back; and its format brought up to date.

A copy is a library like any other. It counts only when it was read again from its first page to its
last and holds as many rows as what it was taken of. Whether a library is sound in all it says is
`check`'s question.
"""

from core.backup.migrate import LARGE, migrate, up_to_date
from core.backup.place import (
    Copy,
    Reason,
    copies,
    folder,
    is_damaged,
    mark_damaged,
    mark_sound,
    now,
)
from core.backup.plain import lines, write_text
from core.backup.rescue import with_a_way_back
from core.backup.restore import Restored, keep, restore
from core.backup.synced import conflict_copies, synced_by
from core.backup.take import copy_to, daily, due, has_whole_log, take
from core.backup.weigh import Contents, Weighed, contents, weigh

__all__ = [
    "LARGE",
    "Contents",
    "Copy",
    "Reason",
    "Restored",
    "Weighed",
    "conflict_copies",
    "contents",
    "copies",
    "copy_to",
    "daily",
    "due",
    "folder",
    "has_whole_log",
    "is_damaged",
    "keep",
    "lines",
    "mark_damaged",
    "mark_sound",
    "migrate",
    "now",
    "restore",
    "synced_by",
    "take",
    "up_to_date",
    "weigh",
    "with_a_way_back",
    "write_text",
]

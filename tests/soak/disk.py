"""A disk that loses power: what it was told to keep is there, and of the rest any part.

Of what was written to a file since it was last synced, any of its sectors of 512 bytes may have
arrived, in any order; of the changes to its length, any first part; of the names made, changed and
removed since their folder was synced, any first part. It is harsher than most disks are.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.soak.trace import Call

SECTOR = 512


@dataclass
class File:
    """What is safe of a file, what a program sees of it, and the writes in between."""

    safe: bytes = b""
    seen: bytearray = field(default_factory=bytearray)
    loose: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, content: bytes) -> None:
        _put(self.seen, at, content)
        self.loose.append((at, content))

    def truncate(self, size: int) -> None:
        _resize(self.seen, size)
        self.loose.append((size, None))

    def sync(self) -> None:
        if self.loose:
            self.safe = bytes(self.seen)
            self.loose.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """Give the file as the disk may have it."""
        content = bytearray(self.safe)
        likely = chance.choice((0.0, 1.0, chance.random(), chance.random()))
        lengths = chance.randint(0, sum(part is None for _, part in self.loose))
        for at, part in self.loose:
            if part is None:
                lengths -= 1
                if lengths >= 0:
                    _resize(content, at)
                continue
            for start in range(0, len(part), SECTOR):
                if chance.random() < likely:
                    _put(content, at + start, part[start : start + SECTOR])
        return bytes(content)


def _put(content: bytearray, at: int, part: bytes) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(part)] = part


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


Names = dict[str, File | None]  # None: a folder


class Disk:
    """Files, by the names that are safe and by those that a program sees."""

    def __init__(self) -> None:
        self.safe: Names = {}
        self.seen: Names = {}
        self.loose: list[Call] = []

    def do(self, call: Call) -> None:
        name, path, *rest = call
        if name == "create":
            if path not in self.seen:
                self._name(("name", path, File()))
        elif name == "mkdir":
            self._name(("name", path, None))
        elif name in ("unlink", "rmdir"):
            self._name(("forget", path))
        elif name == "rename":
            self._name(("move", path, rest[0]))
        elif name == "sync" and (path == "." or self.seen.get(path) is None):
            self._sync_folder(path)
        else:
            file = self.seen.get(path)
            assert file, call
            getattr(file, name)(*rest)

    def _name(self, change: Call) -> None:
        _change(self.seen, change)
        self.loose.append(change)

    def _sync_folder(self, folder: str) -> None:
        kept = []
        for change in self.loose:
            if str(PurePosixPath(change[1]).parent) == folder:
                _change(self.safe, change)
            else:
                kept.append(change)
        self.loose = kept

    def cut(self, place: Path, chance: random.Random) -> None:
        """Put into a folder what may be there when the power is back."""
        names = dict(self.safe)
        arrived = chance.choice((0, len(self.loose), chance.randint(0, len(self.loose))))
        for change in self.loose[:arrived]:
            _change(names, change)
        for path, file in names.items():
            whole = place / path
            if file is None:
                whole.mkdir(parents=True, exist_ok=True)
            elif str(PurePosixPath(path).parent) == "." or _has_folder(names, path):
                whole.parent.mkdir(parents=True, exist_ok=True)
                whole.write_bytes(file.after_a_cut(chance))


def _has_folder(names: Names, path: str) -> bool:
    """Tell whether the folders of a file are there; without them, it cannot be reached."""
    folders = PurePosixPath(path).parents
    return all(str(one) in names for one in folders if str(one) != ".")


def _change(names: Names, change: Call) -> None:
    how, path, *rest = change
    if how == "name":
        names[path] = rest[0]
    elif how == "forget":
        names.pop(path, None)
    elif path in names:
        assert PurePosixPath(path).parent == PurePosixPath(rest[0]).parent
        names[rest[0]] = names.pop(path)

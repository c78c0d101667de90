"""What Meipi wrote into a folder of notes, by which it knows whether somebody wrote on since.

The record lies in the folder and goes where that goes: a line for each file, as `sha256sum` has
them. Of a file that was left as it is, it has the text that was put beside it. A text is noted
before it is written, so that whatever ends us between leaves no file that nobody knows; what was
put beside an edited one counts only once all are written, for until then it may be taken away.
"""

import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from core import disk, outgoing

NAME = ".meipi-exported"
LARGEST = 1 << 26  # bytes of a record, and of a file that can be ours
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


class Record:
    """The texts that Meipi had for the files of a folder, each the last one last."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / NAME
        self._texts: dict[str, list[str]] = {}
        self._is_new = not os.path.lexists(self._place)
        with suppress(OSError, ValueError):
            for line in disk.read(self._place, LARGEST).decode().splitlines():
                if found := _LINE.fullmatch(line):
                    self._texts.setdefault(found[2], []).append(found[1])
        self._beside: dict[str, list[str]] = {}
        self._begun = False

    def knows(self, name: str, content: bytes) -> bool:
        """Tell whether a file holds what was written into it."""
        return _mark(content) in self._texts.get(name, ())

    def is_last(self, name: str, content: bytes) -> bool:
        """Tell whether this is the last text there was for a file."""
        return self._texts.get(name, [""])[-1] == _mark(content)

    def note(self, name: str, content: bytes) -> None:
        """Note the text of a file before it is written."""
        if not self._begun:  # a link in its place is replaced, and not written to
            outgoing.put(self._place, self._written())
            self._begun = True
        mark = _mark(content)
        self._texts.setdefault(name, []).append(mark)
        try:
            with self._place.open("ab") as file:
                file.write(_line(name, mark))
        except OSError as error:
            raise outgoing.trouble(self._place, error) from error

    def note_beside(self, name: str, content: bytes) -> None:
        """Note, for the end, the text that was put beside a file."""
        self._beside[name] = [_mark(content)]

    def end(self) -> None:
        """Keep the last text of each file, once they are all written."""
        if self._begun:
            self._texts = {name: texts[-1:] for name, texts in self._texts.items()} | self._beside
            outgoing.put(self._place, self._written())

    def forget(self) -> None:
        """Be gone, where there was no record before."""
        if self._is_new:
            with suppress(OSError):
                self._place.unlink(missing_ok=True)

    def _written(self) -> bytes:
        return b"".join(_line(name, one) for name, texts in self._texts.items() for one in texts)


def same(one: bytes, other: bytes) -> bool:
    return _mark(one) == _mark(other)


def _line(name: str, mark: str) -> bytes:
    return f"{mark}  {name}\n".encode()


def _mark(content: bytes) -> str:
    """Give the hash of a text; how its lines end is for its programs to say."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()

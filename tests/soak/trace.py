"""What a program asks of the disk: run it under strace, and read what it did to files in a folder.

A call is a tuple: its name, and what it did to which file. `told` is a line that the program wrote
to its standard output. `disk` replays them.
"""

import ast
import lzma
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "open,openat,creat,close,dup,dup2,dup3,write,pwrite64,writev,pwritev,lseek,ftruncate,truncate,"
    "fallocate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,"
    "rmdir,sendfile,copy_file_range"
)
LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+|\?)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
STDOUT = 1

Call = tuple[Any, ...]


def record(script: Path, *words: str, more: Mapping[str, str] | None = None) -> list[Call]:
    """Run a script in an empty folder, which is its first argument; give the calls it made."""
    with tempfile.TemporaryDirectory() as place:
        folder, log = Path(place) / "folder", Path(place) / "log"
        folder.mkdir()
        traced = ["strace", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-o", str(log)]
        environment = {**os.environ, "MEIPI_HOME": str(folder), "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [*traced, sys.executable, "-B", str(script), str(folder), *words],
            env=environment | dict(more or {}),
            check=True,
            capture_output=True,
        )
        with log.open(encoding="ascii") as lines:
            return list(_Reading(str(folder)).calls(lines))


def is_there() -> bool:
    """Tell whether strace is there and allowed to look."""
    tried = ["strace", "-o", os.devnull, "-e", "trace=close", sys.executable, "-c", ""]
    return (
        bool(shutil.which("strace"))
        and not subprocess.run(tried, check=False, capture_output=True).returncode
    )


class _Reading:
    """Knows which file is open under which number, and how far it was written."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.open: dict[int, str] = {}
        self.at: dict[int, int] = {}

    def calls(self, lines: Iterator[str]) -> Iterator[Call]:
        for line in lines:
            found = LINE.match(line)
            if found and found[3] != "?" and int(found[3]) >= 0:
                texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(found[2])]
                rest = TEXT.sub("", found[2])
                yield from self.read(found[1], texts, rest.split(", "), int(found[3]))

    def read(self, name: str, texts: list[bytes], rest: list[str], gave: int) -> Iterator[Call]:
        if name in ("open", "openat", "creat"):
            yield from self._opened(texts[0].decode(), rest, gave)
        elif name in ("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat"):
            path = self._inside(texts[0].decode())
            if path:
                yield (name.removesuffix("at"), path)
        elif name.startswith(("rename", "link")):
            old, new = (self._inside(text.decode()) for text in texts)
            assert bool(old) == bool(new), texts
            if old:
                yield (name[:6] if name.startswith("rename") else "link", old, new)
        else:
            yield from self._by_number(name, texts, rest, gave)

    def _opened(self, path: str, rest: list[str], number: int) -> Iterator[Call]:
        inside, flags = self._inside(path), " ".join(rest)
        self.open.pop(number, None)
        if inside:
            self.open[number], self.at[number] = inside, 0
            if "O_CREAT" in flags:
                yield ("create", inside)
            if "O_TRUNC" in flags:
                yield ("truncate", inside, 0)

    def _by_number(
        self, name: str, texts: list[bytes], rest: list[str], gave: int
    ) -> Iterator[Call]:
        number = int(rest[0]) if rest[0].isdigit() else -1
        if name == "write" and number == STDOUT:
            yield from (("told", line) for line in texts[0].decode().splitlines())
        path = self.open.get(number)
        if path is None:
            return
        if name == "close":
            del self.open[number]
        elif name == "write":
            yield ("write", path, self.at[number], texts[0][:gave])
            self.at[number] += gave
        elif name == "pwrite64":
            yield ("write", path, int(rest[3]), texts[0][:gave])
        elif name == "ftruncate":
            yield ("truncate", path, int(rest[1]))
        elif name in ("fsync", "fdatasync"):
            yield ("sync", path)
        elif name == "lseek":
            self.at[number] = gave
        else:
            raise AssertionError(f"{name} of {path} is not understood")

    def _inside(self, path: str) -> str:
        """Give a path from the folder on; nothing for what is elsewhere."""
        if path == self.folder:
            return "."
        return path.removeprefix(f"{self.folder}/") if path.startswith(f"{self.folder}/") else ""


def keep(calls: list[Call], place: Path) -> None:
    """Keep calls for machines that have no strace."""
    place.write_bytes(lzma.compress(repr(calls).encode(), preset=9 | lzma.PRESET_EXTREME))


def kept(place: Path) -> list[Call]:
    found: list[Call] = ast.literal_eval(lzma.decompress(place.read_bytes()).decode())
    return found

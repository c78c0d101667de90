"""Kill a writer at random moments, again and again: what it acknowledged must be there, all of it.

    python tests/soak/kill.py 2000

A child highlights, notes, undoes and redoes as fast as it can and writes each id to a pipe once it
was told that the deed is done. The parent kills it and looks at the file.
"""

import contextlib
import os
import random
import signal
import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import annotate
from core.check import check
from core.library import Library, Reader
from tests.generate import articles, mark
from tests.given import ANNA

ID = 36


def kill_once(path: Path, chance: random.Random) -> set[str]:
    """Let a child write until it is killed; give the ids of the highlights it told of."""
    get, put = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(get)
        with contextlib.suppress(BaseException):
            _write_for_ever(path, put, chance.random())
        os._exit(1)
    os.close(put)
    with os.fdopen(get, "rb") as told:
        ids = {told.read(ID).decode() for _ in range(chance.randint(0, 12))}
        for _ in range(chance.randint(0, 20_000)):
            pass
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = told.read().decode()
    return ids | {rest[i : i + ID] for i in range(0, len(rest), ID)}


def _write_for_ever(path: Path, told: int, seed: float) -> None:
    chance = random.Random(seed)
    with Library(path, ANNA) as library:
        library.commit(library.add(articles(3)).change)
        shown = [library.article(card.id) for card in library.cards(library.order())]
        while True:
            change = library.commit(mark(chance.choice(shown)))
            new = change.edits[0].record
            text = "a note " * chance.choice((1, 10, 5000))
            library.commit(annotate.note(library.highlight(new), text))
            library.commit(annotate.tag([library.highlight(new)], text[:4], library.tags()))
            library.undo()
            library.redo()
            os.write(told, new.encode())


def lost(path: Path, ids: set[str]) -> list[str]:
    """Tell what is wrong with the file: its check's findings, and highlights that are not whole."""
    if not path.exists() or not path.stat().st_size:
        return sorted(ids)
    findings = list(check(path).findings)
    with Reader(path) as reader:
        cards = reader.cards(reader.order())
        marks = [placed.highlight for card in cards for placed in reader.annotated(card.id).placed]
    whole = {one.id for one in marks if one.note and one.tags}
    return findings + sorted(ids - whole)


def main(kills: int) -> int:
    chance = random.Random()
    told, wrong = set[str](), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(kills):
            path = Path(folder) / f"{number // 50}.meipi"
            told = kill_once(path, chance) | (told if number % 50 else set())
            wrong += lost(path, told)
    print(f"{kills} kills, {len(wrong)} wrong", *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))

"""Very many claims read by a process beside, while this one lays them beside one another.

Reading takes longer than all the rest, so that a part of it is done here, too. The child has its
claims from a file and tells what it reads by its stdout; where it cannot be had, or ends too soon,
all are read here.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import IO

import core
from core.errors import DiskTrouble
from core.finding import Claim
from core.model import Term
from core.progress import Tell, unheard
from core.relate.read import Said, packed, read_all, unpacked
from core.relate.terms import Lexicon
from core.scratch import Scratch

#: So many are read at once; of fewer than MANY, half are read before a child has begun.
AT_ONCE, MANY = 100, 20_000
A_WHILE = 10  # pieces written for the child, before it is asked whether to go on
OURS = 5  # of so many pieces one is read here, so that neither process waits for the other
WORD = "--read-claims"
#: What is found where a child could not begin, or ended.
ENDED = (DiskTrouble, OSError, EOFError, pickle.UnpicklingError)


def read_ahead(
    claims: Sequence[Claim],
    own: Sequence[Term],
    lexicon: Lexicon,
    many: int = MANY,
    tell: Tell = unheard,
) -> Generator[Said, None, None]:
    """Read claims in order, with a child if they are many; close it to end the child.

    What `tell` raises stops it before the child has begun.
    """
    done = 0
    if len(claims) >= many and (os.cpu_count() or 1) > 1:
        for said in _with_child(claims, own, lexicon, tell):
            yield said
            done += 1
    for at in range(done, len(claims), AT_ONCE):
        yield from read_all(claims[at : at + AT_ONCE], lexicon)


def _with_child(
    claims: Sequence[Claim], own: Sequence[Term], lexicon: Lexicon, tell: Tell
) -> Iterator[Said]:
    """Give what a child reads, until it ends, and between what is read here."""
    pieces = [claims[at : at + AT_ONCE] for at in range(0, len(claims), AT_ONCE)]
    try:
        with Scratch() as folder:
            asked = folder.path / "claims"
            _write(asked, own, pieces, tell)
            with _child(asked) as told:
                for number, piece in enumerate(pieces):
                    if _is_read_here(number):
                        yield from read_all(piece, lexicon)
                    else:
                        read = pickle.load(told)  # noqa: S301  of our own child
                        yield from map(unpacked, read, piece, repeat(lexicon))
    except ENDED:
        return


def _is_read_here(piece: int) -> bool:
    return piece % OURS == OURS - 1


def _write(
    asked: Path,
    own: Sequence[Term],
    pieces: Sequence[Sequence[Claim]],
    tell: Tell,
) -> None:
    """Write what the child is to read; the last piece is empty."""
    with asked.open("wb") as file:
        pickle.dump(list(own), file)
        for number, piece in enumerate((*pieces, ())):
            if number % A_WHILE == 0:
                tell()
            if not (piece and _is_read_here(number)):
                pickle.dump([_bare(one) for one in piece], file)


def _bare(claim: Claim) -> Claim:
    """Leave out what a claim is not read for."""
    return Claim(claim.passage, claim.title, claim.heading, published=claim.published)


@contextmanager
def _child(asked: Path) -> Iterator[IO[bytes]]:
    """Start the child; however this ends, it has ended, too."""
    assert core.__file__ is not None
    with subprocess.Popen(  # noqa: S603  the words are ours
        (*_command(), str(asked)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=asked.parent,
        env=os.environ | {"PYTHONPATH": str(Path(core.__file__).parents[1])},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        assert child.stdout is not None
        try:
            yield child.stdout
        finally:
            child.kill()


def _command() -> tuple[str, ...]:
    """Give the words that start the child: of Python, or of a program that has it inside."""
    if getattr(sys, "frozen", False):
        return (sys.executable, WORD)
    return (sys.executable, "-P", "-m", "core.relate.ahead")


def main(words: Sequence[str]) -> int:
    """Read the claims of a file, as the child does."""
    out = sys.stdout.buffer
    with Path(words[0]).open("rb") as file:
        lexicon = Lexicon(pickle.load(file))  # noqa: S301  of our own parent
        while some := pickle.load(file):  # noqa: S301  as above
            read = read_all(some, lexicon)
            pickle.dump([*map(packed, read)], out, pickle.HIGHEST_PROTOCOL)
            out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

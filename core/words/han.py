"""Han words out of a run of Han, by jieba's dictionary.

It takes half a second to load and a hundred megabytes to hold. Nothing is guessed that is not in
it: guessing glues 十到 together. The file it is loaded from lies in a folder of our own, for who
could write to it could make us run anything.
"""

import os
import tempfile
from collections.abc import Iterator
from math import log
from pathlib import Path
from threading import Lock

#: A run without an end of sentence is cut piece by piece: its ways are kept in memory.
AT_ONCE = 2000
_loading = Lock()
#: Every word with the logarithm of how often it is met, and 0 for what words only begin with.
_words: dict[str, float] = {}


def load() -> None:
    """Load the dictionary, if it is not loaded. Call it on a worker; anybody may wait for it."""
    with _loading:
        if not _words:
            _words.update(_read())


def _read() -> dict[str, float]:
    import logging  # noqa: PLC0415

    import jieba  # noqa: PLC0415  135 ms

    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    made.tmp_dir = str(_private())
    made.initialize()
    usual = log(made.total)
    return {word: log(often) - usual if often else 0.0 for word, often in made.FREQ.items()}


def loaded() -> bool:
    return bool(_words)


def _private() -> Path:
    """Give a folder that nobody else writes to: one that lasts, where there can be one."""
    folder = home("cache")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="meipi-"))
    return folder


def home(kind: str) -> Path:
    """Give the folder for what can be made again, as `settings` gives those for what cannot."""
    own = os.environ.get("MEIPI_HOME")
    if own:
        return Path(own) / kind
    import platformdirs  # noqa: PLC0415  not needed where MEIPI_HOME rules

    return platformdirs.user_cache_path("meipi", appauthor=False)


def cut(run: str) -> list[str]:
    """Cut a run of simplified Han into words. The dictionary is waited for."""
    if not _words:
        load()
    return [word for i in range(0, len(run), AT_ONCE) for word in _cut(run[i : i + AT_ONCE])]


def _cut(run: str) -> Iterator[str]:
    """Take the likeliest way through the run: as jieba does where it does not guess."""
    size, known = len(run), _words.get
    ways, ends = [0.0] * (size + 1), [0] * size
    for start in range(size - 1, -1, -1):
        best, end = NEVER, start + 1
        for stop in range(start + 1, size + 1):
            often = known(run[start:stop])
            if often is None:
                break
            if often and often + ways[stop] >= best:
                best, end = often + ways[stop], stop
        ways[start] = best if best > NEVER else RARE + ways[start + 1]
        ends[start] = end
    start = 0
    while start < size:
        yield run[start : ends[start]]
        start = ends[start]


#: A character that is no word is as rare as a word that is met once.
NEVER, RARE = float("-inf"), -17.9


def parts(word: str) -> list[str]:
    """Give the words that a long word begins or ends with: 电池 of 锂电池."""
    size = len(word)
    ends = [word[:n] for n in (2, 3) if n < size] + [word[-n:] for n in (2, 3) if n < size]
    return [end for end in dict.fromkeys(ends) if _words.get(end)]

"""A search is answered before the dictionary is loaded, which takes about a second."""

import subprocess
import sys

import pytest

from core.library import Library
from tests.given import made

ASK = """
import sys
from pathlib import Path
from core import words
from core.library import Reader
from core.search import search
with Reader(Path(sys.argv[1])) as reader:
    titles = [hit.title for hit in search(reader, sys.argv[2]).hits]
print(words.loaded(), *titles)
"""


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("copper", "False 铜价上涨"),
        ("铜", "False 铜价上涨"),
        ("xitu", "False 稀土"),
        ('"!!"', "False"),
        ("tag:!!", "False"),
    ],
)
def test_words_are_found_by_pairs_until_there_is_a_dictionary(
    library: Library, query: str, answer: str
) -> None:
    some = (made("铜价上涨", "Copper rose 5%"), made("稀土", "Exports of rare earths fell"))
    library.commit(library.add(some).change)
    words = [sys.executable, "-c", ASK, str(library.path), query]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == answer

"""What other programs call commands and preferences: by these words ours are found, too.

The words are rows of resources/commands.csv, by the name of a command or of a group of them, and
of resources/preferences.csv.
"""

import csv
from collections.abc import Mapping
from functools import cache

from gui.commands import Command
from resources import HERE


@cache
def known(names: str = "commands.csv") -> Mapping[str, tuple[str, ...]]:
    """Give the words by what they are of; of the Chinese ones also how they are read."""
    from core.glossary.reading import pinyin, plain  # when it is asked for

    with (HERE / names).open(encoding="utf-8", newline="") as file:
        rows = [(name, words.split()) for name, words in csv.reader(file)]
    return {
        name: (*words, *(plain(pinyin(word)) for word in words if not word.isascii()))
        for name, words in rows[1:]
    }


def known_as(command: Command) -> tuple[str, ...]:
    """Give the words by which a command is known elsewhere; few have none."""
    return known().get(command.name) or known().get(command.group, ())

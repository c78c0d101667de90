"""Chinese shown in the other script, character for character.

What is shown has as many code points as what was written, and each as many UTF-16 units, so that
places in one are places in the other; a character that would change its size stays as it was.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from core.words.fold import HAN, fold

if TYPE_CHECKING:
    from opencc import OpenCC

Script = Literal["simplified", "traditional"]
WAYS = {"simplified": "t2s", "traditional": "s2t"}
_RUN = re.compile(f"[{HAN}]+")


def in_script(text: str, script: Script) -> str:
    """Write the Chinese of a text in a script."""
    return text if text.isascii() else _RUN.sub(lambda run: _turned(run[0], script), text)


def _turned(run: str, script: Script) -> str:
    """Turn a run as its words want it: 头发 is 頭髮, 发展 is 發展."""
    made = str(_converter(script).convert(run))
    if len(made) != len(run) or fold(made) != fold(run):
        made = "".join(_character(char, script) for char in run)
    return "".join(map(_of_one_size, run, made))


@cache
def _character(char: str, script: Script) -> str:
    made = str(_converter(script).convert(char))
    return made if len(made) == 1 else char


def _of_one_size(written: str, made: str) -> str:
    return made if (written > "\uffff") == (made > "\uffff") else written


@cache
def _converter(script: Script) -> "OpenCC":
    from opencc import OpenCC  # some 20 ms, when it is first wanted

    return OpenCC(WAYS[script])

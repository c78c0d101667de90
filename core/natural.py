"""The order in which tags stand: by letter, but numbers by their value, 2 before 10.

What stands below a tag follows right after it: "a b" is not between "a" and "a/b".
"""

import re
from functools import lru_cache

NUMBER = re.compile(r"\d+")


def natural(path: str) -> tuple[str, ...]:
    """Give the key that tags are sorted by; different paths have different keys."""
    return tuple(map(_name, path.split("/")))


@lru_cache(maxsize=1 << 15)  # all there are are put in order, and after a deed often again
def _name(name: str) -> str:
    return f"{NUMBER.sub(_by_value, name)}\0{name}"


def _by_value(number: re.Match[str]) -> str:
    """Write how long a number is before it: of two, the longer is the larger."""
    digits = number[0].lstrip("0")
    return f"{len(digits):02}{digits}"

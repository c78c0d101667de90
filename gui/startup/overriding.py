"""What goes wrong in a function that Qt calls kept from ending the program.

PySide says in which one it went wrong, and writes that into the error. Before 3.12, Python makes an
error that is raised in C only once something catches it; PySide takes what there is until then for
the error, and dies. So each override of ours catches it, and lets it go on. What becomes of it is
`failing`'s.
"""

import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

WHOLE = (3, 12)  # the first Python with nothing but errors that are made
STARS = 0x0C  # what of a function's flags tells of * and ** before its words


def keep_whole() -> None:
    """Have each class derived from one of Qt's from now on catch what its overrides raise."""
    if sys.version_info < WHOLE:
        from shiboken6 import Shiboken  # without what it tells of itself

        made: Any = vars(Shiboken)["Object"]  # which all of Qt's are made of

        def hear(kind: type, /, **words: object) -> None:
            super(made, kind).__init_subclass__(**words)
            _guard(kind)

        made.__init_subclass__ = classmethod(hear)


def _guard(kind: type) -> None:
    qt = next(one for one in kind.__mro__ if one.__module__.startswith(("PySide6", "Shiboken")))
    for name, function in [*vars(kind).items()]:
        if isinstance(function, FunctionType) and "_" not in name and hasattr(qt, name):
            setattr(kind, name, _catching(function))


def _catching(function: FunctionType) -> Callable[..., object]:
    """Take as many words as before where those are few: PySide counts them in a slot."""

    def none(me: object) -> object:
        try:
            return function(me)
        except BaseException:  # noqa: TRY203  which makes the error
            raise

    def one(me: object, word: object) -> object:
        try:
            return function(me, word)
        except BaseException:  # noqa: TRY203  which makes the error
            raise

    def two(me: object, word: object, other: object) -> object:
        try:
            return function(me, word, other)
        except BaseException:  # noqa: TRY203  which makes the error
            raise

    def many(*given: object, **named: object) -> object:
        try:
            return function(*given, **named)
        except BaseException:  # noqa: TRY203  which makes the error
            raise

    code, few = function.__code__, (many, none, one, two)
    is_plain = not (function.__defaults__ or code.co_kwonlyargcount or code.co_flags & STARS)
    return few[code.co_argcount] if is_plain and code.co_argcount < len(few) else many

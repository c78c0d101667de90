"""Templates: Meipi's own in resources/templates, or a reader's, written in Jinja2.

What they may do is the sandbox's. A mistake in one becomes a sentence with the number of its line.
"""

import re
import traceback
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Template as Compiled
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from core import disk
from core.errors import MeipiError, Unreadable, unread
from core.export.escape import clean
from core.export.sandbox import Sandbox
from resources import HERE

LARGEST = 1 << 20  # bytes of a template
LONGEST = 1 << 28  # characters of what it writes
#: How Python names one of our values.
_OBJECT = re.compile(r"'core\.export\.\w+\.(\w+) object'")
#: What a mistake in a template can raise while it runs.
MISTAKES = (
    TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError,
    MemoryError, RecursionError,
)  # fmt: skip


class BadTemplate(MeipiError):
    """A template of the reader's with a mistake in it."""


class Template:
    """A template made ready. `name` is how a mistake in it is told."""

    def __init__(self, source: str, name: str) -> None:
        self.name = name
        self._sandbox = Sandbox()
        try:
            code = self._sandbox.compile(source, name, name)
        except TemplateSyntaxError as error:
            raise _mistake(name, error.lineno, error.message or "") from error
        except MISTAKES as error:
            raise _mistake(name, None, _said(error)) from error
        self._compiled = Compiled.from_code(self._sandbox, code, self._sandbox.make_globals(None))

    def render(self, **words: object) -> str:
        """Give the document that the template makes of these words."""
        self._sandbox.steps = 0
        try:
            return finish("".join(self._parts(words)))
        except MISTAKES as error:
            line = _line(self.name, error)
            raise _mistake(self.name, line, _said(error)) from error

    def _parts(self, words: Mapping[str, object]) -> Iterable[str]:
        length = 0
        for part in self._compiled.generate(words):
            length += len(part)
            if length > LONGEST:
                raise SecurityError("it writes more than 250 million characters")
            yield part


def load(path: Path) -> Template:
    """Read a reader's template."""
    try:
        held = disk.read(path, LARGEST + 1)
    except OSError as error:
        raise unread(path, error) from error
    if len(held) > LARGEST:
        raise Unreadable(f"{path} is larger than a template can be.", "Is it another file?")
    try:
        return Template(held.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path} is not UTF-8.", "Save it as UTF-8.") from error


@cache
def built_in(name: str) -> Template:
    """Give one of Meipi's own templates."""
    return Template(source(name), name)


def source(name: str) -> str:
    """Give the text of one of Meipi's own templates."""
    return HERE.joinpath("templates", name).read_text("utf-8")


def finish(text: str) -> str:
    """End every line with LF, and the last one too."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")) + "\n"


def _line(name: str, error: BaseException) -> int | None:
    """Give the line of a template that was running when something went wrong."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == name), None)


def _said(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "it calls itself without end"
    if isinstance(error, MemoryError | OverflowError):
        return "it needs more memory than there is"
    return _OBJECT.sub(lambda found: f"a {found[1].lower()}", str(error)) or type(error).__name__


def _mistake(name: str, line: int | None, said: str) -> BadTemplate:
    where = f"line {line} of the template {name}" if line else f"the template {name}"
    told = " ".join(said.split()).rstrip(".")[:300]
    return BadTemplate(
        f"There is a mistake in {where}: {told}.", "docs/export.md tells what a template can use."
    )

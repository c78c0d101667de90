"""Where templates run: a sandbox that reaches no file, and what they find in it.

What `{{ }}` writes is escaped for Markdown, unless it is Markdown already. The limits are against
mistakes; who writes a template on purpose to be slow still can.
"""

from collections.abc import Iterable, Sized
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from core.export.escape import Markdown, output
from core.export.front import front_matter
from core.export.sheet import OURS

STEPS = 1_000_000  # that the ranges of one rendering may count, all together
REPEATS = 10_000
KEPT = 10_000_000
#: Of Jinja's own filters, those that give the same every time and cannot make much of little.
FILTERS = """
    abs capitalize count d default dictsort first float groupby int items last length list lower
    map max min reject rejectattr replace reverse round select selectattr sort string sum title
    trim truncate unique upper wordcount
"""
#: Methods of text that make much of little.
GREEDY = frozenset({"center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill"})


class Sandbox(ImmutableSandboxedEnvironment):
    """Where templates run: nothing random, nothing endless, no attribute that begins with `_`."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            finalize=output,
            autoescape=False,  # for HTML; `output` escapes for Markdown
        )
        self.steps = 0
        self.filters = {name: self.filters[name] for name in FILTERS.split()} | OWN
        self.globals = {"range": self._range, "namespace": _Held}

    def _range(self, *ends: int) -> range:
        counted = range(*ends)
        self.steps += len(counted)
        if self.steps > STEPS:
            raise SecurityError(f"its ranges count further than {STEPS:,}")
        return counted

    def getattr(self, obj: object, attribute: str) -> Any:  # noqa: ANN401  Jinja's own
        """Give an attribute; our own values hold no secret, and are asked a million times."""
        if type(obj) in OURS and attribute[0] != "_" and hasattr(obj, attribute):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if isinstance(obj, str) and attr in GREEDY:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: object) -> None:
        """Leave no way to format text: it makes much of little."""

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401  Jinja's own
        _refuse_greed(operator, left, right)
        return super().call_binop(context, operator, left, right)


class _Held(Namespace):
    """What a template keeps from one turn of a loop to the next, within reason."""

    def __setitem__(self, name: str, value: object) -> None:
        if isinstance(value, Sized) and len(value) > KEPT:
            raise SecurityError(f"it keeps more than {KEPT:,} in {name}")
        super().__setitem__(name, value)


def _refuse_greed(operator: str, left: object, right: object) -> None:
    """Refuse to make much of little."""
    if operator == "%" and isinstance(left, str):
        raise SecurityError("% is for numbers")
    if operator == "**" and not (isinstance(right, int) and abs(right) <= 64):
        raise SecurityError("** is for small powers")
    if operator == "*" and not all(isinstance(one, int | float) for one in (left, right)):
        times = left if isinstance(left, int) else right
        if isinstance(times, int) and times > REPEATS:
            raise SecurityError(f"it repeats something more than {REPEATS:,} times")


def _join(values: Iterable[object], between: str = "", attribute: str | None = None) -> Markdown:
    """Put values together, each as it would be written alone, with Markdown between them."""
    if attribute is not None and attribute.startswith("_"):
        raise SecurityError(f"{attribute} is not for templates")
    held = values if attribute is None else (getattr(one, attribute) for one in values)
    return Markdown(between.join(map(output, held)))


def _behind(text: object, prefix: str) -> Markdown:
    """Put each line of a text behind a prefix, such as "> "."""
    return Markdown("\n".join(f"{prefix}{line}".rstrip() for line in output(text).split("\n")))


def target(name: str) -> Markdown:
    """Give a file's name as a link to it has it, between < and >."""
    return Markdown(name.replace("%", "%25").replace("\\", "%5C").replace("&", "%26"))


OWN = {
    "md": lambda text: Markdown(output(text)),
    "raw": lambda text: Markdown(str(text)),
    "yaml": front_matter,
    "join": _join,
    "behind": _behind,
    "target": target,
}

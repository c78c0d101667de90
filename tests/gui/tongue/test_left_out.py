"""Whatever the window says goes through `tr` or `phrase`: what does not is found here."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from core.deeds import DEEDS

GUI = Path(__file__).resolve().parents[3] / "gui"
#: What is called with words that nobody is shown, or that are gathered by another way.
QUIET = {
    *("tr", "phrase", "compile", "setObjectName", "setStyleSheet", "QKeySequence", "getattr"),
    *("cast", "strptime", "strftime", "Change", "TypeVar"),
}
#: Errors of core, and of that kind, are translated where they are shown.
ERRORS = {"Busy", "DiskTrouble", "NotFound", "ReadOnly", "Refused", "Stale", "Unreadable"}
LOOKS = re.compile(r"\{[^}]*:[^}]*;|padding|background|^(Ctrl|Alt|Shift)\+|^</?[a-z]+>|^\W*$")
SAYS = re.compile(r"[A-Za-z]{2,}.* .*|.* .*[A-Za-z]{2,}|[A-Z][a-z]+…?")
KEYS = {
    "Backspace",
    "Backtab",
    "Delete",
    "Down",
    "Esc",
    "Left",
    "Return",
    "Right",
    "Space",
    "Tab",
    "Up",
}
#: What stays as it is, and why.
KEPT = {
    "commands.py": KEYS | {"English"},  # a language is called by its own name
    "dialogs/keeping/rescue.py": {"a copy"},  # looked for in a sentence of core
    "highlights/finding/figures.py": {"from ", "since ", "after "},  # how a typed time begins
    "insights/counted.py": {"5 kg"},  # read, not shown
    "insights/layout.py": {"etaoin shrdlu"},  # measured, not shown
    "ledger/axis.py": {" tn", " bn"},  # as the articles scale them
    "ledger/columns.py": {"year of horizon"},  # a value
    "parts/lines.py": {"中文 English"},  # measured, not shown
    "startup/frame.py": {"Meipi"},  # what the desktop knows it as
    "startup/overriding.py": {"Shiboken"},  # a module
    "parts/binding.py": KEYS,
    "verbs/findings/bookkeeping.py": {"None"},  # of Python
    "verbs/findings/proposing.py": {"Proposals"},  # a value
    "verbs/keeping.py": {"merged ", "merged  ", "synced "},  # remembered, not shown
    "verbs/preferring.py": {"English"},  # as above
}
#: The terminal speaks English, as the command line does; fonts and style sheets are no words.
NO_WORDS = ("__main__.py", "headless.py", "theme.py")


def test_nothing_is_said_but_in_the_readers_language() -> None:
    found = [
        f"{module}:{line}: {text}"
        for path in sorted(GUI.rglob("*.py"))
        if (module := path.relative_to(GUI).as_posix()) not in NO_WORDS
        for line, text in left_out(path)
        if text not in DEEDS and text not in KEPT.get(module, ())
    ]
    assert not found, "say it with tr, then `make translations`:\n" + "\n".join(found)


def left_out(path: Path) -> Iterator[tuple[int, str]]:
    """Give the literals of a module that look like words for a reader and are not gathered."""
    tree = ast.parse(path.read_text("utf-8"))
    quiet = set(_quiet(tree))
    for node in ast.walk(tree):
        if id(node) not in quiet and isinstance(node, ast.Constant | ast.JoinedStr):
            text = _text(node)
            if SAYS.fullmatch(text.replace("\n", " ")) and not LOOKS.search(text):
                yield node.lineno, text


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = (one.value for one in node.values if isinstance(one, ast.Constant))
    return "".join(map(str, parts))


def _quiet(tree: ast.Module) -> Iterator[int]:
    """Name the nodes that are no words for a reader: types, docstrings, keys, arguments."""
    for node in ast.walk(tree):
        for part in filter(None, QUIET_PARTS.get(type(node), _nothing)(node)):
            yield from map(id, ast.walk(part))


def _nothing(_node: ast.AST) -> Iterable[ast.AST | None]:
    return ()


def _of_call(node: ast.Call) -> Iterable[ast.AST | None]:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return (*node.args, *node.keywords) if name in QUIET | ERRORS else ()


def _of_names(node: ast.Assign) -> Iterable[ast.AST | None]:
    return (node.value,) if getattr(node.targets[0], "id", "") == "__all__" else ()


def _of_sentence(node: ast.Expr) -> Iterable[ast.AST | None]:
    return (node.value,) if isinstance(node.value, ast.Constant) else ()


QUIET_PARTS: dict[type[ast.AST], Callable[..., Iterable[ast.AST | None]]] = {
    ast.JoinedStr: lambda node: [one for one in node.values if isinstance(one, ast.Constant)],
    ast.FormattedValue: lambda node: [node.format_spec],
    ast.Call: _of_call,
    ast.Expr: _of_sentence,
    ast.Assign: _of_names,
    ast.Subscript: lambda node: [node.slice],
    ast.Compare: lambda node: [one for one in node.comparators if isinstance(one, ast.Constant)],
    ast.Assert: lambda node: [node.msg],
    ast.Dict: lambda node: node.keys,
    ast.arg: lambda node: [node.annotation],
    ast.AnnAssign: lambda node: [node.annotation],
    ast.FunctionDef: lambda node: [node.returns],
}

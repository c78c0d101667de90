"""Check the house rules that no other tool knows: sizes, stray packages, paths, what docs name.

    python packaging/check_house.py

Prints a line for each breach and ends with 1, or prints how much it looked at.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES = 400
FUNCTION_LINES = 40
OWN = ("core", "gui")
#: What is done in one module alone: how a line looks that does it elsewhere, and where it may.
ALONE = (
    (re.compile(r"setAutoDefault\(False\)"), ("gui",), ("gui/parts/pressed.py",),
     "Enter on it would press another button"),
    (re.compile(r"utf-16"), ("gui",), ("gui/units.py",), "UTF-16 units are counted in one place"),
    (re.compile(r"\bsys\.std(?:out|err)\b"), ("gui",),
     ("gui/startup/terminal.py", "gui/headless.py"), "a program without a console has none"),
    (re.compile(r"\.screen\(\)"), ("gui", "tests"), ("gui/parts/screens.py",),
     "the screen may be deleted with what was asked for it"),
    (re.compile(r"QTimer\(.*\binterval="), ("gui",), ("gui/parts/later.py",),
     "where the system speaks Turkish there is no such word"),
    (re.compile(r"\?[1-9]"), ("core", "tests"), ("core/store/uses.py",),
     "from Python 3.14 on, what is numbered in SQL wants names"),
    (re.compile(r"\bfromtimestamp\("), ("core", "gui", "tests"), ("core/day.py",),
     "Windows knows no moment before 1970 or after 3000; `day.at` does"),
)  # fmt: skip
#: How documentation names a file or a folder of ours.
NAMED = re.compile(r"`((?:core|docs|gui|packaging|resources|store|tests)/[\w./-]+)`")
#: Folders that are made, not written.
MADE = {"build", "dist", "out", "__pycache__", "node_modules"}
TEXT = {
    "", ".cfg", ".css", ".csv", ".desktop", ".html", ".ini", ".json", ".lock", ".md", ".py", ".sh",
    ".spec", ".svg", ".toml", ".txt", ".xml", ".yaml", ".yml",
}  # fmt: skip
MACHINE = re.compile(r"(?<![\w.])/(work|home/\w+|Users/\w+|tmp/studio)/")


def files() -> Iterator[Path]:
    """Walk what is written by hand, hidden folders left out but for .ci."""
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.is_dir():
                hidden = path.name.startswith(".") and path.name != ".ci"
                if not hidden and path.name not in MADE and not path.is_symlink():
                    folders.append(path)
            elif path.suffix in TEXT:
                yield path


def breaches(path: Path) -> Iterator[str]:
    where = path.relative_to(ROOT)
    text = path.read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if MACHINE.search(line):
            yield f"{where}:{number}: a path of one machine"
        for sign, rooms, places, why in ALONE:
            inside = where.parts[0] in rooms and where.as_posix() not in places
            if inside and sign.search(line):
                yield f"{where}:{number}: {why}; see {places[0]}"
    if where.name == "__init__.py" and where.parts[0] in {"packaging", "tests"}:
        yield f"{where}: {where.parts[0]} must not be a package"
    if where.suffix == ".py":
        yield from _too_long(where, text)


def _too_long(where: Path, text: str) -> Iterator[str]:
    lines = len(text.splitlines())
    if lines >= FILE_LINES:
        yield f"{where}: {lines} lines; a module has fewer than {FILE_LINES}"
    if where.parts[0] in OWN:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length >= FUNCTION_LINES:
                    yield (
                        f"{where}:{node.lineno}: {node.name} has {length} lines; "
                        f"a function has fewer than {FUNCTION_LINES}"
                    )


def gone(path: Path) -> Iterator[str]:
    """Name what a page of documentation tells of and is not there, or no longer."""
    where = path.relative_to(ROOT)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        for named in NAMED.findall(line):
            if not any((ROOT / room / named).exists() for room in ("", *OWN)):
                yield f"{where}:{number}: there is no {named}"


def undrawn() -> Iterator[str]:
    """Name the modules on the floors of both rooms that no table of the house has in front."""
    drawing = ROOT / "docs" / "architecture.md"
    rows = [line for line in drawing.read_text("utf-8").splitlines() if line.startswith("| ")]
    words = {word for row in rows for word in re.findall(r"\w+", row.split("|")[1])}
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    for rule in rules["contracts"]:
        if rule.get("containers") in (["core"], ["gui"]):
            modules = re.findall(r"\w+", " ".join(rule["layers"]))
            for module in {*modules} - words - {"__main__"}:
                yield f"{drawing.relative_to(ROOT)}: {module} has no place in it"


def main() -> int:
    looked = list(files())
    found = [breach for path in looked for breach in breaches(path)]
    found += [breach for path in looked if path.suffix == ".md" for breach in gone(path)]
    found += undrawn()
    print("\n".join(found) if found else f"house rules: {len(looked)} files, all kept")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Exit codes and sentences: what a script relies on when something is not as it should be."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core import settings
from core.cli import VERBS
from core.cli.options import made as just_made
from core.errors import NotFound
from core.library import Library
from tests.cli.conftest import SAMPLE
from tests.given import ANNA, made
from tests.terminal import Meipi

ROOT = Path(__file__).parents[2]
TITLE = "重建稀土供应链要多久?从矿山到磁体的五道关"
NEEDS: dict[str, tuple[str | Path, ...]] = {
    "parse": (SAMPLE,),
    "import": (SAMPLE,),
    "show": ("x",),
    "search": ("x",),
    "quantities": ("x",),
    "export": ("markdown",),
    "highlight": ("x", "--claim", "1"),
    "judge": ("x", "moot"),
    "restore": ("latest",),
    "merge": (SAMPLE,),
    "share": ("no-such-folder/out.meipi",),
}
GROUPS = {"glossary": "glossary list"}
LIBRARY_VERBS = [
    GROUPS.get(verb, verb) for verb in VERBS if verb not in ("import", "parse", "merge")
]


def child(*words: str | Path, **more: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "core.cli", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("verb", LIBRARY_VERBS)
def test_where_there_is_no_library_every_verb_says_so_and_makes_none(
    meipi: Meipi, path: Path, verb: str
) -> None:
    said = meipi(verb, *NEEDS.get(verb, ()))
    assert (said.code, said.out) == (1, "")
    assert said.err == f"There is no library at {path}. `meipi import` makes one.\n"
    assert not path.exists()


def test_a_library_that_was_lost_is_not_made_anew_in_silence(
    meipi: Meipi, imported: list[str], path: Path
) -> None:
    meipi("backup")
    path.unlink()
    for words in (("import", str(SAMPLE)), ("list",), ("merge", "from-ben.meipi")):
        said = meipi(*words)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(f"{path.name} is no longer in {path.parent}.")
        assert not path.exists()
    assert meipi("import", "--anew", str(SAMPLE)).code == 0
    path.unlink()
    assert meipi("restore", "latest").code == 0
    assert len(meipi("list", "--json").json) == len(imported)


@pytest.mark.parametrize("verb", [*LIBRARY_VERBS, "import"])
def test_a_file_of_another_kind_is_refused_by_every_verb(
    meipi: Meipi, path: Path, verb: str
) -> None:
    path.write_text("Core Insights - text [1]", "utf-8")
    said = meipi(verb, *NEEDS.get(verb, ()))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("library.meipi is not a Meipi library. To read")
    assert said.err.count("\n") == 1
    assert path.read_text("utf-8") == "Core Insights - text [1]"


@pytest.mark.parametrize(
    "words",
    [
        ["--no-such"],
        ["no-such-verb"],
        ["import"],
        ["show"],
        ["list", "--limit", "3"],
        ["history", "--limit", "0"],
        ["highlight", "x"],
        ["highlight", "x", "--quote", " "],
        ["highlight", "x", "--claim", "0"],
        ["highlight", "x", "--claim", "1", "--colour", "pink"],
        ["export", "pdf"],
        ["show", "\udce4"],
    ],
)
def test_a_wrong_use_is_2_and_changes_nothing(bare: Meipi, words: list[str]) -> None:
    said = bare(*words)
    assert (said.code, said.out) == (2, "")
    assert "Error: " in said.err
    assert not settings.path().exists()


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"]])
def test_help_and_version_are_0(bare: Meipi, words: list[str]) -> None:
    assert bare(*words).code == 0


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(bare: Meipi, verb: str) -> None:
    said = bare(verb, "-h")
    assert said.code == 0
    assert "--library FILE" in said.out
    assert "--json" in said.out
    assert "Examples:" in said.out
    assert verb in bare("--help").out


@pytest.mark.parametrize("verb", ["undo", "redo", "highlight", "judge"])
def test_an_empty_file_is_made_into_a_library_by_import_alone(
    meipi: Meipi, path: Path, verb: str
) -> None:
    path.touch()
    said = meipi(verb, *NEEDS.get(verb, ()))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{path.name} is empty.")
    assert path.stat().st_size == 0
    assert meipi("import", SAMPLE).code == 0


# An article by its name


def test_an_article_is_named_by_id_beginning_or_title(meipi: Meipi, imported: list[str]) -> None:
    whole = meipi("show", imported[0]).out
    for name in (imported[0][:8], imported[0][:8].upper(), TITLE):
        assert meipi("show", name).out == whole


@pytest.mark.parametrize("name", ["", "zzz", "%", "_", "' OR 1", TITLE[:4]])
def test_what_names_no_article_is_1(meipi: Meipi, imported: list[str], name: str) -> None:
    said = meipi("show", name)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("No article has the id")


def test_what_names_several_is_1(meipi: Meipi, library: Library) -> None:
    several = [made("同名", "A claim", source=str(number)) for number in range(17)]
    library.commit(library.add(several).change)
    assert meipi("show", "同名").err.startswith("Several articles have this title: ")
    first = sorted(one.id[0] for one in several)
    twice = next(char for char in first if first.count(char) > 1)
    assert meipi("show", twice).err.startswith("Several articles have an id that begins")


# Words to highlight


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("10 to 20 years", "10 to 20 years"),
        ("10  TO\n20 years", "10 to 20 years"),
        ("world’s capacity", "world's capacity"),
        ("１０ to ２０ years", "10 to 20 years"),
    ],
)
def test_a_quote_is_found_as_it_is_read(
    meipi: Meipi, imported: list[str], quote: str, marked: str
) -> None:
    said = meipi("highlight", imported[0], "--quote", quote, "--json")
    assert said.json["quote"] == marked


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--quote", "supply chain"], "This quote stands 2 times, in claims 1 and 6."),
        (["--quote", "10 to 30 years"], "; the nearest are “"),
        (["--quote", "no such words"], "These words are not in this article"),
        (["--claim", "99"], "There is no claim 99; this article has 10."),
        (["--claim", "1", "--tag", "//"], "A tag needs a name."),
        (["--claim", "1", "--note", "x" * 1_000_001], "This note is longer"),
    ],
)
def test_what_cannot_be_marked_is_1_and_marks_nothing(
    meipi: Meipi, imported: list[str], words: list[str], sentence: str
) -> None:
    said = meipi("highlight", imported[0], *words)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert meipi("check", "--json").json["highlights"] == 0


def test_a_claim_number_says_which_of_several_is_meant(meipi: Meipi, imported: list[str]) -> None:
    said = meipi("highlight", imported[0], "--quote", "supply chain", "--claim", "6", "--json")
    shown = meipi("show", imported[0], "--json").json
    marked = [c for s in shown["sections"] for c in s["claims"] if c["highlights"]]
    assert said.code == 0
    assert marked[0]["text"].startswith("A self-sufficient supply chain")


def test_colour_and_author_come_from_the_preferences(meipi: Meipi, imported: list[str]) -> None:
    mine = settings.load()
    mine.colour, mine.name = "green", "Ben 本"
    settings.save(mine)
    said = meipi("highlight", imported[0], "--claim", "1", "--json").json
    assert (said["colour"], said["author"]) == ("green", "Ben 本")


# What is read


def test_what_is_piped_in_is_read(meipi: Meipi, pipe: Callable[[bytes], None]) -> None:
    pipe(SAMPLE.read_bytes())
    assert meipi("import", "-", "--json").json["added"] > 1
    pipe(b"")
    said = meipi("import", "-")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("-: ")


def test_what_cannot_be_read_is_told_and_ends_with_one(bare: Meipi, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    said = bare("parse", tmp_path / "empty.txt")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{tmp_path / 'empty.txt'}: ")


def test_one_file_that_cannot_be_read_keeps_no_other_from_it(meipi: Meipi, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    said = meipi("import", tmp_path / "gone.txt", tmp_path / "empty.txt", SAMPLE, "--json")
    assert said.code == 1
    assert said.json["added"] > 1
    first, second = said.err.splitlines()
    assert first.startswith(f"{tmp_path / 'gone.txt'} is not there. ")
    assert second.startswith(f"{tmp_path / 'empty.txt'}: ")


def test_a_folder_gives_its_texts_in_order_in_one_deed(meipi: Meipi, tmp_path: Path) -> None:
    place = tmp_path / "saved"
    place.mkdir()
    (place / "b.txt").write_text("Zinc\nZACKS· 2025-11-04 01:20\nCore Insights - Z is up [1]\n")
    (place / "a.md").write_text("Tin\nZACKS· 2025-11-05 01:20\nCore Insights - T is up [1]\n")
    (place / ".hidden.txt").write_text("nothing")
    (place / "c.jpg").write_bytes(b"\xff\xd8")
    said = meipi("import", place, "--json")
    assert (said.code, said.json["added"]) == (0, 2)
    titles = {one["id"]: one["title"] for one in meipi("list", "--json").json}
    assert [titles[one] for one in said.json["articles"]] == ["Tin", "Zinc"]
    assert meipi("undo", "--json").json == {"undone": "import", "count": 2}


def test_where_nothing_could_be_read_no_library_is_made(meipi: Meipi, path: Path) -> None:
    said = meipi("import", path.with_name("gone.txt"))
    assert (said.code, said.out) == (1, "")
    assert not path.exists()


def test_the_usual_library_is_made_in_its_folder(
    bare: Meipi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MEIPI_HOME", str(tmp_path / "new" / "home"))
    assert bare("import", SAMPLE).code == 0
    assert bare("list", "--json").json
    assert settings.default_library().exists()


def test_a_looking_verb_leaves_the_file_as_it_is(
    meipi: Meipi, imported: list[str], path: Path
) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns
    for words in (["list"], ["show", imported[0]], ["tags"], ["history"], ["check"]):
        assert meipi(*words).code == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


# The world around


def test_two_imports_at_once_are_both_done(meipi: Meipi, path: Path) -> None:
    command = [sys.executable, "-m", "core.cli", "import", "--library", str(path), str(SAMPLE)]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    assert [(one.communicate()[1], one.returncode) for one in both] == [(b"", 0), (b"", 0)]
    assert meipi("check").code == 0
    assert [step["name"] for step in meipi("history", "--json").json].count("import") == 1


def test_an_empty_file_is_made_a_library_by_an_import(meipi: Meipi, path: Path) -> None:
    path.touch()  # as another import leaves it for a moment
    assert meipi("import", str(SAMPLE)).code == 0
    assert meipi("check").code == 0


@pytest.mark.skipif(os.name == "nt", reason="head is not there")
def test_a_reader_who_leaves_early_hears_no_complaint(path: Path) -> None:
    with Library(path, ANNA) as library:
        library.commit(library.add([made(f"题 {n}", "x" * 200) for n in range(1500)]).change)
    command = [sys.executable, "-m", "core.cli", "list", "--json", "--library", str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.read(10)
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="locales are POSIX's here")
def test_chinese_comes_out_as_utf8_in_any_locale(path: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": os.defpath}
    said = child("parse", SAMPLE, env=env)
    assert (said.returncode, said.stderr) == (0, b"")
    assert TITLE.encode() in said.stdout


NO_WINDOW = """
import importlib, pkgutil, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "gui"):
            raise ImportError(name + " is blocked")

sys.meta_path.insert(0, Blocked())
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)

from core.cli import main
library = ["--library", sys.argv[1]]
for words in (
    ["import", sys.argv[2]],
    ["list"],
    ["show", sys.argv[3]],
    ["highlight", sys.argv[3], "--quote", "10 to 20 years", "--tag", "claim/forecast"],
    ["tags"],
    ["undo"],
    ["redo"],
    ["history"],
    ["export", "markdown"],
    ["check"],
    ["parse", sys.argv[2]],
):
    code = main([words[0], *library, *words[1:]])
    assert code == 0, (words, code)
"""


def test_all_of_core_works_where_there_is_no_qt(path: Path) -> None:
    command = [sys.executable, "-c", NO_WINDOW, str(path), str(SAMPLE), TITLE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"The library is sound" in done.stdout


def test_what_another_program_took_back_at_once_is_told() -> None:
    with pytest.raises(NotFound, match="This finding is no longer there"):
        just_made(iter(()), "finding")
    assert just_made(iter((1,)), "finding") == 1


def test_chinese_names_of_files_do_in_a_locale_without_chinese(tmp_path: Path, path: Path) -> None:
    library, shared = path.with_name("文库.meipi"), tmp_path / "分享.meipi-share"
    ascii_alone = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for words in (("import", SAMPLE), ("backup",), ("share", shared), ("check",)):
        done = child(*words, "--library", library, env=os.environ | ascii_alone)
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    assert shared.exists()

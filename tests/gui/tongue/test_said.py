"""What core says when something is wrong is known to the window, and said with what it names."""

import ast
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from core import errors
from core.errors import MeipiError, NotALibrary
from core.relate.reason import SAME_FIGURES, SAME_WORDS
from core.schema import APPLICATION_ID
from core.share.copying import MAGIC, _trouble
from core.store.connect import TROUBLES
from gui import tongue
from gui.tongue.reasons import reason, why
from gui.tongue.said import SENTENCES, explained, in_words, retold

CORE = Path(__file__).resolve().parents[3] / "core"
NAMES = {
    name
    for name, one in vars(errors).items()
    if isinstance(one, type) and issubclass(one, MeipiError)
}
#: A sentence that is put together of what was found.
MADE = {"{0} {1}."}


@pytest.fixture(scope="module", autouse=True)
def _in_chinese(qapp: QApplication) -> Iterator[None]:
    tongue.wear(qapp, "zh")
    yield
    tongue.wear(qapp, "en")


def raised() -> Iterator[str]:
    """Give the sentences of errors in core, but for those that only a terminal sees."""
    for path in sorted(CORE.rglob("*.py")):
        if "cli" not in path.parts:
            tree = ast.parse(path.read_text("utf-8"))
            constants = {
                node.targets[0].id: node.value.value
                for node in tree.body
                if isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Name)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            }
            calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
            for call in calls:
                if getattr(call.func, "id", "") in NAMES:
                    yield from filter(None, (_template(one, constants) for one in call.args))


def _template(node: ast.expr, constants: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return constants.get(node.id, "")
    if isinstance(node, ast.Constant):
        return str(node.value)
    if not isinstance(node, ast.JoinedStr):
        return ""
    numbers = iter(range(len(node.values)))
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else f"{{{next(numbers)}}}"
        for part in node.values
    )


def test_every_sentence_of_core_is_known() -> None:
    left = sorted({*raised()} - {*SENTENCES} - MADE)
    assert not left, "give them to gui/tongue/said.py, then `make translations`:\n" + "\n".join(
        left
    )


def test_a_sentence_is_said_with_what_it_names() -> None:
    error = NotALibrary("笔记.meipi is not a Meipi library.", "Choose a Meipi library.")
    assert in_words(error) == "笔记.meipi 不是眉批文库。请选眉批文库。"


def test_what_was_kept_of_an_error_is_said_again() -> None:
    kept = str(NotALibrary("a.b is damaged.", "Ask for the file again."))
    assert retold(kept) == "a.b 已损坏。请对方重发文件。"
    assert retold("") == ""
    files = "a.txt: This file holds no text.\nb.json: There is no article in this JSON."
    assert retold(files) == "a.txt：这个文件中没有文本。\nb.json：这个 JSON 里没有文章。"


@pytest.mark.parametrize("sentence", [SAME_FIGURES, SAME_WORDS])
def test_why_two_claims_are_a_pair_is_said(sentence: str) -> None:
    assert explained(sentence).isascii() is False


def test_what_a_share_left_out_and_a_check_found_is_said() -> None:
    assert explained("Earlier versions were left out.") == "未包含以前的版本。"
    assert explained("The table highlights differs from the log of 12.") == (
        "表 highlights 与日志中的 12 不同。"
    )


def test_what_meipi_did_not_make_is_said_by_its_kind() -> None:
    said = explained("a.meipi holds an index that Meipi did not make: mine.")
    assert said == "a.meipi 含有并非眉批所建的索引：mine。"


def test_what_is_not_known_stays_as_it_is() -> None:
    assert explained("The moon is full.") == "The moon is full."
    assert explained("") == ""


@given(name=st.text(min_size=1, max_size=20), why=st.text("abc 没有{}%", min_size=1, max_size=20))
def test_whatever_it_names_is_said_as_it_was(name: str, why: str) -> None:
    assert explained(f"{name} could not be read: {why}.") == f"无法读取 {name}：{why}。"


def test_a_file_that_is_called_like_a_trouble_keeps_its_name() -> None:
    said = explained("Too many open files could not be read: Too many open files.")
    assert said == "无法读取 Too many open files：打开的文件过多。"


def test_in_english_it_is_what_core_says(qapp: QApplication) -> None:
    tongue.wear(qapp, "en")
    assert explained("The disk is full.") == "The disk is full."
    tongue.wear(qapp, "zh")


def test_the_reason_of_the_system_is_said_in_the_language_of_the_window() -> None:
    full = os.strerror(errno.ENOSPC)
    assert explained(f"The preferences could not be saved: {full}.").endswith(
        "：设备上没有剩余空间。"
    )
    assert why(OSError(errno.EACCES, os.strerror(errno.EACCES))) == "权限不足"
    assert reason("Out of cheese") == "Out of cheese"


def header(version: int = 1, ways: bytes = b"\1\1", encoding: int = 1) -> bytes:
    """Give how a library of one page begins."""
    made = bytearray(100)
    made[:16], made[16:20] = MAGIC, (4096).to_bytes(2, "big") + ways
    numbers = {28: 1, 56: encoding, 60: version, 68: APPLICATION_ID}
    for place, number in numbers.items():
        made[place : place + 4] = number.to_bytes(4, "big")
    return bytes(made)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (b"x", 1),
        (b"", 0),
        (header(version=0), 4096),
        (header(version=99), 4096),
        (header(ways=b"\2\2"), 4096),
        (header(encoding=2), 4096),
        (header(), 4095),
    ],
)
def test_what_is_wrong_with_a_file_from_elsewhere_is_said_in_chinese(
    head: bytes, size: int
) -> None:
    wrong = _trouble(head, size, "x.meipi")
    assert wrong is not None
    assert explained(wrong.sentence) != wrong.sentence
    assert explained(wrong.remedy) != wrong.remedy


@pytest.mark.parametrize("wrong", [*TROUBLES.values()])
def test_what_keeps_a_library_from_being_written_is_said_in_chinese(
    wrong: tuple[type[MeipiError], str, str],
) -> None:
    _, sentence, remedy = wrong
    named = sentence.format("x.meipi")
    assert explained(named) != named
    assert explained(remedy) != remedy

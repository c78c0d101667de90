"""What is only left over is given back to the system, once nothing is at work."""

import linecache

from PySide6.QtCore import QObject
from shiboken6 import delete

from core import words
from gui import work
from gui.work import memory


def nothing(*_: object) -> None: ...


def test_memory_is_given_back_a_while_after_the_last_work(qtbot):
    memory._timer().stop()
    work.run(lambda _heard: 1, nothing, nothing)
    qtbot.waitUntil(memory._timer().isActive)


def test_nothing_that_is_only_remembered_is_kept(qapp):
    said = words.spell("铜价 prices"), words.spell_words("锂电池的价格")
    assert linecache.getlines(__file__)
    assert words.cut.SPELLED
    memory.give_back()
    assert not linecache.cache
    assert not words.cut.SPELLED
    assert not words.cut.PARTED
    assert said == (words.spell("铜价 prices"), words.spell_words("锂电池的价格"))


def test_what_a_window_remembers_is_forgotten_as_long_as_it_is_there(qapp):
    window, forgotten = QObject(), list[str]()
    memory.also(window, lambda: forgotten.append("pages"))
    memory.give_back()
    delete(window)
    memory.give_back()
    assert forgotten == ["pages"]

"""The main job over the accessibility bus: the real program, used as by a screen reader."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core import settings as preferences
from core.library import Library
from core.parse import parse_text
from core.samples import sample_texts
from tests.given import ANNA

NEEDED = (
    *("Xvfb", "matchbox-window-manager", "dbus-run-session"),
    "/usr/libexec/at-spi-bus-launcher",
)


def missing() -> str:
    """Name what a desk without a screen lacks here; nothing where it has all."""
    lacks = [name for name in NEEDED if shutil.which(name) is None]
    asked = [*("/usr/bin/python3", "-c"), "import pyatspi"]
    if not lacks and subprocess.run(asked, capture_output=True, check=False).returncode:
        lacks = ["python3-pyatspi"]
    return ", ".join(lacks)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """What the listener heard while it did the main job, and the library it was done in."""
    if not sys.platform.startswith("linux") or (lacks := missing()):
        pytest.skip(f"needs an accessibility bus and an X server: {lacks}")
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEIPI_HOME", str(home))
        path = preferences.default_library()
        preferences.save(preferences.Settings(author=ANNA.id, name=ANNA.name, theme="light"))
    with Library(path, ANNA) as library:
        pages = [parse_text(text) for text in sample_texts()]
        library.commit(library.add([one for page in pages for one in page.articles]).change)
    desk = Path(__file__).with_name("desk.py")
    places = {"MEIPI_HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CACHE_HOME": home}
    env = {**os.environ, **{name: str(place) for name, place in places.items()}}
    told = home / "told.txt"
    with told.open("w") as out:
        ran = subprocess.run(
            ["dbus-run-session", "--", sys.executable, str(desk)],
            env=env,
            stdout=out,
            stderr=out,
            timeout=115,
            check=False,
        )
    lines = told.read_text("utf-8").splitlines()
    assert ran.returncode == 0, "\n".join(lines)
    return json.loads(next(line for line in lines if line.startswith("{"))), path


def test_an_article_is_found_and_told_with_source_and_time(heard):
    said, _ = heard
    assert said["article"].startswith("重建稀土供应链要多久?从矿山到磁体的五道关, 观察者网")


def test_a_claim_is_told_with_its_place_and_its_marks(heard):
    said, _ = heard
    assert said["before"].startswith("claim 1 of 3: A self-sufficient supply chain")
    assert said["marked"].startswith("claim 1 of 3, highlighted yellow: A self-sufficient")
    assert said["tagged"].startswith("claim 1 of 3, highlighted yellow, tags forecast: A self-")


def test_what_was_done_by_keys_alone_is_in_the_library(heard):
    _, path = heard
    with Library(path, ANNA) as library:
        (card,) = library.cards(library.order("engineers"))
        one = library.annotated(card.id).placed[0].highlight
        assert "10 to 20 years" in one.passage.quote
        assert [tag.path for tag in library.tags()] == ["forecast"]
        assert one.tags == (library.tags()[0].id,)


def test_the_palette_and_the_links_of_a_note_are_read_row_by_row(heard):
    said, _ = heard
    assert said["palette"] == "Pinyin over Titles, View › Chinese, Y"
    assert said["link"]


def test_the_timeline_is_a_list_of_findings_with_all_that_they_say(heard):
    said, _ = heard
    assert said["bar"] == "list item"
    assert "Quantity: 10 to 20 years" in said["timeline"]
    assert "Horizon: " in said["timeline"]


def test_the_tour_is_told_and_taken_by_its_buttons(heard):
    said, _ = heard
    assert said["step"] == "Step 1 of 4: Open an article"
    assert said["told"].startswith("Click one in the list")
    assert said["unnamed in the tour"] == []


def test_whatever_can_be_pressed_or_written_in_has_a_name(heard):
    assert heard[0]["unnamed"] == []

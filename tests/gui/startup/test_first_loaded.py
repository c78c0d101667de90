"""What is loaded before the first picture: nothing that it does not show."""

from tests.gui.apart import told_by

FIRST = """
import os, sys
from gui.startup.frame import Frame
def show(self, library, show=Frame.show_first):
    show(self, library)
    print(*(one for one in sys.modules if one.startswith(("core.", "gui.", "sqlite"))), flush=True)
    os._exit(0)
Frame.show_first = show
from gui.__main__ import main
main([])
"""
#: With these, the first picture has been drawn; each takes a millisecond or less.
LIGHT = {
    *("core.settings", "core.disk", "core.errors", "core.ident"),
    *(
        "gui.look",
        "gui.look.tones",
        "gui.parts",
        "gui.parts.events",
        "gui.parts.later",
        "gui.parts.screens",
        "gui.startup",
    ),
    *(
        f"gui.startup.{one}"
        for one in (
            "asked",
            "features",
            "frame",
            "overriding",
            "picture",
            "places",
            "sketch",
            "start",
        )
    ),
}


def test_before_the_first_picture_nothing_of_the_panes_is_loaded() -> None:
    shown = told_by(FIRST)
    assert set(shown.split()) - {"gui.__main__"} <= LIGHT

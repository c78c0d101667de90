"""From nothing to the first picture. What the picture does not need is loaded after it.

Where the panes will show what they showed last, that is shown at once; else the first picture is
theirs.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import DiskTrouble
from core.settings import identify, load, place_of
from gui.startup.frame import Frame, application
from gui.startup.picture import Picture

if TYPE_CHECKING:
    from gui.ask import Ask


def start(path: Path | None = None, ask: "Ask | None" = None) -> int:
    """Show the window and stay until it is closed. Where there is no screen, nobody is asked."""
    settings, unkept = load(), None
    try:
        identify(settings)
    except DiskTrouble as error:  # she reads under a name all the same, kept once it can be
        unkept = error
    application()
    frame = Frame(Picture(settings))
    frame.show_first(place_of(path, settings))
    from gui.startup.furnish import furnish  # after the first picture

    return furnish(frame, settings, path, ask, unkept)

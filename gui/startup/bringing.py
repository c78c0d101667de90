"""A library of an older format brought to this one: a large one on a worker, under a dialog.

What it takes to bring it, and the copy that is kept of it, are core's.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from core.backup import LARGE, Copy, migrate
from core.errors import MeipiError
from gui import work
from gui.dialogs.waiting import WaitDialog
from gui.tongue import tr


def bring(place: Path, parent: QWidget | None) -> Copy | None:
    """Bring it, and give the copy taken before, or none where nothing was to do.

    Called off, it is as it was, and `Cancelled` is raised.
    """
    if place.stat().st_size < LARGE:
        return migrate(place)
    dialog = WaitDialog(tr("Bringing {name} up to date").format(name=place.name), parent)
    dialog.say(tr("It was written by an older Meipi. A copy of it as it is now is kept first."))
    brought, wrong = list[Copy | None](), list[MeipiError]()
    job = work.run(
        lambda progress: migrate(place, tell=lambda: progress(0, 0)),
        brought.append,
        wrong.append,
        ended=dialog.end,
    )
    dialog.rejected.connect(job.cancel)
    dialog.exec()
    if wrong:
        raise wrong[0]
    if not brought:
        raise work.Cancelled
    return brought[0]

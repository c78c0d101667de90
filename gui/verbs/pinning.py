"""Nine tags under Ctrl+1 to Ctrl+9: given by one key, and taken off by the same."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.change import Change, Record
from gui.tongue import phrase, tr
from gui.verbs.remember import remember

if TYPE_CHECKING:
    from core.model import Tag
    from core.settings import Settings
    from gui.window import Window

PLACES = 9
PINNED = phrase("Pinned Tag")
NONE_HERE = phrase("No tag has this key yet: Tags > All Tags… gives it one.")


class Pinning(QObject):
    """The commands pinned_1 to pinned_9, for `actions` to tie by their names."""

    def __init__(self, window: "Window", settings: "Settings") -> None:
        super().__init__(window)
        self._window, self._settings, self._desk = window, settings, window.desk
        self._heirs: dict[str, str] = {}  # by a tag that was joined, the one that got its key
        for place in range(1, PLACES + 1):
            setattr(self, f"pinned_{place}", partial(self._give, place))
        self._desk.changed.connect(self._follow)
        self._desk.refreshed.connect(self.offer)

    def pin(self, tag: str, place: int) -> None:
        """Give a tag this key, and take it from any other; 0 is none."""
        pinned = [one if one != tag else "" for one in self.pins()]
        if place:
            pinned[place - 1] = tag
        self._settings.pinned = pinned
        remember(self._settings, self._window.notice)
        self.offer()

    def _follow(self, change: Change) -> None:
        if change.records(Record.TAG):
            self._pass_on(change)
            self._give_back(change)
            self.offer()

    def _pass_on(self, change: Change) -> None:
        """Give the key of a tag that was joined with another to that one, if it has none."""
        gone, kept = _joined(change)
        if gone in filter(None, self.pins()) and kept and kept not in self.pins():
            self._heirs[gone] = kept
            self.pin(kept, self.pins().index(gone) + 1)

    def _give_back(self, change: Change) -> None:
        """Give a tag that is there again, as the joining was undone, the key that it had."""
        for edit in change.edits:
            if edit.kind is Record.TAG and edit.field == "removed" and not edit.after:
                heir = self._heirs.pop(edit.record, "")
                if heir and heir in self.pins():
                    self.pin(edit.record, self.pins().index(heir) + 1)

    def offer(self) -> None:
        """Show in the menu what each key gives, and no key that gives nothing."""
        actions = self._window.actions_
        tags = {tag.id: tag.path for tag in self._desk.reader.tags()} if any(self.pins()) else {}
        for place, tag in enumerate(self.pins(), 1):
            actions.show(f"pinned_{place}", there=tag in tags)
            actions.offer(f"pinned_{place}", tags.get(tag, tr(PINNED)), possible=True)

    def pins(self) -> list[str]:
        """Give the ids of the nine tags, "" where there is none."""
        return (self._settings.pinned + [""] * PLACES)[:PLACES]

    def _pinned(self, place: int) -> "Tag | None":
        wanted = self.pins()[place - 1]
        tags = self._desk.reader.tags() if wanted else []
        return next((tag for tag in tags if tag.id == wanted), None)

    def _give(self, place: int) -> None:
        """Give the tag to what is chosen; a highlight that has it loses it."""
        tag, window = self._pinned(place), self._window
        if tag is None:
            window.notice.say(tr(NONE_HERE))
            return
        chosen = window.several.chosen()
        if chosen:
            window.several.tag_all(chosen, tag.path)
            return
        target = window.deeds.target()
        if target and tag.id in self._desk.reader.highlight(target).tags:
            self._desk.untag(target, tag.id)
        elif target:
            self._desk.tag(target, tag.path)


def _joined(change: Change) -> tuple[str, str]:
    """Tell which tag went into which, where two were joined."""
    gone = [
        e.record for e in change.edits if e.kind == Record.TAG and e.field == "removed" and e.after
    ]
    if change.name != "join tags" or not gone:
        return "", ""
    kept = [one for one in change.records(Record.TAG) if one not in gone]
    given = [
        e.field.removeprefix("tag:") for e in change.edits if e.field.startswith("tag:") and e.after
    ]
    return gone[0], next(iter((*kept, *given)), "")

"""The verb of rules: claims proposed by one, ticked, and marked as one deed; rules are kept."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.model import Colour
from core.settings import Settings
from gui.verbs.remember import remember

if TYPE_CHECKING:
    from core.search.rule import Rule
    from gui.dialogs.rule import RuleDialog
    from gui.window import Window

Places = tuple[tuple[str, str, tuple[int, ...]], ...]  # claims, by article and edition
KEPT = 20  # rules, the last ones used


class Ruling(QObject):
    """One rule, from asking for it to the marks; `mark` gives claims a tag and a colour."""

    def __init__(
        self, window: "Window", settings: Settings, mark: Callable[[Places, str, str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._mark = window, settings, mark

    def ask(self, first: "Rule | None" = None) -> None:
        """Let the reader say a rule, or this one, and show what it proposes."""
        from gui.dialogs.rule import RuleDialog  # not for the first picture

        reader = self._window.desk.reader
        if not reader.writable:
            self._window.notice.warn(self._window.desk.why)
            return
        kept = [one for one in kept_rules(self._settings) if one != first]
        rules = [first, *kept] if first else kept
        dialog = RuleDialog(reader, rules, self._window)
        dialog.accepted_rule.connect(partial(self._apply, dialog))
        self._window.desk.failed.connect(dialog.refuse)
        dialog.finished.connect(self.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _apply(self, dialog: "RuleDialog", rule: "Rule", places: Places) -> None:
        self._mark(places, rule.tag, rule.colour)
        if dialog.giving.refused:
            return
        said = [rule.words, rule.kind, rule.tag, *filter(None, [rule.colour])]
        kept = json.dumps(said, ensure_ascii=False)
        others = [one for one in self._settings.rules if one != kept]
        self._settings.rules = [*others, kept][-KEPT:]
        remember(self._settings, self._window.notice)


def kept_rules(settings: Settings) -> "Iterator[Rule]":
    """Give the rules used before, the last one first."""
    from core.search.rule import Rule

    for one in reversed(settings.rules):
        try:
            words, kind, tag, *colour = map(str, json.loads(one))
            yield Rule(words, kind, tag, Colour(*colour) if colour else "")
        except (ValueError, TypeError):
            continue  # somebody wrote in the file by hand

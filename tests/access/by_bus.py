"""Use Meipi as a screen reader does, over the accessibility bus; run by the system's own Python.

python3 by_bus.py: waits for Meipi, finds an article by its words, highlights a claim, tags it, and
reads it back. Writes what it heard as JSON. Keys are those of a keyboard; what is there is known
from the bus alone.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found,unused-ignore]  # Debian's, for its own Python
from gi.repository import GLib  # type: ignore[import-not-found,unused-ignore]  # as above

RETURN, ESCAPE = 0xFF0D, 0xFF1B
CONTROL = 37  # where a keyboard has it
#: What is told of a control that was there a moment ago.
GONE = (GLib.Error, AttributeError, LookupError, NotImplementedError)
PATIENCE = 60  # seconds for anything to happen
Seen = Any


def wait(found: Callable[[], Seen], what: str) -> Seen:
    """Ask until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = found()
        except GONE:
            answer = None
        if answer:
            return answer
        time.sleep(0.05)
    sys.exit(f"not found on the bus: {what}")


def all_below(one: Seen) -> Iterator[Seen]:
    for number in range(one.childCount):
        child = one[number]
        if child is not None:
            yield child
            yield from all_below(child)


def find(root: Seen, role: str, name: str) -> Seen:
    return wait(
        lambda: next(
            (one for one in all_below(root) if one.getRoleName() == role and name in one.name), None
        ),
        f"{role} {name}",
    )


def press(key: int) -> None:
    pyatspi.Registry.generateKeyboardEvent(key, None, pyatspi.KEY_SYM)


def write(text: str) -> None:
    for letter in text:
        press(ord(letter))


def press_with_control(letter: str) -> None:
    """Hold Control while a letter is pressed."""
    pyatspi.Registry.generateKeyboardEvent(CONTROL, None, pyatspi.KEY_PRESS)
    write(letter)
    pyatspi.Registry.generateKeyboardEvent(CONTROL, None, pyatspi.KEY_RELEASE)


def is_in(one: Seen, state: Any) -> bool:
    return bool(one.getState().contains(state))


def current(tree: Seen) -> Seen:
    return next((one for one in all_below(tree) if is_in(one, pyatspi.STATE_FOCUSED)), None)


def walk(root: Seen) -> dict[str, object]:
    """Do the main job."""
    line = find(root, "text", "Search articles")
    wait(lambda: is_in(line, pyatspi.STATE_SHOWING), "the window on the screen")
    line.queryComponent().grabFocus()
    write("engineers")
    wait(lambda: line.queryText().getText(0, -1) == "engineers", "what was typed")
    found = find(find(root, "list", "Search results"), "list item", "重建稀土供应链要多久")
    heard = {"article": found.name}
    press(RETURN)
    press(RETURN)
    tree = find(root, "tree", "Insights")
    before = wait(lambda: "engineers" in current(tree).name and current(tree).name, "the claim")
    write("h")
    marked = wait(lambda: "highlighted" in current(tree).name and current(tree).name, "a mark")
    write("t")
    write("forecast")
    press(RETURN)
    tagged = wait(lambda: "forecast" in current(tree).name and current(tree).name, "the tag")
    return heard | {"before": before, "marked": marked, "tagged": tagged}


def first_row(root: Seen, name: str) -> str:
    """Give what a list that is open has first."""
    rows = find(root, "list", name)
    return str(wait(lambda: rows[0].name if is_in(rows[0], pyatspi.STATE_SHOWING) else "", name))


def command(app: Seen, typed: str) -> str:
    """Type a command into the palette; give the row that stands first."""
    press_with_control("k")
    field = find(app, "text", "Find a command")
    write(typed)
    wait(lambda: field.queryText().getText(0, -1) == typed, "what was typed")
    return first_row(app, "Commands that fit")


def see_lists(app: Seen) -> dict[str, object]:
    """Open the palette, and what a note could link to; read what stands there first."""
    heard: dict[str, object] = {"palette": command(app, "pinyin")}
    press(ESCAPE)
    find(app, "tree", "Insights").queryComponent().grabFocus()
    write("n")
    note = find(app, "text", "Note")
    wait(lambda: is_in(note, pyatspi.STATE_FOCUSED), "the note")
    write("[[")
    heard["link"] = first_row(app, "What the note could link to")
    press(ESCAPE)
    press(ESCAPE)
    return heard


def see_ledger(app: Seen) -> dict[str, object]:
    """Make a finding of the claim, and hear it on the timeline."""
    find(app, "tree", "Insights").queryComponent().grabFocus()
    write("f")
    statement = find(app, "text", "Statement")
    wait(lambda: is_in(statement, pyatspi.STATE_FOCUSED), "the statement")
    press(RETURN)
    command(app, "ledger")
    press(RETURN)
    find(app, "page tab", "Timeline").queryAction().doAction(0)
    picture = find(app, "list", "Timeline of horizons")
    return {"timeline": wait(lambda: picture[0].name, "a bar"), "bar": picture[0].getRoleName()}


def _named(app: Seen, begins: str) -> Seen:
    return next((one for one in all_below(app) if one.name.startswith(begins)), None)


def tour(app: Seen) -> dict[str, object]:
    """Take the tour from the palette, skip a step, and end it."""
    command(app, "tour")
    press(RETURN)
    card = wait(lambda: _named(app, "Step 1"), "the tour")
    heard = {"step": card.name, "told": card.description, "role": card.getRoleName()}
    find(card, "push button", "Skip This Step").queryAction().doAction(0)
    wait(lambda: card.name.startswith("Step 2"), "the second step")
    heard["unnamed in the tour"] = unnamed(card)
    find(card, "push button", "End the Tour").queryAction().doAction(0)
    return heard


def unnamed(root: Seen) -> list[str]:
    """List what can be pressed or written in and has no name, once nothing goes meanwhile."""
    return list(wait(lambda: (_unnamed(root),), "the controls")[0])


def _unnamed(root: Seen) -> list[str]:
    kinds = ("push button", "check box", "text", "list", "tree", "menu item", "combo box")
    shown = (one for one in all_below(root) if is_in(one, pyatspi.STATE_SHOWING))
    return [one.getRoleName() for one in shown if one.getRoleName() in kinds and not one.name]


def main() -> None:
    desktop = pyatspi.Registry.getDesktop(0)
    app = wait(lambda: next((one for one in desktop if one and one.name == "Meipi"), None), "Meipi")
    heard = walk(app) | see_lists(app) | see_ledger(app) | tour(app)
    print(json.dumps(heard | {"unnamed": unnamed(app)}))


if __name__ == "__main__":
    main()

"""Deeds in words a reader would use: what was done, and which of it was an undo or a redo."""

from collections.abc import Sequence

from core import deeds
from core.library import Past
from gui.parts.lines import one_line
from gui.tongue import phrase, tr

SOURCE = 60  # characters of a file's name in a menu

#: What core calls deeds, once they are done.
DONE = {
    "import": (phrase("Imported an article"), phrase("Imported {:,} articles")),
    "take away": (phrase("Took the article away"), phrase("Took {:,} articles away")),
    "read": (phrase("Marked as read"), phrase("Marked {:,} articles as read")),
    "unread": (phrase("Marked as unread"), phrase("Marked {:,} articles as unread")),
    "highlight": (phrase("Highlighted"), phrase("Highlighted {:,} passages")),
    "recolour": (phrase("Recoloured"), phrase("Recoloured {:,} highlights")),
    "judge": (phrase("Judged"), phrase("Judged {:,} highlights")),
    "colour claims": (phrase("Coloured a claim"), phrase("Coloured {:,} claims")),
    "tag claims": (phrase("Tagged a claim"), phrase("Tagged {:,} claims")),
    "judge claims": (phrase("Judged a claim"), phrase("Judged {:,} claims")),
    "accept": (
        phrase("Accepted the new text"),
        phrase("Accepted the new text of {:,} highlights"),
    ),
    "reach": (
        phrase("The highlight covers other words now"),
        phrase("{:,} highlights cover other words now"),
    ),
    "note": (phrase("Note saved"), phrase("Saved {:,} notes")),
    "tag": (phrase("Tagged"), phrase("Tagged {:,} highlights")),
    "untag": (phrase("Tag dropped"), phrase("Dropped a tag of {:,} highlights")),
    "keep private": (phrase("Kept private"), phrase("Kept {:,} highlights private")),
    "let share": (
        phrase("It may be shared again"),
        phrase("{:,} highlights may be shared again"),
    ),
    "settle": (phrase("Settled"), phrase("Settled {:,} conflicts")),
    "define": (phrase("Saved your term"), phrase("Saved {:,} terms")),
    "teach": (phrase("Taught it as one word"), phrase("Taught {:,} words")),
    "undefine": (phrase("Took your term away"), phrase("Took {:,} terms away")),
    "keep search": (phrase("Saved the search"), phrase("Saved {:,} searches")),
    "mend search": (phrase("Changed the search"), phrase("Changed {:,} searches")),
    "forget search": (phrase("Forgot the search"), phrase("Forgot {:,} searches")),
    "remove": (phrase("Removed the highlight"), phrase("Removed {:,} highlights")),
    "rename tag": (phrase("Renamed the tag"), phrase("Renamed the tag")),
    "describe tag": (phrase("Described the tag"), phrase("Described {:,} tags")),
    "remove tag": (phrase("Removed the tag"), phrase("Removed the tag of {:,} highlights")),
    "join tags": (phrase("Joined the tags"), phrase("Joined the tags of {:,} highlights")),
    "find": (phrase("Made a finding"), phrase("Made a finding on {:,} highlights")),
    "mend finding": (phrase("Changed the finding"), phrase("Changed {:,} findings")),
    "support": (phrase("Added evidence"), phrase("Added evidence to {:,} findings")),
    "unsupport": (phrase("Dropped evidence"), phrase("Dropped evidence of {:,} findings")),
    "judge finding": (phrase("Judged the finding"), phrase("Judged {:,} findings")),
    "tag finding": (phrase("Tagged the finding"), phrase("Tagged {:,} findings")),
    "untag finding": (phrase("Untagged the finding"), phrase("Untagged {:,} findings")),
    "remove finding": (phrase("Removed the finding"), phrase("Removed {:,} findings")),
    "relate": (phrase("Joined the claims"), phrase("Joined the claims of {:,} pairs")),
    "keep apart": (
        phrase("Kept the claims apart"),
        phrase("Kept the claims of {:,} pairs apart"),
    ),
}


def deed_words(name: str, count: int, source: str = "") -> str:
    """Say a deed: "Highlight", "Tag 3 highlights", "Merge from for-anna.meipi"."""
    if source:
        deed = deeds.words(name, 1, tr)
        return tr("{deed} from {source}").format(deed=deed, source=one_line(source, SOURCE))
    return deeds.words(name, count, tr)


def done_words(name: str, count: int) -> str:
    """Say that a deed is done: "Highlighted", "Imported 4 articles"."""
    if name not in DONE:
        return deed_words(name, count)
    one, several = DONE[name]
    return tr(one) if count == 1 else tr(several).format(count)


def told(newest_first: Sequence[Past]) -> list[str]:
    """Say every deed of a history, in its order, with "Undo" or "Redo" where it was one."""
    from core.library.steps import steps  # not for the first picture

    ways = {"undo": f"{tr('Undo')}: ", "redo": f"{tr('Redo')}: "}
    return [
        ways.get(one.way, "") + deed_words(one.past.name, one.past.count, one.source or "")
        for one in steps(newest_first)
    ]

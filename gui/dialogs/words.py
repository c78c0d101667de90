"""Deeds in words a reader would use: what was done, and which of it was an undo or a redo."""

from collections.abc import Iterator, Sequence

from core.library import Past
from gui.highlights.words import one_line

SOURCE = 60  # characters of a file's name in a menu

#: By the name a change is given: how it is said when done to one record, and to several.
DEEDS = {
    "import": ("Import an article", "Import {:,} articles"),
    "take away": ("Take an article away", "Take {:,} articles away"),
    "read": ("Mark as read", "Mark {:,} articles as read"),
    "unread": ("Mark as unread", "Mark {:,} articles as unread"),
    "highlight": ("Highlight", "Highlight {:,} passages"),
    "recolour": ("Recolour", "Recolour {:,} highlights"),
    "judge": ("Judge", "Judge {:,} highlights"),
    "note": ("Note", "Note on {:,} highlights"),
    "tag": ("Tag", "Tag {:,} highlights"),
    "untag": ("Untag", "Untag {:,} highlights"),
    "keep private": ("Keep private", "Keep {:,} highlights private"),
    "let share": ("Let it be shared", "Let {:,} highlights be shared"),
    "settle": ("Settle two versions", "Settle {:,} conflicts"),
    "remove": ("Remove highlight", "Remove {:,} highlights"),
    "join tags": ("Join two tags", "Join the tags of {:,} highlights"),
    "rename tag": ("Rename a tag", "Rename a tag"),
    "describe tag": ("Describe a tag", "Describe {:,} tags"),
    "remove tag": ("Remove a tag", "Remove a tag of {:,} highlights"),
    "merge": ("Merge", "Merge {:,} records"),
    "define": ("Define a term", "Define {:,} terms"),
    "teach": ("Teach a word", "Teach {:,} words"),
    "undefine": ("Take a term away", "Take {:,} terms away"),
    "keep search": ("Save a search", "Save {:,} searches"),
    "mend search": ("Change a saved search", "Change {:,} saved searches"),
    "forget search": ("Forget a saved search", "Forget {:,} saved searches"),
    "find": ("Make a finding", "Make a finding on {:,} highlights"),
    "mend finding": ("Change a finding", "Change {:,} findings"),
    "support": ("Add evidence", "Add evidence to {:,} findings"),
    "unsupport": ("Drop evidence", "Drop evidence of {:,} findings"),
    "judge finding": ("Judge a finding", "Judge {:,} findings"),
    "tag finding": ("Tag a finding", "Tag {:,} findings"),
    "untag finding": ("Untag a finding", "Untag {:,} findings"),
    "remove finding": ("Remove a finding", "Remove {:,} findings"),
    "relate": ("Join two claims", "Join the claims of {:,} pairs"),
    "keep apart": ("Keep two claims apart", "Keep the claims of {:,} pairs apart"),
    "forget pair": ("Forget a pair", "Forget {:,} pairs"),
    "sign": ("Sign with a name", "Sign with {:,} names"),
}

#: The same once it is done.
DONE = {
    "import": ("Imported an article", "Imported {:,} articles"),
    "take away": ("Took the article away", "Took {:,} articles away"),
    "read": ("Marked as read", "Marked {:,} articles as read"),
    "unread": ("Marked as unread", "Marked {:,} articles as unread"),
    "highlight": ("Highlighted", "Highlighted {:,} passages"),
    "recolour": ("Recoloured", "Recoloured {:,} highlights"),
    "judge": ("Judged", "Judged {:,} highlights"),
    "note": ("Note kept", "Kept {:,} notes"),
    "tag": ("Tagged", "Tagged {:,} highlights"),
    "untag": ("Tag dropped", "Dropped a tag of {:,} highlights"),
    "keep private": ("Kept private", "Kept {:,} highlights private"),
    "let share": ("It may be shared again", "{:,} highlights may be shared again"),
    "settle": ("Settled", "Settled {:,} conflicts"),
    "define": ("Kept your term", "Kept {:,} terms"),
    "teach": ("Taught it as one word", "Taught {:,} words"),
    "undefine": ("Took your term away", "Took {:,} terms away"),
    "keep search": ("Saved the search", "Saved {:,} searches"),
    "mend search": ("Changed the search", "Changed {:,} searches"),
    "forget search": ("Forgot the search", "Forgot {:,} searches"),
    "remove": ("Removed the highlight", "Removed {:,} highlights"),
    "rename tag": ("Renamed the tag", "Renamed the tag"),
    "describe tag": ("Described the tag", "Described {:,} tags"),
    "remove tag": ("Removed the tag", "Removed the tag of {:,} highlights"),
    "join tags": ("Joined the tags", "Joined the tags of {:,} highlights"),
    "find": ("Made a finding", "Made a finding on {:,} highlights"),
    "mend finding": ("Changed the finding", "Changed {:,} findings"),
    "support": ("Added evidence", "Added evidence to {:,} findings"),
    "unsupport": ("Dropped evidence", "Dropped evidence of {:,} findings"),
    "judge finding": ("Judged the finding", "Judged {:,} findings"),
    "tag finding": ("Tagged the finding", "Tagged {:,} findings"),
    "untag finding": ("Untagged the finding", "Untagged {:,} findings"),
    "remove finding": ("Removed the finding", "Removed {:,} findings"),
    "relate": ("Joined the claims", "Joined the claims of {:,} pairs"),
    "keep apart": ("Kept the claims apart", "Kept the claims of {:,} pairs apart"),
    "forget pair": ("Forgot the pair", "Forgot {:,} pairs"),
}


def deed_words(name: str, count: int, source: str = "") -> str:
    """Say a deed: "Highlight", "Tag 3 highlights", "Merge from for-anna.meipi"."""
    if source:
        return f"{name.capitalize()} from {one_line(source, SOURCE)}"
    one, several = DEEDS.get(name, (name.capitalize(), name.capitalize() + " {:,} records"))
    return one if count == 1 else several.format(count)


def done_words(name: str, count: int) -> str:
    """Say that a deed is done: "Highlighted", "Imported 4 articles"."""
    one, several = DONE.get(name, (deed_words(name, count),) * 2)
    return one if count == 1 else several.format(count)


def told(newest_first: Sequence[Past]) -> list[str]:
    """Say every deed of a history, in its order, with "Undo" or "Redo" where it was one."""
    return list(_told(newest_first))[::-1]


def _told(newest_first: Sequence[Past]) -> Iterator[str]:
    """Walk forward: the first reversal of a deed undid it, the next did it again."""
    undone: set[str] = set()
    sources = {past.id: past.source for past in newest_first}
    for past in reversed(newest_first):
        source = past.source or sources.get(past.reverses or "") or ""
        said = deed_words(past.name, past.count, source)
        if past.reverses is None:
            yield said
            continue
        way = "Redo" if past.reverses in undone else "Undo"
        undone ^= {past.reverses}
        yield f"{way}: {said}"

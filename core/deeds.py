"""Deeds in words a reader would use: "Highlight", "Tag 3 highlights".

The terminal says them as they stand here, the window in its reader's language. Which of them was
undone, and how it is said of one that is done, is theirs.
"""

from collections.abc import Callable


def phrase(text: str) -> str:
    """Mark what the window says in another language, too."""
    return text


#: By the name a change is given: how it is said when done to one record, and to several.
DEEDS = {
    "import": (phrase("Import an article"), phrase("Import {:,} articles")),
    "take away": (phrase("Take an article away"), phrase("Take {:,} articles away")),
    "read": (phrase("Mark as read"), phrase("Mark {:,} articles as read")),
    "unread": (phrase("Mark as unread"), phrase("Mark {:,} articles as unread")),
    "highlight": (phrase("Highlight"), phrase("Highlight {:,} passages")),
    "recolour": (phrase("Recolour"), phrase("Recolour {:,} highlights")),
    "judge": (phrase("Judge"), phrase("Judge {:,} highlights")),
    "colour claims": (phrase("Colour a claim"), phrase("Colour {:,} claims")),
    "tag claims": (phrase("Tag a claim"), phrase("Tag {:,} claims")),
    "judge claims": (phrase("Judge a claim"), phrase("Judge {:,} claims")),
    "accept": (phrase("Accept the new text"), phrase("Accept the new text of {:,} highlights")),
    "reach": (
        phrase("Change the words of a highlight"),
        phrase("Change the words of {:,} highlights"),
    ),
    "note": (phrase("Note"), phrase("Note on {:,} highlights")),
    "tag": (phrase("Tag"), phrase("Tag {:,} highlights")),
    "untag": (phrase("Untag"), phrase("Untag {:,} highlights")),
    "keep private": (phrase("Keep private"), phrase("Keep {:,} highlights private")),
    "let share": (phrase("Let it be shared"), phrase("Let {:,} highlights be shared")),
    "settle": (phrase("Settle two versions"), phrase("Settle {:,} conflicts")),
    "remove": (phrase("Remove highlight"), phrase("Remove {:,} highlights")),
    "join tags": (phrase("Join two tags"), phrase("Join the tags of {:,} highlights")),
    "rename tag": (phrase("Rename a tag"), phrase("Rename a tag")),
    "describe tag": (phrase("Describe a tag"), phrase("Describe {:,} tags")),
    "remove tag": (phrase("Remove a tag"), phrase("Remove a tag of {:,} highlights")),
    "merge": (phrase("Merge"), phrase("Merge {:,} records")),
    "define": (phrase("Define a term"), phrase("Define {:,} terms")),
    "teach": (phrase("Teach a word"), phrase("Teach {:,} words")),
    "undefine": (phrase("Take a term away"), phrase("Take {:,} terms away")),
    "keep search": (phrase("Save a search"), phrase("Save {:,} searches")),
    "mend search": (phrase("Change a saved search"), phrase("Change {:,} saved searches")),
    "forget search": (
        phrase("Forget a saved search"),
        phrase("Forget {:,} saved searches"),
    ),
    "find": (phrase("Make a finding"), phrase("Make a finding on {:,} highlights")),
    "mend finding": (phrase("Change a finding"), phrase("Change {:,} findings")),
    "support": (phrase("Add evidence"), phrase("Add evidence to {:,} findings")),
    "unsupport": (phrase("Drop evidence"), phrase("Drop evidence of {:,} findings")),
    "judge finding": (phrase("Judge a finding"), phrase("Judge {:,} findings")),
    "tag finding": (phrase("Tag a finding"), phrase("Tag {:,} findings")),
    "untag finding": (phrase("Untag a finding"), phrase("Untag {:,} findings")),
    "remove finding": (phrase("Remove a finding"), phrase("Remove {:,} findings")),
    "relate": (phrase("Join two claims"), phrase("Join the claims of {:,} pairs")),
    "keep apart": (
        phrase("Keep two claims apart"),
        phrase("Keep the claims of {:,} pairs apart"),
    ),
    "bring back": (phrase("Bring back what was written on"), phrase("Bring back {:,} records")),
    "sign": (phrase("Sign with a name"), phrase("Sign with {:,} names")),
}


def words(name: str, count: int, say: Callable[[str], str] = str) -> str:
    """Say a deed that was done to so many records. `say` gives a phrase in another language."""
    if name not in DEEDS:
        return name.capitalize() if count == 1 else f"{name.capitalize()} {count:,}"
    one, several = DEEDS[name]
    return say(one) if count == 1 else say(several).format(count)

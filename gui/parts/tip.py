"""What a tool tip says, as text, whatever it looks like: Qt would take markup for markup."""

#: As Python's `html` has it, which brings two thousand names of characters along.
_MARKS = {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#x27;",
}


def escape(text: str) -> str:
    """Give a text as it is written among markup."""
    return text.translate(_MARKS)


def tip(*said: str | None) -> str:
    """Give the lines of a tip, those that say nothing left out; it is wrapped where it is long."""
    return f"<qt>{'<br>'.join(escape(line) for line in said if line)}</qt>"

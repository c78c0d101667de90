"""What a tool tip says, as text, whatever it looks like: Qt would take markup for markup."""

from gui.parts.lines import TURNING


def tip(*said: str | None) -> str:
    """Give the lines of a tip, those that say nothing left out; it is wrapped where it is long."""
    from html import escape  # not needed for the first picture

    return f"<qt>{'<br>'.join(escape(line.translate(TURNING)) for line in said if line)}</qt>"

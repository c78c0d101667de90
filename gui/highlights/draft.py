"""What is typed, against what is kept: the rule by which no keystroke is lost.

Three texts of one note: `typed` here, `sent` to be kept, and `kept` in the library as last heard.
"""


class Draft:
    """One highlight's note while it is open."""

    def __init__(self, kept: str = "") -> None:
        self.typed = self.kept = kept
        self.sent: str | None = None
        self.elsewhere: str | None = None

    @property
    def is_kept(self) -> bool:
        return self.typed == self.kept and self.sent is None

    def is_due(self) -> bool:
        """Tell whether something was typed that was not sent."""
        return self.typed != (self.kept if self.sent is None else self.sent)

    def send(self) -> str:
        self.sent = self.typed
        return self.sent

    def confirm(self) -> None:
        """Hear that what was sent is kept."""
        if self.sent is not None:
            self.kept, self.sent = self.sent, None

    def hear(self, kept: str, *, busy: bool = False) -> bool:
        """Hear what the library has; tell whether the field has to show that instead.

        It has where nothing was typed since; else what is typed stays, `elsewhere` has the other.
        """
        if kept == self.kept:
            return False
        untouched = self.is_kept and not busy
        self.kept = kept
        if kept == self.sent:
            self.sent = None
            return False
        if kept == self.typed:
            self.sent = self.elsewhere = None
            return False
        self.elsewhere = None if untouched else kept
        if untouched:
            self.typed = kept
        return untouched

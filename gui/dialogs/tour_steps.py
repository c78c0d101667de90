"""The steps of the tour, in words. When one is done is `touring`'s to say."""

from dataclasses import dataclass

from gui.tongue import phrase


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it asks for, and beside what it is told. `{highlight}` is that command's key."""

    title: str
    told: str
    beside: str


STEPS = (
    Step(
        phrase("Open an article"),
        phrase("Click one in the list, or go on to the next with {next_article}."),
        "list",
    ),
    Step(
        phrase("Highlight what matters"),
        phrase(
            "Go to a claim with {next_claim}, or drag over some of its words."
            " Then press {highlight}."
        ),
        "tree",
    ),
    Step(
        phrase("Tag it"),
        phrase("Press {tag}, write a word of your own, such as forecast, and press Enter."),
        "tree",
    ),
    Step(
        phrase("Find it in the other language"),
        phrase(
            "Press {search} and type 稀土: “rare earth” is found as well. Typing xitu finds both."
        ),
        "search",
    ),
)
LAST = Step(
    phrase("That is the main job"),
    phrase(
        "{undo} takes back what you did here. {palette} finds every command, {keys} shows the keys."
        " The tour is in the Help menu."
    ),
    "search",
)

"""Which pairs of claims are shown: those proposed, or those judged one way or the other."""

from gui.tongue import phrase

NONE = phrase(
    "No two claims seem to contradict, to echo or to update one another. Meipi looks again after "
    "every import, and proposes only what it is nearly sure of."
)
NONE_CONFIRMED = phrase("No pair was confirmed. C confirms the one that is chosen.")
NONE_DISMISSED = phrase("No pair was dismissed. D dismisses the one that is chosen.")
#: What can be shown, with the verdict on it, and what is said where there is none.
SHOWN = (
    (phrase("Proposed"), None, NONE),
    (phrase("Confirmed"), True, NONE_CONFIRMED),
    (phrase("Dismissed"), False, NONE_DISMISSED),
)

"""What is said on the terminal that Meipi was started from, where there is one.

A program of Windows that has no console of its own has no streams, and a terminal may be closed
while the window stays: what is said then is lost, and nothing else.
"""

import sys
from contextlib import suppress


def tell(text: str) -> None:
    """Say something, line breaks and all."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):  # gone, or closed
            sys.stderr.write(text)
            sys.stderr.flush()

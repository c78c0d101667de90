"""What is proposed of a whole library: its claims side by side, without what was judged.

For a window that lives on, `table` and `Table.add` tell what an import brings without asking again
for all that was there.
"""

from collections.abc import Iterable

from core.finding import Pair
from core.library import Reader
from core.progress import Progress, silent
from core.relate.proposal import Proposal
from core.relate.table import Table


def propose(
    reader: Reader, pairs: Iterable[Pair] = (), progress: Progress = silent
) -> list[Proposal]:
    """Give the pairs of a library that seem to belong together, by time; those judged are left out.

    Takes seconds where there are many claims: run it on a worker. `progress(done, total)` is told
    how far it is, and may raise to stop.
    """
    return opened(reader, pairs, progress)[1]


def opened(
    reader: Reader, pairs: Iterable[Pair] = (), progress: Progress = silent
) -> tuple[Table, list[Proposal]]:
    """Give what is proposed of a library, and the table, to be told of what comes later."""
    table = Table(reader.terms(), pairs)
    return table, table.add(reader.claims(tell=lambda: progress(0, 0)), progress)

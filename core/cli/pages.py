"""The pages that a name given to --page means."""

from core.errors import NotFound
from core.library import Reader
from core.outline import normal


def of_name(reader: Reader, name: str) -> frozenset[str] | None:
    """Give the ids of the page of this name, else of those that hold it; None of no page at all."""
    wanted = normal(name)
    if not wanted:
        return None
    known = [(page, normal(called)) for page, called in reader.pages()]
    found = [page for page, called in known if called == wanted]
    found = found or [page for page, called in known if wanted in called]
    if not found:
        raise NotFound(f"No article came from a page {name!r}.", "`meipi list --json` names them.")
    return frozenset(found)

"""What a name on the command line means: the pages given to --page, the tag given to --tag."""

from collections.abc import Iterable, Sequence

from core.errors import NotFound
from core.library import Reader
from core.model import Tag
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


def tag_path(known: Iterable[Tag], name: str) -> str:
    """Give the path of the tag that is also called so; else the name as a path of its own."""
    path, wanted = name.strip("/"), normal(name)
    known = tuple(known)
    if any(f"{normal(tag.path)}/".startswith(f"{normal(path)}/") for tag in known):
        return path
    called = (tag.path for tag in known if wanted in map(normal, tag.aliases))
    return next(called, path)


def under(known: Sequence[Tag], names: Iterable[str]) -> set[str]:
    """Give the ids of the tags of these names and of those under them."""
    found = set[str]()
    for name in names:
        key = normal(tag_path(known, name))
        these = {tag.id for tag in known if f"{normal(tag.path)}/".startswith(f"{key}/")}
        if not these:
            raise NotFound(f"There is no tag {name!r}.", "`meipi tags` shows them all.")
        found |= these
    return found

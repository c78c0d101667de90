"""The tag that a query asks for alone: it is asked for by the name that it has now."""

from collections.abc import Sequence

from core.model import Tag


def tag_asked(query: str, known: Sequence[Tag]) -> str:
    """Give the id of the tag that a query asks for by its path or name, and for nothing else."""
    from core.outline import normal  # not for the first picture
    from core.query import asked, parse  # not for the first picture

    clauses = parse(query).all
    if len(clauses) != 1 or clauses[0].negated or len(clauses[0].options) != 1:
        return ""
    atom = clauses[0].options[0]
    if atom.field != "tag":
        return ""
    wanted = normal(atom.text)
    by_path = [one.id for one in known if normal(asked(one.path)) == wanted]
    found = by_path or [one.id for one in known if normal(asked(one.name)) == wanted]
    return found[0] if len(found) == 1 else ""


def query_of(tag: str, known: Sequence[Tag]) -> str:
    """Give the query for a tag as it is called now; "" if it is gone."""
    from core.query import spelt

    return next((spelt("tag", one.path) for one in known if one.id == tag), "")

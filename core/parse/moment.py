"""A time that stands alone, in a cell of a table or a field of JSON."""

from core.parse.lines import canonical
from core.parse.meta import read_meta


def told(said: str) -> str:
    """Give the time as the site writes its own; "" where there is none, or more than that."""
    meta = read_meta(f"- · {canonical(said)}")
    is_time = meta is not None and meta.masthead.source == "-" and not meta.rest
    return (meta.masthead.published or "") if meta and is_time else ""

"""What a library says, in the words of the model that is held against it."""

from core.finding import Finding
from core.model import Article, Highlight, Passage

Key = tuple[str, str]
Mark = tuple[str, str, str, str, list[str]]
Told = tuple[str, str, str, str, list[str], list[str]]
State = dict[Key, object]


def passage(article: Article) -> Passage:
    node = article.edition.nodes[1]
    return Passage(article.id, article.edition.id, 1, 2, 9, node.text[2:9])


def mark(one: Highlight, tags: dict[str, str]) -> Mark:
    return (
        one.id,
        one.colour.value,
        one.note,
        one.stance.value,
        sorted(tags[tag] for tag in one.tags),
    )


def finding(one: Finding, tags: dict[str, str]) -> Told:
    return (
        one.id,
        one.statement,
        "" if one.confidence is None else str(one.confidence),
        one.outcome.result.value if one.outcome else "",
        sorted(f"{evidence.highlight} {evidence.bearing}" for evidence in one.evidence),
        sorted(tags[tag] for tag in one.tags),
    )


def made(paths: "set[str] | list[str]") -> State:
    """Name the tags that a deed with these makes, where they are not there: with their parents."""
    made: State = {}
    for path in paths:
        names = path.split("/")
        made |= {("/".join(names[:depth]), "tag"): True for depth in range(1, len(names) + 1)}
    return made

"""An article as a few plain lines, to compare with what was expected."""

from core.model import Article, Kind


def outlined(article: Article) -> list[str]:
    """Give a line for each row: its depth as spaces, its kind where it is not plain, its text."""
    return [
        "  " * node.depth
        + {Kind.CLAIM: "- ", Kind.BLOCK: "| "}.get(node.kind, f"{node.kind.value}: ")
        + node.text
        + "".join(f"[{number}]" for number in node.citations)
        + (" (cut)" if node.truncated else "")
        for node in article.edition.nodes
    ]

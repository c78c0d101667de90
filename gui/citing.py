"""Claims on the same passages as the current one: lit together, and gone through one by one."""

from core import cites
from gui.insights.view import InsightView


def go_on(tree: InsightView) -> str:
    """Light the claims on the current one's passages and go to the next; say what is lit."""
    annotated, here = tree.annotated, tree.position()
    if annotated is None or here is None:
        return "Choose a claim first."
    nodes = annotated.article.edition.nodes
    cited = list(dict.fromkeys(nodes[here].citations))
    if not cited:
        return "This claim cites no passage."
    others = cites.beside(nodes, here)
    name = _passages(cited)
    if not others:
        return f"No other claim is on {name}."
    together = sorted((here, *others))
    tree.light({position: [(0, len(nodes[position].text))] for position in together})
    tree.go_to(next((one for one in others if one > here), others[0]))
    return f"{len(together)} claims on {name}."


def _passages(cited: list[int]) -> str:
    numbers = list(map(str, cited))
    if len(numbers) == 1:
        return f"passage {numbers[0]}"
    return f"passages {', '.join(numbers[:-1])} and {numbers[-1]}"

"""Claims on the same passages as the current one: lit together, and gone through one by one."""

from core import cites
from gui.insights.view import InsightView
from gui.tongue import tr


def go_on(tree: InsightView) -> str:
    """Light the claims on the current one's passages and go to the next; say what is lit."""
    annotated, here = tree.annotated, tree.position()
    if annotated is None or here is None:
        return tr("Choose a claim first.")
    nodes = annotated.article.edition.nodes
    cited = list(dict.fromkeys(nodes[here].citations))
    if not cited:
        return tr("This claim cites no passage.")
    others = cites.beside(nodes, here)
    name = _passages(cited)
    if not others:
        return tr("No other claim is on {name}.").format(name=name)
    together = sorted((here, *others))
    tree.light({position: [(0, len(nodes[position].text))] for position in together})
    tree.go_to(next((one for one in others if one > here), others[0]))
    return tr("%n claim(s) on {name}.", "", len(together)).format(name=name)


def _passages(cited: list[int]) -> str:
    numbers = list(map(str, cited))
    if len(numbers) == 1:
        return tr("passage {0}").format(numbers[0])
    return tr("passages {0} and {1}").format(tr(", ").join(numbers[:-1]), numbers[-1])

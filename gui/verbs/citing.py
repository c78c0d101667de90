"""Claims on the same passages as the current one: lit together, and gone through one by one."""

from core import cites
from gui.insights.view import InsightView
from gui.tongue import tr


def go_on(tree: InsightView) -> str:
    """Light the claims on the current one's passages and go to the next; say what is lit."""
    annotated, here = tree.annotated, tree.node()
    if annotated is None or here is None or here < 0:
        return tr("Choose a claim first.")
    nodes = annotated.article.edition.nodes
    cited = list(dict.fromkeys(nodes[here].citations))
    if not cited:
        return tr("This claim cites no passage.")
    rows = tree.rows_of_article()
    others = [one for one in cites.beside(nodes, here) if one in rows]
    name = _passages(cited)
    if not others:
        return tr("No other claim is on {name}.").format(name=name)
    together = sorted((here, *others))
    tree.light({rows[one]: [(0, len(nodes[one].text))] for one in together})
    tree.go_to(rows[next((one for one in others if one > here), others[0])])
    return tr("%n claim(s) on {name}.", "", len(together)).format(name=name)


def _passages(cited: list[int]) -> str:
    numbers = list(map(str, cited))
    if len(numbers) == 1:
        return tr("passage {0}").format(numbers[0])
    return tr("passages {0} and {1}").format(tr(", ").join(numbers[:-1]), numbers[-1])

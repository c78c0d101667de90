"""How two claims stand to one another, each rule asked of every frame."""

from itertools import product

from core.finding import Relation
from core.relate import contradict, update
from core.relate.echo import tells_the_same
from core.relate.read import Said
from core.relate.reason import Reason

RULES = {Relation.CONTRADICTS: contradict.between, Relation.UPDATES: update.between}


def judge(said: Said, heard: Said) -> tuple[Relation, Reason] | None:
    """Give how two claims stand to one another, and why; None where nothing is sure."""
    for relation, rule in RULES.items():
        for mine, theirs in product(said.frames, heard.frames):
            if reason := rule(said, mine, heard, theirs):
                return relation, reason
    same = tells_the_same(said, heard)
    return (Relation.ECHOES, same) if same else None

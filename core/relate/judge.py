"""How two claims stand to one another: the one question that the rules answer together."""

from core.finding import Relation
from core.relate.contradict import contradiction
from core.relate.echo import tells_the_same
from core.relate.read import Said
from core.relate.reason import Reason
from core.relate.update import updating


def judge(said: Said, heard: Said) -> tuple[Relation, Reason] | None:
    """Give how two claims stand to one another, and why; None where nothing is sure."""
    if found := contradiction(said, heard):
        return Relation.CONTRADICTS, found
    if found := updating(said, heard):
        return Relation.UPDATES, found
    if found := tells_the_same(said, heard):
        return Relation.ECHOES, found
    return None

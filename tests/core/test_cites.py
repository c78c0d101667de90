"""Which claims stand on which passages: values in, values out."""

from hypothesis import given
from hypothesis import strategies as st

from core import cites
from core.model import Article, Body, Kind, Masthead, Node
from core.outline import claims, compose, uncited

CITED = st.lists(st.lists(st.integers(1, 5), max_size=3).map(tuple), min_size=1, max_size=12)


def article(*cited: tuple[int, ...], title: str = "稀土", heads: int = 1) -> Article:
    """Compose an article with these citations, its claims under so many heads."""
    rows: list[Node] = []
    for number, numbers in enumerate(cited):
        if number * heads // len(cited) == sum(row.kind is Kind.GROUP for row in rows):
            rows.append(Node(len(rows), 0, Kind.GROUP, f"Group {number}", "Head", 1))
        rows.append(Node(len(rows), 1, Kind.CLAIM, f"Claim {number}", citations=numbers))
    return compose(Masthead(title, "S", "2025-11-09 04:46"), rows, "text", Body.SUMMARY)


def test_claims_share_a_passage():
    nodes = article((1,), (1, 3), (3,), (5,)).edition.nodes
    assert cites.passages(nodes) == {1: (1, 2), 3: (2, 3), 5: (4,)}
    assert cites.beside(nodes, 2) == (1, 3)
    assert cites.beside(nodes, 4) == ()


def test_a_passage_cited_twice_in_a_claim_is_one():
    nodes = article((2, 2)).edition.nodes
    assert cites.passages(nodes) == {2: (1,)}


def test_a_citation_is_missing_where_those_beside_have_one():
    assert uncited(article((1,), (), (2,)).edition.nodes) == {2}
    assert uncited(article((), (), (2,)).edition.nodes) == set()
    assert uncited(article((), ()).edition.nodes) == set()
    assert uncited(article((1,), (2,), (), (), heads=2).edition.nodes) == set()


def test_what_was_cut_off_may_have_lost_its_citation():
    head = Node(0, 0, Kind.GROUP, "Group 1", "Head", 1)
    cut = Node(2, 1, Kind.CLAIM, "Claim that bre", truncated=True)
    assert uncited([head, Node(1, 1, Kind.CLAIM, "Claim", citations=(1,)), cut]) == set()


def test_all_that_is_asked_of_a_finding_is_whether_it_rests_on_one_passage():
    one, other = article((1,), (1, 2), ()), article((1,), title="锂")
    assert cites.only_passage([(one, 1)]) == (one.id, 1)
    assert cites.only_passage([(one, 1), (one, 2)]) is None
    assert cites.only_passage([(one, 1), (other, 1)]) is None
    assert cites.only_passage([(one, 1), (one, 3)]) is None
    assert cites.only_passage([]) is None


@given(CITED)
def test_to_stand_beside_is_mutual(cited):
    nodes = article(*cited).edition.nodes
    for node in claims(nodes):
        for other in cites.beside(nodes, node.position):
            assert node.position in cites.beside(nodes, other)


@given(CITED)
def test_every_citation_is_told_once(cited):
    nodes = article(*cited).edition.nodes
    told = sorted((p, n) for p, places in cites.passages(nodes).items() for n in places)
    assert told == sorted({(p, one.position) for one in claims(nodes) for p in one.citations})

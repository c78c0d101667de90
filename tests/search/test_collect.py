"""Claims of many articles, as a query is about them."""

import pytest

from core import annotate
from core.anchor import describe
from core.library import Library
from core.model import Article, Colour
from core.search import Part, collect, rows
from tests.given import made


@pytest.fixture
def two(library: Library) -> tuple[Article, Article]:
    """Two articles, each with a claim on years that is tagged, and one of them noted."""
    one = made("中国稀土", "It takes ten years", "Prices rose", "A mine opened in ten places")
    other = made("芯片", "Chips take five years", "Prices of chips fell")
    library.commit(library.add([one, other]).change)
    for article, colour in ((one, Colour.RED), (other, Colour.BLUE)):
        passage = describe(article, 1, 0, 8)
        new = library.commit(annotate.highlight(passage, colour)).edits[0].record
        mark = library.highlight(new)
        library.commit(annotate.tag([mark], "claim/forecast", library.tags()))
    library.commit(annotate.note(library.highlight(new), "not the spring harvest"))
    return one, other


def found(library: Library, query: str) -> list[Part]:
    articles = [card.id for card in library.cards(rows(library, query))]
    return collect(library, query, articles)


def claims(library: Library, query: str) -> dict[str, list[int]]:
    return {p.annotated.article.title: sorted(p.claims) for p in found(library, query)}


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("tag:forecast", {"中国稀土": [1], "芯片": [1]}),
        ("tag:claim", {"中国稀土": [1], "芯片": [1]}),
        ("colour:red", {"中国稀土": [1]}),
        ("is:highlighted", {"中国稀土": [1], "芯片": [1]}),
        ("has:note", {"芯片": [1]}),
        ("note:harvest", {"芯片": [1]}),
        ("author:Anna colour:blue", {"芯片": [1]}),
        ("prices", {"中国稀土": [2], "芯片": [2]}),
        ("ten", {"中国稀土": [1, 3]}),
        ("years OR prices", {"中国稀土": [1, 2], "芯片": [1, 2]}),
        ("prices -fell", {"中国稀土": [2]}),
        ("source:观察者网 -fell", {"中国稀土": [1, 2, 3]}),
        ("source:观察者网", {"中国稀土": [1, 2, 3], "芯片": [1, 2]}),
    ],
)
def test_claims_are_told_that_say_or_carry_what_is_asked(
    library: Library, query: str, told: dict[str, list[int]]
) -> None:
    assert claims(library, query) == told


@pytest.mark.usefixtures("two")
def test_of_two_things_asked_a_claim_says_both_where_one_does(library: Library) -> None:
    assert claims(library, "ten years")["中国稀土"] == [1]
    assert claims(library, "tag:forecast prices") == {"中国稀土": [1, 2], "芯片": [1, 2]}


@pytest.mark.usefixtures("two")
def test_an_article_found_by_its_title_alone_has_no_claims(library: Library) -> None:
    assert claims(library, "title:芯片") == {"芯片": [1, 2]}
    assert claims(library, "中国稀土") == {"中国稀土": []}


@pytest.mark.usefixtures("two")
def test_words_are_lit_and_claims_stand_under_their_sections(library: Library) -> None:
    part = next(p for p in found(library, "rose") if p.annotated.article.title == "中国稀土")
    assert part.rows == (0, 2)
    assert part.lit == {2: ((7, 11),)}


def test_words_side_by_side_are_lit_as_one_and_words_apart_as_two(library: Library) -> None:
    text = "Rare earths are mined; earths that are rare"
    library.commit(library.add([made("One", text)]).change)
    (part,) = found(library, "rare earths")
    (spans,) = part.lit.values()
    assert [text[start:end] for start, end in spans] == ["Rare earths", "earths", "rare"]


@pytest.mark.usefixtures("two")
def test_the_rows_alone_are_an_article_with_their_marks(library: Library) -> None:
    (part,) = found(library, "colour:red")
    alone = part.alone()
    assert [node.text for node in alone.article.edition.nodes] == [
        "Group 1: Supply",
        "It takes ten years",
    ]
    assert [one.node for one in alone.placed] == [1]


def test_hidden_readers_carry_nothing(library: Library, two: tuple[Article, Article]) -> None:
    author = library.author.id
    (part,) = collect(library, "tag:forecast", [two[0].id], frozenset({author}))
    assert not part.claims


def test_what_is_gone_is_left_out(library: Library, two: tuple[Article, Article]) -> None:
    library.commit(annotate.take_away([two[0].id]))
    assert [p.annotated.article.id for p in collect(library, "years", [a.id for a in two])] == [
        two[1].id
    ]

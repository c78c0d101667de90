"""Claims of a library are laid beside one another as they come; what was judged is left out."""

from dataclasses import replace
from itertools import pairwise

import pytest

from core.finding import Pair, Relation
from core.library import Library
from core.model import Article, Kind
from core.outline import compose
from core.relate import Proposal, Table, claims, opened, propose
from tests.generate import articles
from tests.given import made

LONG = "A secure rare earth supply chain could take 10 to 20 years to build"
SHORT = "Building a secure rare earth supply chain will take 5 years"
OTHER = "Copper inventories in Chile fell in October"


def by(source: str, *texts: str, title: str = "稀土") -> Article:
    return made(title, *texts, source=source)


def judged(one: Proposal, *, confirmed: bool) -> Pair:
    return Pair(one.id, one.relation, one.one, one.other, confirmed, "anna", 1)


@pytest.fixture
def shelf(library: Library) -> Library:
    library.commit(library.add([by("A", LONG, OTHER), by("B", SHORT)]).change)
    return library


def test_two_claims_of_two_sources_are_proposed_with_their_figures_and_a_reason(shelf):
    (one,) = propose(shelf)
    quotes = {one.one.quote, one.other.quote}
    assert quotes == {LONG, SHORT}
    assert one.relation is Relation.CONTRADICTS
    assert one.reason in (
        "10–20 years against 5 years: secure rare earth supply chain.",
        "5 years against 10–20 years: secure rare earth supply chain.",
    )
    figures = {one.one.quote[slice(*one.one_span)], one.other.quote[slice(*one.other_span)]}
    assert figures == {"10 to 20 years", "5 years"}


SALES = "Retail sales rose {} year-on-year in {} 2025"


def monthly(month: str, figure: str, published: str, source: str = "A") -> Article:
    text = SALES.format(figure, month)
    return made(f"{month}零售", text, source=source, published=f"{published} 10:00")


def test_a_later_figure_of_the_same_source_is_an_update_of_the_one_before(library):
    months = [
        monthly("October", "2.9%", "2025-11-14"),
        monthly("September", "3.0%", "2025-10-20"),
        monthly("November", "1.3%", "2025-12-15"),
        monthly("November", "9.9%", "2025-12-16", source="B"),
    ]
    library.commit(library.add(months).change)
    found = [one for one in propose(library) if one.relation is Relation.UPDATES]
    assert [one.reason for one in found] == [
        "Up 3% year-on-year in 2025-09, then up 2.9% year-on-year in 2025-10: Retail sales.",
        "Up 2.9% year-on-year in 2025-10, then up 1.3% year-on-year in 2025-11: Retail sales.",
    ]
    for one in found:
        figures = {one.one.quote[slice(*one.one_span)], one.other.quote[slice(*one.other_span)]}
        assert "2.9%" in figures
        assert len(figures) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("the first half of 2025", "H1 2025"), ("the second half of 2025", "H2 2025")),
        (("the third quarter of 2025", "Q3 2025"), ("Q4 2025", "Q4 2025")),
        (("2025年上半年", "H1 2025"), ("2025年下半年", "H2 2025")),
    ],
)
def test_halves_and_quarters_are_named_in_the_reason_as_figures_name_them(library, first, second):
    made_of = [("3%", "2025-11-14", *first), ("1.3%", "2025-12-15", *second)]
    texts = [
        (f"Retail sales rose {much} year-on-year in {when}", day) for much, day, when, _ in made_of
    ]
    shelf = [made(text, text, source="A", published=f"{day} 10:00") for text, day in texts]
    library.commit(library.add(shelf).change)
    (one,) = propose(library)
    assert one.reason == (
        f"Up 3% year-on-year in {first[1]}, then up 1.3% year-on-year in {second[1]}: Retail sales."
    )


def test_a_story_told_with_one_of_its_three_figures_left_out_is_an_echo(library):
    told = [
        "Northern Mining sold 4,215 tonnes for $318.5 million at 2,417 sites",
        "Some 4,215 tonnes were sold by Northern Mining for $318.5 million",
    ]
    shelf = [by(source, text) for source, text in zip("AB", told, strict=True)]
    library.commit(library.add(shelf).change)
    assert [one.relation for one in propose(library)] == [Relation.ECHOES]


def test_a_figure_of_the_same_time_said_anew_has_its_day_in_the_reason(library):
    first = monthly("October", "2.9%", "2025-11-14")
    library.commit(library.add([first, monthly("October", "3.4%", "2025-12-01")]).change)
    (one,) = propose(library)
    before, after = "up 2.9% year-on-year on 2025-11-14", "up 3.4% year-on-year on 2025-12-01"
    assert one.relation is Relation.UPDATES
    assert one.reason.lower() == f"{before}, then {after}: retail sales."


def test_what_was_judged_is_not_proposed_again(shelf):
    (one,) = propose(shelf)
    for confirmed in (True, False):
        assert propose(shelf, [judged(one, confirmed=confirmed)]) == []


def test_a_judged_pair_stays_judged_in_another_edition_with_the_same_figures(shelf):
    (one,) = propose(shelf)
    pairs = [judged(one, confirmed=False)]
    shelf.commit(shelf.add([by("A", LONG + " up", OTHER)]).change)
    assert propose(shelf, pairs) == []
    changed = LONG.replace("10 to 20", "12 to 30")
    shelf.commit(shelf.add([by("A", changed, OTHER)]).change)
    assert len(propose(shelf, pairs)) == 1


def test_an_import_is_laid_beside_what_is_there(shelf):
    table, first = opened(shelf)
    late = by("C", "It takes three years to build a secure rare earth supply chain")
    shelf.commit(shelf.add([late]).change)
    found = table.add(shelf.claims([late.id]))
    assert {late.id in (one.one.article, one.other.article) for one in found} == {True}
    assert {one.id for one in (*first, *found)} == {one.id for one in propose(shelf)}


def test_an_article_that_comes_again_takes_the_place_of_the_one_before(shelf):
    table, _ = opened(shelf)
    again = by("B", SHORT.replace("5 years", "15 years"))
    shelf.commit(shelf.add([again]).change)
    assert table.add(shelf.claims([again.id])) == []
    late = by("C", "It takes 15 years to build a secure rare earth supply chain")
    assert [one for one in table.add(claims(late)) if one.relation is Relation.CONTRADICTS] == []


def test_an_article_that_was_taken_away_is_left_out(shelf):
    table, _ = opened(shelf)
    late = by("C", SHORT.replace("5", "4"))
    away = {one.one.article for one in propose(shelf)} | {
        one.other.article for one in propose(shelf)
    }
    table.forget(away)
    assert table.add(claims(late)) == []


def test_a_form_that_stands_in_many_articles_is_no_echo():
    text = "Investors in lithium, cobalt and nickel should watch the policy of Indonesia and Chile"
    many = [by(f"Source {number}", text, title=f"Title {number}") for number in range(12)]
    found = Table().add(one for article in many for one in claims(article))
    assert len(found) < 12


def test_progress_is_told_and_may_stop_it():
    some = [one for article in articles(30) for one in claims(article)]
    told: list[tuple[int, int]] = []
    Table().add(some, lambda done, total: told.append((done, total)))
    assert told[-1] == (len(some), len(some))
    assert all(first < second for first, second in pairwise(done for done, _ in told))

    def stop(done: int, total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        Table().add(some, stop)


def test_the_order_in_which_claims_come_does_not_matter(shelf):
    forth = shelf.claims()
    back = Table().add(reversed(forth))
    assert {one.id for one in back} == {one.id for one in Table().add(forth)}


def test_a_library_tells_its_claims_as_an_article_does(shelf):
    some = list(articles(20))
    shelf.commit(shelf.add(some).change)
    assert shelf.claims([one.id for one in some[:5]]) == [
        claim
        for one in sorted(some[:5], key=lambda one: shelf.row(one.id) or 0)
        for claim in claims(one)
    ]
    assert len(shelf.claims()) == 3 + sum(
        node.kind is Kind.CLAIM for one in some for node in one.edition.nodes
    )


def test_the_pair_has_the_same_id_in_another_edition(shelf):
    (one,) = propose(shelf)
    longer = by("A", LONG, OTHER)
    rows = longer.edition.nodes
    moved = compose(
        longer.masthead,
        [*rows[:1], *(replace(row, depth=2) for row in rows[1:])],
        "x",
        longer.edition.body,
    )
    shelf.commit(shelf.add([moved]).change)
    assert [again.id for again in propose(shelf)] == [one.id]

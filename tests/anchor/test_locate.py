"""A passage is found again where its own characters went, or nowhere.

Characters carry their origin through every edit, so what is right owes nothing to the code.
"""

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.anchor import Locator, Placement, describe, locate
from core.model import Anchoring, Article, Passage
from tests.bench.anchors import (
    EDITS,
    any_passage,
    cells,
    edition_of,
    judge,
    old_edition,
)

seeds = st.integers(0, 1 << 32).map(random.Random)
laws = settings(max_examples=60)


def article(*texts: str) -> Article:
    return edition_of([[(char, None) for char in text] for text in texts])


def quoted(old: Article, quote: str) -> Passage:
    node = next(node for node in old.edition.nodes if quote in node.text)
    start = node.text.index(quote)
    return describe(old, node.position, start, start + len(quote))


def found(quote: str, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Placement, str | None]:
    """Find a quote of one text in another; give the place, and what stands there."""
    before, after = article(*old), article(*new)
    placement = locate(quoted(before, quote), before.edition, after.edition)
    if placement.node is None:
        return placement, None
    return placement, new[placement.node][placement.start : placement.end]


def edited(chance: random.Random, kind: str) -> tuple[Placement, str]:
    """Edit an article; find a passage again; judge."""
    old = old_edition(chance, 12)
    passage = any_passage(chance, old)
    rows = EDITS[kind](chance, cells(old), passage)
    new = edition_of(rows).edition
    if kind == "claims inserted":  # of two that say the same, nobody can tell which was marked
        marked = old.edition.nodes[passage.node].text
        assume(sum(node.text == marked for node in new.nodes) == 1)
    placement = locate(passage, old.edition, new)
    return placement, judge(placement, rows, passage)


# Laws


@laws
@given(seeds)
def test_the_same_edition_gives_the_span_itself(chance):
    old = old_edition(chance, 12)
    passage = any_passage(chance, old)
    expected = Placement(passage.node, passage.start, passage.end, Anchoring.SAME)
    assert locate(passage, old.edition, old.edition) == expected


@laws
@given(st.sampled_from(["claims inserted", "claims shuffled", "claim moved"]), seeds)
def test_other_claims_put_before_between_and_after_change_nothing(kind, chance):
    assert edited(chance, kind)[1] == "right"


@laws
@given(seeds)
def test_other_claims_taken_away_never_give_a_wrong_place(chance):
    old = old_edition(chance, 12)
    passage = any_passage(chance, old)
    rows = [row for k, row in enumerate(cells(old)) if k == passage.node or chance.random() < 0.6]
    placement = locate(passage, old.edition, edition_of(rows).edition)
    assert judge(placement, rows, passage) == "right"


@laws
@given(st.sampled_from(["width", "spaces, zero-width", "traditional", "NFD, capitals"]), seeds)
def test_another_way_of_writing_is_the_same_text(kind, chance):
    placement, verdict = edited(chance, kind)
    assert (placement.anchoring, verdict) == (Anchoring.SAME, "right")


@laws
@given(seeds)
def test_copies_of_a_claim_never_draw_a_passage_away(chance):
    assert edited(chance, "3 copies of the claim")[1] == "right"


@laws
@given(seeds)
def test_copies_of_a_quote_never_draw_it_away(chance):
    assert edited(chance, "quote copied elsewhere")[1] != "wrong"


@laws
@given(seeds)
def test_a_passage_of_a_deleted_claim_has_no_place(chance):
    old = old_edition(chance, 12)
    passage = any_passage(chance, old)
    rows = [row for k, row in enumerate(cells(old)) if k != passage.node]
    assert locate(passage, old.edition, edition_of(rows).edition).node is None


@laws
@given(seeds)
def test_a_quote_whose_figures_changed_has_no_place(chance):
    old = old_edition(chance, 12)
    passage = any_passage(chance, old)
    assume(any(char.isdigit() for char in passage.quote))
    rows = cells(old)
    rows[passage.node] = [
        cell
        for char, origin in rows[passage.node]
        for cell in ([(char, origin), ("8", None)] if char.isdigit() else [(char, origin)])
    ]
    assert locate(passage, old.edition, edition_of(rows).edition).node is None


@laws
@given(seeds)
def test_one_locator_answers_for_many_as_for_each(chance):
    old = old_edition(chance, 12)
    passages = [any_passage(chance, old) for _ in range(5)]
    new = edition_of(EDITS["revised"](chance, cells(old), passages[0])).edition
    locator = Locator(old.edition, new)
    one_by_one = [locate(passage, old.edition, new) for passage in passages]
    assert [locator.locate(passage) for passage in passages] == one_by_one


# Cases

CLAIM = "Output of rare earth magnets in China rose 12% to 700 tons"
OTHER = "Prices of copper fell as traders waited for the ministry"
THIRD = "白酒库存连续两周下降,贸易商惜售情绪升温"


def test_a_claim_that_changes_its_section_has_moved():
    placement, text = found("rare earth", (CLAIM, OTHER, THIRD), (OTHER, THIRD, CLAIM))
    assert (placement.node, placement.anchoring, text) == (2, Anchoring.MOVED, "rare earth")


def test_a_reworded_quote_says_so():
    new = CLAIM.replace("magnets in China rose", "magnet in China grew")
    placement, text = found("rare earth magnets in China rose", (CLAIM, OTHER), (new, OTHER))
    assert (placement.anchoring, text) == (Anchoring.REWORDED, "rare earth magnet in China grew")


def test_a_claim_that_is_split_keeps_its_passages():
    old = (f"{OTHER}. {CLAIM}", THIRD)
    placement, text = found(CLAIM, old, (OTHER, CLAIM, THIRD))
    assert (placement.anchoring, text) == (Anchoring.MOVED, CLAIM)


@pytest.mark.parametrize(
    "new",
    [CLAIM.replace("12%", "13%"), CLAIM.replace("700 tons", "700 kg"), CLAIM.replace("12", "1.2")],
)
def test_a_changed_figure_is_offered_and_not_put(new):
    placement, _ = found(CLAIM, (CLAIM, OTHER), (OTHER, new))
    assert placement == Placement(None, 0, 0, Anchoring.NUMBER_CHANGED, ((1, 0, len(new)),))


def test_a_figure_beside_the_quote_may_change():
    placement, _ = found("rare earth magnets", (CLAIM, OTHER), (CLAIM.replace("12", "13"), OTHER))
    assert placement.anchoring is Anchoring.SAME


def test_a_copy_beside_the_claim_makes_both_candidates():
    placement, _ = found("rare earth", (OTHER, CLAIM, THIRD), (OTHER, CLAIM, CLAIM, THIRD))
    assert placement.anchoring is Anchoring.AMBIGUOUS
    assert placement.candidates == ((1, 10, 20), (2, 10, 20))


def test_equal_claims_are_told_apart_by_their_neighbours():
    old, new = (CLAIM, OTHER, CLAIM, THIRD), (THIRD, OTHER, CLAIM, THIRD)
    before, after = article(*old), article(*new)
    passage = describe(before, 2, 10, 20)
    assert locate(passage, before.edition, after.edition).node == 2


LASTS = "A supply chain for copper outside Chile could take {} years"
CHAIN = "supply chain for copper outside Chile"


def test_where_one_of_two_claims_with_its_words_is_gone_nobody_knows_which():
    old = ("Zinc rose", LASTS.format("12 to 22"), LASTS.format("35 to 47"), "Lead fell")
    new = ("Zinc rose", "铜供应链需要多年", LASTS.format("60 to 80"), "未必很快", "Lead fell")
    placement, _ = found(CHAIN, old, new)
    assert placement.anchoring is Anchoring.AMBIGUOUS
    assert placement.candidates == ((2, 2, 2 + len(CHAIN)),)
    assert found(CHAIN, old[:2], new)[1] == CHAIN


def test_a_few_words_are_not_put_where_those_about_them_name_another_thing():
    say = "业内人士认为,{}的国产替代进入加速期,印尼厂商的份额正在被侵蚀。"
    words = "进入加速期,印尼厂商的份额"
    placement, _ = found(words, (say.format("铜"), "其他"), (say.format("锂"), "另外"))
    assert placement.anchoring is Anchoring.NAME_CHANGED
    assert placement.candidates


def test_witnesses_that_disagree_leave_an_orphan():
    new = CLAIM.replace("earth magnets in China", "earths in magnet works of Chile")
    quote = "earth magnets in China"
    placement, _ = found(quote, (CLAIM, OTHER), (new, f"{OTHER}. {CLAIM[:40]}"))
    assert placement.node is None


def test_a_quote_deleted_from_its_claim_is_an_orphan():
    placement, _ = found("earth magnets in China", (CLAIM, OTHER), (CLAIM[:15] + CLAIM[37:], OTHER))
    assert placement.anchoring is Anchoring.ORPHAN


def test_a_passage_never_spans_nodes():
    halves = (CLAIM[:22], CLAIM[22:])
    placement, _ = found("rare earth magnets", (CLAIM, OTHER), (*halves, OTHER))
    assert placement.node is None


def test_traditional_characters_are_folded_one_by_one():
    placement, text = found(
        "库存连续两周下降", (THIRD, OTHER), (OTHER, "白酒庫存連續兩週下降,貿易商惜售情緒升溫")
    )
    assert text == "庫存連續兩週下降"
    assert placement.anchoring is Anchoring.MOVED


def test_punctuation_about_a_quote_comes_along():
    _, text = found("(rare earth)", ("the (rare earth) ban",), ("so the (RARE EARTH) ban",))
    assert text == "(RARE EARTH)"


def test_a_passage_of_an_unknown_edition_is_only_searched_for():
    first, old, new = article(CLAIM), article(OTHER), article(THIRD, CLAIM)
    passage = describe(first, 0, 0, len(CLAIM))
    assert locate(passage, old.edition, new.edition).node == 1


def test_a_passage_of_an_unknown_edition_is_found_in_other_words():
    first, old = article(CLAIM), article(OTHER)
    new = article(THIRD, CLAIM.replace("magnets in China rose", "magnet in China grew"))
    placement = locate(describe(first, 0, 0, len(CLAIM)), old.edition, new.edition)
    assert (placement.node, placement.anchoring) == (1, Anchoring.REWORDED)


@pytest.mark.parametrize(("node", "start", "end"), [(9, 0, 4), (0, -3, 2), (0, 5, 5), (0, 2, 999)])
def test_a_passage_that_lies_about_its_place_is_an_orphan(node, start, end):
    old, new = article(CLAIM), article(OTHER)
    passage = Passage(old.id, old.edition.id, node, start, end, "no such words", "", "")
    assert locate(passage, old.edition, new.edition).anchoring is Anchoring.ORPHAN
    assert locate(passage, old.edition, old.edition).anchoring is Anchoring.ORPHAN


def test_an_empty_quote_is_an_orphan():
    old = article(CLAIM).edition
    assert locate(Passage("a", "e", 0, 0, 0, ""), old, old).anchoring is Anchoring.ORPHAN


def test_words_that_moved_are_not_those_of_a_like_claim_on_another_thing():
    say = (
        "Inventories of {} fell for a second week in a row at most mills, and spot premiums widened"
    )
    words = "at most mills, and spot premiums widened"
    old = ("Lead rose", say.format("natural rubber"), "Zinc fell", "Nickel stalled")
    other = ("Zinc fell", "Nickel stalled", say.format("rare earths"), "Lead rose")
    assert found(words, old, other)[0].anchoring is Anchoring.NAME_CHANGED
    moved = ("Zinc fell", "Nickel stalled", say.format("natural rubber"), "Lead rose")
    assert found(words, old, moved)[1] == words


def test_words_in_a_like_line_of_another_number_are_told_to_have_another():
    others = ("Lead rose in March", "Zinc fell in May", "Nickel stalled", "Tin gained")
    old, new = ("Group 1: rubber gloves", *others), (*others, "Group 3: rubber gloves")
    placement, _ = found("rubber gloves", old, new)
    assert placement.anchoring is Anchoring.NUMBER_CHANGED
    assert placement.candidates == ((4, 9, 22),)
    assert found("rubber gloves", old, (*others, old[0]))[1] == "rubber gloves"

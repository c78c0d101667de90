"""What is typed against what is kept."""

from hypothesis import given
from hypothesis import strategies as st

from gui.highlights.draft import Draft


def typed(text: str, kept: str = "old") -> Draft:
    draft = Draft(kept)
    draft.typed = text
    return draft


def test_nothing_typed_is_kept_and_not_due() -> None:
    assert Draft("a").is_kept
    assert not Draft("a").is_due()


def test_what_was_sent_is_due_no_more_but_not_kept_yet() -> None:
    draft = typed("new")
    assert draft.is_due()
    assert draft.send() == "new"
    assert not draft.is_due()
    assert not draft.is_kept
    draft.confirm()
    assert draft.is_kept


def test_typing_back_while_the_other_is_on_its_way_is_due() -> None:
    draft = typed("new")
    draft.send()
    draft.typed = "old"
    assert draft.is_due()


def test_an_untouched_note_takes_what_was_written_elsewhere() -> None:
    draft = Draft("old")
    assert draft.hear("other")
    assert (draft.typed, draft.elsewhere) == ("other", None)


def test_a_typed_note_stays_and_the_other_stands_by() -> None:
    draft = typed("mine")
    assert not draft.hear("other")
    assert (draft.typed, draft.elsewhere, draft.is_kept) == ("mine", "other", False)


def test_the_echo_of_what_was_sent_is_no_news() -> None:
    draft = typed("new")
    draft.send()
    draft.typed = "newer"
    assert not draft.hear("new")
    assert draft.elsewhere is None
    assert draft.is_due()


def test_what_is_being_composed_counts_as_typed() -> None:
    draft = Draft("old")
    assert not draft.hear("other", busy=True)
    assert draft.elsewhere == "other"


def test_the_same_words_from_elsewhere_are_kept() -> None:
    draft = typed("mine")
    draft.hear("other")
    assert not draft.hear("mine")
    assert draft.is_kept
    assert draft.elsewhere is None


WORDS = st.sampled_from(["", "a", "b", "c"])
DEEDS = st.lists(st.tuples(st.sampled_from(["type", "hear", "send", "confirm"]), WORDS))


@given(DEEDS)
def test_what_is_typed_is_replaced_only_when_it_is_kept(deeds: list[tuple[str, str]]) -> None:
    draft = Draft("")
    for deed, words in deeds:
        before, was_kept = draft.typed, draft.is_kept
        if deed == "type":
            draft.typed = words
        elif deed == "hear":
            assert draft.hear(words) is (draft.typed != before)
            assert draft.typed == before or was_kept
        else:
            getattr(draft, deed)()
            assert draft.typed == before

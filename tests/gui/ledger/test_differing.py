"""Two claims: which of their words differ."""

from hypothesis import given
from hypothesis import strategies as st

from gui.ledger.differing import differing


def marked(one: str, other: str) -> tuple[list[str], list[str]]:
    spans = differing(one, other)
    texts = zip((one, other), spans, strict=True)
    first, second = ([text[a:b] for a, b in found] for text, found in texts)
    return first, second


def test_the_words_that_differ_are_found() -> None:
    assert marked("It takes 10 to 20 years.", "It takes 5 years.") == (["10 to 20"], ["5"])


def test_chinese_is_compared_by_character() -> None:
    assert marked("产能三到五年内翻一番", "产能将在三到五年内翻一番") == ([], ["将在"])


def test_two_languages_have_nothing_to_mark() -> None:
    assert marked("Capacity doubles in five years", "产能五年内翻一番") == ([], [])


@given(st.text(max_size=60), st.text(max_size=60))
def test_spans_stand_in_their_text_and_in_order(one: str, other: str) -> None:
    for text, spans in zip((one, other), differing(one, other), strict=True):
        ends = [place for span in spans for place in span]
        assert ends == sorted(ends)
        assert all(0 <= place <= len(text) for place in ends)


@given(st.text(max_size=60))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differing(text, text) == ((), ())

"""A large text is gone through piece by piece, and that is not seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.parse import lines
from tests.generate import page

TEXTS = st.text(st.sampled_from("a \n"), max_size=40)


@given(TEXTS | st.just(page(3)), st.integers(0, 50))
def test_a_text_read_in_pieces_has_the_same_lines(text: str, piece: int) -> None:
    whole = list(lines.read_lines(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "PIECE", piece)
        assert list(lines.read_lines(text)) == whole

"""Laws of folding, for any text."""

from hypothesis import given
from hypothesis import strategies as st

from claims.languages.words import fold


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(text):
    """What is folded stays as it is."""
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(max_size=200), st.data())
def test_origins_lie_in_the_text_and_in_order(text, data):
    """Every span of the folded text leads to a span of the text."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.origin(start, end)
    assert 0 <= first <= last <= len(text)

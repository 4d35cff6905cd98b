"""Tokens: words, digits and signs, each with the gap before it."""

import pytest

from claims.languages.tokens import PADDING, tokenise


@pytest.mark.parametrize(
    ("text", "words", "gaps"),
    [
        ("84  members", ["84", "members"], ["", "  "]),
        ("quatre-vingt", ["quatre", "vingt"], ["", "-"]),
        ("3-5 a - b", ["3", "-", "5", "a", "-", "b"], ["", "", "", " ", " ", " "]),
        ("10km_", ["10", "km", "_"], ["", "", ""]),
        ("end.  ", ["end", ".", " "], ["", "", " "]),
        (" ", [" "], [""]),
        ("", [], []),
    ],
)
def test_gaps_and_tokens_cover_the_text(text, words, gaps):
    """A hyphen that joins letters is a gap, any other a token; spaces at the end are a token too."""
    tokens = tokenise(text)
    assert (tokens.words[: tokens.count], tokens.gaps[: tokens.count]) == (words, gaps)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)][: tokens.count] == words
    assert len(tokens.words) == len(tokens.starts) == tokens.count + PADDING

"""Folding, composing and cutting into tokens."""

from __future__ import annotations

import pytest

from claims.languages.folding import compose, fold
from claims.languages.tokens import tokenise, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élève", "eleve"),
        ("l’été", "l'ete"),
        ("quatre\u2011vingts", "quatre-vingts"),
        ("40\u202f000\u00a0km", "40 000 km"),
        ("\u22125", "-5"),
        ("a\nb\tc", "a b c"),
        ("İstanbul ß Œ", "istanbul ß œ"),
    ],
)
def test_fold_levels_what_readers_take_as_the_same(text: str, folded: str) -> None:
    """Case, accents, apostrophes, hyphens and spaces are levelled, one code point for one."""
    assert fold(text) == folded


def test_compose_maps_to_where_each_code_point_began() -> None:
    """Composed accents come with the offsets of the text as it was."""
    assert compose("e\u0301te\u0301!") == ("été!", (0, 2, 3, 5, 6))
    assert compose("été") == ("été", None)


def test_tokens_know_the_gap_before_them() -> None:
    """A hyphen that joins words is a gap, every other sign is a token."""
    tokens = tokenise("quatre-vingt  - 45-acre,")
    assert list(tokens.words[: tokens.count]) == ["quatre", "vingt", "-", "45", "acre", ","]
    assert list(tokens.gaps[: tokens.count]) == ["", "-", "  ", " ", "-", ""]


def test_tokens_are_padded() -> None:
    """Looking past the end finds empty words at the end of the text."""
    tokens = tokenise("84")
    assert (tokens.count, tokens.words[3], tokens.starts[3]) == (1, "", 2)
    assert words_of("d'ici") == ("d", "'", "ici")

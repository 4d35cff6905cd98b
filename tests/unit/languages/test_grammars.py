"""The small words of each language."""

import pytest

from claims.languages import available
from claims.languages.data import read_data
from claims.languages.grammar import Grammar, load_grammar


@pytest.mark.parametrize("code", available())
def test_every_list_is_there(code: str) -> None:
    """A grammar has every list, if only an empty one, so that none is forgotten when a list is added."""
    assert set(read_data(code, "grammar.yaml")) == {*Grammar.__slots__} - {"code"}


@pytest.mark.parametrize("code", available())
def test_every_kind_of_value_has_its_frames(code: str) -> None:
    """Each language words the same kinds of values and the same types of entities as English."""
    english, grammar = load_grammar("en"), load_grammar(code)
    assert set(grammar.generic) == set(english.generic)
    assert set(grammar.class_nouns) == set(english.class_nouns)

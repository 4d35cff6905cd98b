"""Names that are looked up by their rarest word are found where the automaton finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.languages.words import fold
from claims.model.entity import Entity
from claims.model.factset import FactSet
from claims.reading.names.by_word import NamesByWord, by_rarest_word
from claims.reading.names.index import NameIndex

WORDS = st.sampled_from(["Acme", "AT&T", "of", "Öl", "U.S.", "3M", "a_b", "l’Union", "Straße", "x", "Ltd", "the", "²"])
NAMES = st.lists(WORDS, min_size=1, max_size=4).flatmap(
    lambda words: st.sampled_from([" ", "-", ", ", ""]).map(lambda joint: joint.join(words))
)
TEXTS = st.lists(st.one_of(NAMES, WORDS, st.sampled_from([".", " ", "_", "(", "s"])), max_size=12).flatmap(
    lambda parts: st.sampled_from([" ", ""]).map(lambda joint: joint.join(parts))
)


@given(st.lists(NAMES, max_size=8), TEXTS, st.integers(0, 3))
def test_both_indexes_find_the_same(names, text, many):
    """The same mentions, and the same meaning of a noun, for any names in any text, however few may share a word."""
    entities = {f"e{i}": Entity(f"e{i}", names={"": (name,)}) for i, name in enumerate(names)}
    automaton = NameIndex(FactSet(entities), ("en",))
    listed = dict(by_rarest_word(automaton.aliases, many))
    by_word = NamesByWord(lambda word: listed.get(word, ()))
    folded = fold(text)
    assert by_word.find(folded, text, set()) == automaton.find(folded, text, set())
    for name in automaton.aliases:
        assert by_word.by_noun(name) == automaton.by_noun(name)
    assert by_word.by_noun(folded.text) == automaton.by_noun(folded.text)

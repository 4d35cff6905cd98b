"""Reading the entries of a language's data files: lists of words, phrases, hedges and names of units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from claims.languages.folding import fold
from claims.languages.phrases import Phrases, make_phrases
from claims.languages.tokens import words_of
from claims.model.verdict import Operator

Data: TypeAlias = Mapping[str, Any]


def spellings(key: str) -> list[str]:
    """The folded spellings of a key ``a|b``."""
    return [fold(word) for word in key.split("|")]


def words(entries: Iterable[str]) -> frozenset[str]:
    """The folded words; of a phrase the last, which is the one that touches a value."""
    return frozenset(word for phrase in entries for word in words_of(phrase)[-1:])


def phrases(entries: Iterable[str], *, backwards: bool = False) -> Phrases[bool]:
    """A table that only says whether a phrase is in it."""
    return make_phrases(((phrase, True) for phrase in entries), backwards=backwards)


def hedges(data: Mapping[str, Iterable[str]], *, backwards: bool = False) -> Phrases[Operator]:
    """The operator that each hedge means."""
    entries = ((phrase, Operator(name)) for name, listed in data.items() for phrase in listed)
    return make_phrases(entries, backwards=backwards)


def tied_hedges(data: Mapping[str, Iterable[str]]) -> dict[str, Operator]:
    """The operator of each hedge that is written with a hyphen before it (``-odd``), by its word."""
    return {fold(word[1:]): Operator(name) for name, listed in data.items() for word in listed if word[0] == "-"}


def unit_names(data: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each unit with each of its names."""
    return ((unit, name) for unit, names in data.items() for name in names)


def plural_forms(name: str, endings: tuple[str, ...]) -> list[str]:
    """The name, and for each plural ending the name with that ending on its last word, its first, and on all."""
    *first, last = name.split(" ")
    forms = [name]
    for ending in endings if len(last) > 2 and last.isalpha() else ():
        marked = [word + ending for word in first]
        ways = ([*first, last + ending], [*marked, last + ending], [*marked[:1], *first[1:], last])
        forms += [" ".join(words) for words in ways]
    return list(dict.fromkeys(forms))

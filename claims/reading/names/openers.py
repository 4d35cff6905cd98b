"""The names with which a text can begin to speak of somebody, in whatever language it turns out to be.

Whoever is spoken of is named in full first: short names, pronouns and nouns count only after that. So these names,
each with the way it must be written, decide whether a text can speak of anybody at all. They are those of
:class:`~claims.reading.names.index.NameIndex` for every language at once, and never fewer than it takes for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.languages import available
from claims.languages.grammar import load_grammar
from claims.languages.words import key, words
from claims.model.factset import FactSet
from claims.reading.names.index import Case, written_case, written_texts
from claims.reading.names.variants import shortened, variants
from claims.reading.wording.nouns import inflect


def openers(facts: FactSet) -> dict[str, Case]:
    """The folded names, and how each must be written to count."""
    found: dict[str, Case] = {}
    for name in _names(facts):
        for form in variants(name):
            _note(found, form)
    _loosen(found, facts)
    for noun in _class_nouns():
        if noun in found:
            found[noun] = Case.FREE
    return found


def _names(facts: FactSet) -> Iterator[str]:
    legal_forms = frozenset(form for code in available() for form in load_grammar(code).legal_forms)
    for entity in facts.entities.values():
        for name in entity.all_names() or (entity.id,):
            yield name
            if short := shortened(name, legal_forms):
                yield short


def _note(found: dict[str, Case], form: str) -> None:
    folded = key(form)
    if any(character.isalpha() for character in folded):
        found[folded] = looser(written_case(form), found.get(folded))


def looser(case: Case, other: Case | None) -> Case:
    """The one of two that lets more ways of writing count."""
    return case if other is None or case.value < other.value else other


def _loosen(found: dict[str, Case], facts: FactSet) -> None:
    """A value that is written like a name is taken for it: as that value is written, and for the owner of events."""
    owners = {entity.of for entity in facts.entities.values() if entity.of is not None}
    for text in (text for fact in facts.facts for text in written_texts(fact.value)):
        for form in variants(text):
            if key(form) in owners or key(form) in found:
                _note(found, form)


def _class_nouns() -> Iterable[str]:
    """The nouns that name somebody without a capital, where "the" stands before them."""
    for code in available():
        grammar = load_grammar(code)
        nouns = (noun for group in grammar.class_nouns.values() for noun in group)
        for word in (word for noun in nouns for word in words(noun)):
            yield from inflect(word, grammar.plurals)

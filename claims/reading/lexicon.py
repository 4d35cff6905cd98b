"""Everything one language needs for reading, compiled once: small words, nouns, frames, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claims.dataclasses import dataclass
from claims.languages.frames import FrameError, parse_frame
from claims.languages.grammar import Grammar, load_grammar
from claims.languages.words import key, words
from claims.model.attribute import Attribute
from claims.model.factset import FactSet
from claims.model.mention import MentionKind
from claims.model.values import ValueType
from claims.reading.labelled.words import telling_words
from claims.reading.names.nouns import nouns_in_names
from claims.reading.names.phrases import NameReader
from claims.reading.phrases import PhraseTable, phrase_table
from claims.reading.types import OFFICE
from claims.reading.wording import begins
from claims.reading.wording.automaton import State, add_frame
from claims.reading.wording.begins import Beginnings
from claims.reading.wording.identifiers import spoken
from claims.reading.wording.nouns import Noun, NounNode, add_noun, inflect
from claims.reading.wording.places import Places
from claims.reading.wording.profile import groups, named_in_facts, taken, types_in_facts, value_types


@dataclass(frozen=True, slots=True)
class Excluded:
    """What an attribute's ``not:`` names: phrases, and beginnings of words (``suspend*``)."""

    phrases: PhraseTable
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language, ready for reading. Word tables hold folded words; phrase tables are keyed by first word."""

    frames: Places
    nouns: Noun
    noun_words: frozenset[str]
    begins: Beginnings
    names: NameReader
    types: Mapping[str, frozenset[ValueType]]
    kinds: Mapping[str, frozenset[MentionKind]]
    named: Mapping[str, frozenset[str | None]]
    groups: Mapping[str, frozenset[str]]
    excluded: Mapping[str, Excluded]
    class_nouns: Mapping[str, str]
    nouns_in_names: Mapping[str, frozenset[str]]
    small: frozenset[str]
    articles: frozenset[str]
    indefinites: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    relatives: frozenset[str]
    restrictives: frozenset[str]
    subordinators: frozenset[str]
    definites: frozenset[str]
    universals: frozenset[str]
    latter: PhraseTable
    pronouns: PhraseTable
    prepositions: frozenset[str]
    abbreviations: frozenset[str]
    joiners: PhraseTable
    respectively: PhraseTable
    locatives: frozenset[str]
    agents: frozenset[str]
    origins: frozenset[str]
    genitives: frozenset[str]
    genitive_endings: frozenset[str]
    copulas: frozenset[str]
    fillers: PhraseTable
    filler_openers: frozenset[str]
    says: PhraseTable
    according: PhraseTable
    negations: PhraseTable
    hypotheticals: PhraseTable
    parts: PhraseTable
    changes: PhraseTable
    only: PhraseTable
    time_in: PhraseTable
    time_as_of: PhraseTable
    time_until: PhraseTable
    time_since: PhraseTable
    time_then: PhraseTable
    light: frozenset[str]
    telling: Mapping[str, tuple[str, ...]]
    telling_stems: tuple[tuple[str, str], ...]
    past: frozenset[str]
    past_endings: tuple[str, ...]


def _table(phrases: Iterable[str]) -> PhraseTable:
    return phrase_table([words(phrase) for phrase in phrases])


def _excluded(phrases: Iterable[str]) -> Excluded:
    stems = tuple(key(phrase.rstrip("*")) for phrase in phrases if phrase.endswith("*"))
    return Excluded(_table(phrase for phrase in phrases if not phrase.endswith("*")), stems)


def _set(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in words(phrase))


def build_lexicon(code: str, facts: FactSet) -> Lexicon:
    """Compile a language for a fact set. Raises ``UsageError`` for an unknown language."""
    grammar = load_grammar(code)
    seen = types_in_facts(facts)
    known = {name: facts.attributes.get(name) or Attribute(name) for name in {*facts.attributes, *seen}}
    types = {name: value_types(attribute, seen) for name, attribute in known.items()}
    light = _small(grammar).union(*map(words, grammar.labels))
    telling, telling_stems = telling_words(_own_frames(known, code), light)
    frames, nouns, class_nouns = _frames(grammar, known, types), _nouns(grammar, known), _class_nouns(grammar)
    return Lexicon(
        light=light,
        telling=telling,
        telling_stems=telling_stems,
        frames=frames,
        nouns=nouns,
        noun_words=frozenset(_words_of(nouns)),
        begins=_begins(grammar, frames, nouns, class_nouns),
        names=_name_reader(grammar, facts),
        types=types,
        kinds={name: taken(kinds) for name, kinds in types.items()},
        named=named_in_facts(facts),
        groups={name: groups(kinds) for name, kinds in types.items()},
        excluded={
            name: _excluded(attribute.wording[code].excluded)
            for name, attribute in known.items()
            if code in attribute.wording
        },
        class_nouns=class_nouns,
        nouns_in_names=nouns_in_names(facts, class_nouns, code),
        small=_small(grammar),
        articles=_set(grammar.articles),
        indefinites=_set(grammar.articles) - _set(grammar.definites),
        determiners=_set((*grammar.articles, *grammar.demonstratives, *grammar.possessives)),
        possessives=_set(grammar.possessives),
        relatives=_set(grammar.relatives),
        restrictives=_set(grammar.restrictives),
        subordinators=_set(grammar.subordinators),
        universals=_set(grammar.universals),
        definites=_set((*grammar.definites, *grammar.demonstratives, *grammar.possessives)),
        latter=_table(grammar.latter),
        pronouns=_table(grammar.pronouns),
        prepositions=_set(grammar.prepositions),
        abbreviations=frozenset(grammar.abbreviations),
        locatives=_set(grammar.locatives),
        agents=_set(grammar.agents),
        origins=_set(grammar.origins),
        genitives=_set(grammar.genitives),
        genitive_endings=_set(grammar.genitive_endings),
        copulas=_set(grammar.copulas),
        joiners=_table(grammar.joiners),
        respectively=_table(grammar.respectively),
        fillers=_table(grammar.fillers),
        filler_openers=frozenset(_table((*grammar.fillers, *grammar.time_in, *grammar.time_as_of))),
        says=_table(grammar.says),
        according=_table(grammar.according),
        negations=_table(grammar.negations),
        hypotheticals=_table(grammar.hypotheticals),
        parts=_table(grammar.parts),
        changes=_table(grammar.changes),
        only=_table(grammar.only),
        time_in=_table(grammar.time_in),
        time_as_of=_table(grammar.time_as_of),
        time_until=_table(grammar.time_until),
        time_since=_table(grammar.time_since),
        time_then=_table(grammar.time_then),
        past=_set(grammar.past),
        past_endings=tuple(key(ending) for ending in grammar.past_endings),
    )


def _own_frames(attributes: Mapping[str, Attribute], code: str) -> dict[str, tuple[str, ...]]:
    wordings = ((name, attribute.wording.get(code)) for name, attribute in attributes.items())
    return {name: wording.frames for name, wording in wordings if wording is not None}


def _small(grammar: Grammar) -> frozenset[str]:
    """The words that stand between others and name nothing."""
    return _set(
        phrase
        for group in (
            grammar.articles,
            grammar.pronouns,
            grammar.relatives,
            grammar.prepositions,
            grammar.joiners,
            grammar.auxiliaries,
            grammar.subordinators,
            grammar.demonstratives,
            grammar.possessives,
        )
        for phrase in group
    )


def _frames(grammar: Grammar, attributes: Mapping[str, Attribute], types: Mapping[str, frozenset[ValueType]]) -> Places:
    root = State()
    for group, frames in grammar.generic.items():
        kinds = taken(frozenset[ValueType]().union(*(known for known in types.values() if group in groups(known))))
        for text in frames:
            add_frame(root, parse_frame(text), None, text, kinds, group)
    for name in sorted(attributes):
        wording = attributes[name].wording.get(grammar.code)
        for text in wording.frames if wording else ():
            try:
                add_frame(root, parse_frame(text), name, text, taken(types[name]))
            except FrameError:
                continue  # the loader has reported it
    return Places(root)


def _nouns(grammar: Grammar, attributes: Mapping[str, Attribute]) -> NounNode:
    root = NounNode()
    for name in sorted(attributes):
        wording = attributes[name].wording.get(grammar.code)
        nouns = wording.nouns if wording else ()
        if not attributes[name].wording:
            nouns = (spoken(name),)
        for noun in nouns:
            add_noun(root, noun, name, grammar.plurals)
    return root


def _words_of(node: Noun) -> Iterator[str]:
    for word, following in node.next.items():
        yield word
        yield from _words_of(following)


def _begins(grammar: Grammar, frames: Places, nouns: NounNode, class_nouns: Iterable[str]) -> Beginnings:
    fillers = (*grammar.fillers, *grammar.time_in, *grammar.time_as_of)
    words_of = {
        begins.NOUN: nouns.next,
        begins.CLASS_NOUN: class_nouns,
        begins.PRONOUN: _table(grammar.pronouns),
        begins.NAME: (*_set(grammar.articles), *_table(grammar.titles)),
        begins.FILLER: (*_set((*grammar.locatives, *grammar.agents, *grammar.origins)), *_table(fillers)),
        begins.FRAME: frames.root.words,
        begins.POSSESSIVE: _set(grammar.possessives),
        begins.PART: _table(grammar.parts),
        begins.CHANGE: _table(grammar.changes),
        begins.HYPOTHETICAL: _table(grammar.hypotheticals),
        begins.NEGATION: _table(grammar.negations),
        begins.THEN: _table(grammar.time_then),
        begins.SAYING: _table((*grammar.says, *grammar.according)),
        begins.RESPECTIVELY: _table(grammar.respectively),
    }
    return Beginnings(words_of, [stem for state in frames.root.states for stem in state.stems])


def _name_reader(grammar: Grammar, facts: FactSet) -> NameReader:
    return NameReader(
        articles=_set(grammar.articles),
        particles=_set(grammar.particles),
        joiners=_table(grammar.joiners),
        titles=_table(grammar.titles),
        offices=frozenset(entity.id for entity in facts.entities.values() if entity.type == OFFICE),
        small=_set(
            (*grammar.articles, *grammar.pronouns, *grammar.relatives, *grammar.prepositions, *grammar.possessives)
        ),
    )


def _class_nouns(grammar: Grammar) -> dict[str, str]:
    return {
        form: kind
        for kind, nouns in grammar.class_nouns.items()
        for noun in nouns
        for word in words(noun)
        for form in inflect(word, grammar.plurals)
    }

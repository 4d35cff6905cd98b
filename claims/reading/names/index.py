"""All known names as one Aho-Corasick automaton over folded text.

Matches are taken overlapping and chosen afterwards, the longest first, because a boundary or case check
that comes after a leftmost-longest search would lose the shorter match inside a rejected longer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from claims.dataclasses import dataclass
from claims.languages import available
from claims.languages.grammar import load_grammar
from claims.languages.words import Folded, key
from claims.model.entity import Entity, Names
from claims.model.factset import FactSet
from claims.model.mention import Mention, MentionKind
from claims.model.values import ListOf, Not, Text, Value
from claims.reading.names.variants import shortened, variants

ACRONYM_LENGTH = 3


class Case(Enum):
    """How a name must be written in a text to be taken for that name."""

    FREE = 0
    CAPITAL = 1
    ACRONYM = 2


@dataclass(slots=True)
class Alias:
    """A folded name: whom it may stand for, and how it must be written.

    ``full`` are the entities for which it is a name of its own, ``short`` those for which it counts only once
    they were named in full; ``text`` is set where a fact has it as a plain text value.
    """

    case: Case
    full: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    text: str | None = None


class NameIndex:
    """The names of a fact set, compiled once; immutable after that."""

    def __init__(self, facts: FactSet, languages: Iterable[str]) -> None:
        self._aliases: dict[str, Alias] = {}
        self._articles = frozenset(
            key(word) for code in languages if code in available() for word in load_grammar(code).articles
        )
        wanted = ("", *languages)
        grammars = [load_grammar(code) for code in languages if code in available()]
        self._legal_forms = frozenset(form for grammar in grammars for form in grammar.legal_forms)
        for entity in facts.entities.values():
            self._add_entity(entity, wanted)
        for fact in facts.facts:
            for text in written_texts(fact.value):
                for form in variants(text):
                    self._add(form, text=text)
        self._add_shortened(facts)
        self._patterns = tuple(self._aliases)

    @classmethod
    def of(cls, aliases: dict[str, Alias]) -> NameIndex:
        """The index of aliases that another one has gathered."""
        index = object.__new__(cls)
        index._aliases = aliases
        index._patterns = tuple(aliases)
        return index

    @property
    def aliases(self) -> Mapping[str, Alias]:
        """All names, folded, in the order in which they were met."""
        return MappingProxyType(self._aliases)

    def _add_shortened(self, facts: FactSet) -> None:
        """Shorter names, each only where nobody else is called so."""
        short: dict[str, set[str]] = {}
        written: dict[str, str] = {}
        for entity in facts.entities.values():
            for name in entity.all_names() or (entity.id,):
                form = shortened(name, self._legal_forms)
                if form is not None:
                    short.setdefault(key(form), set()).add(entity.id)
                    written[key(form)] = form
        for folded, owners in short.items():
            if len(owners) == 1 and folded not in self._aliases:
                for form in variants(written[folded]):
                    self._add(form, full=min(owners))

    def _add_entity(self, entity: Entity, languages: tuple[str, ...]) -> None:
        for name in _in(entity.names, languages) or (entity.id,):
            for form in variants(name):
                self._add(form, full=entity.id)
        for name in _in(entity.short, languages):
            self._add(name, short=entity.id)
            self._add(self._without_article(name), short=entity.id)

    def _without_article(self, name: str) -> str:
        """A short name without its article: "the 84-member Coalition" names the Coalition."""
        first, _, rest = name.replace("’", "'").replace("'", "' ").partition(" ")
        bare = rest.strip() if key(first).strip("'") in self._articles else ""
        return bare if bare[:1].isupper() else name

    def _add(self, name: str, full: str | None = None, short: str | None = None, text: str | None = None) -> None:
        folded = key(name)
        if not any(c.isalpha() for c in folded):
            return
        alias = self._aliases.setdefault(folded, Alias(written_case(name)))
        if written_case(name).value < alias.case.value:
            alias.case = written_case(name)
        if full is not None and full not in alias.full:
            alias.full = (*alias.full, full)
        if short is not None and short not in alias.short:
            alias.short = (*alias.short, short)
        alias.text = alias.text or text

    def by_noun(self, noun: str) -> tuple[str, ...]:
        """The entities of which a common noun is a name: "the coalition" where one is called Coalition."""
        alias = self.alias(noun)
        return alias.full if alias else ()

    def alias(self, name: str) -> Alias | None:
        """What a folded name means."""
        return self._aliases.get(name)

    @cached_property
    def _automaton(self) -> AhoCorasick | None:
        return AhoCorasick(list(self._patterns)) if self._patterns else None

    def find(self, folded: Folded, text: str, introduced: set[str]) -> tuple[Mention, ...]:
        """The names in a text: sorted mentions that do not overlap, offsets in ``text``.

        ``introduced`` are the entities already named in full; it grows as names are met, so that short names
        count only after them.
        """
        hits = tuple(self._hits(folded, text))
        first_named = _first_named(hits, introduced)
        mentions: list[Mention] = []
        for start, end, alias in _longest(hit for hit in hits if _counts(hit, first_named)):
            entities = alias.full or tuple(e for e in alias.short if first_named.get(e, start) < start)
            introduced.update(alias.full)
            kind = MentionKind.ENTITY if entities else MentionKind.NAME
            mentions.append(Mention(kind, start, end, Text(text[start:end]), entities=entities))
        return tuple(mentions)

    def _matches(self, haystack: str) -> Iterable[tuple[int, int, Alias]]:
        """Wherever a name stands in a folded text, be it within a word."""
        if self._automaton is None:
            return ()
        found = self._automaton.find_matches_as_indexes(haystack, overlapping=True)
        return ((first, last, self._aliases[self._patterns[number]]) for number, first, last in found)

    def _hits(self, folded: Folded, text: str) -> Iterator[tuple[int, int, Alias]]:
        haystack = folded.text
        for first, last, alias in self._matches(haystack):
            if _goes_on(haystack, first, last):
                continue
            start, end = folded.origin(first, last)
            if _written_as(text[start:end], alias.case):
                yield start, end, alias


def _goes_on(text: str, first: int, last: int) -> bool:
    """Whether what stands at ``first`` to ``last`` is a piece of a longer word or name: "OPEC" in "OPEC+"."""
    if first and text[first - 1].isalnum() and text[first].isalnum():
        return True
    if last >= len(text):
        return False
    if text[last] == "+" and text[last - 1] != "+":
        return not text[last + 1 : last + 2].isalnum()
    return text[last].isalnum() and text[last - 1].isalnum()


def _first_named(hits: Iterable[tuple[int, int, Alias]], introduced: Iterable[str]) -> dict[str, int]:
    """Where each entity is first named in full; -1 for those of which the document spoke before."""
    first = dict.fromkeys(introduced, -1)
    for start, _, alias in hits:
        for entity in alias.full:
            first[entity] = min(first.get(entity, start), start)
    return first


def _counts(hit: tuple[int, int, Alias], first_named: Mapping[str, int]) -> bool:
    """Whether a name means somebody here: a short one does so only once its owner was named in full."""
    start, _, alias = hit
    if alias.full or alias.text is not None:
        return True
    return any(first_named.get(entity, start) < start for entity in alias.short)


def _longest(hits: Iterable[tuple[int, int, Alias]]) -> list[tuple[int, int, Alias]]:
    """Of names that overlap the longest, in the order of the text."""
    kept: list[tuple[int, int, Alias]] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        covered = range(hit[0], hit[1])
        if taken.isdisjoint((hit[0], hit[1] - 1)):
            taken.update(covered)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[0])


def _in(names: Names, languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for language in languages for name in names.get(language, ())))


def written_texts(value: Value) -> Iterator[str]:
    """The plain texts that a value holds."""
    match value:
        case Text(text):
            yield text
        case ListOf(items):
            for item in items:
                yield from written_texts(item)
        case Not(inner):
            yield from written_texts(inner)


def written_case(name: str) -> Case:
    """How a text must write a name, by how the name itself is written."""
    letters = [c for c in name if c.isalpha()]
    if " " in name.strip() or not letters or not letters[0].isupper():
        return Case.FREE
    return Case.ACRONYM if len(letters) <= ACRONYM_LENGTH and all(c.isupper() for c in letters) else Case.CAPITAL


def _written_as(surface: str, case: Case) -> bool:
    if case is Case.FREE:
        return True
    if case is Case.ACRONYM:
        return surface.upper() == surface
    return any(c.isupper() for c in surface[:2])

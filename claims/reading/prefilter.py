"""Looking before reading: whether a text can speak of anybody the facts know.

Most documents of a corpus name nobody, and whoever names nobody claims nothing. Of every name the rarest word, which
no line end and no space can split, is looked for in the text as it stands; only where one is found, and the other
words of its name as well, the text is worth parsing.

What no word of the source spells out, because markup runs through it (``Glo**bal**``) or entities spell it
(``Qu&eacute;bec``), the format's own reader must say: as ``begun``, the beginnings of such words.

The answer may be yes for a text that turns out to name nobody. It is never no for one from which a claim is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, Implementation

from claims.languages.words import fold_to_look, small
from claims.model.document import Document
from claims.model.factset import FactSet
from claims.reading.names.index import Case
from claims.reading.names.openers import looser, openers

_WORD = re.compile(r"[^\W_]+")
_SHORT = 4
_MANY = 32
_FEW = 4_000  # words; for more, the form that is twice as fast takes too long to build


class Prefilter:
    """The words of all names, compiled once; immutable after that, and safe to share between threads.

    ``alone`` are those that are names by themselves, with how each must be written; ``companions`` gives for the
    rarest word of each longer name the others of it.
    """

    __slots__ = ("_acronyms", "_capitals", "_keys", "_small", "_words", "alone", "companions")

    def __init__(self, alone: Mapping[str, Case], companions: Mapping[str, Sequence[frozenset[str]]]) -> None:
        self.alone = alone
        self.companions = companions
        self._small = frozenset(word for word, case in alone.items() if case is not Case.ACRONYM)
        self._capitals = frozenset(word for word, case in alone.items() if case is Case.CAPITAL)
        self._acronyms = _WholeWords(word.upper() for word, case in alone.items() if case is Case.ACRONYM)
        self._keys = _WholeWords(self._small | companions.keys())
        others = (word for names in companions.values() for words in names for word in words)
        self._words = tuple(sorted({*alone, *companions, *others}))

    @classmethod
    def of(cls, facts: FactSet) -> Prefilter:
        """The prefilter for the entities of a fact set."""
        return cls.of_names(openers(facts))

    @classmethod
    def of_names(cls, names: Mapping[str, Case]) -> Prefilter:
        """That for folded names, with how each must be written (:func:`~claims.reading.names.openers.openers`)."""
        split = {name: tuple(_WORD.findall(small(name))) for name in names}
        common = Counter(word for words in split.values() for word in set(words))
        alone: dict[str, Case] = {}
        companions: dict[str, list[frozenset[str]]] = defaultdict(list)
        for name, words in split.items():
            if len(words) == 1:
                alone[words[0]] = looser(_case(words[0], names[name]), alone.get(words[0]))
            else:
                rarest = min(words, key=lambda word: (len(word) < _SHORT, common[word], -len(word), word))
                companions[rarest].append(frozenset(words) - {rarest})
        return cls(alone, dict(companions))

    def may_speak_of(self, text: str, begun: Iterable[str] = ()) -> bool:
        """Whether a text may name somebody.

        ``begun`` are folded beginnings of words that the text does not spell out; an empty one means that anything
        may stand there.
        """
        return self._names_somebody(text) or any(map(self._begins_a_word, begun))

    def speaks_of(self, document: Document) -> bool:
        """Whether somebody may be named in the prose of a document."""
        return any(self._names_somebody(block.text) for block in document.blocks)

    def _names_somebody(self, text: str) -> bool:
        folded, written = fold_to_look(text)
        if any(True for _ in self._acronyms.places(written)):
            return True
        met: set[str] = set()
        for word, start, end in self._keys.places(folded):
            if word in self._small and (word not in self._capitals or written[start:end] != word):
                return True
            met.add(word)
        return self._in_company(folded, met & self.companions.keys())

    def _in_company(self, folded: str, met: Iterable[str]) -> bool:
        """Whether, for one of the words that were met, the others of one of its names are there as well."""
        wanted = [others for word in met for others in self.companions[word]]
        if len(wanted) <= _MANY:
            # most often it is enough that one does not even stand within another word
            wanted = [others for others in wanted if all(word in folded for word in others)]
        if not wanted:
            return False
        there = frozenset(_WORD.findall(folded))
        return any(others <= there for others in wanted)

    def _begins_a_word(self, beginning: str) -> bool:
        at = bisect_left(self._words, beginning)
        return at < len(self._words) and self._words[at].startswith(beginning)


def _case(word: str, case: Case) -> Case:
    """What holds of capitals in letters that all have some."""
    return case if word.isascii() else Case.FREE


class _WholeWords:
    """Finds words of letters and digits where they stand whole."""

    __slots__ = ("_automaton", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words: Sequence[str] = sorted(words)
        form = Implementation.DFA if len(self._words) <= _FEW else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self._words, implementation=form, store_patterns=False) if self._words else None

    def places(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each word with where it starts and ends."""
        if self._automaton is None:
            return
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum():
                yield self._words[number], start, end

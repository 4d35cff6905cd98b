"""The names that occur in a text of which nothing is known.

A name is a run of words with capitals, with the small words of the language between them ("Ministry of Foreign
Affairs"). What begins a sentence has a capital anyway: a single word there is a name only if the text never writes it
small. A heading counts where it is nothing but a name. Dates and other values are no names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claims.dataclasses import dataclass
from claims.languages import load
from claims.languages.grammar import Grammar, load_grammar
from claims.languages.words import fold, words
from claims.model.document import Block, BlockKind, Document
from claims.reading.items import Item, ItemKind, assemble, pieces, sentences
from claims.reading.values import scan

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_SMALL = (
    *("articles", "pronouns", "relatives", "prepositions", "joiners", "demonstratives", "possessives"),
    *("subordinators", "fillers", "definites", "auxiliaries", "negations", "hypotheticals"),
)
_LONGEST = 6
_SHORTEST = 3
_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name as it was first written, and how often it occurs.

    ``short`` are parts of it that stand alone. ``is_doubtful`` is one that only ever begins sentences.
    """

    text: str
    count: int
    short: tuple[str, ...] = ()
    is_doubtful: bool = False


def find_names(document: Document) -> tuple[FoundName, ...]:
    """The names of a document, in the order in which they first occur."""
    reader = _Names(load_grammar(document.language), document)
    for block in document.blocks:
        reader.read(block)
    return reader.found()


class _Names:
    """Collects the names of one document, by their folded words."""

    def __init__(self, grammar: Grammar, document: Document) -> None:
        self._document = document
        self._language = load(document.language)
        self._abbreviations = _words(grammar.abbreviations)
        self._between = _words((*grammar.particles, *grammar.genitives)) - _words(grammar.joiners)
        self._definites = _words(grammar.definites)
        self._small = _words(word for part in _SMALL for word in getattr(grammar, part))
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._texts: dict[tuple[str, ...], str] = {}
        self._openers: Counter[tuple[str, ...]] = Counter()
        self._definite: Counter[tuple[str, ...]] = Counter()
        self._written_small: set[str] = set()

    def read(self, block: Block) -> None:
        """Take in the names of a block."""
        values = scan(block.text, self._language, self._document.date)
        items = assemble(pieces(fold(block.text), block.text), values)
        self._written_small.update(item.text for item in items if item.kind is ItemKind.WORD and not item.upper)
        for sentence in sentences(items, block.text, self._abbreviations):
            row = items[sentence.first : sentence.last]
            for first, last in self._runs(row):
                whole = last - first >= sum(item.kind is ItemKind.WORD for item in row)
                if block.kind not in _HEADINGS or whole:
                    self._note(row[first:last], block.text, opens=first == 0 and not whole)
                    self._definite[_key(row[first:last])] += first > 0 and row[first - 1].text in self._definites

    def _runs(self, row: Sequence[Item]) -> Iterator[tuple[int, int]]:
        """First and last (not included) of every run of words with capitals."""
        i = 0
        while i < len(row):
            if not self._can_begin(row[i]):
                i += 1
                continue
            end = self._end_of_run(row, i)
            if end - i <= _LONGEST:
                yield i, end
            i = end

    def _can_begin(self, item: Item) -> bool:
        return item.kind is ItemKind.WORD and item.upper and item.text not in self._small and len(item.text) > 1

    def _end_of_run(self, row: Sequence[Item], start: int) -> int:
        end = j = start + 1
        while j < len(row) and row[j].kind is ItemKind.WORD:
            if row[j].upper:
                end = j + 1
            elif row[j].text not in self._between or j - end >= _BETWEEN:
                break
            j += 1
        return end

    def _note(self, row: Sequence[Item], text: str, *, opens: bool) -> None:
        key = _key(row)
        written = " ".join(text[row[0].start : row[-1].end].split())
        self._counts[key] += 1
        self._texts.setdefault(key, written)
        self._openers[key] += opens and len(key) == 1 and not written.isupper()

    def found(self) -> tuple[FoundName, ...]:
        """All names; one that is part of just one longer name is its short form."""
        names = {key: text for key, text in self._texts.items() if not self._is_common(key)}
        parts = Counter(part for key in names for part in self._parts(key))
        short = {key: text for key, text in names.items() if parts[key] == 1}
        return tuple(
            FoundName(
                text,
                self._counts[key],
                tuple(short[part] for part in self._parts(key) if part in short),
                self._openers[key] == self._counts[key],
            )
            for key, text in names.items()
            if key not in short
        )

    def _parts(self, key: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """What could be a short form of a name: its beginning only where it always has an article ("the Alliance")."""
        last = len(key)
        inner = (key[i:j] for i in range(1, last) for j in range(i + 1, last + 1))
        first = (key[:j] for j in range(1, last) if 0 < self._counts[key[:j]] == self._definite[key[:j]])
        return tuple(dict.fromkeys((*first, *inner)))

    def _is_common(self, key: tuple[str, ...]) -> bool:
        """Whether it may have been written with a capital only because a sentence began there."""
        opens_only = self._openers[key] == self._counts[key]
        return opens_only and (key[0] in self._written_small or len(key[0]) < _SHORTEST)


def _key(row: Sequence[Item]) -> tuple[str, ...]:
    return tuple(item.text for item in row)


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in words(phrase))

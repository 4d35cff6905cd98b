"""The blocks of a document as rows of items, cut into sentences: everything that is done before any is read closely."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from claims.dataclasses import dataclass, replace
from claims.languages import Language
from claims.languages.words import fold
from claims.model.document import Block, Document
from claims.model.mention import Mention, MentionKind
from claims.reading.items import Item, Sentence, assemble, is_plain, pieces, sentences
from claims.reading.lexicon import Lexicon
from claims.reading.names.index import NameIndex
from claims.reading.names.nouns import definite_nouns, name_nouns
from claims.reading.values import scan

_start_of = attrgetter("start")
_NAMES = (MentionKind.ENTITY, MentionKind.NAME)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A block, its items and its sentences.

    ``salient`` are the items, by their places in the row, that are names or values, have a capital or are digits;
    ``nouns`` those that are nouns with "the" before them.
    """

    block: Block
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    salient: tuple[int, ...]
    nouns: Sequence[int]

    def salient_in(self, sentence: Sentence) -> tuple[int, ...]:
        """The salient items of one sentence; none where that is but the capital of its first word."""
        first = bisect_left(self.salient, sentence.first)
        found = self.salient[first : bisect_left(self.salient, sentence.last, first)]
        if len(found) == 1 and found[0] == sentence.first and is_plain(self.items[found[0]]):
            return ()
        return found

    def mentions(self) -> Iterable[Mention]:
        """The names and values, in the order of the text."""
        return (mention for i in self.salient if (mention := self.items[i].mention) is not None)

    def entities(self) -> Iterable[str]:
        """The entities that are named, in the order of the text, with repetitions."""
        return (entity for mention in self.mentions() for entity in mention.entities)


def parse(document: Document, lexicon: Lexicon, language: Language, index: NameIndex) -> tuple[Parsed, ...]:
    """The blocks of a document, with every name and value in its place."""
    introduced = set(document.about)
    parsed: list[Parsed] = []
    fresh = True
    for block in document.blocks:
        folded = fold(block.text)
        names = index.find(folded, block.text, introduced)
        values = scan(block.text, language, document.date, fresh=fresh)
        fresh = fresh and not any(value.kind is MentionKind.DATE for value in values)
        items = assemble(pieces(folded, block.text), _merge(names, values))
        nouns = definite_nouns(items, lexicon.class_nouns, lexicon.definites)
        items = name_nouns(items, nouns, block.text, lambda item: index.by_noun(item.text))
        found = sentences(items, block.text, lexicon.abbreviations)
        parsed.append(Parsed(block, items, found, _salient(items), nouns))
    return _with_capital_nouns(parsed, lexicon)


def _salient(items: Sequence[Item]) -> tuple[int, ...]:
    return tuple([i for i, item in enumerate(items) if item.upper or item.mention is not None or item.text.isdecimal()])


def _with_capital_nouns(parsed: Sequence[Parsed], lexicon: Lexicon) -> tuple[Parsed, ...]:
    """Let "the Union" name the one entity with that noun in its name of which the document speaks."""
    if not lexicon.nouns_in_names:
        return tuple(parsed)
    spoken_of = {entity for block in parsed for entity in block.entities()}

    def owners(item: Item) -> frozenset[str]:
        return lexicon.nouns_in_names.get(item.text, frozenset()) & spoken_of if item.upper else frozenset()

    def named(block: Parsed) -> Parsed:
        items = name_nouns(block.items, block.nouns, block.block.text, owners)
        return block if items is block.items else replace(block, items=items)

    return tuple(map(named, parsed))


def _merge(names: Sequence[Mention], values: Sequence[Mention]) -> Sequence[Mention]:
    """Names and values together: of two that overlap the longer stays, of equals the name."""
    if not (names and values):
        return names or values
    together = sorted((*names, *values), key=_start_of)
    if all(one.end <= other.start for one, other in pairwise(together)):
        return together
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(together, key=lambda m: (m.start - m.end, m.kind not in _NAMES)):
        if mention.start in taken or mention.end - 1 in taken:
            continue
        taken.update(range(mention.start, mention.end))
        kept.append(mention)
    return sorted(kept, key=_start_of)

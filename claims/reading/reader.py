"""Document in, mentions and claims out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from claims.dataclasses import dataclass, replace
from claims.languages import load
from claims.languages.words import fold
from claims.model.claim import Claim, ClaimItem, Unchecked
from claims.model.document import Block, BlockKind, Document
from claims.model.factset import FactSet
from claims.model.mention import Mention, MentionKind
from claims.model.span import Span
from claims.reading.binding.binder import SentenceReading, read_sentence
from claims.reading.binding.events import Signs, described, happenings, signs
from claims.reading.binding.focus import Focus
from claims.reading.binding.references import is_governed
from claims.reading.binding.scope import Scope
from claims.reading.items import Item, ItemKind, Sentence, assemble, pieces, sentences
from claims.reading.lexicon import Lexicon, build_lexicon
from claims.reading.names.index import NameIndex
from claims.reading.names.nouns import Owners, name_nouns
from claims.reading.types import EVENT
from claims.reading.values import scan


@dataclass(frozen=True, slots=True)
class BlockMention:
    """A mention and the block it stands in."""

    block: Block
    mention: Mention


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was read in a document. Spans of claims and unchecked values are in its source."""

    document: Document
    mentions: tuple[BlockMention, ...]
    claims: tuple[Claim, ...]
    unchecked: tuple[Unchecked, ...]


@dataclass(frozen=True, slots=True)
class _Parsed:
    block: Block
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]


_NOTHING = SentenceReading((), {})


class Reader:
    """Reads documents against one fact set. Made once, then immutable and safe to share between threads."""

    def __init__(
        self,
        facts: FactSet,
        derivable: Callable[[str, str], bool] = lambda _e, _a: False,
        *,
        lexicon: Callable[[str], Lexicon] | None = None,
        names: Callable[[tuple[str, ...]], NameIndex] | None = None,
    ) -> None:
        """A reader; ``lexicon`` and ``names`` give what is made of the facts for a language, and for languages."""
        self._facts = facts
        self._derivable = derivable
        self._events = happenings(facts)
        children: dict[str, list[str]] = defaultdict(list)
        for entity in facts.entities.values():
            if entity.of is not None:
                children[entity.of].append(entity.id)
        self._children = {parent: tuple(found) for parent, found in children.items()}
        index = names or (lambda codes: NameIndex(facts, codes))
        self._lexicon = lru_cache(maxsize=None)(lexicon or (lambda code: build_lexicon(code, facts)))
        self._names = lru_cache(maxsize=None)(lambda code: index((code, *_others(facts, code))))

    def read(self, document: Document) -> DocumentReading:
        """Find the mentions and claims of a document."""
        lexicon: Lexicon = self._lexicon(document.language)
        parsed = self._parse(document, lexicon)
        everywhere = _union(signs(p.items, p.block.text) for p in parsed) if self._events else _union(())
        known = bool(document.about or self._events) or any(_names_somebody(p) for p in parsed)
        focus = Focus()
        claims: list[Claim] = []
        unchecked: list[Unchecked] = []
        for block in parsed:
            for sentence in block.sentences:
                scope = self._scope(document, lexicon, block, sentence, focus, everywhere)
                reading = read_sentence(scope) if _may_claim(block, sentence, known=known) else _NOTHING
                claims += (_in_source(claim, block.block) for claim in reading.claims)
                unchecked += _unchecked(block, sentence, reading)
                _note_focus(scope, focus, block.block)
                focus.sentence += 1
        mentions = tuple(
            BlockMention(p.block, item.mention) for p in parsed for item in p.items if item.mention is not None
        )
        return DocumentReading(document, mentions, tuple(claims), tuple(unchecked))

    def _parse(self, document: Document, lexicon: Lexicon) -> tuple[_Parsed, ...]:
        introduced = set(document.about)
        language, index = load(document.language), self._names(document.language)
        parsed: list[_Parsed] = []
        for block in document.blocks:
            folded = fold(block.text)
            names = index.find(folded, block.text, introduced)
            values = scan(block.text, language, document.date)
            items = assemble(pieces(folded, block.text), _merge(names, values))
            items = self._named(items, block.text, lexicon, lambda item: index.by_noun(item.text))
            parsed.append(_Parsed(block, items, sentences(items, block.text, lexicon.abbreviations)))
        return self._with_capital_nouns(parsed, lexicon)

    def _with_capital_nouns(self, parsed: list[_Parsed], lexicon: Lexicon) -> tuple[_Parsed, ...]:
        """Let "the Union" name the one entity with that noun in its name of which the document speaks."""
        if not lexicon.nouns_in_names:
            return tuple(parsed)
        spoken_of = {e for p in parsed for item in p.items if item.mention is not None for e in item.mention.entities}

        def owners(item: Item) -> frozenset[str]:
            return lexicon.nouns_in_names.get(item.text, frozenset()) & spoken_of if item.upper else frozenset()

        return tuple(replace(p, items=self._named(p.items, p.block.text, lexicon, owners)) for p in parsed)

    @staticmethod
    def _named(items: tuple[Item, ...], text: str, lexicon: Lexicon, owners: Owners) -> tuple[Item, ...]:
        return name_nouns(items, text, lexicon.class_nouns, lexicon.definites, owners)

    def _scope(
        self, document: Document, lexicon: Lexicon, block: _Parsed, sentence: Sentence, focus: Focus, everywhere: Signs
    ) -> Scope:
        events: tuple[str, ...] = ()
        if self._events:
            here = signs(block.items[sentence.first : sentence.last], block.block.text)
            events = described(self._events, here, everywhere, document)
        return Scope(
            document=document,
            items=block.items,
            sentence=sentence,
            text=block.block.text,
            lexicon=lexicon,
            facts=self._facts,
            focus=focus,
            derivable=self._derivable,
            children=self._children,
            events=events,
        )


def _names_somebody(block: _Parsed) -> bool:
    return any(item.mention is not None and item.mention.entities for item in block.items)


def _may_claim(block: _Parsed, sentence: Sentence, *, known: bool) -> bool:
    """Whether a sentence holds a value: a number, or, where the document speaks of somebody ``known``, a name."""
    for i in range(sentence.first, sentence.last):
        item = block.items[i]
        if item.kind == ItemKind.VALUE or item.text.isdecimal():
            return True
        if known and (item.kind == ItemKind.NAME or (item.upper and i > sentence.first)):
            return True
    return False


def _others(facts: FactSet, code: str) -> tuple[str, ...]:
    """The other languages of the facts: an English text may use a French name."""
    return tuple(sorted({language for entity in facts.entities.values() for language in entity.names} - {code, ""}))


def _union(found: Iterable[Signs]) -> Signs:
    all_signs = tuple(found)
    return Signs(
        frozenset(name for sign in all_signs for name in sign.names),
        tuple(date for sign in all_signs for date in sign.dates),
    )


def _merge(names: tuple[Mention, ...], values: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names and values together: of two that overlap the longer stays, of equals the name."""
    ordered = sorted(
        (*names, *values), key=lambda m: (m.start - m.end, m.kind not in (MentionKind.ENTITY, MentionKind.NAME))
    )
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in ordered:
        if mention.start in taken or mention.end - 1 in taken:
            continue
        taken.update(range(mention.start, mention.end))
        kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


def _in_source(claim: Claim, block: Block) -> Claim:
    def there(span: Span | None) -> Span | None:
        return block.to_source(span) if span is not None else None

    return replace(
        claim,
        quote=there(claim.quote),
        value_span=there(claim.value_span),
        entity_span=there(claim.entity_span),
        items=tuple(ClaimItem(item.value, block.to_source(item.span)) for item in claim.items),
    )


def _unchecked(block: _Parsed, sentence: Sentence, reading: SentenceReading) -> Iterable[Unchecked]:
    claimed = {claim.value_span for claim in reading.claims}
    for i in range(sentence.first, sentence.last):
        item = block.items[i]
        mention = item.mention
        if item.kind is not ItemKind.VALUE or mention is None or mention.value is None or mention.span in claimed:
            continue
        if mention.relative:
            continue  # "today" and "on Monday" place a sentence in time
        span = block.block.to_source(mention.span)
        yield Unchecked(span, mention.kind.value, mention.value, reading.reasons.get(i, "no_wording"))


def _joined(scope: Scope, first: int, second: int) -> bool:
    """Whether nothing but "and", commas and articles stands between two names."""
    lexicon = scope.lexicon
    between = scope.items[first + 1 : second]
    return all(item.text in lexicon.joiners or item.text in lexicon.articles or item.text == "," for item in between)


def _note_focus(scope: Scope, focus: Focus, block: Block) -> None:
    """Remember whom the sentence named; its subject is the first name that hangs on no preposition."""
    lexicon = scope.lexicon
    sentence_items = scope.items[scope.sentence.first : scope.sentence.last]
    last_subject = -1
    for i, item in enumerate(sentence_items, start=scope.sentence.first):
        if item.kind is ItemKind.NAME and item.mention is not None and item.mention.entities:
            subject = not is_governed(scope, i) and (last_subject < 0 or _joined(scope, last_subject, i))
            last_subject = i if subject else last_subject
            focus.add(item.mention.entities, subject=subject)
    if scope.events and any(lexicon.class_nouns.get(item.text) == EVENT for item in sentence_items):
        focus.add(scope.events, subject=False)
    if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
        named = tuple(entity for item in scope.items if item.mention is not None for entity in item.mention.entities)
        focus.topics = named or focus.topics

"""Document in, mentions and claims out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, reduce
from operator import or_

from claims.dataclasses import dataclass
from claims.languages import load
from claims.model.claim import Claim, Unchecked
from claims.model.document import Block, BlockKind, Document
from claims.model.factset import FactSet
from claims.model.mention import Mention
from claims.reading.binding.binder import SentenceReading, read_sentence
from claims.reading.binding.events import Signs, described, happenings, signs
from claims.reading.binding.focus import Focus
from claims.reading.binding.references import is_governed
from claims.reading.binding.scope import Scope
from claims.reading.items import ItemKind, Sentence, is_date
from claims.reading.labelled.labels import Labels
from claims.reading.labelled.reading import LabelledReader, has_labels, without_overlap
from claims.reading.lexicon import Lexicon, build_lexicon
from claims.reading.names.index import NameIndex
from claims.reading.parsing import Parsed, parse
from claims.reading.prefilter import Prefilter
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


_NOTHING = SentenceReading((), {})
_NO_SIGNS = Signs(frozenset(), ())


class Reader:
    """Reads documents against one fact set. Made once, then immutable and safe to share between threads."""

    def __init__(
        self,
        facts: FactSet,
        derivable: Callable[[str, str], bool] = lambda _e, _a: False,
        *,
        lexicon: Callable[[str], Lexicon] | None = None,
        names: Callable[[tuple[str, ...]], NameIndex] | None = None,
        prefilter: Callable[[], Prefilter] | None = None,
    ) -> None:
        """A reader; ``lexicon`` and ``names`` give what is made of the facts for a language, and for languages.

        ``prefilter`` gives what is made of them for looking before reading.
        """
        self._facts = facts
        self._derivable = derivable
        self._events = happenings(facts)
        children: dict[str, list[str]] = defaultdict(list)
        for entity in facts.parts():
            if entity.of is not None:
                children[entity.of].append(entity.id)
        self._children = {parent: tuple(found) for parent, found in children.items()}
        self._make_prefilter = prefilter or (lambda: Prefilter.of(facts))
        index = names or (lambda codes: NameIndex(facts, codes))
        self._lexicon = lru_cache(maxsize=None)(lexicon or (lambda code: build_lexicon(code, facts)))
        self._names = lru_cache(maxsize=None)(lambda code: index((code, *_others(facts, code))))

    @cached_property
    def prefilter(self) -> Prefilter:
        """What tells whether a text names anybody of whom this reader knows."""
        return self._make_prefilter()

    def read(self, document: Document) -> DocumentReading:
        """Find the mentions and claims of a document."""
        lexicon: Lexicon = self._lexicon(document.language)
        blocks = parse(document, lexicon, load(document.language), self._names(document.language))
        everywhere = _union(signs(block.items, block.block.text) for block in blocks) if self._events else _NO_SIGNS
        known = bool(document.about or self._events) or any(True for block in blocks for _ in block.entities())
        focus = Focus()
        claims: list[Claim] = []
        unchecked: list[Unchecked] = []
        for block in blocks:
            for sentence in block.sentences:
                salient = block.salient_in(sentence)
                if salient or self._events:
                    scope = self._scope(document, lexicon, block, sentence, salient, focus, everywhere)
                    reading = read_sentence(scope) if _may_claim(scope, salient, known=known) else _NOTHING
                    claims += reading.claims
                    unchecked += _unchecked(scope, salient, reading)
                    _note_focus(scope, salient)
                _note_topics(block, focus)
                focus.sentence += 1
        if has_labels(blocks):
            scope = self._scope(document, lexicon, blocks[0], Sentence(0, 0), (), focus, _NO_SIGNS)
            claims = without_overlap(claims, self._labelled(scope).claims(blocks))
            taken = {claim.value_span for claim in claims}
            unchecked = [value for value in unchecked if value.span not in taken]
        mentions = tuple(BlockMention(block.block, mention) for block in blocks for mention in block.mentions())
        return DocumentReading(document, mentions, tuple(claims), tuple(unchecked))

    def labels(self, language: str) -> Labels:
        """What the labels of tables and lines say in a language."""
        return Labels(self._lexicon(language))

    def _labelled(self, scope: Scope) -> LabelledReader:
        document = scope.document
        language = load(document.language)
        labels = self.labels(document.language)
        return LabelledReader(document, labels, scope.suits, lambda text: scan(text, language, document.date))

    def _scope(
        self,
        document: Document,
        lexicon: Lexicon,
        block: Parsed,
        sentence: Sentence,
        salient: Sequence[int],
        focus: Focus,
        everywhere: Signs,
    ) -> Scope:
        items, first, last = block.items, sentence.first, sentence.last
        events: tuple[str, ...] = ()
        if self._events:
            events = described(self._events, signs(items[first:last], block.block.text), everywhere, document)
        begins = lexicon.begins.row(items, first, last, salient)
        return Scope(
            document=document,
            block=block.block,
            items=items,
            sentence=sentence,
            text=block.block.text,
            begins=begins,
            begun=reduce(or_, begins, 0),
            dates=tuple([i for i in salient if is_date(items[i])]),
            lexicon=lexicon,
            facts=self._facts,
            focus=focus,
            derivable=self._derivable,
            children=self._children,
            events=events,
        )


def _may_claim(scope: Scope, salient: Sequence[int], *, known: bool) -> bool:
    """Whether a sentence holds a value: a number, or, where the document speaks of somebody ``known``, a name."""
    for i in salient:
        item = scope.items[i]
        if item.kind == ItemKind.VALUE or item.text.isdecimal():
            return True
        if known and (item.kind == ItemKind.NAME or (item.upper and i > scope.sentence.first)):
            return True
    return False


def _others(facts: FactSet, code: str) -> tuple[str, ...]:
    """The other languages of the facts: an English text may use a French name."""
    return tuple(sorted(facts.languages() - {code, ""}))


def _union(found: Iterable[Signs]) -> Signs:
    all_signs = tuple(found)
    return Signs(
        frozenset(name for sign in all_signs for name in sign.names),
        tuple(date for sign in all_signs for date in sign.dates),
    )


def _unchecked(scope: Scope, salient: Sequence[int], reading: SentenceReading) -> Iterable[Unchecked]:
    claimed = {claim.value_span for claim in reading.claims}
    times = [claim.time.written for claim in reading.claims if claim.time is not None]
    for i in salient:
        item = scope.items[i]
        mention = item.mention
        if item.kind != ItemKind.VALUE or mention is None or mention.value is None or mention.relative:
            continue  # "today" and "on Monday" place a sentence in time
        span = scope.block.to_source(mention.span)
        if span not in claimed and mention.value not in times:
            yield Unchecked(span, mention.kind.value, mention.value, reading.reasons.get(i, "no_wording"))


def _joined(scope: Scope, first: int, second: int) -> bool:
    """Whether nothing but "and", commas and articles stands between two names."""
    return all(map(scope.joins, range(first + 1, second)))


def _note_focus(scope: Scope, salient: Sequence[int]) -> None:
    """Remember whom the sentence named; its subject is the first name that hangs on no preposition."""
    lexicon, focus = scope.lexicon, scope.focus
    last_subject = -1
    for i in salient:
        item = scope.items[i]
        if item.kind == ItemKind.NAME and item.mention is not None and item.mention.entities:
            subject = not is_governed(scope, i) and (last_subject < 0 or _joined(scope, last_subject, i))
            last_subject = i if subject else last_subject
            focus.add(item.mention.entities, subject=subject)
    said = scope.items[scope.sentence.first : scope.sentence.last] if scope.events else ()
    if any(lexicon.class_nouns.get(item.text) == EVENT for item in said):
        focus.add(scope.events, subject=False)


def _note_topics(block: Parsed, focus: Focus) -> None:
    """Remember whom a heading names."""
    if block.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
        focus.topics = tuple(block.entities()) or focus.topics

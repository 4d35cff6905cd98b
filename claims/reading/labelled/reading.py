"""From labels and cells to claims.

Whom a value is said of stands in the label of its row or column, in the first row of the table, in the heading above,
or is who the text before it, or the document, is about: the further away, the less sure the claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from claims.dataclasses import dataclass
from claims.model.claim import Claim, ClaimItem, ClaimTime
from claims.model.dates import PartialDate
from claims.model.document import Block, BlockKind, Document
from claims.model.span import Span
from claims.model.verdict import Confidence
from claims.reading.items import Item, ItemKind
from claims.reading.labelled.cells import Cell, Held, Scan
from claims.reading.labelled.grids import Grid, grids
from claims.reading.labelled.labels import LONGEST, Label, Labels
from claims.reading.parsing import Parsed

_HEADINGS = (BlockKind.HEADING, BlockKind.TITLE)
_LABELLED = (BlockKind.CELL, BlockKind.ITEM)
_IN_LINES = (BlockKind.PARAGRAPH, BlockKind.ITEM)
Suits = Callable[[str, str], int]
"""2 where a claim on the attribute of the entity can be decided, 1 where it could be said at all, else 0."""


@dataclass(frozen=True, slots=True)
class _Topic:
    """Whom what stands under no name is about."""

    entities: tuple[str, ...] = ()
    how: str = ""
    confidence: Confidence = Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class LabelledReader:
    """Reads what stands under labels in one document."""

    document: Document
    labels: Labels
    suits: Suits
    scan: Scan

    def claims(self, blocks: Sequence[Parsed]) -> Iterator[Claim]:
        """The claims of tables, of definition lists and of lines with a colon, in the order of the text."""
        tables = grids(blocks)
        topic = _Topic(self.document.about, "what the document is about")
        waiting: Label | None = None
        for block in blocks:
            cell = block.block.cell
            if cell is not None:
                yield from self._table(tables.pop(cell.table, None), topic)
                continue
            if block.block.kind in _IN_LINES:
                yield from self._lines(block, topic)
                if waiting is not None and block.block.kind is BlockKind.ITEM:
                    yield from self._claim(block, block.items, [waiting], topic)
            waiting = self._term(block)
            topic = self._topic(block, topic)

    def _topic(self, block: Parsed, topic: _Topic) -> _Topic:
        """Whom a heading, or else the text, names last; a heading that is nothing but a name is sure."""
        entities = tuple(dict.fromkeys(block.entities()))
        if block.block.kind in _HEADINGS:
            label = self.labels.read(block.items, block.block.text) if entities else None
            sure = label is not None and label.entities == entities and label.time is None
            confidence = Confidence.HIGH if sure else Confidence.MEDIUM
            return _Topic(entities, "the heading", confidence) if entities else topic
        is_new = len(entities) == 1 and entities != topic.entities
        return _Topic(entities, "spoken of just before") if is_new else topic

    def _term(self, block: Parsed) -> Label | None:
        """What an item says that is nothing but a label: a term of a definition list."""
        if block.block.kind is not BlockKind.ITEM or len(block.items) > LONGEST:
            return None
        label = self.labels.read(block.items, block.block.text)
        has_value = any(item.kind == ItemKind.VALUE for item in block.items)
        return label if label and label.attributes and not has_value else None

    def _lines(self, block: Parsed, topic: _Topic) -> Iterator[Claim]:
        """The lines of a block that are "Label: value"."""
        for items in _by_line(block):
            colon = next((i for i, item in enumerate(items[: LONGEST + 1]) if item.text == ":"), 0)
            if 0 < colon < len(items) - 1:
                label = self.labels.read(items[:colon], block.block.text)
                if label is not None and label.attributes:
                    yield from self._claim(block, items[colon + 1 :], [label], topic, quoted=items)

    def _table(self, grid: Grid | None, topic: _Topic) -> Iterator[Claim]:
        """The claims of a table, all at its first cell."""
        if grid is None:
            return
        caption = grid.caption(self.labels)
        if caption is not None:
            topic = _Topic(caption.entities, "the first row of the table", Confidence.HIGH)
        narrow = grid.width == 2
        for cell, row, column in grid.labelled(self.labels):
            said = [label for label in (row, column) if label is not None]
            is_named = any(label.entities for label in said)
            times = sum(label.time is not None and not label.attributes for label in said)
            if len(said) == 2 if is_named or times else narrow and said == [row]:
                yield from self._claim(cell, cell.items, said, topic)

    def _claim(
        self,
        block: Parsed,
        items: Sequence[Item],
        said: Sequence[Label],
        topic: _Topic,
        quoted: Sequence[Item] = (),
    ) -> Iterator[Claim]:
        """The claim that labels make with the value under them, if they say just one thing."""
        named = [label for label in said if label.entities]
        worded = [label for label in said if label.attributes]
        if len(worded) != 1 or len(named) > 1:
            return
        who = _Topic(named[0].entities, f"label {named[0].text}", Confidence.HIGH) if named else topic
        if len(who.entities) != 1:
            return
        cell = Cell(items, block.block.text, self.labels.lexicon, self.scan)
        unit = next((label.unit for label in said if label.unit), "")
        found = self._attribute(who.entities[0], worded[0].attributes, cell, unit)
        if found is None:
            return
        attribute, held = found
        times = {time for time in (*(label.time for label in said), held.time) if time is not None}
        if len(times) <= 1:
            label = f"label {worded[0].text}"
            yield self._made(block.block, who, attribute, held, next(iter(times), None), label, quoted)

    def _attribute(self, entity: str, attributes: Iterable[str], cell: Cell, unit: str) -> tuple[str, Held] | None:
        """The one attribute, of those that the label may mean, that the value and the entity fit best."""
        types = self.labels.lexicon.types
        fitting = [
            (self.suits(entity, attribute), attribute, held)
            for attribute in attributes
            if (held := cell.held(types.get(attribute, frozenset()), unit)) is not None
        ]
        best = max((suits for suits, *_ in fitting), default=0)
        chosen = [(attribute, held) for suits, attribute, held in fitting if suits == best]
        return chosen[0] if best and len(chosen) == 1 else None

    def _made(
        self,
        block: Block,
        who: _Topic,
        attribute: str,
        held: Held,
        time: PartialDate | None,
        label: str,
        quoted: Sequence[Item],
    ) -> Claim:
        quote = (held.outer or held.span).cover(held.span)
        if quoted:
            quote = quote.cover(Span(quoted[0].start, quoted[-1].end))
        return Claim(
            entity=who.entities[0],
            attribute=attribute,
            value=held.value,
            operator=held.operator,
            factor=held.factor,
            where=self.document.where,
            time=ClaimTime(time, time.period) if time else None,
            confidence=who.confidence,
            quote=block.to_source(quote),
            value_span=block.to_source(held.span),
            items=tuple(ClaimItem(item.value, block.to_source(item.span)) for item in held.items),
            how=(f"wording: {label}", f"entity: {who.how}"),
        )


def has_labels(blocks: Iterable[Parsed]) -> bool:
    """Whether a document has anything that may stand under a label."""
    return any(block.block.kind in _LABELLED or ":" in block.block.text for block in blocks)


def _by_line(block: Parsed) -> Iterator[Sequence[Item]]:
    """The items of a block, line by line; none where no line has a colon."""
    text, items = block.block.text, block.items
    if ":" not in text:
        return
    first = 0
    for i in range(1, len(items) + 1):
        if i == len(items) or "\n" in text[items[i - 1].end : items[i].start]:
            yield items[first:i]
            first = i


def without_overlap(claims: Sequence[Claim], labelled: Iterable[Claim]) -> list[Claim]:
    """Both kinds of claims in the order of the text; of two on the same words the surer, of equals the sentence's."""
    more = list(labelled)
    if not more:
        return list(claims)
    kept: list[tuple[Claim, bool]] = []
    both = [*((claim, False) for claim in claims), *((claim, True) for claim in more)]
    for claim, has_label in sorted(both, key=lambda pair: pair[0].value_span or _NOWHERE):
        other, other_has_label = kept[-1] if kept else (claim, has_label)
        if has_label == other_has_label or not _overlap(claim, other):
            kept.append((claim, has_label))
        elif (_ORDER[claim.confidence], other_has_label) > (_ORDER[other.confidence], has_label):
            kept[-1] = (claim, has_label)
    return [claim for claim, _ in kept]


def _overlap(one: Claim, other: Claim) -> bool:
    return bool(one.value_span and other.value_span and one.value_span.overlaps(other.value_span))


_NOWHERE = Span(0, 0)
_ORDER = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}

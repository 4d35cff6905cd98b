"""What a cell holds: the one value that it is, with what may stand beside it.

A cell is a value and little else: "about 1,300", "84 members", "85 (2024)", "Paris, France". Two values, or a sentence,
are none. A unit that its label gives belongs to it: "23.3" under "Population (million)" is 23.3 million.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from claims.dataclasses import dataclass, replace
from claims.model.claim import ClaimItem
from claims.model.dates import PartialDate, Precision
from claims.model.mention import Mention, MentionKind
from claims.model.span import Span
from claims.model.values import NAME_TYPES, ListOf, Number, Value, ValueType
from claims.model.verdict import Operator
from claims.reading.binding.years import year_of
from claims.reading.items import Item, ItemKind
from claims.reading.lexicon import Lexicon
from claims.reading.wording.profile import KINDS

MOST_WORDS = 3
"""How many words may stand beside the value."""
Scan = Callable[[str], Sequence[Mention]]
"""The values in a piece of text."""


@dataclass(frozen=True, slots=True)
class Held:
    """A value with its span in the block, how it is meant, and the time that stands in brackets behind it.

    ``factor`` is what the unit of the label makes of the number that is written, such as a million; ``None`` where the
    label gives none.
    """

    value: Value
    span: Span
    operator: Operator = Operator.EQ
    items: tuple[ClaimItem, ...] = ()
    time: PartialDate | None = None
    outer: Span | None = None
    factor: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The items of a cell, or of what stands behind the colon of a line, in the text of their block."""

    items: Sequence[Item]
    text: str
    lexicon: Lexicon
    scan: Scan

    def held(self, types: frozenset[ValueType], unit: str = "") -> Held | None:
        """The value of one of these types; ``None`` where the cell is not just that."""
        items, time = self._without_brackets()
        values = [item for item in items if item.kind == ItemKind.VALUE]
        if len(values) == 1:
            beside = [item for item in items if item.kind in (ItemKind.WORD, ItemKind.NAME)]
            held = self._figure(values[0], types, unit) if len(beside) <= MOST_WORDS else None
            return replace(held, time=time) if held else None
        named = types & NAME_TYPES or ValueType.LIST in types
        return self._names(items, types, time) if named and not values and not unit else None

    def _without_brackets(self) -> tuple[list[Item], PartialDate | None]:
        """The items outside of brackets, and the date that is all of a bracket."""
        kept: list[Item] = []
        inside: list[Item] = []
        depth, time = 0, None
        for item in self.items:
            if item.kind == ItemKind.MARK and item.text in "([":
                depth, inside = depth + 1, []
            elif item.kind == ItemKind.MARK and item.text in ")]" and depth:
                depth -= 1
                value = inside[0].mention.value if len(inside) == 1 and inside[0].mention else None
                time = value if isinstance(value, PartialDate) else time
            else:
                (inside if depth else kept).append(item)
        return kept, time

    def _figure(self, item: Item, types: frozenset[ValueType], unit: str) -> Held | None:
        mention = item.mention
        if mention is None:
            return None
        meant = self._with_unit(mention, unit) if unit else mention
        value = _typed(meant, types) if meant else None
        if value is None or meant is None:
            return None
        factor = _factor(mention.value, meant.value) if unit else None
        return Held(value, mention.span, mention.operator, outer=mention.outer, factor=factor)

    def _with_unit(self, mention: Mention, unit: str) -> Mention | None:
        """The value as if the unit of the label stood with it; ``None`` where the two make no value."""
        said = self.text[mention.start : mention.end]
        for whole in (f"{said} {unit}", f"{unit} {said}", said if unit in said else ""):
            found = self.scan(whole) if whole else ()
            if len(found) == 1 and found[0].end - found[0].start == len(whole):
                return found[0]
        return None

    def _names(self, items: Sequence[Item], types: frozenset[ValueType], time: PartialDate | None) -> Held | None:
        names = self.lexicon.names.several(items, 0, len(items), self.text, {})
        rest = items[names[-1].last :] if names else ()
        if not names or sum(item.kind != ItemKind.MARK for item in rest) > MOST_WORDS:
            return None
        if ValueType.LIST not in types:
            names = names[:1]
        spans = [Span(items[name.first].start, items[name.last - 1].end) for name in names]
        if ValueType.LIST not in types:
            return Held(names[0].value, spans[0], time=time)
        members = tuple(ClaimItem(name.value, span) for name, span in zip(names, spans, strict=True))
        whole = spans[0].cover(spans[-1])
        return Held(ListOf(tuple(member.value for member in members)), whole, items=members, time=time)


def _factor(written: Value | None, meant: Value | None) -> Decimal:
    if isinstance(written, Number) and isinstance(meant, Number) and written.amount:
        return meant.amount / written.amount
    return Decimal(1)


def _typed(mention: Mention, types: frozenset[ValueType]) -> Value | None:
    """The value as one of the types: a year may be a number, and a number a year."""
    value = mention.value
    if mention.kind is MentionKind.NUMBER and types == {ValueType.DATE}:
        year = year_of(mention)
        return PartialDate.of(year) if year is not None else None
    if any(mention.kind in KINDS.get(kind, frozenset()) for kind in types):
        return value
    is_year = isinstance(value, PartialDate) and value.precision is Precision.YEAR
    if is_year and isinstance(value, PartialDate) and any(MentionKind.NUMBER in KINDS.get(kind, ()) for kind in types):
        return Number(Decimal(value.year))
    return None

"""Values of the model as plain data, and back.

:class:`Packer` turns frozen values into lists, maps, texts and numbers that JSON can hold; :class:`Unpacker` makes
the same values of them. Whatever stands in the data, no more can come out than values of :data:`KINDS` and
:data:`WORDS`: nothing in it is run, imported or looked up by name.

A list is led by a number that says what it is; a ``dict`` is a map with texts for keys. Facts and sources, which many
others lead to, are kept once: each stands before all that lead to it, in a table beside the data.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from claims.loading.configuration import Configuration, JudgingDate, PathPolicy
from claims.model.attribute import Attribute, Cardinality, Wording
from claims.model.claim import Claim, ClaimItem, ClaimTime
from claims.model.dates import PartialDate, Period, Precision
from claims.model.entity import Entity
from claims.model.fact import Derivation, Fact, Rank, Source, Validity
from claims.model.mention import MentionKind
from claims.model.place import Place
from claims.model.report import (
    Because,
    BlamedPart,
    DocumentReport,
    Evidence,
    Related,
    Replacement,
    ReportClaim,
    ReportItem,
    RequirementFailure,
    UncheckedValue,
)
from claims.model.rule import (
    DerivationRule,
    Hedges,
    JudgingPolicy,
    Loop,
    Measure,
    RequirementRule,
    Rounding,
    Rules,
    Tolerance,
)
from claims.model.span import Span
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Text,
    Unknown,
    ValueType,
    Version,
    Written,
)
from claims.model.verdict import Confidence, Match, Operator, Reason, Severity, Silence, Verdict
from claims.reading.lexicon import Excluded
from claims.reading.names.phrases import NameReader
from claims.reading.wording.automaton import FrameEnd

Plain: TypeAlias = Any
"""What JSON can hold; and what was packed, whose kind only who packed it can know."""

KINDS: tuple[type, ...] = (
    *(Number, Between, Range, DateSpan, Version, EntityRef, Text, Boolean, ListOf, Not, Unknown, Nothing, Written),
    *(PartialDate, Period, Place, Validity, Derivation, Fact, Source, Entity, Attribute, Wording),
    *(Loop, DerivationRule, RequirementRule, JudgingPolicy, Rules, RequirementFailure, Evidence, Because),
    *(FrameEnd, NameReader, Excluded),
    *(Configuration, PathPolicy, Tolerance, Hedges),
    *(Span, Claim, ClaimItem, ClaimTime),
    *(DocumentReport, ReportClaim, ReportItem, BlamedPart, Related, Replacement, UncheckedValue),
)
"""The kinds of values that can be packed; the order is part of the form."""
WORDS: tuple[type[Enum], ...] = (
    Precision,
    Rank,
    ValueType,
    Cardinality,
    Severity,
    MentionKind,
    JudgingDate,
    Measure,
    Rounding,
    *(Verdict, Match, Reason, Confidence, Operator, Silence),
)
"""The enumerations, likewise."""
SHARED = (Fact, Source)

_TUPLE, _SET, _DECIMAL, _FRACTION, _DAY, _SHARED, _WORD, _PATH, _KIND = range(9)
_KIND_CODES = {kind: _KIND + code for code, kind in enumerate(KINDS)}
_WORD_CODES = {word: code for code, word in enumerate(WORDS)}
_SLOTS: tuple[tuple[str, ...], ...] = tuple(tuple(kind.__match_args__) for kind in KINDS)  # type: ignore[attr-defined]


class Packer:
    """Packs values; ``table`` is what they share, to be unpacked first."""

    def __init__(self) -> None:
        self.table: list[Plain] = []
        self._known: dict[int, int] = {}
        self._kept: list[object] = []

    def pack(self, value: object) -> Plain:
        """A value as plain data. Raises ``TypeError`` for one of another kind."""
        if value is None or (isinstance(value, str | bool) and not isinstance(value, Enum)):
            return value
        kind = type(value)
        if kind in _KIND_CODES:
            return self._shared(value) if kind in SHARED else self._fields(value)
        if isinstance(value, Enum):
            return [_WORD, _WORD_CODES[kind], value.value]  # type: ignore[index]
        return self._other(value)

    def _other(self, value: object) -> Plain:
        match value:
            case int():
                return value
            case tuple() | list():
                return [_TUPLE, *map(self.pack, value)]
            case frozenset():
                return [_SET, *map(self.pack, sorted(value))]
            case Mapping():
                return {key: self.pack(item) for key, item in value.items()}
            case Decimal():
                return [_DECIMAL, str(value)]
            case Fraction():
                return [_FRACTION, str(value)]
            case Path():
                return [_PATH, str(value)]
            case datetime.date():
                return [_DAY, value.toordinal()]
        raise TypeError(f"{type(value).__name__} is no kind that is kept")

    def _fields(self, value: object) -> Plain:
        code = _KIND_CODES[type(value)]
        return [code, *(self.pack(getattr(value, slot)) for slot in _SLOTS[code - _KIND])]

    def _shared(self, value: object) -> Plain:
        index = self._known.get(id(value))
        if index is None:
            fields = self._fields(value)
            index = self._known[id(value)] = len(self.table)
            self.table.append(fields)
            self._kept.append(value)  # so that no other value gets its id
        return [_SHARED, index]


class Unpacker:
    """Makes values of what a :class:`Packer` made of them.

    Raises ``ValueError``, ``TypeError``, ``LookupError`` or ``ArithmeticError`` for data that no packer made.
    """

    def __init__(self, table: list[Plain]) -> None:
        self._shared: list[object] = []
        for fields in table:
            self._shared.append(self.unpack(fields))

    def unpack(self, data: Plain) -> Plain:
        """The value that was packed; maps come back as ``dict`` that nobody may change."""
        if type(data) is list:
            code = data[0]
            return self._value(code - _KIND, data) if code >= _KIND else self._plain(code, data)
        if type(data) is dict:
            return MappingProxyType({key: self.unpack(item) for key, item in data.items()})
        return data

    def _value(self, kind: int, data: list[Plain]) -> object:
        slots = _SLOTS[kind]
        if len(data) != len(slots) + 1:
            raise ValueError("a value with fields of another version")
        unpack = self.unpack
        value: object = object.__new__(KINDS[kind])
        put = object.__setattr__
        for slot, item in zip(slots, data[1:], strict=True):
            put(value, slot, unpack(item) if type(item) in _NESTED else item)
        return value

    def _plain(self, code: int, data: list[Plain]) -> object:
        if code in (_TUPLE, _SET):
            return _COLLECTIONS[code](map(self.unpack, data[1:]))
        if code == _SHARED:
            return self._shared[data[1]]
        return WORDS[data[1]](data[2]) if code == _WORD else _SCALARS[code](data[1])


_COLLECTIONS: tuple[Callable[[Iterable[object]], object], ...] = (tuple, frozenset)
_SCALARS: Mapping[int, Callable[[Plain], object]] = {
    _DECIMAL: Decimal,
    _FRACTION: Fraction,
    _DAY: datetime.date.fromordinal,
    _PATH: Path,
}
_NESTED = (list, dict)

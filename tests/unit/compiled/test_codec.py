"""Values as plain data, and back."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import inspect
import types
import typing
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compiled.codec import KINDS, WORDS, Packer, Unpacker
from claims.files.cache import from_json, to_json
from claims.loading.configuration import Configuration
from claims.model.dates import PartialDate, Period, Precision
from claims.model.fact import Derivation, Fact, Source, Validity
from claims.model.factset import FactSet
from claims.model.report import RequirementFailure
from claims.model.rule import Rules
from claims.model.values import Between, Boolean, EntityRef, ListOf, Not, Number, Range, Text, Unknown, Version
from claims.reading.lexicon import Lexicon

ROOTS = (FactSet, Rules, RequirementFailure, Configuration)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
DAYS = st.dates()
SIMPLE = st.one_of(
    st.builds(Number, DECIMALS, st.none() | st.text(), DECIMALS),
    st.builds(Between, DECIMALS, DECIMALS),
    st.builds(Range, st.none() | DECIMALS, st.none() | DECIMALS, st.none() | st.text()),
    st.builds(PartialDate, DAYS, st.sampled_from(Precision)),
    st.builds(Version, st.lists(st.text()).map(tuple)),
    st.builds(EntityRef, st.text()),
    st.builds(Text, st.text()),
    st.builds(Boolean, st.booleans()),
    st.just(Unknown()),
)
VALUES = st.one_of(SIMPLE, st.builds(Not, SIMPLE), st.builds(ListOf, st.lists(SIMPLE).map(tuple), st.booleans()))


def _there_and_back(value):
    packer = Packer()
    data = packer.pack(value)
    table, data = from_json(to_json([packer.table, data]))
    return Unpacker(table).unpack(data)


def _named(hint: object) -> set[type]:
    """The classes that a type hint names."""
    if isinstance(hint, types.GenericAlias | types.UnionType) or typing.get_origin(hint) is not None:
        return {kind for part in typing.get_args(hint) for kind in _named(part)}
    return {hint} if inspect.isclass(hint) else set()


def _reached(kinds: set[type]) -> set[type]:
    """The dataclasses and enumerations that fields lead to."""
    known: set[type] = set()
    while kinds:
        kind = kinds.pop()
        if kind not in known and (dataclasses.is_dataclass(kind) or issubclass(kind, Enum)):
            known.add(kind)
            hints = typing.get_type_hints(kind) if dataclasses.is_dataclass(kind) else {}
            kinds |= {found for hint in hints.values() for found in _named(hint)}
    return known


def test_everything_that_facts_and_rules_can_hold_is_known():
    """A kind of value that is new in the model is new here too."""
    reached = _reached(set(ROOTS)) - {FactSet}
    assert {kind for kind in reached if not issubclass(kind, Enum)} <= set(KINDS)
    assert {kind for kind in reached if issubclass(kind, Enum)} <= set(WORDS)
    own = {"frames", "nouns", "begins"}
    packed = {kind for name, hint in typing.get_type_hints(Lexicon).items() if name not in own for kind in _named(hint)}
    assert {kind for kind in _reached(packed) if not issubclass(kind, Enum)} <= set(KINDS)
    assert len(set(KINDS)) == len(KINDS)
    assert len(set(WORDS)) == len(WORDS)


@given(VALUES)
def test_values_come_back_equal(value):
    """Whatever a fact can say is the same after being kept, digits and all."""
    back = _there_and_back(value)
    assert back == value
    assert repr(back) == repr(value)


@given(st.text(), VALUES, st.none() | DAYS)
def test_facts_come_back_whole(name, value, day):
    """Every field of a fact comes back, those that do not count for equality too."""
    source = Source(name, published=PartialDate(day, Precision.DAY) if day else None)
    fact = Fact(name, "a", value, where={"r": name}, validity=Validity(Period(day, None)), source=source, quote=name)
    assert repr(_there_and_back(fact)) == repr(fact)


@pytest.mark.parametrize(
    "value",
    [Fraction(1, 3), datetime.date(2024, 2, 29), Path("/a/b"), 10**40, frozenset({"b", "a"}), {"a": ()}, "\ud800"],
)
def test_other_things_come_back(value):
    """Fractions, days, paths, numbers of any size, sets, maps and broken text."""
    assert _there_and_back(value) == value


def test_what_is_shared_stays_one():
    """A premise of two derived facts is one fact again, and so is their source."""
    source = Source("s")
    stated = Fact("e", "a", 1, source=source)
    derived = [Fact("e", n, 2, derivation=Derivation("r", "x", (stated,))) for n in ("b", "c")]
    first, second, third = _there_and_back((stated, *derived))
    assert second.derivation.premises[0] is first
    assert third.derivation.premises[0] is first


def test_numbers_keep_their_digits():
    """A decimal is kept as it was written."""
    assert str(_there_and_back(Number(Decimal("1.500"))).amount) == "1.500"


def test_what_is_not_known_is_refused():
    """Nothing is guessed about a value of another kind."""
    with pytest.raises(TypeError, match="object"):
        Packer().pack(object())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 60) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=20,
)


@given(JSON)
def test_foreign_data_makes_values_or_an_error(data):
    """Whatever stands in an entry, nothing but values of the model or one of few errors comes of it."""
    with contextlib.suppress(ValueError, TypeError, LookupError, ArithmeticError, AttributeError):
        Unpacker([]).unpack(data)

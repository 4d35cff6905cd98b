"""Laws of writing facts: whatever is written as a facts file is read back as it was."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.loading import load
from claims.loading.facts_text import facts_text
from claims.loading.timelines import validity
from claims.model.dates import PartialDate, Precision
from claims.model.entity import Entity
from claims.model.fact import Fact, Rank
from claims.model.factset import FactSet
from claims.model.values import Boolean, EntityRef, ListOf, Not, Nothing, Number, Text, Unknown

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
DATES = st.builds(
    lambda day, precision: PartialDate(day, Precision.DAY).coarsen(precision),
    st.dates(datetime.date(1500, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from([Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR]),
)


def _number(amount, unit):
    return Number(amount, unit, Decimal(1).scaleb(int(amount.as_tuple().exponent)))


NUMBERS = st.builds(
    _number,
    st.decimals(-(10**9), 10**9, allow_nan=False, places=2) | st.integers(0, 10**6).map(Decimal),
    st.sampled_from([None, None, "EUR", "%", "km"]),
)
NAMES = WORDS.map(Text) | st.just(EntityRef("a"))
VALUES = (
    NUMBERS
    | DATES
    | NAMES
    | st.booleans().map(Boolean)
    | st.sampled_from([Unknown(), Nothing(), Not(EntityRef("a"))])
    | st.builds(ListOf, st.lists(st.just(EntityRef("a")), min_size=1, max_size=2).map(tuple), st.booleans())
)
FACTS = st.builds(
    lambda attribute, value, date, where, rank, quote: Fact(
        "a",
        attribute,
        value,
        validity=validity(during=date) if date else validity(),
        where=where,
        rank=rank,
        quote=quote,
    ),
    st.sampled_from(["one", "two", "number of things", "a: b"]),
    VALUES,
    st.none() | DATES,
    st.dictionaries(st.sampled_from(["region", "age"]), WORDS, max_size=2),
    st.sampled_from(Rank),
    st.none() | WORDS,
)


def _key(fact):
    """What a fact says, without where it stands."""
    return repr((fact.entity, fact.attribute, fact.value, fact.where, fact.validity, fact.rank, fact.quote))


@settings(max_examples=60, deadline=None)
@given(st.lists(FACTS, max_size=5), WORDS)
def test_what_is_written_is_read_back(facts, name):
    """Values of every kind, times, qualifiers, ranks and quotes survive being written."""
    entities = {"a": Entity("a", "thing", {"": (name,)}), "b": Entity("b", of="a", names={"": ("b",)})}
    written = FactSet(entities, {}, tuple(facts))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "facts.yaml"
        file.write_text(facts_text(written), encoding="utf-8")
        read, _ = load([file])
    assert sorted(map(_key, read.facts)) == sorted(map(_key, written.facts))
    assert {id_: replace(entity, place=None) for id_, entity in read.entities.items()} == entities

"""Facts and rules written short, for the tests of reasoning.

    o: organization
    e: event of o
    o.members = 79 | from 2018-09 until 2019-07
    o.members = 84 | as of 2024-10 | region=eu | preferred

Values: ``84``, ``9 EUR``, ``2014-09``, ``60..62`` (one number between), ``"text"``, ``@id``, ``unknown``, ``none``,
``true``, ``[Mali, Niger]`` (complete), ``[Mali, ...]`` (open). A derived fact is shown in the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from claims.expressions.showing import shown
from claims.model.dates import PartialDate, Period
from claims.model.entity import Entity
from claims.model.fact import Fact, Rank, Validity
from claims.model.factset import FactSet
from claims.model.place import Place
from claims.model.rule import DerivationRule, Loop, RequirementRule, Rules
from claims.model.values import Between, Boolean, EntityRef, ListOf, Nothing, Number, Text, Unknown, Value

CONSTANTS = {"unknown": Unknown(), "none": Nothing(), "true": Boolean(True), "false": Boolean(False)}


def read_value(text: str) -> Value:
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] == "@":
        return EntityRef(text[1:])
    if text[0] == '"':
        return Text(text.strip('"'))
    if text[0] == "[":
        items = text.strip("[]").split(", ")
        return ListOf(
            tuple(read_value(f'"{i}"' if i[0] != "@" else i) for i in items if i != "..."), "..." not in items
        )
    if ".." in text:
        return Between(*map(Decimal, text.split("..")))
    if "-" in text[1:]:
        return PartialDate.parse(text)
    amount, _, unit = text.partition(" ")
    return Number(Decimal(amount), unit or None, Decimal(1).scaleb(Decimal(amount).as_tuple().exponent))


def read_validity(text: str) -> Validity:
    words = text.split()
    if words[:2] == ["as", "of"]:
        date = PartialDate.parse(words[2])
        return Validity(Period(date.start, None), as_of=date)
    dates = {word: PartialDate.parse(date) for word, date in zip(words[::2], words[1::2], strict=True)}
    if "during" in dates:
        return Validity(dates["during"].period, during=dates["during"])
    since, until = dates.get("from"), dates.get("until")
    return Validity(Period(since and since.start, until and until.start), since=since, until=until)


def read_fact(line: str) -> Fact:
    left, right = line.split(" = ", 1)
    value, *parts = right.split(" | ")
    where = dict(part.split("=") for part in parts if "=" in part)
    ranks = [rank for rank in Rank if rank.name.lower() in parts]
    times = [part for part in parts if "=" not in part and part not in ("preferred", "deprecated")]
    validity = read_validity(times[0]) if times else Validity()
    entity, attribute = left.split(".")
    return Fact(
        entity, attribute, read_value(value), where=where, validity=validity, rank=ranks[0] if ranks else Rank.NORMAL
    )


@pytest.fixture(scope="session")
def known() -> Callable[[str], FactSet]:
    """Read facts."""

    def read(text: str) -> FactSet:
        entities, facts = {}, []
        for line in filter(None, map(str.strip, text.splitlines())):
            if " = " in line:
                facts.append(read_fact(line))
                continue
            id_, _, kind = line.partition(": ")
            type_, _, of = kind.partition(" of ")
            entities[id_] = Entity(id_, type_, names={"en": (id_.title(),)}, of=of or None)
        return FactSet(entities, {}, tuple(facts))

    return read


def loops(text: str) -> tuple[Loop, ...]:
    return tuple(Loop(*(part.strip() for part in item.split(":"))) for item in text.split(",") if item)


@pytest.fixture(scope="session")
def deriving() -> Callable[..., Rules]:
    """Rules from ``"e: event, o: e.of | e.x = expression [if condition]"``; each is named after its number."""

    def read(*lines: str) -> Rules:
        rules = []
        for number, line in enumerate(lines, 1):
            variables, rest = line.split(" | ")
            target, text = rest.split(" = ", 1)
            expression, _, condition = text.partition(" given ")
            place = Place("rules.yaml", number, 1)
            rules.append(
                DerivationRule(f"r{number}", loops(variables), target, expression, condition or None, place, place)
            )
        return Rules(tuple(rules))

    return read


@pytest.fixture(scope="session")
def requiring() -> Callable[..., Rules]:
    """Rules from ``"e: event, o: e.of | condition"`` and an optional message."""

    def read(line: str, message: str | None = None) -> Rules:
        variables, that = line.split(" | ")
        place = Place("rules.yaml", 1, 1)
        return Rules((), (RequirementRule("r", loops(variables), that, message, place=place, expression_place=place),))

    return read


def shown_period(period: Period) -> str:
    words = [f"from {period.start}"] if period.start else []
    words += [f"until {period.end}"] if period.end else []
    return " ".join(words)


def shown_fact(fact: Fact) -> str:
    parts = [f"{fact.entity}.{fact.attribute} = {shown(fact.value)}", shown_period(fact.validity.period)]
    parts += [f"{key}={value}" for key, value in fact.where]
    return " | ".join(filter(None, parts))

"""A small world to evaluate expressions in; ``tests/cases/expressions_values.yaml`` describes it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from claims.expressions.arithmetic import Arithmetic
from claims.expressions.checking import Scope
from claims.expressions.compiling import Compiler
from claims.expressions.expression import parse
from claims.expressions.frames import Budget, Frame
from claims.expressions.kinds import Kind, kind_of_value
from claims.expressions.units import Units
from claims.expressions.world import World
from claims.languages.units import convert
from claims.model.dates import PartialDate
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Between, EntityRef, ListOf, Nothing, Number, Range, Text, Unknown, Value, Version

FACTS = (
    Fact("o", "founded", PartialDate.of(2014, 9)),
    Fact("o", "members", 84),
    Fact("o", "zero", 0),
    Fact("o", "budget", Number(Decimal(40000), "EUR")),
    Fact("o", "share", Number(Decimal(25), "%")),
    Fact("o", "area", Between(Decimal(60), Decimal(62))),
    Fact("o", "temperature", Range(Decimal(-20), Decimal(40))),
    Fact("o", "motto", Unknown()),
    Fact("o", "chair", Nothing()),
    Fact("o", "hosts", ListOf((Text("Mali"), Text("Niger")), complete=True)),
    Fact("o", "partners", ListOf((Text("x"),))),
    Fact("o", "release", Version(("3", "9"))),
    Fact("o", "points", 10, where={"half": "1"}),
    Fact("o", "points", 15, where={"half": "2"}),
    Fact("o", "city", Text("Washington")),
    Fact("e", "date", PartialDate.of(2024, 9, 30)),
    Fact("e", "attending", 37),
    Fact("e", "year_held", PartialDate.of(2014)),
    Fact("e", "guest", EntityRef("o")),
)
ENTITIES = {"o": Entity("o", "organization", names={"en": ("Coalition", "Allies")}), "e": Entity("e", "event", of="o")}
ABSENT = {"slogan": Kind.TEXT, "losses": Kind.NUMBER, "deficit": Kind.NUMBER}


@pytest.fixture(scope="session")
def scope() -> Scope:
    """What expressions may name in the small world."""
    kinds = {fact.attribute: kind_of_value(fact.value) or Kind.ANY for fact in FACTS}
    types = ("organization", "event", "person")
    return Scope(kinds | ABSENT, ("o", "e"), tuple(ENTITIES), types, ("half",))


@pytest.fixture(scope="session")
def evaluate(scope) -> Callable[[str], Value]:
    """Evaluate an expression in the small world, at 2024-10-01, with the first fact of each slot that fits."""
    world = World.of(FactSet(ENTITIES, {}, FACTS))

    def run(text: str, steps: list[tuple[str, Value]] | None = None) -> Value:
        expression = parse(text, scope=scope)
        compiler = Compiler(Arithmetic(Units(convert)))
        compiled = compiler.compile(expression.root, expression.source)
        frame = Frame(world, Budget(10_000), PartialDate.of(2024, 10, 1))
        frame.entities = {"o": "o", "e": "e"}
        for slot in compiler.slots:
            entity = slot.base(frame)
            facts = world.facts.of(entity, slot.attribute) if entity else ()
            kept = [fact for fact in facts if slot.keep is None or slot.keep(frame, fact)]
            frame.slots = (*frame.slots, kept[0] if kept else None)
        value = compiled(frame)
        if steps is not None:
            steps.extend(frame.steps)
        return value

    return run

"""Values that come from Python, not from a file: typed by their attribute, and checked."""

from __future__ import annotations

from collections.abc import Iterable

from claims.dataclasses import replace
from claims.errors import LoadError, Problem
from claims.loading.attributes import Attributes
from claims.loading.mistakes import MisreadError
from claims.loading.names import EntityNames
from claims.loading.timelines import end_replaced
from claims.loading.values import Context, read_text
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import ListOf, Not, Value, Written


def read_value(text: str, attribute: str, factset: FactSet, *, names: EntityNames | None = None) -> Value:
    """The value that a text is for an attribute of a fact set.

    Who reads many values gives the ``names`` of the fact set's entities, which else are gathered anew. Raises
    ``ValueError`` saying what is wrong and what to write.
    """
    names = names or EntityNames.of(factset.entities.values())
    return read_text(text.strip(), Context(Attributes(factset.attributes).get(attribute), names))


def type_facts(facts: Iterable[Fact], factset: FactSet) -> tuple[Fact, ...]:
    """The facts with every :class:`~claims.model.values.Written` value read by the type of its attribute.

    Their validity is ended by one another as in a file; that of the fact set's own facts is left alone. Raises
    :class:`~claims.errors.LoadError` with all that cannot be read.
    """
    names = EntityNames.of(factset.entities.values())
    attributes = Attributes(factset.attributes)
    typed, problems = [], []
    for fact in facts:
        try:
            value = _typed(fact.value, Context(attributes.get(fact.attribute), names))
            typed.append(replace(fact, value=value) if value is not fact.value else fact)
        except MisreadError as error:
            place = f"Fact({fact.entity!r}, {fact.attribute!r})"
            problems.append(Problem(place, None, None, error.message, error.hint))
    if problems:
        raise LoadError(tuple(problems))
    return end_replaced(typed, factset.attributes)


def _typed(value: Value, context: Context) -> Value:
    match value:
        case Written(text):
            return read_text(text.strip(), context)
        case ListOf(items, complete):
            return ListOf(tuple(_typed(item, context) for item in items), complete)
        case Not(inner):
            return Not(_typed(inner, context))
        case _:
            return value

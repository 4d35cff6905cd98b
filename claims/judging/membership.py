"""What is known to belong to a list, and what a text's list leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from claims.judging.comparison import meet
from claims.judging.meeting import Outcome, Standard
from claims.model.fact import Fact
from claims.model.values import ListOf, Not, Nothing, Unknown, Value
from claims.model.verdict import Operator


def known_items(facts: Sequence[Fact]) -> tuple[Value, ...]:
    """Everything that the facts name, lists opened, each once."""
    found = (item for fact in facts for item in (fact.value.items if isinstance(fact.value, ListOf) else (fact.value,)))
    return tuple(dict.fromkeys(item for item in found if not isinstance(item, Not | Nothing | Unknown)))


def missing_from(said: ListOf, facts: Sequence[Fact], standard: Standard) -> tuple[Value, ...]:
    """The known items that no item of the text's list names."""
    return tuple(item for item in known_items(facts) if not any(_names(one, item, standard) for one in said.items))


def is_closed(facts: Sequence[Fact]) -> bool:
    """Whether the facts name all there is."""
    return any(isinstance(fact.value, ListOf) and fact.value.complete for fact in facts)


def _names(said: Value, known: Value, standard: Standard) -> bool:
    return meet(said, Operator.EQ, known, standard).outcome is Outcome.SUPPORTED

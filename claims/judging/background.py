"""What is worked out once for all the texts that are judged against the same facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from claims.dataclasses import dataclass, field
from claims.judging.bearers import Bearers
from claims.model.dates import Period
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.values import Value

Suppose: TypeAlias = Callable[[Fact, Sequence[tuple[Fact, Value]], Period | None], tuple[Fact, ...]]
"""What would stand in place of a derived fact if other facts had other values, at a time of judging."""


def nothing_follows(_fact: Fact, _instead: Sequence[tuple[Fact, Value]], _at: Period | None) -> tuple[Fact, ...]:
    """Where there are no rules, nothing follows from anything."""
    return ()


@dataclass(frozen=True, slots=True)
class Background:
    """Who has which value, and what would follow if a fact had another."""

    bearers: Bearers = field(default_factory=lambda: Bearers(FactSet()))
    suppose: Suppose = nothing_follows

"""A requirement that the facts do not meet."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.fact import Fact
from claims.model.rule import RequirementRule


@dataclass(frozen=True, slots=True)
class FailedRequirement:
    """``facts`` are those that together break the rule, ``steps`` how it came out ("year(e.date) = 2024")."""

    rule: RequirementRule
    facts: tuple[Fact, ...]
    message: str
    steps: tuple[str, ...] = ()

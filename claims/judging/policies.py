"""Which judging policy a claim falls under.

``judge: [{select: coalition.members, tolerance: 0}]``: a policy's ``select`` holds terms joined by commas; a term
of the form ``entity.attribute``, globs allowed, decides here. Terms with a verdict after a colon speak of the
severity of findings and decide nothing about tolerance. Where several policies fit, the last one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fnmatch import fnmatchcase

from claims.dataclasses import dataclass
from claims.model.rule import JudgingPolicy


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a value may be off: an amount in the fact's unit (days for a date), or a fraction of the fact."""

    amount: Decimal
    relative: bool = False

    def of(self, known: Decimal) -> Decimal:
        """The tolerance in the unit of ``known``."""
        return abs(known) * self.amount if self.relative else self.amount


def tolerance_for(policies: Sequence[JudgingPolicy], entity: str, attribute: str) -> Tolerance | None:
    """The tolerance that the policies give an attribute of an entity; ``None`` where they give none."""
    subject = f"{entity}.{attribute}"
    for policy in reversed(policies):
        if policy.tolerance is not None and any(fnmatchcase(subject, term) for term in _terms(policy.select)):
            return Tolerance(policy.tolerance, policy.relative)
    return None


def _terms(select: str) -> tuple[str, ...]:
    return tuple(term for part in select.split(",") if ":" not in (term := part.strip()))

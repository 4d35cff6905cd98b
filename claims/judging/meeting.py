"""How what a claim says meets what one fact says.

The answer to one comparison, before time, rank and the other facts are weighed: the fact *supports* the claim
(and how well: :class:`~claims.model.verdict.Match`), *excludes* it, or leaves it *undecided* (and why:
:class:`~claims.model.verdict.Reason`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from claims.dataclasses import dataclass, field, replace
from claims.judging.policies import AS_USUAL, Strictness
from claims.model.entity import Entity
from claims.model.values import ValueType
from claims.model.verdict import Match, Reason


class Outcome(StrEnum):
    """The three ways in which a claim and a fact can meet."""

    SUPPORTED = "supported"
    EXCLUDED = "excluded"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One comparison's answer. ``unsure`` marks that only one of the two values has a unit."""

    outcome: Outcome
    match: Match | None = None
    reason: Reason | None = None
    unsure: bool = False

    def denied(self) -> Meeting:
        """The answer for the claim's negation."""
        match self.outcome:
            case Outcome.SUPPORTED:
                return replace(self, outcome=Outcome.EXCLUDED, match=None)
            case Outcome.EXCLUDED:
                return replace(self, outcome=Outcome.SUPPORTED, match=Match.EXACT)
            case Outcome.UNDECIDED:
                return self


@dataclass(frozen=True, slots=True)
class Standard:
    """What a comparison goes by beside the two values: the attribute's type and unit, the policies, known entities."""

    type: ValueType | None = None
    unit: str | None = None
    strictness: Strictness = AS_USUAL
    entities: Mapping[str, Entity] = field(default_factory=dict)


EXCLUDED = Meeting(Outcome.EXCLUDED)

CLOSEST_FIRST = (Match.EXACT, Match.DERIVED, Match.ROUNDED, Match.COARSER, Match.BOUND)
_BEST_FIRST = (Outcome.SUPPORTED, Outcome.UNDECIDED, Outcome.EXCLUDED)


def supported(match: Match) -> Meeting:
    """The fact supports the claim."""
    return Meeting(Outcome.SUPPORTED, match=match)


def undecided(reason: Reason) -> Meeting:
    """The fact neither supports nor excludes the claim."""
    return Meeting(Outcome.UNDECIDED, reason=reason)


def best(meetings: Iterable[Meeting]) -> Meeting:
    """The answer most favourable to the claim, of at least one."""
    return min(meetings, key=_favour)


def worst(meetings: Iterable[Meeting]) -> Meeting:
    """The answer least favourable to the claim, of at least one."""
    return max(meetings, key=_favour)


def _favour(meeting: Meeting) -> tuple[int, int]:
    closeness = CLOSEST_FIRST.index(meeting.match) if meeting.match else len(CLOSEST_FIRST)
    return _BEST_FIRST.index(meeting.outcome), closeness

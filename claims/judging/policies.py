"""Which judging policies a claim falls under, and what they come to.

``judge: [{select: coalition.members, tolerance: 0}]``: a term of ``select`` that is a mere ``entity.attribute``,
globs allowed, decides how a claim is judged. Terms with a verdict, a reason or a rule speak of the severity of
findings, which is settled when the verdict is known. Where several policies fit, the last one that gives a thing
counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.dataclasses import dataclass
from claims.files.globs import matches
from claims.model.rule import Hedges, JudgingPolicy, Rounding, Tolerance
from claims.model.selectors import Subject, parse_selector

_NO_HEDGES = Hedges()


@dataclass(frozen=True, slots=True)
class Strictness:
    """What the policies give the claims of one attribute of one entity; ``None`` where they leave the default."""

    tolerance: Tolerance | None = None
    rounding: Rounding = Rounding.NEAREST
    hedges: Hedges = _NO_HEDGES
    expires: bool = True


AS_USUAL = Strictness()


def policies_for(
    policies: Sequence[JudgingPolicy], path: str | None, language: str | None
) -> tuple[JudgingPolicy, ...]:
    """The policies that speak of a text, by its path as it was given and its language; ``None`` where it has none."""
    return tuple(policy for policy in policies if _speaks_of(policy, path, language))


def strictness_for(policies: Sequence[JudgingPolicy], entity: str, attribute: str) -> Strictness:
    """How strictly an attribute of an entity is judged."""
    found = AS_USUAL
    subject = Subject(entity, attribute)
    for policy in policies:
        if policy.judges and _selects(policy.select, subject):
            found = _under(policy, found)
    return found


def _speaks_of(policy: JudgingPolicy, path: str | None, language: str | None) -> bool:
    if policy.languages and language not in policy.languages:
        return False
    return not policy.paths or (path is not None and any(matches(path, f"**/{glob}") for glob in policy.paths))


def _selects(select: str, subject: Subject) -> bool:
    terms = parse_selector(select).terms
    return any(term.name is not None and not term.words and term.selects(subject) for term in terms)


def _under(policy: JudgingPolicy, found: Strictness) -> Strictness:
    return Strictness(
        found.tolerance if policy.tolerance is None else policy.tolerance,
        policy.rounding or found.rounding,
        policy.hedges.over(found.hedges) if policy.hedges else found.hedges,
        found.expires if policy.expires is None else policy.expires,
    )

"""Versions: 3.9 covers 3.9.2 and is not 3.90.

A version speaks of every release below it: 3.9 is true of 3.9.2 (``coarser``), 3.9.2 is finer than a known 3.9.
*After* 3.9 means past all of 3.9, *since* 3.9 takes it in. Parts compare as numbers where both are.
"""

from __future__ import annotations

from itertools import zip_longest

from claims.judging.meeting import EXCLUDED, Meeting, supported, undecided
from claims.model.values import Version
from claims.model.verdict import Match, Operator, Reason

_BOUNDS = frozenset({Operator.GT, Operator.GE, Operator.LT, Operator.LE})
_Order = tuple[int, int, str]


def meet_versions(said: Version, operator: Operator, known: Version) -> Meeting:
    """How a claim of a version meets a known one."""
    order = _compare(said, known)
    if operator not in _BOUNDS:
        return _meet_equal(said, known) if order == 0 else EXCLUDED
    if order == 0 and len(known.parts) < len(said.parts):
        return undecided(Reason.FINER_THAN_FACT)
    true = {
        Operator.GT: order > 0,
        Operator.GE: order >= 0,
        Operator.LT: order < 0,
        Operator.LE: order <= 0,
    }[operator]
    return supported(Match.BOUND) if true else EXCLUDED


def _meet_equal(said: Version, known: Version) -> Meeting:
    if len(said.parts) > len(known.parts):
        return undecided(Reason.FINER_THAN_FACT)
    return supported(Match.EXACT if len(said.parts) == len(known.parts) else Match.COARSER)


def _compare(said: Version, known: Version) -> int:
    """Whether ``known`` comes after (1) or before (-1) ``said``; 0 where one covers the other."""
    for one, other in zip_longest(said.parts, known.parts):
        if one is None or other is None:
            return 0
        if _order(one) != _order(other):
            return 1 if _order(other) > _order(one) else -1
    return 0


def _order(part: str) -> _Order:
    """Digits before their value, so that a million of them stay cheap: no conversion, only length and text."""
    if not (part.isascii() and part.isdigit()):
        return (0, 0, part)
    digits = part.lstrip("0")
    return (1, len(digits), digits)

"""A verdict on one claim, with what it rests on."""

from __future__ import annotations

from enum import StrEnum

from claims.dataclasses import dataclass
from claims.model.claim import Claim
from claims.model.dates import Period
from claims.model.fact import Fact
from claims.model.span import Span
from claims.model.values import Value
from claims.model.verdict import Match, Reason, Verdict


class BlameRole(StrEnum):
    """Which part of a claim is the one to mend."""

    VALUE = "value"
    ENTITY = "entity"
    ATTRIBUTE = "attribute"
    TIME = "time"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Blame:
    """The smallest repair: the part of the claim that is wrong, and its span in the source if it has one."""

    role: BlameRole
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement, worded for the language and number format of the text."""

    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class ItemJudgement:
    """The verdict on one member of a list."""

    value: Value
    span: Span | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a claim stands against the facts.

    ``at`` is the time it was judged at (``None``: the latest known). ``evidence`` are the facts that decide,
    ``replaced`` for an outdated claim the facts that made it true once. ``note`` is ``premature`` for a
    value that is true only later, ``incomplete`` for a list that is said to be all and leaves something out,
    ``digits swapped`` for a slip of the keyboard. ``caused_by`` is the index,
    among the claims of the same document, of the one that this claim fails because of.
    """

    claim: Claim
    verdict: Verdict
    match: Match | None = None
    reason: Reason | None = None
    note: str | None = None
    at: Period | None = None
    evidence: tuple[Fact, ...] = ()
    replaced: tuple[Fact, ...] = ()
    blame: Blame | None = None
    suggestion: Suggestion | None = None
    items: tuple[ItemJudgement, ...] = ()
    caused_by: int | None = None

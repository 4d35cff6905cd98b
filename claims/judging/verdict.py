"""From facts to a verdict.

The facts that hold at the claim's time are met one by one, then weighed in this order:

1. one supports it and none of the same time excludes it: ``supported``;
2. one supports it and one of the same time excludes it: ``conflicting``;
3. one excludes it: ``outdated`` if an earlier fact supports it, else ``contradicted`` (``premature`` if only a
   later one does);
4. none decides: ``unverifiable``, with the reason; but ``outdated`` if it was true until a day that the facts
   name, and ``contradicted`` as premature if it is true from such a day on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.dataclasses import dataclass, replace
from claims.judging.comparison import meet
from claims.judging.lists import worst_verdict
from claims.judging.meeting import CLOSEST_FIRST, Meeting, Outcome, Standard
from claims.judging.membership import is_closed, missing_from
from claims.judging.timeline import Held, overlapping
from claims.model.fact import Fact
from claims.model.values import ListOf, Not, Unknown, Value
from claims.model.verdict import Match, Operator, Reason, Verdict

PREMATURE = "premature"
INCOMPLETE = "incomplete"

_REASONS = (Reason.UNIT_MISMATCH, Reason.FINER_THAN_FACT, Reason.OPEN_LIST, Reason.NO_FACT)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the facts: is the value, so meant, that of the subject? ``many``: it may have others."""

    value: Value
    operator: Operator
    held: Held
    standard: Standard
    many: bool

    def about(self, value: Value) -> Question:
        """The same question of another value."""
        return replace(self, value=value)

    def met_by(self, fact: Fact) -> Meeting:
        """How the value meets one fact."""
        return meet(self.value, self.operator, fact.value, self.standard, many=self.many)


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer: a verdict and what it rests on. ``unsure`` marks a number compared without its unit."""

    verdict: Verdict
    match: Match | None = None
    reason: Reason | None = None
    note: str | None = None
    evidence: tuple[Fact, ...] = ()
    replaced: tuple[Fact, ...] = ()
    unsure: bool = False
    items: tuple[Decision, ...] = ()


def decide(question: Question) -> Decision:
    """The verdict on one value, or on a list of them item by item."""
    if isinstance(question.value, ListOf):
        return _decide_list(question, question.value)
    held = question.held
    if not held.now:
        return _from_the_past(question) or _unverifiable(held.reason or Reason.NO_FACT, held.near)
    meetings = [(fact, question.met_by(fact)) for fact in held.now]
    decision = _weigh(question, meetings)
    deciding = {id(fact) for fact in decision.evidence}
    unsure = any(m.unsure for fact, m in meetings if id(fact) in deciding)
    return replace(decision, unsure=True) if unsure else decision


def _weigh(question: Question, meetings: Sequence[tuple[Fact, Meeting]]) -> Decision:
    yes = [(fact, meeting) for fact, meeting in meetings if meeting.outcome is Outcome.SUPPORTED]
    no = [fact for fact, meeting in meetings if meeting.outcome is Outcome.EXCLUDED]
    if yes:
        return _supported_or_conflicting(yes, no)
    if no and not _cut_through_apart_from(meetings, no):
        return _excluded(question, tuple(no))
    reasons = {meeting.reason for _, meeting in meetings}
    reason = next((reason for reason in _REASONS if reason in reasons), Reason.NO_FACT)
    if reason is Reason.OPEN_LIST and (told := _from_the_past(question)):
        return told
    return _unverifiable(reason, tuple(fact for fact, meeting in meetings if meeting.reason is reason))


def _supported_or_conflicting(yes: Sequence[tuple[Fact, Meeting]], no: Sequence[Fact]) -> Decision:
    against = tuple(fact for fact in no if any(overlapping(fact, other) for other, _ in yes))
    if against:
        return Decision(Verdict.CONFLICTING, evidence=(*(fact for fact, _ in yes), *against))
    ranked = sorted(((_match(fact, meeting), fact) for fact, meeting in yes), key=lambda p: CLOSEST_FIRST.index(p[0]))
    closest = ranked[0][0]
    evidence = tuple(fact for match, fact in ranked if match is closest)
    return Decision(Verdict.SUPPORTED, match=closest, evidence=evidence)


def _match(fact: Fact, meeting: Meeting) -> Match:
    return Match.DERIVED if fact.derivation is not None else meeting.match or Match.EXACT


def _cut_through_apart_from(meetings: Sequence[tuple[Fact, Meeting]], no: Sequence[Fact]) -> bool:
    """Whether a fact of another time than those that exclude the claim may be what it means."""
    return any(
        meeting.reason is Reason.FINER_THAN_FACT and not any(overlapping(fact, other) for other in no)
        for fact, meeting in meetings
    )


def _excluded(question: Question, evidence: tuple[Fact, ...]) -> Decision:
    if question.held.dateless:
        return _unverifiable(Reason.NO_DATE, evidence)
    if replaced := _supporting(question, question.held.earlier):
        return Decision(Verdict.OUTDATED, evidence=evidence, replaced=replaced)
    premature = _supporting(question, question.held.later)
    return Decision(Verdict.CONTRADICTED, note=PREMATURE if premature else None, evidence=evidence)


def _from_the_past(question: Question) -> Decision | None:
    """What facts say that hold no more, or not yet, where they name the day and nothing else decides."""
    ended = [fact for fact in question.held.earlier if fact.validity.until is not None]
    if question.operator is not Operator.NE and (replaced := _supporting(question, ended)):
        current = tuple(fact for fact in question.held.now if not isinstance(fact.value, Not | Unknown))
        return Decision(Verdict.OUTDATED, evidence=current, replaced=replaced)
    coming = [fact for fact in question.held.later if fact.validity.since is not None]
    if question.many and question.operator is not Operator.NE and (evidence := _supporting(question, coming)):
        return Decision(Verdict.CONTRADICTED, note=PREMATURE, evidence=evidence)
    return None


def _supporting(question: Question, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if question.met_by(fact).outcome is Outcome.SUPPORTED)


def _unverifiable(reason: Reason, evidence: tuple[Fact, ...]) -> Decision:
    return Decision(Verdict.UNVERIFIABLE, reason=reason, evidence=evidence)


def _decide_list(question: Question, said: ListOf) -> Decision:
    items = tuple(decide(question.about(item)) for item in said.items)
    verdict = worst_verdict([item.verdict for item in items])
    deciding = [item for item in items if item.verdict is verdict]
    whole = Decision(
        verdict,
        match=max((item.match for item in items if item.match), key=CLOSEST_FIRST.index, default=Match.EXACT)
        if verdict is Verdict.SUPPORTED
        else None,
        reason=next((item.reason for item in deciding if item.reason), None),
        note=next((item.note for item in deciding if item.note), None),
        evidence=_unique(fact for item in deciding for fact in item.evidence),
        replaced=_unique(fact for item in deciding for fact in item.replaced),
        unsure=any(item.unsure for item in items),
        items=items,
    )
    return _as_complete(question, said, whole) if said.complete and verdict is Verdict.SUPPORTED else whole


def _as_complete(question: Question, said: ListOf, whole: Decision) -> Decision:
    """The verdict on a list that is said to be all there is, every item of which is right."""
    now = question.held.now
    if missing_from(said, now, question.standard):
        return replace(whole, verdict=Verdict.CONTRADICTED, match=None, note=INCOMPLETE, evidence=now)
    if is_closed(now):
        return whole
    return replace(whole, verdict=Verdict.UNVERIFIABLE, match=None, reason=Reason.OPEN_LIST)


def _unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({id(fact): fact for fact in facts}.values())

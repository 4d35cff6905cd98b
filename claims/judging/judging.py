"""One claim, or all claims of a document, against the facts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, localcontext

from claims.dataclasses import replace
from claims.judging.asking import Terms, answer, question_of, time_of
from claims.judging.background import Background
from claims.judging.bearers import Bearers
from claims.judging.blame import blame_of, note_of
from claims.judging.causes import with_causes
from claims.judging.mistaken import with_mistaken_attributes, with_mistaken_entities
from claims.judging.suggestion import suggest
from claims.judging.verdict import Decision
from claims.judging.wording import Page, Prose
from claims.model.claim import Claim
from claims.model.dates import Period
from claims.model.factset import FactSet
from claims.model.judgement import ItemJudgement, Judgement
from claims.model.rule import JudgingPolicy
from claims.model.values import ListOf
from claims.model.verdict import Confidence

# Wide enough for any figure a text means, and without traps: an absurd one compares as false, never raises.
_ARITHMETIC = Context(prec=60, traps=[])


def judge(
    claim: Claim,
    facts: FactSet,
    *,
    at: Period | None,
    policies: tuple[JudgingPolicy, ...] = (),
    language: str = "en",
    text: str | Prose | None = None,
    as_of_given: bool = False,
) -> Judgement:
    """How one claim stands against the facts.

    ``at`` is the time of judging where the claim names none; ``None`` takes the latest known value of each fact.
    ``text`` is what the claim's spans (in code points) are spans of, or gives the words at a span without markup: for
    the form of the suggestion. ``language`` is its language. ``as_of_given`` says that ``at`` was asked for
    (``--as-of``): then facts whose ``recheck_by`` has passed decide nothing. Raises nothing: what cannot be judged is
    ``unverifiable``.
    """
    page = Page(language, text, facts.entities)
    with localcontext(_ARITHMETIC):
        return _judge_alone(claim, Terms(facts, at, policies, as_of_given, page))


def judge_all(
    claims: Sequence[Claim],
    facts: FactSet,
    *,
    at: Period | None,
    policies: tuple[JudgingPolicy, ...] = (),
    language: str = "en",
    text: str | Prose | None = None,
    as_of_given: bool = False,
    background: Background | None = None,
) -> tuple[Judgement, ...]:
    """How the claims of one document stand, in their order; the options are those of :func:`judge`.

    Beside judging each, this sees what only the whole text shows: a wrong name behind several wrong values,
    values said of each other's attribute, and claims that fail only because another does
    (``Judgement.caused_by``, an index into the claims; ``background.suppose`` says what would follow).
    """
    page = Page(language, text, facts.entities)
    terms = Terms(facts, at, policies, as_of_given, page, background or Background(Bearers(facts)))
    with localcontext(_ARITHMETIC):
        judgements = tuple(_judge_alone(claim, terms) for claim in claims)
        judgements = with_mistaken_entities(judgements, terms)
        return with_causes(with_mistaken_attributes(judgements, terms), terms)


def _judge_alone(claim: Claim, terms: Terms) -> Judgement:
    question = question_of(claim, terms)
    decision = answer(claim, question)
    return Judgement(
        claim=_less_sure(claim) if decision.unsure else claim,
        verdict=decision.verdict,
        match=decision.match,
        reason=decision.reason,
        note=note_of(claim, decision),
        at=time_of(claim, terms),
        evidence=decision.evidence,
        replaced=decision.replaced,
        blame=blame_of(claim, decision, question),
        suggestion=suggest(claim, decision, question, terms.page),
        items=_items(claim, decision),
    )


def _less_sure(claim: Claim) -> Claim:
    return claim if claim.confidence is Confidence.LOW else replace(claim, confidence=Confidence.MEDIUM)


def _items(claim: Claim, decision: Decision) -> tuple[ItemJudgement, ...]:
    if not isinstance(claim.value, ListOf):
        return ()
    spans = [item.span for item in claim.items]
    given = spans if len(spans) == len(decision.items) else [None] * len(decision.items)
    judged = zip(claim.value.items, given, decision.items, strict=False)
    return tuple(ItemJudgement(value, span, item.verdict) for value, span, item in judged)

"""From a claim to the question that the facts are asked."""

from __future__ import annotations

from claims.dataclasses import dataclass, field
from claims.judging.background import Background
from claims.judging.meeting import Standard
from claims.judging.policies import strictness_for
from claims.judging.scope import in_scope
from claims.judging.timeline import held
from claims.judging.verdict import Decision, Question, decide
from claims.judging.wording import Page
from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim
from claims.model.dates import Period
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.rule import JudgingPolicy
from claims.model.values import NAME_TYPES, EntityRef, ListOf, Not, Text, ValueType, Written
from claims.model.verdict import Reason, Verdict


@dataclass(frozen=True, slots=True)
class Terms:
    """What all claims of a document are judged by.

    ``at`` is the time for claims that name none (``None``: the latest known); ``as_of_given`` lets facts expire.
    """

    facts: FactSet
    at: Period | None = None
    policies: tuple[JudgingPolicy, ...] = ()
    as_of_given: bool = False
    page: Page = field(default_factory=Page)
    background: Background = field(default_factory=Background)


def time_of(claim: Claim, terms: Terms) -> Period | None:
    """The time a claim is judged at: its own, else that of the document."""
    return terms.at if claim.time is None else claim.time.period


def question_of(claim: Claim, terms: Terms) -> Question:
    """What the facts are asked, with those that bear on it sorted by time and scope."""
    facts = terms.facts.of(claim.entity, claim.attribute)
    attribute = terms.facts.attributes.get(claim.attribute)
    many = may_have_many(attribute, facts)
    at, dated = time_of(claim, terms), claim.time is not None
    standard = _standard(claim, attribute, terms)
    expiring = terms.as_of_given and standard.strictness.expires
    holding = in_scope(facts, claim.where, lambda some: held(some, at, many=many, dated=dated, as_of_given=expiring))
    return Question(claim.value, claim.operator, holding, standard, many)


def answer(claim: Claim, question: Question) -> Decision:
    """The decision on a claim; what the reader could not make out (``claim.reason``) stays undecided."""
    if claim.reason is not None:
        return Decision(Verdict.UNVERIFIABLE, reason=claim.reason)
    if question.held.reason is Reason.AMBIGUOUS_SCOPE:
        return Decision(Verdict.UNVERIFIABLE, reason=Reason.AMBIGUOUS_SCOPE, evidence=question.held.near)
    return decide(question)


def may_have_many(attribute: Attribute | None, facts: tuple[Fact, ...]) -> bool:
    """Whether a subject may have several values at a time: as declared, else by type, else by what is known."""
    if attribute is not None and attribute.cardinality is not None:
        return attribute.cardinality is Cardinality.MANY
    if attribute is not None and attribute.type is not None:
        return attribute.type is ValueType.LIST or attribute.type in NAME_TYPES
    values = (fact.value.value if isinstance(fact.value, Not) else fact.value for fact in facts)
    return any(isinstance(value, EntityRef | Text | Written | ListOf) for value in values)


def _standard(claim: Claim, attribute: Attribute | None, terms: Terms) -> Standard:
    return Standard(
        type=None if attribute is None else attribute.type,
        unit=None if attribute is None else attribute.unit,
        strictness=strictness_for(terms.policies, claim.entity, claim.attribute),
        entities=terms.facts.entities,
    )

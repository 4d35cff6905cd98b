"""Which part of a wrong claim to mend: the smallest repair.

=============  =====================================================================================
``value``      by default
``time``       the claim names a time, and the value is right at another
``unit``       the number is right in another unit of the kind, or a thousand times more or less
``entity``     two values or more, said of one name, are all wrong of it and all right of one other
               entity of its type
``attribute``  two values of one entity are each right of the other's attribute; or a value too
               telling for chance is right of exactly one other attribute of the same type
=============  =====================================================================================

The first three are seen from the claim alone, the last two only from the claims of the whole text. Of the claims
that one wrong name spoils, the first is to be mended and the others are caused by it.
"""

from __future__ import annotations

from claims.judging.slips import SWAPPED, digits_swapped, unit_confused
from claims.judging.suggestion import WRONG
from claims.judging.verdict import PREMATURE, Decision, Question
from claims.model.claim import Claim
from claims.model.judgement import Blame, BlameRole
from claims.model.span import Span
from claims.model.values import Value
from claims.model.verdict import Operator


def blame_of(claim: Claim, decision: Decision, question: Question) -> Blame | None:
    """The part to mend as far as the claim alone tells; ``None`` for one that is not wrong."""
    if decision.verdict not in WRONG:
        return None
    if claim.time is not None and (decision.replaced or decision.note == PREMATURE):
        return Blame(BlameRole.TIME)
    if any(unit_confused(claim.value, value, question.standard) for value in _known(decision)):
        return Blame(BlameRole.UNIT, claim.value_span)
    return Blame(BlameRole.VALUE, _wrong_span(claim, decision))


def note_of(claim: Claim, decision: Decision) -> str | None:
    """The decision's note, or the slip that explains a wrong number."""
    if decision.note or decision.verdict not in WRONG or claim.operator is not Operator.EQ:
        return decision.note
    return SWAPPED if any(digits_swapped(claim.value, value) for value in _known(decision)) else None


def _known(decision: Decision) -> tuple[Value, ...]:
    return tuple(fact.value for fact in decision.evidence)


def _wrong_span(claim: Claim, decision: Decision) -> Span | None:
    wrong = [item for item, one in zip(claim.items, decision.items, strict=False) if one.verdict in WRONG]
    return wrong[0].span if len(wrong) == 1 else claim.value_span

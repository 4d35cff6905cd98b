"""What to write instead.

A suggestion puts the current fact in place of the asserted value, worded like the text. It is made only where it
is sure to help: there is one value to put there, and the claim with that value is ``supported``. In a list, the
one wrong item gives way to the one that is missing, the article before it left alone; otherwise the list is
written anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.dataclasses import replace
from claims.judging.membership import is_closed, known_items, missing_from
from claims.judging.replacement import replacement, unrounded
from claims.judging.verdict import Decision, Question, decide
from claims.judging.wording import Page
from claims.model.claim import Claim
from claims.model.fact import Fact
from claims.model.judgement import Suggestion
from claims.model.values import ListOf, Not, Nothing, Number, Unknown, Value
from claims.model.verdict import Operator, Verdict

_BIGGEST_NOUN = 1000
WRONG = frozenset({Verdict.CONTRADICTED, Verdict.OUTDATED})


def suggest(claim: Claim, decision: Decision, question: Question, page: Page) -> Suggestion | None:
    """What to write for a claim that is contradicted or outdated; ``None`` where nothing is sure to help."""
    if decision.verdict not in WRONG or question.operator is Operator.NE or isinstance(question.value, Not):
        return None
    if isinstance(question.value, ListOf):
        return _for_list(claim, question.value, decision, question, page)
    value = None if _is_approximate_noun(claim, page) else corrected(question)
    text = None if value is None else page.write(_bare(value, claim), claim.value_span, _bare(claim.value, claim))
    return None if text is None else Suggestion(claim.value_span, text)


def _bare(value: Value, claim: Claim) -> Value:
    """The number as it is written under a label that has its unit."""
    if claim.factor is None or not isinstance(value, Number):
        return value
    return replace(value, amount=value.amount / claim.factor, step=value.step / claim.factor, unit=None)


def _is_approximate_noun(claim: Claim, page: Page) -> bool:
    """Whether the number is a noun of its own ("une quarantaine"), whose place no other number can take."""
    said, words = claim.value, page.at(claim.value_span)
    if not isinstance(said, Number) or claim.operator is not Operator.ABOUT or words is None:
        return False
    return 1 < said.step <= _BIGGEST_NOUN and not any(char.isdigit() for char in words)


def corrected(question: Question) -> Value | None:
    """The value with which the claim would be supported; ``None`` where there is not just one."""
    known = _one_known(question)
    if known is None:
        return None
    said, standard = question.value, question.standard
    values = (replacement(said, question.operator, known, standard), unrounded(said, known, standard))
    return next((value for value in values if value is not None and _is_right(question, value)), None)


def _is_right(question: Question, value: Value) -> bool:
    return decide(question.about(value)).verdict is Verdict.SUPPORTED


def _one_known(question: Question) -> Value | None:
    """The value that the facts give now; of several in succession the last, of several at once none."""
    now = [fact for fact in question.held.now if not isinstance(fact.value, Not | Nothing | Unknown)]
    if question.many:
        items = known_items(now)
        return items[0] if len(items) == 1 else _only_list(now)
    return max(now, key=_recency).value if now else None


def _only_list(facts: Sequence[Fact]) -> Value | None:
    """A list as a whole, for claims of how many it holds."""
    return facts[0].value if len(facts) == 1 and is_closed(facts) else None


def _recency(fact: Fact) -> tuple[str, str]:
    start = fact.validity.period.start
    return "" if start is None else start.isoformat(), repr(fact.value)


def _for_list(claim: Claim, said: ListOf, decision: Decision, question: Question, page: Page) -> Suggestion | None:
    now = question.held.now
    wrong = [place for place, item in enumerate(decision.items) if item.verdict in WRONG]
    missing = missing_from(said, now, question.standard)
    if len(wrong) == len(missing) == 1 and wrong[0] < len(claim.items) and is_closed(now):
        item = claim.items[wrong[0]]
        text = page.write(missing[0], item.span, item.value)
        return None if text is None else Suggestion(item.span, text)
    anew = replace(said, items=known_items(now))
    if not is_closed(now) or not _is_right(question, anew):
        return None
    text = page.write(anew)
    return None if text is None else Suggestion(claim.value_span, text)

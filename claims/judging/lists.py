"""Lists: several values at once.

=====================================  ==============  ===============
claim                                  complete list   open list
=====================================  ==============  ===============
one value that is in it                supported       supported
one value that is not                  excluded        undecided (``open_list``)
several, all in it                     supported       supported
"only", "all": leaves out a known one  excluded        excluded
"only", "all": names every known one   supported       undecided
a number ("three countries")           its length      at least its length
=====================================  ==============  ===============

A list claim is judged item by item and each item has its verdict; the claim is as true as its worst item.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.judging.intervals import Interval, allowed, point
from claims.judging.meeting import EXCLUDED, Meeting, Outcome, best, supported, undecided
from claims.model.values import ListOf, Number
from claims.model.verdict import Match, Operator, Reason, Verdict

_WORST_FIRST = (
    Verdict.CONTRADICTED,
    Verdict.CONFLICTING,
    Verdict.OUTDATED,
    Verdict.UNVERIFIABLE,
    Verdict.SUPPORTED,
)


def meet_items(answers: Sequence[Meeting], known: ListOf) -> Meeting:
    """How one value meets a list, from how it meets each of the list's items."""
    answer = best(answers) if answers else EXCLUDED
    if answer.outcome is Outcome.EXCLUDED and not known.complete:
        return undecided(Reason.OPEN_LIST)
    return answer


def meet_count(said: Number, operator: Operator, known: ListOf) -> Meeting:
    """How a claim of how many meets a list; an open list may be longer than what is known of it."""
    count = Decimal(len(known.items))
    claim = allowed(said, operator)
    least = point(count) if known.complete else Interval(count, None)
    if least.within(claim):
        same = known.complete and said.amount == count
        return supported(Match.EXACT if same else Match.BOUND)
    return undecided(Reason.OPEN_LIST) if least.meets(claim) else EXCLUDED


def worst_verdict(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict on a list claim whose items have these; supported where there are none."""
    return min(verdicts, key=_WORST_FIRST.index, default=Verdict.SUPPORTED)

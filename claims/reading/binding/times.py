"""The time that a claim itself names: "in 2019", "as of February 2017", "jusqu'au 1er février 2020"."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from claims.model.claim import ClaimTime
from claims.model.dates import PartialDate, Period
from claims.reading.binding.scope import Scope
from claims.reading.items import ItemKind
from claims.reading.phrases import PhraseTable, phrase_at, phrase_before
from claims.reading.wording.begins import THEN

CLAUSE = 40
"""How many items on either side belong to a clause at the most."""


def claim_time(scope: Scope, first: int, last: int, taken: frozenset[int]) -> ClaimTime | None:
    """The time said in the clause of items ``first`` to ``last``; dates that are values of claims are ``taken``."""
    dated = any(i not in taken for i in scope.dates)
    said = _said(scope, first, last, taken) or _since(scope, last, taken) if dated else None
    return said or _then(scope, first, last)


def _said(scope: Scope, first: int, last: int, taken: frozenset[int]) -> ClaimTime | None:
    for i in _clause(scope, first, last):
        mention = scope.items[i].mention if i in scope.dates and i not in taken else None
        if mention is not None and isinstance(mention.value, PartialDate):
            period = _period(scope, i, mention.value)
            if period is not None:
                return ClaimTime(mention.value, period)
    return None


def _since(scope: Scope, last: int, taken: frozenset[int]) -> ClaimTime | None:
    """From when on it is true: "has 32 members since 2020". Nearer or further off "since" may mean something else."""
    length = (
        phrase_at(scope.lexicon.time_since, scope.items, last, scope.sentence.last) if last < scope.sentence.last else 0
    )
    i = last + length
    if not length or i not in scope.dates or i in taken:
        return None
    mention = scope.items[i].mention
    date = mention.value if mention is not None else None
    return ClaimTime(date, date.period) if isinstance(date, PartialDate) else None


def _then(scope: Scope, first: int, last: int) -> ClaimTime | None:
    """Some time before the text was written: "which then had 60 members", "elle comptait 28 membres"."""
    written, lexicon = scope.document.date, scope.lexicon
    if written is None:
        return None
    words = [item.text for item in scope.items[first:last] if item.kind is ItemKind.WORD]
    past = any(word in lexicon.past or word.endswith(lexicon.past_endings) for word in words)
    beside = range(max(scope.sentence.first, first - 1), min(scope.sentence.last, last + 1))
    if not past and not (scope.begun & THEN and _stands(lexicon.time_then, scope, beside)):
        return None
    return ClaimTime(written, Period(None, written.end))


def _stands(table: PhraseTable, scope: Scope, beside: Iterable[int]) -> bool:
    return any(phrase_at(table, scope.items, i, scope.sentence.last) for i in beside)


def _clause(scope: Scope, first: int, last: int) -> list[int]:
    """The items of the clause, nearest to the claim first; a fronted "In 2019," belongs to it."""
    items, sentence = scope.items, scope.sentence
    right = last
    while right < min(sentence.last, last + CLAUSE) and not (
        items[right].kind is ItemKind.MARK and items[right].text in ",;:("
    ):
        right += 1
    left = first
    while left > max(sentence.first, first - CLAUSE) and not (
        items[left - 1].kind is ItemKind.MARK and items[left - 1].text in ",;:("
    ):
        left -= 1
    opening = range(sentence.first, min(left, sentence.first + 4))
    return [*range(last, right), *range(first, last), *range(first - 1, left - 1, -1), *opening]


def _period(scope: Scope, i: int, date: PartialDate) -> Period | None:
    lexicon = scope.lexicon
    day = datetime.timedelta(days=1)

    def follows(table: PhraseTable) -> bool:
        return phrase_before(table, scope.items, scope.sentence.first, i) >= 0

    if follows(lexicon.time_until):
        return Period(date.start - day, date.start) if date.start > datetime.date.min else None
    if follows(lexicon.time_as_of) or follows(lexicon.time_in):
        return date.period
    return None

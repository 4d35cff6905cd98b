"""When, and on which page, something was said: what must be the same for two claims to exclude each other.

A claim that names its time speaks of that time. One that names none speaks of the time of its document, where the
attribute moves with time: the figures of last year's text and of this year's do not exclude each other. But the
translations of a page are one page, whatever their dates: ``page.en.md`` and ``page.fr.md``, ``en/page.md`` and
``fr/page.md``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from claims.languages import available
from claims.model.claim import Claim
from claims.model.dates import PartialDate

Dates = Mapping[str, PartialDate | None]
"""The dates of documents by id."""

NO_DATES: Dates = MappingProxyType({})
_SEPARATOR = re.compile(r"[/\\._-]")


def occasions(document: str, claim: Claim, dates: Dates, *, changes: bool) -> tuple[object, ...]:
    """The occasions that a claim belongs to: claims that share one are held against each other."""
    if claim.time is not None:
        return (claim.time.period,)
    if not changes:
        return (None,)
    return (("dated", dates.get(document)), ("page", page_of(document)))


def page_of(document: str) -> tuple[str, ...]:
    """What a document is called without the languages in its path."""
    return tuple(part for part in _SEPARATOR.split(document) if part.casefold() not in _languages())


def joined(parts: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """Groups of indices, those that share one made into one; each sorted, in the order of their first."""
    leader: dict[int, int] = {}

    def first(index: int) -> int:
        while leader.setdefault(index, index) != index:
            leader[index] = index = leader[leader[index]]
        return index

    for part in parts:
        for index in part:
            low, high = sorted((first(part[0]), first(index)))
            leader[high] = low
    found: dict[int, list[int]] = {}
    for index in sorted(leader):
        found.setdefault(first(index), []).append(index)
    return [tuple(group) for group in found.values()]


@cache
def _languages() -> frozenset[str]:
    return frozenset(available())

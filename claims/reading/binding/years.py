"""Bare numbers that are years."""

from __future__ import annotations

from claims.model.mention import Mention, MentionKind
from claims.model.values import Number

EARLIEST, LATEST = 1000, 2200
"""The years that a bare number is taken for."""


def year_of(mention: Mention) -> int | None:
    """The year that a bare number of four digits may be."""
    value = mention.value
    if mention.kind is not MentionKind.NUMBER or not isinstance(value, Number) or value.step != 1:
        return None
    year = int(value.amount)
    return year if value.amount == year and EARLIEST <= year <= LATEST else None

"""Judging policies, as a rules file gives them under ``judge``.

- select: "*.members"
path: press/**
language: fr
tolerance: 3 digits
rounding: down
hedges: {about: 10%, above: 25%}
expires: false
severity: warning
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from claims.errors import UsageError
from claims.loading.fields import Fields, items_of, share_of, text_of
from claims.loading.mistakes import Mistakes
from claims.loading.spelling import quoted
from claims.loading.yaml_tree import Node
from claims.model.place import Place
from claims.model.rule import Hedges, JudgingPolicy, Measure, Rounding, Tolerance
from claims.model.selectors import parse_selector
from claims.model.verdict import Severity

POLICY_KEYS = ("select", "path", "language", "tolerance", "rounding", "hedges", "expires", "severity")
HEDGE_KEYS = ("about", "nearly", "above", "below")
SEVERITIES: Mapping[str, Severity] = {str(each): each for each in Severity}
ROUNDINGS: Mapping[str, Rounding] = {str(each): each for each in Rounding}
MOST_DIGITS = 30


def read_policies(node: Node | None, mistakes: Mistakes) -> Iterator[JudgingPolicy]:
    """The policies of a rules file; what is wrong goes to ``mistakes``."""
    for item in items_of(node):
        fields = Fields(item, POLICY_KEYS, mistakes, "a judging policy")
        select = _selector(fields)
        policy = JudgingPolicy(
            select or "",
            tolerance_of(fields.node("tolerance"), mistakes, "`tolerance`"),
            fields.choice("severity", SEVERITIES),
            fields.choice("rounding", ROUNDINGS),
            _hedges(fields),
            fields.flag("expires") if "expires" in fields else None,
            fields.texts("path"),
            fields.texts("language"),
            Place(mistakes.path, item.line, item.column),
        )
        if select:
            yield policy


def tolerance_of(node: Node | None, mistakes: Mistakes, what: str) -> Tolerance | None:
    """How far a value may be off: ``3``, ``5%``, or ``3 digits`` that must be right."""
    words = (text_of(node, mistakes, what) or "").split() if node is not None else []
    if words[1:] in (["digits"], ["digit"]):
        number = words[0]
        if number.isascii() and number.isdigit() and len(number) < 3 and 0 < int(number) <= MOST_DIGITS:
            return Tolerance(Decimal(number), Measure.DIGITS)
        mistakes.add(node, f"{what} is {quoted(' '.join(words))}", f"write 1 digit to {MOST_DIGITS} digits")
        return None
    size = share_of(node, mistakes, what) if words else None
    return None if size is None else Tolerance(size[0], Measure.SHARE if size[1] else Measure.AMOUNT)


def _selector(fields: Fields) -> str | None:
    fields.required("select")
    select = fields.text("select")
    try:
        parse_selector(select or "-")
    except UsageError as error:
        fields.mistakes.add(fields.node("select"), str(error))
        return None
    return select


def _hedges(fields: Fields) -> Hedges | None:
    node = fields.node("hedges")
    if node is None:
        return None
    found = Fields(node, HEDGE_KEYS, fields.mistakes, "`hedges`")
    return Hedges(*(tolerance_of(found.node(key), fields.mistakes, f"`{key}`") for key in HEDGE_KEYS))

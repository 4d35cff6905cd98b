"""``undated``, ``recheck``: values that may have become false without anybody noticing."""

from __future__ import annotations

from collections.abc import Iterator

from claims.auditing.audited import Audited, name_of
from claims.auditing.finding import AuditFinding
from claims.model.fact import ALWAYS
from claims.model.verdict import Severity


def undated(audited: Audited) -> Iterator[AuditFinding]:
    """Values of attributes that change (``changes: true``) which say no time."""
    for fact in audited.facts.facts:
        attribute = audited.facts.attributes.get(fact.attribute)
        if attribute is not None and attribute.changes and fact.validity == ALWAYS:
            yield AuditFinding(
                "undated",
                Severity.WARNING,
                f"{name_of(fact)} changes, and its value says no time",
                "say when it was known true: `as_of: ...`, for the value or at the top of the file",
                fact.place,
                entity=fact.entity,
                attribute=fact.attribute,
            )


def recheck_due(audited: Audited) -> Iterator[AuditFinding]:
    """Values that should have been looked at again by the day of judging, if there is one."""
    if audited.as_of is None:
        return
    day = audited.as_of.start
    for fact in audited.facts.facts:
        if fact.recheck_by is not None and fact.recheck_by.end <= day:
            yield AuditFinding(
                "recheck",
                Severity.WARNING,
                f"{name_of(fact)} was to be looked at again by {fact.recheck_by}",
                "check the source, then move `as_of` and `recheck_by` on",
                fact.place,
                entity=fact.entity,
                attribute=fact.attribute,
            )

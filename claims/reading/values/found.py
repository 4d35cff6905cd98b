"""What a reader of one kind of value hands to the scan."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.model.mention import MentionKind
from claims.model.values import Value
from claims.model.verdict import Operator


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where it stands: tokens ``first`` to ``last``, code points ``start`` to ``end``, half open.

    No ``value`` means that the stretch is known to hold none, and is passed over.
    """

    first: int
    last: int
    start: int
    end: int
    kind: MentionKind
    value: Value | None
    operator: Operator = Operator.EQ
    relative: bool = False

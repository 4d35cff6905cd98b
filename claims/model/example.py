"""Examples: texts that facts and rules files carry, with what must be read in them."""

from __future__ import annotations

from claims.dataclasses import dataclass, field
from claims.model.dates import PartialDate
from claims.model.fact import Where
from claims.model.place import Place
from claims.model.verdict import Operator, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Expected:
    """What one line of ``expect`` asks for.

    ``coalition.members = 84: supported`` has all parts. ``attribute`` is ``None`` for a bare ``none``: no claim at
    all. ``value`` is as written and ``None`` where any will do. ``outcome`` is a verdict or a reason; ``absent``
    (``coalition.members: none``) says that no such claim may be read. ``written`` is the whole line.
    """

    written: str
    entity: str | None = None
    attribute: str | None = None
    operator: Operator | None = None
    value: str | None = None
    outcome: Verdict | Reason | None = None
    absent: bool = False
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what must be read in it; the other fields are those of a document."""

    text: str
    expected: tuple[Expected, ...]
    language: str | None = None
    date: PartialDate | None = None
    about: tuple[str, ...] = ()
    where: Where = ()
    place: Place | None = field(default=None, compare=False)

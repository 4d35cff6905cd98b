"""The parts of an expression, as the parser builds them.

Every node knows the code points it was written at (``start`` to ``end``, half open) and how deep it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from claims.dataclasses import dataclass, field
from claims.model.values import Value


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as written."""

    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Variable:
    """An entity: a variable of ``for:`` or of an aggregate."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Now:
    """``at`` alone: the time of judging."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filter:
    """``where key operator operand``: only facts with such a qualifier."""

    key: str
    operator: str
    operand: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Path:
    """``base.attribute``, with the qualifiers it is restricted to."""

    base: Node
    attribute: str
    start: int
    end: int
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class At:
    """``at(path, time)``: the value that held then."""

    path: Path
    time: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unary:
    """``not x`` and ``-x``."""

    operator: str
    operand: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic, comparisons, ``in``, ``and``, ``or``."""

    operator: str
    left: Node
    right: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Test:
    """``path is [not] known | unknown | none | absent``."""

    operand: Node
    state: str
    negated: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conditional:
    """``if condition then one else other``."""

    condition: Node
    then: Node
    otherwise: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Items:
    """``[a, b, c]``."""

    items: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: str
    arguments: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Everything:
    """The entities of a type (``event``), those of them that belong to one (``event of o``); ``entity`` is any type."""

    type: str
    of: Node | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Aggregate:
    """``sum(item for variable in source where condition)``; without ``for`` the facts of one path.

    ``subject`` is the first argument of ``rank``.
    """

    function: str
    item: Node
    start: int
    end: int
    variable: str | None = None
    source: Node | None = None
    condition: Node | None = None
    subject: Node | None = field(default=None)


Node: TypeAlias = (
    Literal | Variable | Now | Path | At | Unary | Binary | Test | Conditional | Items | Call | Everything | Aggregate
)


def children(node: Node) -> tuple[Node, ...]:  # noqa: PLR0911 - one answer for each kind
    """The nodes directly below, in the order they were written."""
    match node:
        case Path(base, _, _, _, filters):
            return (base, *(item.operand for item in filters))
        case At(path, time):
            return (path, time)
        case Unary(_, operand) | Test(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Conditional(condition, then, otherwise):
            return (condition, then, otherwise)
        case Items(items) | Call(_, items):
            return items
        case Everything(_, of):
            return () if of is None else (of,)
        case Aggregate():
            parts = (node.subject, node.item, node.source, node.condition)
            return tuple(part for part in parts if part is not None)
    return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(children(current)))

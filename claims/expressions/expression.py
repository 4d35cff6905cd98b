"""An expression, parsed and checked."""

from __future__ import annotations

from claims.dataclasses import dataclass
from claims.errors import LoadError
from claims.expressions import nodes
from claims.expressions.checking import Scope, check
from claims.expressions.kinds import Kind
from claims.expressions.nodes import Node, walk
from claims.expressions.parser import parse_expression
from claims.expressions.source import Source
from claims.model.place import Place


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression with its tree and what it gives."""

    source: Source
    root: Node
    kind: Kind

    @property
    def uses_now(self) -> bool:
        """Whether it depends on the time of judging (``at`` alone)."""
        return any(isinstance(node, nodes.Now) for node in walk(self.root))


def parse(text: str, place: Place | None = None, scope: Scope | None = None) -> Expression:
    """Read an expression whose first character stands at ``place``.

    With a ``scope`` its names and types are checked too. Raises ``LoadError`` with every mistake, each with its
    line, column and a caret.
    """
    return parse_source(Source(text, place), scope)


def parse_source(source: Source, scope: Scope | None = None) -> Expression:
    """The same, of a text that knows its place."""
    root = parse_expression(source)
    if scope is None:
        return Expression(source, root, Kind.ANY)
    kind, problems = check(root, scope, source)
    if problems:
        raise LoadError(problems)
    return Expression(source, root, kind)

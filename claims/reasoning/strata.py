"""The order in which rules run: each after all that set what it reads.

Who needs whom is told by attributes of types of entities, so that a team's points may be the sum of its
players'. Where a type is not known, the rule stands for every type. All passes are linear in the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from claims.dataclasses import dataclass
from claims.expressions import nodes
from claims.expressions.checking import FIELDS
from claims.expressions.nodes import Node, children
from claims.expressions.world import ANY_TYPE, World
from claims.model.values import EntityRef
from claims.reasoning.programs import Binder

Types: TypeAlias = frozenset[str] | None
"""The types an entity may be of (``""``: none is given); ``None`` is any."""

Use: TypeAlias = tuple[str, Types]
"""An attribute, of entities of these types."""

_Vertex: TypeAlias = tuple[str, ...] | int
_Graph: TypeAlias = dict[_Vertex, list[_Vertex]]


@dataclass(frozen=True, slots=True)
class Strata:
    """``order``: the rules (by index) as they are to run. ``cycles``: rules that need themselves, in a circle.

    ``depth`` is, by rule, how many derivations one of its facts may rest on.
    """

    order: tuple[int, ...]
    cycles: tuple[tuple[int, ...], ...]
    depth: Mapping[int, int]


def types_of_variables(binders: Sequence[Binder], world: World) -> dict[str, Types]:
    """The types of the entities that the variables of a rule may stand for."""
    types: dict[str, Types] = {}
    for binder in binders:
        types[binder.variable] = _types(binder.source, types, world)
    return types


def reads(parts: Iterable[Node], variables: Mapping[str, Types], world: World) -> tuple[Use, ...]:
    """The attributes that the parts of a rule read."""
    return tuple(dict.fromkeys(use for part in parts for use in _reads(part, variables, world)))


def stratify(writes: Sequence[Use], needs: Sequence[Sequence[Use]]) -> Strata:
    """Order rules, of which each writes one attribute and needs some."""
    graph = _graph(writes, needs)
    walk = _Walk(graph)
    for rule in range(len(writes)):
        walk.visit(rule)
    depth = _depths(walk.finished, graph)
    return Strata(tuple(vertex for vertex in walk.finished if isinstance(vertex, int)), tuple(walk.cycles), depth)


def _reads(node: Node, variables: Mapping[str, Types], world: World) -> Iterator[Use]:
    if isinstance(node, nodes.Aggregate) and node.variable is not None and node.source is not None:
        variables = {**variables, node.variable: _types(node.source, variables, world)}
    if isinstance(node, nodes.Path) and node.attribute not in FIELDS:
        yield node.attribute, _types(node.base, variables, world)
    for child in children(node):
        yield from _reads(child, variables, world)


def _types(node: Node, variables: Mapping[str, Types], world: World) -> Types:
    """The types of the entities that a loop runs over, or that an attribute is read of."""
    match node:
        case nodes.Variable(name):
            return variables.get(name)
        case nodes.Everything(type_):
            return None if type_ == ANY_TYPE else frozenset({type_})
        case nodes.Literal(EntityRef(id_)):
            entity = world.entity(id_)
            return None if entity is None else frozenset({entity.type or ""})
        case nodes.Path(base, "of"):
            return world.owner_types(_types(base, variables, world))
    return None


def _graph(writes: Sequence[Use], needs: Sequence[Sequence[Use]]) -> _Graph:
    """Rules and attributes, each with what it needs first.

    ``(attribute, type)`` needs the rules that write it for the type and ``(attribute, "*")``, which needs
    those that write it for any; ``(attribute,)`` needs all of them.
    """
    graph: _Graph = {}
    for rule, (attribute, types) in enumerate(writes):
        for type_ in ("*",) if types is None else sorted(types):
            graph.setdefault((attribute, type_), []).append(rule)
            graph.setdefault((attribute,), []).append((attribute, type_))
    for rule, uses in enumerate(needs):
        needed = graph.setdefault(rule, [])
        for attribute, types in uses:
            if types is None:
                needed.append((attribute,))
            else:
                needed.extend((attribute, type_) for type_ in (*sorted(types), "*"))
    return graph


class _Walk:
    """A walk in depth first order, without recursion: rules may form chains of any length."""

    def __init__(self, graph: _Graph) -> None:
        self.finished: list[_Vertex] = []
        self.cycles: list[tuple[int, ...]] = []
        self._graph = graph
        self._state: dict[_Vertex, bool] = {}

    def visit(self, start: _Vertex) -> None:
        """Finish everything that ``start`` needs, then ``start``."""
        path: list[tuple[_Vertex, Iterator[_Vertex]]] = []
        self._enter(start, path)
        while path:
            vertex, rest = path[-1]
            following = next(rest, None)
            if following is None:
                path.pop()
                self._state[vertex] = True
                self.finished.append(vertex)
            elif self._state.get(following) is False:
                self._keep_cycle([vertex for vertex, _ in path], following)
            else:
                self._enter(following, path)

    def _enter(self, vertex: _Vertex, path: list[tuple[_Vertex, Iterator[_Vertex]]]) -> None:
        if vertex not in self._state:
            self._state[vertex] = False
            path.append((vertex, iter(dict.fromkeys(self._graph.get(vertex, ())))))

    def _keep_cycle(self, path: list[_Vertex], start: _Vertex) -> None:
        if len(self.cycles) < 10:
            circle = path[path.index(start) :]
            self.cycles.append(tuple(vertex for vertex in circle if isinstance(vertex, int)))


def _depths(finished: Iterable[_Vertex], graph: _Graph) -> dict[int, int]:
    depths: dict[_Vertex, int] = {}
    for vertex in finished:
        below = max((depths.get(needed, 0) for needed in graph.get(vertex, ())), default=0)
        depths[vertex] = below + isinstance(vertex, int)
    return {vertex: depth for vertex, depth in depths.items() if isinstance(vertex, int)}

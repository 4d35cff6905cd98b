"""The messages of requirements: text with expressions in braces, ``{e.attending_countries} of {o}``."""

from __future__ import annotations

from decimal import Overflow

from claims.dataclasses import dataclass, replace
from claims.errors import LoadError, Problem
from claims.expressions.arithmetic import Arithmetic
from claims.expressions.checking import Scope
from claims.expressions.compiling import Compiler
from claims.expressions.expression import parse_source
from claims.expressions.frames import Evaluate, Frame, Overrun
from claims.expressions.showing import shown
from claims.expressions.source import Source
from claims.model.values import EntityRef, Text, Value


@dataclass(frozen=True, slots=True)
class Message:
    """Pieces of text and, between them, functions whose values are filled in."""

    parts: tuple[str | Evaluate, ...]

    def fill(self, frame: Frame) -> str:
        """The message for one combination; entities by their English name."""
        return "".join(part if isinstance(part, str) else _filled(part, frame) for part in self.parts)


def compile_message(whole: Source, scope: Scope, arithmetic: Arithmetic) -> Message:
    """Read a message. Raises ``LoadError`` with the mistakes of its expressions."""
    parts: list[str | Evaluate] = []
    problems: list[Problem] = []
    plain, *rest = whole.text.split("{")
    parts.append(plain)
    for piece in rest:
        inner, closed, after = piece.partition("}")
        if not closed:
            problems.append(whole.problem(0, len(whole.text), "a `{` is never closed"))
            break
        try:
            expression = parse_source(replace(whole, text=inner, exact=False), scope)
            parts.append(Compiler(arithmetic).compile(expression.root, expression.source, looking_up=True))
        except LoadError as error:
            problems.extend(error.problems)
        parts.append(after)
    if problems:
        raise LoadError(tuple(problems))
    return Message(tuple(parts))


def _filled(part: Evaluate, frame: Frame) -> str:
    try:
        return _readable(part(frame), frame)
    except (Overrun, Overflow):
        return "..."


def _readable(value: Value, frame: Frame) -> str:
    if isinstance(value, EntityRef):
        entity = frame.world.entity(value.id)
        return value.id if entity is None else entity.name("en")
    return value.text if isinstance(value, Text) else shown(value)

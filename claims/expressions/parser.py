"""A Pratt parser: each sign has a strength, and binds what stands left of it while it is the stronger one.

Parsing is linear in the text. Nesting and chains are bounded together, so that no later pass can run out of
stack.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from claims.dataclasses import replace
from claims.expressions import nodes
from claims.expressions.cursor import Cursor
from claims.expressions.functions import AGGREGATES, FUNCTIONS
from claims.expressions.nodes import Node
from claims.expressions.source import Source, did_you_mean
from claims.expressions.tokens import Token, TokenKind
from claims.expressions.truth import FALSE, TRUE
from claims.model.dates import PartialDate
from claims.model.values import EntityRef, Nothing, Number, Text, Value

KEYWORDS = frozenset(
    ("if", "then", "else", "and", "or", "not", "in", "is", "where", "for", "of", "true", "false", "none", "at")
)

_OR, _AND, _NOT, _COMPARISON, _SUM, _PRODUCT, _SIGN, _POSTFIX = range(1, 9)
_COMPARISONS = ("=", "!=", "<", "<=", ">", ">=", "in")
_STRENGTHS = {
    "or": _OR,
    "and": _AND,
    **dict.fromkeys((*_COMPARISONS, "is", "not"), _COMPARISON),
    "+": _SUM,
    "-": _SUM,
    "*": _PRODUCT,
    "/": _PRODUCT,
    "where": _POSTFIX,
    ".": _POSTFIX,
}
_STATES = ("known", "unknown", "none", "absent")
_CONSTANTS: Mapping[str, Value] = MappingProxyType({"true": TRUE, "false": FALSE, "none": Nothing()})


def parse_expression(source: Source) -> Node:
    """The tree of a whole expression. Raises ``LoadError`` at the first mistake."""
    return _Parser(source).whole_expression()


def parse_loop_source(source: Source) -> Node:
    """The tree of what a loop runs over: ``event``, ``event of o``, ``e.of``, ``o.member_list``."""
    return _Parser(source).whole_loop_source()


class _Parser(Cursor):
    """One method for each form; those of the whole are at the top."""

    def whole_expression(self) -> Node:
        """An expression and nothing more."""
        node = self._expression(0)
        self.expect_end()
        return node

    def whole_loop_source(self) -> Node:
        """What a loop runs over and nothing more."""
        node = self._loop_source()
        self.expect_end()
        return node

    # Expressions

    def _expression(self, strength: int) -> Node:
        depth = self.depth
        self.deeper()
        left = self._prefix()
        while self._strength() > strength:
            self.deeper()
            left = self._infix(left)
        self.depth = depth
        return left

    def _strength(self) -> int:
        token = self.token
        return _STRENGTHS.get(token.text, 0) if token.kind in (TokenKind.NAME, TokenKind.SIGN) else 0

    def _infix(self, left: Node) -> Node:
        token = self.take()
        match token.text:
            case ".":
                return self._attribute(left)
            case "where":
                return self._filtered(left, token)
            case "is":
                return self._test(left)
            case "not":
                return self._not_in(left, token)
        strength = _STRENGTHS[token.text]
        right = self._expression(strength)
        if strength == _COMPARISON and self._strength() == _COMPARISON:
            raise self.error(self.token, "comparisons do not chain", "write `a < b and b < c`")
        return nodes.Binary(token.text, left, right, left.start, right.end)

    def _not_in(self, left: Node, token: Token) -> Node:
        self.expect("in", "after `not` here")
        right = self._expression(_COMPARISON)
        within = nodes.Binary("in", left, right, left.start, right.end)
        return nodes.Unary("not", within, token.start, right.end)

    def _attribute(self, base: Node) -> Node:
        token = self.take()
        if token.kind not in (TokenKind.NAME, TokenKind.ID):
            raise self.error(token, "expected the name of an attribute after `.`")
        if not isinstance(base, nodes.Variable | nodes.Path) and not _is_entity(base):
            message = "attributes belong to entities: a variable, or an id in backticks"
            raise self.source.error(base.start, base.end, message)
        return nodes.Path(base, token.text, base.start, token.end)

    def _filtered(self, base: Node, where: Token) -> Node:
        if not isinstance(base, nodes.Path):
            raise self.error(where, "`where` follows an attribute, as in `o.points where quarter = 3`")
        key = self.take()
        if key.kind not in (TokenKind.NAME, TokenKind.ID) or key.text in KEYWORDS:
            raise self.error(key, "expected the name of a qualifier after `where`")
        operator = self.take()
        if operator.text not in _COMPARISONS:
            raise self.error(operator, "expected a comparison after the qualifier", "as in `where quarter = 3`")
        operand = self._expression(_PRODUCT)
        made = nodes.Filter(key.text, operator.text, operand, key.start, operand.end)
        return nodes.Path(base.base, base.attribute, base.start, operand.end, (*base.filters, made))

    def _test(self, operand: Node) -> Node:
        negated = self.take_if("not")
        state = self.take()
        if state.text not in _STATES:
            raise self.error(state, f"expected one of {', '.join(_STATES)}", did_you_mean(state.text, _STATES))
        if not isinstance(operand, nodes.Path | nodes.At):
            raise self.source.error(
                operand.start, operand.end, "`is` asks about an attribute, as in `o.founded is known`"
            )
        return nodes.Test(operand, state.text, negated, operand.start, state.end)

    # What an expression can begin with

    def _prefix(self) -> Node:
        token = self.token
        match token.kind:
            case TokenKind.NUMBER:
                return self._number()
            case TokenKind.DATE:
                return self._date()
            case TokenKind.TEXT:
                return nodes.Literal(Text(self.take().text), token.start, token.end)
            case TokenKind.ID:
                return nodes.Literal(EntityRef(self.take().text), token.start, token.end)
            case TokenKind.NAME:
                return self._word()
        if self.take_if("("):
            inner = self._expression(0)
            closing = self.expect(")", "to close the group")
            return replace(inner, start=token.start, end=closing.end)
        if self.take_if("["):
            return self._items(token)
        if self.take_if("-"):
            operand = self._expression(_SIGN)
            return nodes.Unary("-", operand, token.start, operand.end)
        raise self.unexpected("a value")

    def _number(self) -> Node:
        token = self.take()
        digits = token.text.rstrip("%")
        amount = Decimal(digits.replace("_", ""))
        unit, end = ("%" if digits != token.text else None), token.end
        after = self.token
        if unit is None and after.kind is TokenKind.NAME and after.text not in KEYWORDS:
            unit, end = self.take().text, after.end
        step = Decimal(1).scaleb(int(amount.as_tuple().exponent))
        return nodes.Literal(Number(amount, unit, step), token.start, end)

    def _date(self) -> Node:
        token = self.take()
        try:
            return nodes.Literal(PartialDate.parse(token.text), token.start, token.end)
        except ValueError:
            raise self.error(token, f"there is no date {token.text}", "years, months and days count from 1") from None

    def _word(self) -> Node:
        token = self.token
        called = self.is_at("(", self.following)
        if token.text in _CONSTANTS:
            return nodes.Literal(_CONSTANTS[self.take().text], token.start, token.end)
        match token.text:
            case "if":
                return self._conditional()
            case "not":
                self.take()
                operand = self._expression(_NOT)
                return nodes.Unary("not", operand, token.start, operand.end)
            case "at":
                return self._at() if called else nodes.Now(self.take().start, token.end)
        if token.text in KEYWORDS:
            raise self.unexpected("a value")
        self.take()
        return self._call(token) if called else nodes.Variable(token.text, token.start, token.end)

    def _conditional(self) -> Node:
        start = self.take().start
        condition = self._expression(0)
        self.expect("then", "after the condition of `if`")
        then = self._expression(0)
        self.expect("else", "after `then`: every `if` says what holds otherwise")
        otherwise = self._expression(0)
        return nodes.Conditional(condition, then, otherwise, start, otherwise.end)

    def _items(self, opening: Token) -> Node:
        items = self._arguments() if not self.is_at("]") else ()
        closing = self.expect("]", "to close the list")
        return nodes.Items(items, opening.start, closing.end)

    def _arguments(self) -> tuple[Node, ...]:
        found = [self._expression(0)]
        while self.take_if(","):
            found.append(self._expression(0))
        return tuple(found)

    def _at(self) -> Node:
        start = self.take().start
        self.take()
        path = self._expression(0)
        if not isinstance(path, nodes.Path):
            raise self.source.error(path.start, path.end, "`at` reads an attribute, as in `at(o.members, e.date)`")
        self.expect(",", "and a time, as in `at(o.members, e.date)`")
        time = self._expression(0)
        closing = self.expect(")", "after the time")
        return nodes.At(path, time, start, closing.end)

    # Calls

    def _call(self, name: Token) -> Node:
        self.take()
        if name.text in AGGREGATES:
            return self._aggregate(name)
        if name.text not in FUNCTIONS:
            hint = did_you_mean(name.text, (*FUNCTIONS, *AGGREGATES, "at"))
            raise self.error(name, f"there is no function `{name.text}`", hint)
        arguments = () if self.is_at(")") else self._arguments()
        return self._finish_call(name, arguments)

    def _finish_call(self, name: Token, arguments: tuple[Node, ...]) -> Node:
        closing = self.expect(")", f"after the arguments of `{name.text}`")
        function = FUNCTIONS[name.text]
        if not function.least <= len(arguments) <= function.most:
            message = f"`{name.text}` takes {function.arity}, not {len(arguments)}"
            raise self.source.error(name.start, closing.end, message, function.usage)
        return nodes.Call(name.text, arguments, name.start, closing.end)

    def _aggregate(self, name: Token) -> Node:
        first = self._expression(0)
        if self.is_at(",") and name.text in FUNCTIONS:
            self.take()
            return self._finish_call(name, (first, *self._arguments()))
        subject = None
        if name.text == "rank":
            self.expect(",", "and what to rank it among, as in `rank(t.points, u.points for u in team)`")
            subject, first = first, self._expression(0)
        variable, source, condition = self._over() if self.take_if("for") else (None, None, None)
        closing = self.expect(")", f"to close `{name.text}`")
        return nodes.Aggregate(name.text, first, name.start, closing.end, variable, source, condition, subject)

    def _over(self) -> tuple[str, Node, Node | None]:
        variable = self.take()
        if variable.kind is not TokenKind.NAME or variable.text in KEYWORDS:
            raise self.error(variable, "expected a variable after `for`", "as in `sum(p.points for p in player)`")
        self.expect("in", "after the variable")
        source = self._loop_source()
        condition = self._expression(0) if self.take_if("where") else None
        return variable.text, source, condition

    def _loop_source(self) -> Node:
        token = self.take()
        if token.kind is TokenKind.ID and self.is_at("."):
            return self._path(nodes.Literal(EntityRef(token.text), token.start, token.end))
        if token.kind is not TokenKind.NAME or token.text in KEYWORDS:
            raise self.error(token, "expected a type of entity, or an attribute that holds entities")
        if self.is_at("."):
            return self._path(nodes.Variable(token.text, token.start, token.end))
        if not self.take_if("of"):
            return nodes.Everything(token.text, None, token.start, token.end)
        whole = self.take()
        if whole.kind is not TokenKind.NAME or whole.text in KEYWORDS:
            raise self.error(whole, "expected a variable after `of`", "as in `event of o`")
        of = nodes.Variable(whole.text, whole.start, whole.end)
        return nodes.Everything(token.text, of, token.start, whole.end)

    def _path(self, base: Node) -> Node:
        while self.take_if("."):
            self.deeper()
            base = self._attribute(base)
        return base


def _is_entity(node: Node) -> bool:
    return isinstance(node, nodes.Literal) and isinstance(node.value, EntityRef)

"""A Pratt parser: each sign has a strength, and binds what stands left of it while it is the stronger one.

Parsing is linear in the text. Nesting and chains are bounded together, so that no later pass can run out of
stack.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from claims.errors import LoadError
from claims.expressions import nodes
from claims.expressions.functions import AGGREGATES, FUNCTIONS
from claims.expressions.nodes import Node
from claims.expressions.source import Source, did_you_mean
from claims.expressions.tokens import Token, TokenKind, tokenize
from claims.expressions.truth import FALSE, TRUE
from claims.model.dates import PartialDate
from claims.model.values import EntityRef, Nothing, Number, Text, Value

MAX_DEPTH = 100
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


class _Parser:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._tokens = tokenize(source)
        self._index = 0
        self._depth = 0

    def whole_expression(self) -> Node:
        node = self._expression(0)
        self._expect_end()
        return node

    def whole_loop_source(self) -> Node:
        node = self._loop_source()
        self._expect_end()
        return node

    # Looking at tokens

    @property
    def _token(self) -> Token:
        return self._tokens[self._index]

    @property
    def _next(self) -> Token:
        return self._tokens[min(self._index + 1, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self._token
        self._index += token.kind is not TokenKind.END
        return token

    def _is(self, text: str, token: Token | None = None) -> bool:
        token = token or self._token
        return token.text == text and token.kind in (TokenKind.NAME, TokenKind.SIGN)

    def _take_if(self, text: str) -> bool:
        return self._is(text) and bool(self._take())

    def _expect(self, text: str, why: str) -> Token:
        if not self._is(text):
            raise self._unexpected(f"`{text}` {why}")
        return self._take()

    def _expect_end(self) -> None:
        if self._token.kind is not TokenKind.END:
            raise self._unexpected("an operator or the end")

    def _unexpected(self, expected: str) -> LoadError:
        token = self._token
        found = token.text if token.kind is TokenKind.END else f"`{self._source.text[token.start : token.end]}`"
        return self._error(token, f"expected {expected}, found {found}")

    def _error(self, token: Token, message: str, hint: str | None = None) -> LoadError:
        return self._source.error(token.start, token.end, message, hint)

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            message = f"the expression is nested or chained more than {MAX_DEPTH} deep"
            raise self._error(self._token, message, "split it into several derived attributes")

    # Expressions

    def _expression(self, strength: int) -> Node:
        depth = self._depth
        self._deeper()
        left = self._prefix()
        while self._strength() > strength:
            self._deeper()
            left = self._infix(left)
        self._depth = depth
        return left

    def _strength(self) -> int:
        token = self._token
        return _STRENGTHS.get(token.text, 0) if token.kind in (TokenKind.NAME, TokenKind.SIGN) else 0

    def _infix(self, left: Node) -> Node:
        token = self._take()
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
            raise self._error(self._token, "comparisons do not chain", "write `a < b and b < c`")
        return nodes.Binary(token.text, left, right, left.start, right.end)

    def _not_in(self, left: Node, token: Token) -> Node:
        self._expect("in", "after `not` here")
        right = self._expression(_COMPARISON)
        within = nodes.Binary("in", left, right, left.start, right.end)
        return nodes.Unary("not", within, token.start, right.end)

    def _attribute(self, base: Node) -> Node:
        token = self._take()
        if token.kind not in (TokenKind.NAME, TokenKind.ID):
            raise self._error(token, "expected the name of an attribute after `.`")
        if not isinstance(base, nodes.Variable | nodes.Path) and not _is_entity(base):
            message = "attributes belong to entities: a variable, or an id in backticks"
            raise self._source.error(base.start, base.end, message)
        return nodes.Path(base, token.text, base.start, token.end)

    def _filtered(self, base: Node, where: Token) -> Node:
        if not isinstance(base, nodes.Path):
            raise self._error(where, "`where` follows an attribute, as in `o.points where quarter = 3`")
        key = self._take()
        if key.kind not in (TokenKind.NAME, TokenKind.ID) or key.text in KEYWORDS:
            raise self._error(key, "expected the name of a qualifier after `where`")
        operator = self._take()
        if operator.text not in _COMPARISONS:
            raise self._error(operator, "expected a comparison after the qualifier", "as in `where quarter = 3`")
        operand = self._expression(_PRODUCT)
        made = nodes.Filter(key.text, operator.text, operand, key.start, operand.end)
        return nodes.Path(base.base, base.attribute, base.start, operand.end, (*base.filters, made))

    def _test(self, operand: Node) -> Node:
        negated = self._take_if("not")
        state = self._take()
        if state.text not in _STATES:
            raise self._error(state, f"expected one of {', '.join(_STATES)}", did_you_mean(state.text, _STATES))
        if not isinstance(operand, nodes.Path | nodes.At):
            raise self._source.error(
                operand.start, operand.end, "`is` asks about an attribute, as in `o.founded is known`"
            )
        return nodes.Test(operand, state.text, negated, operand.start, state.end)

    # What an expression can begin with

    def _prefix(self) -> Node:
        token = self._token
        match token.kind:
            case TokenKind.NUMBER:
                return self._number()
            case TokenKind.DATE:
                return self._date()
            case TokenKind.TEXT:
                return nodes.Literal(Text(self._take().text), token.start, token.end)
            case TokenKind.ID:
                return nodes.Literal(EntityRef(self._take().text), token.start, token.end)
            case TokenKind.NAME:
                return self._word()
        if self._take_if("("):
            inner = self._expression(0)
            closing = self._expect(")", "to close the group")
            return replace(inner, start=token.start, end=closing.end)
        if self._take_if("["):
            return self._items(token)
        if self._take_if("-"):
            operand = self._expression(_SIGN)
            return nodes.Unary("-", operand, token.start, operand.end)
        raise self._unexpected("a value")

    def _number(self) -> Node:
        token = self._take()
        digits = token.text.rstrip("%")
        amount = Decimal(digits.replace("_", ""))
        unit, end = ("%" if digits != token.text else None), token.end
        after = self._token
        if unit is None and after.kind is TokenKind.NAME and after.text not in KEYWORDS:
            unit, end = self._take().text, after.end
        step = Decimal(1).scaleb(int(amount.as_tuple().exponent))
        return nodes.Literal(Number(amount, unit, step), token.start, end)

    def _date(self) -> Node:
        token = self._take()
        try:
            return nodes.Literal(PartialDate.parse(token.text), token.start, token.end)
        except ValueError:
            raise self._error(token, f"there is no date {token.text}", "years, months and days count from 1") from None

    def _word(self) -> Node:
        token = self._token
        called = self._is("(", self._next)
        if token.text in _CONSTANTS:
            return nodes.Literal(_CONSTANTS[self._take().text], token.start, token.end)
        match token.text:
            case "if":
                return self._conditional()
            case "not":
                self._take()
                operand = self._expression(_NOT)
                return nodes.Unary("not", operand, token.start, operand.end)
            case "at":
                return self._at() if called else nodes.Now(self._take().start, token.end)
        if token.text in KEYWORDS:
            raise self._unexpected("a value")
        self._take()
        return self._call(token) if called else nodes.Variable(token.text, token.start, token.end)

    def _conditional(self) -> Node:
        start = self._take().start
        condition = self._expression(0)
        self._expect("then", "after the condition of `if`")
        then = self._expression(0)
        self._expect("else", "after `then`: every `if` says what holds otherwise")
        otherwise = self._expression(0)
        return nodes.Conditional(condition, then, otherwise, start, otherwise.end)

    def _items(self, opening: Token) -> Node:
        items = self._arguments() if not self._is("]") else ()
        closing = self._expect("]", "to close the list")
        return nodes.Items(items, opening.start, closing.end)

    def _arguments(self) -> tuple[Node, ...]:
        found = [self._expression(0)]
        while self._take_if(","):
            found.append(self._expression(0))
        return tuple(found)

    def _at(self) -> Node:
        start = self._take().start
        self._take()
        path = self._expression(0)
        if not isinstance(path, nodes.Path):
            raise self._source.error(path.start, path.end, "`at` reads an attribute, as in `at(o.members, e.date)`")
        self._expect(",", "and a time, as in `at(o.members, e.date)`")
        time = self._expression(0)
        closing = self._expect(")", "after the time")
        return nodes.At(path, time, start, closing.end)

    # Calls

    def _call(self, name: Token) -> Node:
        self._take()
        if name.text in AGGREGATES:
            return self._aggregate(name)
        if name.text not in FUNCTIONS:
            hint = did_you_mean(name.text, (*FUNCTIONS, *AGGREGATES, "at"))
            raise self._error(name, f"there is no function `{name.text}`", hint)
        arguments = () if self._is(")") else self._arguments()
        return self._finish_call(name, arguments)

    def _finish_call(self, name: Token, arguments: tuple[Node, ...]) -> Node:
        closing = self._expect(")", f"after the arguments of `{name.text}`")
        function = FUNCTIONS[name.text]
        if not function.least <= len(arguments) <= function.most:
            message = f"`{name.text}` takes {function.arity}, not {len(arguments)}"
            raise self._source.error(name.start, closing.end, message, function.usage)
        return nodes.Call(name.text, arguments, name.start, closing.end)

    def _aggregate(self, name: Token) -> Node:
        first = self._expression(0)
        if self._is(",") and name.text in FUNCTIONS:
            self._take()
            return self._finish_call(name, (first, *self._arguments()))
        subject = None
        if name.text == "rank":
            self._expect(",", "and what to rank it among, as in `rank(t.points, u.points for u in team)`")
            subject, first = first, self._expression(0)
        variable, source, condition = self._over() if self._take_if("for") else (None, None, None)
        closing = self._expect(")", f"to close `{name.text}`")
        return nodes.Aggregate(name.text, first, name.start, closing.end, variable, source, condition, subject)

    def _over(self) -> tuple[str, Node, Node | None]:
        variable = self._take()
        if variable.kind is not TokenKind.NAME or variable.text in KEYWORDS:
            raise self._error(variable, "expected a variable after `for`", "as in `sum(p.points for p in player)`")
        self._expect("in", "after the variable")
        source = self._loop_source()
        condition = self._expression(0) if self._take_if("where") else None
        return variable.text, source, condition

    def _loop_source(self) -> Node:
        token = self._take()
        if token.kind is TokenKind.ID and self._is("."):
            return self._path(nodes.Literal(EntityRef(token.text), token.start, token.end))
        if token.kind is not TokenKind.NAME or token.text in KEYWORDS:
            raise self._error(token, "expected a type of entity, or an attribute that holds entities")
        if self._is("."):
            return self._path(nodes.Variable(token.text, token.start, token.end))
        if not self._take_if("of"):
            return nodes.Everything(token.text, None, token.start, token.end)
        whole = self._take()
        if whole.kind is not TokenKind.NAME or whole.text in KEYWORDS:
            raise self._error(whole, "expected a variable after `of`", "as in `event of o`")
        of = nodes.Variable(whole.text, whole.start, whole.end)
        return nodes.Everything(token.text, of, token.start, whole.end)

    def _path(self, base: Node) -> Node:
        while self._take_if("."):
            self._deeper()
            base = self._attribute(base)
        return base


def _is_entity(node: Node) -> bool:
    return isinstance(node, nodes.Literal) and isinstance(node.value, EntityRef)

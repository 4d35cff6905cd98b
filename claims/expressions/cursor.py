"""A position among the tokens of an expression, and the errors that can be told from there."""

from __future__ import annotations

from claims.errors import LoadError
from claims.expressions.source import Source
from claims.expressions.tokens import Token, TokenKind, tokenize

MAX_DEPTH = 100


class Cursor:
    """Moves over the tokens of ``source``. ``depth`` counts what is nested and chained at the position."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._tokens = tokenize(source)
        self._index = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        """The token at the position."""
        return self._tokens[self._index]

    @property
    def following(self) -> Token:
        """The one after it."""
        return self._tokens[min(self._index + 1, len(self._tokens) - 1)]

    def take(self) -> Token:
        """The token at the position, and move on; the end is never left."""
        token = self.token
        self._index += token.kind is not TokenKind.END
        return token

    def is_at(self, text: str, token: Token | None = None) -> bool:
        """Whether a token, by default that at the position, is this word or sign."""
        token = token or self.token
        return token.text == text and token.kind in (TokenKind.NAME, TokenKind.SIGN)

    def take_if(self, text: str) -> bool:
        """Move over a word or sign, if it is there."""
        return self.is_at(text) and bool(self.take())

    def expect(self, text: str, why: str) -> Token:
        """Move over a word or sign that must be there. Raises ``LoadError`` saying why."""
        if not self.is_at(text):
            raise self.unexpected(f"`{text}` {why}")
        return self.take()

    def expect_end(self) -> None:
        """Nothing more may follow."""
        if self.token.kind is not TokenKind.END:
            raise self.unexpected("an operator or the end")

    def unexpected(self, expected: str) -> LoadError:
        """The error for a token that does not fit here."""
        token = self.token
        found = token.text if token.kind is TokenKind.END else f"`{self.source.text[token.start : token.end]}`"
        return self.error(token, f"expected {expected}, found {found}")

    def error(self, token: Token, message: str, hint: str | None = None) -> LoadError:
        """An error at a token."""
        return self.source.error(token.start, token.end, message, hint)

    def deeper(self) -> None:
        """Count one level of nesting, or one link of a chain. Raises ``LoadError`` beyond the limit."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            message = f"the expression is nested or chained more than {MAX_DEPTH} deep"
            raise self.error(self.token, message, "split it into several derived attributes")

"""Cutting an expression into words, numbers, dates, texts and signs."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

from claims.dataclasses import dataclass
from claims.expressions.source import Source

MAX_LENGTH = 2000
MAX_DIGITS = 50


class TokenKind(Enum):
    """What a token is."""

    NUMBER = auto()
    DATE = auto()
    TEXT = auto()
    NAME = auto()
    ID = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token at code points ``start`` to ``end``; ``text`` is without quotes and in its canonical spelling."""

    kind: TokenKind
    text: str
    start: int
    end: int


# Each alternative begins with another character or is decided by a fixed number of them: linear.
_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<date>\d{4}-(?:\d{2}-\d{2}|\d{2}|[Qq][1-4])(?![\w])|\d{3}X(?![\w])|\d{2}XX(?![\w]))
    |(?P<number>\d[\d_]*(?:\.\d+)?%?)
    |(?P<text>"[^"\n]*")
    |(?P<id>`[^`\n]*`)
    |(?P<name>[^\W\d]\w*)
    |(?P<sign><=|>=|!=|[-+*/=<>()\[\],.≤≥≠−×÷])""",
    re.VERBOSE,
)
_SPELLINGS = {"≤": "<=", "≥": ">=", "≠": "!=", "−": "-", "×": "*", "÷": "/"}
_HINTS = {
    "'": 'texts stand in double quotes: "..."',
    "“": 'texts stand in straight double quotes: "..."',
    "”": 'texts stand in straight double quotes: "..."',
    "«": 'texts stand in straight double quotes: "..."',
    '"': "the closing quote is missing",
    "`": "the closing backtick is missing",
    "!": "write `not` or `!=`",
    "&": "write `and`",
    "|": "write `or`",
    "{": "conditions stand after `where`; groups stand in ( )",
}


def tokenize(source: Source) -> tuple[Token, ...]:
    """All tokens, the last one ``END``. Raises ``LoadError`` at the first character that is none."""
    text = source.text
    if len(text) > MAX_LENGTH:
        message = f"the expression is {len(text):,} characters long; {MAX_LENGTH:,} are the limit"
        raise source.error(0, 1, message, "split it into several derived attributes")
    tokens: list[Token] = []
    offset = 0
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None:
            raise _unreadable(source, offset)
        if match.lastgroup != "space":
            tokens.append(_token(source, match))
        offset = match.end()
    tokens.append(Token(TokenKind.END, "the end", offset, offset))
    return tuple(tokens)


def _token(source: Source, match: re.Match[str]) -> Token:
    text, start, end = match.group(), match.start(), match.end()
    kind = TokenKind[str(match.lastgroup).upper()]
    if kind in (TokenKind.TEXT, TokenKind.ID):
        return Token(kind, text[1:-1], start, end)
    if kind in (TokenKind.NUMBER, TokenKind.DATE):
        if not text.isascii():
            raise source.error(start, end, f"`{text[:20]}` is not written in the digits 0 to 9")
        if len(text) > MAX_DIGITS:
            raise source.error(start, end, f"a number of {len(text)} digits; {MAX_DIGITS} are the limit")
    if source.text[start : end + 1] == "==":
        raise source.error(start, end + 1, "`==` is not a sign of this language", "write `=`")
    if source.text[start : end + 1] == "**":
        raise source.error(start, end + 1, "there is no power operator", "multiply: `x * x`")
    return Token(kind, _SPELLINGS.get(text, text), start, end)


def _unreadable(source: Source, offset: int) -> Exception:
    char = source.text[offset]
    name = "" if char.isascii() else f" ({unicodedata.name(char, 'no name')})"
    return source.error(offset, offset + 1, f"unexpected character {char!r}{name}", _HINTS.get(char))

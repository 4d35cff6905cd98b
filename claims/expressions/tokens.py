"""Cutting an expression into words, numbers, dates, texts and signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

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
_KINDS: Mapping[str | None, TokenKind] = MappingProxyType({kind.name.lower(): kind for kind in TokenKind})
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


def _token(source: Source, found: re.Match[str]) -> Token:
    text, (start, end), kind = found.group(), found.span(), _KINDS[found.lastgroup]
    match kind:
        case TokenKind.TEXT | TokenKind.ID:
            text = text[1:-1]
        case TokenKind.NUMBER | TokenKind.DATE:
            _check_figure(source, text, start)
        case TokenKind.SIGN:
            _check_sign(source, source.text[start : end + 1], start)
            text = _SPELLINGS.get(text, text)
    return Token(kind, text, start, end)


def _check_figure(source: Source, text: str, start: int) -> None:
    if not text.isascii():
        raise source.error(start, start + len(text), f"`{text[:20]}` is not written in the digits 0 to 9")
    if len(text) > MAX_DIGITS:
        message = f"a number of {len(text)} digits; {MAX_DIGITS} are the limit"
        raise source.error(start, start + len(text), message)


def _check_sign(source: Source, signs: str, start: int) -> None:
    if signs == "==":
        raise source.error(start, start + 2, "`==` is not a sign of this language", "write `=`")
    if signs == "**":
        raise source.error(start, start + 2, "there is no power operator", "multiply: `x * x`")


def _unreadable(source: Source, offset: int) -> Exception:
    char = source.text[offset]
    name = "" if char.isascii() else f" ({unicodedata.name(char, 'no name')})"
    return source.error(offset, offset + 1, f"unexpected character {char!r}{name}", _HINTS.get(char))

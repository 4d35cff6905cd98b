"""Words and the folded form in which they are compared.

Case and accents go, typographic apostrophes become ``'``, every hyphen and every space becomes a plain space,
so that "Coalition anti‑Daech" and "coalition anti daech" are one. Where folding changes a length (œ, ß,
decomposed accents) a map leads back to the text.
"""

from __future__ import annotations

import re
import unicodedata

from claims.dataclasses import dataclass

_APOSTROPHES = "'’‘ʼ′`´"
_SPACES = "\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "-\u2010\u2011\u2012\ufe58\ufe63\uff0d"
_SPELLED = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d"}


class _Table(dict[int, str]):
    """A translation table that works out each character once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _SPELLED:
            folded = _SPELLED[character]
        else:
            parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
            folded = "".join(part for part in parts if not unicodedata.combining(part))
        self[code] = folded
        return folded


class _Capitals(dict[int, str]):
    """As :class:`_Table`, with what is a capital, or could be one, in capitals."""

    def __missing__(self, code: int) -> str:
        folded, character = _TABLE[code], chr(code)
        upper = folded.upper()
        self[code] = upper if character.upper() == character and upper.lower() == folded.lower() else folded
        return self[code]


_FIXED = {
    **{ord(c): "'" for c in _APOSTROPHES},
    **{ord(c): " " for c in _SPACES + _HYPHENS},
    0xAD: "",
}
_ASCII = _Table({code: chr(code).lower() for code in range(128)} | {k: v for k, v in _FIXED.items() if k < 128})
_TABLE = _Table(_ASCII | _FIXED)
_CAPITALS = _Capitals()
_OTHERS = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``offsets`` leads from it to the original and is ``None`` where both run in step."""

    text: str
    offsets: tuple[int, ...] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text (code points, half open) for a span of the folded one."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back to its offsets."""
    if text.isascii():
        return Folded(text.translate(_ASCII), None)
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and all(len(_TABLE[ord(c)]) == 1 for c in set(text)):
        return Folded(folded, None)
    offsets = [i for i, c in enumerate(text) for _ in _TABLE[ord(c)]]
    return Folded(folded, (*offsets, len(text)))


def fold_to_look(text: str) -> tuple[str, str]:
    """The text folded, and again with its capitals left as they are: equally long, for looking only.

    What parts words may stay as it is written, and there is no way back to offsets of the text. Several times as fast
    as :func:`fold`; what is looked for must be folded and :func:`small`.
    """
    written = text if text.isascii() else _OTHERS.sub(lambda others: others.group().translate(_CAPITALS), text)
    return small(written), written


def small(folded: str) -> str:
    """A folded text as :func:`fold_to_look` folds: a few folded letters are capitals."""
    # of all letters only sigma is made small by its place in the word
    return folded.lower() if folded.isascii() else folded.lower().replace("ς", "σ")


def key(text: str) -> str:
    """The folded words of a name or phrase, one space between them."""
    return " ".join(fold(text).text.split())


MARKS = '.,;:!?()[]{}«»"“”„—–/|•…%&'
PIECE = re.compile(rf"[^\W_]+|[{re.escape(MARKS)}]")
"""One word or one mark of a folded text; apostrophes, hyphens and spaces part words and are none."""


def words(phrase: str) -> tuple[str, ...]:
    """The folded words and marks of a phrase: an elided article and the parts of a compound are words of their own."""
    return tuple(PIECE.findall(fold(phrase).text))

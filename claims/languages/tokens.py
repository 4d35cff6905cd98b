"""Cutting a text into words, digit runs and single signs, in one pass of C.

A token knows the gap before it: nothing, spaces, or a hyphen that joins it to the word before
(``quatre-vingt``). Every other hyphen, and every other sign, is a token itself. The sequences are padded with
empty words at the end, so that looking a few tokens ahead, or one back, never fails.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from claims.dataclasses import dataclass
from claims.languages.folding import fold

_TOKEN = re.compile(r"([^\W\d_]+|[0-9]+|(?!(?<=[^\W_])-(?=[^\W\d_]))[^ ])")
PADDING = 8


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of ``text``: ``words[i]`` is folded and stands at ``starts[i]`` to ``ends[i]``.

    ``gaps[i]`` is what stands between token ``i`` and the one before. ``count`` leaves the padding out.
    """

    text: str
    folded: str
    words: Sequence[str]
    gaps: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    count: int

    def raw(self, first: int, last: int) -> str:
        """The text of the tokens from ``first`` up to, not including, ``last``, as written."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def index_at(self, offset: int, near: int) -> int:
        """The first token at or after ``near`` that starts at or after ``offset``."""
        starts, count = self.starts, self.count
        while near < count and starts[near] < offset:
            near += 1
        return near


def tokenise(text: str) -> Tokens:
    """The tokens of a text in which accents are composed."""
    folded = fold(text)
    parts = _parts(folded)
    bounds = list(accumulate(map(len, parts)))
    gaps, words, starts, ends = parts[::2], parts[1::2], bounds[::2], bounds[1::2]
    return Tokens(
        text,
        folded,
        words + [""] * PADDING,
        gaps + [""] * PADDING,
        starts + [len(text)] * PADDING,
        ends + [len(text)] * PADDING,
        len(words),
    )


def words_of(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase from a data file."""
    return tuple(_parts(fold(phrase))[1::2])


def _parts(folded: str) -> list[str]:
    """Gaps and tokens by turns; a text that ends in spaces ends in a token of one."""
    *parts, rest = _TOKEN.split(folded)
    return [*parts, rest[:-1], " "] if rest else parts

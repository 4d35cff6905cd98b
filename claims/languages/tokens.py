"""Cutting a text into words, digit runs and single signs, in one pass of C.

A token knows the gap before it: nothing, spaces, or a hyphen that joins it to the word before
(``quatre-vingt``). Every other hyphen, and every other sign, is a token itself. The sequences are padded with
empty words at the end, so that looking a few tokens ahead, or one back, never fails.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from claims.languages.folding import fold

_TOKEN = re.compile(r"((?<=[^\W_])-(?=[^\W\d_])| *)([^\W\d_]+|[0-9]+|.)", re.DOTALL)
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
    pairs = _TOKEN.findall(folded)
    ends = list(accumulate(map(len, chain.from_iterable(pairs))))[1::2]
    words = [pair[1] for pair in pairs]
    starts = [end - len(word) for end, word in zip(ends, words, strict=True)]
    gaps = [pair[0] for pair in pairs]
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
    return tuple(pair[1] for pair in _TOKEN.findall(fold(phrase)))

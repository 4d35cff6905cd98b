"""Whether a date that could be past or to come is to come: "they will meet on Wednesday", "Samedi, il se rendra...".

A name of a day that is all of a text announces, as the heading or the cell of a programme does.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.languages.language import Language
from claims.languages.tokens import Tokens

_NEAR = 10
_LEADING = 3
_ENDS = frozenset({".", "!", "?", ";"})
_SHORTEST = 5


def is_to_come(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether the day in the tokens from ``first`` up to ``last`` lies ahead: by a verb near it, or standing alone."""
    if stands_alone(tokens, first, last, language):
        return True
    begin = _sentence_start(tokens.words, first)
    if _foretells(tokens, begin, first, language):
        return True
    # What opens a sentence has its verb behind it.
    return first - begin <= _LEADING and _foretells(tokens, last, _sentence_end(tokens.words, last), language)


def stands_alone(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    """Whether the tokens are all of the text, but for an article and a full stop."""
    words = tokens.words
    led = first == 0 or (first == 1 and words[0] in language.calendar.span_articles)
    return led and (last == tokens.count or (last + 1 == tokens.count and not words[last].isalnum()))


def _sentence_start(words: Sequence[str], index: int) -> int:
    least = max(0, index - _NEAR)
    return next((at for at in range(index, least, -1) if words[at - 1] in _ENDS), least)


def _sentence_end(words: Sequence[str], index: int) -> int:
    return next((at for at in range(index, index + _NEAR) if at >= len(words) or words[at] in _ENDS), index + _NEAR)


def _foretells(tokens: Tokens, first: int, last: int, language: Language) -> bool:
    calendar = language.calendar
    return any(
        word in calendar.future
        or (word.endswith(calendar.future_endings) and word not in calendar.future_not and _is_verb(tokens, at))
        for at, word in enumerate(tokens.words[first:last], first)
    )


def _is_verb(tokens: Tokens, index: int) -> bool:
    return len(tokens.words[index]) >= _SHORTEST and tokens.text[tokens.starts[index]].islower()

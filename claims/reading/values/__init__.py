"""The scan for values: numbers, ordinals, percentages, money, quantities, durations and dates in prose.

One pass cuts the text into tokens; only at digits, and at words with which a value may begin, is anything
read closely. The reading is by the tables of a language and knows no language itself. The cost grows with the
text: every reader looks a bounded number of tokens ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import or_

from claims.languages import Language
from claims.languages.folding import compose
from claims.languages.tokens import Tokens, tokenise
from claims.model.dates import PartialDate
from claims.model.mention import Mention
from claims.model.span import Span
from claims.reading.values.found import Found
from claims.reading.values.hedges import hedged
from claims.reading.values.plain import is_article, read_plain
from claims.reading.values.reader import read_value
from claims.reading.values.times import Times, after
from claims.reading.values.traps import address_spans, is_inside

__all__ = ["scan"]

_YEAR_DIGITS = 4


def scan(text: str, language: Language, date: PartialDate | None = None, *, fresh: bool = True) -> tuple[Mention, ...]:
    """The values that ``text`` names, in order and without overlap.

    Offsets are code points of ``text``. ``date`` is the document's; without it, dates that need one
    (*yesterday*, *22 March*) are no mention. ``fresh`` says that the document named no date before this text:
    then *the year before* may be meant of the document's own.
    """
    composed, starts = compose(text)
    tokens = tokenise(composed)
    mentions = tuple(_mentions(tokens, language, Times(date, fresh=fresh)))
    return mentions if starts is None else tuple(_moved(mention, starts) for mention in mentions)


def _mentions(tokens: Tokens, language: Language, times: Times) -> list[Mention]:
    mentions: list[Mention] = []
    least = 0
    addresses = address_spans(tokens.folded)
    for index in _openings(tokens, language):
        if index < least or is_inside(tokens.starts[index], addresses):
            continue
        plain = read_plain(tokens, index, language)
        if plain is not None:
            mentions.append(plain)
            least = index + 1
            times = after(times, plain.value)
            continue
        if is_article(tokens, index, language):
            continue
        found = read_value(tokens, index, language, times, least)
        if found is None:
            continue
        if found.value is not None:
            mentions.append(_mention(tokens, found, language, least))
            times = after(times, found.value)
        least = found.last
    return mentions


def _openings(tokens: Tokens, language: Language) -> Iterator[int]:
    """The tokens at which a value may begin."""
    words, followers = tokens.words, language.followers
    opens = map(or_, map(language.openers.__contains__, words), map(str.isdecimal, words))
    for index in compress(range(tokens.count), opens):
        after = followers.get(words[index])
        following = words[index + 1]
        if after is None or following in after or (following.isdecimal() and len(following) < _YEAR_DIGITS):
            yield index


def _mention(tokens: Tokens, found: Found, language: Language, least: int) -> Mention:
    operator, outer = hedged(tokens, found, language, least)
    return Mention(found.kind, found.start, found.end, found.value, operator, outer, found.relative)


def _moved(mention: Mention, starts: tuple[int, ...]) -> Mention:
    """The mention at the offsets of the text before accents were composed."""
    outer = mention.outer and Span(starts[mention.outer.start], starts[mention.outer.end])
    return Mention(
        mention.kind,
        starts[mention.start],
        starts[mention.end],
        mention.value,
        mention.operator,
        outer,
        mention.relative,
    )

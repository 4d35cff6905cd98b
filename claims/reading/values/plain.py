"""The commonest values at a glance: *84 members*, *in 2014*, and the article that counts nothing (*un pays*).

Between two words that a language tells nothing by, a few digits or one number word are a number and no more. What is
seen here, the close reading would see too (a test holds the two together); it is there for speed alone.
"""

from __future__ import annotations

from decimal import Decimal

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.dates import PartialDate
from claims.model.mention import Mention, MentionKind
from claims.model.values import Number

_LONGEST = 3
_YEAR_DIGITS = 4
_GAPS = (" ", "-")
_STOPS = frozenset({".", ",", ";", ")"})


def read_plain(tokens: Tokens, index: int, language: Language) -> Mention | None:
    """The number or year of token ``index`` where nothing around it says more; else ``None``."""
    word, before = tokens.words[index], tokens.words[index - 1]
    if not index or tokens.gaps[index] != " " or not before.isalpha():
        return None
    value: Number | PartialDate | None = None
    if word in language.plain_words or len(word) <= _LONGEST:
        value = _number(tokens, index, language)
    elif len(word) == _YEAR_DIGITS and before in language.calendar.year_before:
        value = _year(tokens, index, language)
    if value is None or _is_led(tokens, index, language):
        return None
    kind = MentionKind.NUMBER if isinstance(value, Number) else MentionKind.DATE
    return Mention(kind, tokens.starts[index], tokens.ends[index], value)


def _number(tokens: Tokens, index: int, language: Language) -> Number | None:
    word, around = tokens.words[index], language.around
    if not _is_quiet(tokens, index + 1, language):
        return None
    if word.isdecimal():
        return Number(Decimal(word)) if word[0] != "0" and word.isascii() else None
    amount = language.plain_words.get(word)
    if amount is None or around.traps.at(tokens.words, index) or around.traps_ending.before(tokens.words, index + 1):
        return None
    return Number(Decimal(amount))


def _year(tokens: Tokens, index: int, language: Language) -> PartialDate | None:
    word, after = tokens.words[index], index + 1
    if not (word.isascii() and "1800" <= word < "2100"):
        return None
    stopped = tokens.words[after] in _STOPS and tokens.gaps[after] == ""
    return PartialDate.of(int(word)) if _is_quiet(tokens, after + stopped, language, capital=True) else None


def is_article(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether the number word at ``index`` is an article alone, before a word that is no unit and no number."""
    if not index or tokens.words[index] not in language.numerals.articles:
        return False
    return _is_quiet(tokens, index + 1, language) and not _is_led(tokens, index, language)


def _is_led(tokens: Tokens, index: int, language: Language) -> bool:
    """Whether the words before make something else of the number: a hedge, a currency, *page*."""
    words, around = tokens.words, language.around
    return (
        words[index - 1] in language.telling_before
        or around.hedges_before.before(words, index) is not None
        or around.prefixes.before(words, index) is not None
        or around.percent_before.before(words, index) is not None
        or language.calendar.hedges.before(words, index) is not None
    )


def _is_quiet(tokens: Tokens, index: int, language: Language, *, capital: bool = False) -> bool:
    """Whether a word stands there, in small letters or with a ``capital``, that says nothing of what is before it."""
    word = tokens.words[index]
    return (
        tokens.gaps[index] in _GAPS
        and word not in language.telling_after
        and word.isalpha()
        and (capital or tokens.text[tokens.starts[index]].islower())
    )

"""What looks like a value and is none: identifiers, *one of*, list marks, times of day."""

from __future__ import annotations

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.mention import MentionKind
from claims.reading.values.found import Found
from claims.reading.values.quantities import Quantity


def after_identifier(tokens: Tokens, index: int) -> Found:
    """The run of digits, letters and joints at ``index``, to be passed over as a whole."""
    last = index + 1
    while last < tokens.count and tokens.gaps[last] == "" and _continues(tokens, last):
        last += 1
    return Found(index, last, tokens.starts[index], tokens.ends[last - 1], MentionKind.NUMBER, None)


def _continues(tokens: Tokens, index: int) -> bool:
    if tokens.words[index].isalnum():
        return True
    return tokens.gaps[index + 1] == "" and tokens.words[index + 1].isalnum()


def is_trap(tokens: Tokens, quantity: Quantity, language: Language) -> bool:
    """Whether the words around a number without unit show that it is none."""
    number, words = quantity.number, tokens.words
    if quantity.unit is not None:
        return False
    before = words[quantity.first - 1] if quantity.first else ""
    after = words[quantity.last]
    if before in language.around.list_marks and not number.ordinal:
        return True
    if not number.weak:
        return False
    numerals = language.numerals
    if words[number.first] in numerals.articles:
        return after[:1].isalpha() and not language.around.hedges_before.before(words, number.first)
    return before in numerals.weak_before or after in numerals.weak_after

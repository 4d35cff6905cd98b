"""Numbers in words: the inverse of the tables that are read.

Names up to 99 are a list in the language's data, hundreds and scales are templates. What is written here is
read back as the same number; a test holds that for every language.
"""

from __future__ import annotations

from claims.languages.language import Language, Scale, Spelling
from claims.languages.tokens import words_of

HIGHEST = 10**15 - 1


def spell_cardinal(number: int, language: Language) -> str:
    """``number`` in words. Raises ``ValueError`` below 0 and above :data:`HIGHEST`."""
    if not 0 <= number <= HIGHEST:
        raise ValueError(f"no words for {number}")
    return _spell(number, language.spelling)


def spell_ordinal(number: int, language: Language) -> str:
    """The ordinal of ``number`` in words: the last word of the cardinal made an ordinal.

    Raises ``ValueError`` below 1 and above :data:`HIGHEST`.
    """
    if number < 1:
        raise ValueError(f"no ordinal for {number}")
    if number in language.spelling.first_ordinals:
        return language.spelling.first_ordinals[number]
    words = spell_cardinal(number, language)
    last = max(words.rfind(" "), words.rfind("-")) + 1
    value = language.numerals.cardinals[words_of(words[last:])[0]].value
    return words[:last] + language.spelling.ordinals[value]


def _spell(number: int, spelling: Spelling) -> str:
    for scale in spelling.scales:
        factor, rest = divmod(number, scale.value)
        if factor:
            return _with_rest(_scaled(factor, scale, spelling), rest, spelling)
    return _below_thousand(number, spelling)


def _scaled(factor: int, scale: Scale, spelling: Spelling) -> str:
    if factor == 1:
        return scale.one
    words = _spell(factor, spelling)
    return scale.many.replace("{n}", _bound(words, spelling) if scale.binds else words)


def _below_thousand(number: int, spelling: Spelling) -> str:
    hundred = spelling.hundred
    factor, rest = divmod(number, hundred.value)
    if not factor:
        return spelling.small[rest]
    if factor == 1:
        head = hundred.one
    else:
        head = (hundred.many if rest else hundred.exact).replace("{n}", spelling.small[factor])
    return _with_rest(head, rest, spelling)


def _with_rest(head: str, rest: int, spelling: Spelling) -> str:
    if not rest:
        return head
    join = spelling.small_join if rest < spelling.hundred.value else spelling.join
    return head + join + _spell(rest, spelling)


def _bound(words: str, spelling: Spelling) -> str:
    """The words as they stand before another number word (*quatre-vingts* loses its s before *mille*)."""
    for free, bound in spelling.bound.items():
        if words.endswith(free):
            return words.removesuffix(free) + bound
    return words

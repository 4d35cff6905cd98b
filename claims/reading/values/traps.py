"""What looks like a value and is none: identifiers, addresses, list marks, times of day, *one of*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claims.languages.language import Language
from claims.languages.tokens import Tokens
from claims.model.mention import MentionKind
from claims.reading.values.found import Found
from claims.reading.values.quantity import Quantity

_PHONE = re.compile(
    r"\+[0-9][0-9 ().-]{6,24}[0-9]"
    r"|0[0-9](?:[ .-][0-9]{2}){4}(?![0-9])"
    r"|0[0-9]{2,4} [0-9]{3,4} [0-9]{3,4}(?![0-9])"
    r"|[0-9]{3}\)?[ .-][0-9]{3}-[0-9]{4}(?![0-9])"
)
_ADDRESS_SIGNS = ("://", "www.", "@")
_CHAIN = re.compile(r"[0-9]+-[0-9]+-[0-9][0-9-]*")
_INDENT = 12
_STREET_NAME = 2
_LIST_SIGNS = frozenset({".", ")"})
_LIST_MARK = re.compile(r"[0-9]{1,3}[.)](?= )")
_SECTION = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.? ([^\W\d_])")
_NOTE_DIGITS = 4


def address_spans(folded: str) -> tuple[tuple[int, int], ...]:
    """Where web and e-mail addresses stand, in order: every run without spaces that holds a sign of one."""
    return tuple(sorted({span for sign in _ADDRESS_SIGNS if sign in folded for span in _around(folded, sign)}))


def _around(folded: str, sign: str) -> Iterator[tuple[int, int]]:
    end, at = 0, folded.find(sign)
    while at >= 0:
        start = max(folded.rfind(" ", end, at) + 1, end)
        end = folded.find(" ", at)
        end = len(folded) if end < 0 else end
        yield start, end
        at = folded.find(sign, end)


def is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of the sorted ``spans``."""
    index = bisect_right(spans, (offset, 1 << 62))
    return index > 0 and offset < spans[index - 1][1]


def mark_end(tokens: Tokens, index: int, language: Language) -> int | None:
    """Where the telephone number, note, or number of a list's item or a section that begins at digits ends."""
    start, words, word = tokens.starts[index], tokens.words, tokens.words[index]
    may_call = len(word) == 3 or word[0] == "0" or words[index - 1] == "+"
    if may_call and (end := _phone_end(tokens.folded, start)):
        return end
    if words[index + 1] == "]" and words[index - 1] == "[" and len(word) < _NOTE_DIGITS:
        return tokens.ends[index]
    if words[index + 1] not in _LIST_SIGNS or not _begins_line(tokens.text, start):
        return None
    return tokens.ends[index] if _LIST_MARK.match(tokens.folded, start) else _section_end(tokens, index, language)


def _section_end(tokens: Tokens, index: int, language: Language) -> int | None:
    """Where the number of a section ends (*2.1 Scope*): its title follows, no scale and no unit."""
    match = _SECTION.match(tokens.text, tokens.starts[index])
    if match is None or not match[1].isupper():
        return None
    title = tokens.index_at(match.start(1), index)
    if tokens.words[title] in language.numerals.cardinals or language.around.units.at(tokens.words, title):
        return None
    return match.start(1) - 1


def _phone_end(folded: str, start: int) -> int | None:
    """Where the telephone number that begins at ``start``, or with a plus sign before it, ends."""
    begin = start - 1 if start and folded[start - 1] == "+" else start
    match = _PHONE.match(folded, begin)
    return match.end() if match else None


def chain_end(folded: str, start: int) -> int | None:
    """Where a code of three or more groups of digits (``1-4165-2060-0``) that begins at ``start`` ends."""
    match = _CHAIN.match(folded, start)
    return match.end() if match else None


def _begins_line(text: str, start: int) -> bool:
    """Whether ``start`` is the first thing of a line, but for space and a bracket."""
    before = text[max(start - _INDENT, 0) : start].rpartition("\n")
    begins = before[1] or start <= _INDENT
    return bool(begins) and before[2].strip() in ("", "(")


def pass_over(tokens: Tokens, index: int, end: int) -> Found:
    """The stretch from token ``index`` to the offset ``end``, which holds no value."""
    return Found(
        index, max(index + 1, tokens.index_at(end, index)), tokens.starts[index], end, MentionKind.NUMBER, None
    )


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


def is_listed(tokens: Tokens, quantity: Quantity, language: Language) -> bool:
    """Whether digits say which one, not how many: *page 12*, *No. 7*, *n° 17*, *seat 14B*."""
    if quantity.number.ordinal or not quantity.number.digits or quantity.unit:
        return False
    if tokens.gaps[quantity.last] == "" and tokens.words[quantity.last][:1].isalpha():
        return True
    if _is_house(tokens, quantity, language):
        return True
    at = quantity.first - 1
    if tokens.words[at] == "." and tokens.gaps[at] == "":
        at -= 1
    return at >= 0 and tokens.words[at] in language.around.list_marks


def _is_house(tokens: Tokens, quantity: Quantity, language: Language) -> bool:
    """Whether a number is that of a house: *12, rue de la Paix*, *10 Downing Street*."""
    words, around = tokens.words, language.around
    if not quantity.number.plain or not around.streets_after_name | around.streets_behind:
        return False
    at = quantity.last + (words[quantity.last] == ",")
    if words[at] in around.streets_behind:
        return True
    for name in range(at, at + _STREET_NAME):
        if not tokens.raw(name, name + 1)[:1].isupper():
            return False
        if words[name + 1] in around.streets_after_name:
            # "10 Wall Street banks" are ten.
            return not _is_plural(words[name + 2], language)
    return False


def _is_plural(word: str, language: Language) -> bool:
    around = language.around
    return len(word) > 1 and word.endswith(around.plural_endings) and word not in around.no_plurals


def is_trap(tokens: Tokens, quantity: Quantity, language: Language) -> bool:
    """Whether the words around a number show that it is none."""
    words, around = tokens.words, language.around
    if quantity.unit is not None:
        return False
    if around.traps.at(words, quantity.first) or around.traps.at(words, quantity.last - 1):
        return True
    if around.traps_ending.before(words, quantity.last):
        return True
    return _is_other_word(tokens, quantity, words[quantity.first - 1] if quantity.first else "", language)


def _is_other_word(tokens: Tokens, quantity: Quantity, before: str, language: Language) -> bool:
    """Whether a single number word is an article, a pronoun or an adjective."""
    number, words, numerals = quantity.number, tokens.words, language.numerals
    after = words[quantity.last]
    single = quantity.last - quantity.first == 1
    if single and words[number.first] in language.around.adjectives:
        return number.first > 0 and not after[:1].isalnum()
    if not number.weak:
        return False
    if words[number.first] in numerals.articles:
        return after[:1].isalpha() and not language.around.hedges_before.before(words, number.first)
    tied = tokens.gaps[quantity.last] == "-"
    return tied or before in numerals.weak_before or after in numerals.weak_after


def clock_end(tokens: Tokens, quantity: Quantity, language: Language) -> int | None:
    """Where the time of day ends whose hours ``quantity`` reads: *10 am*, *à 14 h*, *14 h 30*."""
    around, words, last = language.around, tokens.words, quantity.last
    if not quantity.number.digits:
        return None
    if marked := around.clock_after.at(words, quantity.number.last):
        return tokens.ends[marked[1] - 1]
    if words[quantity.number.last] not in around.clock_units:
        return None
    if quantity.unit is None:
        touching = tokens.gaps[last] == "" and tokens.gaps[last + 1] == ""
        return tokens.ends[last + 1] if touching and words[last + 1].isdecimal() else None
    minutes = words[last].isdecimal() and len(words[last]) == 2
    before = words[quantity.first - 1] if quantity.first else ""
    if not minutes and before not in around.clock_before:
        return None
    return tokens.ends[last if minutes else last - 1]

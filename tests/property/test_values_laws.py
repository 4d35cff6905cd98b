"""Laws of reading and writing values: what was written is read back, and reading is sound on any text."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from unittest import mock

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claims.languages import available, load
from claims.languages.folding import fold
from claims.languages.spelling import spell_cardinal, spell_ordinal
from claims.languages.writing import write_value
from claims.model.dates import PartialDate, Precision
from claims.model.mention import MentionKind
from claims.model.values import DateSpan, Number
from claims.reading import values
from claims.reading.values import scan

CODES = st.sampled_from(available())
DAY = PartialDate.parse("2024-10-02")
VOCABULARY = """
one two hundred thousand and a half of the first second third in ago last next Monday week between May march
vingt et un cent mille quatre dix neuf demi une de d ' il y a trois ans mardi prochain mars avant 1er e siècle
84 2014 3.5 1,234 10:30 12/05 x@y.z www.a +33 07 Q3 s % $ € km M - – , . ( ) é ½ ∞ 漢 \u0301 \u00a0 \u2011
"""
WORDS = st.sampled_from([*VOCABULARY.split(), " ", "\n", "\u00a0"])
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)
)


PLAIN = ("members", "pays", "Haus", "blue", "est", "Street", "84", "7", "2014", "1999", "1", "050")


@st.composite
def tellings(draw: st.DrawFn) -> tuple[str, str]:
    """A language and words of it that may tell something of a number, between digits and words that do not."""
    language = load(draw(CODES))
    hedges = [
        phrase for table in (language.around.hedges_before, language.around.prefixes) for phrase in table.meanings
    ]
    telling = language.telling_before | language.telling_after | language.openers | language.calendar.year_before
    word = st.one_of(st.sampled_from(PLAIN), st.sampled_from(sorted({*telling, *hedges})))
    return language.code, " ".join(draw(st.lists(word, min_size=2, max_size=7)))


@given(telling=tellings())
@settings(deadline=None)
def test_what_is_seen_at_a_glance_is_what_is_read_closely(telling: tuple[str, str]) -> None:
    """The values that are seen without reading closely are those that the close reading finds."""
    code, text = telling
    glanced = scan(text, load(code), DAY)
    with (
        mock.patch.object(values, "read_plain", return_value=None),
        mock.patch.object(values, "is_article", return_value=False),
    ):
        assert scan(text, load(code), DAY) == glanced


@given(code=CODES, number=st.one_of(st.integers(0, 10_000), st.integers(0, 10**12)))
@settings(deadline=None)
def test_cardinals_in_words_are_read_back(code: str, number: int) -> None:
    """A number written in words is read as that number, over all of the words."""
    language, words = load(code), spell_cardinal(number, load(code))
    (mention,) = scan(f"({words} membres)", language) if number != 1 else scan(words, language)
    assert isinstance(mention.value, Number)
    assert (mention.value.amount, mention.kind) == (number, MentionKind.NUMBER)
    assert mention.end - mention.start == len(words)


@given(code=CODES, number=st.integers(3, 10**6))
@settings(deadline=None)
def test_ordinals_are_read_back(code: str, number: int) -> None:
    """An ordinal in words or in digits is read as that ordinal."""
    language = load(code)
    # Where a full stop is the mark, what looks like a year and ends a text is one: "Es war 1998."
    assume(language.spelling.ordinal_marks[-1].mark != "." or not 1000 <= number < 2200)
    for words in (spell_ordinal(number, language), write_value(Number(Decimal(number)), language, _ordinal_like(code))):
        (mention,) = scan(words, language)
        assert isinstance(mention.value, Number)
        assert (mention.value.amount, mention.kind) == (number, MentionKind.ORDINAL)


def _ordinal_like(code: str) -> str:
    return "9" + load(code).spelling.ordinal_marks[-1].mark


@given(code=CODES, digits=st.integers(-(10**12), 10**12), places=st.integers(0, 4))
@settings(deadline=None)
def test_digits_are_read_back(code: str, digits: int, places: int) -> None:
    """A number in digits is read back, grouping, decimals and sign included."""
    amount = Decimal(digits).scaleb(-places)
    (mention,) = scan(f"({write_value(Number(amount), load(code))} x)", load(code))
    value = mention.value
    year = isinstance(value, PartialDate) and Decimal(value.year) == amount
    assert year or (isinstance(value, Number) and value.amount == amount)


@given(
    code=CODES,
    day=st.dates(date(1000, 1, 1), date(2199, 12, 31)),
    precision=st.sampled_from([Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.DECADE, Precision.CENTURY]),
)
@settings(deadline=None)
def test_dates_are_read_back(code: str, day: date, precision: Precision) -> None:
    """A date of any precision is read back as it was."""
    value = PartialDate(day, Precision.DAY).coarsen(precision)
    # "The 1800s" are a century, and there is no other short name for their first decade.
    assume(precision is not Precision.DECADE or value.year % 100)
    (mention,) = scan(f"… {write_value(value, load(code))}.", load(code))
    assert mention.value == value


@given(
    code=CODES, years=st.tuples(st.integers(1800, 2099), st.integers(1800, 2099)).filter(lambda pair: pair[0] < pair[1])
)
@settings(deadline=None)
def test_spans_of_years_are_read_back(code: str, years: tuple[int, int]) -> None:
    """A span of years is read back."""
    value = DateSpan(*map(PartialDate.of, years))
    (mention,) = scan(write_value(value, load(code)), load(code))
    assert mention.value == value


@given(code=CODES, number=st.integers(0, 10**9), like=st.integers(2, 10**9))
@settings(deadline=None)
def test_words_replace_words(code: str, number: int, like: int) -> None:
    """A number that replaces words is written in words, capitalised as they were."""
    language = load(code)
    model = spell_cardinal(like, language).capitalize()
    written = write_value(Number(Decimal(number)), language, model)
    assert written[0].isupper()
    assert written.lower() == spell_cardinal(number, language).lower()


@given(code=CODES, text=TEXTS)
@settings(deadline=None, max_examples=400)
def test_mentions_are_in_order_and_apart(code: str, text: str) -> None:
    """On any text, mentions lie inside it, in order, without overlap, and hold a value."""
    last = 0
    for mention in scan(text, load(code), DAY):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.value is not None
        if mention.outer is not None:
            assert mention.outer.start <= mention.start
            assert mention.end <= mention.outer.end
        last = mention.end


@given(code=CODES, text=TEXTS)
@settings(deadline=None)
def test_reading_is_the_same_twice(code: str, text: str) -> None:
    """The same text gives the same mentions."""
    assert scan(text, load(code), DAY) == scan(text, load(code), DAY)


@given(code=CODES, words=st.lists(st.sampled_from(["vingt et unième", "août 2014", "près de 84", "42 %"]), max_size=4))
@settings(deadline=None)
def test_decomposed_accents_change_nothing(code: str, words: list[str]) -> None:
    """A text in decomposed form gives the same values at the same words."""
    text = ", ".join(words)
    apart = unicodedata.normalize("NFD", text)
    values = [(mention.value, text[mention.start : mention.end]) for mention in scan(text, load(code), DAY)]
    same = [(mention.value, _nfc(apart[mention.start : mention.end])) for mention in scan(apart, load(code), DAY)]
    assert same == values


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    """A folded text has as many code points as the text, so that offsets serve both."""
    assert len(fold(text)) == len(text)

"""A suggestion, put into the text and read again, makes the claim right: numbers and dates, written and hedged."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claims.judging import judge
from claims.languages import load
from claims.languages.writing import write_value
from claims.model.claim import Claim
from claims.model.dates import PartialDate, Precision
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.span import Span
from claims.model.values import Number
from claims.model.verdict import Operator, Verdict
from claims.reading.values import scan

LANGUAGES = st.sampled_from(["en", "fr"])
NUMBERS = st.integers(13, 10**9).map(lambda number: Number(Decimal(number)))
HEDGES = st.sampled_from([operator for operator in Operator if operator is not Operator.NE])
MODELS = {
    "en": ("85", "eighty-five", "12,345", "3.5 million"),
    "fr": ("85", "quatre-vingt-cinq", "12 345", "3,5 millions"),
}
DATES = st.builds(
    lambda days, precision: PartialDate(datetime.date(1950, 1, 1) + datetime.timedelta(days), Precision.DAY).coarsen(
        precision
    ),
    st.integers(0, 30000),
    st.sampled_from([Precision.DAY, Precision.MONTH]),
)
FRAMES = {"en": "The group has {} members.", "fr": "Le groupe compte {} membres."}
DATED = {"en": "It was founded on {}.", "fr": "Il fut fondé le {}."}


def said_in(text, words, value, operator=Operator.EQ):
    start = text.index(words)
    return Claim("it", "thing", value, operator, value_span=Span(start, start + len(words)))


def read_again(text, claim, judgement, language):
    """The claim that the text makes once the suggestion has been taken, read by the reader of values."""
    suggestion = judgement.suggestion
    mended = text[: suggestion.span.start] + suggestion.text + text[suggestion.span.end :]
    found = scan(mended, load(language), None)
    assert len(found) == 1, mended
    return replace(claim, value=found[0].value)


@given(LANGUAGES, st.integers(0, 3), NUMBERS, HEDGES)
def test_a_number_taken_from_a_suggestion_is_right(language, model, known, operator):
    """Digits, words, grouped or with a scale: what is written in place of a wrong number reads as a right one."""
    words = MODELS[language][model]
    text = FRAMES[language].format(words)
    claim = said_in(text, words, scan(text, load(language), None)[0].value, operator)
    facts = FactSet(facts=(Fact("it", "thing", known),))
    judgement = judge(claim, facts, at=None, language=language, text=text)
    if judgement.suggestion is not None:
        again = read_again(text, claim, judgement, language)
        assert judge(again, facts, at=None).verdict is Verdict.SUPPORTED


@given(LANGUAGES, DATES, DATES)
def test_a_date_taken_from_a_suggestion_is_right(language, said, known):
    """What is written in place of a wrong date reads as the right one."""
    words = write_value(said, load(language))
    text = DATED[language].format(words)
    facts = FactSet(facts=(Fact("it", "thing", known),))
    claim = said_in(text, words, said)
    judgement = judge(claim, facts, at=None, language=language, text=text)
    if judgement.suggestion is not None:
        again = read_again(text, claim, judgement, language)
        assert judge(again, facts, at=None).verdict is Verdict.SUPPORTED

"""What is suggested in place of a wrong value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.judging import judge
from claims.judging.asking import Terms, question_of
from claims.judging.suggestion import corrected
from claims.model.attribute import Attribute, Cardinality
from claims.model.claim import Claim, ClaimItem
from claims.model.dates import PartialDate
from claims.model.entity import Entity
from claims.model.fact import Fact
from claims.model.factset import FactSet
from claims.model.judgement import Suggestion
from claims.model.span import Span
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Text,
    ValueType,
    Version,
)
from claims.model.verdict import Operator

ENTITIES = {
    "mali": Entity("mali", names={"en": ("Mali",), "fr": ("Mali",)}, demonyms={"fr": ("malien", "malienne")}),
    "niger": Entity("niger", names={"en": ("Niger",)}, demonyms={"fr": ("nigérien", "nigérienne")}),
    "burkina": Entity("burkina", names={"": ("Burkina Faso",)}),
    "senegal": Entity("senegal", names={"en": ("Senegal",), "fr": ("Sénégal",)}),
    "togo": Entity("togo", names={"": ("Togo",)}),
}


def number(text, unit=None):
    amount = Decimal(text)
    return Number(amount, unit, Decimal(1).scaleb(amount.as_tuple().exponent))


def scaled(text, power):
    amount = number(text)
    return Number(amount.amount.scaleb(power), None, amount.step.scaleb(power))


def known(*values, kind=ValueType.COUNT, cardinality=None):
    facts = tuple(Fact("it", "thing", value) for value in values)
    return FactSet(ENTITIES, {"thing": Attribute("thing", kind, cardinality=cardinality)}, facts)


def correction(said, operator, facts):
    claim = Claim("it", "thing", said, operator)
    return corrected(question_of(claim, Terms(facts)))


@pytest.mark.parametrize(
    ("said", "operator", "fact", "written"),
    [
        (number("85"), Operator.EQ, number("84"), number("84")),
        (number("60"), Operator.ABOUT, number("84"), number("84")),
        (number("100"), Operator.NEARLY, number("84"), number("84")),
        (number("90"), Operator.GT, number("84"), number("80")),
        (number("90"), Operator.GT, number("80"), number("70")),
        (number("95"), Operator.GT, number("84"), number("83")),
        (number("90"), Operator.GE, number("84"), number("84")),
        (number("80"), Operator.LT, number("84"), number("90")),
        (number("80"), Operator.LE, number("84"), number("84")),
        (number("500"), Operator.GT, number("84"), number("80")),
        (scaled("3.5", 6), Operator.EQ, number("4212345"), scaled("4.2", 6)),
        (scaled("3.5", 6), Operator.LE, number("4212345"), scaled("4.3", 6)),
        (number("100.50"), Operator.EQ, number("84"), number("84")),
        (number("85"), Operator.EQ, number("83.6"), number("84")),
        (number("85"), Operator.EQ, Between(Decimal(60), Decimal(62)), Between(Decimal(60), Decimal(62))),
        (number("85"), Operator.GE, Between(Decimal(60), Decimal(62)), number("60")),
        (number("50"), Operator.LE, Between(Decimal(60), Decimal(62)), number("62")),
        (number("85"), Operator.ABOUT, Between(Decimal(60), Decimal(62)), number("61")),
    ],
)
def test_a_number_gives_way_to_one_that_is_true_under_the_same_hedge(said, operator, fact, written):
    """The corrected number is as round as the text and true with the text's own hedge."""
    corrected_value = correction(said, operator, known(fact, kind=ValueType.NUMBER))
    assert corrected_value is not None
    if isinstance(written, Number):
        assert (corrected_value.amount, corrected_value.unit) == (written.amount, written.unit)
    else:
        assert corrected_value == written


@pytest.mark.parametrize(
    ("said", "operator", "fact", "written"),
    [
        ("2015", Operator.EQ, "2014-09-10", "2014"),
        ("2014-08", Operator.EQ, "2014-09-10", "2014-09"),
        ("2014-08-01", Operator.EQ, "2014-09", "2014-09"),
        ("2015", Operator.GT, "2014-09", "2013"),
        ("2013", Operator.LT, "2014-09", "2015"),
        ("2010", Operator.ABOUT, "2014-09", "2014"),
    ],
)
def test_a_date_gives_way_to_one_as_fine_as_the_text(said, operator, fact, written):
    """The corrected date keeps the precision of the text, or that of the fact where it is coarser."""
    facts = known(PartialDate.parse(fact), kind=ValueType.DATE)
    assert correction(PartialDate.parse(said), operator, facts) == PartialDate.parse(written)


def test_a_share_is_corrected_in_the_form_of_the_text():
    """A fraction that is known is written as the percentage the text speaks of, and the other way about."""
    known_fraction = known(number("0.4"), kind=ValueType.NUMBER)
    assert correction(number("45", "%"), Operator.EQ, known_fraction) == number("40", "%")
    known_percentage = known(number("40", "%"), kind=ValueType.NUMBER)
    wrong = correction(number("0.45"), Operator.EQ, known_percentage)
    assert wrong == number("0.40")


def test_a_quantity_is_corrected_in_the_unit_of_the_text():
    """A distance known in kilometres is written in miles where the text uses miles."""
    facts = known(number("100", "km"), kind=ValueType.QUANTITY)
    assert correction(number("70", "mi"), Operator.EQ, facts) == number("62", "mi")


def test_a_wrong_unit_gives_way_to_the_right_one():
    """The number is right and the unit is not: the known number is written with its own unit."""
    facts = known(number("100", "km"), kind=ValueType.QUANTITY)
    assert correction(number("100", "mi"), Operator.EQ, facts) == number("100", "km")


def test_a_version_is_cut_to_what_the_text_tells():
    """A text of major and minor version gets a major and minor version."""
    facts = known(Version(("3", "9", "2")), kind=ValueType.VERSION)
    assert correction(Version(("3", "8")), Operator.EQ, facts) == Version(("3", "9"))


def test_a_span_of_dates_gives_way_to_the_known_one():
    """A wrong span is replaced as a whole."""
    span = DateSpan(PartialDate.parse("2014"), PartialDate.parse("2019"))
    wrong = DateSpan(PartialDate.parse("2014"), PartialDate.parse("2018"))
    assert correction(wrong, Operator.EQ, known(span, kind=ValueType.DATE)) == span


@pytest.mark.parametrize(
    ("said", "operator", "facts"),
    [
        (number("84"), Operator.NE, known(number("84"))),
        (Not(number("84")), Operator.EQ, known(number("84"))),
        (number("84"), Operator.EQ, known(Not(number("84")))),
        (number("84"), Operator.EQ, known(Nothing())),
        (
            EntityRef("mali"),
            Operator.EQ,
            known(Not(EntityRef("mali")), EntityRef("niger"), EntityRef("togo"), kind=ValueType.ENTITY),
        ),
    ],
)
def test_nothing_is_suggested_where_nothing_is_sure_to_help(said, operator, facts):
    """A denial, a value known only to be wrong, none at all, or several to choose from have no correction."""
    judgement = judge(Claim("it", "thing", said, operator, value_span=Span(0, 2)), facts, at=None)
    assert judgement.verdict == "contradicted"
    assert judgement.suggestion is None


def test_a_name_is_written_in_the_language_of_the_text():
    """The entity that is known is named in the text's language."""
    facts = known(EntityRef("senegal"), kind=ValueType.ENTITY, cardinality=Cardinality.ONE)
    claim = Claim("it", "thing", EntityRef("togo"), value_span=Span(3, 7))
    assert judge(claim, facts, at=None, language="fr", text="Le Togo").suggestion == Suggestion(Span(3, 7), "Sénégal")


def test_an_adjective_gives_way_to_an_adjective():
    """Where the text used a demonym, the same form of the other is written, not the name."""
    facts = known(EntityRef("niger"), kind=ValueType.ENTITY, cardinality=Cardinality.ONE)
    text = "la présidence malienne"
    claim = Claim("it", "thing", EntityRef("mali"), value_span=Span(14, 22))
    assert judge(claim, facts, at=None, language="fr", text=text).suggestion == Suggestion(Span(14, 22), "nigérienne")


def test_the_adjective_of_a_place_without_one_is_not_made_up():
    """No suggestion is made where the right entity has no such form."""
    facts = known(EntityRef("togo"), kind=ValueType.ENTITY, cardinality=Cardinality.ONE)
    claim = Claim("it", "thing", EntityRef("mali"), value_span=Span(14, 22))
    assert judge(claim, facts, at=None, language="fr", text="la présidence malienne").suggestion is None


def in_list(text, *ids):
    """A claim of a list whose items stand in ``text`` by their English or common name."""
    items, start = [], 0
    for one in ids:
        name = ENTITIES[one].name("en")
        start = text.index(name, start)
        items.append(ClaimItem(EntityRef(one), Span(start, start + len(name))))
    value = ListOf(tuple(item.value for item in items))
    return Claim("it", "thing", value, value_span=Span(items[0].span.start, items[-1].span.end), items=tuple(items))


SAHEL = known(ListOf((EntityRef("mali"), EntityRef("niger"), EntityRef("burkina")), complete=True), kind=ValueType.LIST)


def test_one_wrong_item_gives_way_to_the_one_that_is_missing():
    """The article before the item is left alone, and the item is to blame."""
    text = "groups Mali, Senegal and Burkina Faso"
    judgement = judge(in_list(text, "mali", "senegal", "burkina"), SAHEL, at=None, text=text)
    assert judgement.suggestion == Suggestion(Span(13, 20), "Niger")
    assert judgement.blame is not None
    assert judgement.blame.span == Span(13, 20)


def test_a_list_with_one_too_many_is_written_anew():
    """Where no item is missing there is nothing to put in the wrong one's place."""
    text = "Mali, Niger, Burkina Faso and Togo"
    judgement = judge(in_list(text, "mali", "niger", "burkina", "togo"), SAHEL, at=None, text=text)
    assert judgement.suggestion == Suggestion(Span(0, len(text)), "Mali, Niger and Burkina Faso")


def test_a_list_is_joined_in_the_language_of_the_text():
    """French lists end in "et"."""
    text = "Mali, Niger, Burkina Faso, Togo"
    judgement = judge(in_list(text, "mali", "niger", "burkina", "togo"), SAHEL, at=None, text=text, language="fr")
    assert judgement.suggestion is not None
    assert judgement.suggestion.text == "Mali, Niger et Burkina Faso"


def test_how_many_gives_way_to_the_length_of_the_list():
    """A wrong count of a complete list is corrected to its length."""
    assert correction(number("4"), Operator.EQ, SAHEL) == number("3")


def test_a_structured_claim_gets_a_suggestion_without_a_place():
    """A claim that stands in no text still says what would be right."""
    facts = known(Text("Ann Lee"), kind=ValueType.NAME, cardinality=Cardinality.ONE)
    judgement = judge(Claim("it", "thing", Text("Bob Day")), facts, at=None)
    assert judgement.suggestion == Suggestion(None, "Ann Lee")


@pytest.mark.parametrize(
    ("language", "text", "words", "said", "operator", "fact", "written"),
    [
        ("en", "It has eighty-five members", "eighty-five", number("85"), Operator.EQ, number("84"), "eighty-four"),
        ("fr", "plus de 90 membres", "90", number("90"), Operator.GT, number("84"), "80"),
        ("en", "some 3.5 million", "3.5 million", scaled("3.5", 6), Operator.ABOUT, number("4212345"), "4.2 million"),
        ("en", "12,345 people", "12,345", number("12345"), Operator.EQ, number("23456"), "23,456"),
        ("fr", "le neuvième", "neuvième", number("9"), Operator.EQ, number("10"), "dixième"),
        ("en", "over 100 miles", "100 miles", number("100", "mi"), Operator.EQ, number("100", "km"), "100\u00a0km"),
        ("en", "over 70 miles", "70 miles", number("70", "mi"), Operator.EQ, number("100", "km"), "62 miles"),
        ("de", "hat 85 Teile", "85", number("85"), Operator.EQ, number("84"), "84"),
        ("xx", "85 EUR", "85 EUR", number("85", "EUR"), Operator.EQ, number("84", "EUR"), None),
        (
            "fr",
            "une quarantaine",
            "quarantaine",
            Number(Decimal(40), step=Decimal(10)),
            Operator.ABOUT,
            number("84"),
            None,
        ),
        ("en", "about 40", "40", Number(Decimal(40), step=Decimal(10)), Operator.ABOUT, number("84"), "84"),
        ("en", "it is open", "open", Boolean(value=False), Operator.EQ, Boolean(value=True), None),
    ],
)
def test_a_value_is_written_in_the_form_of_the_text(language, text, words, said, operator, fact, written):
    """Words for words, grouping, scale and unit as they stand; where no form is fit, nothing is suggested."""
    start = text.index(words)
    span = Span(start, start + len(words))
    claim = Claim("it", "thing", said, operator, value_span=span)
    judgement = judge(claim, known(fact, kind=ValueType.NUMBER), at=None, language=language, text=text)
    assert judgement.verdict == "contradicted"
    assert judgement.suggestion == (None if written is None else Suggestion(span, written))


def test_a_price_is_written_in_full():
    """A text that gives whole euros is told the cents where there are some."""
    facts = known(number("8.55", "EUR"), kind=ValueType.MONEY)
    assert correction(number("10", "EUR"), Operator.EQ, facts) == number("8.55", "EUR")
    assert correction(scaled("10", 6), Operator.EQ, known(number("8550000"), kind=ValueType.MONEY)) == scaled("9", 6)

"""Facts and verdicts as sentences."""

import datetime
import string
from dataclasses import fields
from decimal import Decimal

import pytest

from claims.languages import available
from claims.model.attribute import Attribute, Wording
from claims.model.dates import PartialDate, Period, Precision
from claims.model.entity import Entity
from claims.model.fact import Derivation, Fact, Validity
from claims.model.factset import FactSet
from claims.model.judgement import BlameRole, Judgement
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    Range,
    Text,
    Unknown,
)
from claims.model.verdict import Match, Reason, Verdict
from claims.reports.messages import ALL, messages
from claims.reports.sentences import message
from claims.reports.statements import statement
from claims.reports.wording import Voice


def date(text):
    return PartialDate.parse(text)


def known(since=None, until=None, as_of=None, during=None, end=None):
    """When a fact holds, from the text forms of its dates."""
    given = [None if text is None else date(text) for text in (since, until, as_of, during)]
    return Validity(Period(None, datetime.date.fromisoformat(end) if end else None), *given)


FACTS = FactSet(
    {
        "coalition": Entity(
            "coalition",
            names={"en": ("Global Coalition Against Daesh",), "fr": ("Coalition mondiale contre Daech",)},
            short={"en": ("the Coalition",), "fr": ("la Coalition",)},
        ),
        "alliance": Entity(
            "alliance", names={"fr": ("Alliance du fleuve",), "en": ("River Alliance",)}, short={"fr": ("l'Alliance",)}
        ),
        "lea": Entity("lea", names={"": ("Léa Martin",)}, short={"en": ("Martin",)}),
    },
    {"depth": Attribute("depth", wording={"en": Wording(nouns=("water depth", "depth"))})},
)


@pytest.mark.parametrize(
    ("fact", "english", "french"),
    [
        (
            Fact("coalition", "members", 84, validity=known(as_of="2024-10")),
            "The Global Coalition Against Daesh has 84 members (as of October 2024).",
            "La Coalition mondiale contre Daech compte 84 membres (octobre 2024).",
        ),
        (
            Fact("alliance", "members", 1, validity=known(since="2019-05-01")),
            "River Alliance has 1 member (since 1 May 2019).",
            "L'Alliance du fleuve compte 1 membre (depuis le 1er mai 2019).",
        ),
        (
            Fact("alliance", "founded", date("2014-09"), validity=known(since="2014", until="2019-06-25")),
            "River Alliance was founded in September 2014 (from 2014 until 25 June 2019).",
            "L'Alliance du fleuve : fondation en septembre 2014 (depuis 2014, jusqu'au 25 juin 2019).",
        ),
        (
            Fact("lea", "runwayLength", Number(Decimal("3.50"), "km"), where={"site": "north"}),
            "Léa Martin: runway length = 3.5\xa0km (site: north).",
            "Léa Martin : runway length = 3,5\xa0km (site: north).",
        ),
        (
            Fact("lea", "depth", Between(Decimal(2), Decimal(3), "m"), validity=known(during="2024-Q3")),
            "Léa Martin: water depth = 2 to 3\xa0m (for Q3 2024).",
            "Léa Martin : depth = 2 à 3\xa0m (pour le T3 2024).",
        ),
        (
            Fact("alliance", "members", Not(Number(Decimal(7)))),
            "River Alliance: members = not 7.",
            "L'Alliance du fleuve : members = pas 7.",
        ),
        (
            Fact("nobody", "host", EntityRef("lea"), derivation=Derivation("hosting", "e.host", ())),
            "Nobody was hosted by Léa Martin (follows from rule hosting).",
            "Nobody : hôte = Léa Martin (découle de la règle hosting).",
        ),
    ],
)
def test_fact_is_said_in_both_languages(fact, english, french):
    """A fact reads as a sentence, with its article, number, qualifiers and time, in the language of the text."""
    assert statement(fact, Voice.of("en", FACTS)) == english
    assert statement(fact, Voice.of("fr-CA", FACTS)) == french


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (ListOf((Text("a"), Text("b"), EntityRef("lea"))), "a, b and Léa Martin"),
        (ListOf((Text("a"),)), "a"),
        (DateSpan(date("2014"), date("2019")), "2014–2019"),
        (Range(None, Decimal(40)), "at most 40"),
        (Range(Decimal("-20"), None, "%"), "at least -20%"),
        (Boolean(False), "no"),
        (Unknown(), "not known"),
        (Nothing(), "none"),
        (date("199X"), "1990s"),
        (date("19XX"), "20th century"),
    ],
)
def test_value_is_said_in_words(value, words):
    """Every kind of value has words."""
    assert Voice.of("en", FACTS).value(value) == words


NOW = Fact("coalition", "members", 84, validity=known(as_of="2024-10"))
THEN = Fact("coalition", "members", 79, validity=known(since="2018-09", end="2024-10-01"))
ENDED = Fact("coalition", "members", 79, validity=known(until="2019-06-25", end="2019-06-25"))


@pytest.mark.parametrize(
    ("judgement", "words"),
    [
        ({"verdict": Verdict.CONTRADICTED, "evidence": (NOW,)}, "85 is said, the facts have 84"),
        (
            {"verdict": Verdict.CONTRADICTED, "evidence": (NOW,), "note": "premature"},
            "85 is not true yet: 84 until then",
        ),
        (
            {"verdict": Verdict.CONTRADICTED, "evidence": (Fact("coalition", "members", Not(Number(Decimal(85)))),)},
            "85 is said, which the facts exclude",
        ),
        (
            {"verdict": Verdict.OUTDATED, "evidence": (NOW,), "replaced": (THEN,)},
            "true until October 2024; now 84 (as of October 2024)",
        ),
        (
            {"verdict": Verdict.OUTDATED, "evidence": (NOW,), "replaced": (THEN, ENDED)},
            "true until October 2024; now 84 (as of October 2024)",
        ),
        (
            {"verdict": Verdict.OUTDATED, "evidence": (THEN,), "replaced": (ENDED,)},
            "true until 25 June 2019; now 79 since September 2018",
        ),
        ({"verdict": Verdict.OUTDATED, "evidence": (NOW,)}, "true earlier; now 84 (as of October 2024)"),
        ({"verdict": Verdict.CONFLICTING, "evidence": (NOW, THEN)}, "the facts disagree with each other: 84 and 79"),
        ({"verdict": Verdict.UNVERIFIABLE, "reason": Reason.NO_DATE}, messages("en").unverifiable[Reason.NO_DATE]),
        ({"verdict": Verdict.SUPPORTED, "match": Match.ROUNDED, "evidence": (NOW,)}, "the facts agree, rounded"),
    ],
)
def test_verdict_is_explained_in_a_clause(make_claim, judgement, words):
    """The message of a verdict says what the text has, what the facts have, and since when."""
    assert message(Judgement(make_claim(), **judgement), "85", Voice.of("en", FACTS)) == words


@pytest.mark.parametrize("table", ALL, ids=[table.language for table in ALL])
def test_tables_of_sentences_are_complete(table):
    """Every language says everything, and its sentences have the same slots as the English ones."""
    english = messages("en")
    for name in (field.name for field in fields(table)):
        mine, theirs = getattr(table, name), getattr(english, name)
        if hasattr(theirs, "keys"):
            assert mine.keys() == theirs.keys(), name
    assert set(table.unverifiable) == set(Reason)
    assert set(table.supported) == set(Match)
    assert set(table.on) == set(Precision)
    assert table.language in available()
    assert set(table.blamed) == set(BlameRole) - {BlameRole.VALUE}
    assert all(_slots(text) <= {"entity", "value", "on", "noun"} for text in table.statements.values())
    assert all("entity" in _slots(text) for text in table.statements.values())


def test_unknown_language_is_answered_in_english():
    """A text in a language without a table gets English sentences."""
    assert messages("xx").language == "en"


def _slots(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}

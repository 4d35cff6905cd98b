"""Why a text was not read as expected."""

from decimal import Decimal

import pytest

from claims.errors import UsageError
from claims.model.attribute import Attribute, Wording
from claims.model.entity import Entity
from claims.model.factset import FactSet
from claims.model.inspection import InspectedClaim, InspectedDocument, InspectedMention, InspectedValue
from claims.model.values import Number
from claims.model.verdict import Operator
from claims.reports.expectation import Expectation, expectation_text

FACTS = FactSet(
    {"acme": Entity("acme", names={"en": ("Acme", "Acme Group")})},
    {"members": Attribute("members", wording={"en": Wording(nouns=("member", "partner"))})},
)
NAME = InspectedMention("entity", 0, 4, "Acme", entities=("acme",))
VALUE = InspectedMention("number", 9, 11, "84", Number(Decimal(84)))


def claim(attribute):
    return InspectedClaim("acme", attribute, Operator.EQ, Number(Decimal(84)), 0, 20, 9, 11, "Acme has 84 members")


def left(reason):
    return (InspectedValue(9, 11, "84", Number(Decimal(84)), reason),)


@pytest.mark.parametrize(
    ("document", "last"),
    [
        ({}, "✗ entity: no name of acme is read; they are: Acme, Acme Group"),
        ({"mentions": (NAME,)}, "✗ value: 84 is not read; read are: none"),
        (
            {"mentions": (NAME, VALUE), "unchecked": left("no_wording")},
            "✗ wording: no words of members stand by 84; they are: member, partner",
        ),
        ({"mentions": (NAME, VALUE), "unchecked": left("vetoed")}, "✗ binding: 84 is not checked: vetoed"),
        (
            {"mentions": (NAME, VALUE), "claims": (claim("founded"),)},
            "✗ claim: 84 is read as the value of acme.founded",
        ),
        ({"mentions": (NAME, VALUE), "claims": (claim("members"),)}, "✓ claim: Acme has 84 members (high confidence)"),
    ],
)
def test_steps_end_with_the_first_that_failed(document, last):
    """The steps lead from the words to the claim and stop where reading went another way."""
    lines = expectation_text(
        InspectedDocument("a.md", language="en", **document), Expectation.parse("acme.members=84"), FACTS
    )
    assert lines.splitlines()[-1] == last
    assert all(line.startswith("✓") for line in lines.splitlines()[:-1])


def test_unknown_entity_is_told():
    """An expectation about an entity that no file knows says so."""
    text = expectation_text(InspectedDocument("a.md"), Expectation.parse("acne.members = 84"), FACTS)
    assert text == "✗ entity: no facts file knows acne\n"


@pytest.mark.parametrize("text", ["", "acme", "acme.members", "acme.members=", "members=84", ".members=84"])
def test_malformed_expectation_is_refused(text):
    """An expectation names an entity, an attribute and a value."""
    with pytest.raises(UsageError, match=r"entity\.attribute=value"):
        Expectation.parse(text)

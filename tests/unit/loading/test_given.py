"""Claims files, and claims given from Python."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.errors import InputError, LoadError
from claims.loading import load, load_claims, read_claim
from claims.loading.given import OPERATORS
from claims.model.claim import Claim
from claims.model.dates import PartialDate
from claims.model.document import Document
from claims.model.place import Place
from claims.model.values import Boolean, EntityRef, ListOf, Number, Range, Text
from claims.model.verdict import Operator

FACTS = """\
format: claims-facts/1
entities:
  acme: {names: {en: [Acme Inc], fr: [Acmé]}, facts: {members: 84, price: 9 EUR}}
  mali: {names: Mali}
"""
RULES = "format: claims-rules/1\nattributes: {members: {type: count}, founded: {type: date}, open: {type: boolean}}\n"
RECORDS = {
    "c.yaml": "- {entity: Acme Inc, attribute: members, value: 84}\n- {text: Acme has 85 members., about: acme}\n",
    "c.json": '{"format": "claims-claims/1", "claims": [{"entity": "acme", "attribute": "members", "value": 84},'
    ' {"text": "Acme has 85 members.", "about": ["Acmé"]}]}',
    "c.jsonl": '{"entity": "acme", "attribute": "members", "value": 84}\n'
    '{"text": "Acme has 85 members.", "about": ["acme"]}\n',
    "c.csv": "entity,attribute,value,text,about\nACME INC,members,84,,\n,,,Acme has 85 members.,acme\n",
}


@pytest.fixture
def facts(tmp_path):
    (tmp_path / "facts.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, "utf-8")
    return load([tmp_path / "facts.yaml"], [tmp_path / "rules.yaml"])[0]


@pytest.mark.parametrize("name", RECORDS)
def test_claims_files_of_every_kind_hold_claims_and_texts(name, facts, tmp_path):
    """YAML, JSON, JSON Lines and CSV give the same claims and texts, entities by id or any name."""
    path = tmp_path / name
    path.write_text(RECORDS[name], "utf-8")
    claim, text = load_claims(path, facts)
    assert (claim.said.entity, claim.said.attribute, claim.said.value) == ("acme", "members", Number(Decimal(84)))
    assert claim.path == str(path)
    assert isinstance(text.said, Document)
    assert (text.said.source, text.said.about, text.said.language) == ("Acme has 85 members.", ("acme",), "en")
    assert text.said.blocks[0].text == text.said.source


def test_a_claim_has_all_its_record_says(facts):
    """Operator, qualifiers, time and id."""
    claim = read_claim(
        {
            "entity": "acme",
            "attribute": "members",
            "value": "84",
            "operator": ">=",
            "where": {"region": "eu"},
            "date": "2019",
            "id": "c1",
        },
        facts,
    )
    assert claim.operator is Operator.GE
    assert claim.where == (("region", "eu"),)
    assert claim.time.written == PartialDate.of(2019)
    assert claim.time.period == PartialDate.of(2019).period
    assert claim.id == "c1"
    assert claim.place == Place("claim", 1)


@pytest.mark.parametrize(
    ("attribute", "value", "read"),
    [
        ("members", 84, Number(Decimal(84))),
        ("members", Decimal("84.0"), Number(Decimal("84.0"), step=Decimal("0.1"))),
        ("members", "9 km", Number(Decimal(9), "km")),
        ("price", "9 EUR", Number(Decimal(9), "EUR")),
        ("founded", "2014-09", PartialDate.of(2014, 9)),
        ("open", True, Boolean(True)),
        ("owner", "Mali", EntityRef("mali")),
        ("owner", "Ann Lee", Text("Ann Lee")),
        ("parts", ["Mali", "Ghana"], ListOf((EntityRef("mali"), Text("Ghana")))),
        ("size", {"min": 1, "max": 2}, Range(Decimal(1), Decimal(2))),
    ],
)
def test_values_are_read_by_the_type_of_their_attribute(attribute, value, read, facts):
    """As in a facts file; a list may be given as one, and a unit that does not fit is for the judge."""
    assert read_claim({"entity": "acme", "attribute": attribute, "value": value}, facts).value == read


def test_what_no_fact_knows_is_no_mistake(facts):
    """Unknown entities and attributes are kept as written; the verdict will say so."""
    claim = read_claim({"entity": "Nobody", "attribute": "height", "value": "3 m", "operator": None}, facts)
    assert (claim.entity, claim.attribute, claim.operator) == ("Nobody", "height", Operator.EQ)


@pytest.mark.parametrize(("written", "operator"), OPERATORS.items())
def test_operators_are_words_or_signs(written, operator, facts):
    """Every operator has its word, and the usual signs."""
    record = {"entity": "acme", "attribute": "members", "value": 1, "operator": written}
    assert read_claim(record, facts).operator is operator
    assert set(OPERATORS.values()) == set(Operator)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"entity": "acme", "attribute": "members"}, "a claim has no value"),
        ({"attribute": "members", "value": 3}, "a claim needs `entity`"),
        ({"entity": "acme", "value": 3}, "a claim needs `attribute`"),
        ({"entity": "acme", "attribute": "members", "value": "many"}, "`many` is no number"),
        ({"entity": "acme", "attribute": "members", "value": 3, "operator": "=>"}, "unknown operator `=>`"),
        ({"entity": "acme", "attribute": "members", "value": 3, "date": "soon"}, "`date` is no date: `soon`"),
        ({"entity": "acme", "attribute": "members", "valeu": 3}, "did you mean `value`?"),
    ],
)
def test_a_malformed_claim_is_refused(record, message, facts, tmp_path):
    """From Python with a ValueError, from a file with all mistakes at their lines."""
    with pytest.raises(ValueError, match=r".") as caught:
        read_claim(record, facts)
    assert message in str(caught.value)
    path = tmp_path / "c.yaml"
    path.write_text(f"- {record}\n- {record}\n".replace("'", ""))
    with pytest.raises(LoadError) as caught_all:
        load_claims(path, facts)
    lines = {problem.line for problem in caught_all.value.problems}
    assert lines == {1, 2}


def test_a_text_record_needs_a_text(facts, tmp_path):
    """An empty text and an unknown field are mistakes."""
    path = tmp_path / "c.jsonl"
    path.write_text('{"text": ""}\n{"text": "x", "lang": "en"}\n')
    with pytest.raises(LoadError) as caught:
        load_claims(path, facts)
    assert [str(problem).partition("c.jsonl:")[2] for problem in caught.value.problems] == [
        "1:1: `text` has no value (write one, or take the line out)",
        "2:1: unknown key `lang` (did you mean `language`?)",
    ]


def test_a_missing_claims_file_is_an_input_error(facts, tmp_path):
    """What cannot be read is no mistake in it."""
    with pytest.raises(InputError, match="no such file"):
        load_claims(tmp_path / "none.yaml", facts)


def test_a_claim_from_a_file_knows_its_place(facts, tmp_path):
    """The place of a claim is that of its record."""
    path = tmp_path / "c.jsonl"
    path.write_text('\n{"entity": "acme", "attribute": "members", "value": 84}\n')
    (given,) = load_claims(path, facts)
    assert isinstance(given.said, Claim)
    assert given.said.place == given.place == Place(str(path), 2)

"""Cases as data: which value is bound to which attribute of which entity, and which is not."""

from pathlib import Path

import pytest
import yaml

from claims.documents import read
from claims.loading import load
from claims.model.dates import PartialDate
from claims.model.values import EntityRef, ListOf, Number, Text
from claims.model.verdict import Operator
from claims.reading.reader import Reader

CASES = Path(__file__).parents[2] / "cases" / "binding"


def rows():
    for path in sorted(CASES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in data["cases"]:
            yield pytest.param(data["facts"], case, id=f"{path.stem}: {case['text'][:60]}")


def shown(value):
    match value:
        case Number(amount):
            return f"{amount.normalize():f}"
        case EntityRef(entity):
            return entity
        case Text(text):
            return text
        case ListOf(items):
            return ", ".join(shown(item) for item in items)
    return str(value)


def told(claim):
    operator = "=" if claim.operator is Operator.EQ else claim.operator.value
    where = "".join(f"[{key}={value}]" for key, value in claim.where)
    return f"{claim.entity}.{claim.attribute}{where} {operator} {shown(claim.value)}"


@pytest.fixture(scope="session")
def reader_of(tmp_path_factory):
    made = {}

    def make(facts):
        if facts not in made:
            path = tmp_path_factory.mktemp("facts") / "facts.yaml"
            path.write_text(facts, encoding="utf-8")
            made[facts] = Reader(load([path], ["core/1"])[0])
        return made[facts]

    return make


@pytest.mark.parametrize(("facts", "case"), list(rows()))
def test_values_are_bound_to_whom_they_are_said_of(facts, case, reader_of):
    """The claims of a text are just those of its case, each value where it stands."""
    date = PartialDate.parse(case["date"]) if "date" in case else None
    document = read(case["text"], language=case["language"], date=date)
    reading = reader_of(facts).read(document)
    assert [told(claim) for claim in reading.claims] == case["claims"]
    for claim in reading.claims:
        assert claim.value_span is not None
        assert claim.quote is not None
        assert claim.quote.contains(claim.value_span)

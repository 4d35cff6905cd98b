"""The meaning of every form of value, as ``tests/cases/loading_values.yaml`` lays it down."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from claims.errors import LoadError
from claims.loading import load
from claims.model.values import (
    Between,
    Boolean,
    DateSpan,
    EntityRef,
    ListOf,
    Not,
    Nothing,
    Number,
    PartialDate,
    Range,
    Text,
    Unknown,
    Version,
)

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "loading_values.yaml").read_text("utf-8"))
FACTS = """\
format: claims-facts/1
entities:
  mali: {names: Mali}
  niger: {names: {en: Niger, fr: Le Niger}}
  twin-1: {names: Twin}
  twin-2: {names: Twin}
  it:
    facts:
      said: """
RULES = "format: claims-rules/1\nattributes:\n  said:\n    type: {type}\n"


def _number(value: Number) -> str:
    written = Decimal(1).scaleb(value.amount.as_tuple().exponent)
    return _with_unit(f"{value.amount:f}", value.unit) + (f" step {value.step:f}" if value.step != written else "")


def _between(value: Between) -> str:
    return _with_unit(f"between {value.low.normalize():f} and {value.high.normalize():f}", value.unit)


def _range(value: Range) -> str:
    ends = ("-" if end is None else str(end) for end in (value.low, value.high))
    return _with_unit("from {} to {}".format(*ends), value.unit)


SHOWN = {
    Number: _number,
    Between: _between,
    Range: _range,
    DateSpan: lambda value: f"from {value.first} to {value.last}",
    PartialDate: lambda value: f"date {value}",
    Version: lambda value: f"version {value}",
    EntityRef: lambda value: f"entity {value.id}",
    Text: lambda value: f"text {value.text}",
    Boolean: lambda value: str(value.value).lower(),
    ListOf: lambda value: ("all " if value.complete else "") + f"[{', '.join(map(shown, value.items))}]",
    Not: lambda value: f"not {shown(value.value)}",
    Unknown: lambda _: "unknown",
    Nothing: lambda _: "none",
}


def shown(value) -> str:
    """A value in the short form of the cases."""
    return SHOWN[type(value)](value)


def _with_unit(text: str, unit: str | None) -> str:
    return f"{text} {unit}" if unit else text


def _loaded(case, folder):
    facts, rules = folder / "facts.yaml", folder / "rules.yaml"
    facts.write_text(FACTS + case["write"] + "\n", "utf-8")
    if "type" not in case:
        return load([facts], [])
    unit = f"    unit: {case['unit']}\n" if "unit" in case else ""
    rules.write_text(RULES.format(type=case["type"]) + unit, "utf-8")
    return load([facts], [rules])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('type', 'any')}: {case['write']}")
def test_a_value_means_what_its_case_says(case, tmp_path):
    """Every case is read as it says, or refused with the message it says, at the place of the value."""
    if "refused" in case:
        with pytest.raises(LoadError) as caught:
            _loaded(case, tmp_path)
        assert any(case["refused"] in str(problem) for problem in caught.value.problems)
        assert all(problem.line == 9 and problem.column >= 11 for problem in caught.value.problems)
    else:
        facts, _ = _loaded(case, tmp_path)
        assert [shown(fact.value) for fact in facts.facts] == [case["gives"]]
